"""SourceText -> Outline: headings, sections, items, sentences and clauses."""

from fazhi_extract.split.outline import Node, Outline, Oddity, outline
from fazhi_extract.split.sentences import Sentences

__all__ = ["Node", "Oddity", "Outline", "Sentences", "outline"]
