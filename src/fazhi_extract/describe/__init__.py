"""Text and outline -> metadata: title, issuer, addressees, numbers and dates of a document."""

from fazhi_extract.describe.metadata import Described, describe

__all__ = ["Described", "describe"]
