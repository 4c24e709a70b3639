"""Compares reports with answer keys, in the terms of the annotation guide. For tests only."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NUMBER = ("value", "value_to", "unit", "kind", "bound", "form")
CLOSED = ("stage", "result", "level", "instrument", "instance", "procedure", "channel")
PARTIAL = ("region", "unit", "campaign", "objects")


@dataclass
class Score:
    """Counts of one comparison; `wrong` says every disagreement in words, `places` where it is: (name, place, words).

    A place is an offset in the text, + before that of what only the report has, or the name of a metadata field.
    """

    right: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    places: list[tuple[str, str, str]] = field(default_factory=list)

    def ask(self, name: str, agrees: bool, place: int | str, words: str) -> None:
        self.asked[name] = self.asked.get(name, 0) + 1
        self.right[name] = self.right.get(name, 0) + agrees
        if not agrees:
            self.wrong.append(f"{name}: {words}")
            self.places.append((name, str(place), words))

    def share(self, name: str) -> float:
        return self.right.get(name, 0) / self.asked[name] if self.asked.get(name) else 1.0

    def add(self, other: Score, name: str) -> None:
        for mine, theirs in ((self.right, other.right), (self.asked, other.asked)):
            for key, value in theirs.items():
                mine[key] = mine.get(key, 0) + value
        self.wrong += [f"{name}: {line}" for line in other.wrong]


def load(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def compare(key: dict[str, Any], report: dict[str, Any]) -> Score:
    """One report against its key. Optional entries are neither asked for nor held against the report."""
    score = Score()
    _figures(key, report, score)
    _dates(key, report, score)
    _sections(key, report, score)
    for name, wanted in key["metadata"].items():
        got = report["metadata"].get(name)
        score.ask("metadata", (wanted or None) == (got or None), name, f"{name}: key {wanted!r}, found {got!r}")
    claimed = [tuple(f["span"]) for f in (*report["metrics"], *report["dates"])]
    for decoy in key["decoys"]:
        start, end = decoy["span"]
        taken = [c for c in claimed if c[0] < end and c[1] > start and c[1] - c[0] <= end - start + 4]
        score.ask("decoy", not taken, start, f"{decoy['text']!r} at {start} taken")
    return score


def _pair(
    wanted: list[dict[str, Any]], found: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Each key entry with the found entry that overlaps it most and agrees in most; each is used once."""
    ranked = []
    for i, k in enumerate(wanted):
        for j, f in enumerate(found):
            shared = min(k["span"][1], f["span"][1]) - max(k["span"][0], f["span"][0])
            if shared > 0:
                union = max(k["span"][1], f["span"][1]) - min(k["span"][0], f["span"][0])
                alike = sum(k.get(x) == f.get(x) for x in ("value", "unit", "form", "indicator", "role"))
                ranked.append((shared / union, alike, -i, -j))
    mates: dict[int, int] = {}
    for _, _, i, j in sorted(ranked, reverse=True):
        if -i not in mates and -j not in mates.values():
            mates[-i] = -j
    return [(k, found[mates[i]] if i in mates else None) for i, k in enumerate(wanted)]


def _agrees(name: str, key: dict[str, Any], found: dict[str, Any]) -> bool:
    return any(
        (wanted or None) == (found.get(name) or None) for wanted in (key.get(name), *key.get("also", {}).get(name, ()))
    )


def _figures(key: dict[str, Any], report: dict[str, Any], score: Score) -> None:
    pairs = _pair(key["metrics"], report["metrics"])
    for k, f in pairs:
        if k.get("optional"):
            continue
        at = k["span"][0]
        words = f"{k['text']!r} at {at}"
        score.ask("found", f is not None, at, f"{words} missed")
        if f is None:
            continue
        score.ask("span", k["span"] == list(f["span"]), at, f"{words}, found {f['text']!r}")
        number = [x for x in NUMBER if not _agrees(x, k, f)]
        score.ask("number", not number, at, f"{words}: {[(x, k.get(x), f.get(x)) for x in number]}")
        role, code = _agrees("role", k, f), _agrees("indicator", k, f)
        score.ask("role", role, at, f"{words}: key {k['role']}, found {f['role']}")
        score.ask("indicator", code, at, f"{words}: key {k.get('indicator')}, found {f['indicator']}")
        score.ask("coded", not number and role and code, at, words)
        if k.get("indicator"):
            mine, theirs = ({a: v for a, v in (m.get("attributes") or {}).items() if a in CLOSED} for m in (k, f))
            score.ask("attributes", mine == theirs, at, f"{words}: key {mine}, found {theirs}")
            partial = [m.get("scope_kind") in PARTIAL for m in (k, f)]
            score.ask("scope", partial[0] == partial[1], at, f"{words}: key {k.get('scope')}, found {f['scope']}")
    used = {id(f) for _, f in pairs if f is not None}
    for f in report["metrics"]:
        if id(f) not in used and f["form"] != "in_words":
            score.ask("found", False, f"+{f['span'][0]}", f"{f['text']!r} at {f['span'][0]} is no figure")


def _dates(key: dict[str, Any], report: dict[str, Any], score: Score) -> None:
    pairs = _pair(key["dates"], report["dates"])
    for k, f in pairs:
        if not k.get("optional"):
            right = f is not None and (k["span"], k["start"], k["end"]) == (list(f["span"]), f["start"], f["end"])
            at = k["span"][0]
            score.ask("date", right, at, f"{k['text']!r} at {at}: found {f and (f['text'], f['start'], f['end'])}")
    used = {id(f) for _, f in pairs if f is not None}
    for f in report["dates"]:
        if id(f) not in used:
            score.ask("date", False, f"+{f['span'][0]}", f"{f['text']!r} at {f['span'][0]} is no date")


def _sections(key: dict[str, Any], report: dict[str, Any], score: Score) -> None:
    found = {(s["kind"], s["span"][0]): s for s in report["sections"]}
    known = set()
    for k in key["sections"]:
        place = (k["kind"], k["span"][0])
        known.add(place)
        if k.get("optional"):
            continue
        f = found.get(place)
        right = f is not None and (
            k["kind"] == "item" or (f["level"], _plain(f["title"])) == (k["level"], _plain(k["title"]))
        )
        score.ask(
            "section",
            right,
            place[1],
            f"{k['marker']}{k['title'] or ''} at {k['span'][0]}: found {f and (f['level'], f['title'])}",
        )
    for place, f in found.items():
        if place not in known:
            score.ask("section", False, f"+{place[1]}", f"{f['marker']}{f['title'] or ''} at {place[1]} is no heading")


def _plain(title: str | None) -> str:
    return "".join((title or "").split())
