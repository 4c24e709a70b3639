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
    Metadata,
    MetadataSpans,
    Note,
    RuleSet,
    Section,
    Source,
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
    "Span",
    "Tool",
    "TurnedDown",
    "failed_report",
    "report_id",
]
