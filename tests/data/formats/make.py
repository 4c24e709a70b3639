"""Makes the files of this folder from the samples, by real programs: LibreOffice and Chromium.

    python tests/data/formats/make.py

Needs both programs, and the fonts of Noto CJK. The files are committed, so that the tests need neither.
Word files with automatic numbers and tracked changes and archives of web pages are written here, as Word and browsers write them.
"""

from __future__ import annotations

import base64
import html
import quopri
import re
import subprocess
import sys
import tempfile
import zipfile
from functools import cache
from pathlib import Path

from fazhi_extract import extract
from fazhi_extract.text import SourceText

HERE = Path(__file__).parent
SAMPLES = HERE.parents[2] / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
PRINTED = NAMES[::3]
"""Kept as saved pages and archives too, and some of them as .doc, .rtf and .odt."""

_FIRST = re.compile(r"(?:[一二三四五六七八九十]+、)")
_SECOND = re.compile(r"(?:（[一二三四五六七八九十]+）)")
_THIRD = re.compile(r"\d+\.(?!\d)")


TITLE = "法治政府建设年度报告"
"""What pages and running heads say where a sample's title stands in a line with other words."""


@cache
def paragraphs(name: str) -> list[str]:
    """A sample's paragraphs, whatever its layout: rows joined, headings that were glued to their text set apart."""
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    source = SourceText.from_raw(text)
    report = extract(text)
    sections = [section for section in report.sections if section.kind == "section"]
    breaks = {section.span[0] for section in sections}
    breaks |= {s.heading[1] for s in sections if s.heading and text[s.heading[1]] not in "。：，；"}
    if "\n" not in text.strip():  # a page in one line
        breaks |= {
            m.start() for m in re.finditer("来源：|(?<=打印 )|上一篇：|下一篇：|主办：|栖禾县教育局 2024年", text)
        }
        breaks |= set(report.metadata.spans["title"])
    found, done = [], 0
    for position in range(1, len(source.flow) + 1):
        last = position == len(source.flow)
        if (
            last
            or source.flow[position] == "\n"
            or not breaks.isdisjoint(range(source.back[position - 1] + 1, source.back[position] + 1))
        ):
            found.append(source.words(done, position).strip())
            done = position
    return [words for words in found if words]


def role(lines: list[str], i: int) -> str:
    """What a paragraph is in a report: title, first (一、), second (（一）), head, body, tail."""
    title = next(
        (
            n
            for n, line in enumerate(lines)
            if re.search("法治|依法", line) and 8 < len(line) < 50 and "位置" not in line
        ),
        -1,
    )
    if i == title:
        return "title"
    if i < title:
        return "head"
    if _FIRST.match(lines[i]) and len(lines[i]) < 40:
        return "first"
    if i > len(lines) - 5 and len(lines[i]) < 30 and not lines[i].endswith("。"):
        return "tail"
    return "body"


# --- a page of a government's site ----------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="{charset}">
<title>{title}_法治政府建设_某市人民政府门户网站</title>
<meta name="SiteName" content="某市人民政府"><meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="2024-01-31 10:02"><meta name="ContentSource" content="本站">
<style>p {{ text-indent: 2em; line-height: 1.8 }} h1, .head {{ text-align: center }} .tail {{ text-align: right }}
@page {{ margin: 25mm }}</style>
<script>var n = 12345; document.title += "（共" + n + "次浏览）";</script></head>
<body>
<div class="top"><a href="/">网站首页</a> | <a href="/zwgk">政务公开</a> | <a href="/bszn">办事服务</a> <span>今天是2024年2月1日 星期四</span></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/fz">法治政府建设</a> &gt; 正文</div>
<div class="main"><h1>{title}</h1>
<div class="info"><span>发布时间：2024-01-31 10:02</span>&nbsp;&nbsp;<span>来源：某市人民政府网</span>&nbsp;&nbsp;<span>浏览次数：<span id="hits">308</span></span>
&nbsp;<span>字体：【<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</span></div>
<div id="zoom" class="TRS_Editor">
{body}
</div>
<div class="share"><a href="#">分享到微信</a> <a href="#">打印本页</a> <a href="#">关闭窗口</a></div>
<ul class="next"><li>上一篇：<a href="/1">2023年政府信息公开工作年度报告，共12件</a></li><li>下一篇：<a href="/2">关于公布2024年执法检查计划的通知</a></li></ul></div>
<div class="related"><h3>相关文章</h3><ul><li><a href="/3">我市召开法治政府建设工作推进会，部署8项任务</a> 2024-01-12</li>
<li><a href="/4">一图读懂2023年法治政府建设</a> 2024-01-20</li></ul></div>
<div class="footer">主办单位：某市人民政府办公室　网站标识码：3301000001　联系电话：0571-12345678</div>
</body></html>
"""


def web_page(name: str, charset: str = "utf-8") -> str:
    lines = paragraphs(name)
    title = next((line for i, line in enumerate(lines) if role(lines, i) == "title"), TITLE)
    body = []
    for i, line in enumerate(lines):
        kind = role(lines, i)
        words = html.escape(line)
        if kind == "title":
            continue
        if kind == "first":
            body.append(f"<p><strong>{words}</strong></p>")
        elif kind in ("head", "tail"):
            body.append(f'<p class="{kind}" style="text-indent:0">{words}</p>')
        else:
            body.append(
                f"<p>&emsp;&emsp;{words}</p>"
                if i % 2
                else f"<p><span>{html.escape(line[:9])}</span>{html.escape(line[9:])}</p>"
            )
    return PAGE.format(charset=charset, title=title, body="\n".join(body))


def one_paragraph(name: str) -> str:
    """A fragment as editors paste it: one element, line breaks, blanks for indents."""
    words = "<br/>\n".join("&nbsp;&nbsp;&nbsp;&nbsp;" + html.escape(line) for line in paragraphs(name))
    return f'<div style="font-size:16px"><font face="仿宋">{words}</font></div>\n'


def archive(name: str) -> bytes:
    """What a browser saves as one file."""
    page = quopri.encodestring(web_page(name).encode()).decode()
    picture = base64.encodebytes(b"\x89PNG\r\n\x1a\n" + bytes(40)).decode()
    mark = "----MultipartBoundary--k3J9"
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.gov.cn/fz/1.html\r\nSubject: report\r\n"
        f'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{mark}"\r\n\r\n'
        f"--{mark}\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: https://www.example.gov.cn/fz/1.html\r\n\r\n{page}\r\n"
        f"--{mark}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n{picture}\r\n--{mark}--\r\n"
    ).encode()


# --- a document as offices set it (GB/T 9704-2012) ------------------------------------------------------------------

FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'Noto Sans CJK SC'"/></office:font-face-decls>
<office:styles>{styles}</office:styles>
<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm"
 fo:margin-top="30mm" fo:margin-bottom="20mm" fo:margin-left="28mm" fo:margin-right="26mm"/>
 <style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">
<style:header><text:p text:style-name="head">{header}</text:p></style:header>
<style:footer><text:p text:style-name="head">{footer}</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
{body}
</office:text></office:body></office:document>
"""
STYLE = (
    '<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties fo:text-indent="{indent}" '
    'fo:text-align="{align}" fo:line-height="{pitch}pt"/><style:text-properties style:font-name="F" style:font-name-asian="F" '
    'fo:font-size="{size}pt" style:font-size-asian="{size}pt" fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/></style:style>'
)


def flat(name: str, number: int) -> str:
    lines = paragraphs(name)
    size, pitch = ((16, 28), (14, 26), (12, 20))[number % 3]
    indent = f"{2 * size}pt"
    styles = "".join(
        STYLE.format(name=n, indent=i, align=a, size=s, pitch=p)
        for n, i, a, s, p in (
            ("title", "0pt", "center", size + 6, pitch + 8), ("head", "0pt", "center", size, pitch),
            ("first", indent, "justify", size, pitch), ("body", indent, "justify", size, pitch),
            ("tail", "0pt", "end", size, pitch),
        )
    )  # fmt: skip
    body = "\n".join(
        f'<text:p text:style-name="{role(lines, i)}">{html.escape(line)}</text:p>' for i, line in enumerate(lines)
    )
    page = "<text:page-number/>"
    footer = (f"— {page} —", page, f"第{page}页 共<text:page-count/>页")[number % 3]
    title = next((line for i, line in enumerate(lines) if role(lines, i) == "title"), TITLE)
    return FLAT.format(styles=styles, body=body, footer=footer, header=("", html.escape(title), "")[number % 3])


# --- Word files by hand ---------------------------------------------------------------------------------------------

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>"""
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
RELATION = '<Relationship Id="rId{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>'
LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/>{}<w:suff w:val="nothing"/><w:lvlText w:val="{}"/></w:lvl>'
NUMBERING = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering {W}><w:abstractNum w:abstractNumId="0">'
    + LEVEL.format(0, "chineseCounting", '<w:pStyle w:val="1"/>', "%1、")
    + LEVEL.format(1, "chineseCounting", '<w:pStyle w:val="2"/>', "（%2）")
    + LEVEL.format(2, "decimal", "", "%3.")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
STYLES = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {W}>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    '<w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
)


def run(words: str, extra: str = "") -> str:
    return f'<w:r>{extra}<w:t xml:space="preserve">{html.escape(words, quote=False)}</w:t></w:r>'


def numbered(name: str) -> dict[str, str]:
    """The parts of a file whose markers are automatic numbers, and whose figures have seen changes."""
    body = []
    first = second = third = 0
    author = 'w:author="a" w:date="2024-01-05T00:00:00Z"'
    for i, line in enumerate(paragraphs(name)):
        properties = ""
        for pattern, style in ((_FIRST, "1"), (_SECOND, "2"), (_THIRD, "3")):
            if marker := pattern.match(line):
                count = {"1": first, "2": second, "3": third}[style] + 1
                if numeral(marker.group()) != count:
                    break  # numbers that skip or repeat are typed by hand
                line = line[marker.end() :]
                if style == "1":
                    first, second, third = count, 0, 0
                elif style == "2":
                    second, third = count, 0
                else:
                    third = count
                own = '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'
                properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style != "3" else f"<w:pPr>{own}</w:pPr>"
                break
        figure = re.search(r"\d+件", line)
        if figure and i % 3 == 0:
            words = (
                run(line[: figure.start()])
                + f'<w:del w:id="{i}" {author}><w:r><w:delText>9{figure.group()}</w:delText></w:r></w:del>'
                + f'<w:ins w:id="{i}00" {author}>{run(figure.group())}</w:ins>'
                + run(line[figure.end() :])
            )
        else:
            words = run(line[:7]) + '<w:proofErr w:type="spellStart"/>' + run(line[7:])
        body.append(f"<w:p>{properties}{words}</w:p>")
    document = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W}><w:body>{"".join(body)}<w:sectPr/></w:body></w:document>'
    main = RELATION.format(1, "officeDocument", "word/document.xml")
    others = RELATION.format(1, "styles", "styles.xml") + RELATION.format(2, "numbering", "numbering.xml")
    return {
        "[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS.format(main),
        "word/_rels/document.xml.rels": RELATIONS.format(others),
        "word/document.xml": document, "word/styles.xml": STYLES, "word/numbering.xml": NUMBERING,
    }  # fmt: skip


def numeral(marker: str) -> int:
    words = marker.strip("、（）.")
    return int(words) if words.isdigit() else "一二三四五六七八九十".find(words) + 1


def pack(parts: dict[str, str], path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(zipfile.ZipInfo(name), words, zipfile.ZIP_DEFLATED)


# --- the programs ---------------------------------------------------------------------------------------------------


def office(folder: Path, sources: list[Path], target: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", str(HERE)]
    subprocess.run([*command, *map(str, sources)], check=True, capture_output=True, timeout=600)


def printed(source: Path, target: Path) -> None:
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run(
        ["chromium", *flags, f"--print-to-pdf={target}", source.as_uri()], check=True, capture_output=True, timeout=300
    )


def main() -> None:
    for name in NAMES:
        charset = "gb2312" if name in PRINTED else "utf-8"
        (HERE / f"{name}.html").write_bytes(
            web_page(name, charset).encode("gb18030" if charset == "gb2312" else "utf-8")
        )
        pack(numbered(name), HERE / f"{name}.numbered.docx")
    for name in PRINTED:
        (HERE / f"{name}.fragment.htm").write_text(one_paragraph(name), encoding="utf-8")
        (HERE / f"{name}.mhtml").write_bytes(archive(name))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        sources = []
        for number, name in enumerate(NAMES):
            sources.append(folder / f"{name}.fodt")
            sources[-1].write_text(flat(name, number), encoding="utf-8")
        some = [path for path in sources if path.stem in PRINTED]
        office(folder, sources, "docx:MS Word 2007 XML")
        office(folder, sources, "pdf")
        for target, count in (("doc:MS Word 97", 2), ("rtf", 1), ("odt", 1)):
            office(folder, some[:count], target)
        saved = []
        for path in some:
            saved.append(path.with_name(f"{path.stem}.saved.fodt"))
            saved[-1].write_bytes(path.read_bytes())
        office(folder, saved, "html:HTML (StarWriter)")
        for name in PRINTED[:2]:
            page = folder / f"{name}.html"
            page.write_text(web_page(name), encoding="utf-8")
            printed(page, HERE / f"{name}.printed.pdf")


if __name__ == "__main__":
    sys.exit(main())
