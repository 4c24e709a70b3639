"""One report of a batch: from its bytes to its JSON. This is what a worker does, and what is done without workers too."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from fazhi_extract import __version__
from fazhi_extract.batch.earlier import Segment, read_earlier
from fazhi_extract.batch.twins import NO_REPORT, TWIN_NOTES, UNLIKE, Keys, keys_of
from fazhi_extract.errors import FazhiError
from fazhi_extract.messages import message
from fazhi_extract.read import Limits, from_text, read_bytes, read_data, shown_path
from fazhi_extract.write import to_json

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.read import Document
    from fazhi_extract.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for all reports of a batch. It travels to the workers."""

    lang: str
    limits: Limits = field(default_factory=Limits)
    """How much a file may ask for."""
    encoding: str | None = None
    rules: tuple[str, ...] = ()
    """The user's rule files."""
    compact: bool = True
    with_text: bool = True
    rows: bool = False
    """Figures are wanted in place of reports: flat JSON Lines, a figure a line."""


@dataclass(frozen=True, slots=True)
class Task:
    """A report to be made from a file, or from ``data`` or ``text`` that the caller already has."""

    number: int
    path: str
    data: bytes | None = None
    text: str | None = None
    given: Mapping[str, str | int] | None = None
    """Fields of ``metadata.given``."""
    cut: int = 0
    """The length of a text that may have been cut off there by the limit of a cell; 0 for others."""
    error: FazhiError | None = None
    """Why there can be no report."""
    earlier: Segment | None = None
    """Where a result of an earlier run lies that may still hold."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: always a report, which says why where it failed."""

    data: bytes
    """The report as JSON, without the notes that compare it with others of its batch."""
    error: FazhiError | None = None
    keys: Keys = UNLIKE
    is_report: bool = True
    kept: Segment | None = None
    """Where these very bytes lie already, from an earlier run."""
    renewed: bool = True
    """Whether it was made by this run; else it is that of an earlier one, if with other notes."""


def worker(settings: Settings, *, warm: bool = False) -> Callable[[Task], Outcome]:
    """Makes ready for tasks: loads the rules, and with ``warm`` all else that the first report would wait for.

    Raises :class:`FazhiError` (E4xx) for a broken rule file.
    """
    from fazhi_extract.rulebook import Rulebook

    work = _quick_at_first(
        partial(run, settings, Rulebook.load(settings.rules) if settings.rules else Rulebook.default())
    )
    if warm:
        work(Task(0, "", text="一、工作情况\n全年受理投诉12件，同比增长5%。"))
    return work


def _quick_at_first(work: Callable[[Task], Outcome]) -> Callable[[Task], Outcome]:
    """The same work; the patterns that the first report needs, those of modules it imports too, come from the cache."""
    from fazhi_extract.rulebook.compiled import remembered_patterns

    known = False

    def done(task: Task) -> Outcome:
        nonlocal known
        if known:
            return work(task)
        known = True
        with remembered_patterns():
            return work(task)

    return done


def run(settings: Settings, rulebook: Rulebook, task: Task) -> Outcome:
    """Makes the report of a task, or keeps that of an earlier run where nothing that it depends on has changed.

    Never raises for what is wrong with the input. With ``FAZHI_DEBUG`` faults of the program are raised.
    """
    sha256 = None
    try:
        if task.error is not None:
            raise task.error
        data = b""
        if task.text is None:
            data = read_data(task.path, max_size=settings.limits.size) if task.data is None else task.data
            sha256 = hashlib.sha256(data).hexdigest()
        fingerprint = _fingerprint(settings, rulebook, task, sha256)
        earlier = read_earlier(task.earlier, fingerprint)
        if earlier is not None and _is_in_form(settings, *earlier):
            return _kept(settings, task, data, *earlier)
        return _made(settings, rulebook, task, _document(settings, task, data), fingerprint)
    except FazhiError as error:
        if error.is_usage:
            raise
        return _failed(settings, task, error, sha256)
    except Exception as error:
        if os.environ.get("FAZHI_DEBUG"):
            raise
        reason = FazhiError("E901", path=shown_path(task.path), reason=type(error).__name__)
        return _failed(settings, task, reason, sha256)


def _document(settings: Settings, task: Task, data: bytes) -> Document:
    if task.text is not None:
        return from_text(task.text, path=task.path)
    limits = settings.limits
    return read_bytes(
        data,
        path=task.path,
        encoding=settings.encoding,
        max_size=limits.size,
        max_pages=limits.pages,
        timeout=limits.seconds,
    )


def _made(settings: Settings, rulebook: Rulebook, task: Task, document: Document, fingerprint: str) -> Outcome:
    from fazhi_extract.pipeline import extract_document

    report = extract_document(document, lang=settings.lang, rulebook=rulebook, given=task.given)
    if task.cut:
        report = _with_note(report, "N124", settings.lang, count=task.cut)
    tool = report.tool.model_copy(update={"fingerprint": fingerprint})
    metadata = report.metadata.model_dump(include={"issuer", "issuer_key", "reporting_year", "given"})
    return Outcome(
        _rows(settings, rulebook, report)
        if settings.rows
        else _json(settings, report.model_copy(update={"tool": tool})),
        keys=keys_of(document.text, metadata),
        is_report=not any(note.code in NO_REPORT for note in report.notes),
    )


def _fingerprint(settings: Settings, rulebook: Rulebook, task: Task, sha256: str | None) -> str:
    """Stands for all that a result says, and not for how it is written."""
    from fazhi_extract.model import SCHEMA_VERSION

    made_from = {
        "version": [__version__, SCHEMA_VERSION],
        "rules": rulebook.files,
        "input": [shown_path(task.path), sha256, task.text, task.given, task.cut],
        "options": [settings.encoding, settings.lang],
    }
    return hashlib.sha256(json.dumps(made_from, sort_keys=True).encode()).hexdigest()


def _with_note(report: Report, code: str, lang: str, **params: object) -> Report:
    from fazhi_extract.model import Note

    note = Note(code=code, severity="warning", message=message(code, lang, **params), span=None)
    return report.model_copy(update={"notes": (*report.notes, note)})


def _is_in_form(settings: Settings, data: bytes, payload: Mapping[str, Any]) -> bool:
    """Whether a result is written as it would be now, which makes no difference to what it says."""
    return (data.count(b"\n") == 1) == settings.compact and ("text" in payload["source"]) == settings.with_text


def _kept(settings: Settings, task: Task, source: bytes, data: bytes, payload: dict[str, Any]) -> Outcome:
    """The result of an earlier run, in which a report may have had other twins."""
    from fazhi_extract.model import Report

    text = payload["source"].get("text")
    if text is None:  # left out of the result
        text = _document(settings, task, source).text
    notes = [note for note in payload["notes"] if note["code"] not in TWIN_NOTES]
    kept = task.earlier
    if len(notes) < len(payload["notes"]):
        data = _json(settings, Report.model_validate(payload | {"notes": notes}))
        kept = None
    return Outcome(
        data,
        keys=keys_of(text, payload["metadata"]),
        is_report=not any(note["code"] in NO_REPORT for note in notes),
        kept=kept,
        renewed=False,
    )


def _failed(settings: Settings, task: Task, error: FazhiError, sha256: str | None) -> Outcome:
    from fazhi_extract.model import Tool, failed_report

    tool = Tool(name="fazhi-extract", version=__version__, rules=())
    report = failed_report(
        path=shown_path(task.path), code=error.code, message=error.message(settings.lang), tool=tool, sha256=sha256
    )
    return Outcome(b"" if settings.rows else _json(settings, report), error)


def _rows(settings: Settings, rulebook: Rulebook, report: Report) -> bytes:
    from fazhi_extract.table.rows import flat_metrics

    flat = flat_metrics(report, rulebook.indicators, settings.lang)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in flat).encode()


def _json(settings: Settings, report: Report) -> bytes:
    return to_json(report, compact=settings.compact, with_text=settings.with_text)
