"""Which of many reports stand for themselves: not those whose words, or whose issuer and year, another one has already,
and not what is no report at all. ``extract`` notes it, ``table`` goes by it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from fazhi_extract.lazy import lazy_pattern

TWIN_NOTES = ("N121", "N122")
"""Notes that compare a report with others of its batch. All others depend on the report alone."""
NO_REPORT = ("N101", "N120")
"""Notes on a text that is no report."""

Standing = Literal["report", "duplicate", "same_year", "no_report"]
"""What a report is among others: one by itself; the same text as an earlier one; a second one of an issuer and year; no
report of this kind."""

_NAMED_PLACE = lazy_pattern(
    "^(?!(?:高新|开发|经开|经济|产业|示范|工业)).{2,}?[省市县区州盟旗镇乡街]|^中华人民共和国|^国家"
)
_BLANKED = lazy_pattern("[*×XxＸ某?？]")


@dataclass(frozen=True, slots=True)
class Keys:
    """Two reports with the same key are twins; ``None`` is like nothing else."""

    text: bytes | None = None
    agency: str | None = None
    report_id: str | None = None
    """That of the same bytes: enough by itself, and all there is where the text was left out."""


UNLIKE = Keys()
"""Those of what is like nothing else."""


def judge(keys: Keys, *, is_report: bool, first: Callable[[bytes | str], str | None]) -> tuple[Standing, str | None]:
    """What a report is among those before it, and the earlier one that makes it so.

    ``first`` remembers a key for this report, and gives the earlier report that has it, if there is one.
    """
    same = [first(key) for key in (keys.report_id, keys.text) if key is not None]
    other = next((path for path in same if path is not None), None)
    if other is not None:
        return "duplicate", other
    if not is_report:  # and so its issuer and year are still to be had
        return "no_report", None
    other = None if keys.agency is None else first(keys.agency)
    return ("report", None) if other is None else ("same_year", other)


def keys_of(text: str | None, metadata: Mapping[str, Any], report_id: str | None = None) -> Keys:
    """The keys of a report from its text and its metadata as JSON.

    Spaces and line breaks do not count: copies of a report from two web pages differ in them. A name that does not say
    whose body it is (卫生健康局) is like nothing else. Two bodies that share a key, because they were merged later, are two.
    """
    words = "".join((text or "").split())
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()[:16] if words else None
    issuer, key, year = (metadata.get(field) for field in ("issuer", "issuer_key", "reporting_year"))
    given: Mapping[str, Any] = metadata.get("given") or {}
    if not issuer or year is None:
        return Keys(digest, report_id=report_id)
    if not (key or given.get("issuer") or given.get("region") or _is_full_name(issuer)):
        return Keys(digest, report_id=report_id)
    return Keys(digest, "\t".join(map(str, (key or given.get("region") or "", issuer, year))), report_id)


def _is_full_name(issuer: str) -> bool:
    """Whether the name says whose body it is: every county has its 卫生健康局, and many a city its 高新区管委会."""
    return _NAMED_PLACE.search(issuer) is not None and _BLANKED.search(issuer) is None
