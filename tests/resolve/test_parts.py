"""What 其中 makes a part of the figure in front of it, where the part has a name of its own."""

import pytest

from fazhi_extract import extract


def links(sentence):
    report = extract(f"砚溪县应急管理局2021年度法治政府建设年度报告\n\n一、主要做法\n{sentence}\n")
    texts = {m.id: m.text for m in report.metrics}
    return {m.text: [texts[link.metric] for link in m.links if link.relation == "whole"] for m in report.metrics}, {
        m.text for m in report.metrics if m.headline
    }


@pytest.mark.parametrize(
    ("sentence", "whole", "parts"),
    [
        ("检查生产经营单位3126家次，其中夜间突击检查418家次。", "3126家次", ["418家次"]),
        ("办结行政许可406件，其中水土保持方案审批163件、取水许可219件。", "406件", ["163件", "219件"]),
        ("罚款1161.8万元（其中事前罚款1029.4万元）。", "1161.8万元", ["1029.4万元"]),
    ],
)
def test_parts(sentence, whole, parts):
    found, headlines = links(sentence)
    assert {part: found[part] for part in parts} == {part: [whole] for part in parts}
    assert found[whole] == []
    assert headlines == {whole}


@pytest.mark.parametrize(
    "sentence",
    [
        "检查生产经营单位3126家次，夜间突击检查418家次。",
        "检查生产经营单位418家次，其中夜间突击检查3126家次。",
        "检查生产经营单位3126家次，其中有重点，突击检查418家次。",
        "检查生产经营单位3126家次。其中有重点。突击检查418家次。",
    ],
)
def test_no_parts(sentence):
    found, headlines = links(sentence)
    assert not any(found.values())
    assert headlines == set(found)
