"""Loads, validates and compiles the rules; checks their examples."""

from fazhi_extract.rulebook.rulebook import Rulebook

__all__ = ["Rulebook"]
