"""Why a figure is what it is, as ``show --why`` tells it."""

import pytest

from fazhi_extract.errors import Said
from fazhi_extract.explain import Explanation, explain, matching
from fazhi_extract.messages import MESSAGES, message
from fazhi_extract.model import vocabulary
from fazhi_extract.read import from_text

TEXT = """\
某某局2021年度法治政府建设情况报告
一、工作情况
2021年办理一般程序行政处罚案件128件，其中结案96件，同比增长20%。落实“三项制度”，接听12345热线。
全年未发生行政复议案件。东城区巡护飞行20架，从15架提升至20架。
二、下一步打算
力争办理行政处罚案件150件，处罚相关学校6人次。
"""


def said(facts: list[Said]) -> list[str]:
    def words(value: object) -> object:
        return message(value.key, "zh", **value.params) if isinstance(value, Said) else value

    return [message(fact.key, "zh", **{k: words(v) for k, v in fact.params.items()}) for fact in facts]


@pytest.fixture(scope="module")
def report_and_told():
    return explain(from_text(TEXT))


def one(report_and_told, which: str) -> Explanation:
    (found,) = matching(*report_and_told, which)
    return found


def test_each_figure_and_each_refusal_once(report_and_told):
    report, told = report_and_told
    assert [entry.span for entry in told] == sorted(e.span for e in (*report.metrics, *report.turned_down))


@pytest.mark.parametrize(
    ("which", "facts"),
    [
        (
            "128件",
            [
                "依据的词语：一般程序行政处罚案件",
                "属性：stage = handled，因为“办理”",
                "属性：procedure = general，由说法确定",
                "性质：实际发生的数",
                "列入汇总表",
            ],
        ),
        (
            "96件",
            ["依据的词语：结案", "属性：stage = closed，由说法确定", "期间：2021-01-01 至 2021-12-31（句中写明）"],
        ),
        ("20%", ["性质：增减，因为“增长”", "自己没有说明，随 m2（96件）", "是 m2 的增减"]),
        ("未发生行政复议案件", ["原文写明没有，记为 0", "依据的词语：行政复议案件"]),
        ("15架", ["性质：以前的数，因为“从”", "指标：无。没有规则的说法在它旁边成立"]),
        ("150件", ["性质：目标或计划，因为“力争”"]),
        ("三项制度", ["是提法或口号的一部分，不计数"]),
        ("12345", ["是电话或热线号码"]),
    ],
)
def test_what_is_said(report_and_told, which, facts):
    assert [fact for fact in facts if fact not in said(one(report_and_told, which).facts)] == []


def test_the_rule_is_told_with_its_phrasing(report_and_told):
    metric = next(metric for metric in report_and_told[0].metrics if metric.text == "128件")
    lines = said(one(report_and_told, "m1").facts)
    assert f"指标：{metric.indicator} 行政处罚案件数" in lines
    assert any(line.startswith(f"规则：{metric.rule}  ") and "一般" in line for line in lines)


def test_near_misses_name_the_unit(report_and_told):
    lines = said(one(report_and_told, "6人次").facts)
    assert any(line.startswith("接近的规则 penalty.") and "量词不合" in line for line in lines) or lines[0] != (
        "指标：无。没有规则的说法在它旁边成立"
    )


@pytest.mark.parametrize(
    ("which", "heads"),
    [
        ("m2", ["96件"]),
        ("96", ["96件"]),
        ("９６件", ["96件"]),
        ("28", ["128件"]),
        ("2021年度", ["某某局2021年度法治政府建设情况报告"]),
        ("m99", []),
        ("没有这句", []),
        ("", []),
    ],
)
def test_what_a_word_means(report_and_told, which, heads):
    report, _ = report_and_told
    found = matching(*report_and_told, which)
    texts = [report.source.text[slice(*entry.span)] for entry in found]
    assert [head for head in heads if not any(head in text or text in head for text in texts)] == []
    assert bool(texts) == bool(heads)


def test_dates_titles_and_headings_are_told_apart():
    found = explain(from_text("某某局关于法治政府建设的报告\n一、情况\n2021年12月4日，学习《条例（2021年）》。\n"))
    assert said(one(found, "12月4日").facts) == ["是日期 d1：2021-12-04 至 2021-12-04"]
    assert said(one(found, "情况").facts) == ["是标题或条目 s1"]
    assert said(one(found, "条例").facts) == ["在书名号《》中，是文件名"]


def test_every_word_of_the_output_has_a_message():
    words = {
        "role": vocabulary.Role,
        "reason": vocabulary.TurnedDownReason,
        "doubt": vocabulary.Doubt,
        "scope": vocabulary.ScopeKind,
        "why.link": vocabulary.Relation,
    }
    missing = [
        f"{key}.{word}" for key, kind in words.items() for word in kind.__args__ if f"{key}.{word}" not in MESSAGES
    ]
    assert missing == []
    assert all(f"why.form.{form}" in MESSAGES for form in vocabulary.Form.__args__ if form != "number")
