"""Where a site goes: made in a folder of its own, then moved file by file, the index last."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from fazhi_extract.errors import FazhiError
from fazhi_extract.read import shown_path
from fazhi_extract.site.collect import PAGES, Site

if TYPE_CHECKING:
    from fazhi_extract.rulebook import Rulebook

_PAGE = re.compile(rb'"page":"reports/([0-9a-f]{16}\.html)"')
"""How an index names the page of a report."""
_MARK = b'name="generator" content="fazhi-extract'


def check_target(path: str, inputs: Iterable[str]) -> None:
    """Raises :class:`FazhiError` for a folder that a site must not go into, before any report is read.

    E182: it holds other things, and no earlier site. E181: inputs lie in it, which could be overwritten.
    """
    target = Path(path)
    if target.exists() and not (target.is_dir() and (not any(target.iterdir()) or _is_ours(target / "index.html"))):
        raise FazhiError("E182", path=shown_path(path))
    inside = os.path.join(os.path.realpath(path), "")
    for given in inputs:
        if given != "-" and os.path.join(os.path.realpath(given), "").startswith(inside):
            raise FazhiError("E181", path=shown_path(path), input=shown_path(given))


@contextmanager
def open_site(
    path: str,
    book: Rulebook,
    lang: str,
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
            with Site(temporary, book, lang, note) as site:
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
    pages, index = target / PAGES, target / "index.html"
    pages.mkdir(exist_ok=True)
    earlier = {name.decode() for name in _PAGE.findall(index.read_bytes())} if _is_ours(index) else set[str]()
    new = {page.name for page in (made / PAGES).iterdir()}
    for name in sorted(new):
        os.replace(made / PAGES / name, pages / name)
    os.replace(made / "index.html", index)
    for name in earlier - new:
        (pages / name).unlink(missing_ok=True)


def _is_ours(page: Path) -> bool:
    """Whether the program made an index: it says so near its beginning."""
    try:
        with open(page, "rb") as file:
            return _MARK in file.read(2000)
    except OSError:
        return False
