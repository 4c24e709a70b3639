"""Which reports are of one issuer, though it may have been renamed meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

Body = tuple[str | None, str | None, int | None]
"""A report's ``metadata.issuer_key``, its issuer and its reporting year."""


def issuer_ids(bodies: Sequence[Body]) -> list[str | None]:
    """A name for each body that it keeps through the years: its key, or its own name where it has none.

    Two bodies of one year that share a key (工商局 and 质监局, which were merged later) are two: a key that stands for
    several bodies in any year gets the name behind it, in all years. What has neither key nor name has ``None``; so has
    a name without a key that stands for several bodies in any year (卫生健康局): it does not say which is which.
    """
    shared = _shared(bodies)
    years = Counter((name, year) for key, name, year in bodies if key is None and year is not None)
    bare = {name for (name, _), count in years.items() if count > 1}
    return [
        (None if name in bare else name) if key is None else f"{key}/{name}" if key in shared else key
        for key, name, _ in bodies
    ]


def key_of_id(issuer_id: str, name: str) -> str | None:
    """The issuer key that an id of :func:`issuer_ids` was made of; ``None`` where it was made of the name alone."""
    return None if issuer_id in ("", name) else issuer_id.removesuffix(f"/{name}")


def _shared(bodies: Iterable[Body]) -> set[str]:
    names: dict[tuple[str, int], str | None] = {}
    return {
        key
        for key, name, year in bodies
        if key is not None and year is not None and names.setdefault((key, year), name) != name
    }
