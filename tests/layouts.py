"""Lays a clean report out in the ways reports are passed on, and compares what is read from either.

Every transform keeps, for each character of the new text, where it stood in the clean one (-1 for what was added), so
that a span found in the new text can be compared with a span of the clean text.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

_NUMBER = re.compile(r"\d+(?:[,.]\d+)*")
_WITH_UNIT = re.compile(
    _NUMBER.pattern
    + "[余多]?(?:万元|亿元|万人次|人次|家次|户次|件次|个工作日|[%件起次人名项份家户条个场期宗篇])[，。；、]?"
)
_CLOSING = frozenset("，。、；：！？）)》”’」』】]%,;:!?")


@dataclass(frozen=True)
class Laid:
    """A text, and for each of its characters the index in the clean text or -1."""

    text: str
    origin: tuple[int, ...]

    @classmethod
    def clean(cls, text: str) -> Laid:
        return cls(text, tuple(range(len(text))))

    def lines(self) -> Iterator[Laid]:
        start = 0
        for line in self.text.split("\n"):
            yield Laid(line, self.origin[start : start + len(line)])
            start += len(line) + 1

    def cut(self, start: int, end: int) -> Laid:
        return Laid(self.text[start:end], self.origin[start:end])

    def to_clean(self, span: tuple[int, int]) -> tuple[int, int]:
        """The span in the clean text of what is left of a span there; an empty one for what was added."""
        kept = [o for o in self.origin[span[0] : span[1]] if o >= 0]
        return (min(kept), max(kept) + 1) if kept else (-1, -1)


def added(text: str) -> Laid:
    return Laid(text, (-1,) * len(text))


def join(parts: list[Laid], between: str = "") -> Laid:
    text: list[str] = []
    origin: list[int] = []
    for i, part in enumerate(parts):
        if i and between:
            text.append(between)
            origin.extend([-1] * len(between))
        text.append(part.text)
        origin.extend(part.origin)
    return Laid("".join(text), tuple(origin))


def paragraphs(laid: Laid) -> list[Laid]:
    return [line for line in laid.lines() if line.text.strip()]


def _printed(char: str) -> float:
    return 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5


def rows(paragraph: Laid, width: float, indent: int, printed: bool) -> list[Laid]:
    """A paragraph in rows of a page's width. `printed`: a Latin character is half as wide and no row begins with a
    closing mark; else rows have equally many characters and break anywhere."""
    found: list[Laid] = []
    start, room = 0, width - indent
    used = 0.0
    for i, char in enumerate(paragraph.text):
        wide = _printed(char) if printed else 1.0
        if used + wide > room and not (printed and char in _CLOSING):
            found.append(paragraph.cut(start, i))
            start, room, used = i, width, 0.0
        used += wide
    found.append(paragraph.cut(start, len(paragraph.text)))
    found[0] = join([added("\u3000" * indent), found[0]])
    return found


def wrap(width: float, indent: int = 0, printed: bool = False, parted: bool = False) -> Callable[[Laid], Laid]:
    """Hard line breaks at a page's width. `parted`: a blank line between paragraphs."""

    def transform(laid: Laid) -> Laid:
        blocks = [join(rows(p, width, indent, printed), "\n") for p in paragraphs(laid)]
        return join(blocks, "\n\n" if parted else "\n")

    return transform


def ragged(width: float, spread: int = 2, seed: int = 3) -> Callable[[Laid], Laid]:
    """Rows of slightly different widths, as a word processor sets them, with the first line's indent lost."""

    def transform(laid: Laid) -> Laid:
        dice = random.Random(seed)
        blocks = []
        for paragraph in paragraphs(laid):
            parts, done, room = [], 0, width - 2
            while done < len(paragraph.text):
                end = done
                used = 0.0
                while end < len(paragraph.text) and used + _printed(paragraph.text[end]) <= room:
                    used += _printed(paragraph.text[end])
                    end += 1
                parts.append(paragraph.cut(done, end))
                done, room = end, width - dice.choice([0] * 8 + list(range(spread + 1)))
            blocks.append(join(parts, "\n"))
        return join(blocks, "\n")

    return transform


def paged(width: float, turn: str, indent: int = 0, rows_a_page: int = 22) -> Callable[[Laid], Laid]:
    """A page's width, and at every page turn, in mid-sentence or not, `turn` with the page's number for its `{}`."""

    def transform(laid: Laid) -> Laid:
        all_rows = [row for p in paragraphs(laid) for row in rows(p, width, indent, True)]
        pages = [all_rows[i : i + rows_a_page] for i in range(0, len(all_rows), rows_a_page)]
        parts = []
        for i, page in enumerate(pages, 1):
            parts.append(join([join(page, "\n"), added(turn.format(i))]))
        return join(parts)

    return transform


def spaced(seed: int = 7, inside: bool = True) -> Callable[[Laid], Laid]:
    """A space before and behind each number, and with `inside` one that tears a digit from every third number."""

    def transform(laid: Laid) -> Laid:
        dice = random.Random(seed)
        parts: list[Laid] = []
        done = 0
        for m in _NUMBER.finditer(laid.text):
            start, end = m.span()
            marker = laid.text[:start].rstrip(" ").endswith(("\n", "")) and laid.text[end : end + 1] in (".", "、")
            parts.append(laid.cut(done, start))
            before, after = laid.text[start - 1 : start], laid.text[end : end + 1]
            if before and before not in "\n(（" and not marker:
                parts.append(added(" "))
            if inside and end - start > 1 and dice.random() < 0.34:
                at = start + 1 if dice.random() < 0.5 else end - 1
                parts += [laid.cut(start, at), added(" "), laid.cut(at, end)]
            else:
                parts.append(laid.cut(start, end))
            if after and after not in "\n)）" and not marker:
                parts.append(added(" "))
            done = end
        parts.append(laid.cut(done, len(laid.text)))
        return join(parts)

    return transform


def sprinkled(blanks: str, seed: int = 11, share: float = 0.06) -> Callable[[Laid], Laid]:
    """Blanks strewn between characters inside lines."""

    def transform(laid: Laid) -> Laid:
        dice = random.Random(seed)
        parts: list[Laid] = []
        done = 0
        for i in range(1, len(laid.text)):
            if "\n" not in laid.text[i - 1 : i + 1] and dice.random() < share:
                parts += [laid.cut(done, i), added(dice.choice(blanks))]
                done = i
        parts.append(laid.cut(done, len(laid.text)))
        return join(parts)

    return transform


def replaced(table: dict[str, str]) -> Callable[[Laid], Laid]:
    """Characters replaced one to one."""
    codes = str.maketrans(table)
    return lambda laid: Laid(laid.text.translate(codes), laid.origin)


FULL_WIDTH = {chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F) if chr(c).isalnum() or chr(c) in "%()[].:;-~+/"}
HALF_WIDTH = {"，": ",", "：": ":", "；": ";", "（": "(", "）": ")", "！": "!", "？": "?", "“": '"', "”": '"'}


def line_ends(end: str) -> Callable[[Laid], Laid]:
    return lambda laid: join(list(laid.lines()), end)


def one_line(between: str) -> Callable[[Laid], Laid]:
    return lambda laid: join(paragraphs(laid), between)


def torn(laid: Laid) -> Laid:
    """Web text whose numbers stand on lines of their own, some with what follows them."""
    parts: list[Laid] = []
    for i, paragraph in enumerate(paragraphs(laid)):
        if i:
            parts.append(added("\n"))
        done = 0
        for n, m in enumerate(_NUMBER.finditer(paragraph.text)):
            start, end = m.span()
            if start and not re.match(r"[、.)）]", paragraph.text[end:]) and paragraph.text[start - 1] not in "(（*":
                parts += [paragraph.cut(done, start), added("\n"), paragraph.cut(start, end)]
                if n % 3 and paragraph.text[end : end + 1] not in "，。；、%*" and end < len(paragraph.text):
                    parts.append(added("\n"))
                done = end
        parts.append(paragraph.cut(done, len(paragraph.text)))
    return join(parts)


def set_apart(laid: Laid) -> Laid:
    """Web text whose numbers stand on lines of their own with their units and the marks behind them."""
    parts: list[Laid] = []
    for i, paragraph in enumerate(paragraphs(laid)):
        if i:
            parts.append(added("\n"))
        done = 0
        for m in _WITH_UNIT.finditer(paragraph.text):
            start, end = m.span()
            if done < start and paragraph.text[start - 1] not in "(（*~—-至到第":
                parts += [paragraph.cut(done, start), added("\n"), paragraph.cut(start, end)]
                if end < len(paragraph.text):
                    parts.append(added("\n"))
                done = end
        parts.append(paragraph.cut(done, len(paragraph.text)))
    return join(parts)


WEB_HEAD = "首页\n政务公开\n当前位置：首页 > 政务公开 > 法治政府建设\n"
WEB_BELOW_TITLE = "\n发布时间：2024-02-26 10:31　来源：本站　浏览次数：318　字体：[大 中 小]　打印"
WEB_TAIL = (
    "\n\n上一篇：政务公开工作年度报告\n下一篇：没有了\n分享到：\n版权所有：市政务服务中心　网站标识码：3300000012\n"
)


def web(laid: Laid) -> Laid:
    """What a web page prints around a report, and between its title and its text."""
    title = re.search("^[^，。；]{4,60}(?:报告|总结)$", laid.text, re.M)
    end = title.end() if title else 0
    middle = added(WEB_BELOW_TITLE if title and "来源" not in laid.text[:200] else "")
    return join([added(WEB_HEAD), laid.cut(0, end), middle, laid.cut(end, len(laid.text)), added(WEB_TAIL)])


def chain(*transforms: Callable[[Laid], Laid]) -> Callable[[Laid], Laid]:
    def transform(laid: Laid) -> Laid:
        for one in transforms:
            laid = one(laid)
        return laid

    return transform


TRANSFORMS: dict[str, Callable[[Laid], Laid]] = {
    **{f"wrapped-{w}": wrap(w) for w in (20, 28, 36, 44)},
    **{f"wrapped-{w}-indented": wrap(w, 2) for w in (20, 28, 36, 44)},
    **{f"printed-{w}": wrap(w, 0, True) for w in (28, 40)},
    **{f"printed-{w}-indented": wrap(w, 2, True) for w in (28, 40)},
    "printed-36-parted": wrap(36, 0, True, True),
    "ragged-28": ragged(28),
    "ragged-40": ragged(40, 3),
    "pages-dashed": paged(28, "\n\n- {} -\n\n"),
    "pages-dashed-indented": paged(28, "\n\n— {} —\n\n", 2),
    "pages-bare": paged(36, "\n\n{}\n\n", 2),
    "pages-bare-flush": paged(36, "\n\n{}\n\n"),
    "pages-bare-tight": paged(34, "\n{}\n", 0, 30),
    "pages-form-feed": paged(28, "\n第 {} 页 共 9 页\n\f", 2),
    "pages-blank": paged(32, "\n\n", 2),
    "spaced": spaced(inside=False),
    "spaced-inside": spaced(),
    "no-break-spaces": sprinkled("\u00a0 "),
    "ideographic-spaces": sprinkled("\u3000"),
    "zero-width": sprinkled("\u200b\ufeff\u00ad\u200d"),
    "full-width": replaced(FULL_WIDTH),
    "half-width": replaced(HALF_WIDTH),
    "crlf": line_ends("\r\n"),
    "cr": line_ends("\r"),
    "one-line": one_line(""),
    "one-line-spaced": one_line(" "),
    "one-line-letter-spaced": chain(spaced(), one_line("\u3000\u3000")),
    "torn": torn,
    "set-apart": set_apart,
    "web": web,
    "web-torn": chain(torn, web),
    "pdf": chain(spaced(inside=False), paged(30, "\n\n- {} -\n\n", 2)),
    "pdf-letter-spaced": chain(spaced(), paged(30, "\n\n{}\n\n", 2, 25)),
}
FIELDS = ("value", "value_to", "unit", "kind", "bound", "form", "role", "indicator")


def squeeze(text: str | None) -> str | None:
    """Without blanks, full-width forms as half-width ones: what a layout may change in a title or a unit."""
    if text is None:
        return None
    return (
        re.sub(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+", "", unicodedata.normalize("NFKC", text))
        .replace("“", '"')
        .replace("”", '"')
    )


@dataclass
class Agreement:
    """How much of a clean report's reading a layout keeps."""

    kept: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)

    def share(self, name: str) -> float:
        return self.kept[name] / self.asked[name] if self.asked[name] else 1.0

    def add(self, other: Agreement) -> None:
        self.kept += other.kept
        self.asked += other.asked
        self.lost += other.lost

    def count(self, name: str, before: list[Any], after: list[Any]) -> None:
        one, two = Counter(before), Counter(after)
        self.kept[name] += (one & two).total()
        self.asked[name] += max(one.total(), two.total())
        self.lost += [f"{name} - {x}" for x in one - two] + [f"{name} + {x}" for x in two - one]


def _figure(metric: dict[str, Any], span: tuple[int, int]) -> tuple[Any, ...]:
    return (
        span,
        metric["text"] if span == (-1, -1) else "",
        *(squeeze(v) if isinstance(v := metric[f], str) else v for f in FIELDS),
    )


def compare(clean: dict[str, Any], laid: Laid, report: dict[str, Any], glued: bool = False) -> Agreement:
    """The reading of a clean report against that of the same report laid out in another way (both as JSON).

    `glued`: nothing parts the paragraphs of the new text, so that a title that stood on a line of its own above running
    text can be asked for its beginning alone.
    """
    open_titles = _titles_on_own_lines(clean) if glued else {}
    result = Agreement()
    same = Laid.clean(clean["source"]["text"])
    readings = []
    for text, reading in ((same, clean), (laid, report)):
        figures = [_figure(m, text.to_clean(m["span"])) for m in reading["metrics"]]
        days = [(text.to_clean(d["span"]), d["start"], d["end"]) for d in reading["dates"]]
        days = [day for day in days if day[0] != (-1, -1)]  # the day a web page was published
        parts = [
            (
                text.to_clean(s["span"])[0], s["kind"], s["level"], squeeze(s["marker"]),
                _title(squeeze(s["title"]), open_titles.get(text.to_clean(s["span"])[0])),
            )
            for s in reading["sections"]
        ]  # fmt: skip
        ends = [
            (text.to_clean(s["span"])[0], _last(same.text, text.to_clean(s["span"])[1])) for s in reading["sections"]
        ]
        meta = sorted(
            (k, squeeze(str(v)))
            for k, v in reading["metadata"].items()
            if k != "spans" and v is not None and (not k.startswith("published") or clean["metadata"][k])
        )
        readings.append((figures, days, parts, ends, meta))
    for name, before, after in zip(("metrics", "dates", "sections", "ends", "metadata"), *readings, strict=True):
        result.count(name, before, after)
    return result


def _titles_on_own_lines(clean: dict[str, Any]) -> dict[int, str]:
    """Titles that nothing but a line break parts from the text below, by the place where their section starts."""
    text = clean["source"]["text"]
    below = [s["span"][0] for s in clean["sections"]]
    found = {}
    for section in clean["sections"]:
        if section["title"]:
            end = section["heading"][1]
            following = len(text[:end]) + len(text[end:]) - len(text[end:].lstrip())
            if text[end : end + 1] == "\n" and following not in below:
                found[section["span"][0]] = squeeze(section["title"]) or ""
    return found


def _title(title: str | None, beginning: str | None) -> str | None:
    return beginning if title and beginning and title.startswith(beginning) else title


def _last(text: str, end: int) -> int:
    return len(text[:end].rstrip())
