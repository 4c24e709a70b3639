"""Growths and what they change, where the words in front of them do not say it all."""

from __future__ import annotations

from decimal import Decimal

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.change_words import LEVEL_BEHIND, LEVEL_ENDS, LEVEL_TAKEN_IN
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import lend, same_unit

_LEVEL = lazy_pattern(f"(?:{LEVEL_BEHIND}|{LEVEL_TAKEN_IN})")
_NAMES_GROWN = lazy_pattern(
    "(?!同比|环比|分别|[较比增下上减])[^，。；、\\d]{2,14}(?:量|数|案件|申请|来信|来访)(?:同比|环比|[较比增下上减])"
)
_MOST_PARTS = 6  # growths of parts behind that of their whole


def link_changes(flow: str, figures: list[Figure]) -> None:
    """信访件46件，投诉举报960件，信访量同比下降9%: each such growth to the nearest figure of its sentence that counts the same.

    Of several with the same indicator the one with the same attributes comes first. Where none stands in front, it is
    the new level behind: 复议受理量增长30%，受理140件.
    """
    for i, growth in enumerate(figures):
        if not growth.growth or growth.role != "change" or growth.indicator is None or growth.links:
            continue
        if growth.partial:
            continue  # 同比增加800条，其中网站增加500条: of a part that has no number
        fits = [j for j in range(i - 1, max(-1, i - 12), -1) if _fits(figures[j], growth)]
        alike = [j for j in fits if figures[j].attributes == growth.attributes]
        if fits:
            growth.links.append(("changed", (alike or fits)[0]))
        elif i + 1 < len(figures) and _is_level(flow, growth, figures[i + 1]):
            growth.links.append(("changed", i + 1))


def _is_level(flow: str, growth: Figure, level: Figure) -> bool:
    if not _fits(level, growth) or level.start < growth.end or flow[level.end : level.end + 1] not in LEVEL_ENDS:
        return False
    if _LEVEL.fullmatch(flow, growth.end, level.start) is None:
        return False
    added = growth.value if growth.kind != "rate" else None
    more = {k: v for k, v in level.attributes.items() if k != "variety" and growth.attributes.get(k) != v}
    return (added is None or (level.value or 0) > added) and more in ({}, {"stage": "accepted"}, {"stage": "received"})


def _fits(figure: Figure, growth: Figure) -> bool:
    return (
        figure.sentence == growth.sentence
        and figure.role == "actual"
        and figure.indicator == growth.indicator
        and growth.attributes.get("instrument") == figure.attributes.get("instrument")
        and (growth.kind == "rate" or (figure.kind == growth.kind and same_unit(figure, growth)))
    )


def levels_of_growths(flow: str, figures: list[Figure], run: list[int]) -> bool:
    """纠纷总量下降8%，化解数上升3%，分别为2100件、2060件: gives each number the growth whose level it is; whether they are."""
    grown = range(run[0] - len(run), run[0])
    for j in grown:
        growth = figures[j]
        if j < 0 or growth.sentence != figures[run[0]].sentence or not growth.growth or growth.kind != "rate":
            return False
        if not _NAMES_GROWN.match(flow, growth.clause[0], growth.start):
            return False
    for k, j in zip(run, grown, strict=True):
        figures[k].base = j
    return True


def of_prior(figures: list[Figure], i: int) -> bool:
    """信访件较上年的420件减少65件: gives a growth whose earlier value alone is named what that counts; whether it is one."""
    figure, former = figures[i], figures[i - 1]
    fits = former.role == "prior" and former.indicator is not None and former.sentence == figure.sentence
    if not fits or (figure.kind != "rate" and not same_unit(figure, former)):
        return False
    lend(figure, former)
    return True


def part_of_growth(flow: str, figures: list[Figure], i: int) -> Figure | None:
    """同比增加800条，其中网站增加500条、微信增加300条: the growth that the i-th is a part of, or None."""
    part = figures[i]
    for whole in reversed(figures[max(0, i - _MOST_PARTS) : i]):
        if whole.sentence != part.sentence or whole.role != "change":
            return None
        if whole.indicator is None or whole.kind != part.kind or not same_unit(whole, part):
            return None
        if "其中" in flow[whole.end : part.start]:
            values = abs(whole.value or Decimal(0)), abs(part.value or Decimal(0))
            return whole if part.kind == "rate" or values[0] >= values[1] else None
    return None


def settle_rows(flow: str, figures: list[Figure]) -> None:
    """信访355件，其中来信32件、来访41件、网信282件，同比下降15%: behind a row of parts a growth is said of their whole."""
    for i, growth in enumerate(figures):
        if not growth.growth or len(growth.links) != 1 or growth.links[0][0] != "changed":
            continue
        part = growth.links[0][1]
        if part > i or figures[i - 1].role == "prior" or growth.lender is not figures[part]:
            continue  # 来访100件，去年来访130件，下降23.1%
        if not flow.startswith("，", figures[i - 1].end):
            continue
        whole = _whole_of(flow, figures, part)
        if whole is None or "；" in flow[figures[whole].end : figures[part].start]:
            continue
        row = [
            f for f in figures[whole + 1 : i] if f.indicator == figures[part].indicator and same_unit(f, figures[part])
        ]
        if len(row) > 1 and row[-1] is figures[part]:
            growth.links = [("changed", whole)]
            growth.indicator, growth.attributes = figures[whole].indicator, dict(figures[whole].attributes)


def _whole_of(flow: str, figures: list[Figure], part: int) -> int | None:
    """The figure in front of 其中 that a part behind it counts the same as."""
    opens = flow.rfind("其中", figures[part].sentence[0], figures[part].start)
    for k in range(part - 1, -1, -1):
        if opens < 0 or figures[k].sentence != figures[part].sentence:
            return None
        if figures[k].end <= opens:
            alike = figures[k].indicator == figures[part].indicator and same_unit(figures[k], figures[part])
            return k if alike and figures[k].role == "actual" else None
    return None
