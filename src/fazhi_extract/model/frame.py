"""Models of what surrounds the figures: the program, the source, the letterhead, sections, checks and notes."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from fazhi_extract.model.figures import Frozen, Offset, Span
from fazhi_extract.model.vocabulary import (
    BlockKind,
    FurnitureKind,
    IssuerType,
    Level,
    Reader,
    SectionKind,
    Severity,
    Topic,
)

Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class RuleSet(Frozen):
    """A set of rules that took part, so that a result can be made again."""

    name: str = Field(description="builtin, or the rule file's name.", examples=["builtin"])
    sha256: Sha256 = Field(description="Hash of the rules' bytes.")


class Tool(Frozen):
    """What made the report."""

    name: str = Field(description="The program.", examples=["fazhi-extract"])
    version: str = Field(description="Its version.", examples=["0.1.0"])
    rules: tuple[RuleSet, ...] = Field(description="The rules that were loaded, in order.")
    fingerprint: Sha256 | None = Field(
        default=None,
        description="Hash of all that decides this result: the input's bytes and path, the program's version, rules and "
        "options. With --resume, a result with the same fingerprint is not made again. Null for errors and in Python.",
    )


class Failure(Frozen):
    """Why an input gave no report."""

    code: str = Field(description="Stable code of the error.", examples=["E203"])
    message: str = Field(description="What happened, where, and the fix.")


class SourcePage(Frozen):
    """A page of the input. Pages follow each other without gaps, also where a sentence runs on over the turn."""

    number: Annotated[int, Field(ge=1)] = Field(description="Which page of the file, counted from 1.", examples=[3])
    span: Span = Field(description="What of the text stands on it.")


class SourceBlock(Frozen):
    """A paragraph, a table's cell or the like, as the input's markup has it."""

    kind: BlockKind = Field(description="What it is in the markup.", examples=["paragraph"])
    span: Span = Field(description="Its text.")
    table: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="Of a cell: which table of the file, counted from 1."
    )
    row: Annotated[int, Field(ge=1)] | None = Field(default=None, description="Of a cell: its row, counted from 1.")
    column: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="Of a cell: its first column, counted from 1."
    )


class Furniture(Frozen):
    """What pages carry beside the text, and the text therefore leaves out."""

    kind: FurnitureKind = Field(description="Page number, running head or foot.", examples=["page-number"])
    text: str = Field(description="Its words.", examples=["— 3 —"])
    page: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="Which page it stands on; null where the file does not say (docx)."
    )


class Source(Frozen):
    """The input as it was read. Where it could not be, all but the path are null or empty."""

    path: str = Field(description="Path as given; - for standard input.", examples=["reports/health_2021.txt"])
    reader: Reader | None = Field(
        default=None, description="What turned the bytes into text, or null.", examples=["text"]
    )
    media_type: str | None = Field(description="Media type of the input.", examples=["text/plain"])
    encoding: str | None = Field(
        description="Encoding of the bytes: decoding plain text with it gives the text, a web page its markup; "
        "null for formats that have none.",
        examples=["utf-8"],
    )
    sha256: Sha256 | None = Field(description="Hash of the bytes.")
    length: Offset | None = Field(description="Length of the text in code points.", examples=[5694])
    text: str | None = Field(
        default=None,
        description="The text that all spans refer to: plain text unchanged, else what the reader made of the file; "
        "left out with --no-text.",
    )
    pages: tuple[SourcePage, ...] = Field(default=(), description="Where each page stands in the text (pdf).")
    blocks: tuple[SourceBlock, ...] = Field(
        default=(), description="Where paragraphs and cells stand in the text, in its order (html, docx)."
    )
    furniture: tuple[Furniture, ...] = Field(
        default=(), description="Page numbers, running heads and feet, which are no part of the text."
    )


@with_config(ConfigDict(extra="forbid"))
class MetadataSpans(TypedDict, total=False):
    """Where each field of the letterhead was read; a field that was not found, or was inferred, has no key."""

    title: Annotated[Span, Field(description="Place of the title.", examples=[[1, 34]])]
    issuer: Annotated[Span, Field(description="Place of the issuer.", examples=[[3, 13]])]
    addressees: Annotated[tuple[Span, ...], Field(description="Places of the addressees, in their order.")]
    document_number: Annotated[Span, Field(description="Place of the document number.")]
    reporting_year: Annotated[Span, Field(description="Place of the year reported on.")]
    signed_on: Annotated[Span, Field(description="Place of the date of signature.")]
    published_on: Annotated[Span, Field(description="Place of the date of publication.")]
    printed_on: Annotated[Span, Field(description="Place of the date of printing.")]
    published_by: Annotated[Span, Field(description="Place of the publisher's name.")]
    cc: Annotated[tuple[Span, ...], Field(description="Places of those who get a copy, in their order.")]
    disclosure: Annotated[Span, Field(description="Place of the statement on disclosure.")]
    region: Annotated[Span, Field(description="The words of the issuer's name that say where it lies.")]


class Region(Frozen):
    """Where the issuer lies, under the names of the year reported on (行政区划, GB/T 2260)."""

    province: str = Field(description="省, 自治区 or 直辖市.", examples=["江苏省"])
    city: str | None = Field(
        description="地级市, 州, 盟 or 地区; null for a province, and in 直辖市 and counties right below a province.",
        examples=["无锡市"],
    )
    county: str | None = Field(description="县, 县级市, 区 or 旗; null for what is above.", examples=[None, "滨湖区"])
    code: Annotated[str, Field(pattern="^[0-9]{6}$")] = Field(
        description="GB/T 2260 code of the smallest of the three.", examples=["320200"]
    )


class Given(Frozen):
    """What the user's own list says of the report. It goes before what the text says; null where the list is silent."""

    issuer: str | None = Field(default=None, description="发文机关.", examples=["无锡市卫生健康委员会"])
    reporting_year: Annotated[int, Field(ge=1900, le=2999)] | None = Field(
        default=None, description="The year reported on.", examples=[2021]
    )
    title: str | None = Field(default=None, description="The title.")
    region: str | None = Field(
        default=None, description="The region in the words of the list.", examples=["江苏省无锡市"]
    )
    url: str | None = Field(default=None, description="Where the report was taken from.")
    retrieved_on: datetime.date | None = Field(
        default=None, description="When it was taken from there.", examples=["2024-03-01"]
    )


class Metadata(Frozen):
    """Letterhead, title, signature, imprint and web page header. Null or empty where the report does not say."""

    title: str | None = Field(
        default=None,
        description="The whole title, joined where it is broken over lines.",
        examples=["关于2021年度法治政府建设工作情况的报告"],
    )
    issuer: str | None = Field(
        default=None, description="发文机关: the full name as written in the report.", examples=["无锡市卫生健康委员会"]
    )
    addressees: tuple[str, ...] = Field(default=(), description="主送: to whom the report is addressed.")
    document_number: str | None = Field(default=None, description="发文字号.", examples=["嘉卫〔2021〕11号"])
    reporting_year: Annotated[int, Field(ge=1900, le=2999)] | None = Field(
        default=None, description="The year reported on, not that of publication.", examples=[2021]
    )
    signed_on: datetime.date | None = Field(default=None, description="成文日期.", examples=["2022-01-10"])
    published_on: datetime.date | None = Field(default=None, description="发布时间 of a web page.")
    printed_on: datetime.date | None = Field(default=None, description="印发日期 of the imprint.")
    published_by: str | None = Field(default=None, description="来源 of a web page.")
    cc: tuple[str, ...] = Field(default=(), description="抄送: who gets a copy.")
    disclosure: str | None = Field(default=None, description="The statement on disclosure.", examples=["此件公开发布"])
    region: Region | None = Field(
        default=None,
        description="Where the issuer lies; null where its name leaves that open, has several places or none in the table.",
    )
    issuer_level: Level | None = Field(
        default=None,
        description="Level of government of the issuer; null where unclear, and for development zones.",
        examples=["municipal"],
    )
    issuer_type: IssuerType | None = Field(
        default=None, description="What sort of body the issuer is.", examples=["department"]
    )
    issuer_key: str | None = Field(
        default=None,
        description="Key that a body keeps when it, or its place, is renamed: code of the place today, then the body. "
        "Bodies that were merged later share one. Null where the place is not known for certain.",
        examples=["320200/卫生健康"],
    )
    spans: MetadataSpans = Field(
        default_factory=MetadataSpans, description="Where each field was read; lists have a list of spans."
    )
    given: Given | None = Field(
        default=None,
        description="What a list given by the user says (--list, or the columns beside --text); null where there was "
        "none. Issuer, year and title above are then these, and have no span.",
    )


class Section(Frozen):
    """A heading with all below it, or an item such as 一是…."""

    id: str = Field(
        description="Place in the tree, by position and not by marker: s3, s3.2; items s3.2.i1.", examples=["s3.2"]
    )
    parent: str | None = Field(description="Id of the section that holds it, or null.", examples=["s3"])
    kind: SectionKind = Field(description="A heading's section, or an item.", examples=["section"])
    level: Annotated[int, Field(ge=1)] = Field(
        description="Depth among the levels that the report uses; an item is one below its section.", examples=[2]
    )
    marker: str | None = Field(description="The list marker as written; null for a bare heading.", examples=["（二）"])
    title: str | None = Field(description="The heading without its marker; null for items.", examples=["强化执法监督"])
    topic: Topic | None = Field(description="What it is about, or null.", examples=["enforcement"])
    span: Span = Field(description="From its marker to the next heading of the same or a higher level.")
    heading: Span | None = Field(description="Marker and title; null where there is no heading.")
    text: str = Field(description="Its own words without heading and children, line wraps removed.")


class Check(Frozen):
    """An arithmetic relation between figures that was tested."""

    rule: str = Field(description="The check's name.", examples=["rate-of-parts"])
    agrees: bool = Field(description="Whether the figures fit together.", examples=[True])
    severity: Severity = Field(description="How much a disagreement weighs.", examples=["error"])
    metrics: tuple[str, ...] = Field(description="Ids of the figures used.", examples=[["m62", "m64", "m65"]])
    message: str = Field(description="The calculation, for people.", examples=["13 ÷ 14 = 92.86%"])


class Note(Frozen):
    """Something odd about the reading of this report."""

    code: str = Field(description="Stable code of the note.", examples=["N101"])
    severity: Severity = Field(description="How much it weighs.", examples=["info"])
    message: str = Field(description="The sentence for people.")
    span: Span | None = Field(description="The place concerned, or null for the whole.")
