"""A result beside its plan or an earlier year's value: 计划普法20场，实际完成25场; 2021年举办培训4期，2022年举办6期."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import lend, same_unit

_DONE_NOW = lazy_pattern(
    "[，；、](?:(?:到|至|截至)?(?:今年|本年度?|当年|\\d{4}年度?)(?:以来|底|末)?|年底|全年|实际|现已?|已|目前|共|累计|超额|人均){1,4}"
    "(?P<verb>收到|发生|新收|接收|接待|立案|查处|处罚|罚款|调解|化解|审结|应诉|问责|开展|完成|举办|召开|组织|实施|办理|受理|办结|清理|培训|检查|出动|制定|出台|建成|达到?|增至|降至|减至|(?:提高|提升|上升|下降|增加|减少|增长|降低)[到至]|则?为|有)?(?:了|数)?(?:共|约)?"
)

_ANY_ACT = frozenset(
    [
        "开展",
        "完成",
        "举办",
        "召开",
        "组织",
        "实施",
        "达到",
        "达",
        "增至",
        "降至",
        "减至",
        "为",
        "有",
        "则为",
        "收到",
        "发生",
    ]
)
_COMPARED = lazy_pattern(
    "[，、(]?(?:比|较|与|同|和)?(?:(?:19|20)\\d\\d年|[上去]年|上一年)(?:度|同期|全年){0,2}的?(?:为|是|仅为?)?"
)
_FARTHEST = 4  # figures between a result and its plan
_FARTHEST_NEWER = 10  # figures between an earlier value and its newer one


def settle_other_time(flow: str, figures: list[Figure], i: int) -> bool:
    """Gives a figure that only says when, or that it was done, what the plan or earlier value in front of it counts."""
    figure = figures[i]
    if figure.base is not None:
        model = figures[figure.base]
        if model.indicator is None or figure.growth or not same_unit(model, figure):
            return False
        lend(figure, model)  # 去年受理12件、审结8件，今年分别为15件、9件
        return True
    former = _plan_or_past(figures, i)
    if former is None or former.indicator is None or figure.growth or former.kind != figure.kind:
        return False
    joined = flow[figures[i - 1].end : figure.start].removeprefix(")")  # 30件(同比增长20%)、44件
    if joined in ("、", "和", "与", "及") and former.role == "prior":
        lend(figure, former)  # 2021年、2022年分别立案30件、44件
        return True
    told = _DONE_NOW.fullmatch(flow, figures[i - 1].end, figure.start)
    if told is None:
        return False
    verb = told["verb"]
    if (
        verb
        and verb not in _ANY_ACT
        and not verb.endswith(("到", "至"))
        and verb not in flow[former.sentence[0] : former.start]
    ):
        return False  # 计划检查企业60家，已查处5家
    lend(figure, former)
    if former.role == "prior" and figure.role == "actual":
        former.links.append(("later", i))
    return True


def _plan_or_past(figures: list[Figure], i: int) -> Figure | None:
    """The nearest figure in front, in the sentence, that counts alike, where it is a plan or an earlier value."""
    for former in reversed(figures[max(0, i - _FARTHEST) : i]):
        if former.sentence == figures[i].sentence and former.role == "change":
            continue
        if former.sentence != figures[i].sentence or former.role not in ("prior", "target"):
            return None
        if same_unit(former, figures[i]):
            return former
    return None


def link_later(flow: str, figures: list[Figure]) -> None:
    """Links an earlier value to the newer one of its sentence that counts the same, where there is just one."""
    for i, figure in enumerate(figures):
        if figure.role != "prior" or figure.indicator is None:
            continue
        figure.links = [
            link for link in figure.links if link[0] != "whole"
        ]  # an earlier value is no part of this year's
        if any(of == "later" for of, _ in figure.links):
            continue
        former = figures[i - 1] if i else None
        if (
            former is not None
            and former.role == "actual"
            and (former.indicator, former.sentence) == (figure.indicator, figure.sentence)
            and same_unit(former, figure)
            and _COMPARED.fullmatch(flow, former.end, figure.start)
        ):
            figure.links.append(("later", i - 1))  # 其中食品类56件，比去年的48件增加8件
            continue
        near = range(max(0, i - _FARTHEST_NEWER), min(len(figures), i + _FARTHEST_NEWER + 1))
        newer = [j for j in near if figures[j].role == "actual" and _is_same_thing(figure, figures[j])]
        if not newer and figure.attributes:
            # 收到来信20件、来访100件，去年来访130件: the earlier clause may say less of it
            newer = [j for j in near if figures[j].role == "actual" and _is_same_thing(figure, figures[j], less=True)]
        if len(newer) == 1:
            figure.links.append(("later", newer[0]))


def _is_same_thing(figure: Figure, other: Figure, *, less: bool = False) -> bool:
    return (
        figure.sentence == other.sentence
        and figure.indicator == other.indicator
        and (figure.attributes.items() <= other.attributes.items() if less else figure.attributes == other.attributes)
        and figure.kind == other.kind
        and figure.scope == other.scope
        and same_unit(figure, other)
    )
