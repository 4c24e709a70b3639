"""The page as one HTML file: skeleton, style, script and data, under a policy that lets nothing else run or load."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from functools import cache
from importlib.resources import files
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.page.data import Why, page_data

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.rulebook import Rulebook

SCRIPTS = ("core", "figures", "store", "text", "card", "list", "panes", "form", "keys", "main")
"""The parts of the script, which share one scope, in their order."""

_ID = lazy_pattern("[0-9a-f]{16}")
_PLACE = lazy_pattern(r"\{\{(\w+)\}\}")
# What could end the element that holds the data, begin another, or end a line of script, and what no encoding carries.
_UNSAFE = lazy_pattern("[<>&\u2028\u2029\ud800-\udfff]")
_HIDDEN = lazy_pattern("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def render(
    report: Report,
    *,
    book: Rulebook | None = None,
    lang: str = "zh",
    why: Why | None = None,
    index: str | None = None,
) -> str:
    """The page of a report: HTML that holds all it needs and asks for nothing.

    ``book`` has the indicators to choose from in a review (by default the package's own), ``lang`` ("zh" or "en") is the
    language that the page opens in, ``why`` has what :func:`fazhi_extract.explain.explain` says of the figures, by their ids,
    ``index`` is the address of the index that the page leads back to.
    Raises :class:`FazhiError` for a report that could not be read (E506) or has no text (E504).
    """
    data = page_data(report, book=book, lang=lang, why=why, index=index)
    title = report.metadata.title or PurePath(report.source.path).name
    return document(data, title=title, lang=lang)


def document(data: dict[str, Any], *, title: str, lang: str) -> str:
    """The file that holds ``data``."""
    style, script = _asset("page.css"), _script()
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src '{digest(style)}'; script-src '{digest(script)}'"
    )
    fields = {
        "lang": "en" if lang == "en" else "zh-CN",
        "policy": policy,
        "title": html.escape(_HIDDEN.sub("\ufffd", title)),
        "style": style,
        "script": script,
        "data": embedded(data),
    }
    # One pass: what is put in is not looked at again, whatever it says.
    return _PLACE.sub(lambda m: fields[m[1]], _asset("page.html"))


def embedded(data: Any) -> str:
    """Data as JSON that may stand inside a ``<script type="application/json">``, whatever its strings say."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def page_name(report: Report) -> str:
    """The name of a report's page in a folder of pages: its id, or a hash of it where it is none of ours.

    The id of a JSON file is whatever that file says, and must not lead out of the folder.
    """
    name = report.report_id or ""
    if not _ID.fullmatch(name):
        name = hashlib.sha256(name.encode("utf-8", "backslashreplace")).hexdigest()[:16]
    return f"{name}.html"


def digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@cache
def _script() -> str:
    parts = "\n".join(_asset(f"{name}.js") for name in SCRIPTS)
    return f"(() => {{\n'use strict';\n{parts}\n}})();\n"


@cache
def _asset(name: str) -> str:
    return (files("fazhi_extract.page") / "assets" / name).read_text(encoding="utf-8")
