"""The text of a report in two forms: as read, and as matched.

Spans always refer to the raw text. Matching runs on the *flow* text: the raw text with some characters left
out (line breaks of a page's width, spaces inside a sentence, zero-width characters, page numbers, marks of Markdown) and some folded
one to one (full-width digits and letters, half-width punctuation). The flow is never longer than the raw text and
nothing is reordered, so one integer array maps every flow position back exactly.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field

from fazhi_extract.layout import Layout, survey
from fazhi_extract.layout.columns import with_bars
from fazhi_extract.layout.markdown import markdown
from fazhi_extract.lazy import lazy_pattern

_BLANK = "\\s\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\u180e"
_RUN = lazy_pattern(f"[{_BLANK}]+")
_LINE_END = lazy_pattern("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def _fold_table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    # Chinese sentence punctuation keeps its full width; its half-width look-alikes follow it below.
    for mark in "，：；！？":
        del table[ord(mark)]
    table.update({ord("!"): "！", ord("?"): "？", ord(";"): "；"})
    table.update({ord("﹪"): "%", ord("٪"): "%", ord("﹒"): ".", ord("〜"): "~", ord("∼"): "~"})
    table.update({ord("•"): "·", ord("・"): "·", ord("‧"): "·", ord("∙"): "·", ord("﹣"): "-", ord("−"): "-"})
    table.update({ord("﹙"): "(", ord("﹚"): ")", ord("︰"): "：", ord("､"): "、", ord("｡"): "。", ord("✕"): "×"})
    table.update({ord(bar): "|" for bar in "│┃║"})
    table.update({ord("╳"): "×", ord("∗"): "*", ord("﹡"): "*", ord("〝"): "“", ord("〞"): "”", ord("〟"): "”"})
    # Radicals and compatibility ideographs that PDF fonts put in place of ordinary characters.
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = plain
    return table


_FOLD = _fold_table()
_FOLDABLE = lazy_pattern(f"[{re.escape(''.join(map(chr, _FOLD)))}]")
_MANY = 24
# A literal in front lets the engine jump from one to the next.
_COMMA = lazy_pattern(",(?:(?<![0-9],)|(?![0-9]))")
_COLON = lazy_pattern(r":(?:(?<![0-9]:)(?<![0-9]\s:)|(?!\s?[0-9]))")  # a ratio or a time, torn or not
_WIDE_DIGIT = lazy_pattern("[０-９]，")
_WIDE_THOUSANDS = lazy_pattern("(?<![０-９．.])[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])")
_ONE_BLANK = " \t\u00a0\u2002\u2003\u2009\u202f\u3000"
_DIGITS_AND_BLANKS = "0123456789" + _ONE_BLANK
_TWO_BLANKS = lazy_pattern(f"[{_ONE_BLANK}]{{2,}}")
_DIGIT_ROW = lazy_pattern(f"[0-9]{{1,12}}(?:[{_ONE_BLANK}][0-9]{{1,12}}){{1,12}}")
_DECIMALS = lazy_pattern(r"\.[0-9]{1,6}%?")
_BEHIND_NUMBER = lazy_pattern(r"\s?[%‰.余多万亿\u4e00-\u9fff]")
# 不予处罚1  1人，: two blanks between single digits that touch the words of a sentence
_TORN_WIDE = lazy_pattern(
    f"(?<=[\u4e00-\u9fff])[0-9][{_ONE_BLANK}]{{2}}[0-9][件起次人家份条项个名场户宗][^\n{_ONE_BLANK}]{{0,40}}[，。；]"
)
_LINE_OVER = lazy_pattern(r"[ \t\u00a0\u3000]*(?:$|[\n\r](?!\s*[%余多万亿年月日件起人次份条项家个名场期元户宗部]))")
_BEFORE_POINT = lazy_pattern(f"([^{_ONE_BLANK}])[{_ONE_BLANK}]*[0-9]+[{_ONE_BLANK}]?\\.$")
_DAY = lazy_pattern(r"(?<![0-9])[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{2}$")
_BEHIND_YEAR = lazy_pattern(r"\s?(?:年|[-/.]\s?[0-9]{1,2}\s?[-/.])")
_NUMBER_CHARS = frozenset("0123456789.")
_YEAR_SIGN = lazy_pattern(r"\s?年")
_FULL_YEAR = lazy_pattern("(?:19|20)[0-9]{2}年")
_LONE_SURROGATE = lazy_pattern(r"[\ud800-\udfff]")


def fold(raw: str) -> str:
    """Folds a text character by character; the result has the same length.

    >>> fold("１２％，(a)")
    '12%，(a)'
    """
    if "，" in raw and _WIDE_DIGIT.search(raw):
        raw = _WIDE_THOUSANDS.sub(lambda m: m.group().replace("，", ","), raw)
    present = set(_FOLDABLE.findall(raw))
    if len(present) > _MANY:
        folded = raw.translate(_FOLD)
    else:  # a report has a dozen of them: replacing each is several times faster than looking every character up
        folded = raw
        for char in present:
            folded = folded.replace(char, _FOLD[ord(char)])
    if "," in folded:
        folded = _COMMA.sub("，", folded)
    if ":" in folded:
        folded = _COLON.sub("：", folded)
    return folded


def without_surrogates(raw: str) -> tuple[str, list[int]]:
    """Replaces lone surrogates, which no encoding can carry, by U+FFFD; tells where they stood."""
    places = [m.start() for m in _LONE_SURROGATE.finditer(raw)]
    return (_LONE_SURROGATE.sub("\ufffd", raw), places) if places else (raw, places)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A report's text as read (`raw`), its flow, and the way back.

    `back[i]` is the raw index of flow character `i`. `furniture` holds the raw spans of page numbers left out of the
    flow, `left_out` these and the marks of Markdown. A line feed in the flow is the end of a real paragraph; no other line end is left.
    """

    raw: str
    flow: str
    back: array[int]
    furniture: tuple[tuple[int, int], ...] = ()
    left_out: tuple[tuple[int, int], ...] = ()
    wrapped: bool = False
    paragraph_starts: tuple[int, ...] = field(default=(0,))

    @classmethod
    def from_raw(cls, raw: str) -> SourceText:
        """Builds the flow text of `raw`. Any string will do; lone surrogates should have been replaced before."""
        folded = fold(raw)
        folded = with_bars(folded)
        marks, heads = markdown(folded)
        folded = _blanked(folded, marks)
        layout = survey(folded, heads)
        flow, back = _flow(_blanked(folded, layout.furniture), layout)
        starts = [0] + [m.end() for m in re.finditer("\n", flow)]
        left_out = tuple(sorted([*layout.furniture, *marks]))
        return cls(raw, flow, back, tuple(layout.furniture), left_out, layout.width is not None, tuple(starts))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Maps the flow span `[start, end)` to the raw span that it covers; an empty one to an empty one."""
        if start >= end:
            at = self.back[start] if start < len(self.back) else len(self.raw)
            return at, at
        return self.back[start], self.back[end - 1] + 1

    def words(self, start: int, end: int) -> str:
        """What stands at the flow span `[start, end)` as written, without what the flow left out."""
        if start >= end:
            return ""
        first, last = self.back[start], self.back[end - 1]
        if last - first == end - 1 - start:
            return self.raw[first : last + 1]
        return "".join([self.raw[i] for i in self.back[start:end]])

    def written(self, start: int, end: int) -> str:
        """The raw text at the flow span `[start, end)`, blanks and all, without page numbers and marks that stand in it."""
        first, last = self.span(start, end)
        parts = []
        at = bisect_right(self.left_out, (first, first))
        for begins, ends in self.left_out[at:]:
            if begins >= last:
                break
            parts.append(self.raw[first:begins])
            first = ends
        return "".join([*parts, self.raw[first:last]])

    def gap_before(self, position: int) -> bool:
        """Whether characters were left out between this flow position and the one before it."""
        return 0 < position < len(self.back) and self.back[position] - self.back[position - 1] > 1

    def parted(self, position: int) -> bool:
        """Whether the text has a blank before this flow position that parts words: not one of those that a layout puts
        around numbers and inside them."""
        if not self.gap_before(position):
            return False
        if self.back[position] - self.back[position - 1] > 2:
            return True
        flow = self.flow
        left, right = position, position
        while left and position - left < 24 and flow[left - 1] in _NUMBER_CHARS:
            left -= 1
        while right < len(flow) and right - position < 24 and flow[right] in _NUMBER_CHARS:
            right += 1
        if left < position < right:
            return False
        other = right if right > position else left
        return other == position or not self.gap_before(other)

    def paragraph_at(self, position: int) -> tuple[int, int]:
        """The flow span of the paragraph that holds a flow position, without its line feed."""
        starts = self.paragraph_starts
        at = bisect_right(starts, position) - 1
        return starts[at], starts[at + 1] - 1 if at + 1 < len(starts) else len(self.flow)


def _blanked(folded: str, spans: list[tuple[int, int]]) -> str:
    """The text with blanks in place of some spans, which do not overlap and are in order."""
    if not spans:
        return folded
    parts = []
    done = 0
    for start, end in spans:
        parts += [folded[done:start], " " * (end - start)]
        done = end
    return "".join([*parts, folded[done:]])


def _flow(folded: str, layout: Layout) -> tuple[str, array[int]]:
    """Leaves out what a layout adds to a sentence, and keeps the raw index of every character that stays."""
    parts: list[str] = []
    back: array[int] = array("I")
    done = 0
    last = ""  # the last character put into the flow

    for run in _RUN.finditer(folded):
        start, end = run.span()
        if start > done:
            parts.append(folded[done:start])
            back.extend(range(done, start))
            last = folded[start - 1]
        done = end
        after = folded[end] if end < len(folded) else ""
        if not last or not after:
            continue
        blank = run.group()
        broken = layout.boundaries.get(start) if _LINE_END.search(blank) else None
        if broken is None:
            keep = _kept_space(folded, start, end, last, after, blank, layout)
        elif broken:
            keep = "\n"
        else:
            keep = " " if _apart(folded, start, last, after, layout) else ""
        if keep:
            parts.append(keep)
            back.append(start)
            last = keep
    if done < len(folded):
        parts.append(folded[done:])
        back.extend(range(done, len(folded)))
    return "".join(parts), back


def _word(char: str) -> bool:
    return char.isalnum()


def _apart(folded: str, start: int, last: str, after: str, layout: Layout) -> bool:
    """Whether a line break inside a paragraph stands for a space."""
    if not (last.isascii() and after.isascii() and _word(last) and _word(after)):
        return False
    return layout.width is None or (after.isdecimal() and _DAY.search(folded, max(0, start - 10), start) is not None)


def _kept_space(folded: str, start: int, end: int, last: str, after: str, blank: str, layout: Layout) -> str:
    """A space stays between Latin words and between separate numbers; inside a Chinese sentence it is layout."""
    if last == "，" and after.isdecimal() and start > 1 and folded[start - 2].isdecimal() and " " in blank:
        return " "  # 1, 234: two numbers, not one with a thousands separator
    if not (last.isascii() and after.isascii()) or not blank.strip("\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e"):
        return ""
    if last.isdecimal() and after.isdecimal():
        return "" if _torn_number(folded, start, end, layout) else " "
    if last == "." and after.isdecimal() and _torn_decimal(folded, start, end, layout):
        return ""
    if (_word(last) or last in ",.") and _word(after):
        return " "
    return ""


def _torn_number(folded: str, start: int, end: int, layout: Layout) -> bool:
    """Whether the digits on both sides of a space are one number that a PDF's letter spacing has torn (`3 5 人`)."""
    if end - start == 2:
        return _TORN_WIDE.match(folded, start - 1) is not None
    first = _row_start(folded, start)
    row = _DIGIT_ROW.match(folded, first)
    if row is None or end - start > 1 or row.end() < end:
        return False
    groups = row.group().split()
    singles = sum(len(group) == 1 for group in groups)
    if sum(map(len, groups)) == 4 and _BEHIND_YEAR.match(folded, row.end()):
        return True
    if (
        len(groups) == 2
        and len(groups[1]) == 4
        and groups[1][:2] in ("19", "20")
        and _YEAR_SIGN.match(folded, row.end())
    ):
        return False  # 表1 2022年行政处罚情况
    if first and folded[first - 1] in "-/." and singles:
        return True  # a date, a decimal
    decimals = _DECIMALS.match(folded, row.end())
    over = decimals.end() if decimals else row.end()
    runs_on = layout.width is not None and layout.boundaries.get(over) is False
    if folded.startswith("/", row.end()) or (_LINE_OVER.match(folded, over) and not runs_on):
        return False  # a row of a table
    if decimals and len(groups) == 2 and len(groups[0]) > 1 and len(groups[1]) == 1:
        return False  # 接待12 3.5万人
    behind = _BEHIND_NUMBER.match(folded, row.end()) is not None
    if len(groups) > 2:
        thousands = len(groups[0]) < 4 and all(len(group) == 3 for group in groups[1:])
        return singles >= len(groups) - 1 or (thousands and behind)
    # Two long groups are one number only where its unit follows and the first is no year or telephone code.
    return bool(singles) or (behind and groups[0][0] != "0" and len(groups[0]) < 4 and len(groups[1]) < 5)


def _row_start(folded: str, start: int) -> int:
    """Where the row of digits and single blanks begins that ends at a position, as far as a number can be long."""
    tail = folded[max(0, start - 24) : start]
    row = tail[len(tail.rstrip(_DIGITS_AND_BLANKS)) :].lstrip(_ONE_BLANK)
    return start - len(_TWO_BLANKS.split(row)[-1])


def _torn_decimal(folded: str, start: int, end: int, layout: Layout) -> bool:
    """Whether a blank behind a point stands inside a number (`98. 7%`), not behind a list marker (`1. 2023年`)."""
    if end - start > 1 or _FULL_YEAR.match(folded, end):
        return False
    floor = max(0, start - 16)
    before = _BEFORE_POINT.search(folded[floor:start])
    if before is None:
        return False
    if before[1] in "\n\r":  # a list marker stands at the start of a paragraph, not of any row
        return layout.boundaries.get(floor + len(folded[floor : floor + before.start()].rstrip())) is False
    return before[1] not in "。；：！？第."
