"""The figure that the resolving steps work on, from a quantity or an absence to a metric."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from fazhi_extract.model.vocabulary import Bound, Form, MetricKind, Role, ScopeKind

BARE = "bare"  # the family of a count that stands without a measure word at the end of its words: 行政处罚30，


@dataclass(slots=True)
class Figure:
    """One figure. Positions are flow positions; `left` is where the numeral or the denied thing begins."""

    start: int
    end: int
    kind: MetricKind
    value: Decimal | None
    value_to: Decimal | None
    unit: str | None
    bound: Bound
    form: Form
    label: str
    left: int
    right: int
    sentence: tuple[int, int]
    clause: tuple[int, int]
    family: str = ""
    decimals: int = 0
    role: Role = "actual"
    indicator: str | None = None
    attributes: dict[str, str | bool] = field(default_factory=dict)
    scope: str | None = None
    scope_kind: ScopeKind | None = None
    rule: str | None = None
    links: list[tuple[str, int]] = field(default_factory=list)
    candidates: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    why: list[tuple[str, str]] = field(default_factory=list)  # ("word" or the attribute, words of the text)
    lender: Figure | None = None  # whose indicator it has, where its own words name none
    about: tuple[int, int] | None = None  # of a denial: what is denied
    number_first: bool = False  # all words of its phrasing stand behind it
    growth: bool = False  # a growth or a fall, also a planned one
    prior_of: int | None = None  # index of the newer value
    base: int | None = None  # index of the figure that a 分别 refers it to
    separate: bool = False  # a member of a list with 分别
    partial: bool = False  # none to tabulate: a part of several together, a share alone, a total over years
    joint: bool = False  # one number for acts of several kinds: the figure of none of them
    named: tuple[int, int] | None = None  # its own name, if it shares its number with another figure
