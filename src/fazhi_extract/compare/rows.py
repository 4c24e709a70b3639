"""Two readings of a key side by side, with what there is to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from fazhi_extract.compare.figures import Body, Reading
from fazhi_extract.compare.growth import Base, base, differs, per_cent
from fazhi_extract.table.figures import Figure, agree, same_unit
from fazhi_extract.table.keys import Key

if TYPE_CHECKING:
    from fazhi_extract.rulebook.indicators import Indicator

Finding = Literal["growth-differs", "base-differs", "unit-changed", "gone", "new", "jump", "open", "inexact", "unnamed"]
"""``growth-differs``: the stated growth does not come from the two figures; ``base-differs``: the new report gives
another value for the year before than the old one; ``gone``: no longer reported; ``jump``: a change so large that the
definition may have changed; ``open``: one side has no single number; ``inexact``: one
side says only about how many; ``unnamed``: the name in a sheet is none of an indicator."""

JUMP = Decimal(3)
_FEW = 10
"""Below this, small numbers make large factors every year."""
_POINTS = Decimal(30)
_ABSENT = Reading("not_found")


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator of one body. ``difference`` is in the unit of the figures (points for rates), ``growth`` in per cent
    and not for rates; ``stated`` and ``said_base`` are what the new report says of growth and of the year before,
    ``implied`` the base that the stated growth implies. What is not known is None.
    """

    old_body: Body
    new_body: Body
    key: Key
    old: Reading
    new: Reading
    difference: Decimal | None
    growth: Decimal | None
    stated: Figure | None
    implied: Base | None
    said_base: Figure | None
    findings: tuple[Finding, ...]


def compare(old: Body, new: Body, *, indicators: Mapping[str, Indicator], jump: Decimal = JUMP) -> list[Row]:
    """The rows of two bodies, in the order of ``indicators``, which has all that are known.

    ``jump`` is the factor from which a change is one. An indicator that neither side tells is left out.
    """
    place = {code: number for number, code in enumerate(indicators)}
    rows = [_row(old, new, a, b, jump, indicators) for a, b in _matched(old, new)]
    return sorted(rows, key=lambda row: (place.get(row.key.indicator, len(place)), row.key))


def _matched(old: Body, new: Body) -> Iterator[tuple[Key | None, Key | None]]:
    """Keys that belong together: equal ones, then one against one those that differ in words of the text only, and those
    of one indicator where a sheet does not say more.
    """
    left, right = dict.fromkeys(old.readings), dict.fromkeys(new.readings)
    for key in list(left):
        if key in right:
            yield key, key
            del left[key], right[key]
    alike: list[Callable[[Key], object]] = [lambda key: key.closed]
    if old.loose or new.loose:
        alike.append(lambda key: key.indicator)
    for about in alike:
        for key in list(left):
            fitting = [k for k in right if about(k) == about(key)]
            if len(fitting) == 1 and sum(about(k) == about(key) for k in left) == 1:
                yield key, fitting[0]
                del left[key], right[fitting[0]]
    for key in left:
        yield key, None
    for key in right:
        yield None, key


def _row(
    old_body: Body,
    new_body: Body,
    old_key: Key | None,
    new_key: Key | None,
    jump: Decimal,
    indicators: Mapping[str, Indicator],
) -> Row:
    old = old_body.readings[old_key] if old_key else _ABSENT
    new = new_body.readings[new_key] if new_key else _ABSENT
    stated = new_body.growths.get(new_key) if new_key else None
    said = new_body.bases.get(new_key) if new_key else None
    key = old_key if new_body.loose and old_key else new_key or old_key
    assert key is not None
    known = indicators.get(key.indicator)
    units = known.ordered_units if known else ()
    a, b = old.figure, new.figure
    implied = base(b, stated) if b and b.value is not None and stated and stated.value is not None else None
    difference = growth = None
    findings: list[Finding] = []
    alone, other = (old_body, new_body) if new_key is None else (new_body, old_body)
    if None in (old_key, new_key) and alone.loose and known is None:
        findings.append("unnamed")
    elif None in (old_key, new_key) and other.loose:
        pass  # nobody expects a sheet to have all that a report has
    elif new.state == "not_found":
        findings.append("gone")
    elif old.state == "not_found":
        findings.append("new")
    elif a is None or b is None:
        findings.append("open")
    elif not same_unit(a, b, units):
        findings.append("unit-changed")
    elif not (a.exact and b.exact):
        findings.append("inexact")
    elif a.value is not None and b.value is not None:
        difference = b.value - a.value
        growth = None if b.kind == "rate" else per_cent(a.value, b.value)
        wrong = stated is not None and differs(a, b, stated)
        if wrong:
            findings.append("growth-differs")
        if (wrong or stated is None) and leaps(a, b, jump):
            findings.append("jump")
    if a is not None and said is not None and same_unit(a, said, units) and not agree(a, said):
        findings.append("base-differs")
    return Row(old_body, new_body, key, old, new, difference, growth, stated, implied, said, tuple(findings))


def leaps(old: Figure, new: Figure, factor: Decimal) -> bool:
    """Whether a change is larger than most years bring."""
    assert old.value is not None
    assert new.value is not None
    low, high = sorted((abs(old.value), abs(new.value)))
    if old.kind == "rate":
        return high - low >= _POINTS
    return high >= _FEW and low > 0 and high >= factor * low
