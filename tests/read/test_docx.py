"""Word files: what Word prints is what is read."""

from __future__ import annotations

from typing import Any

import pytest

from fazhi_extract import extract_file
from fazhi_extract.read import Document, read_bytes
from read.word import abstract, docx, level, num, numbered, paragraph, part, unpacked


def read(body: str, **others: str) -> Document:
    return read_bytes(docx(body, **others), path="a.docx")


def lines(body: str, **others: str) -> list[str]:
    return read(body, **others).text.splitlines()


CHINESE = abstract(
    0, level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3.")
)


def test_automatic_numbers_count_and_start_anew_below_a_higher_level():
    body = "".join(numbered("甲", at) for at in (0, 1, 2, 2, 1, 2, 0, 1))
    found = lines(body, numbering=part("numbering", CHINESE + num(1, 0)))
    assert found == ["一、甲", "（一）甲", "1.甲", "2.甲", "（二）甲", "1.甲", "二、甲", "（一）甲"]


def test_automatic_numbers_reach_far():
    found = lines(numbered("甲") * 31, numbering=part("numbering", CHINESE + num(1, 0)))
    assert [found[i] for i in (9, 10, 19, 20, 30)] == ["十、甲", "十一、甲", "二十、甲", "二十一、甲", "三十一、甲"]


@pytest.mark.parametrize(
    ("style", "text", "shown"),
    [
        ("decimal", "%1.", "2.甲"),
        ("decimalEnclosedCircleChinese", "%1", "② 甲"),
        ("chineseLegalSimplified", "%1、", "贰、甲"),
        ("ideographTraditional", "%1、", "乙、甲"),
        ("upperLetter", "%1.", "B.甲"),
        ("lowerRoman", "(%1)", "(ii)甲"),
        ("japaneseCounting", "第%1章", "第二章 甲"),
        ("decimalFullWidth", "%1．", "２．甲"),
        ("bullet", "", "甲"),
        ("none", "", "甲"),
    ],
)
def test_styles_of_numbers(style: str, text: str, shown: str):
    numbering = part("numbering", abstract(0, level(0, style, text)) + num(1, 0))
    found = lines(numbered("甲") * 2, numbering=numbering)
    assert found[1] == shown


def test_numbers_of_several_levels_and_legal_ones():
    levels = (level(0, "chineseCounting", "第%1条"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    found = lines(numbered("甲") + numbered("乙", 1) * 2, numbering=part("numbering", abstract(0, *levels) + num(1, 0)))
    assert found == ["第一条 甲", "1.1 乙", "1.2 乙"]


def test_lists_that_share_their_levels_count_on_unless_they_start_anew():
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = part("numbering", CHINESE + num(1, 0) + num(2, 0) + num(3, 0, anew))
    body = numbered("甲") + numbered("甲", num=2) + numbered("甲", num=3) * 2
    assert lines(body, numbering=numbering) == ["一、甲", "二、甲", "一、甲", "二、甲"]


def test_numbers_of_styles():
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H1b"><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>',
    )
    body = (
        paragraph("甲", '<w:pStyle w:val="H1"/>') + paragraph("乙", '<w:pStyle w:val="H1b"/>')
        + paragraph("丙", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("丁", '<w:pStyle w:val="loop"/>')
    )  # fmt: skip
    document = read(body, styles=styles, numbering=part("numbering", CHINESE + num(1, 0)))
    assert document.text.splitlines() == ["一、甲", "二、乙", "丙", "丁"]
    assert [block.kind for block in document.blocks] == ["heading", "heading", "heading", "paragraph"]


def test_tracked_changes_are_read_as_accepted():
    body = (
        '<w:p><w:r><w:t>办理</w:t></w:r><w:del><w:r><w:delText>99</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins>'
        "<w:moveFrom><w:r><w:t>三</w:t></w:r></w:moveFrom><w:r><w:t>件</w:t></w:r></w:p>"
        '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>' + paragraph("后半")
    )  # fmt: skip
    document = read(body)
    assert document.text.splitlines() == ["办理12件", "前半后半"]
    assert [(remark.code, remark.params["count"]) for remark in document.remarks] == [("N155", 2)]


def test_fields_hidden_text_breaks_and_special_characters():
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE 2099</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2024年</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r><w:hyperlink><w:r><w:t>12345</w:t></w:r></w:hyperlink>"
        '<w:r><w:br/><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:sym w:font="S" w:char="25A0"/></w:r></w:p>'
    )
    document = read(body)
    assert document.text == "2024年12345\nA-B■\n"
    assert [remark.code for remark in document.remarks] == ["N156"]


def test_notes_boxes_heads_and_feet():
    box = f"<w:txbxContent>{paragraph('框中3件')}</w:txbxContent>"
    shape = f"<mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent>"
    body = (
        f'<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r>{shape}</w:r><w:r><w:t>接着</w:t></w:r></w:p>'
        + paragraph("下一段")
    )
    notes = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' + (
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>不含5件</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>'
    )
    document = read(
        body,
        footnotes=part("footnotes", notes),
        header1=part("hdr", paragraph("内部资料")),
        footer1=part("ftr", paragraph("— 1 —")),
    )
    assert document.text.splitlines() == ["正文接着", "不含5件", "框中3件", "下一段"]
    assert [block.kind for block in document.blocks] == ["paragraph", "note", "box", "paragraph"]
    assert {(f.kind, f.text) for f in document.furniture} == {("header", "内部资料"), ("footer", "— 1 —")}


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_a_table_of_data_is_rows_between_bars_and_its_cells_are_blocks():
    document = read(
        table(
            cell("项目") + cell("数量（件）", '<w:gridSpan w:val="2"/>'),
            cell("处罚", '<w:vMerge w:val="restart"/>') + cell("743") + cell("12|3"),
            cell("", "<w:vMerge/>") + cell("5") + cell("6"),
        )
    )
    assert document.text == "| 项目 | 数量（件） | |\n| 处罚 | 743 | 12｜3 |\n| | 5 | 6 |\n"
    cells = [(document.text[slice(*b.span)], b.table, b.row, b.column) for b in document.blocks]
    assert cells[:4] == [("项目", 1, 1, 1), ("数量（件）", 1, 1, 2), ("处罚", 1, 2, 1), ("743", 1, 2, 2)]
    assert cells[-1] == ("6", 1, 3, 3)


def test_a_table_that_only_arranges_is_read_as_its_paragraphs():
    words = "本单位全年组织执法检查，督促整改隐患。" * 8
    inner = table(cell("甲") + cell("1"), cell("乙") + cell("2"))
    body = table(cell(words), f"<w:tc>{inner}<w:p/></w:tc>")
    document = read(numbered("前") + body + numbered("后"), numbering=part("numbering", CHINESE + num(1, 0)))
    assert document.text.splitlines() == ["一、前", words, "| 甲 | 1 |", "| 乙 | 2 |", "二、后"]


def test_strict_files_are_read_too():
    data = docx(numbered("全年受理投诉12件。"), strict=True, numbering=part("numbering", CHINESE + num(1, 0)))
    assert b"purl.oclc.org" in unpacked(data, "word/document.xml")
    assert read_bytes(data, path="无结尾").text == "一、全年受理投诉12件。\n"


def test_what_the_report_says_of_it(tmp_path: Any):
    path = tmp_path / "报告.docx"
    path.write_bytes(
        docx(numbered("主要做法") + paragraph("全年受理投诉12件。"), numbering=part("numbering", CHINESE + num(1, 0)))
    )
    report = extract_file(path)
    assert report.source.reader == "docx"
    assert report.source.encoding is None
    assert [block.kind for block in report.source.blocks] == ["list-item", "paragraph"]
    assert [(m.text, m.section) for m in report.metrics] == [("12件", "s1")]
    assert [(s.marker, s.title) for s in report.sections] == [("一、", "主要做法")]
