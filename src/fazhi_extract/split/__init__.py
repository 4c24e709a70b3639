"""SourceText -> Outline: headings, sections, items, sentences and clauses."""

from fazhi_extract.split.outline import outline

__all__ = ["outline"]
