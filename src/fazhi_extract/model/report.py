"""The report as a whole: what ``fazhi extract`` prints, field by field, and the promises between the fields."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from fazhi_extract.model.figures import Citation, DateMention, Frozen, Metric, TurnedDown
from fazhi_extract.model.frame import Check, Failure, Metadata, Note, Section, Source, Tool
from fazhi_extract.model.promises import (
    check_dates,
    check_failure,
    check_metrics,
    check_other_places,
    check_sections,
    check_source,
)

SCHEMA_VERSION = "1.0"
"""Version of the contract. Minor versions add fields; a major one changes what a field means."""


def report_id(sha256: str) -> str:
    """The key of a report in every table: the first 16 digits of the SHA-256 of its bytes."""
    return sha256[:16]


class Report(Frozen):
    """Everything that was read from one report.

    Building one proves the promises of the contract: every text is the slice of ``source.text`` at its span (where the
    text was not left out), ids are unique and count up in document order, references resolve, sections nest and do
    not cross, dates run forward, a masked value is null. A breach raises :class:`pydantic.ValidationError`.
    """

    schema_version: Annotated[str, Field(pattern=r"^1\.\d+$")] = Field(
        default=SCHEMA_VERSION, description="Version of the contract that this report follows.", examples=["1.0"]
    )
    tool: Tool = Field(description="The program and the rules that made the report.")
    report_id: str | None = Field(
        description="Key of the report in every table, from the hash of its bytes; null where they could not be read.",
        examples=["9f2c41d0a7b3e856"],
    )
    error: Failure | None = Field(
        default=None,
        description="Null, or why there is no report: then all lists are empty and what is unknown is null.",
    )
    source: Source = Field(description="The input as it was read.")
    metadata: Metadata = Field(description="Letterhead, title, signature, imprint and web page header.")
    sections: tuple[Section, ...] = Field(description="In document order; the tree is in parent.")
    metrics: tuple[Metric, ...] = Field(description="Every figure, in document order.")
    dates: tuple[DateMention, ...] = Field(description="Every calendar expression, in document order.")
    citations: tuple[Citation, ...] = Field(description="What stands in 《》, in document order.")
    turned_down: tuple[TurnedDown, ...] = Field(
        description="Numerals that are neither metric nor date, in document order."
    )
    checks: tuple[Check, ...] = Field(description="Arithmetic relations that were tested.")
    notes: tuple[Note, ...] = Field(description="Everything odd about the reading.")

    @model_validator(mode="after")
    def _keeps_its_promises(self) -> Self:
        check_failure(self)
        check_source(self)
        check_sections(self)
        check_metrics(self)
        check_dates(self)
        check_other_places(self)
        return self


def failed_report(*, path: str, code: str, message: str, tool: Tool, sha256: str | None = None) -> Report:
    """The report of an input that could not be read, so that one reader serves every line of a batch.

    ``sha256`` is that of the bytes where these could be had.
    """
    return Report(
        tool=tool,
        report_id=report_id(sha256) if sha256 else None,
        error=Failure(code=code, message=message),
        source=Source(path=path, media_type=None, encoding=None, sha256=sha256, length=None),
        metadata=Metadata(),
        sections=(),
        metrics=(),
        dates=(),
        citations=(),
        turned_down=(),
        checks=(),
        notes=(),
    )
