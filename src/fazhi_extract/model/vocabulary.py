"""The closed vocabularies of a report, as ``Literal`` types that models and stages share.

The terms are those of the annotation guide. A word is added here first; models, schema and type checker follow.
"""

from __future__ import annotations

from typing import Literal

MetricKind = Literal["count", "money", "rate", "duration", "measure", "ratio"]
"""What sort of quantity a figure is."""

MentionKind = Literal["number", "count", "rate", "money", "duration", "measure", "ratio", "date"]
"""What sort of expression the finder met, before anything is decided."""

Bound = Literal["exact", "about", "at_least", "over", "at_most", "under"]
"""How words limit a number; ``at_least`` and ``at_most`` include the number itself, ``over`` and ``under`` do not."""

Form = Literal["number", "masked", "stated_none", "in_words"]
"""How a figure is written: as a numeral, blanked out, as a denial (value 0), as a full rate in words (value 100)."""

Role = Literal["actual", "prior", "change", "target", "threshold"]
"""What a figure is in its sentence: a result, an earlier value, a change, a plan or duty, a condition in a rule."""

ScopeKind = Literal["region", "unit", "campaign", "objects", "own", "system"]
"""What part of the issuer's work a figure is about; ``own`` and ``system`` only say whose figure it is."""

Relation = Literal["whole", "changed", "later", "numerator", "denominator"]
"""What the other figure of a link is to this one."""

Doubt = Literal[
    "unit-unusual",
    "indicator-close",
    "subject-far",
    "period-unclear",
    "scope-unclear",
    "check-failed",
    "list-uneven",
]
"""Reasons to look at a figure twice."""

Reader = Literal["text", "html", "mhtml", "docx", "pdf", "office"]
"""What turned the bytes into text; ``office`` is LibreOffice, whose docx was then read."""

BlockKind = Literal["paragraph", "heading", "list-item", "cell", "note", "box"]
"""What a block of a web page or a Word file is; notes are footnotes and endnotes, boxes are text boxes."""

FurnitureKind = Literal["page-number", "header", "footer"]
"""What a page carries beside its text."""

SectionKind = Literal["section", "item"]
"""A numbered (or bare) heading, or one of 一是…二是…."""

Topic = Literal[
    "preamble",
    "achievements",
    "study",
    "leadership",
    "service",
    "rulemaking",
    "decision",
    "enforcement",
    "emergency",
    "dispute",
    "oversight",
    "publicity",
    "digital",
    "problems",
    "plan",
]
"""What a section is about, in the order in which such reports usually run."""

Granularity = Literal["day", "month", "quarter", "year", "other"]
"""The unit in which a date is written."""

TurnedDownReason = Literal[
    "title", "slogan", "ordinal", "marker", "name", "document-number", "phone", "idiom", "page", "other"
]
"""Why a numeral is neither a metric nor a date."""

Severity = Literal["error", "warning", "info"]

Stage = Literal[
    "received",
    "accepted",
    "handled",
    "completed",
    "pending",
    "carried_over",
    "filed",
    "decided",
    "closed",
    "issued",
    "revised",
    "repealed",
    "retained",
    "invalidated",
    "in_force",
    "found",
    "rectified",
    "succeeded",
    "proposed",
    "answered",
]
Result = Literal[
    "upheld",
    "revoked",
    "altered",
    "unlawful",
    "ordered",
    "dismissed",
    "withdrawn",
    "settled",
    "lost",
    "won",
    "corrected",
    "penalised",
    "disclosed",
    "part_disclosed",
    "refused",
    "unavailable",
    "not_processed",
    "excellent",
    "recommended",
]
IssuerType = Literal["government", "department", "subdistrict", "zone", "party", "other"]
"""What sort of body issues a report: a people's government (also of a 镇 or 乡), one of its departments, a 街道办事处, the
committee of a development zone, a body of the party, or another one (court, brigade, centre, company)."""

Level = Literal["national", "provincial", "municipal", "county", "township"]
Channel = Literal[
    "website",
    "weibo",
    "wechat",
    "gazette",
    "press",
    "letter",
    "visit",
    "online",
    "hotline12345",
    "leader_mailbox",
    "petition_system",
    "onsite",
]
Instrument = Literal[
    "warning",
    "criticism",
    "fine",
    "confiscation",
    "licence_suspension",
    "downgrade",
    "restriction",
    "shutdown",
    "revocation",
    "detention",
    "other",
]
Procedure = Literal["general", "summary", "hearing"]
Instance = Literal["first", "second", "retrial"]
