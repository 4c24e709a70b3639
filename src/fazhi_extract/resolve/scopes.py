"""The part of the issuer's work that a figure is about: a region, a unit, a campaign, a group of objects.

Annotation guide, "Scope": none for the issuer under any name, none for what the indicator itself says, and one campaign
keeps one wording throughout a report.
"""

from __future__ import annotations

from fazhi_extract.resolve.fields_of_cases import fields_side_by_side
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.inspected import several_objects
from fazhi_extract.resolve.part_scopes import assign_part_scopes
from fazhi_extract.resolve.respondents import assign_respondents
from fazhi_extract.resolve.running_scopes import ALL_OBJECTS, RunningScopes
from fazhi_extract.resolve.sampled_goods import assign_sampled_goods
from fazhi_extract.resolve.scope_spot import spot_of
from fazhi_extract.resolve.scope_words import scope_words
from fazhi_extract.resolve.scopes_in_place import scope_in_place
from fazhi_extract.resolve.side_by_side import assign_side_by_side
from fazhi_extract.resolve.subjects import assign_subjects
from fazhi_extract.text import SourceText


def assign_scopes(source: SourceText, figures: list[Figure], issuer: str | None) -> None:
    """Sets `scope` and `scope_kind` where the text confines a figure; leaves those that lists have set."""
    w = scope_words()
    flow = source.flow
    assign_respondents(source, figures, issuer)
    assign_side_by_side(source, figures, issuer)
    fields_side_by_side(flow, figures, issuer, w)
    assign_subjects(flow, figures, issuer, w)
    running = RunningScopes(source, issuer, w)
    for i, figure in enumerate(figures):
        running.reach(figure)
        if figure.scope_kind is not None:
            running.pass_scoped(figure)
            continue
        spot = spot_of(figures, i, flow, issuer)
        running.pass_semicolon(spot)
        found = scope_in_place(spot, w) or running.of_settling(spot) or running.of_enforcement(spot)
        if found is not None:
            figure.scope, figure.scope_kind = found
        elif w.system.search(spot.left) and not ALL_OBJECTS.search(spot.left):
            figure.scope_kind = "system"
        elif w.own.search(spot.left):
            figure.scope_kind = "own"
    several_objects(flow, figures)
    assign_sampled_goods(flow, figures, issuer, w)
    assign_part_scopes(flow, figures, issuer, w)


def share_scopes(figures: list[Figure]) -> None:
    """望桥区由84.3%升至93.8%: whom the earlier value is of the newer one is of too."""
    for figure in figures:
        later = figures[figure.prior_of] if figure.prior_of is not None else None
        if later is not None and later.scope_kind is None and later.indicator == figure.indicator:
            later.scope, later.scope_kind = figure.scope, figure.scope_kind
