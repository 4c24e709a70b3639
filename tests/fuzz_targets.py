"""What the fuzzer feeds to each stage, and what must hold then. ``tools/fuzz.py`` runs them; see TARGETS.

The corpus is the project's own reports and pages, cut into pieces and put together anew, with words that matter to
the stages, characters of every category, and pieces repeated many times.
"""

from __future__ import annotations

import io
import json
import tempfile
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from fazhi_extract import extract
from fazhi_extract.errors import FazhiError
from fazhi_extract.find.finder import find
from fazhi_extract.model import Report
from fazhi_extract.read import from_text, read_bytes
from fazhi_extract.read.stream import stream_results
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.rulebook.phrasings import PhrasingError, parse
from fazhi_extract.split import outline
from fazhi_extract.text import SourceText, without_surrogates
from read.word import docx

ROOT = Path(__file__).resolve().parent.parent
FORMATS = ROOT / "tests" / "data" / "formats"


@dataclass(frozen=True)
class Target:
    """Inputs for one stage, and a function that raises where something is wrong."""

    inputs: st.SearchStrategy[Any]
    check: Callable[[Any], None]


# The corpus, and how it is changed.


@cache
def texts() -> list[str]:
    paths = [*(ROOT / "samples").glob("*.txt"), *(ROOT / "tests/data/reports").glob("*.txt")]
    return [path.read_text(encoding="utf-8") for path in sorted(paths)]


CHARACTERS = "一二十百千万亿两零〇0159３％%‰.,，。；：、（）()《》“”〔〕*＊×Xｘ○-—~～/ \t\u3000\n\r\u2028年月日件起次人家元个第余多近约超达共率比分至从到"
WORDS = [
    "一、", "（一）", "1.", "（1）", "①", "一是", "二是", "其中", "分别为", "同比增长", "下降", "从", "提升至",
    "未发生", "无", "零", "行政复议", "案件", "处罚", "罚款", "万元", "人次", "场次", "以上", "不少于", "12345",
    "〔2021〕8号", "2021年", "12月4日-8日", "截至", "三项制度", "“双随机”", "《办法》", "2,460", "3.8万", "1:3",
    "XX件", "**年", "百分之", "三分之一", "成", "倍", "目录", "特此报告", "抄送：", "全部", "均", "达", "又",
    "共计",
]  # fmt: skip


@cache
def categories() -> list[str]:
    kinds: dict[str, str] = {}
    for point in range(0x11000):
        kinds.setdefault(unicodedata.category(chr(point)), chr(point))
    return list(kinds.values())


def _slice(draw: Any, content: Any, most: int) -> Any:
    start = draw(st.integers(0, max(0, len(content) - 1)))
    return content[start : start + draw(st.integers(0, most))]


@st.composite
def report_texts(draw: st.DrawFn) -> str:
    """Pieces of reports, words, odd characters and repetitions, put together."""
    pieces = []
    for _ in range(draw(st.integers(1, 12))):
        kind = draw(st.integers(0, 5))
        if kind <= 1:
            pieces.append(_slice(draw, draw(st.sampled_from(texts())), 200))
        elif kind == 2:
            pieces.append("".join(draw(st.lists(st.sampled_from(WORDS), max_size=12))))
        elif kind == 3:
            pieces.append(draw(st.text(st.sampled_from(CHARACTERS), max_size=30)))
        elif kind == 4:
            pieces.append(draw(st.text(max_size=12) | st.text(st.sampled_from(categories()), max_size=12)))
        else:
            piece = draw(st.sampled_from(WORDS) | st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=4))
            pieces.append(piece * draw(st.sampled_from((2, 9, 60, 700))))
    return "".join(pieces)


@st.composite
def changed(draw: st.DrawFn, whole: Callable[[], list[bytes]]) -> bytes:
    """Bytes of a corpus with some of them left out, doubled or replaced."""
    data = bytearray(draw(st.sampled_from(whole())))
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from((0, 1, 2, 40, 2000))))
        again = bytes(data[start:end]) * draw(st.sampled_from((0, 0, 2, 50)))
        data[start:end] = again or draw(st.binary(max_size=8))
    return bytes(data)


@cache
def encoded() -> list[bytes]:
    return [
        text[:1500].encode(codec, "ignore")
        for text in texts()[:4]
        for codec in ("utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-be")
    ]


@cache
def pages() -> list[bytes]:
    return [path.read_bytes() for path in sorted(FORMATS.iterdir()) if path.suffix in (".html", ".mhtml", ".htm")]


@cache
def word_files() -> list[bytes]:
    return [path.read_bytes() for path in sorted(FORMATS.glob("*.docx"))]


@cache
def rule_files() -> list[bytes]:
    rules = ROOT / "src/fazhi_extract/rules"
    paths = [*(rules / "templates").glob("*.toml"), rules / "indicators" / "credit.toml"]
    own = b'[[indicator]]\ncode = "my.a"\nzh = "\xe7\x94\xb2"\ndimension = "count"\nunits = ["\xe4\xbb\xb6"]\n'
    return [
        *(path.read_bytes()[:4000] for path in sorted(paths)),
        own + 'phrasings = ["甲…N", "(乙|丙)?…丁N"]\n'.encode(),
    ]


OWN_INDICATOR: dict[str, Any] = {
    "code": "my.a", "zh": "甲", "en": "a", "definition": "甲。", "dimension": "count", "units": ["件"], "unitless": True,
    "replaces": False, "attributes": {"stage": ["found"]}, "not": ["戊"], "not_about": ["辛"],
    "phrasings": ["甲…N", {"say": "(乙|丙)?…丁N", "when": ["己"], "unless": ["庚"], "units": ["件"], "set": {"stage": "found"}}],
}  # fmt: skip
ODD = st.recursive(
    st.booleans() | st.integers(-1, 1) | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "N", "甲…N", "件", "count", "my.a", "penalty.cases", "stage"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["say", "set", "stage", "x"]), inner, max_size=2),
    max_leaves=4,
)  # fmt: skip


@st.composite
def rule_tables(draw: st.DrawFn) -> bytes:
    """An indicator as it should be, with some of its fields left out or of another kind."""
    own = dict(OWN_INDICATOR)
    for name in draw(st.lists(st.sampled_from([*own, "colour"]), max_size=3)):
        if draw(st.booleans()):
            own.pop(name, None)
        else:
            own[name] = draw(ODD)
    return "\n".join(["[[indicator]]", *(f"{name} = {_toml(value)}" for name, value in own.items())]).encode()


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {_toml(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


@cache
def results() -> list[bytes]:
    reports = [extract(text[:600], name="a.txt").model_dump_json().encode() for text in texts()[:3]]
    lines = b"\n".join(reports) + b"\n"
    return [*reports, lines, b"\xef\xbb\xbf" + lines, json.dumps(json.loads(reports[0]), indent=1).encode()]


# No quantity begins or ends with one of these.
BETWEEN = "，。；：、《》“”！？ \t\n"
TAGS = [
    "p", "div", "table", "tr", "td", "ul", "li", "span", "b", "h1", "script", "style", "a", "article", "font",
    "br", "head", "title", "!--", "?", "/", "&amp;", "&#x0;", "&#1234567890;", "<",
]  # fmt: skip
PARTS = [
    "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:ins", "w:del", "w:sdt", "w:pict", "w:txbxContent",
    "mc:AlternateContent", "w:numPr", "w:fldChar", "w:tab", "w:br",
]  # fmt: skip


@st.composite
def marked_up(draw: st.DrawFn, names: list[str], deepest: int) -> str:
    """Elements in elements, some never closed, with pieces of reports as their words."""
    pieces, opened = [], []
    for _ in range(draw(st.integers(0, 25))):
        kind = draw(st.integers(0, 5))
        if kind <= 2 and len(opened) < deepest:
            name = draw(st.sampled_from(names))
            pieces.append(f"<{name}>" * draw(st.sampled_from((1, 1, 1, 30))))
            opened.append(name)
        elif kind == 3 and opened:
            pieces.append(f"</{opened.pop()}>")
        else:
            pieces.append(_slice(draw, draw(st.sampled_from(texts())), 60))
    if draw(st.booleans()):
        pieces += [f"</{name}>" for name in reversed(opened)]
    return "".join(pieces)


# What must hold.


def hold(truth: bool, words: str = "") -> None:
    if not truth:
        raise AssertionError(words)


def read(data: bytes, path: str) -> None:
    """A document, or one coded error in both languages; never anything else."""
    try:
        document = read_bytes(data, path=path, max_size=1 << 20, timeout=10)
    except FazhiError as error:
        hold(bool(error.message("zh") and error.message("en")))
        return
    for block in document.blocks:
        hold(0 <= block.span[0] <= block.span[1] <= len(document.text), f"block {block}")
    extract(document.text[:3000])


def decode(data: bytes) -> None:
    try:
        document = read_bytes(data, path="a.txt")
    except FazhiError:
        return
    if document.reader == "text" and document.encoding:
        hold(document.text in data.decode(document.encoding), "not the text of the bytes")
        hold(document.text == from_text(document.text, path="").text)


def flow(text: str) -> None:
    source = SourceText.from_raw(without_surrogates(text)[0])
    back = list(source.back)
    hold(len(back) == len(source.flow) <= len(source.raw))
    hold(all(a < b for a, b in pairwise(back)), "not in order")
    hold(not back or (back[0] >= 0 and back[-1] < len(source.raw)))


def split(text: str) -> None:
    source = SourceText.from_raw(without_surrogates(text)[0])
    known: dict[str, tuple[int, int]] = {}
    for node in outline(source).nodes:
        hold(0 <= node.start <= node.heading_end <= len(source.flow) and node.start <= node.end, str(node))
        hold(node.id not in known, f"{node.id} twice")
        if node.parent is not None:
            start, end = known[node.parent]
            hold(start <= node.start and node.end <= end, f"{node.id} lies not in {node.parent}")
        known[node.id] = (node.start, node.end)


def finds(text: str) -> None:
    source = SourceText.from_raw(without_surrogates(text)[0])
    found = find(source.flow)
    for entries in (found.quantities, found.dates, found.citations, found.absences):
        hold(all(0 <= e.start <= e.end <= len(source.flow) for e in entries), "outside of the text")
        hold(all(a.start <= b.start for a, b in pairwise(entries)), "not in order")
    for quantity in found.quantities:
        words = source.flow[quantity.start : quantity.end]
        hold(words.strip(BETWEEN) == words != "", f"{words!r} begins or ends with what is between words")
        for value in (quantity.value, quantity.value_to):
            hold(value is None or value.is_finite(), f"{value}")


def whole(text: str) -> None:
    from test_account import unaccounted

    report = extract(text)
    hold(report.source.text == without_surrogates(text)[0])
    hold(Report.model_validate_json(report.model_dump_json()) == report, "is another one when it is read back")
    hold(extract(text) == report, "is another one the second time")
    for entry in (*report.metrics, *report.dates, *report.turned_down):
        hold((report.source.text or "")[slice(*entry.span)] == entry.text, f"{entry.text}")
    hold(unaccounted(text) == [], "numerals are not accounted for")


def rules(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "my.toml")
        path.write_bytes(data)
        try:
            book = Rulebook.load([path])
        except FazhiError as error:
            hold(bool(error.message("zh") and error.message("en")))
            return
    extract("全年办理甲乙丙丁案件15件，罚款3万元。", rulebook=book)


def phrasing(text: str) -> None:
    try:
        row = parse(text)
    except PhrasingError:
        return
    hold(bool(row.before or row.after))


def json_lines(data: bytes) -> None:
    for path in ("a.jsonl", "a.txt"):
        found = stream_results(io.BytesIO(data), path=path, max_size=1 << 20)
        if not isinstance(found, bytes):
            for entry in found:
                hold(isinstance(entry, (Report, FazhiError)))


TARGETS: dict[str, Target] = {
    "decode": Target(changed(encoded) | st.binary(max_size=200), decode),
    "flow": Target(report_texts(), flow),
    "split": Target(report_texts(), split),
    "find": Target(report_texts(), finds),
    "whole": Target(report_texts(), whole),
    "html": Target(changed(pages), lambda data: read(data, "a.html")),
    "html from scratch": Target(
        marked_up(TAGS, 40), lambda text: read(f"<html><body>{text}".encode("utf-8", "replace"), "a.html")
    ),
    "docx": Target(changed(word_files), lambda data: read(data, "a.docx")),
    "docx from scratch": Target(marked_up(PARTS, 40), lambda text: read(docx(text), "a.docx")),
    "rules": Target(changed(rule_files), rules),
    "rules from scratch": Target(rule_tables(), rules),
    "phrasings": Target(st.text(st.sampled_from("N…()|?甲乙丙 “”（）"), max_size=60), phrasing),
    "json lines": Target(changed(results), json_lines),
}
