"""Everything that people read, in Chinese and English: errors, notes, help, heads of tables.

An entry is ``key: (Chinese, English)``; ``{named}`` fields are filled in by :func:`message`.
Errors say what happened, where, and what to do about it. Keys of errors and notes are their stable codes.
Each module of the package holds the words of one speaker, and every table of them is part of :data:`MESSAGES`.
"""

from __future__ import annotations

from fazhi_extract.messages import (
    attributes,
    batch,
    columns,
    compare,
    errors,
    help,
    limits,
    page,
    reading,
    region,
    release,
    report,
    review,
    rules,
    score,
    site,
    table,
    tables,
    verify,
    why,
)

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
    **verify.VERIFY_ERRORS,
    **verify.NOTES,
    **verify.VERIFY,
    **report.NOTES,
    **region.NOTES,
    **tables.NOTES,
    **reading.NOTES,
    **limits.NOTES,
    **report.CHECKS,
    **rules.RULES,
    **rules.INDICATORS,
    **why.WHY,
    **table.ERRORS,
    **table.NOTES,
    **table.WORDS,
    **attributes.ATTRIBUTES,
    **columns.TABLES,
    **columns.COLUMNS,
    **table.HELP,
    **help.HELP,
    **reading.HELP,
    **help.HEADS,
    **page.ERRORS,
    **page.HELP,
    **page.SHOW,
    **page.DOMAINS,
    **page.PAGE,
    **site.ERRORS,
    **site.WORDS,
    **batch.ERRORS,
    **release.ERRORS,
    **batch.NOTES,
    **batch.WORDS,
    **batch.HELP,
    **review.ERRORS,
    **review.NOTES,
    **review.WORDS,
    **review.COLUMNS,
    **review.HELP,
    **score.ERRORS,
    **score.NOTES,
    **score.WORDS,
    **score.COLUMNS,
    **score.HELP,
    **release.HELP,
    **release.WORDS,
}


def message(key: str, /, lang: str = "zh", **params: object) -> str:
    """The entry ``key`` in ``lang`` (``"zh"`` or ``"en"``) with its fields filled in.

    Raises ``KeyError`` for an unknown key or a missing field, and ``ValueError`` for an unknown language.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"no messages in {lang!r}, only in {', '.join(LANGUAGES)}")
    return MESSAGES[key][LANGUAGES.index(lang)].format(**params)
