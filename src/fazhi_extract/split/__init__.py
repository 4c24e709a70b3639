"""SourceText -> Outline: headings, sections, items, sentences and clauses; tables."""

from fazhi_extract.split.outline import outline
from fazhi_extract.split.tables import tables

__all__ = ["outline", "tables"]
