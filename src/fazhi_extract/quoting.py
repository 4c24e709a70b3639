"""A figure inside its own sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fazhi_extract.lazy import lazy_pattern

if TYPE_CHECKING:
    from fazhi_extract.model import Metric

_LEFT_OUT = lazy_pattern("[\\s\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\u180e]+")
"""What a quote leaves out of a figure's words: blanks, and characters without any width."""


def shown(metric: Metric) -> str:
    """The words of a figure as its quote has them."""
    return _LEFT_OUT.sub("", metric.text)


def place_in_quote(metric: Metric) -> tuple[int, int] | None:
    """Where a figure stands in its quote, which has lost the line breaks of the text; None where it is not found."""
    return place_of(metric.text, metric.quote, metric.span[0] - metric.sentence[0])


def place_of(text: str, quote: str, distance: int) -> tuple[int, int] | None:
    """The same for a figure's words that begin `distance` characters after their sentence, line breaks counted."""
    words = _LEFT_OUT.sub("", text)
    at = quote.rfind(words, 0, distance + len(words))
    return (at, at + len(words)) if at >= 0 else None


def marked(metric: Metric, marks: str) -> str:
    """The quote with the two `marks` around the figure."""
    place = place_in_quote(metric)
    if place is None:
        return metric.quote
    start, end = place
    return f"{metric.quote[:start]}{marks[0]}{metric.quote[start:end]}{marks[1]}{metric.quote[end:]}"
