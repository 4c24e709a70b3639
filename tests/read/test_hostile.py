"""Files that are damaged, locked, mislabelled or meant to do harm: one clear error each, and soon."""

from __future__ import annotations

import io
import json
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from fazhi_extract.cli import main
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import read_bytes
from read.word import NAMES, docx, packed, paragraph

FORMATS = Path(__file__).parents[1] / "data" / "formats"
WORD = (FORMATS / "health_2021.docx").read_bytes()
PDF = (FORMATS / "health_2021.pdf").read_bytes()
HTML = (FORMATS / "emergency_management_2020.html").read_bytes()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def pdf(*objects: str, root: int = 1, trailer: str = "") -> bytes:
    """A PDF with these objects, numbered from 1."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer\n<</Size {len(places) + 1} /Root {root} 0 R {trailer}>>\n"
    return data + end.encode() + f"startxref\n{len(data)}\n%%EOF\n".encode()


def scan(pages: int) -> bytes:
    kids = " ".join(f"{3 + i} 0 R" for i in range(pages))
    page = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>"
    return pdf("<</Type /Catalog /Pages 2 0 R>>", f"<</Type /Pages /Count {pages} /Kids [{kids}]>>", *[page] * pages)


def stream(content: bytes, more: str = "") -> str:
    packed_ = zlib.compress(content, 9)
    return f"<</Length {len(packed_)} /Filter /FlateDecode {more}>>\nstream\n{packed_.decode('latin-1')}\nendstream"


def entities(document: str) -> bytes:
    return packed(
        {
            "_rels/.rels": '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": document,
        }
    )


LAUGHS = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "哈"}">' for i in range(9))
BODY = f"<w:document {NAMES}><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>"

FILES = {
    "docx cut short": ("a.docx", WORD[:3000], "E221"),
    "docx with a damaged part": ("a.docx", WORD[:2000] + bytes(300) + WORD[2300:], "E221"),
    "docx that is empty": ("a.docx", b"", "E229"),
    "docx without a document": ("a.docx", packed({"word/other.xml": "<a/>"}), "E221"),
    "docx that is no XML": ("a.docx", entities("共12件"), "E221"),
    "docx with a password": ("a.docx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "E222"),
    "bomb of zeros": ("a.docx", entities(BODY % ("哈" * 30_000_000)), "E226"),
    "bomb of entities": ("a.docx", entities(f"<!DOCTYPE w [{LAUGHS}]>" + BODY % "&a8;"), "E227"),
    "external entity": ("a.docx", entities('<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + BODY % "&e;"), "E227"),
    "tables in tables": (
        "a.docx", docx("<w:tbl><w:tr><w:tc>" * 60 + paragraph("12件") + "</w:tc></w:tr></w:tbl>" * 60), "E228",
    ),
    "XML nested without end": ("a.docx", docx("<w:ins>" * 100_000 + "</w:ins>" * 100_000), "E221"),
    "xlsx": ("a.xlsx", packed({"xl/workbook.xml": "<a/>"}), "E203"),
    "OFD": ("a.ofd", packed({"OFD.xml": "<a/>"}), "E203"),
    "picture": ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(99), "E203"),
    "PDF cut short": ("a.pdf", PDF[:500], "E221"),
    "PDF that is empty": ("a.pdf", b"", "E229"),
    "PDF named .txt and cut short": ("a.txt", PDF[:500], "E221"),
    "no PDF": ("a.pdf", b"\x00\x01\x02" * 400, "E221"),
    "PDF with a password": (
        "a.pdf",
        pdf(
            "<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Count 0 /Kids []>>",
            f"<</Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{'41' * 32}> /U <{'42' * 32}>>>",
            trailer=f"/Encrypt 3 0 R /ID [<{'43' * 16}> <{'43' * 16}>]",
        ),
        "E222",
    ),
    "scan": ("a.pdf", scan(3), "E223"),
    "more pages than allowed": ("a.pdf", scan(1001), "E225"),
    "pages that go round in a circle": (
        "a.pdf", pdf("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Count 9 /Kids [2 0 R 2 0 R 2 0 R] /Parent 2 0 R>>"), "E22",
    ),
    "a count of pages that is a lie": (
        "a.pdf", pdf("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Count 99999999 /Kids []>>"), "E22",
    ),
    "forms that draw themselves": (
        "a.pdf",
        pdf(
            "<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Count 1 /Kids [3 0 R]>>",
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources <</XObject <</F 5 0 R>>>> /Contents 4 0 R>>",
            stream(b"/F Do " * 50),
            stream(b"/F Do " * 50, "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</F 5 0 R>>>>"),
        ),
        "E230",
    ),
    "tags nested without end": ("a.html", b"<div>" * 400_000, "E228"),
    "tags that are never closed": ("a.html", b"".join(b"<font a=%d>" % i for i in range(4000)) + b"<p>x" * 40_000, "E228"),
    "page that is empty": ("a.html", b"", "E229"),
    "page in no encoding": ("a.html", b"<html><body>" + b"\xff\xfe\x00\x81\x05" * 50, "E2"),
    "archive without a page": ("a.mhtml", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n", "E221"),
    "archive in archives": (
        "a.mhtml", b"".join(b"Content-Type: multipart/related; boundary=x%d\n\n--x%d\n" % (i, i) for i in range(3000)), "E221",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_one_clear_error_and_soon(name: str):
    path, data, code = FILES[name]
    begun = time.perf_counter()
    with pytest.raises(FazhiError) as caught:
        read_bytes(data, path=path, timeout=3)
    assert caught.value.code.startswith(code), caught.value
    for lang in ("zh", "en"):
        assert path in caught.value.message(lang)
    assert time.perf_counter() - begun < 10


def test_what_an_archive_says_of_sizes_is_not_believed():
    data = bytearray(entities(BODY % ("哈" * 3_000_000)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        real = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    lied = bytes(data).replace(real, (100).to_bytes(4, "little"))
    with pytest.raises(FazhiError, match=r"E22[16]"):
        read_bytes(lied, path="a.docx", max_size=1024 * 1024)


def test_limits_can_be_raised():
    with pytest.raises(FazhiError, match="E225"):
        read_bytes(PDF, path="a.pdf", max_pages=2)
    assert "卫生健康" in read_bytes(PDF, path="a.pdf", max_pages=100).text
    long = docx(paragraph("卫生健康" * 10_000))
    with pytest.raises(FazhiError, match="E226"):
        read_bytes(long, path="a.docx", max_size=20_000)
    assert len(read_bytes(long, path="a.docx", max_size=40_000).text) == 40_001
    with pytest.raises(FazhiError, match="E230"):
        read_bytes(PDF, path="a.pdf", timeout=0)


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", PDF), ("b.doc", HTML), ("c.pdf", WORD), ("d.docx", "共12件。".encode())]
)
def test_a_wrong_name_is_no_hindrance_but_noted(name: str, data: bytes):
    document = read_bytes(data, path=name)
    assert [remark.code for remark in document.remarks][:1] == ["N151"]
    assert document.text


def test_a_batch_goes_on(tmp_path, monkeypatch, capfdbinary):
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for number, (path, data, _) in enumerate(
        entry for name, entry in FILES.items() if name not in ("bomb of zeros", "OFD")
    ):
        Path("in", f"{number:02}{Path(path).suffix}").write_bytes(data)
    Path("in", "zz.docx").write_bytes(WORD)
    assert main(["extract", "in", "-o", "out.jsonl", "--timeout", "3"]) == 1
    reports = [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [report["error"] is None for report in reports] == [False] * (len(reports) - 1) + [True]
    assert len(reports) > 20
    assert len(reports[-1]["metrics"]) > 20
    told = capfdbinary.readouterr().err.decode().splitlines()
    assert len([line for line in told if line.startswith("错误 E2")]) == len(reports) - 1
