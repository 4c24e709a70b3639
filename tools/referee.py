"""How good a referee `fazhi verify` is, mistake by mistake: `make referee`.

    python tools/referee.py                         the rates, and each mistake that was confirmed or right cell accused
    python tools/referee.py --unsure                each that was left to a look as well
    python tools/referee.py --corpus passages       of the passages alone (reports, passages, exam)
    python tools/referee.py --docs                  write the rates into docs/verify.md and docs/verify.en.md

The tables are made of the answer keys (tests/planted.py): all figures of the whole as they are, and mistakes of nine
kinds. Left to a look is neither found nor missed, nor is it no alarm: it has a column of its own.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import planted  # noqa: E402, I001

from fazhi_extract import Rulebook  # noqa: E402
from fazhi_extract.verify.judge import Finding  # noqa: E402
from fazhi_extract.verify.words import explanation, quotes  # noqa: E402

CORPORA = ("reports", "passages", "exam")
WORDS = {
    "right": ("对的格子", "right cells"),
    "wrong": ("错数", "a wrong number"),
    "swapped": ("张冠李戴（另一指标的数）", "another indicator's number"),
    "invented": ("编造", "invented"),
    "sum": ("自行合计", "a sum of their own"),
    "rounded": ("四舍五入", "rounded"),
    "part": ("部分当成总数", "a part as the total"),
    "target": ("目标当成结果", "a target as a result"),
    "prior": ("上年数", "last year's"),
    "slip": ("单位差一万倍", "wrong by ten thousand"),
}
HEADS = {
    "zh": ("", "个数", "不符，或说出是什么", "看一眼", "放过", "相符", "误报"),
    "en": ("", "Cells", "Accused, or named", "Look", "Missed", "Confirmed", "False alarms"),
}
DOCS = {"zh": ROOT / "docs" / "verify.md", "en": ROOT / "docs" / "verify.en.md"}

Findings = Sequence[tuple[str, Finding]]


def rates(findings: Findings) -> dict[str, Counter[str]]:
    """How many of each kind have each outcome."""
    found: dict[str, Counter[str]] = {}
    for kind, finding in findings:
        found.setdefault(kind, Counter())[planted.outcome(kind, finding)] += 1
    return {kind: found[kind] for kind in (planted.RIGHT, *planted.MISTAKES) if kind in found}


def tables(counts: dict[str, Counter[str]], lang: str) -> str:
    """Two tables in Markdown: of the right cells, and of the mistakes."""
    first, number, found, unsure, missed, confirmed, alarms = HEADS[lang]
    lines = [f"| {first} | {number} | {confirmed} | {unsure} | {alarms} |", "|---|---|---|---|---|"]
    for kind, count in counts.items():
        if kind != planted.RIGHT and len(lines) == 3:
            lines += ["", f"| {first} | {number} | {found} | {unsure} | {missed} |", "|---|---|---|---|---|"]
        total = count.total()
        shares = " | ".join(f"{100 * count[one] / total:.1f}%" for one in planted.OUTCOMES)
        lines.append(f"| {WORDS[kind][lang == 'en']} | {total} | {shares} |")
    return "\n".join(lines)


def told(findings: Findings, outcome: str) -> Iterator[str]:
    """Each with an outcome, in words, with its sentence."""
    book = Rulebook.default()
    for kind, finding in findings:
        if planted.outcome(kind, finding) == outcome:
            claim = finding.claim
            meaning = " ".join(key.code for key in claim.meaning.keys) if claim.meaning else claim.head
            yield f"{outcome} {kind}: {claim.whose.file} {meaning} = {claim.words}: {finding.verdict} {explanation(finding, book, 'zh')}"
            yield from (f"    {line}" for line in quotes(finding).split("\n") if line)


def write_docs(measured: dict[str, dict[str, Counter[str]]]) -> None:
    """The tables between the marks of each corpus."""
    for lang, path in DOCS.items():
        text = path.read_text(encoding="utf-8")
        for corpus, counts in measured.items():
            between = rf"(<!-- rates {corpus} -->\n).*?(\n<!-- end -->)"
            words = tables(counts, lang)
            text, number = re.subn(between, lambda m, words=words: m[1] + words + m[2], text, flags=re.DOTALL)
            if corpus != "exam" and number != 1:
                raise SystemExit(f"{path}: no marks for {corpus}")
        path.write_text(text, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", choices=CORPORA, action="append")
    parser.add_argument("--exam", type=Path, default=planted.EXAM, help="the folder with reports/ and keys/")
    parser.add_argument("--unsure", action="store_true")
    parser.add_argument("--docs", action="store_true")
    options = parser.parse_args()
    measured = {}
    for corpus in options.corpus or CORPORA:
        cases = planted.cases(corpus, options.exam)
        if not cases:
            continue
        findings = planted.findings(cases)
        measured[corpus] = rates(findings)
        print(f"\n{corpus}: {len(cases)}\n\n{tables(measured[corpus], 'en')}\n")
        for outcome in ("missed", *(["unsure"] if options.unsure else [])):
            for line in told(findings, outcome):
                print(line)
    if options.docs:
        write_docs(measured)
    return 0


if __name__ == "__main__":
    sys.exit(main())
