"""``fazhi table --why``: where the figure of a cell stands."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from fazhi_extract.cli.console import Console
from fazhi_extract.errors import FazhiError
from fazhi_extract.quoting import marked
from fazhi_extract.table.cells import Cell, cells_of
from fazhi_extract.table.keys import Key
from fazhi_extract.table.reviews import reviewed_cells
from fazhi_extract.table.template import find_key

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.review import Reviewed
    from fazhi_extract.rulebook.indicators import Indicator


def print_cell(
    console: Console,
    results: Iterable[tuple[str, Reviewed | FazhiError]],
    why: str,
    indicators: Mapping[str, Indicator],
) -> bool:
    """Prints the cell that ``why`` (issuer, year, column) means, with all its figures; whether an input failed.

    A part of the issuer's name will do. Raises :class:`FazhiError`: E158 for other words, E159 for an unknown column,
    E511 where no report is meant.
    """
    issuer, year, key = _meant(why, indicators)
    fitting: list[Reviewed] = []
    known: dict[str, None] = {}
    failed = False
    for _, result in results:
        if isinstance(result, FazhiError):
            failed = True
            console.error(result)
            continue
        head = result.report.metadata
        known[f"{head.issuer or '?'} {head.reporting_year or '?'}"] = None
        if head.reporting_year == year and issuer in (head.issuer or ""):
            fitting.append(result)
    # The whole name means that issuer alone, though it may be a part of another's.
    fitting = [one for one in fitting if one.report.metadata.issuer == issuer] or fitting
    if not fitting:
        near = get_close_matches(f"{issuer} {year}", list(known), 5, 0.3) or list(known)[:5]
        raise FazhiError("E511", issuer=issuer, year=year, known="；".join(near) or "-")
    with console.output():
        for reviewed in fitting:
            sys.stdout.write("\n".join(_lines(console, reviewed, key, indicators)) + "\n")
    return failed


def _meant(why: str, indicators: Mapping[str, Indicator]) -> tuple[str, int, Key]:
    words = why.rsplit(None, 2)
    if len(words) != 3 or not re.fullmatch(r"(?:19|20)\d\d年?", words[1]):
        raise FazhiError("E158", text=why)
    key, _ = find_key(words[2], indicators)
    if key is None:
        names = [*indicators, *(indicator.zh for indicator in indicators.values())]
        near = ", ".join(get_close_matches(words[2], names, 3)) or "fazhi indicators"
        raise FazhiError("E159", name=words[2], near=near)
    return words[0].strip(), int(words[1][:4]), key


def _lines(console: Console, reviewed: Reviewed, key: Key, indicators: Mapping[str, Indicator]) -> list[str]:
    """The cell of a key; where the report has none, those of the same indicator with other attributes as well."""
    report = reviewed.report
    cells = cells_of(report, indicators, console.lang, [key] if key.any_attributes else ())
    cells = reviewed_cells(cells, reviewed, console.lang)
    lines = _cell_lines(console, report, key, cells.get(key), indicators)
    if key not in cells:
        for other, cell in cells.items():
            if other.indicator == key.indicator:
                lines += _cell_lines(console, report, other, cell, indicators)
    return lines


def _cell_lines(
    console: Console, report: Report, key: Key, cell: Cell | None, indicators: Mapping[str, Indicator]
) -> list[str]:
    head = report.metadata
    state = cell.state if cell else "not_found"
    name = key.name(indicators.get(key.indicator), console.lang)
    lines = [
        console.say("why.cell", issuer=head.issuer, year=head.reporting_year, name=name, code=key.code),
        "  " + console.say("why.cell.path", path=report.source.path),
        "  "
        + console.say("why.cell.state", state=console.say(f"state.{state}"), about=console.say(f"about.state.{state}")),
    ]
    if cell is None:
        return lines
    lines.append("  " + console.say("why.cell.value", text=cell.text + (f"  {cell.note}" if cell.note else "")))
    for metric in report.metrics:
        if metric.id in cell.metrics:
            said = console.say(
                "why.cell.figure",
                id=metric.id,
                text="".join(metric.text.split()),
                span=f"{metric.span[0]}–{metric.span[1]}",
                section=metric.section or "-",
                rule=metric.rule or "-",
            )
            lines += [f"  {said}", f"    {marked(metric, '【】')}"]
    return lines
