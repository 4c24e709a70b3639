"""``fazhi page … -o FOLDER/``: a page for each report, and an index of them all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.inputs import SUFFIXES, Input, find_inputs
from fazhi_extract.cli.made import KEY
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import RESULT_SUFFIXES, shown_path

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.page import Why
    from fazhi_extract.rulebook import Rulebook

Found = tuple["Report", "Why | None"] | FazhiError
"""A report with what led to its figures, or why there is none."""


def write_site(
    console: Console, paths: Sequence[str], output: str, reports_of: Callable[[Input], Iterator[Found]], book: Rulebook
) -> bool:
    """Writes the pages of all reports that ``paths`` mean; gives whether all could be read.

    Raises :class:`FazhiError` (E181, E182) for a folder that the pages must not go into, (E301) where the system refuses.
    """
    from fazhi_extract.site import check_target, open_site

    check_target(output, paths)
    inside = os.path.join(os.path.realpath(output), "")
    given = find_inputs(paths, (*SUFFIXES, *RESULT_SUFFIXES))
    inputs = [one for one in given if not os.path.realpath(one.path).startswith(inside)]
    if len(inputs) < len(given):
        console.tell("site.skipped", path=shown_path(output), count=len(given) - len(inputs))
    bad = 0
    keys: list[str] = []
    with (
        console.bar(len(inputs), quiet=False, to_file=True) as done,
        open_site(output, book, console.lang, console.note) as site,
    ):
        for entry in inputs:
            failures = 0
            for found in reports_of(entry):
                path, report = _judged(entry, found)
                if isinstance(report, FazhiError) and report.code == KEY and entry.path not in paths:
                    keys.append(path)
                elif isinstance(report, FazhiError):
                    failures += 1
                    console.error(report)
                    site.add_failure(path, report)
                else:
                    site.add(*report)
            done(failures > 0)
            bad += failures
    if keys:
        console.note("N162", count=len(keys), first=keys[0], more=" …" if len(keys) > 1 else "")
    if site.unshown:
        reason = site.unshown[0].message(console.lang)
        console.tell("site.unshown", count=len(site.unshown), reason=reason)
    counts = {"pages": site.pages, "rows": site.rows, "apart": site.apart, "bad": bad}
    console.progress(
        "site.done", path=shown_path(output), index=shown_path(os.path.join(output, "index.html")), **counts
    )
    return not bad


def _judged(entry: Input, found: Found) -> tuple[str, Found]:
    """A result with the path it goes by. A report that was none when it was made is an error."""
    if isinstance(found, FazhiError):
        return shown_path(entry.path), found
    report = found[0]
    path = report.source.path or shown_path(entry.path)
    if report.error is not None:
        return path, FazhiError("E506", path=path, reason=report.error.code)
    return path, found
