"""Bytes become exactly the text that they are, or an error that names the fix."""

import hashlib
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_extract.errors import FazhiError
from fazhi_extract.read import MAX_SIZE, from_text, read_bytes

SIMPLIFIED = "二〇二二年，我局办理行政处罚案件35件，\r\n罚没款12.6万元；开展法治培训8场次。\r其中线上3场。\n"
TRADITIONAL = "本局於去年辦理行政處罰案件三十五件，罰沒款項十二萬元，開展法治培訓八場次，參加人員共計四百餘人。"
PROSE = "本单位全年组织执法检查，督促整改隐患，及时回应群众关切，推动法治政府建设各项任务落到实处。"

READABLE = {
    "utf-8": (SIMPLIFIED.encode(), "utf-8"),
    "utf-8 with a mark": (SIMPLIFIED.encode("utf-8-sig"), "utf-8-sig"),
    "utf-16 little-endian with a mark": (b"\xff\xfe" + SIMPLIFIED.encode("utf-16-le"), "utf-16"),
    "utf-16 big-endian with a mark": (b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"), "utf-16"),
    "gb18030": (SIMPLIFIED.encode("gb18030"), "gb18030"),
}


@pytest.mark.parametrize("name", READABLE)
def test_encodings_that_are_found_out(name):
    data, encoding = READABLE[name]
    document = read_bytes(data, path="a.txt")
    assert (document.text, document.encoding) == (SIMPLIFIED, encoding)
    assert data.decode(document.encoding) == document.text
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.path, document.media_type) == ("a.txt", "text/plain")


@pytest.mark.parametrize(
    ("text", "written", "named", "encoding"),
    [
        (TRADITIONAL, "big5", "big5", "big5"),
        (TRADITIONAL, "gb18030", None, "gb18030"),
        (TRADITIONAL, "utf-8", None, "utf-8"),
        (SIMPLIFIED, "gbk", "GBK", "gbk"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-le", "utf-16", "utf-16-le"),
        (SIMPLIFIED, "utf-16", "utf-16-le", "utf-16"),
        (SIMPLIFIED, "utf-8-sig", "utf-8", "utf-8-sig"),
        (SIMPLIFIED, "utf-8", "utf-8-sig", "utf-8"),
        ("3件", "gb18030", None, "gb18030"),
        ("", "utf-8", None, "utf-8"),
        ("", "utf-8-sig", None, "utf-8-sig"),
        ("plain ASCII, 3 cases\n", "ascii", None, "utf-8"),
    ],
)
def test_encodings_that_are_named_or_hard_to_tell(text, written, named, encoding):
    data = text.encode(written)
    document = read_bytes(data, path="a.txt", encoding=named)
    assert (document.text, document.encoding) == (text, encoding)
    assert data.decode(document.encoding) == text


REFUSED = {
    "Big5": (TRADITIONAL.encode("big5"), None, "E206", "--encoding big5"),
    "Big5 named GB18030": (TRADITIONAL.encode("big5"), "gb18030", "E206", "--encoding big5"),
    "GB18030 named Latin-1": (SIMPLIFIED.encode("gb18030"), "latin-1", "E206", "--encoding gb18030"),
    "UTF-8 named Latin-1": (SIMPLIFIED.encode(), "latin-1", "E206", "--encoding utf-8"),
    "UTF-16 without a mark": (SIMPLIFIED.encode("utf-16-le"), None, "E20", "--encoding utf-16-le"),
    "UTF-16 without a mark, prose alone": (PROSE.encode("utf-16-be"), None, "E20", "--encoding utf-16-be"),
    "GB18030 named UTF-8": (SIMPLIFIED.encode("gb18030"), "utf-8", "E205", "--encoding gb18030"),
    "UTF-8 cut short": (SIMPLIFIED.encode() * 3 + "件".encode()[:2], None, "E205", f"{len(SIMPLIFIED.encode() * 3)}"),
    "UTF-8 with one wrong byte": ((PROSE * 2).encode() + b"\xff" + PROSE.encode(), None, "E205", "utf-8"),
    "lone surrogates": ("共3件".encode() + b"\xed\xa0\x80", None, "E211", "7"),
    "surrogate pair": ("共3件".encode() + b"\xed\xa0\xbd\xed\xb8\x80", None, "E211", "UTF-8"),
    "NUL": ((PROSE + "\0").encode(), None, "E213", f"{len(PROSE)}"),
    "many NUL": ("共3件".encode() + bytes(50), None, "E204", "a.txt"),
    "controls": (bytes(range(1, 32)) * 20, None, "E204", "a.txt"),
    "random bytes": (bytes(range(256)) * 4, None, "E20", "a.txt"),
    "PDF cut short": (b"%PDF-1.7\n...", None, "E221", "PDF"),
    "docx cut short": (b"PK\x03\x04rest word/document.xml", None, "E221", "docx"),
    "zip": (b"PK\x03\x04rest", None, "E203", "zip"),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), None, "E203", "xls"),
    "encrypted docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        None,
        "E222",
        "a.txt",
    ),
    "PNG": (b"\x89PNG\r\n\x1a\n", None, "E203", "PNG"),
    "unknown encoding": (b"abc", "gb99999", "E106", "gb99999"),
    "no text encoding": (b"abc", "hex", "E106", "hex"),
    "impossible encoding name": (b"abc", "utf\0", "E106", "utf"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name):
    data, encoding, code, hint = REFUSED[name]
    with pytest.raises(FazhiError) as caught:
        read_bytes(data, path="a.txt", encoding=encoding)
    assert caught.value.code.startswith(code)
    assert hint in caught.value.message("zh")
    assert hint in caught.value.message("en")


def test_too_large():
    with pytest.raises(FazhiError, match="E207") as caught:
        read_bytes(b"a" * (MAX_SIZE + 1), path="a.txt")
    assert "16 MiB" in caught.value.message()
    assert len(read_bytes(b"a" * 11, path="a.txt", max_size=11).text) == 11
    with pytest.raises(FazhiError, match="10 B"):
        read_bytes(b"a" * 11, path="a.txt", max_size=10)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_utf8_text_is_read_unchanged(text):
    document = read_bytes(("#" + text).encode(), path="a.txt")
    assert (document.text, document.encoding) == ("#" + text, "utf-8")


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "gb18030", "utf-16", "big5", "idna", "utf-7"]))
def test_any_bytes_give_a_text_or_a_coded_error(data, encoding):
    try:
        with patch("fazhi_extract.read.office.find_program", return_value=None):
            document = read_bytes(data, path="a.txt", encoding=encoding)
    except FazhiError:
        return
    document.text.encode()
    assert "\0" not in document.text
    assert document.reader != "text" or data.decode(document.encoding) == document.text


def test_a_text_from_memory():
    document = from_text("共3件\ud800", path="草稿")
    assert document.text == "共3件\ud800"
    assert (document.path, document.encoding) == ("草稿", "utf-8")
    assert document.sha256 == hashlib.sha256("共3件".encode() + b"\xed\xa0\x80").hexdigest()
