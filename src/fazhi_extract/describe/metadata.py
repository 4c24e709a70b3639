"""The metadata of a report, each with the span it was read from (annotation guide, section 4).

Layout of head, addressees and imprint: 党政机关公文格式 (GB/T 9704-2012).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fazhi_extract.describe.addressees import addressees, letter
from fazhi_extract.describe.described import DATE, ORG_LINE, Described, day_of, put_names, read
from fazhi_extract.describe.issuing import put_issuer
from fazhi_extract.describe.region import locate
from fazhi_extract.describe.titles import body_start, title
from fazhi_extract.describe.year import put_reporting_year
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.text import SourceText

_FULL_DATE = lazy_pattern(DATE)
_NUMERIC_DATE = lazy_pattern(r"(?P<y>\d{4})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?")
_PUBLISHED = lazy_pattern(
    r"(?:发布(?:时间|日期)|发表时间|更新(?:时间|日期)|公开日期|生成日期|(?<!成文)(?<!发文)日期|时间)[：: |｜\]】]{0,4}\n?(?=\d{4})"
)
# 2026-01-20 17:01 | 某市水务局: a day with its hour, without a label
_STAMP = lazy_pattern(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2}) ?\d{1,2}:\d\d(?::\d\d)?")
_DRAWN_UP = lazy_pattern(r"成文(?:日期|时间)[：: |｜\]】]{0,4}\n?(?=\d{4})")
_PUBLISHED_BY = lazy_pattern(
    r"(?:(?:信息|文章|稿件)?来源|发布机构|发布单位|供稿单位)[：: \]】]{1,4}\n?(?P<name>[^\n：:|｜\[【]{2,40})"
)
_LABEL = lazy_pattern("发布|更新|字[体号]|浏览|阅读|点击|打印|时间|日期|作者")
_ORG_END = lazy_pattern("(?:[局厅署委府科处室办网站台]|中心|大队|支队|集团|公司|本站)$")
_BELOW_TITLE = lazy_pattern(rf"\n\(?(?:(?P<issuer>{ORG_LINE.pattern})\n?)?\(?(?P<day>{DATE})\)?(?=\n|$)")
_CC = lazy_pattern(r"抄送[：: ]*(?P<names>[^\n。]{2,200})")
_DISCLOSURE = lazy_pattern(
    r"\((?P<words>(?:此件|本件)[^()\n]{2,20})\)|信息公开选项[：: ]*(?P<option>[^\n。)]{2,10})|^(?P<line>此件[^()\n。]{2,14})$",
    re.M,
)


def describe(source: SourceText, first_heading: int, body_end: int, numbers: Sequence[tuple[int, int]]) -> Described:
    """Reads the metadata.

    `first_heading` and `body_end` are flow positions; `numbers` are the flow spans of all document numbers in order.
    """
    found = Described()
    span = title(source, first_heading)
    if span:
        found.put("title", read(source, span), span)
        found.title_start, found.title_end = span
    found.body_start = body_start(source, found.title_end, first_heading)
    _document_number(source, found, numbers)
    letter(source, found, found.title_start)
    _below_title(source, found)
    addressees(source, found, first_heading)
    _closing(source, found, body_end)
    _web(source, found, first_heading)
    put_issuer(source, found, span, body_end)
    put_reporting_year(source, found, span, first_heading)
    place_issuer(source, found)
    return found


def _document_number(source: SourceText, found: Described, numbers: Sequence[tuple[int, int]]) -> None:
    """The number above the title or right below it; where it stands in both places, the text begins behind the second."""
    flow = source.flow
    for start, end in numbers:
        if start > found.body_start + 40:
            break
        if start < found.title_end < end - 4:
            start = found.title_end  # glued to the title
        bracketed = flow[start - 1 : start] == "(" and flow.startswith(")", end)  # (某政法[2009]6号)
        opening, closing = (start - 1, end + 1) if bracketed else (start, end)
        below = (
            found.title_end <= opening
            and end <= found.body_start + 40
            and (opening == found.title_end or flow[opening - 1 : opening] in ("\n", "", "：", ":"))
        )
        if not (below or end <= found.title_start):
            continue
        if opening >= found.body_start and not flow[found.body_start : opening].strip():
            found.body_start = closing
        if "document_number" not in found.values:
            found.put("document_number", read(source, (start, end)), (start, end))


def _closing(source: SourceText, found: Described, body_end: int) -> None:
    """Signature date, imprint, cc and disclosure stand behind the body."""
    flow = source.flow
    dated: set[str] = set()
    for m in _FULL_DATE.finditer(flow, body_end):
        day = day_of(m)
        line = source.paragraph_at(m.start())[1]
        if day is None:
            continue
        name = (
            "printed_on"
            if flow.startswith("印发", m.end()) or re.match(r"[^\n【\[打]{0,4}印(?!本页)", flow[m.end() : line])
            else "signed_on"
        )
        if name not in dated and "上一篇" not in flow[body_end : m.start()]:
            dated.add(name)
            found.put(name, day.isoformat(), m.span())
    cc = _CC.search(flow, max(0, body_end - 1))
    if cc:
        put_names(source, found, "cc", cc.span("names"), "、，,；;。")
    open_ = _DISCLOSURE.search(flow, max(0, body_end - 1)) or _DISCLOSURE.search(flow, 0, found.body_start)
    if open_ and open_.lastgroup:
        found.put("disclosure", read(source, open_.span(open_.lastgroup)), open_.span(open_.lastgroup))


def _below_title(source: SourceText, found: Described) -> None:
    """Issuer and date may stand below the title instead (GB/T 9704-2012 has the date there, in brackets)."""
    again = _title_again(source, found)
    places = (again, found.body_start) if found.title_end else ()  # behind a number too
    found.body_start = max(found.body_start, again)
    m = next((m for at in places if (m := _BELOW_TITLE.match(source.flow, at))), None)
    day = day_of(m) if m else None
    if m is None or day is None:
        return
    found.put("signed_on", day.isoformat(), (m.start("y"), m.end("day")))
    if m["issuer"]:
        found.put("issuer", read(source, m.span("issuer")), m.span("issuer"))
    found.body_start = max(found.body_start, m.end())


def _title_again(source: SourceText, found: Described) -> int:
    """Where the title ends that a page prints a second time above the text: whole, or its last words without the body's name."""
    flow, end = source.flow, found.title_end
    again = end
    for start in source.paragraph_starts:
        if start > found.body_start + 200:
            break
        line = source.paragraph_at(start)
        words = flow[slice(*line)]
        if start > end and len(words) >= 8 and flow[:end].endswith(words):
            again = line[1]
    return again


def _web(source: SourceText, found: Described, first_heading: int) -> None:
    flow = source.flow
    head = max(found.body_start, 0)
    m = _PUBLISHED.search(flow, 0, head)
    if m:
        day = _NUMERIC_DATE.match(flow, m.end())
        value = day_of(day) if day else None
        if day and value:
            found.put("published_on", value.isoformat(), day.span())
    else:
        stamp = _STAMP.search(flow, 0, head or 160)
        value = day_of(stamp) if stamp else None
        if stamp and value:
            found.put("published_on", value.isoformat(), (stamp.start(), stamp.end("d")))
    drawn_up = _DRAWN_UP.search(flow, 0, head)
    if drawn_up and "signed_on" not in found.values:
        day = _NUMERIC_DATE.match(flow, drawn_up.end())
        value = day_of(day) if day else None
        if day and value:
            found.put("signed_on", value.isoformat(), day.span())
    m = _PUBLISHED_BY.search(flow, 0, head)
    if m:
        start, end = m.span("name")
        end = _name_end(source, start, end)
        if end > start:
            found.put("published_by", read(source, (start, end)), (start, end))


def _name_end(source: SourceText, start: int, end: int) -> int:
    """Where a name ends that a web page prints in one line with other labels."""
    flow = source.flow
    label = _LABEL.search(flow, start, end)
    if label:
        end = label.start()
    for position in range(start + 1, end):
        if flow[position] in " |":
            return position
        if source.gap_before(position) and (
            flow[position].isdecimal() or not source.gap_before(end) or _ORG_END.search(flow, start, position)
        ):
            return position  # else a blank inside the name: more words, then a blank and a label
    return end


def place_issuer(source: SourceText, found: Described) -> None:
    """Where the issuer lies, and what sort of body it is."""
    place, year = found.spans.get("issuer"), found.values.get("reporting_year")
    located = found.located = locate(
        source.flow[slice(*place)] if isinstance(place, tuple) else str(found.given.get("issuer") or ""),
        year=year if isinstance(year, int) else None,
        title=str(found.values.get("title") or ""),
        publisher=str(found.given.get("region") or found.values.get("published_by") or ""),
        receivers=[*_names(found, "addressees"), *_names(found, "cc")],
        text=source.flow,
    )
    found.values |= {
        "region": located.region,
        "issuer_level": located.level,
        "issuer_type": located.type,
        "issuer_key": located.key,
    }
    if located.span and isinstance(place, tuple):
        found.spans["region"] = (place[0] + located.span[0], place[0] + located.span[1])


def _names(found: Described, field: str) -> list[str]:
    names = found.values.get(field)
    return [str(name) for name in names] if isinstance(names, list) else []
