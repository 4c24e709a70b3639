"""What is read rightly and what is read wrongly lie far apart."""

from pathlib import Path

import pytest

from fazhi_extract.read.plausible import control_share, looks_chinese

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))


def test_there_are_samples():
    assert SAMPLES


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_reports_look_chinese_down_to_single_lines(path):
    text = path.read_bytes().decode()
    assert looks_chinese(text, certain=True)
    assert [line for line in text.splitlines() if not looks_chinese(line)] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    ("written", "read"),
    [("utf-8", "gb18030"), ("utf-8", "big5"), ("gb18030", "big5"), ("gb18030", "latin-1"), ("gb18030", "shift_jis")],
)
def test_reports_in_a_wrong_encoding_do_not(path, written, read):
    text = path.read_bytes().decode().encode(written).decode(read, "ignore")
    assert not looks_chinese(text)


def test_little_text_tells_nothing():
    assert looks_chinese("abc é")
    assert not looks_chinese("abc é", certain=True)
    assert not looks_chinese("éèàüöäßñ")


def test_share_of_controls():
    assert control_share("") == 0
    assert control_share("a\tb\r\n\x0c") == 0
    assert control_share("a\x01b\x02") == 0.5
