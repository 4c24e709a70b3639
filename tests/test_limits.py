"""What a text may ask for: time, figures, memory, depth, characters. What a limit leaves out is always noted."""

import subprocess
import sys
import time
import unicodedata

import pytest

from fazhi_extract import extract, limits
from fazhi_extract.text import without_surrogates

HEAD = "甲市乙局2022年法治政府建设年度报告\n一、情况\n"


def codes(report):
    return [note.code for note in report.notes]


def test_when_the_time_is_over_the_rest_is_noted_and_kept(monkeypatch):
    asked = []

    def spent(self):
        asked.append(1)
        return len(asked) > 2

    monkeypatch.setattr(limits.Budget, "spent", spent)
    report = extract(HEAD + "作出行政处罚决定15件。受理行政复议案件3件。办结4件。受理行政复议案件5件。")
    assert [(m.value, m.indicator is None) for m in report.metrics] == [(15, False), (3, False), (4, True), (5, True)]
    (note,) = (note for note in report.notes if note.code == "N175")
    assert report.source.text[note.span[0] :].startswith("4件")
    assert "60 秒" in note.message
    assert "2 个数字" in note.message


def test_a_report_has_time_enough():
    assert limits.Budget(0).seconds == 60
    assert limits.Budget(1_000_000).seconds == 500
    assert not limits.Budget(0).spent()
    assert not {"N175", "N176"} & set(codes(extract(HEAD + "办理案件5件，" * 1_000)))
    with_table = HEAD + "\n类别 | 办理行政许可\n数量 | 12件\n占比 | 40%\n"
    assert not {"N175", "N176"} & set(codes(extract(with_table)))


@pytest.mark.parametrize(
    ("piece", "field"), [("办理案件5件，", "metrics"), ("2021年3月，", "dates"), ("《某办法》，", "citations")]
)
def test_what_is_too_many_is_left_out_and_noted(monkeypatch, piece, field):
    monkeypatch.setattr(limits, "MOST_FIGURES", 10)
    report = extract(piece * 12)
    assert len(getattr(report, field)) == 10
    (note,) = (note for note in report.notes if note.code == "N176")
    assert note.span[0] == (len(piece) * 10) + piece.index(
        getattr(report, field)[0].text if field != "citations" else "某"
    )


def test_memory_grows_in_step_with_the_text():
    pytest.importorskip("resource")
    program = (
        "import resource, sys; from fazhi_extract import extract\n"
        "text = '查处违法案件5件，罚款3万元，'\n"
        "extract(text * int(sys.argv[1])); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )

    def peak(times: int) -> int:
        done = subprocess.run([sys.executable, "-c", program, str(times)], capture_output=True, text=True, check=True)
        return int(done.stdout)

    none, some, more = peak(1), peak(250), peak(1_000)
    assert more - none < 8 * max(some - none, 2_000)


DEEP = {
    "brackets": "（" * 5_000 + "3件" + "）" * 5_000,
    "titles": "《" * 5_000 + "3件" + "》" * 5_000,
    "quotes": "“" * 5_000 + "3件" + "”" * 5_000,
    "sections": "".join(
        f"{'一、' if n % 4 == 0 else '（一）' if n % 4 == 1 else '1.' if n % 4 == 2 else '（1）'}标题\n"
        for n in range(2_000)
    ),
    "sections in sections without end": "\n".join(
        f"{m}标题" for m in ("一、", "（一）", "1.", "（1）", "①", "1）", "第一，") * 300
    ),
    "parts of parts": "受理案件9件，" + "其中处罚3件，" * 500,
    "ranges": "从3件" + "至4件" * 2_000,
    "denials": "未" * 2_000 + "发生案件",
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_nesting_gives_a_report_and_soon(name):
    begun = time.process_time()
    report = extract(HEAD + DEEP[name])
    assert report.source.length == len(HEAD + DEEP[name])
    assert time.process_time() - begun < 10


CATEGORIES: dict[str, list[str]] = {}
for point in range(sys.maxunicode + 1):
    found = CATEGORIES.setdefault(unicodedata.category(chr(point)), [])
    if len(found) < 40 or point % 4_099 == 0:
        found.append(chr(point))


@pytest.mark.parametrize("category", sorted(CATEGORIES))
def test_every_category_of_characters_is_read_wherever_it_stands(category):
    """Beside a figure, inside one, as a marker, alone; spans stay exact and the figures far from it stay as they are."""
    for character in CATEGORIES[category]:
        text = f"{HEAD}办理案件15件。\n{character}查处{character}案件1{character}2件{character}。\n受理投诉8件。\n"
        report = extract(text)
        raw = report.source.text
        assert raw == without_surrogates(text)[0]
        assert [m.text for m in report.metrics][:1] == ["15件"]
        assert [m.text for m in report.metrics][-1:] == ["8件"]
        assert all(raw[slice(*m.span)] == m.text for m in (*report.metrics, *report.dates, *report.turned_down))
