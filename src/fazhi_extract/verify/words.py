"""A finding in words and as the cells of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fazhi_extract.messages import message
from fazhi_extract.table.keys import Key, indicator_name
from fazhi_extract.verify.judge import Finding
from fazhi_extract.verify.reports import Told

if TYPE_CHECKING:
    from fazhi_extract.rulebook import Rulebook

Value = str | int | float | None

COLUMNS = (
    "level", "verdict", "sheet", "row", "column", "head", "indicator", "issuer", "year", "words", "found", "explanation",
    "instead", "quote", "place", "span", "code", "found_code", "path", "quote_found",
)  # fmt: skip
_ADDS_INSTEAD = (
    "target", "prior", "change", "threshold", "part", "other_attribute", "other_indicator", "other_year", "other_period",
    "undecided", "sum", "difference", "ratio", "masked", "maybe_part", "maybe_target",
)  # fmt: skip
_SAYS_ALL = ("confirmed", "blank")
_INNER = str.maketrans('“”"', "‘’’")
"""Quotation marks within quotation marks."""
_SIGNS = {"sum": " + ", "difference": " − ", "ratio": " ÷ "}


def explanation(finding: Finding, book: Rulebook, lang: str) -> str:
    """What was found, in a sentence; empty where there is nothing to add to the verdict."""
    first = finding.figures[0] if finding.figures else None
    words = {
        "found": found(finding),
        "instead": texts(finding.instead, lang),
        "factor": _factor(finding),
        "cue": finding.cue.translate(_INNER),
        "name": _name(first.key if first else None, book, lang),
        "scope": _scope(first, lang),
        "period": "—".join(str(day) if day else "…" for day in first.period) if first and first.period else "",
        "year": finding.other.year if finding.other else "",
        "path": finding.other.path if finding.other else "",
    }
    say: str = finding.verdict
    if finding.verdict == "maybe_part" and first and finding.cue in first.lead and finding.cue not in first.quote:
        say = "maybe_part_lead"
    if finding.verdict == "unmatched":
        return message(f"verify.unmatched.{finding.note}", lang)
    said = "" if finding.verdict in _SAYS_ALL else message(f"verify.say.{say}", lang, **words)
    if finding.verdict == "other_indicator":  # the number may stand there as several things
        each = {(f.text, f.key): {"found": f.text, "name": _name(f.key, book, lang)} for f in finding.figures}
        said = ("；" if lang == "zh" else "; ").join(message(f"verify.say.{say}", lang, **one) for one in each.values())
    if finding.note:
        said += message(f"verify.note.{finding.note}", lang, **words)
    if finding.instead and finding.verdict in _ADDS_INSTEAD:
        said += message("verify.note.instead", lang, **words)
    if finding.quote_found is False:
        said += message("verify.note.quote", lang)
    return said.lstrip("；; ")


def found(finding: Finding) -> str:
    """The figures of the text that a finding rests on, as they are written."""
    sign = _SIGNS.get(finding.verdict, "、")
    return sign.join(figure.text for figure in finding.figures)


def texts(figures: tuple[Told, ...], lang: str) -> str:
    """What a report says, each once."""
    said = list(dict.fromkeys(figure.text for figure in figures))
    return ("、" if lang == "zh" else ", ").join([*said[:6], *(["…"] if len(said) > 6 else [])])


def quotes(finding: Finding) -> str:
    """The sentences, of what stands there or else of what the report says instead, each once."""
    return "\n".join(dict.fromkeys(figure.quote for figure in finding.figures or finding.instead[:2]))


def cells(finding: Finding, book: Rulebook, lang: str) -> dict[str, Value]:
    """The values of a finding's row, by column; verdicts and levels as codes."""
    claim, body = finding.claim, finding.body
    where = finding.figures or finding.instead[:1]
    codes = [key.code for key in claim.meaning.keys] if claim.meaning else []
    return {
        "level": finding.level,
        "verdict": finding.verdict,
        "sheet": claim.sheet or None,
        "row": claim.row,
        "column": claim.column,
        "head": claim.head,
        "indicator": "；".join(_name(key, book, lang) for key in claim.meaning.keys) if claim.meaning else None,
        "issuer": (body.issuer if body else claim.whose.issuer) or None,
        "year": body.year if body else claim.whose.year,
        "words": claim.words,
        "found": found(finding) or None,
        "explanation": explanation(finding, book, lang) or None,
        "instead": texts(finding.instead, lang) or None,
        "quote": quotes(finding) or None,
        "place": where[0].place or None if where else None,
        "span": " ".join(f"{figure.span[0]}-{figure.span[1]}" for figure in where) or None,
        "code": " ".join(codes) or None,
        "found_code": " ".join(dict.fromkeys(figure.key.code for figure in finding.figures if figure.key)) or None,
        "path": (finding.other or body).path if (finding.other or body) else claim.whose.file or None,  # type: ignore[union-attr]
        "quote_found": None if finding.quote_found is None else str(finding.quote_found).lower(),
    }


def _factor(finding: Finding) -> str:
    if finding.factor is None:
        return ""
    return f"{int(finding.factor if finding.factor >= 1 else 1 / finding.factor)}"


def _name(key: Key | None, book: Rulebook, lang: str) -> str:
    if key is None:
        return message("verify.no_name", lang)
    known = book.indicators.get(key.indicator)
    return key.name(known, lang) if indicator_name(known, lang) else key.code


def _scope(figure: Told | None, lang: str) -> str:
    if figure is None:
        return ""
    return figure.scope or "、".join(figure.words) or message("verify.part.unnamed", lang)
