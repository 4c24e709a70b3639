"""Growths and what they change, where the words in front of them do not say it all."""

from __future__ import annotations

from decimal import Decimal

from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import lend, same_unit

_MOST_PARTS = 6  # growths of parts behind that of their whole


def link_changes(figures: list[Figure]) -> None:
    """信访件46件，投诉举报960件，信访量同比下降9%: each such growth to the nearest figure of its sentence that counts the same.

    Of several with the same indicator the one with the same attributes comes first.
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


def _fits(figure: Figure, growth: Figure) -> bool:
    return (
        figure.sentence == growth.sentence
        and figure.role == "actual"
        and figure.indicator == growth.indicator
        and growth.attributes.get("instrument") == figure.attributes.get("instrument")
        and (growth.kind == "rate" or (figure.kind == growth.kind and same_unit(figure, growth)))
    )


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
        if part > i or growth.lender is not figures[part] or not flow.startswith("，", figures[i - 1].end):
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
