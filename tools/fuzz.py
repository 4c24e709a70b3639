"""Feeds strange input to every stage for a chosen time, and says what broke.

    python tools/fuzz.py [--time SECONDS] [--seed N] [TARGET…]        `make fuzz TIME=600`

The targets, their corpus and what must hold are in tests/fuzz_targets.py; Hypothesis makes the inputs and makes those
that fail as small as it can. An input that takes more than ten seconds of the processor fails too (on POSIX systems,
where a pattern can be stopped); how busy the machine is otherwise makes no difference. What fails is printed, written
to fuzz-findings/, and ends with status 1; mended, it goes into tests/data/hostile.toml or a test of its stage, so that
it stays mended.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FINDINGS = ROOT / "fuzz-findings"
PATIENCE = 10
sys.path.insert(0, str(ROOT / "tests"))


class TooLong(Exception):
    """An input has taken more than PATIENCE seconds of the processor."""


@contextmanager
def stopped_in_time(patience: float | None = None) -> Iterator[None]:
    """Raises TooLong where what is done within takes more than so many seconds of the processor (PATIENCE)."""
    patience = PATIENCE if patience is None else patience
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise TooLong(f"more than {patience} seconds of the processor")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, patience)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def run(name: str, seconds: float, seed: int, *, small: bool = True) -> tuple[int, BaseException | None, object]:
    """Runs a target for so long; returns how many inputs it had, and what failed with which input, made `small` or not."""
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import seed as seeded

    from fuzz_targets import TARGETS

    target = TARGETS[name]
    tried = 0
    last: object = None
    broken = False
    end = time.monotonic() + seconds

    while time.monotonic() < end:

        @seeded(seed)
        @settings(
            max_examples=50,
            database=None,
            deadline=None,
            phases=(Phase.generate, Phase.shrink) if small else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
            print_blob=False,
        )
        @given(target.inputs)
        def once(value: object) -> None:
            nonlocal tried, last, broken
            tried += 1
            # A round that is under way when the time is over ends soon: what is left of it is not looked at.
            if not broken and time.monotonic() > end + PATIENCE:
                return
            try:
                with stopped_in_time():
                    target.check(value)
            except Exception:
                broken, last = True, value
                raise

        try:
            once()
        except Exception as error:
            return tried, error, last
        seed += 1
    return tried, None, None


def main(arguments: Sequence[str] | None = None) -> int:
    from fuzz_targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS], metavar="TARGET")
    parser.add_argument("--time", type=float, default=600, metavar="SECONDS")
    parser.add_argument("--seed", type=int, default=None, help="the same inputs as another run had")
    options = parser.parse_args(arguments)
    seed = random.SystemRandom().randrange(1 << 30) if options.seed is None else options.seed
    names = options.targets or list(TARGETS)
    os.environ["FAZHI_CACHE"] = "off"
    failed = 0
    print(f"seed {seed}, {options.time:.0f} seconds for {len(names)} targets")
    for name in names:
        tried, error, value = run(name, options.time / len(names), seed)
        print(f"{name:20} {tried:8} inputs  {'failed' if error else 'fine'}", flush=True)
        if error is not None:
            failed += 1
            FINDINGS.mkdir(exist_ok=True)
            path = FINDINGS / f"{name.replace(' ', '-')}-{seed}.txt"
            said = "".join(traceback.format_exception(error))
            path.write_text(f"{value!r}\n\n{said}", encoding="utf-8", errors="backslashreplace")
            print(f"{value!r:.2000}\n{said}\nkept in {path}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
