"""Files and standard input."""

import io
import sys

import pytest

from fazhi_extract.errors import FazhiError
from fazhi_extract.read import read_data, read_path, shown_path
from fazhi_extract.read.document import MAX_SIZE


def test_a_file(tmp_path):
    path = tmp_path / "报告 一.txt"
    path.write_bytes("全年3件。\r\n".encode())
    document = read_path(path)
    assert (document.text, document.path) == ("全年3件。\r\n", str(path))


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("全年3件。\r\n".encode())))
    document = read_path("-")
    assert (document.text, document.path) == ("全年3件。\r\n", "-")


def test_standard_input_is_read_no_further_than_the_limit(monkeypatch):
    endless = io.BytesIO(b"a" * 1000)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(endless))
    with pytest.raises(FazhiError, match="E207"):
        read_data("-", max_size=100)
    assert endless.tell() == 101


def test_no_limit(tmp_path):
    (tmp_path / "a.json").write_bytes(b" " * (MAX_SIZE + 2))
    assert len(read_data(str(tmp_path / "a.json"), max_size=None)) == MAX_SIZE + 2


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (FileNotFoundError(2, "No such file"), "E201"),
        (PermissionError(13, "Permission denied"), "E202"),
        (IsADirectoryError(21, "Is a directory"), "E212"),
        (OSError(5, "Input/output error"), "E210"),
        (ValueError("embedded null byte"), "E210"),
    ],
)
def test_what_the_system_refuses(monkeypatch, raised, code):
    def refuse(*_):
        raise raised

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(FazhiError) as caught:
        read_path("报告.txt")
    assert caught.value.code == code
    assert "报告.txt" in caught.value.message()


def test_a_missing_file_and_a_folder(tmp_path):
    with pytest.raises(FazhiError, match="E201"):
        read_path(tmp_path / "none.txt")
    with pytest.raises(FazhiError, match="E212"):
        read_path(tmp_path)


def test_names_that_are_no_text_can_be_shown():
    assert shown_path("a\udcff.txt") == "a\\udcff.txt"
    assert shown_path("报告.txt") == "报告.txt"
