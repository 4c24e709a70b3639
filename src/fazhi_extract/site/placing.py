"""Where a site goes: made in a folder of its own, then moved file by file, the index last."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from fazhi_extract.errors import FazhiError
from fazhi_extract.read import shown_path
from fazhi_extract.site.collect import PAGES, Site

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.rulebook.indicators import Indicator

_PAGE = re.compile(r"[0-9a-f]{16}\.html")


def check_target(path: str, inputs: Iterable[str], *, overwrite: bool) -> None:
    """Raises :class:`FazhiError` for a folder that cannot be written, before any report is read.

    E151 there is something of that name, E181 inputs lie in it: they could be overwritten, or be read as reports next time.
    """
    target = Path(path)
    if target.exists() and (not target.is_dir() or (any(target.iterdir()) and not overwrite)):
        raise FazhiError("E151", path=shown_path(path))
    inside = os.path.join(os.path.realpath(path), "")
    for given in inputs:
        if given != "-" and os.path.join(os.path.realpath(given), "").startswith(inside):
            raise FazhiError("E181", path=shown_path(path), input=shown_path(given))


@contextmanager
def open_site(
    path: str,
    indicators: Mapping[str, Indicator],
    lang: str,
    render: Callable[[Report], str],
    note: Callable[..., None] = lambda *_, **__: None,
) -> Iterator[Site]:
    """A :class:`Site` whose files move to the folder ``path`` when the block ends; after any exception ``path`` is as it was.

    Pages of reports that an earlier site had there, and this one has not, are removed; all other files stay.
    Raises :class:`FazhiError` (E301) where the system refuses.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".fazhi-{os.getpid()}.tmp")
    try:
        shutil.rmtree(temporary, ignore_errors=True)  # left by a run that was killed
        temporary.mkdir(parents=True)
        try:
            with Site(temporary, indicators, lang, render, note) as site:
                yield site
                site.finish()
            _move(temporary, target)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    except OSError as error:
        raise FazhiError("E301", path=shown_path(path), reason=error.strerror or str(error)) from error


def _move(made: Path, target: Path) -> None:
    if not target.is_dir():
        os.replace(made, target)
        return
    pages = target / PAGES
    pages.mkdir(exist_ok=True)
    new = {page.name for page in (made / PAGES).iterdir()}
    for name in sorted(new):
        os.replace(made / PAGES / name, pages / name)
    os.replace(made / "index.html", target / "index.html")
    for page in pages.iterdir():
        if page.name not in new and _PAGE.fullmatch(page.name) and _is_ours(page):
            page.unlink()


def _is_ours(page: Path) -> bool:
    """Whether the program made a page: it says so near its beginning."""
    with open(page, "rb") as file:
        return b"fazhi-extract" in file.read(2000)
