"""Plants one fault at a time in numerals, quantities, dates and binding, and sees whether the tests find it.

    python tools/mutants.py [--sample N] [--seed N] [GROUP…]        `make mutants`

A fault ("mutant") is one change of a module's code: a comparison turned round or moved by one, `and` for `or`, `not`
left out, `+` for `-`, a number one higher, a word changed, True for False, `break` for `continue`, None returned. Each
runs the tests of its group in a process of its own, forked off one that has loaded the libraries, and is killed where a
test fails or time is over. Of all mutants a random sample is taken (--sample 0: all). Survivors are printed, to be
looked at: each is a gap in the tests, or a change that makes no difference. Why it is not mutmut: benchmarks/README.md.
Needs os.fork.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib.abc
import importlib.machinery
import math
import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "fazhi_extract"
COMMON = ["tests/test_readings.py", "tests/test_samples.py", "tests/test_blind.py", "tests/resolve"]
GROUPS: dict[str, tuple[list[str], list[str]]] = {
    "numerals": (["find/numerals.py", "find/numeral_grammar.py"], ["tests/find/test_numerals.py", *COMMON]),
    "quantities": (
        ["find/quantities.py", "find/ranges.py", "find/money.py"],
        ["tests/find/test_quantities.py", "tests/find/test_numerals.py", *COMMON],
    ),
    "dates": (
        ["find/dates.py", "find/date_grammar.py", "find/date_point.py", "find/calendar.py"],
        ["tests/find/test_dates.py", "tests/test_samples.py"],
    ),
    "binding": (
        ["resolve/binding.py", "resolve/of_which.py", "resolve/matching.py", "resolve/place.py", "resolve/places.py"],
        ["tests/resolve", *COMMON[:-1], "tests/test_rules.py"],
    ),
}
PATIENCE = 3
"""A mutant is killed by time where it takes so many times the processor's time that the tests take without a fault."""
ENOUGH = 0.85
_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change: in which file and line, what it is, and the module's code with it."""

    file: str
    line: int
    change: str
    code: str


def places(file: str) -> list[tuple[str, int]]:
    """The places of a module that can be changed, in the order of its code: what ``mutant`` takes."""
    return [(file, place) for place in range(len(_places(ast.parse(_code(file)))))]


def mutant(file: str, place: int) -> Mutant:
    """The mutant of a module that is changed at a place."""
    tree = ast.parse(_code(file))
    node = _places(tree)[place]
    before = ast.unparse(node)
    _change(node)
    return Mutant(file, node.lineno, f"{before[:90]} → {ast.unparse(node)[:90]}", ast.unparse(tree))


def _code(file: str) -> str:
    return (PACKAGE / file).read_text(encoding="utf-8")


def _places(tree: ast.Module) -> list[ast.stmt | ast.expr]:
    """What can be changed. What only types, imports or documents is left alone."""
    found: list[ast.stmt | ast.expr] = []

    def visit(node: ast.AST) -> None:
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "type_params"):
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, (ast.Import, ast.ImportFrom)) or not isinstance(child, ast.AST):
                    continue
                if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                    continue  # documentation
                if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
                    continue
                if isinstance(child, (ast.stmt, ast.expr)) and _can_change(child):
                    found.append(child)
                visit(child)

    visit(tree)
    return found


def _can_change(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare):
        return type(node.ops[0]) in _COMPARE
    if isinstance(node, ast.Constant):
        return isinstance(node.value, (bool, int, str)) and node.value != ""
    if isinstance(node, ast.BinOp):
        return type(node.op) in _ARITHMETIC
    if isinstance(node, ast.Return):
        # None is as false as False: no difference, and the constant itself is turned round anyway.
        return node.value is not None and not (isinstance(node.value, ast.Constant) and not node.value.value)
    return isinstance(node, (ast.BoolOp, ast.Break, ast.Continue)) or _is_not(node)


def _is_not(node: ast.AST) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)


def _change(node: ast.AST) -> None:
    if isinstance(node, ast.Compare):
        node.ops[0] = _COMPARE[type(node.ops[0])]()
    elif isinstance(node, ast.Constant):
        value = node.value
        node.value = (not value) if isinstance(value, bool) else value + 1 if isinstance(value, int) else f"XX{value}"
    elif isinstance(node, ast.BinOp):
        node.op = _ARITHMETIC[type(node.op)]()
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.Return):
        node.value = ast.Constant(None)
    elif isinstance(node, ast.UnaryOp):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, (ast.Break, ast.Continue)):
        node.__class__ = ast.Continue if isinstance(node, ast.Break) else ast.Break  # type: ignore[assignment]


class _Planted(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module another code."""

    def __init__(self, mutant: Mutant) -> None:
        self.name = "fazhi_extract." + mutant.file.removesuffix(".py").replace("/", ".")
        self.mutant = mutant

    def find_spec(self, fullname, path=None, target=None):  # type: ignore[no-untyped-def]
        if fullname != self.name:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, origin=str(PACKAGE / self.mutant.file))

    def exec_module(self, module):  # type: ignore[no-untyped-def]
        exec(compile(self.mutant.code, self.mutant.file, "exec"), module.__dict__)


def survives(planted: Mutant, tests: Sequence[str], seconds: int = 600) -> bool:
    """Whether all tests pass with the mutant in the place of its module, in so many seconds of the processor."""
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(1, 2)
            os.setsid()
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            import pytest

            sys.meta_path.insert(0, _Planted(planted))
            # What a survivor costs are mostly the texts made to be slow, which few faults make slower.
            options = ["-x", "-q", "-p", "no:cacheprovider", "--assert=plain", "-k", "not hostile"]
            # One after the other, as they are given: tests/conftest.py would run the longest first.
            os._exit(int(any(pytest.main([*options, test]) for test in tests)))
        os._exit(1)
    end = time.monotonic() + 20 * seconds  # other work may be going on
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status == 0
        time.sleep(0.05)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def said(killed: int, tried: int) -> str:
    """How many of a sample were killed, and the interval that the share of all lies in (Wilson 1927, 95 %)."""
    z, share = 1.96, killed / tried
    middle = (share + z * z / (2 * tried)) / (1 + z * z / tried)
    reach = z / (1 + z * z / tried) * math.sqrt(share * (1 - share) / tried + z * z / (4 * tried * tried))
    return f"{killed} of {tried} killed, {share:.0%} (of all {middle - reach:.0%} to {middle + reach:.0%})"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="*", choices=[[], *GROUPS], metavar="GROUP")
    parser.add_argument("--sample", type=int, default=40, metavar="N", help="mutants of each group (40); 0: all")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests"), str(ROOT / "tools")]
    # What every mutant needs and none changes is loaded once.
    for name in ("pytest", "pydantic", "jsonschema", "cn2an"):
        importlib.import_module(name)
    tried: Counter[str] = Counter()
    killed: Counter[str] = Counter()
    for group in options.groups or GROUPS:
        files, tests = GROUPS[group]
        everything = [place for file in files for place in places(file)]
        chosen = everything
        if options.sample and options.sample < len(everything):
            chosen = random.Random(options.seed).sample(everything, options.sample)
        spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        unchanged = survives(Mutant(files[0], 0, "none", _code(files[0])), tests)
        seconds = 10 + PATIENCE * math.ceil(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - spent)
        if not unchanged:
            print(f"{group}: the tests fail without any change; mend that first")
            return 2
        for file, place in sorted(chosen):
            planted = mutant(file, place)
            tried[file] += 1
            if survives(planted, tests, seconds):
                print(f"    survives  {file}:{planted.line}  {planted.change}", flush=True)
            else:
                killed[file] += 1
        print(f"{group}: {len(chosen)} of {len(everything)} mutants", flush=True)
        for file in files:
            print(f"    {file}: {killed[file]} of {tried[file]} killed", flush=True)
        print(f"    {said(sum(killed[file] for file in files), len(chosen))}", flush=True)
    print(f"all: {said(killed.total(), tried.total())}")
    return 0 if killed.total() >= ENOUGH * tried.total() else 1


if __name__ == "__main__":
    sys.exit(main())
