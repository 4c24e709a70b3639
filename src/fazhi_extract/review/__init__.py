"""What a person said of a report's figures, and the report as it is then: confirmed, corrected, added and rejected ones.

The files are keys in the format of the annotation guide, as a review page saves them.
"""

from fazhi_extract.review.files import Correction, CorrectionFiles, read_correction
from fazhi_extract.review.reviewed import FIELDS, Review, Reviewed, apply

__all__ = ["FIELDS", "Correction", "CorrectionFiles", "Review", "Reviewed", "apply", "read_correction"]
