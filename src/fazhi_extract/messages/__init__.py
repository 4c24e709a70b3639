"""Everything that people read, in Chinese and English: errors, notes, help, heads of tables.

An entry is ``key: (Chinese, English)``; ``{named}`` fields are filled in by :func:`message`.
Errors say what happened, where, and what to do about it. Keys of errors and notes are their stable codes.
Each module of the package holds the words of one speaker, and every table of them is part of :data:`MESSAGES`.
"""

from __future__ import annotations

from fazhi_extract.messages import batch, compare, errors, help, limits, reading, region, report, rules, table, why

LANGUAGES = ("zh", "en")

MESSAGES: dict[str, tuple[str, str]] = {
    **errors.USAGE_ERRORS,
    **errors.CONFIG_ERRORS,
    **errors.READING_ERRORS,
    **reading.ERRORS,
    **errors.WRITING_ERRORS,
    **errors.RULE_ERRORS,
    **errors.REPORT_FILE_ERRORS,
    **errors.INTERNAL_ERRORS,
    **compare.COMPARE_ERRORS,
    **compare.COMPARE,
    **report.NOTES,
    **region.NOTES,
    **reading.NOTES,
    **limits.NOTES,
    **report.CHECKS,
    **rules.RULES,
    **rules.INDICATORS,
    **why.WHY,
    **table.ERRORS,
    **table.NOTES,
    **table.WORDS,
    **table.ATTRIBUTES,
    **table.TABLES,
    **table.COLUMNS,
    **table.HELP,
    **help.HELP,
    **reading.HELP,
    **help.HEADS,
    **batch.ERRORS,
    **batch.NOTES,
    **batch.WORDS,
    **batch.HELP,
}


def message(key: str, /, lang: str = "zh", **params: object) -> str:
    """The entry ``key`` in ``lang`` (``"zh"`` or ``"en"``) with its fields filled in.

    Raises ``KeyError`` for an unknown key or a missing field, and ``ValueError`` for an unknown language.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"no messages in {lang!r}, only in {', '.join(LANGUAGES)}")
    return MESSAGES[key][LANGUAGES.index(lang)].format(**params)
