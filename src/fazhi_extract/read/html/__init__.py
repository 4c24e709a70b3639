"""Web pages: saved whole, or a fragment of one. Nothing is loaded from the network, and no script runs."""

from __future__ import annotations

import codecs
import re

from fazhi_extract.errors import FazhiError
from fazhi_extract.read.decode import codec_name, decode
from fazhi_extract.read.html.article import article
from fazhi_extract.read.html.lines import lines_of
from fazhi_extract.read.html.tree import parse
from fazhi_extract.read.laying import Sheet
from fazhi_extract.read.reading import Limits, Reading, Remark

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
# Pages that claim the smaller sets use characters of the larger one (WHATWG Encoding Standard).
_LARGER = {"gb2312": "gb18030", "gbk": "gb18030"}


def read(data: bytes, path: str, encoding: str | None, limits: Limits) -> Reading:
    """The article of a page. Raises :class:`FazhiError` where no encoding fits, or for tags nested beyond measure."""
    markup, codec = decode_markup(data, path, encoding)
    return lay_out(markup, path, "html", codec)


def lay_out(markup: str, path: str, reader: str, codec: str | None) -> Reading:
    """The reading of a page whose markup is decoded."""
    root = parse(markup, path)
    lines = lines_of(root)
    chosen = article(root, lines)
    sheet = Sheet()
    for line in chosen.lines:
        if line.rows:
            sheet.put_table(line.rows)
        else:
            sheet.put(line.kind, line.words)
    remarks = []
    if chosen.left_out:
        remarks.append(Remark("N152", params={"count": chosen.left_out}))
    if not chosen.found:
        remarks.append(Remark("N153"))
    media_type = "multipart/related" if reader == "mhtml" else "text/html"
    return Reading(reader, sheet.text, media_type, codec, blocks=tuple(sheet.blocks), remarks=tuple(remarks))


def decode_markup(data: bytes, path: str, encoding: str | None, header: str | None = None) -> tuple[str, str]:
    """The markup and its codec: named by the caller, a byte order mark, a `header`, the page itself, or found out."""
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if encoding is None and not marked:
        claimed = _CHARSET.search(data[:_HEAD])
        for name in (header, claimed[1].decode("ascii") if claimed else None):
            if name and (found := _try(data, name, path)) is not None:
                return found
    return decode(data, path=path, encoding=encoding)


def _try(data: bytes, name: str, path: str) -> tuple[str, str] | None:
    """The markup in the encoding that the page claims, unless it cannot be that."""
    try:
        codec = codec_name(name)
        if codec.startswith(("utf-16", "utf-32")):
            return None  # the claim itself could be read as ASCII
        return decode(data, path=path, encoding=_LARGER.get(codec, codec))
    except FazhiError:
        return None
