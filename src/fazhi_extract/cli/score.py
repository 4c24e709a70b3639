"""``fazhi score``: how right extractions are, against answer keys or by a sample that a person judged."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from fazhi_extract.batch.rows import TABLES, read_rows
from fazhi_extract.cli.console import Console
from fazhi_extract.cli.inputs import SUFFIXES, find_inputs
from fazhi_extract.cli.made import KEY, each_report
from fazhi_extract.cli.score_output import as_json, print_judgement, print_scores
from fazhi_extract.cli.settings import ConfigFile, Rules, chosen_rules, rule_files
from fazhi_extract.cli.usage import Encoding, Jobs, Lang, MaxSize, no_more_arguments, parse_jobs, parse_size
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import RESULT_SUFFIXES, codec_name, read_data, shown_path
from fazhi_extract.score.keyring import KeyRing, Note
from fazhi_extract.score.keys import Key, is_report_json, load_key
from fazhi_extract.score.scores import Scores

if TYPE_CHECKING:
    from fazhi_extract.rulebook import Rulebook


def score(
    context: typer.Context,
    keys: Annotated[str, typer.Argument(metavar="KEYS", help="help.score.keys")],
    reports: Annotated[list[str] | None, typer.Argument(metavar="REPORTS...", help="help.score.reports")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="help.score.errors")] = False,
    json_: Annotated[bool, typer.Option("--json", help="help.score.json")] = False,
    minima: Annotated[list[str] | None, typer.Option("--min", metavar="NAME=VALUE", help="help.score.min")] = None,
    draws: Annotated[int, typer.Option("--draws", metavar="N", min=0, max=100_000, help="help.score.draws")] = 1000,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="help.score.seed")] = 1,
    jobs: Jobs = None,
    encoding: Encoding = None,
    max_size: MaxSize = "16M",
    rules: Rules = None,
    config: ConfigFile = None,
    lang: Lang = None,
) -> None:
    """Scores reports against keys, or reads a judged sheet; a report that fails has found nothing, and the rest go on."""
    no_more_arguments(context)
    console: Console = context.obj
    limit = parse_size(max_size)
    if encoding is not None:
        codec_name(encoding)
    wanted = _minima(minima or ())
    workers = parse_jobs(jobs)
    book = chosen_rules(rules, config)
    if not reports:
        if not keys.lower().endswith(TABLES):
            raise FazhiError("E187")
        figures = _judge_sheet(console, keys, encoding, errors=errors, as_text=not json_, book=book)
        failed = False
    else:
        ring = KeyRing(_keys(keys))
        failed = _score_all(
            console, ring, reports, encoding=encoding, limit=limit, book=book, rules=rule_files(rules, config),
            jobs=workers,
        )  # fmt: skip
        scores = Scores(ring.scored, draws=draws, seed=seed)
        figures = scores.figures
        if json_:
            console.write(as_json(scores, console, errors=errors))
        else:
            print_scores(console, scores, _names(book, console.lang), errors=errors)
    unknown = [name for name in wanted if name not in figures]
    if unknown:
        raise FazhiError("E188", name=unknown[0], names=", ".join(figures))
    short = [name for name, value in wanted.items() if figures[name] < value]
    for name in short:
        console.tell("score.short", name=name, value=f"{figures[name]:.4f}", least=f"{wanted[name]:g}")
    if failed or short:
        raise typer.Exit(1)


def _score_all(
    console: Console,
    ring: KeyRing,
    paths: Sequence[str],
    *,
    encoding: str | None,
    limit: int,
    book: Rulebook | None,
    rules: Sequence[str],
    jobs: int | None,
) -> bool:
    """Scores all reports that have a key; tells whether anything went wrong."""
    failed = False
    found = find_inputs(paths, (*SUFFIXES, *RESULT_SUFFIXES))
    inputs = [entry for entry in found if ring.may_want(os.path.basename(entry.path), entry.path)]
    with console.bar(len(inputs), quiet=False) as advance:
        for entry, result in each_report(
            inputs,
            lang=console.lang,
            max_size=limit,
            encoding=encoding,
            rules=rules,
            book=book,
            jobs=jobs,
            advance=advance,
        ):
            if isinstance(result, FazhiError):
                problems: list[FazhiError | Note] = (
                    [] if result.code == KEY else [result]
                )  # keys may lie beside their reports
                if result.is_usage:
                    raise result
                if problems:
                    ring.fail(shown_path(entry.path))
            elif result.error is not None:
                problems = [FazhiError("E506", path=result.source.path, reason=result.error.code)]
                ring.fail(result.source.path)
            else:
                problems = list(ring.score(result.source.path, result.model_dump(mode="json")))
            for problem in problems:
                if isinstance(problem, FazhiError):
                    failed = True
                    console.error(problem)
                else:
                    console.note(problem[0], **problem[1])
    for key in ring.left():
        failed = True
        console.error(FazhiError("E532", path=key.path, file=key.file))
    if not ring.scored:
        raise typer.Exit(1)
    return failed


def _keys(path: str) -> list[Key]:
    """The keys that a path means; in a folder, reports as JSON are passed over. Raises :class:`FazhiError` (E185, E187)."""
    keys = []
    for entry in find_inputs([path], (".json",)):
        if entry.error is not None:
            raise entry.error
        data = read_data(entry.path, max_size=None)
        if os.path.isdir(path) and is_report_json(data):
            continue
        keys.append(load_key(data, path=shown_path(entry.path)))
    if not keys:
        raise FazhiError("E187")
    return keys


def _judge_sheet(
    console: Console, path: str, encoding: str | None, *, errors: bool, as_text: bool, book: Rulebook | None
) -> dict[str, float]:
    from fazhi_extract.score.judged import is_judged_sheet, judge, verdict_heads

    for head in verdict_heads():
        heads, rows = read_rows(path, column=head, encoding=encoding)
        if is_judged_sheet(heads):
            break
    else:
        raise FazhiError("E189", path=shown_path(path), heads=", ".join(filter(None, heads)) or "-")
    judgement = judge(heads, ((row.number, row.cells) for row in rows))
    if as_text:
        print_judgement(console, judgement, _names(book, console.lang))
    else:
        console.write(as_json(judgement, console, errors=errors))
    return {} if judgement.precision is None else {"precision": judgement.precision}


def _minima(options: Sequence[str]) -> dict[str, float]:
    wanted = {}
    for option in options:
        name, _, value = option.partition("=")
        try:
            wanted[name] = float(value)
        except ValueError:
            raise FazhiError("E190", value=option) from None
    return wanted


def _names(book: Rulebook | None, lang: str) -> dict[str, str]:
    """The names of the indicators by code, in the order of the rules."""
    from fazhi_extract.rulebook import Rulebook as Rules_
    from fazhi_extract.table.keys import indicator_name

    indicators = (book or Rules_.default()).indicators
    return {code: indicator_name(indicator, lang) for code, indicator in indicators.items()}
