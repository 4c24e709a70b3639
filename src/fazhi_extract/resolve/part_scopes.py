"""Scopes that a figure has from those beside it: from what it is a part of, a growth of, or listed with."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.breakdowns import part_kind, part_name
from fazhi_extract.resolve.fields_of_cases import no_field
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import same_unit
from fazhi_extract.resolve.scope_words import ScopeWords

# When, how and with what result are no parts of the work: 其中上半年56家次, 不合格12批次, 省级抽检126批次.
_NO_PART = lazy_pattern(
    "隐患$|问题$|年$|季度|月$|期间|旬$|^(?:不?合格|已|未|待|应|可|优秀|良好|达标|其他|其余|一般|重大|国家|[省市县区]级|国抽|省抽|发现|分期)|(?:抽检|抽查|监测|检查|发现|监督)$"
)
_PART_LEAD = lazy_pattern(
    "^[，、；(]?(?:其中|包括|(?:问题|内容|案件|诉求|事项)?主要(?:集中反映|集中[在于]|集中|涉及|包括|反映|体现在|表现[在为]))?[，：]?(?:完成|开展|组织|实施)?(?:对|抽检|检查|采样|监测|查处|立案|巡查|抽查)?"
)
_OFFICE = lazy_pattern(
    "(?:分局|[支大中]队|部门|系统|中心|政府|办事处|机关|本级)$"
)  # 学校 are objects, not units of the issuer
_DONE_WITH_PART = lazy_pattern(
    "，(?:均)?已?(?:结案|办结|处罚|罚款|罚没款?|罚没收入|罚没金额|罚款金额|没收违法所得)(?:金额)?(?:共计?|合计|计)?(?:人民币)?"
)


def assign_part_scopes(flow: str, figures: list[Figure], issuer: str | None, w: ScopeWords) -> None:
    """Sets the scopes of parts with a bare name, of what stands beside a scoped figure, and of what was done with one part."""
    _named_parts(flow, figures, issuer, w)
    _as_beside(flow, figures)
    _of_one_part(flow, figures)


def _as_beside(flow: str, figures: list[Figure]) -> None:
    """Growths take the scope of what they change; numbers that run together are of the same place (甲区30起37万元)."""
    for i, figure in enumerate(figures):
        if figure.scope_kind is not None or figure.indicator is None:
            continue
        if figure.base is not None and not figure.growth and figures[figure.base].scope is not None:
            figure.scope, figure.scope_kind = figures[figure.base].scope, figures[figure.base].scope_kind
        elif figure.growth:
            changed = next((j for relation, j in figure.links if relation == "changed"), None)
            of = figures[changed] if changed is not None else None
            if of is None or of.indicator != figure.indicator or of.scope is None:
                continue
            # 用人单位抽查160件，省级任务10件，任务数增长7%: of them all
            between = figures[(changed or 0) + 1 : i]
            if not any(f.indicator == figure.indicator and f.scope is None and f.role == "actual" for f in between):
                figure.scope, figure.scope_kind = of.scope, of.scope_kind
        elif i and figures[i - 1].scope_kind == "region" and flow[figures[i - 1].end : figure.start] in ("", "、"):
            figure.scope, figure.scope_kind = figures[i - 1].scope, "region"


def _of_one_part(flow: str, figures: list[Figure]) -> None:
    """其中非法行医7件，结案3件，罚款41万元: what was done goes on about the one part that 其中 names."""
    for i, figure in enumerate(figures[1:], 1):
        former = figures[i - 1]
        if (
            figure.scope_kind is not None
            or former.scope_kind not in ("objects", "unit", "region")
            or former.sentence != figure.sentence
        ):
            continue
        domain = (former.indicator or "").partition(".")[0]
        if domain != "penalty" or not (figure.indicator or "").startswith(domain):
            continue
        if not _DONE_WITH_PART.fullmatch(flow, former.end, figure.start):
            continue
        k = i - 1
        while k >= 0 and figures[k].scope == former.scope and figures[k].sentence == former.sentence:
            k -= 1
        begins = figures[k].end if k >= 0 and figures[k].sentence == former.sentence else former.sentence[0]
        named = flow[begins : former.start]
        if "其中" in named or ("；" in named and "其中" in flow[figure.sentence[0] : former.start]):
            figure.scope, figure.scope_kind = former.scope, former.scope_kind


def _named_parts(flow: str, figures: list[Figure], issuer: str | None, w: ScopeWords) -> None:
    """罚款91万元，其中医疗机构62万元、学校3万元: parts of what was inspected, or of fines, that have a bare name."""
    for i, figure in enumerate(figures):
        if figure.scope_kind is not None or figure.kind == "rate":
            continue
        whole = next((k for relation, k in figure.links if relation == "whole"), None)
        linked = whole is not None
        whole = _whole_in_front(flow, figures, i) if whole is None else whole
        # 抽检农药、肥料分别为86批次、120批次
        listed = figure.separate and (figure.indicator or "").startswith("inspection.")
        if not listed and (whole is None or whole >= i):
            continue
        if not (figure.indicator or "").startswith(("inspection.", "penalty.")) or figure.role != "actual":
            continue
        if whole is not None and figure.attributes.keys() - figures[whole].attributes.keys():
            continue
        begins = max(figures[i - 1].end, figure.sentence[0]) if i else figure.sentence[0]
        own = _PART_LEAD.sub("", flow[slice(*figure.named)] if listed and figure.named else flow[begins : figure.start])
        name = part_name(own)
        fewer = whole is not None and linked and (figure.value or 0) < (figures[whole].value or 0)
        how = (figure.indicator or "").startswith("penalty.") and name is not None and no_field(name)
        if (
            name
            and not how
            and not _NO_PART.search(name)
            and name not in w.generic
            # 立案57宗(土地45宗、矿产7宗): a part of all work is narrower, though the issuer has its name
            and (fewer or not w.is_own_field(name, issuer))
        ):
            kind = part_kind(name)
            figure.scope, figure.scope_kind = name, "objects" if kind == "unit" and not _OFFICE.search(name) else kind
            if whole is not None and not linked:
                figure.links.append(("whole", whole))


def _whole_in_front(flow: str, figures: list[Figure], i: int) -> int | None:
    """The figure in front of 其中 that the i-th counts the same as, where nothing else stands between them."""
    figure = figures[i]
    opens = flow.rfind("其中", figure.sentence[0], figure.start)
    j = i
    while opens >= 0 and j >= 0 and figures[j].sentence == figure.sentence and figures[j].indicator == figure.indicator:
        if figures[j].end <= opens:
            return j if same_unit(figures[j], figure) and (figures[j].value or 0) > (figure.value or 0) else None
        j -= 1
    return None
