"""The rule files and the language that the options and ``fazhi.toml`` ask for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from fazhi_extract.config import load_config

if TYPE_CHECKING:
    from fazhi_extract.rulebook import Rulebook

Rules = Annotated[list[str] | None, typer.Option("--rules", metavar="FILE", help="help.rules_option")]
ConfigFile = Annotated[str | None, typer.Option("--config", metavar="FILE", help="help.config")]


def rule_files(rules: Sequence[str] | None, config: str | None) -> list[str]:
    """The user's rule files: those of ``--rules``, else those of the configuration.

    Raises :class:`FazhiError` (E12x) for a broken configuration, also where its rules are not needed.
    """
    settings = load_config(config)
    return list(rules) if rules else list(settings.rules)


def checked_rule_files(rules: Sequence[str] | None, config: str | None) -> list[str]:
    """The user's rule files, for whoever loads them elsewhere. Raises :class:`FazhiError` (E12x, E4xx) as that would."""
    chosen_rules(rules, config)
    return rule_files(rules, config)


def chosen_rules(rules: Sequence[str] | None, config: str | None) -> Rulebook | None:
    """The rulebook with the user's files, ``None`` for the package's own alone. Raises :class:`FazhiError` (E12x, E4xx)."""
    files = rule_files(rules, config)
    if not files:
        return None
    from fazhi_extract.rulebook import Rulebook

    return Rulebook.load(files)
