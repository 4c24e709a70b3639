"""Consistency checks: relations between the figures of one report that must hold."""

from fazhi_extract.check.checks import check
from fazhi_extract.check.result import CheckResult

__all__ = ["CheckResult", "check"]
