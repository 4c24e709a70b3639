"""Many reports: results in the order of the inputs, whatever happens to one of them."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable
from dataclasses import replace
from functools import partial

from fazhi_extract.batch.job import Outcome, Settings, Task, worker
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import shown_path

__all__ = ["Outcome", "Settings", "Task", "make_all"]

_FEW = 8
"""Reports that are done before another process has as much as started."""
_GRACE = 1.0
"""Seconds more for a reader that has a limit of its own, since it knows better what took so long."""


def make_all(
    tasks: Iterable[Task],
    settings: Settings,
    *,
    count: int,
    jobs: int | None = None,
    timeout: float | None = None,
    method: str = "spawn",
) -> Generator[tuple[Task, Outcome], None, None]:
    """Each of the ``count`` tasks with its outcome, in order; tasks are taken as they are needed.

    ``jobs`` is the number of processes, by default that of the machine's cores; one job, or a few reports, are done
    in this process, unless ``timeout`` (seconds for a report) asks for one that can be ended. ``method`` starts
    processes (``spawn`` or ``forkserver``). Raises :class:`FazhiError` (E4xx) for broken rule files, (E312) where
    no process lives long enough to work.
    """
    wanted = min(_cores(), count // _FEW) if jobs is None else min(jobs, count)
    if os.environ.get("FAZHI_DEBUG") or (timeout is None and wanted < 2):
        work = worker(settings)
        for task in tasks:
            yield task, work(task)
        return
    from fazhi_extract.batch.pool import in_order

    yield from in_order(
        tasks,
        partial(worker, settings, warm=True),
        jobs=max(1, wanted),
        timeout=None if timeout is None else timeout + _GRACE,
        given_up=partial(_given_up, timeout),
        method=method,
    )


def _given_up(timeout: float | None, task: Task, code: str) -> Task:
    path = shown_path(task.path)
    late = FazhiError("E243", path=path, seconds=f"{timeout:g}")
    return replace(task, error=late if code == "E243" else FazhiError("E242", path=path))


def _cores() -> int:
    """The processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
