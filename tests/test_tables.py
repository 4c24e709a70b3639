"""Tables inside reports, through text, web pages and Word files: each cell's figure is that of data/tables.toml."""

import tomllib
from decimal import Decimal
from html import escape
from pathlib import Path

import pytest

from fazhi_extract import extract, extract_file
from fazhi_extract.model import Report
from read.word import docx, paragraph
from test_account import unaccounted

CASES = tomllib.loads((Path(__file__).parent / "data" / "tables.toml").read_text(encoding="utf-8"))["table"]
ROLES = ("prior", "target", "change")
GRID = list[list[str]]


def grid_of(case: dict) -> GRID:
    return [[cell.strip() for cell in row.split("|")] for row in case["rows"]]


def text_of(case: dict) -> str:
    rows = [[("" if cell in "<^" else cell) for cell in row] for row in grid_of(case)]
    return "\n".join([*case["before"], *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


def spans_at(grid: GRID, r: int, c: int) -> tuple[int, int]:
    wide = high = 1
    while c + wide < len(grid[r]) and grid[r][c + wide] == "<":
        wide += 1
    while r + high < len(grid) and c < len(grid[r + high]) and grid[r + high][c] == "^":
        high += 1
    return wide, high


def html_of(case: dict) -> bytes:
    grid, rows = grid_of(case), []
    for r, row in enumerate(grid):
        cells = []
        for c, cell in enumerate(row):
            if cell not in ("<", "^"):
                wide, high = spans_at(grid, r, c)
                cells.append(f'<td colspan="{wide}" rowspan="{high}">{escape(cell)}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    above = "".join(f"<p>{escape(line)}</p>" for line in case["before"])
    page = f"<html><head><meta charset='utf-8'></head><body>{above}<table>{''.join(rows)}</table></body></html>"
    return page.encode()


def docx_of(case: dict) -> bytes:
    grid, rows = grid_of(case), []
    for r, row in enumerate(grid):
        cells = []
        for c, cell in enumerate(row):
            if cell == "<":
                continue
            wide, high = spans_at(grid, r, c)
            properties = f'<w:gridSpan w:val="{wide}"/>'
            if cell == "^":
                properties += "<w:vMerge/>"
            elif high > 1:
                properties += '<w:vMerge w:val="restart"/>'
            words = "" if cell == "^" else escape(cell)
            cells.append(f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>")
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return docx("".join(map(paragraph, case["before"])) + f"<w:tbl>{''.join(rows)}</w:tbl>")


def read(case: dict, how: str, tmp_path: Path) -> Report:
    if how == "text":
        return extract(text_of(case))
    path = tmp_path / f"report.{how}"
    path.write_bytes(html_of(case) if how == "html" else docx_of(case))
    return extract_file(path)


def expected(case: dict) -> list[dict]:
    figures = []
    for line in case["expect"].strip().splitlines():
        cell, value, unit, indicator, *rest = line.split()
        figure = {
            "cell": cell,
            "form": {"masked": "masked", "none": "stated_none"}.get(value, "number"),
            "value": {"masked": None, "none": Decimal(0)}.get(value, value if value.isalpha() else Decimal(value)),
            "unit": None if unit == "-" else unit,
            "indicator": None if indicator == "-" else indicator,
            "headline": "H" in rest,
            "role": next((r for r in rest if r in ROLES), "actual"),
            "scope": None, "scope_kind": None, "links": set(), "attributes": {}, "doubts": set(), "year": None,
        }  # fmt: skip
        for key, said in (token.split("=", 1) for token in rest if "=" in token):
            if key == "scope":
                words, figure["scope_kind"] = said.split(":")
                figure["scope"] = None if words == "-" else words
            elif key in ("whole", "changed", "later"):
                figure["links"].add((key, said))
            elif key == "doubt":
                figure["doubts"].add(said)
            elif key == "year":
                figure["year"] = said
            else:
                figure["attributes"][key] = said
        figures.append(figure)
    return figures


PAIRS = [(case, how) for case in CASES for how in case.get("formats", ("text", "html", "docx"))]


@pytest.mark.parametrize(("case", "how"), PAIRS, ids=[f"{case['name']}-{how}" for case, how in PAIRS])
def test_a_tables_figures_are_those_of_its_cells(case: dict, how: str, tmp_path: Path):
    report = read(case, how, tmp_path)
    grid, wanted = grid_of(case), expected(case)
    figures = list(report.metrics)
    assert [m.text for m in figures if m.text not in grid_text(grid)] == []
    cells = {m.id: want["cell"] for m, want in zip(figures, wanted, strict=True)}
    for metric, want in zip(figures, wanted, strict=True):
        r, c = map(int, want["cell"].split(","))
        assert metric.text in grid[r][c]
        got = {
            "cell": want["cell"],
            "form": metric.form,
            "value": None if metric.value is None else Decimal(str(metric.value)),
            "unit": metric.unit,
            "indicator": metric.indicator,
            "headline": metric.headline,
            "role": metric.role,
            "scope": metric.scope,
            "scope_kind": metric.scope_kind,
            "links": {(link.relation, cells[link.metric]) for link in metric.links},
            "attributes": dict(metric.attributes),
            "doubts": set(metric.doubts),
            "year": want["year"] and str(metric.period.start)[: len(want["year"])],
        }
        assert got == want
        assert report.source.text[slice(*metric.span)] == metric.text
        assert want["year"] is None or metric.period.stated


def grid_text(grid: GRID) -> str:
    return "\n".join(cell for row in grid for cell in row)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_numeral_of_a_table_is_accounted_for(case: dict):
    text = text_of(case)
    assert unaccounted(text) == []
    report = extract(text)
    start = text.index("|")
    turned = [f"{one.text} {one.reason}" for one in report.turned_down if one.span[0] >= start]
    assert [one for one in turned if one[0].isdigit()] == case.get("turned", [])
    assert [note.code for note in report.notes if note.code in ("N170", "N171")] == case.get("notes", [])
