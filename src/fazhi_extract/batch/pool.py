"""Worker processes: results in the order of the tasks, however long each takes, and no worker's end ends the run.

The executors of the standard library are no help here: a worker that dies breaks them for all tasks, one task that
hangs cannot be ended, and their ``map`` reads all inputs before the first result is out.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from fazhi_extract.errors import FazhiError

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 8
"""Tasks that may be out or waiting for their turn, for each worker. More would fill memory behind a slow report."""
_STILLBORN = 3
"""So many workers in a row may die before they have done anything; another one would, too."""
_DIED, _LATE = "E242", "E243"


def in_order(
    tasks: Iterable[T],
    prepare: Callable[[], Callable[[T], R]],
    *,
    jobs: int,
    timeout: float | None,
    given_up: Callable[[T, str], T],
    method: str = "spawn",
) -> Generator[tuple[T, R], None, None]:
    """Each task with its result, in order, from ``jobs`` processes.

    ``prepare`` is called once in each process and gives the function that does the work; it has to be picklable.
    Tasks are taken from the iterable as they are needed. Where a worker dies of a task, or is ended after ``timeout``
    seconds, the task is done again as ``given_up(task, code)`` makes it (code ``E242`` or ``E243``).
    Closing the iterator ends all processes. Raises :class:`FazhiError` (E312) where workers cannot be had at all.
    """
    pool: _Pool[T, R] = _Pool(prepare, jobs, timeout, given_up, method)
    numbered = enumerate(tasks)
    waiting: dict[int, tuple[T, R]] = {}
    due = taken = 0
    more = True
    try:
        while True:
            while more and taken < due + jobs * _AHEAD and pool.has_room():
                try:
                    taken, task = next(numbered)
                except StopIteration:
                    more = False
                else:
                    pool.hand_out(taken, task)
                    taken += 1
            if due in waiting:
                yield waiting.pop(due)
                due += 1
            elif more or due < taken:
                for number, task, result in pool.results():
                    waiting[number] = task, result
            else:
                return
    finally:
        pool.end()


class _Worker(Generic[T]):
    """A process, and the task it is at."""

    def __init__(self, context: Any, prepare: Callable[[], Callable[[T], Any]]) -> None:
        ours, theirs = context.Pipe()
        self.connection: Connection = ours
        self.process = context.Process(target=_serve, args=(theirs, prepare), daemon=True)
        with _deaf_to_interrupts():
            self.process.start()
        # Only the worker holds its end now: when it dies, reading ours says so.
        theirs.close()
        self.ready = False
        self.proven = False
        self.task: tuple[int, T] | None = None
        self.deadline: float | None = None

    def begin(self, number: int, task: T, timeout: float | None) -> bool:
        """Sends it a task; false where the worker is dead already, which is no fault of the task."""
        try:
            self.connection.send(task)
        except OSError:
            return False
        self.task = number, task
        self.deadline = None if timeout is None else time.monotonic() + timeout
        return True

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.connection.close()


class _Pool(Generic[T, R]):
    def __init__(
        self,
        prepare: Callable[[], Callable[[T], R]],
        jobs: int,
        timeout: float | None,
        given_up: Callable[[T, str], T],
        method: str,
    ) -> None:
        self._context = multiprocessing.get_context(method)
        self._prepare = prepare
        self._jobs = jobs
        self._timeout = timeout
        self._given_up = given_up
        self._workers: list[_Worker[T]] = []
        self._lost: set[int] = set()
        self._queue: list[tuple[int, T]] = []
        self._stillborn = 0

    def has_room(self) -> bool:
        """Whether a task that is handed out now is begun at once, or as soon as a worker has started."""
        return len(self._queue) + sum(worker.task is not None for worker in self._workers) < self._jobs

    def hand_out(self, number: int, task: T) -> None:
        self._queue.append((number, task))
        self._begin()

    def results(self) -> list[tuple[int, T, R]]:
        """Waits for results; an empty list where something else has happened."""
        done: list[tuple[int, T, R]] = []
        deadlines = [worker.deadline for worker in self._workers if worker.deadline is not None]
        patience = max(0.0, min(deadlines) - time.monotonic()) if deadlines else None
        heard = set(wait([worker.connection for worker in self._workers], patience))
        for worker in list(self._workers):
            if worker.connection in heard:
                try:
                    result = worker.connection.recv()
                except (EOFError, OSError):
                    self._lose(worker, _DIED)
                    continue
                if worker.task is None:
                    worker.ready = True  # what it says when it has started
                else:
                    worker.proven = True
                    self._stillborn = 0
                    done.append((*worker.task, result))
                    worker.task = worker.deadline = None
            elif worker.deadline is not None and worker.deadline <= time.monotonic():
                self._lose(worker, _LATE)
        self._begin()
        return done

    def end(self) -> None:
        for worker in self._workers:
            worker.end()

    def _begin(self) -> None:
        """Gives what is queued to idle workers, and starts workers as long as there are too few."""
        for worker in list(self._workers):
            if self._queue and worker.ready and worker.task is None:
                if worker.begin(*self._queue[0], self._timeout):
                    del self._queue[0]
                else:
                    self._lose(worker, _DIED)
        starting = sum(not worker.ready for worker in self._workers)
        while starting < len(self._queue) and len(self._workers) < self._jobs:
            self._workers.append(_Worker(self._context, self._prepare))
            starting += 1

    def _lose(self, worker: _Worker[T], code: str) -> None:
        task = worker.task
        worker.end()
        self._workers.remove(worker)
        if task is None and not worker.proven:
            self._stillborn += 1
        if self._stillborn > _STILLBORN or (task is not None and task[0] in self._lost):
            raise FazhiError("E312")
        if task is not None:
            self._lost.add(task[0])
            self._queue.insert(0, (task[0], self._given_up(task[1], code)))


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes that start in this block do not hear Ctrl-C, which a terminal sends to all: the parent ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(connection: Connection, prepare: Callable[[], Callable[[Any], Any]]) -> None:
    """What a worker does until nobody sends it tasks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # on Windows the parent cannot see to it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    work = prepare()
    with suppress(EOFError, OSError):
        connection.send(None)
        while True:
            connection.send(work(connection.recv()))


def _end_with_parent() -> None:
    """Ends this process when the parent is gone, also in the midst of a report that never ends."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
