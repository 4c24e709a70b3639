"""Makes the pictures of the READMEs from the samples: ``python tools/screenshots.py``.

Needs Chromium, and the fonts that Chinese text is to be shown in (Debian: chromium, fonts-noto-cjk).
"""

from __future__ import annotations

import os
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


def screenshots() -> None:
    browser = os.environ.get("FAZHI_CHROMIUM") or shutil.which("chromium") or sys.exit("There is no Chromium here.")
    IMAGES.mkdir(parents=True, exist_ok=True)
    flags = ["--no-sandbox", "--disable-gpu"] if os.name == "posix" and os.geteuid() == 0 else ["--disable-gpu"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser, args=flags)
        context = running.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN", color_scheme="light")
        page(Path(folder), context)
        running.close()


if __name__ == "__main__":
    screenshots()
