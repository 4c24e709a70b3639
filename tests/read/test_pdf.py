"""PDF files: pages, furniture, columns, speed."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pypdfium2
import pytest

from fazhi_extract import extract_file
from fazhi_extract.read import read_bytes, read_path

FORMATS = Path(__file__).parents[1] / "data" / "formats"
NAMES = sorted(path.stem for path in FORMATS.glob("*_20??.pdf"))


def bound(pages: int) -> bytes:
    """The samples' pages bound together, again and again."""
    whole = pypdfium2.PdfDocument.new()
    parts = [pypdfium2.PdfDocument(FORMATS / f"{name}.pdf") for name in NAMES]
    while len(whole) < pages:
        for part in parts:
            if missing := pages - len(whole):
                whole.import_pages(part, list(range(min(len(part), missing))))
    data = io.BytesIO()
    whole.save(data)
    return data.getvalue()


@pytest.mark.parametrize("name", NAMES)
def test_pages_cover_the_text_and_carry_no_furniture(name: str):
    document = read_path(FORMATS / f"{name}.pdf")
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    assert [page.span[0] for page in document.pages[1:]] == [page.span[1] for page in document.pages[:-1]]
    assert (document.pages[0].span[0], document.pages[-1].span[1]) == (0, len(document.text))
    numbers = [f for f in document.furniture if f.kind == "page-number"]
    assert [f.page for f in numbers] == list(range(1, len(document.pages) + 1))
    assert not any(f.text in document.text.splitlines() for f in numbers)


def test_running_heads_are_furniture_and_the_title_is_not():
    document = read_path(FORMATS / "education_2023.pdf")
    heads = {f.text for f in document.furniture if f.kind == "header"}
    assert len(heads) == 1
    assert heads.pop() in document.text.replace("\n", "")


def test_paragraphs_run_on_over_the_page_turn():
    document = read_path(FORMATS / "market_regulation_2022.pdf")
    turns = [page.span[0] for page in document.pages[1:]]
    assert any(document.text[at - 1] != "\n" for at in turns)
    assert all(line[-1] in "。：；》）件告局日定发" or len(line) < 40 for line in document.text.splitlines())


def test_two_columns_are_read_one_after_the_other(tmp_path):
    left, right = "甲方全年办理行政处罚案件各类", "乙方组织开展普法宣传活动多场"
    rows = [(60, 800 - 20 * i, f"{left}{i}") for i in range(12)] + [
        (320, 800 - 20 * i, f"{right}{i}") for i in range(12)
    ]
    rows = [rows[i // 2 + 12 * (i % 2)] for i in range(24)]  # drawn row by row, across the page
    text = read_bytes(drawn(rows), path="a.pdf").text.replace("\n", "")
    assert text == "".join(f"{left}{i}" for i in range(12)) + "".join(f"{right}{i}" for i in range(12))


def test_two_hundred_pages_in_ten_seconds(tmp_path, capsys):
    path = tmp_path / "long.pdf"
    path.write_bytes(bound(200))
    begun = time.perf_counter()
    report = extract_file(path)
    took = time.perf_counter() - begun
    with capsys.disabled():
        print(f"\n200 pages, {report.source.length} characters, {len(report.metrics)} figures: {took:.1f} s")
    assert len(report.source.pages) == 200
    assert len(report.metrics) > 2000
    assert took < 10


def drawn(rows: list[tuple[float, float, str]]) -> bytes:
    """A page with rows of text at these places, 14 points high, in a font that has no outlines but all characters."""
    content = b"BT /F 14 Tf " + b"".join(
        f"1 0 0 1 {x} {y} Tm <{words.encode('utf-16-be').hex()}> Tj ".encode() for x, y, words in rows
    ) + b"ET"  # fmt: skip
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F 5 0 R>>>> /Contents 4 0 R>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
        b"<</Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R]>>",
        b"<</Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
        b"/CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) /Supplement 4>>>>",
    ]  # fmt: skip
    data, places = b"%PDF-1.7\n", []
    for number, entry in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, entry)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 7\n0000000000 65535 f \n%strailer\n<</Size 7 /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(data),
    )
