"""Administrative divisions by name and year, and what became of departments in the reforms. The data lie in rules/.

Codes: GB/T 2260. ``rules/regions.csv`` is made by tools/make_regions.py, which names the sources and their date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from fazhi_extract.model.vocabulary import Level
from fazhi_extract.rulebook.lexicon import RULES

_ALWAYS, _NEVER = "0000", "9999"


@dataclass(frozen=True, slots=True)
class Place:
    """A province, city or county under one name.

    ``first`` and ``last`` are the years (four digits) at whose end the name was in force; ``heir`` is the code of what
    goes on in its place today, its own where nothing else does (with its name, where another unit has that code now).
    """

    code: str
    name: str
    first: str
    last: str
    heir: str

    @property
    def level(self) -> Level:
        """The level that the code shows."""
        if self.code.endswith("0000"):
            return "provincial"
        return "municipal" if self.code.endswith("00") else "county"

    def lies_in(self, other: Place) -> bool:
        """Whether the codes put this place below the other."""
        digits = {"provincial": 2, "municipal": 4}.get(other.level, 6)
        return self.code != other.code and self.code[:digits] == other.code[:digits]


class Regions:
    """The table, with an index by name and one by code."""

    __slots__ = ("_by_code", "_by_name", "longest")

    def __init__(self, lines: Iterator[str]) -> None:
        # A line is taken apart when it is asked for: a report asks for a handful of thousands.
        self._by_name: dict[str, list[str]] = {}
        self._by_code: dict[str, list[str]] = {}
        for line in lines:
            code, name, short, _ = line.split(",", 3)
            self._by_code.setdefault(code, []).append(line)
            self._by_name.setdefault(name, []).append(line)
            if short:
                self._by_name.setdefault(short, []).append(line)
        self.longest = max(map(len, self._by_name))

    def named(self, name: str, year: int | None = None) -> list[Place]:
        """The places of that name (full, or without its nationalities), by code.

        With a year those in force at its end, else those of the years beside it, else all. A place that went on under
        the same name and another code counts once, by its latest code.
        """
        places = [_place(line) for line in self._by_name.get(name, ())]
        if year is not None and len(places) > 1:
            for slack in (0, 1):
                fitting = [p for p in places if int(p.first) - slack <= year <= int(p.last) + slack]
                if fitting:
                    places = fitting
                    break
        latest = {p.heir: p for p in sorted(places, key=lambda p: p.last)}
        return sorted(latest.values(), key=lambda p: p.code)

    def above(self, place: Place, year: int | None = None) -> list[Place]:
        """The province, and the city where there is one, that a place lies in, under their names of that year."""
        codes = [place.code[:2] + "0000", place.code[:4] + "00"]
        found = []
        for code in dict.fromkeys(codes):
            names = [_place(line) for line in self._by_code.get(code, ()) if code != place.code]
            if names:
                when = str(year) if year is not None else min(place.last, _NEVER)
                found.append(next((p for p in names if p.first <= when <= p.last), names[-1]))
        return found


def _place(line: str) -> Place:
    code, name, _, first, last, heir = line.split(",")
    if heir == "-":
        heir = code + name
    return Place(code, name, first or _ALWAYS, last or _NEVER, heir or code)


@cache
def regions() -> Regions:
    """The divisions of rules/regions.csv, read once."""
    return Regions(_rows("regions.csv"))


@cache
def bodies() -> dict[str, str]:
    """What a department's name became, by its former name without place and ending; read once from rules/bodies.csv."""
    return {name: key for name, key, _ in (line.split(",") for line in _rows("bodies.csv"))}


def _rows(file: str) -> Iterator[str]:
    """The lines below the note and the heads."""
    return islice((RULES / file).read_text(encoding="utf-8").splitlines(), 2, None).__iter__()
