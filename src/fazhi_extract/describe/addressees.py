"""To whom a report goes: the line above its text, or the letter that sends it on."""

from __future__ import annotations

from fazhi_extract.describe.described import DATE, ORG_LINE, ORG_NAME, Described, day_of, put_names, read
from fazhi_extract.layout.body_names import OFFICE
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.text import SourceText

_ADDRESSEES = lazy_pattern(r"(?P<names>[^\n。；！？]{2,120}?)[：:](?=\n|$|[^\n])")
_ADDRESSEE_END = lazy_pattern(
    rf"(?:{OFFICE}|政府|党组|人大常委会|[市县区省州盟旗镇乡]委|法治办|各?[部委办局处室、]+|单位|部门|领导小组|委员|代表|秘书长|主任|[部委厅局]\([部委办厅局]{{1,4}}\))$"
)
# A line of its own below the title, its colon left out: 中共某县委、某县人民政府
_ADDRESSEE_LINE = lazy_pattern(
    r"(?P<names>[^\n，。；：！？、\d]{2,30}(?:、[^\n，。；：！？、\d]{2,30}){1,5}|中共[^\n，。；：！？、\d]{2,24}委(?:员会)?)(?=\n)"
)
# 主任、各位副主任、秘书长、各位委员：before an assembly the speaker and the day stand in front
_ASSEMBLY = lazy_pattern(r"(?:^|\n)(?P<names>(?:主任|主席|各位)[^\n。；：]{0,40}?(?:委员|代表))：(?=\n)")
# A letter that sends the report on, in front of its title, ends with the sender and the day.
_LETTER_END = lazy_pattern(rf"\n(?P<issuer>{ORG_LINE.pattern})\n(?P<day>{DATE})\n*$")


def addressees(source: SourceText, found: Described, first_heading: int) -> None:
    """Reads the addressees where the running text begins, in front of the first heading (a flow position)."""
    flow = source.flow
    start = found.body_start
    while start < len(flow) and flow[start] == "\n":
        start += 1
    limit = min(start + 160, first_heading if first_heading > start else len(flow))
    end = _put_addressees(source, found, start, limit)
    if end is None and (assembly := _ASSEMBLY.search(flow, 0, start + 400)):
        put_names(source, found, "addressees", assembly.span("names"), "、，,")
        end = assembly.end()
    if end is not None:
        found.body_start = max(found.body_start, end)


def _put_addressees(source: SourceText, found: Described, start: int, limit: int) -> int | None:
    """Reads the names that stand at `start`; the end of their line, or None where none do."""
    m = _ADDRESSEES.match(source.flow, start, limit) or _ADDRESSEE_LINE.match(source.flow, start, limit)
    if m is not None and m.re is _ADDRESSEE_LINE and not all(map(_ADDRESSEE_END.search, m["names"].split("、"))):
        return None  # a heading without a number
    if not m or not _ADDRESSEE_END.search(m["names"]) or ("，" in m["names"] and "年" in m["names"]):
        return None
    if not m["names"].strip("、，, "):
        return None  # marks alone
    put_names(source, found, "addressees", m.span("names"), "、，,")
    return m.end()


def letter(source: SourceText, found: Described, title_start: int) -> None:
    """A letter to the addressees may stand before the report's title, signed and dated."""
    signed = _LETTER_END.search(source.flow, 0, title_start)
    day = day_of(signed) if signed else None
    if signed is None or day is None:
        return
    first = source.paragraph_starts[0]
    if not _ADDRESSEES.match(source.flow, first, first + 160):
        return  # without the colon of a letter it is a page's head
    if _put_addressees(source, found, first, first + 160) is not None:
        found.put("signed_on", day.isoformat(), (signed.start("y"), signed.end("day")))
        if not ORG_NAME.search(source.flow, title_start, found.title_end):
            found.put("issuer", read(source, signed.span("issuer")), signed.span("issuer"))
