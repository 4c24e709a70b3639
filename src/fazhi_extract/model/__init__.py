"""What the program promises: the models of a report and their closed vocabularies."""

from fazhi_extract.model.figures import (
    Attributes,
    Citation,
    DateMention,
    Link,
    Metric,
    Period,
    Span,
    TurnedDown,
)
from fazhi_extract.model.frame import (
    Check,
    Failure,
    Furniture,
    Metadata,
    MetadataSpans,
    Note,
    RuleSet,
    Section,
    Source,
    SourceBlock,
    SourcePage,
    Tool,
)
from fazhi_extract.model.report import SCHEMA_VERSION, Report, failed_report, report_id

__all__ = [
    "SCHEMA_VERSION",
    "Attributes",
    "Check",
    "Citation",
    "DateMention",
    "Failure",
    "Furniture",
    "Link",
    "Metadata",
    "MetadataSpans",
    "Metric",
    "Note",
    "Period",
    "Report",
    "RuleSet",
    "Section",
    "Source",
    "SourceBlock",
    "SourcePage",
    "Span",
    "Tool",
    "TurnedDown",
    "failed_report",
    "report_id",
]
