"""A sample as a workbook or as CSV, with heads and words in the language of the messages."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fazhi_extract import __version__
from fazhi_extract.messages import message
from fazhi_extract.table.collect import Options
from fazhi_extract.table.columns import title
from fazhi_extract.table.output import Output
from fazhi_extract.table.sample import COLUMNS, RIGHT, WRONG, Draw, Drawn, Sample, SampleWriter, record
from fazhi_extract.table.sheets import Book, cut, print_well
from fazhi_extract.write import write_whole
from fazhi_extract.write.files import replacing

_BOM = "\ufeff"
_WIDTHS = {
    "number": 6, "quote": 64, "text": 12, "indicator_name": 18, "value": 12, "unit": 7, "bound": 6, "role": 12, "attributes": 14,
    "scope": 14, "verdict": 8, "remark": 24, "issuer": 24, "reporting_year": 7, "section_title": 24, "path": 36, "indicator": 26,
    "id": 7, "span_start": 8, "report_id": 18, "weight": 8,
}  # fmt: skip
_TO_FILL = ("verdict", "remark")
_BEHIND = COLUMNS.index("issuer")
"""From here on stands where it comes from; the columns are grouped, and can be folded."""
_LINE = 15
_MOST_LINES = 12
_ABOUT = 100


@contextmanager
def open_sample(
    output: Output, draw: Draw, options: Options, write: Callable[[bytes], object]
) -> Iterator[SampleWriter]:
    """A writer that takes all figures, and writes the sample when the block ends. ``write`` is standard output.

    Other endings than .csv are a workbook. Raises :class:`FazhiError` (E301) where the system refuses.
    """
    writer, lang = SampleWriter(draw, options.tables["metrics"].names), options.lang
    if output.path is None:
        yield writer
        write(as_csv(writer.sample, lang, bom=output.bom))
    elif output.kind == ".csv":
        with write_whole(output.path) as file:
            yield writer
            file.write(as_csv(writer.sample, lang, bom=output.bom))
    else:
        with replacing(output.path) as temporary:
            yield writer
            write_workbook(temporary, writer.sample, lang)


def as_csv(sample: Sample, lang: str, *, bom: bool) -> bytes:
    """The sample as CSV: UTF-8, the figure in 【】 in its sentence."""
    text = io.StringIO(newline="")
    text.write(_BOM if bom else "")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow([title(name, lang) for name in COLUMNS])
    for number, one in enumerate(sample.drawn(), 1):
        said = record(number, one, lang)
        said["quote"] = "".join(_pieces(one, "【", "】"))
        rows.writerow([said[name] for name in COLUMNS])
    return text.getvalue().encode()


def write_workbook(path: Path, sample: Sample, lang: str) -> None:
    """The sample as a workbook: 抽查, with a drop-down for the verdict, and 说明, how it was drawn."""
    book = Book(path, lang)
    try:
        sheet = book.file.add_worksheet(book.name("sample"))
        drawn = sample.drawn()
        _layout(book, sheet)
        plain = book.format(valign="top", text_wrap=True, bottom=1, bottom_color="#D9D9D9")
        bold = book.format(bold=True, font_color="#C00000")
        fill = book.format(valign="top", text_wrap=True, bg_color="#FFF9E5", border=1, border_color="#D9D9D9")
        for number, one in enumerate(drawn, 1):
            said = record(number, one, lang)
            sheet.set_row(number, _LINE * min(_lines(str(one.figure["quote"]), _WIDTHS["quote"]), _MOST_LINES))
            for place, name in enumerate(COLUMNS):
                look = fill if name in _TO_FILL else plain
                pieces = _pieces(one, "", "") if name == "quote" else ()
                if len(pieces) == 3 and sum(map(len, pieces)) == len(cut("".join(pieces))):
                    before, words, behind = pieces
                    rich = [*([before] if before else []), bold, words, *([behind] if behind else [])]
                    if len(rich) > 2:
                        sheet.write_rich_string(number, place, *rich, look)
                    else:
                        book.put(sheet, number, place, words, look)
                else:
                    book.put(sheet, number, place, said[name], look)
        _add_choice(sheet, book, len(drawn))
        # On paper, what is to be judged; the rest is for programs.
        sheet.print_area(0, 0, max(len(drawn), 1), _BEHIND - 1)
        sheet.autofilter(0, 0, max(len(drawn), 1), len(COLUMNS) - 1)
        _write_about(book, sample, len(drawn))
    finally:
        book.close()


def _layout(book: Book, sheet: Any) -> None:
    sheet.freeze_panes(1, 2)
    sheet.set_row(0, 32)
    print_well(sheet)
    sheet.fit_to_pages(1, 0)
    for place, name in enumerate(COLUMNS):
        sheet.set_column(place, place, _WIDTHS[name], None, {"level": 1} if place >= _BEHIND else {})
        sheet.write_string(0, place, title(name, book.lang), book.format(head=True))


def _add_choice(sheet: Any, book: Book, rows: int) -> None:
    if not rows:
        return
    place = COLUMNS.index("verdict")
    words = [book.word("verdict", verdict) for verdict in (RIGHT, WRONG)]
    sheet.data_validation(
        1, place, rows, place,
        {
            "validate": "list", "source": words, "ignore_blank": True, "error_title": title("verdict", book.lang),
            "error_message": message("sample.choice", book.lang, right=words[0], wrong=words[1]),
        },
    )  # fmt: skip
    for word, colour in zip(words, ("#E2EFDA", "#F8CBAD"), strict=True):
        look = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{word}"',
            "format": book.file.add_format({"bg_color": colour}),
        }
        sheet.conditional_format(1, place, rows, place, look)


def _write_about(book: Book, sample: Sample, size: int) -> None:
    sheet = book.file.add_worksheet(book.name("sample_about"))
    wrap = book.format(text_wrap=True, valign="top")
    sheet.set_column(0, 0, _ABOUT, wrap)
    print_well(sheet)
    sheet.fit_to_pages(1, 0)
    for row, line in enumerate(about(sample, size, book.lang)):
        sheet.set_row(row, _LINE * _lines(line, _ABOUT))
        sheet.write_string(row, 0, line, wrap)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes, Chinese being twice as wide: programs other than Excel do not fit heights themselves."""
    return max(2, math.ceil(sum(1 + (char > "\u2e80") for char in text) / (width - 2)))


def about(sample: Sample, size: int, lang: str) -> list[str]:
    """How the sample was drawn, and what to do with it."""
    draw = sample.draw
    how = "sample.stratified" if draw.stratified else "sample.simple"
    fields = {"population": sample.population, "indicators": len(sample.counts), "size": size, "seed": draw.seed}
    lines = [message(how, lang, **fields)]
    if draw.stratified and size < len(sample.counts):
        lines.append(message("sample.short", lang, size=size))
    return [*lines, *message("sample.about", lang, version=__version__).split("\n")]


def _pieces(one: Drawn, opening: str, closing: str) -> tuple[str, ...]:
    """The sentence before, at and behind the figure; in one piece where the figure is not found in it."""
    quote = str(one.figure["quote"])
    if one.mark is None:
        return (quote,)
    start, end = one.mark
    return quote[:start], f"{opening}{quote[start:end]}{closing}", quote[end:]
