"""Each sample read from a web page, a Word file and a PDF gives what its text gives."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fazhi_extract import extract_file
from formats import ASPECTS, Agreement

FORMATS = Path(__file__).parents[1] / "data" / "formats"
SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
# The ending of a sample's files, how many there are, and the share of entries that must agree.
KINDS = {
    ".html": (12, 0.99),
    ".fragment.htm": (4, 0.99),
    ".saved.html": (4, 0.99),
    ".mhtml": (4, 0.99),
    ".docx": (12, 0.99),
    ".numbered.docx": (12, 0.99),
    ".pdf": (12, 0.97),
    ".printed.pdf": (2, 0.97),
    ".doc": (2, 0.99),
    ".rtf": (1, 0.99),
    ".odt": (1, 0.99),
}
OFFICE = (".doc", ".rtf", ".odt")


@cache
def clean(name: str) -> dict[str, Any]:
    return extract_file(SAMPLES / f"{name}.txt").model_dump(mode="json")


ADDED = ("发布时间：2024-01-31", "今天是2024年", "上一篇：", "下一篇：", "我市召开法治政府", "一图读懂")
"""What the pages say that the samples' texts do not."""


def added(text: str) -> tuple[tuple[int, int], ...]:
    """The lines of what was added."""
    places = [text.find(words) for words in ADDED]
    return tuple((text.rfind("\n", 0, at) + 1, text.index("\n", at)) for at in places if at >= 0)


@pytest.mark.parametrize("kind", KINDS)
def test_a_format_changes_nothing(kind: str, capsys: pytest.CaptureFixture[str]):
    if kind in OFFICE and shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    count, floor = KINDS[kind]
    total = Agreement()
    files = [path for name in NAMES if (path := FORMATS / (name + kind)).exists()]
    assert len(files) == count
    for path in files:
        found = extract_file(path).model_dump(mode="json")
        text = found["source"]["text"]
        for entry in (*found["metrics"], *found["dates"], *found["turned_down"]):
            assert text[slice(*entry["span"])] == entry["text"]
        total.compare(path.name, clean(path.name.removesuffix(kind)), found, added(text))
    with capsys.disabled():
        shares = ", ".join(f"{aspect} {total.share(aspect):.4f}" for aspect in ASPECTS)
        print(f"\n{kind}: {total.share():.4f} of {sum(total.asked.values())} entries agree with the text ({shares})")
    assert min(total.share(aspect) for aspect in ASPECTS) >= floor, "\n".join(total.lost)
    assert total.asked["metrics"] > 20 * count
