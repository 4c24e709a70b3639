"""The quality ratchet: what the program gets right may grow and must not shrink unnoticed.

    python tools/ratchet.py                                      compare with what is pinned; `make ratchet`
    python tools/ratchet.py --pin [--reason CORPUS.CLASS=WHY]    pin what is right now; `make pin REASON=CORPUS.CLASS=WHY`

Four corpora, each with keys that were written from the texts: `samples`, `unseen` (tests/data/reports), `passages`
(tests/data/blind) and, where its folder is present, `exam` (../shared/exam, or --exam FOLDER). Their figures fall into
the classes of tests/keys.py and tests/passages.py (found, span, number, role, indicator, …), the exam's also into those
of its own score.py and peers_exam.py.

tests/data/pinned.json holds for each report the hash of its text and key, how much was asked, and the places that came
out wrong, by class. A run prints each figure that was won or lost against it, and fails (status 1) where the share of
a class is lower, or where a corpus is no longer the one that was pinned. A class may be pinned lower only with a reason,
which stays in the file until the class is back where it was. Reports that are new or have changed are no lowering.
The file is sealed with a hash, so that it cannot be changed by hand or by a merge: take either side and pin anew.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PINNED = ROOT / "tests" / "data" / "pinned.json"
EXAM = ROOT.parent / "shared" / "exam"
sys.path.insert(0, str(ROOT / "tests"))


@dataclass
class Standing:
    """How one report stands: what was asked, and the places that are wrong, each with words for people; by class."""

    sha256: str
    asked: dict[str, int] = field(default_factory=dict)
    wrong: dict[str, dict[str, str]] = field(default_factory=dict)
    text: str = ""

    def words(self, name: str, place: str) -> str:
        """What a place that is or was wrong looks like."""
        said = self.wrong.get(name, {}).get(place)
        place = place.partition("#")[0]
        offset = place.removeprefix("+")
        at = f"{self.text[int(offset) : int(offset) + 12]!r} at " if self.text and offset.isdigit() else ""
        return said or f"{at}{place}"

    def add(self, name: str, right: bool, place: str, words: str) -> None:
        self.asked[name] = self.asked.get(name, 0) + 1
        if not right:
            places = self.wrong.setdefault(name, {})
            number = 1
            while f"{place}#{number}" in places:  # two figures may share a place
                number += 1
            places[f"{place}#{number}"] = words


@dataclass
class Corpus:
    """A corpus as it stands; `figures` are shares that belong to the corpus as a whole."""

    reports: dict[str, Standing] = field(default_factory=dict)
    figures: dict[str, float] = field(default_factory=dict)


# Measuring.


def _sha256(*paths: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _reports(texts: Sequence[Path], key_of: Callable[[Path], Path]) -> dict[str, Standing]:
    from fazhi_extract import extract
    from keys import compare, load, read

    standings = {}
    for path in texts:
        score = compare(load(key_of(path)), extract(read(path), name=path.name).model_dump(mode="json"))
        standing = Standing(_sha256(path, key_of(path)), dict(sorted(score.asked.items())), text=read(path))
        for name, place, words in score.places:
            standing.add(name, False, place, words)
            standing.asked[name] -= 1  # counted already
        standings[path.stem] = standing
    return standings


def samples() -> Corpus:
    return Corpus(_reports(sorted((ROOT / "samples").glob("*.txt")), lambda p: p.with_suffix(".key.json")))


def unseen() -> Corpus:
    folder = ROOT / "tests" / "data" / "reports"
    return Corpus(_reports(sorted(folder.glob("*.txt")), lambda p: p.with_suffix(".key.json")))


def blind() -> Corpus:
    from passages import FOLDER, judge, passages

    corpus = Corpus()
    for path in sorted(FOLDER.glob("*.toml")):
        standing = corpus.reports[path.stem] = Standing(_sha256(path))
        for number, passage in enumerate(passages(path), 1):
            for name, right, figure, words in judge(passage):
                standing.add(name, right, f"{number}.{figure}", words)
    return corpus


def exam(folder: Path) -> Corpus:
    corpus = Corpus(_reports(sorted((folder / "reports").glob("*.txt")), lambda p: folder / "keys" / f"{p.stem}.json"))
    corpus.figures = _exam_score(folder)
    corpus.reports["peers_cases"] = _peers(folder)
    return corpus


def _exam_score(folder: Path) -> dict[str, float]:
    from fazhi_extract import extract
    from keys import load, read

    score = _module(folder / "score.py")
    tally = score.Tally()
    for path in sorted((folder / "keys").glob("*.json")):
        text = read(folder / "reports" / f"{path.stem}.txt")
        tally.add(score.score(load(path), json.loads(extract(text, name=path.name).model_dump_json()), text))
    figures: dict[str, float] = tally.figures()
    return {name: value for name, value in figures.items() if name.endswith((".f1", ".accuracy"))}


def _peers(folder: Path) -> Standing:
    from fazhi_extract import mentions

    cases = folder / "peers_cases.jsonl"
    right = _module(folder / "peers_exam.py").right
    standing = Standing(_sha256(cases))
    for number, line in enumerate(cases.read_text(encoding="utf-8").splitlines(), 1):
        case = json.loads(line)
        year = int(case["ref"][:4]) if case.get("ref") else None
        standing.add(f"peers {case['kind']}", right(case, mentions(case["text"], year=year)), str(number), case["text"])
    return standing


def _module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measured(exam_folder: Path) -> dict[str, Corpus]:
    """All corpora that are here, as they stand now."""
    corpora = {"samples": samples(), "unseen": unseen(), "passages": blind()}
    if exam_folder.is_dir():
        corpora["exam"] = exam(exam_folder)
    return corpora


# Comparing and pinning. What is pinned is what `packed` gives, for each corpus.


def packed(corpus: Corpus) -> dict[str, Any]:
    reports = {
        name: {"sha256": s.sha256, "asked": s.asked, "wrong": {c: list(places) for c, places in s.wrong.items()}}
        for name, s in corpus.reports.items()
    }
    digest = hashlib.sha256("".join(f"{n} {r['sha256']}\n" for n, r in sorted(reports.items())).encode())
    shares_ = {name: round(share, 6) for name, share in shares(reports, reports).items()}
    return {
        "sha256": digest.hexdigest(),
        "shares": dict(sorted((shares_ | corpus.figures).items())),
        "reports": reports,
    }


def shares(reports: Mapping[str, Any], names: Sequence[str] | Mapping[str, Any]) -> dict[str, float]:
    """The share that is right of each class, over the reports of these names."""
    asked: dict[str, int] = {}
    wrong: dict[str, int] = {}
    for name in names:
        for class_, count in reports[name]["asked"].items():
            asked[class_] = asked.get(class_, 0) + count
            wrong[class_] = wrong.get(class_, 0) + len(reports[name]["wrong"].get(class_, ()))
    return {class_: 1 - wrong[class_] / count for class_, count in asked.items() if count}


@dataclass
class Difference:
    """One corpus against what is pinned of it."""

    lowered: dict[str, tuple[float, float]]
    won: list[tuple[str, str, str]]  # (report, class, place)
    lost: list[tuple[str, str, str]]
    changed: list[str]  # reports that are new, gone, or no longer the same


def difference(before: Mapping[str, Any], now: Mapping[str, Any]) -> Difference:
    """Compares two packed corpora by the reports that are the same in both."""
    old, new = before["reports"], now["reports"]
    same = [name for name in new if name in old and old[name]["sha256"] == new[name]["sha256"]]
    changed = sorted({*old, *new} - set(same))
    was, is_ = shares(old, same), shares(new, same)
    if not changed:  # shares of the whole corpus can be compared only where it is the same
        was, is_ = ({**s, **c["shares"]} for s, c in ((was, before), (is_, now)))
    lowered = {name: (was[name], is_.get(name, 0.0)) for name in was if is_.get(name, 0.0) < was[name] - 1e-6}
    won, lost = [], []
    for name in same:
        for class_ in sorted({*old[name]["wrong"], *new[name]["wrong"]}):
            a, b = (r[name]["wrong"].get(class_, []) for r in (old, new))
            won += [(name, class_, place) for place in a if place not in b]
            lost += [(name, class_, place) for place in b if place not in a]
    return Difference(lowered, won, lost, changed)


def lowered_pins(
    corpus: str,
    before: Mapping[str, Any] | None,
    now: Mapping[str, Any],
    reasons: Mapping[str, str],
) -> tuple[dict[str, Any], list[str]]:
    """What stands under `lowered` when `now` is pinned: {class: {from, reason}}; and the classes that want a reason."""
    if before is None:
        return {}, []
    kept = {
        name: entry for name, entry in before.get("lowered", {}).items() if now["shares"].get(name, 0.0) < entry["from"]
    }
    missing = []
    for name, (was, _) in difference(before, now).lowered.items():
        reason = reasons.get(f"{corpus}.{name}", "").strip()
        if reason:
            highest = max(was, kept.get(name, {}).get("from", 0.0))
            kept[name] = {"from": round(highest, 6), "reason": reason}
        else:
            missing.append(f"{corpus}.{name}")
    return kept, missing


def seal(pins: Mapping[str, Any]) -> str:
    body = {name: corpus for name, corpus in pins.items() if name != "seal"}
    return hashlib.sha256(json.dumps(body, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def load(path: Path) -> dict[str, Any]:
    """What is pinned. Raises ValueError where the file is damaged, or has not been written by this program."""
    pins: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if pins.get("seal") != seal(pins):
        raise ValueError("it does not have the seal of this program")
    return pins


def store(path: Path, pins: dict[str, Any]) -> None:
    pins["seal"] = seal(pins)
    text = json.dumps(pins, ensure_ascii=False, indent=1, sort_keys=True)
    temporary = path.with_name(path.name + ".tmp")
    temporary.write_text(text + "\n", encoding="utf-8", newline="\n")
    os.replace(temporary, path)


# Telling.


def told(name: str, corpus: Corpus, found: Difference, before: Mapping[str, Any]) -> list[str]:
    """The lines about one corpus: its shares, then what was won and lost, figure by figure."""
    now = packed(corpus)["shares"]
    lines = [f"{name}: {len(corpus.reports)} reports, {len(found.won)} won, {len(found.lost)} lost"]
    for class_, share in now.items():
        was = before["shares"].get(class_)
        change = "" if was is None or abs(share - was) < 1e-6 else f"  was {was:8.2%}"
        entry = before.get("lowered", {}).get(class_)
        why = f"  lowered from {entry['from']:.2%}: {entry['reason']}" if entry else ""
        lines.append(f"    {class_:28}{share:8.2%}{change}{why}")
    for word, entries in (("won ", found.won), ("lost", found.lost)):
        for report, class_, place in entries:
            lines.append(f"    {word} {report}: {class_}: {corpus.reports[report].words(class_, place)}")
    lines += [f"    changed since it was pinned: {report}" for report in found.changed]
    return lines


def compare(pins: Mapping[str, Any], corpora: Mapping[str, Corpus]) -> tuple[list[str], list[str]]:
    """The lines of a comparison, and what is wrong with it."""
    lines, wrong = [], []
    for name, corpus in corpora.items():
        if name not in pins:
            wrong.append(f"{name} is not pinned: run make pin")
            continue
        found = difference(pins[name], packed(corpus))
        lines += told(name, corpus, found, pins[name])
        wrong += [f"{name}.{c} is lower: {was:.2%}, now {now:.2%}" for c, (was, now) in found.lowered.items()]
        if found.changed:
            wrong.append(f"{name} is not the corpus that was pinned: run make pin")
    lines += [f"{name}: not here, not compared" for name in pins if name not in corpora and name != "seal"]
    return lines, wrong


def pin(path: Path, corpora: Mapping[str, Corpus], reasons: Mapping[str, str]) -> list[str]:
    """Writes what is right now; without writing, returns the classes that would be lowered without a reason."""
    pins = load(path) if path.exists() else {}
    missing = []
    for name, corpus in corpora.items():
        now = packed(corpus)
        lowered, unsaid = lowered_pins(name, pins.get(name), now, reasons)
        missing += unsaid
        pins[name] = now | ({"lowered": lowered} if lowered else {})
    if not missing:
        store(path, pins)
    return missing


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true", help="pin what is right now")
    parser.add_argument("--reason", action="append", default=[], metavar="CORPUS.CLASS=WHY")
    parser.add_argument("--exam", type=Path, default=EXAM, metavar="FOLDER")
    parser.add_argument("--pinned", type=Path, default=PINNED, metavar="FILE")
    options = parser.parse_args(arguments)
    reasons = dict(reason.partition("=")[::2] for reason in options.reason)
    try:
        pins = load(options.pinned) if options.pinned.exists() else {}
    except ValueError as error:
        print(f"{options.pinned}: {error}. Take the file of either side of the merge, and run make pin.")
        return 2
    corpora = measured(options.exam)
    lines, wrong = compare(pins, corpora)
    print("\n".join(lines))
    if not options.pin:
        print("\n".join(wrong or ["the ratchet holds"]))
        if any(" is lower: " in line for line in wrong):
            print("Mend it, or say why it has to be so: make pin REASON='CORPUS.CLASS=why'")
        return 1 if wrong else 0
    missing = pin(options.pinned, corpora, reasons)
    for name in missing:
        print(f"{name} would be lower: not pinned. Say why: --reason {name}='…'")
    if not missing:
        print(f"pinned in {options.pinned}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
