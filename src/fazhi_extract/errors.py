"""The one exception of the package: a coded error whose text stands in the message catalogue.

Codes go by what went wrong, and by the exit status that the command line gives for them:

- ``E1xx`` wrong usage or configuration (2),
- ``E2xx`` an input could not be read (1),
- ``E3xx`` an output could not be written (1),
- ``E4xx`` a rule file is wrong (2),
- ``E5xx`` a file of reports (JSON) could not be read (1),
- ``E9xx`` a fault of the program itself (1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fazhi_extract.messages import message

USAGE_CODES = ("E1", "E4")


@dataclass(frozen=True, slots=True)
class Said:
    """A part of a message that the catalogue holds itself; it is said in the language of the whole."""

    key: str
    params: Mapping[str, object] = field(default_factory=dict)


class FazhiError(Exception):
    """A failure that a person can mend: what happened, where, and what to do.

    ``code`` is stable (``"E203"``) and meant for programs; ``params`` are the fields of the message
    (``path``, ``reason`` …); :meth:`message` is the sentence for people.
    """

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def message(self, lang: str = "zh") -> str:
        """The sentence in ``lang`` (``"zh"`` or ``"en"``): what happened, where, and the fix."""
        said = {
            name: message(value.key, lang, **value.params) if isinstance(value, Said) else value
            for name, value in self.params.items()
        }
        return message(self.code, lang, **said)

    @property
    def is_usage(self) -> bool:
        """Whether the caller's command, configuration or rule file is wrong, so that nothing was processed."""
        return self.code.startswith(USAGE_CODES)

    def __str__(self) -> str:
        return f"{self.code} {self.message()}"

    def __reduce__(self) -> tuple[object, ...]:
        # Errors travel between processes, and pickle knows nothing of keyword arguments.
        return _rebuild, (self.code, self.params)


def _rebuild(code: str, params: dict[str, object]) -> FazhiError:
    return FazhiError(code, **params)
