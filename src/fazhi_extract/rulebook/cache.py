"""What was worked out from the rules, kept in the user's cache folder so that the next start need not do it again.

The folder may vanish at any time, and what lies in it is believed only where its first line names the key that is
asked for and the hash of the rest. The rest is JSON: reading it can run nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

FORMAT = "fazhi-extract-cache-1"
"""Counts up whenever what is stored means something else."""

_OFF = ("", "0", "off", "none")


def remembered(name: str, key: str, make: Callable[[], Any]) -> Any:
    """The JSON data that `make` gives, from the cache where it holds that for `key`, else made and stored.

    `name` names the file, which holds the newest key alone. Whatever is wrong with the cache, the answer is the same.
    """
    known = read_cache(name, key)
    if known is not None:
        return known
    made = make()
    write_cache(name, key, made)
    return made


def read_cache(name: str, key: str) -> Any:
    """What is stored under a name, where it is for `key` and sound, else None."""
    folder = cache_folder(os.environ, sys.platform)
    return None if folder is None else _read(folder / f"{name}.json", key)


def write_cache(name: str, key: str, made: Any) -> None:
    """Stores JSON data in the place of what was there under that name, if there is a cache that can be written."""
    folder = cache_folder(os.environ, sys.platform)
    if folder is not None:
        _write(folder / f"{name}.json", key, made)


def cache_folder(environment: Mapping[str, str], platform: str) -> Path | None:
    """The folder for the cache: `FAZHI_CACHE` (`off` for none), else the platform's own place for caches."""
    said = environment.get("FAZHI_CACHE")
    if said is not None:
        return None if said.strip().lower() in _OFF else Path(said)
    named = {"win32": "LOCALAPPDATA", "darwin": None}.get(platform, "XDG_CACHE_HOME")
    base = environment.get(named) if named else None
    if base:
        return Path(base, "fazhi-extract")
    home = _home()
    if home is None:
        return None
    inner = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(platform, ".cache")
    return home / inner / "fazhi-extract"


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:  # a service without a user
        return None


def _read(path: Path, key: str) -> Any:
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        if head.decode("ascii") == _head(key, body):
            return json.loads(body)
    except (OSError, ValueError):
        pass
    return None


def _write(path: Path, key: str, made: Any) -> None:
    body = json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Another process may be reading or writing the same file: it sees the old one or the new one, whole.
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_head(key, body).encode() + b"\n" + body)
            os.replace(draft, path)
        except BaseException:
            os.unlink(draft)
            raise
    except OSError:
        pass


def _head(key: str, body: bytes) -> str:
    return f"{FORMAT} {key} {hashlib.sha256(body).hexdigest()}"
