"""Makes the pictures of the READMEs from the samples: ``python tools/screenshots.py``.

Needs Chromium, and the fonts that Chinese text is to be shown in (Debian: chromium, fonts-noto-cjk).
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from fazhi_extract.cli import main

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
SAMPLE = ROOT / "samples" / "health_2021.txt"


def page(folder: Path, context: object) -> None:
    """A report's page: a figure selected on both sides, two confirmed."""
    path = folder / "page.html"
    os.chdir(SAMPLE.parent)
    assert main(["page", SAMPLE.name, "-o", str(path)]) == 0
    tab = context.new_page()
    tab.goto(path.as_uri() + "#m=m13")
    for key in "cjc":
        tab.keyboard.press(key)
    tab.evaluate("location.hash = 'm=m18'")
    tab.click("#legend summary")
    tab.wait_for_timeout(300)
    tab.locator("#text mark.selected").scroll_into_view_if_needed()
    tab.wait_for_timeout(200)
    tab.screenshot(path=IMAGES / "page.png")


def site(folder: Path, context: object) -> None:
    """The pages about many reports: the panel with a cell opened, the map, the time lines."""
    reports = folder / "reports"
    reports.mkdir()
    for sample in sorted((ROOT / "samples").glob("*.txt")):
        for back in range(4):
            if (back + len(sample.stem)) % 7:  # some years are missing
                (reports / f"{sample.stem}-{back}.txt").write_text(earlier(sample, back), encoding="utf-8")
    os.chdir(folder)
    assert main(["page", "reports", "-o", "site/"]) == 0
    index = (folder / "site" / "index.html").as_uri()
    tab = context.new_page()
    tab.goto(f"{index}#tab=panel&d=penalty&order=full")
    tab.locator(".cell.stated.number", has_text="412").first.click()
    tab.screenshot(path=IMAGES / "site.png")
    for name, view in {
        "coverage": "tab=coverage&mode=year&of=2021",
        "lines": "tab=lines&mode=issuer",
        "together": "tab=lines&scale=together&of=penalty.cases[stage%3Ddecided]",
    }.items():
        tab.goto("about:blank")
        tab.goto(f"{index}#{view}")
        tab.wait_for_timeout(300)
        tab.screenshot(path=IMAGES / f"site-{name}.png")


def earlier(sample: Path, back: int) -> str:
    """A sample as it might have been some years before: years and counts are others. For the picture alone."""
    text = re.sub(r"(?<!\d)20[12]\d(?=\s*年)", lambda m: str(int(m[0]) - back), sample.read_text(encoding="utf-8"))
    return re.sub(
        r"(?<![\d.])[1-9]\d{0,4}(?=\s*[件起次人家份场宗户条项])",
        lambda m: str(round(int(m[0]) * (1 - 0.12 * back + 0.05 * ((int(m[0]) * (back + 1)) % 5)))) if back else m[0],
        text,
    )


def screenshots() -> None:
    browser = os.environ.get("FAZHI_CHROMIUM") or shutil.which("chromium") or sys.exit("There is no Chromium here.")
    IMAGES.mkdir(parents=True, exist_ok=True)
    flags = ["--no-sandbox", "--disable-gpu"] if os.name == "posix" and os.geteuid() == 0 else ["--disable-gpu"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser, args=flags)
        context = running.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN", color_scheme="light")
        page(Path(folder), context)
        site(Path(folder), context)
        running.close()


if __name__ == "__main__":
    screenshots()
