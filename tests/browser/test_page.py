"""A report's page as its reader meets it: find, filter, click on either side, the keyboard, languages and themes."""

from pathlib import Path

import pytest

from fazhi_extract import extract, extract_file
from fazhi_extract.page import render

expect = pytest.importorskip("playwright.sync_api", reason="no Playwright here").expect

ROOT = Path(__file__).resolve().parents[2]
TEXT = (
    "某市城市管理局2023年度法治政府建设年度报告\n"
    "一、严格规范执法\n"
    "全年办理行政处罚案件743件，同比增长30.57%，罚款998.76万元。\n"
    "开展执法培训12场次，力争2024年达到15场次。\n"
    "二、下一步打算\n"
    "贯彻“三项制度”，行政处罚案件**件。\n"
)


@pytest.fixture(scope="module")
def made():
    return render(extract(TEXT, name="报告.txt"))


@pytest.fixture(scope="module")
def sample():
    return render(extract_file(ROOT / "samples" / "health_2021.txt"))


def rows(page):
    return page.locator("#list .row .figure").all_inner_texts()


def test_the_text_stands_there_with_every_figure_marked(visit, made):
    page = visit.open(made)
    assert page.title() == "某市城市管理局2023年度法治政府建设年度报告"
    assert page.locator("#text h2.title").inner_text() == "某市城市管理局2023年度法治政府建设年度报告"
    assert [h.strip() for h in page.locator("#text h3").all_inner_texts()] == ["一、严格规范执法", "二、下一步打算"]
    report = extract(TEXT)
    assert page.locator("#text mark").all_inner_texts() == [metric.text for metric in report.metrics]
    # Nothing of the text is missing: with blanks aside, the page shows what was read.
    assert "".join(page.locator("#text").inner_text().split()) == "".join(TEXT.split())
    # The kinds and roles look different.
    styles = page.locator("#text mark").evaluate_all("marks => marks.map(m => m.className)")
    assert [next(c for c in s.split() if c.startswith("r-")) for s in styles] == [f"r-{m.role}" for m in report.metrics]


def test_a_click_on_the_left_finds_the_figure_on_the_right(visit, made):
    page = visit.open(made)
    page.locator("#text mark", has_text="998.76万元").click()
    assert page.locator("#list .row[aria-current=true] .figure").inner_text() == "998.76万元"
    detail = page.locator("#detail").inner_text()
    assert "9,987,600 元" in detail
    assert "penalty.fine_amount" in detail
    assert page.url.endswith("#m=m3")


def test_a_click_on_the_right_finds_the_figure_on_the_left(visit, sample):
    page = visit.open(sample)
    last = page.locator("#list .row").last
    words = last.locator(".figure").inner_text()
    last.click()
    mark = page.locator("#text mark.selected")
    assert mark.inner_text().replace("\n", "") == words
    box, pane = mark.bounding_box(), page.locator("#text").bounding_box()
    assert pane["y"] <= box["y"] <= pane["y"] + pane["height"]


def test_the_card_says_what_a_figure_is(visit, made):
    page = visit.open(made)
    page.locator("#text mark", has_text="30.57%").hover()
    card = page.locator("#card").inner_text()
    assert "+30.57 %" in card
    assert "增减" in card
    assert "743件" in card  # the figure whose growth it is
    page.mouse.move(2, 2)
    assert page.locator("#card").is_hidden()
    # Whoever cannot point with a mouse gets it with the focus.
    page.locator("#text mark").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#card").is_visible()
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "card"


def test_search_and_filters(visit, made):
    page = visit.open(made)
    everything = rows(page)
    assert sorted(everything) == sorted(m.text for m in extract(TEXT).metrics)
    page.fill("#search", "罚款")
    expect(page.locator("#list .row")).to_have_count(1)
    assert rows(page) == ["998.76万元"]
    page.fill("#search", "没有这个词")
    expect(page.locator("#list .row")).to_have_count(0)
    assert page.locator("#list").inner_text() == "没有符合的。"
    page.fill("#search", "")
    expect(page.locator("#list .row")).to_have_count(len(everything))
    page.select_option("#kind", "rate")
    assert rows(page) == ["30.57%"]
    page.select_option("#kind", "")
    page.select_option("#role", "target")
    assert sorted(rows(page)) == ["**件", "15场次"]  # both are plans
    page.select_option("#role", "")
    page.click("[data-flag=masked]")
    assert rows(page) == ["**件"]
    # A figure that the filters hide is shown all the same when it is asked for on the left.
    page.locator("#text mark", has_text="743件").click()
    assert page.locator("#list .row[aria-current=true] .figure").inner_text() == "743件"
    assert len(rows(page)) == len(everything)


def test_the_address_keeps_what_is_selected(visit, made):
    page = visit.open(made, after="#m=m4")
    assert page.locator("#text mark.selected").inner_text() == "12场次"
    start = TEXT.index("743件")
    page.evaluate(f"location.hash = 'at={start}-{start + 4}'")
    expect(page.locator("mark.selected")).to_have_text("743件")
    # A place that is no figure is shown too.
    start = TEXT.index("下一步打算")
    page.evaluate(f"location.hash = 'at={start}-{start + 5}'")
    page.wait_for_timeout(50)
    assert page.evaluate("getSelection().toString()") == "下一步打算"
    for odd in ("m=m99", "at=9-3", "at=0-999999", "m=%3Cimg%3E", "at=x"):
        page.evaluate("hash => { location.hash = hash; }", odd)
    assert page.locator("#text mark").count() == len(extract(TEXT).metrics)


def test_the_other_views(visit, made):
    page = visit.open(made)
    page.click("#tab-outline")
    assert page.locator("#list .outline .place").all_inner_texts() == ["一、严格规范执法", "二、下一步打算"]
    page.click("#list .outline .place >> nth=1")
    assert page.evaluate("getSelection().toString()") == "二、下一步打算"
    page.click("#tab-metadata")
    assert "某市城市管理局" in page.locator("#list dl").first.inner_text()
    page.click("#tab-down")
    assert "三项" in page.locator("#list").inner_text()
    assert "是提法或口号的一部分" in " ".join(page.locator("#list h3").all_inner_texts())
    page.locator("#list .place b", has_text="三项").click()
    assert page.evaluate("getSelection().toString()") == "三项制度"


def test_checks_that_disagree_come_first_and_lead_to_their_figures(visit):
    report = extract("某市司法局2023年度法治政府建设年度报告\n受理投诉举报40件，办结36件，办结率95%。\n开展培训3次。\n")
    assert [check.agrees for check in report.checks].count(False) == 1
    page = visit.open(render(report))
    assert page.locator("#tab-checks .count").inner_text() == "1"
    page.click("#tab-checks")
    assert page.locator("#list .checks li").first.inner_text().startswith("不符")
    page.locator("#list .checks li").first.locator(".link").first.click()
    assert page.locator("#text mark.selected").count() == 1
    page.click("#tab-figures")
    page.click("[data-flag=failed]")
    assert "95%" in rows(page)


def test_everything_by_keyboard(visit, made):
    page = visit.open(made)
    page.keyboard.press("j")
    assert page.locator("mark.selected").inner_text() == "743件"
    page.keyboard.press("j")
    assert page.locator("mark.selected").inner_text() == "30.57%"
    page.keyboard.press("k")
    page.keyboard.press("c")
    assert "s-confirmed" in page.locator("mark.selected").get_attribute("class")
    page.keyboard.press("u")
    assert "s-open" in page.locator("mark.selected").get_attribute("class")
    page.keyboard.press("x")
    assert "s-rejected" in page.locator("mark.selected").get_attribute("class")
    page.keyboard.press("t")
    assert page.evaluate("document.activeElement.tagName") == "MARK"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.locator("mark.selected").inner_text() == "30.57%"
    page.keyboard.press("r")
    assert page.evaluate("document.activeElement.dataset.figure") == "m2"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.locator("mark.selected").count() == 0
    page.keyboard.press("4")
    assert page.locator("#tab-checks").get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowRight")
    assert page.locator("#tab-down").get_attribute("aria-selected") == "true"
    page.keyboard.press("/")
    page.keyboard.type("jx?")
    assert page.input_value("#search") == "jx?"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()


def test_the_keyboard_keeps_its_place_when_things_are_drawn_anew(visit, made):
    page = visit.open(made, after="#m=m2")
    focused = "[document.activeElement.tagName, document.activeElement.textContent]"
    page.focus("[data-flag=masked]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.flag") == "masked"
    page.keyboard.press("Enter")
    page.keyboard.press("t")
    page.keyboard.press("c")
    assert page.evaluate(focused) == ["MARK", "30.57%"]
    assert page.locator("#text mark[tabindex='0']").count() == 1
    page.focus("#detail .act.confirm")
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == ["BUTTON", "正确"]
    page.focus("#tab-outline")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "tab-outline"


def test_english_and_dark_at_a_switch_and_after_a_reload(visit, made):
    page = visit.open(made, after="#m=m1")
    assert page.locator("#tab-figures").inner_text().startswith("数字")
    page.click("#lang")
    assert page.locator("#tab-figures").inner_text().startswith("Figures")
    assert "administrative penalty cases" in page.locator("#detail").inner_text()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.click("#theme")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.reload()
    page.wait_for_selector("html[data-ready=true]", state="attached")
    assert page.locator("#tab-figures").inner_text().startswith("Figures")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == background == "rgb(22, 24, 28)"


def test_every_message_is_there_in_both_languages(visit, sample):
    page = visit.open(sample, after="#m=m9")
    for _ in range(2):
        for tab in ("figures", "outline", "metadata", "checks", "down"):
            page.click(f"#tab-{tab}")
            assert "page." not in page.locator("body").inner_text()
        page.keyboard.press("?")
        assert "page." not in page.locator("#keys").inner_text()
        page.keyboard.press("Escape")
        page.keyboard.press("e")
        assert "page." not in page.locator("#form").inner_text()
        page.keyboard.press("Escape")
        page.click("#lang")


def test_lines_that_only_a_page_broke_are_joined(visit):
    line = "我局坚持以习近平法治思想为指导深入贯彻落实法治政府建设实施纲要扎实推进各项工作取得新的成效并不断\n"
    text = (
        "某市水务局2023年度法治政府建设年度报告\n\n"
        + line * 6
        + "提升执法水平，全年办理行政处罚案件7\n43件，罚款20万元。\n"
    )
    report = extract(text)
    first = report.metrics[0]
    assert first.text == "7\n43件"
    page = visit.open(render(report))
    assert page.locator("#text mark").first.inner_text() == "743件"
    assert page.locator("#text p:not(.blank)").count() == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_serious_fault(visit, made, theme):
    from axe_playwright_python.sync_playwright import Axe

    page = visit.open(made, after="#m=m2")
    page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
    page.click("#legend summary")
    axe = Axe()
    # Another theme has other colours and nothing else.
    options = {"resultTypes": ["violations"]} | ({"runOnly": ["color-contrast"]} if theme == "dark" else {})

    def faults():
        found = axe.run(page, options=options).response["violations"]
        return [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")]

    for key in "cjxj":  # figures that are accepted, rejected and open
        page.keyboard.press(key)
    assert faults() == []
    for tab in ("metadata", "down"):
        page.click(f"#tab-{tab}")
        assert faults() == [], tab
    for key in "?e":
        page.keyboard.press(key)
        assert faults() == [], key
        page.keyboard.press("Escape")


def test_paper_is_light_whatever_the_screen_is(visit, made):
    page = visit.open(made)
    of_a_mark = "getComputedStyle(document.querySelector('mark.figure')).backgroundColor"
    light = page.evaluate(of_a_mark)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert page.evaluate(of_a_mark) != light
    page.emulate_media(media="print")
    assert page.evaluate(of_a_mark) == light


def test_on_paper_the_text_comes_with_a_table_of_its_figures(visit, made):
    page = visit.open(made)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1123})
    assert page.locator("#right").is_hidden()
    assert page.locator("#tools").is_hidden()
    assert page.locator("#print tbody tr").count() == len(extract(TEXT).metrics)
    assert page.evaluate(
        "document.querySelector('#text').scrollHeight <= document.querySelector('#text').clientHeight + 1"
    )
