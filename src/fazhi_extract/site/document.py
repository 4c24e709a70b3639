"""The index as a page: words, columns and rows in one block of data, the sentences of each report in a block of its own.

A browser reads the sentences of a report when they are asked for, and not before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from fazhi_extract import __version__
from fazhi_extract.messages import LANGUAGES, MESSAGES, message
from fazhi_extract.page.document import digest, embedded
from fazhi_extract.site.payload import BOUNDS
from fazhi_extract.table.headline import STATES

if TYPE_CHECKING:
    from fazhi_extract.site.collect import Site
    from fazhi_extract.table.panel import PanelRow

SCRIPTS = (
    "model", "words", "page", "grid", "detail", "reports", "panel", "coverage", "chart", "lines", "together", "app",
)  # fmt: skip
"""The parts of the script in their order; each is a file of ``assets``."""
_WORDS = ("site.", "page.theme", "domain.", "state.", "about.state.", "status.", "issuer_type.", "attribute.level.")


def write_index(site: Site, write: Callable[[bytes], object]) -> None:
    """Writes the page piece by piece: the sentences of all reports are never in memory together."""
    styles = _plotting("uPlot.min.css"), _asset("site.css")
    scripts = _plotting("uPlot.iife.min.js"), "".join(_asset(f"{name}.js") for name in SCRIPTS)
    policy = (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    title = escape(message("site.title", site.lang))
    write(
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if site.lang == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="generator" content="fazhi-extract {__version__}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        f'<link rel="icon" href="data:,">\n<title>{title}</title>\n'
        f"{''.join(f'<style>{style}</style>' for style in styles)}\n</head>\n<body>\n"
        f"<noscript><p>{escape(message('site.noscript', site.lang))}</p></noscript>\n".encode()
    )
    write(_block("words", embedded(_words()).encode()))
    write(b'<script type="application/json" id="data">')
    for piece in _data(site):
        write(piece)
    write(b"</script>\n")
    for known in site.spooled.values():
        write(_block(f"sentences-{known.number}", site.read(known.sentences)))
    write("".join(f"<script>{script}</script>\n" for script in scripts).encode())
    write(b"</body>\n</html>\n")


def _data(site: Site) -> Iterator[bytes]:
    head = {
        "lang": site.lang,
        "version": __version__,
        "states": STATES,
        "bounds": BOUNDS,
        "inputs": site.inputs,
        "reports": site.lines,
        **_columns(site),
    }
    yield embedded(head)[:-1].encode() + b',"rows":['
    comma = b""
    for row, _ in site.panel.rows():
        known = site.spooled.get(row.report_id or "") if row.offset is not None else None
        cells = site.read(known.cells) if known else b"[]"
        yield comma + embedded(_row(row, known.number if known else None))[:-1].encode() + b',"cells":' + cells + b"}"
        comma = b","
    yield b"]}"


def _block(name: str, data: bytes) -> bytes:
    """Data under an id that is ours, never a report's."""
    return f'<script type="application/json" id="{name}">'.encode() + data + b"</script>\n"


def _row(row: PanelRow, report: int | None) -> dict[str, Any]:
    return {
        "report": report,
        "issuer": row.issuer,
        "year": row.year,
        "id": row.issuer_id,
        "path": row.path,
        "missing": STATES.index(row.missing),
    }


def _columns(site: Site) -> dict[str, Any]:
    """The columns in the panel's order, each with its number in the cells, and the indicators that they belong to."""
    columns: list[dict[str, Any]] = []
    indicators: dict[str, Any] = {}
    for column in site.panel.columns("code"):
        if column.key is None or column.part != "value":
            continue
        known = site.indicators.get(column.key.indicator)
        columns.append(
            {
                "number": site.numbers[column.key],
                "code": column.key.code,
                "indicator": column.key.indicator,
                "names": [column.key.name(known, lang) for lang in LANGUAGES],
                "unit": column.unit,
            }
        )
        if known is not None:
            definitions = known.definition, known.definition_en or known.definition
            indicators[known.code] = {"names": [known.zh, known.en or known.zh], "definitions": definitions}
    return {"columns": columns, "indicators": indicators}


def _words() -> dict[str, list[str]]:
    """What the interface says, in both languages."""
    return {key: list(pair) for key, pair in MESSAGES.items() if key.startswith(_WORDS)}


def _hashes(parts: tuple[str, ...]) -> str:
    return " ".join(f"'{digest(part)}'" for part in parts)


@cache
def _plotting(name: str) -> str:
    """A file of the plotting library, headed by its licence, which goes with every copy."""
    licence = _read("vendor", "uplot", "LICENSE").strip()
    return f"/*!\nuPlot, https://github.com/leeoniya/uPlot\n{licence}\n*/\n{_read('vendor', 'uplot', name)}"


@cache
def _asset(name: str) -> str:
    return _read("assets", name)


def _read(*place: str) -> str:
    # A page's line ends are line feeds by the standard, and the hash is over what the browser sees.
    return (files("fazhi_extract") / "site").joinpath(*place).read_text(encoding="utf-8").replace("\r\n", "\n")
