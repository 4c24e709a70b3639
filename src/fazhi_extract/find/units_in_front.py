"""Units in brackets in front of their numbers: 罚没款（万元）：56.8, 办件总量（万件）2022年51.20、2023年56.61."""

from __future__ import annotations

from collections.abc import Sequence

from fazhi_extract.find.cell_units import is_unit, read_whole
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Quantity

_IN_FRONT = lazy_pattern("\\((?P<unit>[^()\\d，。；]{1,5})\\)[：:]?(?:(?:19|20)\\d\\d年度?为?)?$")
_NEXT = lazy_pattern("[、，](?:(?:19|20)\\d\\d年度?为?)")
_LONGEST = 18  # characters of a bracket and a year


def take_units_in_front(flow: str, found: Sequence[Quantity]) -> None:
    """Gives numbers without a unit the one that the bracket in front names, and those listed with them by their years."""
    unit: str | None = None
    end = 0
    for quantity in found:
        if quantity.unit is not None or quantity.kind != "count" or quantity.number.script != "arabic":
            unit = None
            continue
        told = _IN_FRONT.search(flow, max(0, quantity.start - _LONGEST), quantity.start)
        listed = unit is not None and _NEXT.fullmatch(flow, end, quantity.start) is not None
        unit = told["unit"] if told else unit if listed else None
        whole = read_whole(flow[quantity.start : quantity.end] + unit) if unit is not None and is_unit(unit) else None
        if whole is None:
            unit = None
            continue
        quantity.value, quantity.kind, quantity.family = whole.value, whole.kind, whole.family
        quantity.unit, quantity.unit_span, quantity.shared = whole.unit, None, True
        end = quantity.end
