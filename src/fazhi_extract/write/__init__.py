"""Writing: reports become JSON, in files that are whole or not there at all."""

from fazhi_extract.write.files import remove_drafts, write_whole
from fazhi_extract.write.json_text import to_json, with_notes

__all__ = ["remove_drafts", "to_json", "with_notes", "write_whole"]
