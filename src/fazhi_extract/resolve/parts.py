"""Links from a figure that its own words name (其中夜间突击检查418家次) to the whole in front of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import same_unit

# A list after 其中 goes on as long as nothing but 、 parts its members.
_OF_WHOLE = re.compile(r"[，；(]?其中(?:[^，；。()]|(?<=\d)，(?=\d{3}))*")


def link_parts(figures: Sequence[Figure], text: str) -> None:
    """Adds a ``whole`` link where 其中 says that a figure is a part of an earlier one that counts the same.

    Both are numbers of the year with the same indicator, attributes, scope and unit, and the part is smaller; `text` is
    the flow.
    """
    for i, part in enumerate(figures):
        if not _counts(part) or any(relation == "whole" for relation, _ in part.links):
            continue
        for j in range(i - 1, -1, -1):
            whole = figures[j]
            if whole.sentence != part.sentence:
                break
            if whole.end <= part.start and _fits(whole, part) and _OF_WHOLE.fullmatch(text, whole.end, part.start):
                part.links.append(("whole", j))
                break


def _counts(figure: Figure) -> bool:
    return (
        figure.indicator is not None and figure.role == "actual" and figure.form == "number" and figure.kind != "rate"
    )


def _fits(whole: Figure, part: Figure) -> bool:
    return (
        _counts(whole)
        and whole.indicator == part.indicator
        and whole.attributes == part.attributes
        and whole.scope == part.scope
        and same_unit(whole, part)
        and whole.value is not None
        and part.value is not None
        and part.value < whole.value
    )
