"""Web archives (.mht, .mhtml; RFC 2557): the page among the parts that a browser or Word saved together."""

from __future__ import annotations

import email
import email.policy
from email.message import Message

from fazhi_extract.errors import FazhiError
from fazhi_extract.read.html import decode_markup, lay_out
from fazhi_extract.read.reading import Limits, Reading


def read(data: bytes, path: str, encoding: str | None, limits: Limits) -> Reading:
    """The article of the archive's first page. Raises :class:`FazhiError`, E221 where it holds none."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        markup = page.get_payload(decode=True) if page is not None else None
    except (RecursionError, ValueError, LookupError) as error:
        raise FazhiError("E221", path=path, format="MHTML") from error
    if page is None or not isinstance(markup, bytes) or not markup.strip():
        raise FazhiError("E221", path=path, format="MHTML")
    text, codec = decode_markup(markup, path, encoding, _charset(page))
    return lay_out(text, path, "mhtml", codec)


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (ValueError, LookupError):
        return None
