"""Report text is data: nothing in it, in a file's name, in a rule file or in the address runs or breaks the page."""

import json
import re

from fazhi_extract import Rulebook, extract
from fazhi_extract.page import render

EVIL = (
    "<script>document.title='pwned'</script>",
    "</script><script>document.title='pwned'</script>",
    "<img src=x onerror=\"document.title='pwned'\">",
    "<!--<script>",
    "-->",
    "]]>",
    "{{script}}{{data}}",
    "javascript:document.title='pwned'",
    "\u2028document.title='pwned'\u2029",
    "&lt;b&gt;&#60;",
    "'\"`${document.title='pwned'}",
    "\u202e件743\u202c\u2066\u200f",
    "__proto__ constructor \\u003c \\",
)
TEXT = (
    f"某市{''.join(EVIL)}局2023年度法治政府建设年度报告\n"
    + "".join(
        f"{number}、{evil}\n全年办理行政处罚案件{number}3件{evil}，罚款2万元。\n"
        for number, evil in zip("一二三四五六七八九", EVIL, strict=False)
    )
    + "".join(f"来源{evil}　培训10场次\n" for evil in EVIL)
)
NAME = f"a/{EVIL[1]}{EVIL[2]}\u202etxt.exe"


def test_nothing_in_a_report_runs(visit):
    report = extract(TEXT, name=NAME)
    assert len(report.metrics) > 20
    page = visit.open(render(report))
    title = page.title()
    assert "pwned" not in title.replace("document.title='pwned'", "")
    # All of it stands there as text: tags as their characters, signs that hide by their numbers.
    shown = "".join(page.locator("#text").inner_text().split())
    wanted = re.sub(r"[\s\u202a-\u202e\u2066-\u2069\u200e\u200f]", "", TEXT)
    assert shown == wanted
    assert page.locator("#text script, #text img, #text b").count() == 0
    signs = page.locator(".hidden-sign").evaluate_all("all => all.map(one => one.dataset.sign)")
    assert "⟨202E⟩" in signs
    assert page.locator("#about").inner_text().count("⟨202E⟩") == 1
    # Every view, and every way to show a figure.
    for tab in ("outline", "metadata", "checks", "down", "figures"):
        page.click(f"#tab-{tab}")
    page.click("#labels")
    page.locator("#text mark").first.hover()
    page.locator("#text mark").first.click()
    page.keyboard.press("e")
    page.keyboard.press("Escape")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.title() == title
    assert page.locator("main script, main img, #print script, #print img").count() == 0


def test_nothing_in_rules_a_review_or_the_address_runs(visit, tmp_path):
    rules = tmp_path / "evil.toml"
    evil = "</script><img src=x onerror=document.title='pwned'>"
    rules.write_text(
        f"""[[indicator]]
code = "evil.cases"
zh = '{evil.replace("'", "")}案件数'
en = "{evil}"
definition = "{evil}"
dimension = "count"
units = ["件"]
phrasings = [{{ say = "害件…N" }}]
""",
        encoding="utf-8",
    )
    book = Rulebook.load([str(rules)])
    text = "某市2023年度法治政府建设年度报告\n全年害件743件。\n"
    report = extract(text, rulebook=book)
    assert report.metrics[0].indicator == "evil.cases"
    page = visit.open(render(report, book=book), after=f"#m=m1&x={evil}")
    page.click("#labels")
    page.keyboard.press("e")
    page.fill("#form-scope", evil)
    page.fill("#form-note", evil)
    page.select_option("#form-scope_kind", "region")
    page.click("#form .act.main")
    page.click("#lang")
    assert evil in page.locator("#detail").inner_text()
    key = {
        "metrics": [
            {"span": [0, 2], "text": "某市", "value": 1, "indicator": evil, "unit": evil, "attributes": {evil: evil}}
        ],
        "decoys": [{"span": [20, 24], "why": evil}],
    }
    content = json.dumps(key).encode()
    page.set_input_files("#file", {"name": f"{evil}.json", "mimeType": "application/json", "buffer": content})
    page.wait_for_selector("#text mark >> nth=1")
    page.evaluate(f"location.hash = {json.dumps('m=' + evil)}")
    assert page.title() == "某市2023年度法治政府建设年度报告"
    assert page.locator("img").count() == 0


def test_a_script_that_is_not_the_pages_own_does_not_run(visit):
    made = render(extract("全年办理行政处罚案件743件。"))
    broken = made.replace(
        "<noscript>", "<script>document.title='pwned'</script><img src='https://example.invalid/a.png'><noscript>"
    )
    refused = []
    visit.context.on("requestfailed", lambda request: refused.append((request.url, request.failure)))
    page = visit.open(broken)
    assert page.title() != "pwned"
    # The browser says what it refused: the script, and to go and get the picture.
    assert sum("Content Security Policy" in said for said in visit.trouble) >= 2
    assert refused == [("https://example.invalid/a.png", "csp")]
    visit.trouble.clear()


def test_the_browser_that_keeps_nothing_still_shows_the_page(visit):
    made = render(extract("全年办理行政处罚案件743件。"))
    visit.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('switched off'); } });"
    )
    page = visit.open(made)
    page.locator("#text mark").click()
    page.keyboard.press("c")
    assert page.locator("#say").inner_text().startswith("浏览器不保存本页的数据")
    assert page.locator("#progress").inner_text() == "已核对 1 / 1"
