"""A result beside its plan or an earlier year's value: 计划普法20场，实际完成25场; 2021年举办培训4期，2022年举办6期."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import lend, same_unit

_NOW = lazy_pattern(
    "[，；、](?:(?:到|至|截至)?(?:今年|本年度?|当年|\\d{4}年度?)(?:以来|底|末)?|年底|全年|实际|现已?|已|目前|共|累计|超额|人均){1,4}"
    "(?:收到|发生|新收|接收|接待|立案|查处|处罚|罚款|调解|化解|审结|应诉|问责|开展|完成|举办|召开|组织|实施|办理|受理|办结|清理|培训|检查|出动|制定|出台|建成|达到?|增至|降至|减至|为|有|则?为)?(?:了|数)?(?:共|约)?"
)


def settle_other_time(flow: str, figures: list[Figure], i: int) -> bool:
    """Gives a figure that only says when, or that it was done, what the plan or earlier value in front of it counts."""
    figure, former = figures[i], figures[i - 1] if i else None
    if former is None or former.role not in ("prior", "target") or former.indicator is None or figure.growth:
        return False
    if former.sentence != figure.sentence or former.kind != figure.kind or not same_unit(former, figure):
        return False
    if _NOW.fullmatch(flow, former.end, figure.start) is None:
        return False
    lend(figure, former)
    if former.role == "prior":
        former.links.append(("later", i))
    return True
