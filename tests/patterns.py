"""Every pattern that the program compiles, and texts made to be slow for each. For tests and the fuzzer only.

``python tests/patterns.py`` prints the patterns as JSON. It has to be a process of its own, in which nothing of the
program is loaded yet: the patterns are taken down as they are compiled, those inside of functions too.
"""

from __future__ import annotations

import json
import random
import re
import re._constants as op  # type: ignore[import-untyped]
import re._parser as parser  # type: ignore[import-untyped]
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@cache
def all_patterns() -> dict[str, tuple[str, int]]:
    """(pattern, flags) by where it stands."""
    done = subprocess.run([sys.executable, __file__], capture_output=True, check=True, encoding="utf-8")
    return {where: (pattern, flags) for where, pattern, flags in json.loads(done.stdout)}


def _taken_down() -> list[tuple[str, str, int]]:
    seen: dict[tuple[str, int], str] = {}
    compiled = re._compile  # type: ignore[attr-defined]

    def note(pattern: Any, flags: Any) -> Any:
        frame = sys._getframe(1)
        while frame is not None and Path(frame.f_code.co_filename).parent.name == "re":
            frame = frame.f_back  # type: ignore[assignment]
        path = Path(frame.f_code.co_filename)
        if isinstance(pattern, str) and "fazhi_extract" in path.parts and path.name != "lazy.py":
            place = "/".join(path.parts[path.parts.index("fazhi_extract") + 1 :])
            seen.setdefault((pattern, int(flags)), f"{place}:{frame.f_lineno}")
        return compiled(pattern, flags)

    re._compile = note  # type: ignore[attr-defined]
    import importlib
    import pkgutil

    import fazhi_extract
    from fazhi_extract import lazy

    def note_lazy(self: Any, pattern: str, flags: int) -> None:
        frame = sys._getframe(2)  # below lazy_pattern stands who asked for it
        path = Path(frame.f_code.co_filename)
        place = "/".join(path.parts[path.parts.index("fazhi_extract") + 1 :])
        seen.setdefault((pattern, int(re.compile(pattern, flags).flags)), f"{place}:{frame.f_lineno}")
        made(self, pattern, flags)

    made = lazy.LazyPattern.__init__
    lazy.LazyPattern.__init__ = note_lazy  # type: ignore[method-assign]

    for module in pkgutil.walk_packages(fazhi_extract.__path__, "fazhi_extract."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    formats = [next((ROOT / "tests/data/formats").glob(f"*{ending}")) for ending in (".html", ".docx", ".pdf")]
    for path in [*sorted((ROOT / "samples").glob("*.txt"))[:6], *formats]:
        fazhi_extract.extract_file(path)
    numbered: dict[str, int] = {}
    entries = []
    for (pattern, flags), where in seen.items():
        numbered[where] = number = numbered.get(where, 0) + 1
        entries.append((where if number == 1 else f"{where}#{number}", pattern, flags))
    return sorted(entries)


def attacks(pattern: str, flags: int) -> Iterator[tuple[str, str]]:
    """(start, piece): texts that begin with one and go on with the other are what a pattern of this shape may be slow on.

    They follow from the pattern: what it matches, whole and cut short, and for each repetition in it what is repeated,
    behind what leads up to it.
    """
    tree = parser.parse(pattern, flags)
    found = {("", piece) for piece in ("中", "1", " ", "，", "(", "\n", "一", "《", "“", "、", "1,", "一、")}
    for seed in range(4):
        whole = _matching(tree, random.Random(seed), seed % 3)
        found |= {("", whole), ("", whole[:-1]), ("", whole[1:])}
    for lead, inner in _repetitions(tree, ""):
        found |= {(lead, piece) for seed in range(2) if (piece := _matching(inner, random.Random(seed), 1 + seed))}
        # Each alternative on its own: what can be read as one of them or as two takes twice the time with each piece.
        found |= {
            (lead, piece)
            for branch in _branches(inner)
            for most in (0, 1)
            if (piece := _matching(branch, random.Random(0), most))
        }
    yield from sorted((start, piece) for start, piece in found if piece)


def _repetitions(tree: Any, lead: str) -> Iterator[tuple[str, Any]]:
    for kind, value in tree:
        for inner in _inside(kind, value):
            if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
                yield lead, inner
            yield from _repetitions(inner, lead)
        lead += _matching([(kind, value)], random.Random(0), 1)


def _branches(tree: Any) -> Iterator[Any]:
    """The alternatives of a group; parsing takes out what they begin with in common, so each with all that is around."""
    for place, (kind, value) in enumerate(tree):
        if kind is op.BRANCH:
            for branch in value[1]:
                for inner in (list(branch), *_branches(branch)):
                    yield [*tree[:place], *inner, *tree[place + 1 :]]
        elif kind is op.SUBPATTERN:
            for branch in _branches(value[3]):
                yield [*tree[:place], *branch, *tree[place + 1 :]]


def _inside(kind: Any, value: Any) -> list[Any]:
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return [value[2]]
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.BRANCH:
        return list(value[1])
    return [value] if kind is op.ATOMIC_GROUP else []


def _matching(tree: Any, chance: random.Random, most: int) -> str:
    """A text that a parsed pattern matches, what it asserts aside; repetitions as often as `most` says or as they must."""
    text = ""
    for kind, value in tree:
        if kind is op.LITERAL:
            text += chr(value)
        elif kind is op.NOT_LITERAL:
            text += "x" if value == ord("中") else "中"
        elif kind is op.ANY:
            text += "中"
        elif kind is op.IN:
            text += _one_of(value, chance)
        elif kind is op.BRANCH:
            text += _matching(chance.choice(value[1]), chance, most)
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            text += "".join(_matching(value[2], chance, most) for _ in range(min(value[1], max(value[0], most))))
        else:
            text += "".join(_matching(inner, chance, most) for inner in _inside(kind, value))
    return text


def _one_of(entries: list[Any], chance: random.Random) -> str:
    if entries[0][0] is op.NEGATE:
        pattern = re.compile("".join(_class(entries)))
        return next((c for c in "中案1x ，" if pattern.fullmatch(c)), "\u3400")
    kind, value = chance.choice(entries)
    if kind is op.LITERAL:
        return chr(value)
    if kind is op.RANGE:
        return chr(value[0])
    return {op.CATEGORY_DIGIT: "1", op.CATEGORY_SPACE: " "}.get(value, "中")


def _class(entries: list[Any]) -> Iterator[str]:
    yield "["
    for kind, value in entries:
        if kind is op.NEGATE:
            yield "^"
        elif kind is op.LITERAL:
            yield re.escape(chr(value))
        elif kind is op.RANGE:
            yield f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        else:
            yield {op.CATEGORY_DIGIT: "\\d", op.CATEGORY_SPACE: "\\s", op.CATEGORY_WORD: "\\w"}.get(value, "\\S")
    yield "]"


if __name__ == "__main__":
    print(json.dumps(_taken_down()))
