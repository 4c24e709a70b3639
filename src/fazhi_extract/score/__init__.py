"""How right extractions are: against answer keys in the format of the annotation guide, and by samples that a person judged."""

from fazhi_extract.score.keys import Key, load_key
from fazhi_extract.score.report import compare
from fazhi_extract.score.tally import Disagreement, Rate, Share, Tally

__all__ = ["Disagreement", "Key", "Rate", "Share", "Tally", "compare", "load_key"]
