"""A figure and those beside it in its sentence."""

from __future__ import annotations

from collections.abc import Callable

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import BARE, Figure

_ALIKE = {"matter": ("件", "起", "宗", "例", "案"), "person": ("人", "名", "位")}
# 受理申请387件，受理量比上年增长12%: an amount without a name of its own is that of the figure in front.
VAGUE_AMOUNT = "(?:案件|受理|收案|办理|办件|办案|申请|工单|来信来访)(?:数量|总量|总数|量|数)|(?:件|份|批次|场次|户|条)数|数量|总量|总数"
SHARE = lazy_pattern("^[，、(]?(?:约|仅|就|只)?(?:所?占(?!(?:年度|全年|目标)?(?:目标|任务|计划))|比重)")
REST = lazy_pattern("[，；、(]?(?:其余|剩余|余下|尚有|还有|另外?有?$)")
PART_OF = lazy_pattern(
    "^[，；、(]?(?:其中|(?:问题|内容|案件|诉求|事项)?主要(?:集中[在于]|涉及|包括)|其余|剩余|余下|尚有|还有|另外?有?$)"
)


def preceding(figures: list[Figure], i: int, fits: Callable[[Figure], bool]) -> Figure | None:
    """The nearest figure in front of the i-th, in its sentence, that fits."""
    j = preceding_index(figures, i, fits)
    return None if j is None else figures[j]


def preceding_index(figures: list[Figure], i: int, fits: Callable[[Figure], bool]) -> int | None:
    """Which of the figures `preceding` finds."""
    for j in range(i - 1, -1, -1):
        if figures[j].sentence != figures[i].sentence:
            return None
        if figures[j].end <= figures[i].start and fits(figures[j]):
            return j
    return None


def same_unit(a: Figure, b: Figure) -> bool:
    """Whether two figures count alike: 件 and 起 do, 名 and 人 too."""
    if BARE in (a.family, b.family):
        return {a.family, b.family} <= {BARE, "matter"}  # 收到申请860（其中社会组织850件）
    alike = _ALIKE.get(a.family or "", ()) if a.family == b.family else ()
    return a.unit == b.unit or (a.unit in alike and b.unit in alike)


def lend(figure: Figure, model: Figure) -> None:
    """Gives a figure what another one measures."""
    figure.indicator, figure.rule = model.indicator, model.rule
    figure.attributes = dict(model.attributes)
    figure.lender = model
