"""The whole of it: a table's grids and the reports in, a finding for each value out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from fazhi_extract.verify.claims import Claim, claims_of
from fazhi_extract.verify.judge import Finding, judge
from fazhi_extract.verify.layout import Layout, layout_of
from fazhi_extract.verify.mapping import Mapping
from fazhi_extract.verify.names import Names
from fazhi_extract.verify.reports import Bodies, Body, Unmatched, keys_of
from fazhi_extract.verify.tables import Grid

if TYPE_CHECKING:
    from fazhi_extract.rulebook import Rulebook


@dataclass
class Referee:
    """Holds grids against bodies. ``unmatched`` are rows without a report, with why; ``used`` are the reports that rows are about."""

    book: Rulebook
    bodies: Sequence[Body]
    mapping: Mapping = field(default_factory=Mapping)
    layouts: list[tuple[Grid, Layout | None]] = field(default_factory=list)
    unmatched: dict[tuple[str, int], tuple[Claim, Unmatched]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.names = Names(self.book, keys_of(self.bodies), dict(self.mapping.meanings))
        self.all = Bodies(self.bodies)

    def findings(self, grids: Sequence[Grid]) -> Iterator[Finding]:
        """A finding for each value, in the order of the table."""
        for grid in grids:
            layout = layout_of(grid, self.names, self.all, self.mapping)
            self.layouts.append((grid, layout))
            if layout is not None:
                for _, claims in groupby(claims_of(grid, layout, self.names), key=lambda claim: claim.row):
                    yield from _settled([self._finding(claim) for claim in claims])

    def _finding(self, claim: Claim) -> Finding:
        body = self.all.of(claim.whose)
        if isinstance(body, str):
            self.unmatched.setdefault((claim.sheet, claim.row), (claim, body))
            return Finding(claim, "blank") if claim.blank else Finding(claim, "unmatched", level="open", note=body)
        self.used.add(body.path)
        if claim.meaning is None:
            return self._without_meaning(claim, body)
        finding = judge(claim, body, self.all, self.book.indicators)
        if claim.quote:
            finding.quote_found = "".join(claim.quote.split()).strip("“”\"'") in body.text
        return finding

    @staticmethod
    def _without_meaning(claim: Claim, body: Body) -> Finding:
        """Of a value under a head that nobody can tell: where its number stands, if anywhere."""
        if claim.blank:
            return Finding(claim, "blank", body)
        number = claim.number
        there = body.of_size(number.value if number else None)
        return Finding(claim, "unmapped", body, tuple(there[:3]), level="open", note="stands" if there else "nowhere")


def _settled(row: list[Finding]) -> list[Finding]:
    """The findings of a row: what stands in another of its cells has not been left out."""
    told = {(figure.id, figure.span) for finding in row if finding.verdict != "missing" for figure in finding.figures}
    return [
        Finding(finding.claim, "blank", finding.body)
        if finding.verdict == "missing" and (finding.figures[0].id, finding.figures[0].span) in told
        else finding
        for finding in row
    ]
