"""A real browser: Chromium as the system has it, driven by Playwright's library.

Without one these tests are skipped; with FAZHI_REQUIRE_BROWSER=1 they fail instead, so that a CI which installed
Chromium cannot pass without having used it.
"""

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def missing(reason: str):
    if os.environ.get("FAZHI_REQUIRE_BROWSER") == "1":
        pytest.fail(f"FAZHI_REQUIRE_BROWSER=1, but {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser():
    path = os.environ.get("FAZHI_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        missing("there is no Chromium here: tools/install_browser.sh, or FAZHI_CHROMIUM=path")
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        missing(f"Playwright's library cannot be imported ({error})")
    # The browser's own sandbox does not work for root.
    flags = [*FLAGS, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else list(FLAGS)
    with sync_playwright() as playwright:
        try:
            running = playwright.chromium.launch(executable_path=path, args=flags)
        except Error as error:
            missing(f"{path} does not start: {str(error).splitlines()[0]}")
        yield running
        running.close()


@dataclass
class Visit:
    """A reader with a browser of their own, and what the browser had to say meanwhile."""

    context: object
    folder: Path
    trouble: list[str] = field(default_factory=list)

    def open(self, html: str, name: str = "page.html", after: str = ""):
        """The page, ready; `after` is what stands behind its address."""
        path = self.folder / name
        path.write_bytes(html.encode())
        page = self.context.new_page()
        page.set_default_timeout(8000)
        page.on("console", lambda said: self.trouble.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: self.trouble.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.trouble.append(f"dialog: {dialog.message}") or dialog.dismiss())
        page.on("request", lambda request: self._see(request.url, path.as_uri()))
        page.goto(path.as_uri() + after)
        page.wait_for_selector("html[data-ready=true]", state="attached")
        return page

    def _see(self, url: str, own: str):
        # The page itself, and what it saves.
        if url.split("#", maxsplit=1)[0] != own and not url.startswith("blob:"):
            self.trouble.append(f"request: {url}")


@pytest.fixture
def visit(browser, tmp_path):
    """Opens pages; the test fails where one of them wrote to the console, raised an error or asked for anything."""
    with_reader = browser.new_context(viewport={"width": 1400, "height": 900}, locale="zh-CN", color_scheme="light")
    reader = Visit(with_reader, tmp_path)
    yield reader
    with_reader.close()
    assert reader.trouble == []
