"""One report against its key.

The terms are those of the annotation guide: entries that a key marks as optional are neither rewarded nor punished, and
each second reading is right.
"""

from __future__ import annotations

from fazhi_extract.score.figures import compare_metrics
from fazhi_extract.score.frame import (
    compare_dates,
    compare_decoys,
    compare_metadata,
    compare_quotes,
    compare_sections,
)
from fazhi_extract.score.keys import Entry, Key
from fazhi_extract.score.tally import Tally

_NOTHING: Entry = {"metrics": [], "dates": [], "sections": [], "metadata": {}, "source": {}}


def compare(key: Key, report: Entry | None) -> Tally:
    """The counts of a report (as its JSON has it) against its key. ``None``, one that could not be read, has found nothing."""
    found = _NOTHING if report is None else report
    text: str | None = found["source"].get("text")
    tally = Tally()
    compare_metrics(key, found["metrics"], tally)
    compare_decoys(key, found, tally)
    compare_dates(key, found["dates"], tally)
    compare_sections(key, found, text, tally)
    compare_metadata(key, found, tally)
    compare_quotes(found, text, tally)
    return tally
