"""A row of the comparison as cells: numbers as numbers, what is found in words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from fazhi_extract.compare.figures import Reading
from fazhi_extract.compare.rows import Finding, Row
from fazhi_extract.messages import message
from fazhi_extract.table.figures import Figure
from fazhi_extract.table.keys import attribute_word, indicator_name

if TYPE_CHECKING:
    from fazhi_extract.rulebook import Rulebook

Value = str | int | float | None

COLUMNS = (
    "issuer", "indicator", "attributes", "old", "old_unit", "new", "new_unit", "difference", "growth", "stated", "implied",
    "said_base", "findings", "old_state", "new_state", "old_year", "new_year", "code", "old_quote", "new_quote", "old_path",
    "new_path",
)  # fmt: skip


def heads(lang: str) -> list[str]:
    """The heads of the columns in words."""
    return [message(f"compare.head.{name}", lang) for name in COLUMNS]


def cells(row: Row, book: Rulebook, lang: str) -> dict[str, Value]:
    """The values of a row, by column."""
    old, new = row.old, row.new
    return {
        "issuer": row.new_body.name or row.old_body.name or None,
        "indicator": indicator_name(book.indicators.get(row.key.indicator), lang) or row.key.indicator,
        "attributes": attributes(row, lang) or None,
        "code": row.key.indicator if row.key.indicator in book.indicators else None,
        "old_year": row.old_body.year,
        "old": _value(old),
        "old_unit": _unit(old),
        "old_state": message(f"compare.state.{old.state}", lang),
        "new_year": row.new_body.year,
        "new": _value(new),
        "new_unit": _unit(new),
        "new_state": message(f"compare.state.{new.state}", lang),
        "difference": json_number(row.difference),
        "growth": None if row.growth is None else json_number(row.growth.quantize(Decimal("0.01"))),
        "stated": None if row.stated is None else signed(row.stated),
        "implied": _implied(row),
        "said_base": row.said_base.text if row.said_base else None,
        "findings": ("；" if lang == "zh" else "; ").join(sentence(row, finding, lang) for finding in row.findings)
        or None,
        "old_quote": quotes(old) or None,
        "new_quote": quotes(new) or None,
        "old_path": row.old_body.path,
        "new_path": row.new_body.path,
    }


def attributes(row: Row, lang: str) -> str:
    """The attributes in words where there are words for them."""
    return "；".join(attribute_word(name, value, lang) for name, value in row.key.attributes)


def sentence(row: Row, finding: Finding, lang: str) -> str:
    """What was found, in words."""
    old, new = row.old, row.new
    words: dict[str, object] = {"old": shown(old), "new": shown(new)}
    if finding == "growth-differs":
        growth = row.difference if row.growth is None else row.growth
        assert growth is not None
        key = "growth-differs" if row.growth is not None else "difference-differs"
        words |= {"stated": row.stated and row.stated.text, "growth": f"{growth:+.2f}", "base": _implied(row)}
        return message(f"compare.finding.{key}", lang, **words)
    if finding == "base-differs":
        words["said"] = row.said_base.text if row.said_base else ""
    elif finding == "unit-changed":
        words |= {"old": _unit(old) or "", "new": _unit(new) or ""}
    elif finding == "jump" and old.figure and old.figure.kind == "rate":
        return message("compare.finding.jump-points", lang, points=f"{row.difference:+}")
    elif finding == "jump":
        assert old.figure is not None
        assert new.figure is not None
        assert old.figure.value
        assert new.figure.value is not None
        words["factor"] = f"{new.figure.value / old.figure.value:.2g}"
    elif finding == "open":
        words = {
            side: message(f"compare.state.{reading.state}", lang) for side, reading in (("old", old), ("new", new))
        }
    return message(f"compare.finding.{finding}", lang, **words)


def shown(reading: Reading) -> str:
    """What the text says, of all figures that count."""
    return "、".join(dict.fromkeys(figure.text for figure in reading.figures))


def quotes(reading: Reading) -> str:
    """The sentences of a reading."""
    return "\n".join(dict.fromkeys(figure.quote for figure in reading.figures))


def signed(figure: Figure) -> str:
    """A stated growth with its sign and unit: +30.57%."""
    assert figure.value is not None
    number = f"{figure.value:+f}"
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    return number + (figure.unit or "")


def json_number(value: Decimal | None) -> int | float | None:
    """A number as spreadsheets have them."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _value(reading: Reading) -> Value:
    if reading.state == "not_found":
        return None
    figure = reading.figure
    if figure is None or not figure.exact:
        return shown(reading)  # never a number where there is more, or less, than one
    return json_number(figure.value)


def _unit(reading: Reading) -> str | None:
    units = dict.fromkeys(figure.unit for figure in reading.figures if figure.unit)
    return "、".join(units) or None


def _implied(row: Row) -> str | None:
    base = row.implied
    if base is None:
        return None
    low, high = (f"{json_number(x.quantize(Decimal('0.01')))}" for x in (base.low, base.high))
    return low if low == high else f"{low}—{high}"
