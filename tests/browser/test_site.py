"""The pages about many reports, in a real browser, from ``file://``."""

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from fazhi_extract import Rulebook, extract
from fazhi_extract.site import open_site
from made_reports import report_text

expect = pytest.importorskip("playwright.sync_api", reason="no Playwright here").expect

AREA = "全市作出行政处罚决定{cases}件。罚款约{fines}万元。"
YEARS = {
    ("甲市卫生健康委员会", 2019): AREA.format(cases=620, fines=9) + "全年未发生行政复议案件。",
    ("甲市卫生健康委员会", 2020): AREA.format(cases=743, fines=12) + "全年未发生行政复议案件。",
    ("甲市卫生健康委员会", 2022): AREA.format(cases=801, fines=15) + "收到行政复议案件3件。",
    ("甲市卫生健康委员会", 2023): "全市作出行政处罚决定约790件。收到行政复议案件4件。",
    ("乙县教育局", 2020): "作出行政处罚决定**件。",
    ("乙县教育局", 2021): "打击非法行医专项行动中，作出行政处罚决定5件。力争法制审核率达到95%。",
    ("丙区司法局", 2021): AREA.format(cases=12, fines=2),
}
EVIL = "</script><script>window.caught = 1</script><img src=x onerror='window.caught = 2'>"
EVIL_RULE = """
[[indicator]]
code = "my.evil"
zh = '</script><script>window.caught = 3</script>罚'
en = '<img src=x onerror="window.caught = 4">'
definition = '<!--<script>window.caught = 5</script>'
dimension = "count"
units = ["箱"]
phrasings = ["发放苹果N"]
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Reports of three issuers, one twice, one hostile, and a file that is none, as a site."""
    folder = tmp_path_factory.mktemp("site")
    reports = folder / "reports"
    reports.mkdir()
    for (issuer, year), body in YEARS.items():
        (reports / f"{issuer}{year}.txt").write_text(report_text(issuer, year, body), encoding="utf-8")
    (reports / "副本.txt").write_text((reports / "丙区司法局2021.txt").read_text(encoding="utf-8"), encoding="utf-8")
    (reports / "扫描件.pdf").write_bytes(b"%PDF-1.4 broken")
    hostile = f"作出行政处罚决定7件{EVIL}。发放苹果9箱{EVIL}。\u202e\u2028"
    name = "<img src=x onerror=alert(1)>" if sys.platform != "win32" else "'&amp;"
    (reports / f"{name}.txt").write_text(report_text("丁市水利局", 2021, hostile), encoding="utf-8")
    (folder / "my.toml").write_text(EVIL_RULE, encoding="utf-8")
    words = ["page", "reports", "-o", "site/", "--rules", "my.toml", "--lang", "zh"]
    done = subprocess.run(
        [Path(sys.executable).with_name("fazhi"), *words], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 1, done.stderr.decode()  # the broken file
    return folder / "site"


@dataclass
class Reader:
    """A browser on the site, and what it had to say meanwhile."""

    context: object
    site: Path
    trouble: list[str] = field(default_factory=list)

    def open(self, view=""):
        page = self.context.new_page()
        page.set_default_timeout(8000)
        page.on("console", lambda said: self.trouble.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: self.trouble.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.trouble.append(f"dialog: {dialog.message}") or dialog.dismiss())
        page.on("request", self._see)
        page.goto((self.site / "index.html").as_uri() + (f"#{view}" if view else ""))
        page.wait_for_selector("html[data-ready=true]", state="attached")
        return page

    def _see(self, request):
        # A person who follows a link to a page of the site; nothing that a page fetches by itself.
        own = request.url.startswith((self.site.as_uri(), "about:blank"))
        if not (request.is_navigation_request() and own):
            self.trouble.append(f"request: {request.url}")


@pytest.fixture
def reader(browser, site):
    """Opens the site; the test fails where a page wrote to the console, raised an error or asked for anything."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="zh-CN", color_scheme="light")
    made = Reader(context, site)
    yield made
    context.close()
    assert made.trouble == []


def cell(page, row, column):
    """The words of a cell, by the texts of its row's first cells and of its column's head."""
    return cell_element(page, row, column).inner_text()


def cell_element(page, row, column):
    head = page.locator(f'[role=columnheader]:has-text("{column}")').first
    at = head.get_attribute("aria-colindex")
    rows = page.locator("[role=row].row")
    for name in row:
        rows = rows.filter(has_text=name)
    return rows.first.locator(f'[aria-colindex="{at}"]')


def column(page, number):
    return page.locator(f'[role=row].row [aria-colindex="{number}"]').all_inner_texts()


def test_the_list_has_every_input_with_its_counts(reader):
    page = reader.open()
    assert page.locator("[role=row].row").count() == 10
    assert "8 份报告" in page.locator(".sum").inner_text()
    assert "1 份没有读成" in page.locator(".sum").inner_text()
    assert cell(page, ["副本"], "处理结果") == "重复，未列入"
    assert cell(page, ["扫描件.pdf"], "处理结果") == "没有读成"
    assert "损坏" in cell(page, ["扫描件.pdf"], "原因")
    assert cell(page, ["甲市", "2019"], "数字") == "3"


def test_the_list_is_sorted_and_filtered(reader):
    page = reader.open()
    page.get_by_role("columnheader", name="年度").click()
    years = [year for year in column(page, 2) if year]
    assert years == sorted(years)
    page.get_by_role("columnheader", name="年度").click()
    assert [year for year in column(page, 2) if year] == sorted(years, reverse=True)
    page.get_by_label("机关、地区、文件").fill("乙县 2021")
    assert column(page, 1) == ["乙县教育局"]
    page.reload()
    assert column(page, 1) == ["乙县教育局"]
    page.get_by_label("处理结果").select_option("failed")
    assert page.locator("[role=row].row").count() == 0


def test_the_panel_shows_value_and_state(reader):
    page = reader.open("tab=panel")
    said = cell_element(page, ["甲市", "2020"], "作出决定（件）")
    assert said.inner_text() == "743"
    assert said.get_attribute("aria-label") == "743 · 写明"
    assert cell(page, ["甲市", "2023"], "作出决定（件）") == "≈790"
    assert cell(page, ["甲市", "2020"], "行政复议案件数（件）") == "0"
    assert cell_element(page, ["甲市", "2020"], "行政复议案件数（件）").get_attribute("aria-label") == "0 · 写明没有"
    assert cell(page, ["乙县", "2020"], "作出决定（件）") == "**件"
    assert "masked" in cell_element(page, ["乙县", "2020"], "作出决定（件）").get_attribute("class")
    assert "partial" in cell_element(page, ["乙县", "2021"], "作出决定（件）").get_attribute("class")
    # The year between two reports is a row that says so.
    assert cell(page, ["甲市", "2021"], "作出决定（件）") == "没有报告"


def test_the_panel_sorts_numbers_and_chooses_columns(reader):
    page = reader.open("tab=panel")
    page.get_by_label("指标名称或代码").fill("penalty.cases")
    head = page.get_by_role("columnheader", name="作出决定（件）")
    head.click()
    head = page.get_by_role("columnheader", name="作出决定（件）")
    assert head.get_attribute("aria-sort") == "ascending"
    shown = [text for text in column(page, head.get_attribute("aria-colindex")) if text.lstrip("≈").isdigit()]
    assert shown == ["7", "12", "620", "743", "≈790", "801"]
    page.get_by_label("领域").select_option("review")
    assert page.get_by_role("columnheader").all_inner_texts() == ["发文机关", "年度"]
    page.get_by_label("领域").select_option("penalty")
    page.get_by_label("有这种格").select_option("masked")
    assert column(page, 1) == ["乙县教育局"]
    assert "sort=penalty.cases" in page.url
    assert "state=masked" in page.url


def test_a_cell_opens_its_sentence_and_that_its_figure_in_the_report(reader):
    page = reader.open("tab=panel")
    cell_element(page, ["甲市", "2020"], "作出决定（件）").click()
    detail = page.locator("#detail")
    assert detail.locator("mark").inner_text() == "743件"
    assert detail.locator("blockquote").inner_text().startswith("全市作出行政处罚决定743件")
    assert "penalty.cases[stage=decided]" in detail.inner_text()
    again = page.url
    assert "cell=" in again
    detail.locator("a.figure").click()
    page.wait_for_selector("html[data-ready=true]", state="attached")
    assert "/reports/" in page.url
    assert "#m=m1" in page.url
    assert "743件" in page.locator("mark.selected").first.inner_text()
    page.go_back()
    assert page.locator("#detail mark").inner_text() == "743件"
    page.locator("#detail .close").click()
    assert page.locator("#detail").is_hidden()
    assert "cell=" not in page.url


def test_the_page_of_a_report_leads_back_to_the_index(reader):
    page = reader.open("tab=panel")
    cell_element(page, ["甲市", "2020"], "作出决定（件）").click()
    page.locator("#detail").get_by_role("link", name="打开报告").click()
    page.wait_for_selector("html[data-ready=true]", state="attached")
    page.get_by_role("button", name="English").click()
    page.get_by_role("link", name="All reports").click()
    page.wait_for_selector("html[data-ready=true]", state="attached")
    assert page.url.endswith("/index.html")
    assert page.get_by_role("tab", name="Reports").get_attribute("aria-selected") == "true"


def test_a_list_of_figures_opens_all_their_sentences(reader):
    page = reader.open("tab=panel")
    cell_element(page, ["乙县", "2021"], "作出决定（件）").click()
    assert "部分" in page.locator("#detail .said").inner_text()
    assert "专项行动" in page.locator("#detail blockquote").inner_text()
    cell_element(page, ["丙区", "2021"], "行政复议案件数（件）").click()
    assert "未提到" in page.locator("#detail .said").inner_text()
    assert page.locator("#detail blockquote").count() == 0


def test_the_keyboard_goes_everywhere(reader):
    page = reader.open("tab=panel&c=penalty.cases")
    page.keyboard.press("/")
    page.keyboard.type("甲市")
    assert set(column(page, 1)) == {"甲市卫生健康委员会"}
    page.locator("[role=grid]").focus()
    for key in ("Home", "ArrowRight", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    grid = page.locator("[role=grid]")
    active = page.locator("#" + grid.get_attribute("aria-activedescendant"))
    assert active.inner_text() == "620"
    page.keyboard.press("Enter")
    assert page.locator("#detail mark").inner_text() == "620件"
    assert page.locator("#detail").evaluate("e => e === document.activeElement")
    page.keyboard.press("Escape")
    assert page.locator("#detail").is_hidden()
    assert page.locator("[role=grid]").evaluate("e => e === document.activeElement")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.locator("[aria-sort=ascending]").count() == 1
    page.locator("#tab-panel").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#tab-coverage").get_attribute("aria-selected") == "true"
    page.go_back()
    assert page.locator("#tab-panel").get_attribute("aria-selected") == "true"


def test_the_map_shows_who_reports_what_and_when(reader):
    page = reader.open("tab=coverage")
    assert cell(page, ["甲市"], "2021") == "–"
    assert cell(page, ["甲市"], "2020") == "3"
    page.get_by_label("看什么").select_option("indicator")
    page.locator("select[data-key=of]").select_option("penalty.cases")
    assert [cell(page, ["乙县"], year) for year in ("2020", "2021")] == ["＊", "◐"]
    assert cell_element(page, ["乙县"], "2020").get_attribute("aria-label") == "打码"
    cell_element(page, ["甲市"], "2022").click()
    assert page.locator("#detail mark").inner_text() == "801件"
    page.get_by_label("看什么").select_option("year")
    page.locator("select[data-key=of]").select_option("2021")
    assert cell(page, ["丙区"], "行政处罚案件数") == "●"
    assert cell(page, ["乙县"], "罚款金额") == "·"
    page.get_by_label("看什么").select_option("issuer")
    page.locator("select[data-key=of]").select_option(label="甲市卫生健康委员会")
    assert [cell(page, ["行政复议"], year) for year in ("2019", "2021", "2022")] == ["0", "–", "●"]
    page.reload()
    assert cell(page, ["行政复议"], "2019") == "0"


LINES = "tab=lines&of=penalty.cases[stage%3Ddecided]"
PAINTED = """([card, from, to]) => {
  // How much of the way between two points is painted, and how much in the colour of the card's line.
  const [one, other] = [from, to].map((year) => card.querySelector(`.point[data-year="${year}"]`));
  const canvas = card.querySelector('canvas'), box = canvas.getBoundingClientRect(), scale = canvas.width / box.width;
  const centre = (point) => { const at = point.getBoundingClientRect(); return [at.x + at.width / 2 - box.x, at.y + at.height / 2 - box.y]; };
  const [[x1, y1], [x2, y2]] = [centre(one), centre(other)];
  const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
  const seen = copy.getContext('2d', { willReadFrequently: true });
  seen.drawImage(canvas, 0, 0);
  let painted = 0, all = 0, ink = '';
  for (let part = 0.2; part < 0.8; part += 0.01) {
    const [x, y] = [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
    const near = seen.getImageData(Math.round(x * scale), Math.round(y * scale) - 1, 1, 3).data;
    all += 1;
    // Grid lines are grey; a line of the chart is blue.
    const blue = [0, 4, 8].filter((at) => near[at + 3] > 100 && near[at + 2] - near[at] > 60);
    painted += blue.length > 0;
    const full = blue.find((at) => near[at + 3] === 255);
    if (full !== undefined) ink = near.slice(full, full + 3).join();
  }
  return [painted / all, ink];
}"""


def words(page, selector):
    return [" ".join(text.split()) for text in page.locator(selector).all_inner_texts()]


def painted(card, start, end):
    return card.evaluate(f"(card, years) => ({PAINTED})([card, ...years])", [start, end])[0]


def ink(card):
    """The colour of the line."""
    return card.evaluate(f"card => ({PAINTED})([card, 2019, 2020])")[1]


def test_time_lines_join_no_gap_and_no_other_meaning(reader):
    page = reader.open(LINES)
    card = page.locator(".card", has_text="甲市")
    assert card.locator(".point.stated").count() == 4

    def holds():
        # 2019 and 2020 are joined; 2021 is missing; 2023 is about: hollow, and its line is dotted.
        assert painted(card, 2019, 2020) > 0.95
        assert painted(card, 2020, 2022) < 0.05
        assert 0.2 < painted(card, 2022, 2023) < 0.8

    holds()
    light = ink(card)
    page.get_by_role("button", name="明暗").click()
    holds()
    assert ink(card) != light
    # Paper is light, and has all charts.
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    holds()
    assert ink(card) == light
    assert page.locator(".card .uplot").count() == page.locator(".card").count()
    assert page.locator(".controls").is_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert card.locator(".point.noted").count() == 1
    masked = page.locator(".card", has_text="乙县")
    assert masked.locator(".point:not(.sign)").count() == 0
    assert masked.locator(".sign").all_text_contents() == ["＊", "◐"]
    assert "2020 ＊ 打码 **件" in masked.locator(".unplotted").inner_text()
    card.locator("[data-year='2022']").click()
    assert page.locator("#detail mark").inner_text() == "801件"
    page.locator("#detail a.figure").click()
    page.wait_for_selector("html[data-ready=true]", state="attached")
    assert page.locator("#text mark.selected").inner_text() == "801件"


def test_the_scale_of_a_chart_begins_at_zero(reader):
    page = reader.open(f"{LINES}&scale=same")
    tops = []
    for name in ("甲市", "丙区"):
        scale = page.locator(".card", has_text=name).evaluate(
            "card => { const { plot } = charts.get(card.querySelector('.chart')); return [plot.scales.y.min, plot.scales.y.max]; }"
        )
        assert scale[0] == 0
        tops.append(scale[1])
    assert tops == [1000, 1000]
    assert page.evaluate("[ticks([743], 5), ticks([0], 5), ticks([-3, 12], 5), ticks([93.1, 100], 5)]") == [
        [0, 200, 400, 600, 800],
        [0, 1],
        [-5, 0, 5, 10, 15],
        [0, 20, 40, 60, 80, 100],
    ]


def test_shapes_tell_the_states_of_one_issuer(reader):
    page = reader.open("tab=lines&mode=issuer")
    page.locator("select[data-key=of]").select_option(label="甲市卫生健康委员会")
    none = page.locator(".card", has_text="行政复议案件数（件）")
    assert none.locator(".point.stated_none").count() == 2
    assert none.locator(".point.stated").count() == 0
    received = page.locator(".card", has_text="行政复议案件数·收到（件）")
    assert received.locator(".point.stated").count() == 2


def test_a_point_is_reached_by_keys(reader):
    page = reader.open(LINES)
    chart = page.get_by_role("group", name="甲市卫生健康委员会")
    first = chart.get_by_role("button").first
    assert first.get_attribute("aria-label") == "2019；620件；写明"
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.locator("#detail mark").inner_text() == "743件"
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.year") == "2020"


def test_several_issuers_in_one_chart_with_their_table(reader):
    page = reader.open(LINES)
    page.get_by_label("画法").select_option("together")
    names = ("丁市水利局", "丙区司法局", "甲市卫生健康委员会")
    assert words(page, ".picker [aria-pressed=true]") == [f"{at} {name}" for at, name in enumerate(names, 1)]
    assert words(page, ".table tbody th") == words(page, ".picker [aria-pressed=true]")
    assert "另有 1 个机关" in page.locator("main").inner_text()
    assert page.locator(".uplot .point.line3").count() == 4
    page.locator(".picker").get_by_role("button", name="丁市水利局").click()
    assert page.evaluate("document.activeElement.textContent.trim()") == "丁市水利局"
    assert words(page, ".table tbody th") == ["1 丙区司法局", "2 甲市卫生健康委员会"]
    page.reload()
    assert words(page, ".picker [aria-pressed=true]") == ["1 丙区司法局", "2 甲市卫生健康委员会"]
    page.locator(".uplot").get_by_role("button", name="甲市卫生健康委员会；2022；801件；写明").click()
    assert page.locator("#detail mark").inner_text() == "801件"
    page.locator(".table").get_by_role("button", name="2023；≈790件").click()
    assert page.locator("#detail mark").inner_text() == "约790件"


def test_english_and_dark_are_kept(reader):
    page = reader.open("tab=panel")
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("tab", name="Time lines").is_visible()
    assert cell_element(page, ["甲市", "2020"], "decided").get_attribute("aria-label") == "743 · stated"
    page.get_by_role("button", name="Theme").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.wait_for_timeout(200)  # what is kept has to reach the process that loads the page anew
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.locator("h1").inner_text() == "Figures of yearly rule-of-law reports"


def test_paper_gets_the_whole_table(reader):
    page = reader.open("tab=panel&q=甲市")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    first = page.locator("table.plain").first
    assert first.locator("tbody tr").count() == 5
    assert first.is_visible()
    # No column is lost at the edge of the paper: each table is as wide as a sheet, and together they have all columns.
    widths = page.eval_on_selector_all("table.plain", "tables => tables.map(table => table.rows[0].cells.length)")
    columns = int(page.locator("[role=grid]").get_attribute("aria-colcount"))
    assert sum(widths) - 2 * (len(widths) - 1) == columns
    page.set_viewport_size({"width": 1030, "height": 730})  # A4 across, within its margins
    assert all(page.eval_on_selector_all("table.plain", "tables => tables.map(table => table.scrollWidth <= 1030)"))
    assert page.locator("[role=grid]").is_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("table.plain").count() == 0


def test_hostile_words_do_nothing(reader):
    page = reader.open("tab=reports")
    for _ in range(2):
        for tab in ("panel", "coverage", "lines", "about", "reports"):
            page.locator(f"#tab-{tab}").click()
            assert page.evaluate("window.caught") is None
            assert page.locator("main img, main script").count() == 0
        page.locator("#language").click()
    page.locator("#tab-panel").click()
    page.locator("input[data-key=q]").fill("丁市")
    page.locator("input[data-key=c]").fill("my.evil")
    page.locator('[role=gridcell][aria-colindex="3"]').click()
    assert "window.caught" in page.locator("#detail blockquote").inner_text()
    assert page.locator("#detail img, #detail script").count() == 0
    page.locator("#detail a.figure").first.click()
    page.wait_for_selector("html[data-ready=true]", state="attached")
    assert page.evaluate("window.caught") is None


def test_a_wrong_address_opens_the_page_all_the_same(reader):
    for view in (
        "tab=constructor&cell=x:__proto__&sort=-toString",
        "tab=coverage&mode=issuer&of=__proto__",
        "tab=lines&of=<b>",
        "%E0%A4%A",
    ):
        page = reader.open(view)
        assert page.locator("h1").inner_text() == "法治政府建设年度报告数据"
        assert page.locator("[role=tab][aria-selected=true]").count() == 1


def test_a_long_table_draws_what_is_seen(reader, tmp_path):
    with open_site(str(tmp_path / "many"), Rulebook.default(), "zh") as site:
        one = extract(report_text("甲市卫生健康委员会", 2021), name="0.txt")
        for number in range(80):
            head = one.metadata.model_copy(update={"issuer": f"第{number}卫生健康委员会", "issuer_key": None})
            source = one.source.model_copy(update={"text": f"{one.source.text}{number}"})
            made = one.model_copy(update={"report_id": f"{number:016x}", "metadata": head, "source": source})
            site.add(made)
    reader.site = tmp_path / "many"
    page = reader.open("tab=panel")
    assert page.locator("[role=grid]").get_attribute("aria-rowcount") == "81"
    assert page.locator("[role=row].row").count() < 60
    page.locator("[role=grid]").focus()
    page.keyboard.press("Control+End")
    page.get_by_text("第79卫生健康委员会").wait_for()
    assert page.locator("[role=row].row").count() < 60
    assert page.locator(".active").inner_text() != ""
    page.keyboard.press("PageUp")
    page.keyboard.press("Control+Home")
    page.get_by_text("第0卫生健康委员会").wait_for()
    indices = page.locator("[role=row]").evaluate_all("rows => rows.map(row => Number(row.ariaRowIndex))")
    assert indices == list(range(1, len(indices) + 1))


VIEWS = {
    "light": ("tab=reports", "tab=panel", "tab=coverage", "tab=lines", "tab=about"),
    "dark": ("tab=panel", "tab=coverage&mode=year", f"{LINES}&scale=together"),
}


@pytest.mark.parametrize("scheme", VIEWS)
def test_axe_finds_no_serious_fault(reader, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = reader.open()
    # As the system would have it: what a page has just kept may reach another process only after that has loaded.
    page.emulate_media(color_scheme=scheme)
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", scheme)
    faults = []
    # Another theme has other colours and nothing else.
    options = {"runOnly": ["color-contrast"]} if scheme == "dark" else {}
    for view in VIEWS[scheme]:
        page.evaluate("view => { location.hash = view; }", view)
        page.locator(f"main.{view.split('&')[0].removeprefix('tab=')} > *").first.wait_for()
        if view == "tab=panel":
            cell_element(page, ["甲市", "2020"], "作出决定（件）").click()
        found = Axe().run(page, options=options).response["violations"]
        serious = [one for one in found if one["impact"] in ("serious", "critical")]
        faults += [(view, one["id"], one["nodes"][0]["html"][:200]) for one in serious]
    assert faults == []
