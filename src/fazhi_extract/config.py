"""fazhi.toml: the user's own settings for a folder of reports.

``rules`` is a list of rule files, ``lang`` the language of messages. What the command line says comes first.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass

from fazhi_extract.errors import FazhiError, Said
from fazhi_extract.messages import LANGUAGES
from fazhi_extract.source_lines import Place, broken_line

NAME = "fazhi.toml"
_FIELDS = ("rules", "lang")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in force. Paths are seen from where the program runs."""

    rules: tuple[str, ...] = ()
    lang: str | None = None


def load_config(path: str | None = None) -> Config:
    """Reads the settings of `path`, or of fazhi.toml in the working directory where there is one.

    Paths in it are meant from its own folder. Raises FazhiError (E12x) that names file, line and fix.
    """
    if path is None:
        if not os.path.exists(NAME):
            return Config()
        path = NAME
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except OSError as error:
        raise FazhiError("E121", path=path, reason=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise FazhiError("E121", path=path, reason=error.reason) from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, reason = broken_line(str(error), text)
        raise FazhiError("E122", path=path, line=line, reason=reason) from error
    place = Place(path, text)
    for key in table:
        if key not in _FIELDS:
            line = place.line(f"{key}=", f"[{key}", key)
            raise FazhiError("E123", path=path, line=line, field=key, allowed=", ".join(_FIELDS))
    rules, lang = table.get("rules", []), table.get("lang")
    if not isinstance(rules, list) or not all(isinstance(rule, str) and rule for rule in rules):
        raise FazhiError("E124", path=path, line=place.line("rules="), field="rules", kind=Said("kind.files"))
    if lang is not None and lang not in LANGUAGES:
        raise FazhiError("E124", path=path, line=place.line("lang="), field="lang", kind=Said("kind.lang"))
    folder = os.path.dirname(path)
    return Config(tuple(os.path.join(folder, rule) for rule in rules), lang)
