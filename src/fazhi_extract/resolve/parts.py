"""Links from a figure that its own words name (其中夜间突击检查418家次) to the whole in front of it."""

from __future__ import annotations

from collections.abc import Sequence

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.breakdowns import part_name
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import same_unit
from fazhi_extract.resolve.outcomes import before_outcome

# A list after 其中 goes on as long as nothing but 、 parts its members.
_COMMA = lazy_pattern("，(?!\\d)")
_PAPERS = ("matter", "paper", "list")
_FURTHER = (
    "stage",
    "result",
    "variety",
    "instance",
    "instrument",
    "procedure",
    "channel",
    "level",
)  # a part may say more
_NUMBER = lazy_pattern("\\d")
_OF_WHOLE = lazy_pattern(r"[，；(]?其中(?:[^，；。()]|(?<=\d)，(?=\d{3}))*")


def link_parts(figures: Sequence[Figure], text: str) -> None:
    """Adds a ``whole`` link where 其中 says that a figure is a part of an earlier one that counts the same.

    Both are numbers of the year with the same indicator and count alike, the part says no other scope, and it is smaller;
    it may say more of itself (其中维持29件). `text` is the flow.
    """
    for i, part in enumerate(figures):
        if not _counts(part) or any(relation == "whole" for relation, _ in part.links):
            continue
        known = _whole_beside(figures, i, text)
        known = before_outcome(text, figures, i) if known is None else known
        if known is not None and _fits(figures[known], part):
            part.links.append(("whole", known))
            continue
        for j in range(i - 1, -1, -1):
            whole = figures[j]
            if whole.sentence != part.sentence:
                break
            if whole.end <= part.start and _fits(whole, part) and _lists(text[whole.end : part.start]):
                part.links.append(("whole", j))
                break


def _whole_beside(figures: Sequence[Figure], i: int, text: str) -> int | None:
    """The whole of the part that the i-th is listed with: 其中邻里纠纷120件、物业纠纷88件."""
    former = figures[i - 1] if i else None
    if former is None or former.sentence != figures[i].sentence or not text.startswith("、", former.end):
        return None
    return next((j for relation, j in former.links if relation == "whole" and j < i - 1), None)


def _lists(between: str) -> bool:
    """Whether 其中 opens a list between two figures that goes on to the second one."""
    if _OF_WHOLE.fullmatch(between):
        return True
    first, *others = _COMMA.split(between)
    if not others or (not first and not others[0].startswith("其中")):
        return False
    # 其中：概况信息4条，财政信息3条: names alone behind commas
    head = first or others.pop(0)
    return _OF_WHOLE.fullmatch(head) is not None and all(part_name(_NUMBER.split(other)[0]) for other in others)


def _counts(figure: Figure) -> bool:
    return (
        figure.indicator is not None and figure.role == "actual" and figure.form == "number" and figure.kind != "rate"
    )


def _fits(whole: Figure, part: Figure) -> bool:
    return (
        _counts(whole)
        and whole.indicator == part.indicator
        and all(
            whole.attributes.get(key, value) == value for key, value in part.attributes.items() if key not in _FURTHER
        )
        and whole.scope in (None, part.scope)
        and (same_unit(whole, part) or (whole.family in _PAPERS and part.family in _PAPERS))
        and whole.value is not None
        and part.value is not None
        and part.value < whole.value
    )
