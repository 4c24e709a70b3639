"""Compiled patterns, kept in the cache: compiling some hundred of them takes a third of a second at every start.

The standard library compiles a pattern in Python to a list of numbers, of which its engine makes the pattern. That list
is what is kept, under the pattern and its flags, for one version of the engine. The engine checks it when it is read.
Where the library is not as it is known here, patterns are compiled as ever.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from fazhi_extract.rulebook.cache import read_cache, write_cache

_NAME = "patterns"
_MOST = 2_000


@contextmanager
def remembered_patterns() -> Iterator[None]:
    """What is compiled inside comes from the cache, where it is; the rest is put there at the end.

    For the program's own patterns only: words of a user have no place in the cache.
    """
    compiler: Any = getattr(re, "_compiler", None)
    key = _engine()
    if key is None or not hasattr(compiler, "compile"):
        yield
        return
    known: dict[str, list[Any]] = read_cache(_NAME, key) or {}
    made: dict[str, list[Any]] = {}
    original: Callable[[Any, int], Any] = compiler.compile

    def compile_(pattern: Any, flags: int = 0) -> Any:
        if not isinstance(pattern, str):
            return original(pattern, flags)
        name = f"{int(flags)} {pattern!a}"  # there are lone surrogates in patterns
        try:
            if name not in known:
                made[name] = known[name] = _parts(compiler, pattern, flags)
            return _built(compiler, pattern, known[name])
        except Exception:  # another library than the one known here, or a wrong pattern, which is said as ever
            known.pop(name, None)
            made.pop(name, None)
            return original(pattern, flags)

    compiler.compile = compile_
    try:
        yield
    finally:
        compiler.compile = original
        if made:
            write_cache(_NAME, key, known if len(known) <= _MOST else made)


def _engine() -> str | None:
    """What the lists of numbers depend on."""
    try:
        import _sre  # type: ignore[import-not-found]

        return f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{_sre.MAGIC}-{_sre.CODESIZE}-{sys.byteorder}"
    except (ImportError, AttributeError):
        return None


def _parts(compiler: Any, pattern: str, flags: int) -> list[Any]:
    """What the standard library's own ``compile`` hands to its engine: flags, numbers, how many groups, their names."""
    tree = compiler._parser.parse(pattern, flags)
    code = compiler._code(tree, flags)
    return [int(flags | tree.state.flags), [int(n) for n in code], tree.state.groups - 1, dict(tree.state.groupdict)]


def _built(compiler: Any, pattern: str, parts: list[Any]) -> Any:
    flags, code, groups, names = parts
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    return compiler._sre.compile(pattern, flags, code, groups, names, tuple(by_number))
