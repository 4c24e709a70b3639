"""The marks of Markdown in a text that was pasted from it: hashes in front of headings, asterisks around words.

`**` also blanks out digits and names (罚款**元, 张**诉李**): a pair is emphasis only where neither mark can stand for a
number, so what stands between must look like figures or words of its own.
"""

from __future__ import annotations

import re

from fazhi_extract.lazy import lazy_pattern

# ### 二、强化执法, ##（一）监督: hashes, then a blank or a list marker; #法治建设# is a tag
_HASHES = lazy_pattern(
    r"^[ \u3000]{0,3}(?P<open>#{1,6})(?=[ \t\u3000]{1,4}[^\s#]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]|第[一二三])",
    re.M,
)
_PAIR = lazy_pattern(r"(?<!\*)(?P<open>\*{2,3})(?P<words>[^*\s][^*\n]{0,118})(?P<close>(?P=open))(?!\*)")
_HAN = "一二三四五六七八九十百千两"
# **12**件, **3.5万元**, **十二**件: nobody blanks out what stands beside digits that are left
_FIGURE = lazy_pattern(
    rf"[约近超逾达共]{{0,2}}[0-9][0-9,.]{{0,14}}[^，。；：、0-9]{{0,8}}|[{_HAN}]{{1,6}}[^，。；：、]{{0,2}}"
)
_FIGURE_END = frozenset("0123456789万亿%余多" + _HAN)
_MARKER = lazy_pattern(
    rf"[{_HAN}]{{1,3}}、|\([{_HAN}\d]{{1,3}}\)|第[{_HAN}]{{1,3}}[部章]|[{_HAN}]是|\d{{1,2}}[.、](?!\d)"
)
# What goes on with a blanked number or name: 立案**件, 占**%, **余次, **平方米, **市, **村
_GOES_ON = frozenset(
    "件起宗例次场期人名家户个份条项部册套台万千亿元%‰余多年月日号位批间处所栋辆艘亩平公吨米斤小天周分秒岁届类种篇本张块只"
    "省市县区州旗盟镇乡村街路道社组局厅站队某"
)
_APART_BEFORE = frozenset("。；：，、！？(|>“")
_APART_BEHIND = frozenset("，。；：、！？)|”")
_OPENS = lazy_pattern("[\u4e00-\u9fffA-Za-z(《“]")
_FEWEST = 3  # characters of emphasized words: ，**诉李**， is a name


def markdown(folded: str) -> tuple[list[tuple[int, int]], frozenset[int]]:
    """The spans of the marks in a folded text, in order, and where the lines begin that are headings."""
    hashes = list(_HASHES.finditer(folded)) if "#" in folded else []
    heads = frozenset(m.start() for m in hashes)
    found = [m.span("open") for m in hashes]
    if "**" not in folded:
        return found, heads
    at = 0
    while pair := _PAIR.search(folded, at):
        if _emphasis(folded, pair):
            found += [pair.span("open"), pair.span("close")]
            at = pair.end()
        else:
            at = pair.end("open")  # its second mark may open a pair
    return sorted(found), heads


def _emphasis(folded: str, pair: re.Match[str]) -> bool:
    """Whether a pair of marks stands around words that it sets off."""
    words = pair["words"]
    before, after = folded[max(0, pair.start() - 1) : pair.start()], folded[pair.end() : pair.end() + 1]
    if words[0] in _GOES_ON or words[-1].isspace() or (before.isascii() and before.isalnum()):
        return False
    goes_on = after != "" and after in _GOES_ON
    if _FIGURE.fullmatch(words):
        return words[-1] in _FIGURE_END if goes_on else not (after.isascii() and after.isalnum())
    if (words[-1] in "。：" and len(words) >= _FEWEST) or (_MARKER.match(words) and not goes_on):
        return True
    begins = not before or before.isspace() or before in _APART_BEFORE
    ends = not after or after.isspace() or after.isdecimal() or after in _APART_BEHIND
    return begins and ends and len(words) >= _FEWEST and _OPENS.match(words) is not None and words[-1] not in "，、"
