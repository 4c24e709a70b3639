"""Which samplings were counted: 食品安全监督抽检320批次，合格率98%; 抽检食品320批次 says what was sampled, and confines nothing."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.scope_words import ScopeWords

_GOODS = (
    "普通食品|食用农产品|食品|药品|化妆品|医疗器械|消毒产品|餐(?:饮)?具|农药|种子|肥料|兽药|饲料|农产品|水产品|畜产品|成品油|车用油品"
    "|烟花爆竹|特种设备|工业产品|电动自行车|儿童用品|燃气具|化肥|建材|危险化学品"
)
_SAMPLED = lazy_pattern(
    f"(?:^[，；、和]?|完成|开展|组织|实施|进行|全年|年内|累计|其中|国家级?|[省市县本各]级)(?P<goods>{_GOODS})(?:质量)?(?:安全)?(?:监督|评价性|风险|定量|专项|例行|常规){{0,2}}"
    "(?:抽检|抽样检验|抽样检测|抽样|抽查|监测|检测|快检)(?:工作|任务)?(?:共|累计|达)?$"
)
_FAILED = lazy_pattern("[，、；（(](?:其中)?(?:发现|检出|检测出)?不合格(?:样品|食品|产品)?")
_IN_A_ROW = lazy_pattern("[、和及]")
_PASSED = lazy_pattern("[，、；）)]{1,2}(?:其中)?(?:总体|平均)?(?:抽检|检验|抽样)?不?合格率(?:为|达到?|均?达)?")


def assign_sampled_goods(flow: str, figures: list[Figure], issuer: str | None, w: ScopeWords) -> None:
    """Sets the scopes of samples, and of their pass rate behind them, that have none yet by the goods that name the sampling."""
    for i, figure in enumerate(figures):
        if figure.indicator == "inspection.samples" and figure.scope_kind is None and not figure.growth:
            begins = max(figure.clause[0], figures[i - 1].end if i else 0)
            m = _SAMPLED.search(flow[begins : figure.start])
            if m is not None and not w.is_own_field(m["goods"], issuer):
                figure.scope, figure.scope_kind = m["goods"], "objects"
        elif figure.indicator == "inspection.pass_rate" and figure.scope_kind is None and i:
            j = i - 1
            if _FAILED.fullmatch(flow, figures[j - 1].end if j else 0, figures[j].start):
                j -= 1  # 抽检320批次，不合格6批次，合格率98.1%
            if j and figures[j - 1].indicator == "inspection.samples":
                continue  # 食品1260批次，药品320批次，合格率97.7%: of both
            samples = figures[j]
            of_goods = samples.indicator == "inspection.samples" and samples.scope_kind == "objects"
            if of_goods and _PASSED.fullmatch(flow, figures[i - 1].end, figure.start):
                figure.scope, figure.scope_kind = samples.scope, samples.scope_kind
    _rates_in_a_row(flow, figures)


def _rates_in_a_row(flow: str, figures: list[Figure]) -> None:
    """药品抽检860批次、化妆品抽检95批次，合格率分别为99.1%、96.8%: each rate is of the goods that stand in its place."""
    for i, figure in enumerate(figures):
        if figure.indicator != "inspection.pass_rate" or not flow.endswith(("分别为", "分别达"), 0, figure.start):
            continue
        rates = [i]
        while rates[-1] + 1 < len(figures) and _IN_A_ROW.fullmatch(
            flow, figures[rates[-1]].end, figures[rates[-1] + 1].start
        ):
            rates.append(rates[-1] + 1)
        goods = [
            f
            for f in figures[max(0, i - len(rates)) : i]
            if f.indicator == "inspection.samples" and f.scope_kind == "objects"
        ]
        if len(goods) == len(rates) > 1:
            for at, samples in zip(rates, goods, strict=True):
                figures[at].scope, figures[at].scope_kind = samples.scope, samples.scope_kind
