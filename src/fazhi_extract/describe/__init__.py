"""Text and outline -> metadata: title, issuer, addressees, numbers and dates of a document."""

from fazhi_extract.describe.described import Described
from fazhi_extract.describe.given import put_given
from fazhi_extract.describe.kind import is_report
from fazhi_extract.describe.metadata import describe

__all__ = ["Described", "describe", "is_report", "put_given"]
