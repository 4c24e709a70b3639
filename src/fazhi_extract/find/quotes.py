"""Short quotations: “双随机、一公开”. Numerals in them are names and slogans, no figures."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern

_QUOTE = lazy_pattern(
    "“(?P<a>[^“”。！？\n]{1,30})[”“]|‘(?P<b>[^‘’。！？\n]{1,20})’|「(?P<c>[^「」。\n]{1,20})」|『(?P<d>[^『』。\n]{1,20})』"
    '|"(?P<e>[^"。！？\n]{1,30})"|【(?P<f>[^【】。\n]{1,20})】'
)
_LONGEST_SLOGAN = 22


def quotes(flow: str) -> list[tuple[int, int]]:
    """Flow spans of what stands inside short quotation marks, in order; a wrong closing mark counts as one."""
    spans = []
    for m in _QUOTE.finditer(flow):
        start, end = m.span(m.lastgroup or 0)
        if end - start <= _LONGEST_SLOGAN:
            spans.append((start, end))
    return spans
