"""What a section is about: the closed list of topics, by words of its title (rules/topics.toml)."""

from __future__ import annotations

from functools import cache, lru_cache

from fazhi_extract.rulebook.lexicon import load_toml


@cache
def _table() -> list[tuple[str, bool, tuple[str, ...]]]:
    return [(t["id"], bool(t.get("container")), tuple(t["words"])) for t in load_toml("topics.toml")["topic"]]


@lru_cache(maxsize=4096)
def topic(title: str, ahead: bool = False) -> str | None:
    """The topic of a section's title, or None. `ahead`: the title stands for plans, whatever its words (2023年主要任务).

    The word that stands first in the title decides, the longer one at the same place; a container such as
    主要举措和成效 gives way to any other topic.
    """
    best: tuple[int, int, int] | None = None
    found = None
    for name, container, words in _table():
        for word in words:
            at = title.find(word)
            if at >= 0:
                rank = (int(container), at, -len(word))
                if best is None or rank < best:
                    best, found = rank, name
    return "plan" if ahead and (best is None or best[0]) else found
