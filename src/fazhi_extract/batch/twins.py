"""What tells that two reports of a batch are one and the same: their words, or their issuer and year."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TWIN_NOTES = ("N121", "N122")
"""Notes that compare a report with others of its batch. All others depend on the report alone."""
NO_REPORT = ("N101", "N120")

_NAMED_PLACE = re.compile(
    "^(?!(?:高新|开发|经开|经济|产业|示范|工业)).{2,}?[省市县区州盟旗镇乡街]|^中华人民共和国|^国家"
)
_BLANKED = re.compile("[*×XxＸ某?？]")


@dataclass(frozen=True, slots=True)
class Keys:
    """Two reports with the same key are twins; ``None`` is like nothing else."""

    text: bytes | None = None
    agency: str | None = None


UNLIKE = Keys()
"""Those of what is like nothing else."""


def keys_of(text: str, metadata: Mapping[str, Any]) -> Keys:
    """The keys of a report from its text and its metadata as JSON.

    Spaces and line breaks do not count: copies of a report from two web pages differ in them.
    """
    words = "".join(text.split())
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()[:16] if words else None
    issuer, key, year = (metadata.get(field) for field in ("issuer", "issuer_key", "reporting_year"))
    given: Mapping[str, Any] = metadata.get("given") or {}
    if not issuer or year is None:
        return Keys(digest)
    if not (key or given.get("issuer") or given.get("region") or _is_full_name(issuer)):
        return Keys(digest)
    return Keys(digest, f"{key or (given.get('region') or '') + issuer}\t{year}")


def _is_full_name(issuer: str) -> bool:
    """Whether the name says whose body it is: every county has its 卫生健康局, and many a city its 高新区管委会."""
    return _NAMED_PLACE.search(issuer) is not None and _BLANKED.search(issuer) is None
