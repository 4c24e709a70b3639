"""Which body issues a report: by signature, letterhead, title and first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fazhi_extract.describe.described import ORG_LINE, ORG_NAME, Described, read
from fazhi_extract.layout.body_names import INSTITUTION, OFFICE, SECTION
from fazhi_extract.layout.signature import PERSON, is_name, is_statement
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.text import SourceText

# Names without a word for an office: 交通运输部2023年, 东岭街道2024年, 某某大学2024年
_OTHER_OFFICE = lazy_pattern(
    rf"[\u4e00-\u9fffXx×*]{{2,24}}?(?:部|街道|街|[镇乡](?=\d{{4}}年)|[市县区州旗镇乡]政府|{INSTITUTION}|[司法派出税务戒毒看守研究]{{2,4}}所|[监督检查执法服务]{{2,6}}站)"
    r"(?=\d{4}年|关于|[\u4e00-\u9fff]{0,2}法治政府)"
)
_PLATFORM = lazy_pattern(
    "(?:平台|网站?|本站|客户端|公众号|融媒体中心|日报|晚报)$"
)  # where it was published, not by whom
# A word for oneself or for all, a time, a reason: no body's name begins there (but 本溪, 全椒, 自贡 do).
_NO_NAME = "(?!在|根据|按|我|本(?!溪)|为|自(?!贡|流井)|近|今|各|全(?![椒州南])|现[将就]|[省市县区镇乡]委)"
# 2022年，某市教育委员会以…: without a title, the first sentence says who reports
# … or 一年来，在市委的坚强领导下，某市教育局坚持…
_OPENS = lazy_pattern(
    r"(?:现(?:将|公布))?(?:(?:(?:19|20)\d\d|[*×]{2,4}|[一近今]|近几)?年(?:度)?(?:以?来)?，?)?"
    r"(?:(?:在[^，。；\n]{2,40}下|以[^，。；\n]{2,40}为(?:指导|引领|统领))，){0,2}"
    rf"(?P<name>{_NO_NAME}[\u4e00-\u9fffXx×*]{{2,34}}?(?:{OFFICE}|{INSTITUTION}|街道(?!办)|(?<![城村集小])[镇乡](?![村镇])))"
    "(?=以|坚持|始终|认真|按照|深入|紧|围绕|全面|积极|切实|严格|高度|持续|立足|聚焦|结合|(?:扎实|稳步|有序|统筹|大力|着力|深化|不断)?(?:推进|推动)"
    "|贯彻|落实|锚定|对标|践行|履行|依法|牢固|牢牢|着力|着眼|大力|不断|强化|深化|充分|各项|将(?!我|本)|在[市省区县州上习党]|(?:19|20)\\d\\d年|(?:法治(?:政府)?建设|依法行政|法治)工作)"
)
_SEALS = ("(盖章)", "(印章)", "(公章)", "(章)")
_INSTITUTION_LINE = lazy_pattern(f"(?:{INSTITUTION}|街道|[镇乡]|公司)$")
# 政策法规科, 执法监督处; but 公路管理处 is a body
_SECTION_LINE = lazy_pattern(f"(?:法规|法制|政策|综合|监督|审批|秘书|人事|督察)(?:与[^，。]{{2,6}})?{SECTION}$|[科股]$")
_OFFICE_NAME = lazy_pattern(rf"[\u4e00-\u9fffXx×*]{{2,30}}?{OFFICE}")
_PLACE = lazy_pattern("[\u4e00-\u9fffXx×*]{1,12}?[省市县区镇乡州旗](?=20|\\d|法治|依法|人民)")
_BEFORE_NAME = lazy_pattern(r"(?:关于|20\d{2}年(?:度)?)")


def put_issuer(source: SourceText, found: Described, title: tuple[int, int] | None, body_end: int) -> None:
    """The issuing body, from the first place that names it: signature, letterhead, title, first sentence, the page.

    `title`: the title's span; `body_end`: where the body ends.
    """
    if "issuer" in found.values:
        return
    frame = _Frame(source, found, title, body_end)
    for place in (_signed, _behind_body, _letterhead, _titled, _signed_by_others, _opening, _publisher):
        span = place(frame)
        if span is not None:
            found.put("issuer", read(source, span), span)
            return
        if place is _titled and _place_in_title(frame):
            return  # a place's report is not of the office that put it on the page


@dataclass(frozen=True, slots=True)
class _Frame:
    """A text, what has been read of its metadata, where its title stands and where its body ends."""

    source: SourceText
    found: Described
    title: tuple[int, int] | None
    body_end: int

    def line(self, start: int) -> tuple[int, int]:
        return start, self.source.paragraph_at(start)[1]


def _signed(frame: _Frame) -> tuple[int, int] | None:
    """The name that signs, where it is a body's beyond doubt or stands in the title."""
    name = _signatory(frame)
    if name is None:
        return None
    flow = frame.source.flow
    words = flow[slice(*name)]
    if frame.title is not None and words in flow[slice(*frame.title)]:
        return name
    sure = ORG_LINE.fullmatch(words) or _INSTITUTION_LINE.search(words)
    return name if sure and not is_statement(words) else None


def _signed_by_others(frame: _Frame) -> tuple[int, int] | None:
    """Whoever signs, but no section of a body: 政策法规科 is of one that is named in front of it or nowhere."""
    name = _signatory(frame)
    if name is None or not _SECTION_LINE.search(frame.source.flow, *name):
        return name
    office = ORG_LINE.match(frame.source.flow, *name)
    return office.span() if office else None


def _behind_body(frame: _Frame) -> tuple[int, int] | None:
    """A body's name on a line of its own behind the body, above the office that printed the report."""
    flow, printed = frame.source.flow, frame.found.spans.get("printed_on")
    for start in frame.source.paragraph_starts:
        if start < frame.body_end:
            continue
        if isinstance(printed, tuple) and flow[start : printed[0]].strip().count("\n") <= 1 and start < printed[0]:
            return None
        if ORG_LINE.fullmatch(flow, *frame.line(start)) and not is_statement(flow[slice(*frame.line(start))]):
            return frame.line(start)
    return None


def _letterhead(frame: _Frame) -> tuple[int, int] | None:
    """某市水务局文件, above the title."""
    above = frame.title[0] if frame.title else 0
    for start in frame.source.paragraph_starts:
        if start >= above:
            break
        end = frame.line(start)[1] - len("文件")
        if frame.source.flow.startswith("文件", end) and ORG_LINE.fullmatch(frame.source.flow, start, end):
            return start, end
    return None


def _name_in_title(frame: _Frame) -> tuple[int, int] | None:
    """Where a title begins behind 关于 or a year, and where it ends."""
    if frame.title is None:
        return None
    before = _BEFORE_NAME.match(frame.source.flow, *frame.title)
    return (before.end() if before else frame.title[0]), frame.title[1]


def _titled(frame: _Frame) -> tuple[int, int] | None:
    """The body that the title names, else the government of the place that it names."""
    words = _name_in_title(frame)
    if words is None:
        return None
    flow = frame.source.flow
    for pattern in (ORG_NAME, _OTHER_OFFICE, _OFFICE_NAME):
        if named := pattern.match(flow, *words):
            return named.span()
    place = _place_in_title(frame)
    # in the page's head too: of 某区2023年度法治政府建设情况报告 that the government's office put there
    body = place and re.search(
        f"{re.escape(place)}(?:人民政府|管理委员会|管委会)", flow[: frame.found.body_start + 120]
    )
    return body.span() if body else None


def _place_in_title(frame: _Frame) -> str:
    """某区 of 某区2023年度法治政府建设情况报告, or nothing."""
    words = _name_in_title(frame)
    place = _PLACE.match(frame.source.flow, *words) if words else None
    return place.group() if place else ""


def _opening(frame: _Frame) -> tuple[int, int] | None:
    """The body that the first sentence says to report."""
    opens = _OPENS.match(frame.source.flow, _first_words(frame.source.flow, frame.found.body_start))
    return opens.span("name") if opens else None


def _publisher(frame: _Frame) -> tuple[int, int] | None:
    """The body on whose page the report stands, if no other is named."""
    by, name = frame.found.spans.get("published_by"), str(frame.found.values.get("published_by", ""))
    return by if isinstance(by, tuple) and ORG_LINE.fullmatch(name) and not _PLATFORM.search(name) else None


def _signatory(frame: _Frame) -> tuple[int, int] | None:
    """The name that stands above a day behind the body, or in one line with it; the first of several."""
    flow, signed = frame.source.flow, frame.found.spans.get("signed_on")
    if not isinstance(signed, tuple) or signed[0] < frame.body_end:
        return None
    day = signed[0]
    alone = flow[day - 1] == "\n"
    start = _first_words(flow, max(frame.body_end, flow.rfind("\n", 0, day - alone) + 1))
    words = flow[start:day].rstrip()
    words = words.removesuffix(next((seal for seal in _SEALS if words.endswith(seal)), "")).rstrip()
    if person := PERSON.search(words):
        return start, start + person.start() + 1
    office = ORG_LINE.search(flow, start if alone else frame.body_end, day)
    whole = office is None or (office.end() < start + len(words) and not frame.source.parted(office.end()))
    if whole and is_name(words, flow[slice(*frame.title)] if frame.title else ""):
        return start, start + len(words)
    return office.span() if office else None


def _first_words(flow: str, at: int) -> int:
    """Where the first line behind a position begins that is none of blanks."""
    while at < len(flow) and flow[at] in "\n ":
        at += 1
    return at
