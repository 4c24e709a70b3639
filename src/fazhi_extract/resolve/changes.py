"""Links from growths whose own words name what grew to the figure that they change."""

from __future__ import annotations

from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import same_unit


def link_changes(figures: list[Figure]) -> None:
    """信访件46件，投诉举报960件，信访量同比下降9%: each such growth to the nearest figure of its sentence that counts the same.

    Of several with the same indicator the one with the same attributes comes first.
    """
    for i, growth in enumerate(figures):
        if not growth.growth or growth.role != "change" or growth.indicator is None or growth.links:
            continue
        fits = [j for j in range(i - 1, max(-1, i - 12), -1) if _fits(figures[j], growth)]
        alike = [j for j in fits if figures[j].attributes == growth.attributes]
        if fits:
            growth.links.append(("changed", (alike or fits)[0]))


def _fits(figure: Figure, growth: Figure) -> bool:
    return (
        figure.sentence == growth.sentence
        and figure.role == "actual"
        and figure.indicator == growth.indicator
        and (growth.kind == "rate" or (figure.kind == growth.kind and same_unit(figure, growth)))
    )


def settle_rows(flow: str, figures: list[Figure]) -> None:
    """信访355件，其中来信32件、来访41件、网信282件，同比下降15%: behind a row of parts a growth is said of their whole."""
    for i, growth in enumerate(figures):
        if not growth.growth or len(growth.links) != 1 or growth.links[0][0] != "changed":
            continue
        part = growth.links[0][1]
        whole = next((k for relation, k in figures[part].links if relation == "whole" and k < part), None)
        if (
            whole is None
            or part > i
            or growth.lender is not figures[part]
            or not flow.startswith("，", figures[i - 1].end)
        ):
            continue
        row = [f for f in figures[whole:i] if ("whole", whole) in f.links and f.sentence == growth.sentence]
        if len(row) > 1 and row[-1] is figures[part] and figures[whole].sentence == growth.sentence:
            growth.links = [("changed", whole)]
            growth.indicator, growth.attributes = figures[whole].indicator, dict(figures[whole].attributes)
