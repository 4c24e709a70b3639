"""What surrounds the figures, against the key: decoys, dates, sections, metadata, and whether all quotes are quotes."""

from __future__ import annotations

from fazhi_extract.score.keys import Entry, Key
from fazhi_extract.score.pairing import pair
from fazhi_extract.score.tally import Tally

_DECOY_MARGIN = 4
"""A longer figure or date that a decoy stands in is something else."""
_FOLDED = str.maketrans("（）：；，", "():;,")


def compare_decoys(key: Key, report: Entry, tally: Tally) -> None:
    """Counts the numerals that the key wants kept out of figures and dates."""
    claimed = [entry["span"] for group in ("metrics", "dates") for entry in report[group]]
    for decoy in key.group("decoys") or []:
        start, end = decoy["span"]
        taken = any(a < end and b > start and b - a <= end - start + _DECOY_MARGIN for a, b in claimed)
        if not tally.share("decoy.kept_out").ask(not taken):
            tally.differ("decoy", decoy.get("text", ""), start, label=decoy.get("why"))


def compare_dates(key: Key, found: list[Entry], tally: Tally) -> None:
    """Counts dates that were found, and those whose place and days are right too."""
    wanted = key.group("dates")
    if wanted is None:
        return
    pairing = pair(wanted, found)
    pairs = [(k, f) for k, f in pairing.pairs if not k.get("optional")]
    missed = [k for k in pairing.missed if not k.get("optional")]
    wrong = [(k, f) for k, f in pairs if (_days(k), k["span"]) != (_days(f), f["span"])]
    for name, differing in (("date.found", 0), ("date.right", len(wrong))):
        rate = tally.rate(name)
        rate.right += len(pairs) - differing
        rate.wrong += len(pairing.spurious) + differing
        rate.missed += len(missed) + differing
    for k, f in wrong:
        tally.differ("date", k.get("text", ""), k["span"][0], wanted=_said(k), found=f"{f['text']} {_said(f)}")
    for k in missed:
        tally.differ("date-missed", k.get("text", ""), k["span"][0])
    for f in pairing.spurious:
        tally.differ("date-spurious", f["text"], f["span"][0])


def _days(entry: Entry) -> tuple[str | None, str | None]:
    return entry.get("start"), entry.get("end")


def _said(entry: Entry) -> str:
    return "–".join(day or "…" for day in _days(entry))


def compare_sections(key: Key, report: Entry, text: str | None, tally: Tally) -> None:
    """Counts sections (place, level and title), items (place), and the ends of sections that begin where they should."""
    annotated = key.group("sections")
    if annotated is None:
        return
    for kind in ("section", "item"):
        wanted = [s for s in annotated if s["kind"] == kind]
        found = [s for s in report["sections"] if s["kind"] == kind]
        _compare_kind(kind, wanted, found, tally)
        if kind == "section":
            _compare_ends(annotated, wanted, found, text, tally)


def _compare_kind(kind: str, wanted: list[Entry], found: list[Entry], tally: Tally) -> None:
    rate = tally.rate(kind)
    for k in wanted:
        if k.get("optional"):
            continue
        here = [f for f in found if f["span"][0] == k["span"][0]]
        if any(kind == "item" or (f["level"] == k["level"] and _bare(f["title"]) == _bare(k["title"])) for f in here):
            rate.right += 1
            continue
        rate.missed += 1
        rate.wrong += bool(here)
        seen = "; ".join(f"{f['level']} {f['title'] or ''}".strip() for f in here)
        tally.differ("section", _heading(k), k["span"][0], wanted=k["level"], found=seen or None)
    known = {k["span"][0] for k in wanted}
    for f in found:
        if f["span"][0] not in known:
            rate.wrong += 1
            tally.differ("section-spurious", _heading(f), f["span"][0])


def _compare_ends(
    annotated: list[Entry], wanted: list[Entry], found: list[Entry], text: str | None, tally: Tally
) -> None:
    """White space belongs to either side of an end; where an optional section follows, the end may lie behind that too."""
    ends = {f["span"][0]: f["span"][1] for f in found}
    sure = [s["span"][0] for s in wanted if not s.get("optional")]
    for k in wanted:
        if k.get("optional") or k["span"][0] not in ends:
            continue
        due = k["span"][1]
        fitting = [due]
        following = [s for s in annotated if s["span"][0] == due and s.get("optional")]
        if following:
            fitting += [s["span"][1] for s in following if s["kind"] == "section"]
            last = max(s["span"][1] for s in annotated)
            fitting.append(next((start for start in sure if start >= due), last))
        end = ends[k["span"][0]]
        tally.share("section.end").ask(any(_is_same_place(end, place, text) for place in fitting))


def _is_same_place(one: int, other: int, text: str | None) -> bool:
    return one == other if text is None else not text[min(one, other) : max(one, other)].strip()


def _heading(section: Entry) -> str:
    return f"{section.get('marker') or ''}{section.get('title') or ''}"


def compare_metadata(key: Key, report: Entry, tally: Tally) -> None:
    """Counts the fields of the letterhead that the key names; white space and width of punctuation aside."""
    for name, want in key.content.get("metadata", {}).items():
        got = report["metadata"].get(name)
        listed = isinstance(want, list) or isinstance(got, list)
        right = [_bare(one) for one in (want or [])] == [_bare(one) for one in (got or [])] if listed else None
        if not tally.share("metadata").ask(_bare(want) == _bare(got) if right is None else right):
            tally.differ("metadata", name, field=name, wanted=want, found=got)


def compare_quotes(report: Entry, text: str | None, tally: Tally) -> None:
    """Counts the figures and dates whose words stand in the text at their place."""
    if text is None:
        return
    for group in ("metrics", "dates"):
        for entry in report[group]:
            start, end = entry["span"]
            tally.share("quote").ask(text[start:end] == entry["text"])


def _bare(words: object) -> str:
    return "".join(str(words or "").split()).translate(_FOLDED)
