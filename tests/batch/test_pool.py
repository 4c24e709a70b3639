"""Worker processes: the order of results, and what happens to workers that die, hang, or never live."""

import multiprocessing
import time
from contextlib import closing

import pytest

import workers
from fazhi_extract.batch.pool import in_order
from fazhi_extract.errors import FazhiError


def run(tasks, *, jobs=2, timeout=None, method="spawn", prepare=workers.obedient):
    return in_order(tasks, prepare, jobs=jobs, timeout=timeout, given_up=workers.given_up, method=method)


@pytest.mark.parametrize("method", [m for m in ("spawn", "forkserver") if m in multiprocessing.get_all_start_methods()])
def test_results_come_in_the_order_of_the_tasks(method):
    tasks = [("sleep", 0.3), *(("do", number) for number in range(30))]
    found = list(run(tasks, method=method))
    assert found == [(task, f"{task[0]} {task[1]}") for task in tasks]
    assert multiprocessing.active_children() == []


def test_no_more_tasks_are_taken_than_are_needed():
    taken = []

    def tasks():
        for number in range(1000):
            taken.append(number)
            yield "do", number

    with closing(run(tasks())) as results:
        assert next(results) == (("do", 0), "do 0")
        assert len(taken) < 40
    assert multiprocessing.active_children() == []


def test_a_slow_task_does_not_let_results_pile_up():
    taken = []

    def tasks():
        yield "sleep", 0.5
        for number in range(1000):
            taken.append(number)
            yield "do", number

    with closing(run(tasks())) as results:
        next(results)
        assert len(taken) < 40


def test_a_worker_that_dies_fails_its_task_alone():
    tasks = [("do", 1), ("die", 0), ("do", 2), ("die", 0), ("do", 3)]
    found = [result for _, result in run(tasks)]
    assert found == ["do 1", "gave up E242", "do 2", "gave up E242", "do 3"]


def test_a_task_that_takes_too_long_fails_alone():
    found = [result for _, result in run([("do", 1), ("sleep", 600), ("do", 2)], timeout=1)]
    assert found == ["do 1", "gave up E243", "do 2"]


def test_workers_that_are_killed_between_tasks_are_replaced():
    results = run([("do", number) for number in range(40)])
    found = [next(results)[1]]
    for process in multiprocessing.active_children():
        process.kill()
        process.join()
    found += [result for _, result in results]
    lost = [number for number, result in enumerate(found) if result == "gave up E242"]
    assert len(lost) <= 2
    assert found == ["gave up E242" if n in lost else f"do {n}" for n in range(40)]


def test_a_result_that_was_sent_before_its_worker_was_killed_counts_and_nobody_is_blamed():
    def tasks():
        for number in range(10):
            if number == 4:  # 2 and 3 are done by now, and their workers wait
                time.sleep(1)
                for process in multiprocessing.active_children():
                    process.kill()
                    process.join()
            yield "do", number

    assert [result for _, result in run(tasks())] == [f"do {number}" for number in range(10)]


def test_workers_that_never_live_end_the_run():
    with pytest.raises(FazhiError, match="E312"):
        list(run([("do", 1)], prepare=workers.stillborn))
    assert multiprocessing.active_children() == []


def test_a_task_that_kills_whoever_gives_it_up_too_ends_the_run():
    results = in_order(
        [("die", 0)], workers.obedient, jobs=1, timeout=None, given_up=lambda task, _code: task, method="spawn"
    )
    with pytest.raises(FazhiError, match="E312"):
        list(results)
