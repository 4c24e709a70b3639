"""Writing: reports become JSON, in files that are whole or not there at all."""

from fazhi_extract.write.files import write_whole
from fazhi_extract.write.json_text import to_json

__all__ = ["to_json", "write_whole"]
