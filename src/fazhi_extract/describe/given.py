"""What the user's list says of a report takes the place of what was read from it."""

from __future__ import annotations

from collections.abc import Mapping

from fazhi_extract.describe.described import Described
from fazhi_extract.describe.metadata import place_issuer
from fazhi_extract.text import SourceText

_FIELDS = ("issuer", "reporting_year", "title")
"""Those that are also read from the text; the others have no place but ``metadata.given``."""


def put_given(source: SourceText, found: Described, given: Mapping[str, str | int]) -> None:
    """Overrides the metadata in ``found`` by ``given`` (field names of ``metadata.given``).

    An overridden field has no span. What the text says otherwise is kept in ``found.overridden`` for a note.
    """
    found.given = dict(given)
    for field in _FIELDS:
        if field not in given:
            continue
        if field in found.values and found.values[field] != given[field]:
            found.overridden[field] = found.values[field]
        found.values[field] = given[field]
        found.spans.pop(field, None)
    if given.keys() & {"issuer", "region", "reporting_year"}:
        found.spans.pop("region", None)
        place_issuer(source, found)
