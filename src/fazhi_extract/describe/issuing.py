"""Which body issues a report: by signature, letterhead, title and first sentence."""

from __future__ import annotations

import re

from fazhi_extract.describe.described import ORG, ORG_LINE, ORG_NAME, Described, read
from fazhi_extract.layout.signature import INSTITUTION, is_name
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
_OPENS = lazy_pattern(
    r"(?:现(?:将|公布))?(?:(?:19|20)\d\d年(?:度)?(?:以来)?，?)?"
    rf"(?P<name>{_NO_NAME}[\u4e00-\u9fffXx×*]{{2,34}}?(?:{ORG}|{INSTITUTION}|街道(?!办)|(?<![城村集小])[镇乡](?![村镇])))"
    "(?=以|坚持|始终|认真|按照|深入|紧|围绕|全面|积极|切实|严格|高度|持续|立足|聚焦|结合|(?:扎实|稳步|有序|统筹|大力|着力|深化|不断)?(?:推进|推动)"
    "|贯彻|落实|锚定|对标|践行|履行|依法|牢固|牢牢|着力|着眼|大力|不断|强化|深化|充分|各项|将(?!我|本)|在[市省区县州上习党]|(?:19|20)\\d\\d年)"
)
_SEALS = ("(盖章)", "(印章)", "(公章)", "(章)")
_BEFORE_NAME = lazy_pattern(r"(?:关于|20\d{2}年(?:度)?)")


def put_issuer(source: SourceText, found: Described, span: tuple[int, int] | None, body_end: int) -> None:
    """The issuing body: from signature, letterhead, title, in this order."""
    if "issuer" in found.values:
        return
    flow = source.flow
    signed = found.spans.get("signed_on")
    if isinstance(signed, tuple) and signed[0] >= body_end and (name := _signatory(source, body_end, signed[0])):
        found.put("issuer", read(source, name), name)
        return
    printed = found.spans.get("printed_on")
    for start in source.paragraph_starts:
        if start >= body_end and "issuer" not in found.values:
            end = source.paragraph_at(start)[1]
            if isinstance(printed, tuple) and flow[start : printed[0]].strip().count("\n") <= 1 and start < printed[0]:
                break  # the office that printed it
            if ORG_LINE.fullmatch(flow, start, end):
                found.put("issuer", read(source, (start, end)), (start, end))
                return
    if span:
        for start in source.paragraph_starts:
            if start >= span[0]:
                break
            end = source.paragraph_at(start)[1]
            if flow[start:end].endswith("文件") and ORG_LINE.fullmatch(flow, start, end - 2):
                found.put("issuer", read(source, (start, end - 2)), (start, end - 2))
                return
        words = flow[slice(*span)]
        before = _BEFORE_NAME.match(words)
        offset = span[0] + (before.end() if before else 0)
        named = (
            ORG_NAME.match(flow, offset, span[1])
            or _OTHER_OFFICE.match(flow, offset, span[1])
            or re.compile(rf"[\u4e00-\u9fffXx×*]{{2,30}}?{ORG}").match(flow, offset, span[1])
        )
        if named:
            found.put("issuer", read(source, named.span()), named.span())
            return
        place = re.compile("[\u4e00-\u9fffXx×*]{1,12}?[省市县区镇乡州旗](?=20|\\d|法治|依法|人民)").match(
            flow, offset, span[1]
        )
        # in the page's head too: of 某区2023年度法治政府建设情况报告 that the government's office put there
        body = place and re.compile(f"{re.escape(place.group())}(?:人民政府|管理委员会|管委会)").search(
            flow, 0, found.body_start + 120
        )
        if body:
            found.put("issuer", read(source, body.span()), body.span())
        if place:
            return  # a place's report is not of the office that put it on the page
    opens = _OPENS.match(flow, _first_words(flow, found.body_start))
    if opens:
        found.put("issuer", read(source, opens.span("name")), opens.span("name"))
        return
    by = found.spans.get("published_by")
    publisher = str(found.values.get("published_by", ""))
    if isinstance(by, tuple) and ORG_LINE.fullmatch(publisher) and not _PLATFORM.search(publisher):
        found.put("issuer", found.values["published_by"], by)


def _signatory(source: SourceText, body_end: int, day: int) -> tuple[int, int] | None:
    """The body's name that stands above a day behind the body, or in one line with it; the first of several."""
    flow = source.flow
    alone = flow[day - 1] == "\n"
    start = _first_words(flow, max(body_end, flow.rfind("\n", 0, day - alone) + 1))
    words = flow[start:day].rstrip()
    words = words.removesuffix(next((seal for seal in _SEALS if words.endswith(seal)), "")).rstrip()
    office = ORG_LINE.search(flow, start if alone else body_end, day)
    whole = office is None or (office.end() < start + len(words) and not source.parted(office.end()))
    if whole and is_name(words):
        return start, start + len(words)
    return office.span() if office else None


def _first_words(flow: str, at: int) -> int:
    """Where the first line behind a position begins that is none of blanks."""
    while at < len(flow) and flow[at] in "\n ":
        at += 1
    return at
