"""What is cited: titles in 《》, also where a mark is missing, and document numbers (嘉卫〔2021〕11号)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from fazhi_extract.lazy import lazy_pattern

# 党政机关公文处理工作条例 (2012), art. 9: agency code, year in 〔〕, sequence number.
_NUMBER = lazy_pattern(
    r"[〔\[(【](?:\d{2,4}|[*×Xx]{2,4}|\d{2}[*×Xx]{2})[〕\])】]第?[\d*×]{1,5}号"
    r"|第?[\d一二三四五六七八九十百*]{1,4}号(?:令|公告|文件|文)|(?:令|公告|通告)第?[\d*]{1,4}号"
)
_OPENS = frozenset("〔[(【第令公通0123456789一二三四五六七八九十百*")
_AGENCY = lazy_pattern("[\u4e00-\u9fffA-Za-z*×]{1,14}$")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document; positions are flow positions of what stands inside 《》."""

    start: int
    end: int
    document_number: tuple[int, int] | None = None


def document_numbers(flow: str) -> list[tuple[int, int]]:
    """Flow spans of document numbers, in order; the agency's code is as short as its words allow."""
    spans: list[tuple[int, int]] = []
    at = flow.find("号")
    while at >= 0:
        m = None
        for start in range(max(spans[-1][1] if spans else 0, at - 15), at):
            if flow[start] in _OPENS and (m := _NUMBER.match(flow, start)) and m.start() <= at < m.end():
                break
            m = None
        at = flow.find("号", at + 1)
        if m is None:
            continue
        start = m.start()
        if flow[start] in "〔[(【":
            agency = _AGENCY.search(flow, max(0, start - 14), start)
            if agency is None:
                continue
            start = agency.start() + _words_before_code(agency.group())
        spans.append((start, m.end()))
    return spans


def _words_before_code(agency: str) -> int:
    """How many characters of a run of hanzi belong to the sentence and not to the agency's code."""
    cut = max(
        (
            agency.rfind(w) + len(w)
            for w in (
                "印发",
                "根据",
                "按照",
                "的",
                "见",
                "号",
                "和",
                "及",
                "为",
                "编号",
                "文件",
                "通知",
                "文号",
                "报告",
                "总结",
                "汇报",
            )
            if w in agency
        ),
        default=0,
    )
    return cut if len(agency) - cut >= 2 else 0


def citations(flow: str, numbers: list[tuple[int, int]]) -> list[Citation]:
    """All cited titles in order; nested ones count as one, an unclosed one ends with its clause."""
    found: list[Citation] = []
    starts = [start for start, _ in numbers]
    at = flow.find("《")
    while at >= 0:
        end, after = _closing(flow, at)
        i = bisect_left(starts, after)
        near = i < len(starts) and starts[i] <= after + 2 and flow[after : starts[i]] in ("", "(", " (")
        number = numbers[i] if near else None
        if end > at + 1:
            found.append(Citation(at + 1, end, number))
        at = flow.find("《", max(after, at + 1))
    return found


def _closing(flow: str, start: int) -> tuple[int, int]:
    """Where the title opened at `start` ends, and where the text goes on."""
    limit = min(len(flow), start + _LONGEST)
    stop = flow.find("\n", start, limit)
    limit = stop if stop >= 0 else limit
    depth = 0
    first_close = -1
    for i in range(start, limit):
        char = flow[i]
        if char == "《":
            depth += 1
        elif char == "》":
            depth -= 1
            if first_close < 0:
                first_close = i
            if depth == 0:
                return i, i + 1
        elif char == "。" and first_close >= 0:
            break
    if first_close >= 0:
        inner = flow.find("《", start + 1, first_close)
        if inner >= 0 and flow[inner - 1] in "、，和及与":
            return inner - 1, inner  # the first of two titles lacks its mark
        return first_close, first_close + 1
    for i in range(start + 1, limit):
        if flow[i] in "，。；！？《":
            return i, i
    return limit, limit
