"""A batch from its inputs to its outputs: ``extract`` as it runs."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial

import typer

from fazhi_extract.batch import Outcome, Settings, Task, make_all
from fazhi_extract.batch.ledger import Ledger
from fazhi_extract.batch.rows import CELL_LIMIT, WORKBOOKS
from fazhi_extract.cli.console import Console, clock
from fazhi_extract.cli.inputs import Choice, Input, each_input
from fazhi_extract.cli.lists import listed_inputs, row_inputs, table_of
from fazhi_extract.cli.outputs import Form, Sink, open_sink
from fazhi_extract.errors import FazhiError
from fazhi_extract.messages import message
from fazhi_extract.read import read_data, shown_path
from fazhi_extract.twins import judge
from fazhi_extract.write import with_notes

_TWIN_NOTES = {"duplicate": "N121", "same_year": "N122"}


@dataclass(slots=True)
class Tally:
    """What has become of the reports so far."""

    done: int = 0
    failed: int = 0
    kept: int = 0
    twins: int = 0
    others: int = 0
    codes: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Batch:
    """How a batch is to run."""

    console: Console
    settings: Settings
    output: str | None
    form: Form
    jobs: int | None
    timeout: float | None
    resume: bool
    fail_fast: bool
    quiet: bool

    def run(self, paths: Sequence[str], *, choice: Choice, column: str | None, list_file: str | None) -> bool:
        """Makes the reports; tells whether every input gave one. Raises :class:`FazhiError` for what stops them all."""
        start = time.monotonic()
        try:
            with Ledger() as ledger:
                inputs = each_input(paths, choice)
                self._enter(ledger, inputs if column is None else self._rows(inputs, column))
                if list_file is not None:
                    self._enter(ledger, listed_inputs(list_file, self.console))
                tally = self._make(ledger)
                total = len(ledger)
        except sqlite3.OperationalError as error:
            raise FazhiError("E301", path=tempfile.gettempdir(), reason=str(error)) from error
        if not self.quiet:
            self._sum_up(tally, total, time.monotonic() - start)
        return not tally.failed

    def _rows(self, tables: Iterable[Input], column: str) -> Iterator[Input]:
        return row_inputs(tables, column, self.settings.encoding, self.console)

    def _enter(self, ledger: Ledger, inputs: Iterable[Input]) -> None:
        file = os.path.realpath(self.output) if self.output is not None and self.form.kind != "folder" else None
        for entry in inputs:
            if file is not None and os.path.realpath(table_of(entry)) == file:
                raise FazhiError("E113", path=shown_path(str(self.output)))
            ledger.add(entry, entry.place, shown_path(entry.path))

    def _make(self, ledger: Ledger) -> Tally:
        tally, total = Tally(), len(ledger)
        with open_sink(self.console, ledger, self.output, self.form, resume=self.resume) as sink:
            pairs = make_all(
                self._tasks(ledger, sink), self.settings, count=total, jobs=self.jobs, timeout=self.timeout
            )
            with self.console.bar(total, quiet=self.quiet, to_file=self.output is not None) as advance, closing(pairs):
                for task, outcome in pairs:
                    sound = self._take(ledger, sink, tally, task, outcome)
                    advance(not sound)
                    if self.fail_fast and not sound and tally.done < total:
                        break
            if tally.done < total:
                self.console.tell("extract.stopped", done=tally.done, total=total)
                raise typer.Exit(1)
        return tally

    def _tasks(self, ledger: Ledger, sink: Sink) -> Iterator[Task]:
        for number, entry in enumerate(ledger.entries()):
            data, error = None, entry.error
            if entry.path == "-":  # the workers have another standard input
                try:
                    data = read_data("-", max_size=self.settings.limits.size)
                except FazhiError as failure:
                    error = failure
            yield Task(
                number,
                entry.path,
                data=data,
                text=entry.text,
                given=entry.given,
                cut=_cut(entry),
                error=error,
                earlier=sink.earlier(number, shown_path(entry.path)),
            )

    def _take(self, ledger: Ledger, sink: Sink, tally: Tally, task: Task, outcome: Outcome) -> bool:
        """Writes a report, with the notes that only those before it can tell; tells whether all went well."""
        notes: list[dict[str, object]] = []
        if outcome.error is None:
            first = partial(ledger.first, task.number)
            standing, other = judge(outcome.keys, is_report=outcome.is_report, first=first)
            if other is not None:
                notes.append(self._note(_TWIN_NOTES[standing], other))
        data = outcome.data if self.settings.rows else with_notes(outcome.data, notes)
        failures = [
            outcome.error,
            sink.put(task.number, data, None if notes else outcome.kept),
        ]
        tally.done += 1
        tally.kept += not outcome.renewed
        tally.twins += bool(notes)
        tally.others += not outcome.is_report
        told = [failure for failure in failures if failure is not None]
        for failure in told:
            self.console.error(failure)
            tally.codes[failure.code] += 1
        tally.failed += bool(told)
        return not told

    def _note(self, code: str, path: str) -> dict[str, object]:
        said = message(code, self.settings.lang, path=path)
        return {"code": code, "severity": "warning", "message": said, "span": None}

    def _sum_up(self, tally: Tally, total: int, seconds: float) -> None:
        say = self.console.say
        words = say("extract.done", total=total, good=total - tally.failed, bad=tally.failed)
        if tally.codes:
            words += say("extract.codes", codes=", ".join(f"{code} × {n}" for code, n in tally.codes.most_common()))
        for key, count in (
            ("extract.kept", tally.kept),
            ("extract.twins", tally.twins),
            ("extract.others", tally.others),
        ):
            if count:
                words += say(key, count=count)
        self.console.progress("extract.sum", words=words, time=clock(seconds))


def _cut(entry: Input) -> int:
    """The length of a text that fills its cell to the limit of a workbook, else 0."""
    long = entry.text is not None and len(entry.text) >= CELL_LIMIT and table_of(entry).lower().endswith(WORKBOOKS)
    return len(entry.text or "") if long else 0
