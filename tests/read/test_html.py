"""Web pages: the article as a browser shows it, and nothing of what stands around it."""

from __future__ import annotations

import pytest

from fazhi_extract import extract_file
from fazhi_extract.read import Document, read_bytes

PROSE = "全年组织执法检查，督促整改隐患，及时回应群众关切，推动法治政府建设各项任务落到实处。"
BODY = f"<p>{PROSE}</p><p>{PROSE}</p>"


def read(markup: str, path: str = "a.html") -> Document:
    return read_bytes(markup.encode(), path=path)


def lines(markup: str) -> list[str]:
    return read(markup).text.splitlines()


CASES = {
    "breaks and paragraphs": ("<div>一<br>二<p>三</p>四</div>", ["一", "二", "三", "四"]),
    "words in pieces": ("<p>办理<b>行政<i>处罚</i></b>案件<span>12</span>件</p>", ["办理行政处罚案件12件"]),
    "a line break of the markup": ("<p>行政\n   处罚 12 件</p>", ["行政处罚 12 件"]),
    "blanks": ("<p>&nbsp;&nbsp;&emsp;\u3000办理&nbsp;12&nbsp;件 </p>", ["办理 12 件"]),
    "entities": ("<p>A&amp;B&lt;C&#x4EF6;</p>", ["A&B<C件"]),
    "numbers of a list": ("<ol><li>甲<li>乙<ol type=a><li>丙</ol></ol>", ["1.甲", "2.乙", "a.丙"]),
    "a list that starts elsewhere": ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3.甲", "7.乙", "8.丙"]),
    "a list of Chinese numbers": ('<ol style="list-style-type: cjk-ideographic"><li>甲<li>乙</ol>', ["一、甲", "二、乙"]),
    "a list without numbers": ('<ol style="list-style:none"><li>一、甲</ol><ul><li>乙</ul>', ["一、甲", "乙"]),
    "what is not shown": (
        "<p>甲<script>var a=1</script><style>p{}</style><span style='display:none'>乙</span><span hidden>丙</span></p><!-- 丁 -->",
        ["甲"],
    ),
    "preformatted": ("<pre>一、甲\n二、乙</pre>", ["一、甲", "二、乙"]),
    "raised": ("<p>50m<sup>2</sup>，注<sup>3</sup></p>", ["50m²，注3"]),
    "a table of data": (
        "<table><tr><th>项目<th colspan=2>件</tr><tr><td rowspan=2>处罚<td>743<td>1</tr><tr><td>5<td>6</tr></table>",
        ["| 项目 | 件 | |", "| 处罚 | 743 | 1 |", "| | 5 | 6 |"],
    ),
    "a table that arranges": (f"<table><tr><td>{PROSE * 4}<td>{PROSE * 4}</tr></table>", [PROSE * 4, PROSE * 4]),
    "a table of names and values": (
        "<table><tr><td>索引号：<td>01<td>文号：<td>某政〔2023〕1号</tr></table>", ["索引号：01", "文号：某政〔2023〕1号"],
    ),
    "unclosed and crossed tags": ("<div><p>甲<b>乙<p>丙</b></div>丁", ["甲乙", "丙", "丁"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_a_browser_shows(name: str):
    markup, wanted = CASES[name]
    assert lines(markup) == wanted


def page(body: str, around: str = "", head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{around}<div class=main><div id=c>{body}</div></div></body></html>"


def test_title_and_publishing_line_are_kept_and_links_are_not():
    menu = "<ul>" + "<li><a href='/'>政务公开，办事服务</a>" * 30 + "</ul>"
    head = "<title>某局2023年度报告_某市人民政府</title>"
    top = f"{menu}<p>某局2023年度报告</p><p>发布时间：2024-01-10 来源：某局</p><p><a>大</a> <a>小</a></p>"
    document = read(page(BODY, top, head) + menu + "<footer>主办单位：某市</footer>")
    assert document.text.splitlines() == ["某局2023年度报告", "发布时间：2024-01-10 来源：某局", PROSE, PROSE]
    assert [remark.code for remark in document.remarks] == ["N152"]


def test_signature_behind_the_article_is_kept():
    document = read(page(BODY) + "<div>某局</div><div>2024年1月10日</div><div><a>上一篇：别的</a></div>")
    assert document.text.splitlines() == [PROSE, PROSE, "某局", "2024年1月10日"]


def test_links_inside_the_article_stay():
    body = f"<p>依据<a href='/x'>《某某条例》第三条</a>，{PROSE}</p>{BODY}<p>附件：<a>名单.docx</a></p>"
    assert lines(page(body))[0] == f"依据《某某条例》第三条，{PROSE}"
    assert lines(page(body))[-1] == "附件：名单.docx"


@pytest.mark.parametrize(
    ("markup", "codec"),
    [
        ("<meta charset=gb2312>", "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gb18030"),
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset=utf-8>", "gb18030"),  # the page is wrong about itself
        ("", "gb18030"),
        ("<meta charset=gb2312>", "utf-8"),
        ("", "utf-16"),
        ("<meta charset=big5>", "big5"),
    ],
)
def test_encodings(markup: str, codec: str):
    words = PROSE if codec != "big5" else "本局於去年辦理行政處罰案件三十五件，罰沒款項十二萬元，開展法治培訓八場次。"
    document = read_bytes(f"<html><head>{markup}</head><body><p>{words}</p></body></html>".encode(codec), path="a.htm")
    assert (document.text, document.encoding) == (words + "\n", codec)


def test_without_an_article_all_is_kept():
    document = read("<html><body><p>共12件</p><p><a>首页</a></p></body></html>")
    assert document.text == "共12件\n首页\n"
    assert [remark.code for remark in document.remarks] == ["N153"]


def test_what_the_report_says(tmp_path):
    path = tmp_path / "报告.html"
    title = "某某市司法局2023年度法治政府建设工作报告"
    top = f"<h1>{title}</h1><p>发布时间：2024-01-10　来源：某某市司法局</p>"
    path.write_text(page(f"{BODY}<h2>一、主要做法</h2><p>全年办理行政处罚案件743件。</p>", top), encoding="utf-8")
    report = extract_file(path)
    assert (report.source.reader, report.source.media_type) == ("html", "text/html")
    assert (report.metadata.title, report.metadata.published_by) == (title, "某某市司法局")
    assert str(report.metadata.published_on) == "2024-01-10"
    assert [(m.text, m.indicator) for m in report.metrics] == [("743件", "penalty.cases")]
    kinds = [block.kind for block in report.source.blocks]
    assert kinds == ["heading", "paragraph", "paragraph", "paragraph", "heading", "paragraph"]
