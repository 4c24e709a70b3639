"""The hash of the rules that made a report."""

from __future__ import annotations

import hashlib
from functools import cache

from fazhi_extract.rulebook.lexicon import RULES


@cache
def rule_sets() -> list[dict[str, str]]:
    """Name and SHA-256 of each set of rules that is loaded, the package's own first."""
    digest = hashlib.sha256()
    names = ["cues.toml", "decoys.toml", "measure_words.csv", "nouns.toml"]
    for name in names:
        digest.update(name.encode() + b"\0" + (RULES / name).read_bytes())
    return [{"name": "builtin", "sha256": digest.hexdigest()}]
