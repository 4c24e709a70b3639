"""Models of what stands in the text: metrics, dates, citations, and what was turned down."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, with_config
from typing_extensions import TypedDict

from fazhi_extract.model.vocabulary import (
    Bound,
    Channel,
    Doubt,
    Form,
    Granularity,
    Instance,
    Instrument,
    Level,
    MetricKind,
    Procedure,
    Relation,
    Result,
    Role,
    ScopeKind,
    Stage,
    TurnedDownReason,
)

Offset = Annotated[int, Field(ge=0)]
Span = tuple[Offset, Offset]
"""A half-open ``[start, end)`` range of Unicode code points in ``source.text``."""

Number = Annotated[int, Field(strict=True)] | Annotated[float, Field(strict=True, allow_inf_nan=False)]
"""A finite number; an ``int`` where the digits are whole, so that JSON says 110050 and not 110050.0."""


class Frozen(BaseModel):
    """What all models have in common: they do not change, and a field that nobody knows is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Period(Frozen):
    """The days that a figure covers, both ends included."""

    start: datetime.date | None = Field(
        description="First day, or null where only the end is known.", examples=["2021-01-01"]
    )
    end: datetime.date | None = Field(
        description="Last day, or null where only the start is known.", examples=["2021-12-31"]
    )
    stated: bool = Field(
        description="Whether a date in the figure's sentence says so; otherwise it is the reporting year by default.",
        examples=[True],
    )


class Link(Frozen):
    """How a figure stands to another one of the same report."""

    relation: Relation = Field(description="What the other figure is to this one.", examples=["changed"])
    metric: str = Field(description="Id of the other figure.", examples=["m27"])


@with_config(ConfigDict(extra="forbid"))
class Attributes(TypedDict, total=False):
    """What distinguishes figures of one indicator. Keys are left out where the text does not say."""

    stage: Annotated[Stage, Field(description="How far the matter has come.", examples=["decided"])]
    result: Annotated[Result, Field(description="How the matter ended.", examples=["upheld"])]
    level: Annotated[Level, Field(description="Level of government concerned.", examples=["provincial"])]
    instrument: Annotated[Instrument, Field(description="Kind of penalty.", examples=["fine"])]
    instance: Annotated[Instance, Field(description="Instance of a lawsuit.", examples=["first"])]
    procedure: Annotated[Procedure, Field(description="Kind of procedure.", examples=["summary"])]
    channel: Annotated[Channel, Field(description="Way by which something came in or went out.", examples=["website"])]
    joint: Annotated[
        Literal[True], Field(description="Present where several departments acted together.", examples=[True])
    ]
    variety: Annotated[
        str, Field(description="One of the indicator's own list of varieties.", examples=["health_supervision"])
    ]
    item: Annotated[
        str,
        Field(description="The matter, law, device or list, in words of the text.", examples=["执法记录仪"]),
    ]
    actor: Annotated[
        str, Field(description="Who acted, if not the issuer, in words of the text.", examples=["法律顾问"])
    ]


class Metric(Frozen):
    """One figure of the report, with its meaning and its place."""

    id: str = Field(
        description="m1, m2 … in document order.", examples=["m27"], json_schema_extra={"pattern": "^m[1-9][0-9]*$"}
    )
    text: str = Field(description="The words at the span, unchanged.", examples=["743件"])
    span: Span = Field(description="Where the figure stands in source.text.", examples=[[2250, 2254]])
    kind: MetricKind = Field(description="What sort of quantity it is.", examples=["count"])
    value: Number | None = Field(
        description="The number with 万, 亿 and the like multiplied out, money in yuan, a percentage as its number; "
        "a range's lower end; null where it is masked.",
        examples=[743, 30.57],
    )
    value_to: Number | None = Field(description="The upper end of a range, else null.", examples=[None, 5])
    unit: str | None = Field(
        description="The measure word as written, 元 for money, % or 百分点 for rates, null without one.",
        examples=["件"],
    )
    bound: Bound = Field(description="How the words limit the number.", examples=["exact"])
    form: Form = Field(description="How the figure is written.", examples=["number"])
    role: Role = Field(description="What the figure is in its sentence.", examples=["actual"])
    label: str | None = Field(description="Words of the text that say what is counted.", examples=["处罚数"])
    indicator: str | None = Field(
        description="Code of what is measured, or null where none fits.", examples=["penalty.cases"]
    )
    attributes: Attributes = Field(
        description="What distinguishes it from other figures of the indicator.", examples=[{"stage": "decided"}]
    )
    scope: str | None = Field(
        description="The part that it is about, in words of the text; null for the whole.", examples=[None, "南湖区"]
    )
    scope_kind: ScopeKind | None = Field(description="What that part is.", examples=["system"])
    period: Period | None = Field(description="The days that it covers; null when unknown.")
    headline: bool = Field(
        description="Whether this is the figure to tabulate for its indicator and attributes.", examples=[True]
    )
    section: str | None = Field(
        description="Id of the section or item that holds it; null before the first heading.", examples=["s3.2"]
    )
    sentence: Span = Field(description="Where its sentence stands in source.text.", examples=[[2201, 2282]])
    quote: str = Field(description="Its sentence, line wraps removed.", examples=["全年办理行政处罚案件743件。"])
    links: tuple[Link, ...] = Field(description="How it stands to other figures.")
    candidates: tuple[str, ...] = Field(description="Codes of other indicators that fitted nearly as well.")
    doubts: tuple[Doubt, ...] = Field(description="Reasons to look twice.")
    rule: str | None = Field(description="The rule that bound it, or null.", examples=["penalty.cases#3"])


class DateMention(Frozen):
    """A calendar expression of the text."""

    id: str = Field(
        description="d1, d2 … in document order.", examples=["d4"], json_schema_extra={"pattern": "^d[1-9][0-9]*$"}
    )
    text: str = Field(description="The words at the span, unchanged.", examples=["12月4日-8日"])
    span: Span = Field(description="Where it stands in source.text.", examples=[[490, 498]])
    start: datetime.date | None = Field(
        description="First day; null where it is masked or left open.", examples=["2020-12-04"]
    )
    end: datetime.date | None = Field(
        description="Last day, included; null where it is masked or left open.", examples=["2020-12-08"]
    )
    granularity: Granularity = Field(description="The unit in which it is written.", examples=["day"])
    year_inferred: bool = Field(
        description="Whether the year is not written and was taken from the context.", examples=[True]
    )
    masked: bool = Field(description="Whether digits of it are blanked out.", examples=[False])
    section: str | None = Field(description="Id of the section or item that holds it, or null.", examples=["s1.1"])


class Citation(Frozen):
    """A document named in 《》."""

    title: str = Field(description="The words inside the marks, line wraps removed.", examples=["法治政府建设实施纲要"])
    document_number: str | None = Field(
        description="Its document number, where it stands beside it.", examples=["国办发〔2018〕118号"]
    )
    span: Span = Field(description="Where the title stands in source.text, without its marks.", examples=[[108, 128]])
    section: str | None = Field(description="Id of the section or item that holds it, or null.", examples=[None])


class TurnedDown(Frozen):
    """A numeral that is neither a metric nor a date, with why."""

    text: str = Field(description="The words at the span, unchanged.", examples=["三项"])
    span: Span = Field(description="Where it stands in source.text.", examples=[[2077, 2079]])
    reason: TurnedDownReason = Field(description="Why it is no figure.", examples=["slogan"])
