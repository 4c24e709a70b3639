"""The review in the page: confirm, correct, reject, add; kept over a reload, saved as a key, loaded again."""

import importlib.util
import json
from pathlib import Path

import pytest

from fazhi_extract import extract
from fazhi_extract.page import render
from keys import compare

expect = pytest.importorskip("playwright.sync_api", reason="no Playwright here").expect

SCORE = Path(__file__).resolve().parents[3] / "shared" / "exam" / "score.py"
# 𬭼 and 😀 are two units of UTF-16 each, and one code point.
TEXT = (
    "某市卫生健康委员会2023年度法治政府建设年度报告\n"
    "一、严格规范执法\n"
    "🏥在𬭼坪街道开展检查，全年办理行政处罚案件743件，罚款20万元。\n"
    "开展执法培训12场次。𬭼坪所落实“三项制度”。\n"
)
NAME = "卫健委 2023.txt"


@pytest.fixture(scope="module")
def report():
    return extract(TEXT, name=NAME)


@pytest.fixture(scope="module")
def made(report):
    return render(report)


def pick(page, words):
    page.locator("#text mark", has_text=words).click()


def choose_words(page, words):
    """Selects words of the text as a mouse would."""
    page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
          const nodes = [];
          for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
          const from = nodes.map(node => node.data).join('').indexOf(words), to = from + words.length;
          if (from < 0) throw new Error('no such words');
          const range = document.createRange();
          let at = 0;
          for (const node of nodes) {
            if (at <= from && from < at + node.length) range.setStart(node, from - at);
            if (at < to && to <= at + node.length) range.setEnd(node, to - at);
            at += node.length;
          }
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        words,
    )


def saved(page):
    with page.expect_download() as download:
        page.click("#save")
    return download.value.suggested_filename, json.loads(Path(download.value.path()).read_text(encoding="utf-8"))


def entry(key, words):
    return next(one for one in key["metrics"] if one["text"] == words)


def review(page):
    """One of each: the number of cases is right, the fine is wrong, the trainings are no figure, one was missed."""
    pick(page, "743件")
    page.click(".act.confirm")
    pick(page, "20万元")
    page.click(".act.correct")
    page.fill("#form-value", "210000")
    page.select_option("#form-role", "target")
    page.fill("#form-find", "没收")
    assert page.locator("#form-indicator option").count() < 20
    page.select_option("#form-indicator", "penalty.confiscated_amount")
    page.fill("#form-scope", "𬭼坪街道")
    page.select_option("#form-scope_kind", "region")
    page.fill("#form-note", "与台账不符")
    page.click("#form .act.main")
    pick(page, "12场次")
    page.click(".act.reject")
    choose_words(page, "三项")
    page.click("#add")
    page.fill("#form-value", "3")
    page.fill("#form-unit", "项")
    page.fill("#form-find", "publicity.")
    page.press("#form-find", "Enter")
    page.click("#form .act.main")


def test_a_review_is_kept_saved_and_loaded(visit, report, made):
    page = visit.open(made)
    review(page)
    assert page.locator("#progress").inner_text() == "已核对 4 / 4"
    assert page.locator("#detail").inner_text().startswith("三项")
    page.reload()
    page.wait_for_selector("html[data-ready=true]", state="attached")
    states = page.locator("#text mark").evaluate_all("marks => marks.map(m => /s-(\\w+)/.exec(m.className)[1])")
    assert states == ["confirmed", "corrected", "rejected", "added"]

    name, key = saved(page)
    assert name == "卫健委_2023.key.json"
    assert key["file"] == NAME
    assert key["sha256"] == report.source.sha256
    assert key["finished"] is True
    # Spans are code points of the text.
    for one in (*key["metrics"], *key["decoys"], *key["dates"]):
        assert TEXT[slice(*one["span"])] == one["text"]
    assert [one["text"] for one in key["metrics"]] == ["743件", "20万元", "三项"]
    right = entry(key, "743件")
    machine = report.metrics[0].model_dump(mode="json")
    assert {field: machine[field] for field in right if field in machine} == {
        field: right[field] for field in right if field in machine
    }
    assert (right["review"], right["optional"]) == ("confirmed", False)
    mended = entry(key, "20万元")
    assert (mended["value"], mended["unit"], mended["kind"]) == (210000, "元", "money")
    assert (mended["indicator"], mended["role"]) == ("penalty.confiscated_amount", "target")
    assert (mended["scope"], mended["scope_kind"], mended["note"]) == ("𬭼坪街道", "region", "与台账不符")
    assert (mended["machine"]["value"], mended["machine"]["indicator"]) == (200000, "penalty.fine_amount")
    added = entry(key, "三项")
    assert (added["value"], added["unit"], added["review"], added["metric"]) == (3, "项", "added", None)
    assert added["indicator"].startswith("publicity.")
    assert [(one["text"], one["review"]) for one in key["decoys"]] == [("12场次", "rejected")]

    # Elsewhere, in a browser that knows nothing of it.
    other = page.context.browser.new_context()
    try:
        fresh = other.new_page()
        fresh.goto(page.url.split("#")[0])
        assert fresh.locator("#progress").inner_text() == ""
        with fresh.expect_file_chooser() as chooser:
            fresh.click("#open")
        chooser.value.set_files(
            {"name": "a.json", "mimeType": "application/json", "buffer": json.dumps(key, ensure_ascii=False).encode()}
        )
        expect(fresh.locator("#progress")).to_have_text("已核对 4 / 4")
        assert saved(fresh)[1] == key
    finally:
        other.close()


def test_the_saved_key_scores_the_report(visit, report, made):
    page = visit.open(made)
    review(page)
    _, key = saved(page)
    found = report.model_dump(mode="json")
    score = compare(key, found)
    # Of three figures two were found; a third one that was found is none.
    assert (score.asked["found"], score.right["found"]) == (4, 2)
    assert any("20万元" in line for line in score.wrong)
    if SCORE.exists():
        spec = importlib.util.spec_from_file_location("score", SCORE)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        figures = module.score(key, found, TEXT).figures()
        assert figures["metric.found.precision"] == pytest.approx(2 / 3, abs=1e-3)
        assert figures["metric.found.recall"] == pytest.approx(2 / 3, abs=1e-3)


def test_what_nobody_looked_at_is_neither_right_nor_wrong(visit, made):
    page = visit.open(made)
    pick(page, "743件")
    page.click(".act.confirm")
    _, key = saved(page)
    assert key["finished"] is False
    assert [(one["text"], one["optional"], one["review"]) for one in key["metrics"]] == [
        ("743件", False, "confirmed"),
        ("20万元", True, None),
        ("12场次", True, None),
    ]
    page.keyboard.press("?")
    page.click("#rest")
    assert page.locator("#progress").inner_text() == "已核对 1 / 3"
    page.click("#rest")  # only the second press does it
    assert saved(page)[1]["finished"] is True


def test_decisions_are_taken_back(visit, made):
    page = visit.open(made)
    review(page)
    pick(page, "12场次")
    page.keyboard.press("u")
    pick(page, "20万元")
    assert "程序原读作" in page.locator("#detail").inner_text()
    page.keyboard.press("u")
    pick(page, "三项")
    page.keyboard.press("u")
    assert page.locator("#text mark").all_inner_texts() == ["743件", "20万元", "12场次"]
    page.reload()
    page.wait_for_selector("html[data-ready=true]", state="attached")
    assert page.locator("#progress").inner_text() == "已核对 1 / 3"


def test_the_form_refuses_what_is_no_value(visit, made):
    page = visit.open(made, after="#m=m1")
    page.click(".act.correct")
    page.fill("#form-value", "")
    page.click("#form .act.main")
    assert page.locator("#form-wrong").inner_text() == "请填写数值；打码的请在“写法”中选打码。"
    page.select_option("#form-form", "masked")
    page.click("#form .act.main")
    assert page.locator("#form").is_hidden()
    assert "打码" in page.locator("#detail").inner_text()
    page.click(".act.correct")
    page.keyboard.press("Escape")
    assert page.locator("#form").is_hidden()


def test_words_are_read_as_numbers_where_that_is_plain(visit):
    text = "某市2023年度法治政府建设年度报告\n一、宣传\n《甲３２００余份乙998.76万元丙30.57%丁共1,234.5万件戊》\n"
    page = visit.open(render(extract(text)))
    for words, value, unit, kind, bound in (
        ("３２００余份", "3200", "份", "count", "over"),
        ("998.76万元", "9987600", "元", "money", "exact"),
        ("30.57%", "30.57", "%", "rate", "exact"),
        ("共1,234.5万件", "12345000", "件", "count", "exact"),
    ):
        choose_words(page, words)
        page.keyboard.press("a")
        page.wait_for_function("value => document.querySelector('#form-value').value === value", arg=value)
        got = [page.input_value(f"#form-{name}") for name in ("value", "unit", "kind", "bound")]
        assert got == [value, unit, kind, bound], words
        page.keyboard.press("Escape")
        page.locator("#form").wait_for(state="hidden")


def test_searching_for_an_indicator_changes_nothing_until_one_is_picked(visit, made):
    page = visit.open(made)
    pick(page, "743件")
    page.click(".act.correct")
    had = page.input_value("#form-indicator")
    page.fill("#form-find", "培训")
    assert page.input_value("#form-indicator") == had == "penalty.cases"
    names = page.locator("#form-indicator option").all_inner_texts()
    assert "培训" in names[2]  # below "none" and the figure's own: what has the word in its name
    page.fill("#form-find", "")
    page.fill("#form-value", "1,743")
    page.click("#form .act.main")
    got = entry(saved(page)[1], "743件")
    assert (got["indicator"], got["value"], got["attributes"]) == ("penalty.cases", 1743, {"stage": "handled"})


def test_a_form_that_has_just_closed_takes_no_keys(visit):
    """The browser moves the focus out of a closed dialog only when it draws next; a quick hand is faster."""
    page = visit.open(render(extract("某市2023年度法治政府建设年度报告\n一、宣传\n《甲12件乙》\n")))
    choose_words(page, "12件")
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    page.locator("#form").wait_for(state="hidden")
    choose_words(page, "12件")
    page.evaluate(
        """() => document.getElementById('form-value')
             .dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true }))"""
    )
    page.locator("#form").wait_for(state="visible")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "这个文件不是 JSON。"),
        ("[]", "这个文件不是核对结果。"),
        ('{"metrics": [{"span": [0, 3], "text": "别的话"}]}', "这个文件是另一份报告的核对结果，没有载入。"),
        ('{"metrics": [], "text_sha256": "0"}', "这个文件是另一份报告的核对结果，没有载入。"),
        ('{"metrics": [{"span": null}]}', "这个文件是另一份报告的核对结果，没有载入。"),
        ('{"metrics": [{"span": ["a", "b"]}]}', "这个文件是另一份报告的核对结果，没有载入。"),
        ('{"metrics": [{"span": [0, 0]}]}', "这个文件是另一份报告的核对结果，没有载入。"),
        ('{"metrics": [], "decoys": {}}', "这个文件不是核对结果。"),
        ('{"metrics": [{"span": [0, 2], "value": "x"}]}', "这个文件不是核对结果。"),
    ],
)
def test_files_that_are_no_review_of_this_text(visit, made, content, said):
    page = visit.open(made)
    page.set_input_files("#file", {"name": "a.json", "mimeType": "application/json", "buffer": content.encode()})
    expect(page.locator("#say")).to_have_text(said)
    assert page.locator("#progress").inner_text() == ""


def test_a_key_written_by_hand_counts_as_reviewed(visit, made):
    start = TEXT.index("743件")
    key = {
        "metrics": [
            {"span": [start, start + 4], "text": "743件", "value": 734, "unit": "件", "kind": "<b>", "bound": 1}
        ]
    }
    page = visit.open(made)
    content = json.dumps(key).encode()
    page.set_input_files("#file", {"name": "a.json", "mimeType": "application/json", "buffer": content})
    expect(page.locator("#progress")).to_have_text("已核对 1 / 3")
    got = entry(saved(page)[1], "743件")
    assert (got["value"], got["kind"], got["bound"], got["review"]) == (734, "count", "exact", "corrected")


def test_another_report_has_a_review_of_its_own(visit, made):
    page = visit.open(made)
    pick(page, "743件")
    page.click(".act.confirm")
    other = visit.open(render(extract(TEXT + "特此报告。\n", name=NAME)), name="other.html")
    assert other.locator("#progress").inner_text() == ""
    # The same text, extracted anew by whatever version: its review is found again.
    again = visit.open(made.replace("fazhi-extract 0", "fazhi-extract 9"), name="again.html")
    assert again.locator("#progress").inner_text() == "已核对 1 / 3"
