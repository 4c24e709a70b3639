"""Reading: bytes become a :class:`Document`, or an error that names the fix."""

from fazhi_extract.read.decode import codec_name
from fazhi_extract.read.document import Document, from_text, opened, read_bytes, read_data, read_path, shown_path
from fazhi_extract.read.reading import MAX_PAGES, MAX_SIZE, TIME_LIMIT, Limits
from fazhi_extract.read.results import RESULT_SUFFIXES, parse_results
from fazhi_extract.read.stream import stream_results

__all__ = [
    "MAX_PAGES",
    "MAX_SIZE",
    "RESULT_SUFFIXES",
    "TIME_LIMIT",
    "Document",
    "Limits",
    "codec_name",
    "from_text",
    "opened",
    "parse_results",
    "read_bytes",
    "read_data",
    "read_path",
    "shown_path",
    "stream_results",
]
