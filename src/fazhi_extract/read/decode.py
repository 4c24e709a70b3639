"""Bytes to text, strictly: a byte order mark, then UTF-8, then GB18030, unless the caller names the encoding.

Text that decodes but cannot be what it claims is refused: a wrong guess would give a report of nonsense.
"""

from __future__ import annotations

import codecs

from fazhi_extract.errors import FazhiError
from fazhi_extract.read.plausible import control_share, looks_chinese

_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
_MAX_CONTROLS = 0.1
_SAMPLE = 65536


def decode(data: bytes, *, path: str, encoding: str | None = None) -> tuple[str, str]:
    """The text and the codec that gives it; the byte order mark is not part of the text.

    ``path`` is named in errors. Raises :class:`FazhiError` where no encoding fits.
    """
    if encoding is not None:
        text, codec = _decode_as(data, encoding, path)
    else:
        text, codec = _find_out(data, path)
    # What is valid UTF-8 is hardly ever anything else; every other encoding accepts almost any bytes.
    binary = control_share(text) > _MAX_CONTROLS
    if binary or "\0" in text or not (codec.startswith("utf-8") or looks_chinese(text)):
        likely = [name for name in _likely(data) if name != codec]
        if likely or not (binary or "\0" in text):
            raise FazhiError("E206", path=path, encoding=codec, candidates=_options(likely, but=codec))
        if binary:
            raise FazhiError("E204", path=path)
        raise FazhiError("E213", path=path, offset=text.find("\0"))
    return text, codec


def codec_name(encoding: str) -> str:
    """Python's name for an encoding that a person named. Raises :class:`FazhiError` (E106) for one it does not know."""
    try:
        codec = codecs.lookup(encoding).name
        "".encode(codec)  # raises LookupError for codecs that are no text encoding, such as hex
    except (LookupError, ValueError) as error:
        raise FazhiError("E106", encoding=encoding) from error
    return codec


def _decode_as(data: bytes, encoding: str, path: str) -> tuple[str, str]:
    codec = codec_name(encoding)
    for mark, marked_codec in _MARKS:
        if codec.startswith(marked_codec.removesuffix("-sig")) and data.startswith(mark):
            codec = marked_codec
            break
    else:
        # Without a mark Python reads UTF-16 in the machine's own byte order; the result must not depend on it.
        codec = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}.get(codec, codec)
    try:
        return data.decode(codec), codec
    except UnicodeError as error:
        raise _undecodable(data, codec, getattr(error, "start", 0), path) from error


def _find_out(data: bytes, path: str) -> tuple[str, str]:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, codec, path)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        at = error.start
    if _has_surrogates(data):
        raise FazhiError("E211", path=path, offset=at)
    if not _mostly_utf8(data):
        try:
            return data.decode("gb18030"), "gb18030"
        except UnicodeDecodeError:
            if b"\0" in data and not _likely(data):
                raise FazhiError("E204", path=path) from None
    raise _undecodable(data, "utf-8", at, path)


def _has_surrogates(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Whether all but a few bytes are UTF-8 of more than one byte: a damaged file, and not another encoding."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("�")
    sound = sum(character > "\x7f" for character in text) - damaged
    return sound > 20 * damaged


def _undecodable(data: bytes, codec: str, offset: int, path: str) -> FazhiError:
    options = _options([name for name in _likely(data) if name != codec], but=codec)
    return FazhiError("E205", path=path, encoding=codec, offset=offset, candidates=options)


def _likely(data: bytes) -> list[str]:
    """The encodings in which the beginning of the data reads as Chinese."""
    names = []
    for name in _CANDIDATES:
        try:
            text = codecs.getincrementaldecoder(name)().decode(data[:_SAMPLE])
        except UnicodeDecodeError:
            continue
        if "\0" not in text and control_share(text) <= _MAX_CONTROLS and looks_chinese(text, certain=True):
            names.append(name)
    return names


def _options(likely: list[str], but: str) -> str:
    """What to type: the likely encodings, or all that are in use where none stands out."""
    names = likely or [name for name in _CANDIDATES if name not in ("utf-8", but)]
    return " / ".join(f"--encoding {name}" for name in names)
