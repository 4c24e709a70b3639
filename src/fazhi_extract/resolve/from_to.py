"""Earlier values with their newer ones behind them: 由36%降至31%, 清单401项调整为400项, 由58件、64件分别增至62件、71件."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.change_words import NEW_LEVEL, TAIL
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.rulebook.cues import Cues

# 将86项考核指标精简至30项
_TAKEN = lazy_pattern("[将把](?:原有?的?|现有的?|原来的|全[市县区省州]|[省市县区]级)?[^，。；\\d]{0,6}$")
_CUT_DOWN = lazy_pattern(
    "(?:[核压缩削递]减|减少|精简|压缩|整合|归并|合并|优化|缩短|降低|下降|降|扩展|扩充|扩大|调整)(?:至|到|为|成)(?:约|目前的?)?$"
)
_BECAME = lazy_pattern("(?:逐[渐步年])?" + NEW_LEVEL + "(?:约|目前的?|(?:20)?\\d\\d年的?)?$")
_LISTED = lazy_pattern("[、和与及](?:(?:(?:19|20)\\d\\d年|[上去前]年)(?:度|同期)?的?)?")
_MOST_LISTED = 5  # earlier values beside the first
_LONGEST_TURN = 24  # characters between an earlier value and its newer one


def from_several(flow: str, figures: list[Figure], i: int, cues: Cues) -> None:
    """Sets the earlier values of a list that begins with the i-th figure.

    由A、B分别增至C、D: each earlier value has its newer one; 由2020年的A、2021年的B降到C: both have the same one.
    """
    figure = figures[i]
    j = i
    while j + 1 < len(figures) and j - i < _MOST_LISTED and _listed_with(flow, figures[j], figures[j + 1]):
        j += 1
    if j == i or j + 1 >= len(figures) or not cues.from_before.search(flow, figure.clause[0], figure.start):
        return
    newer = figures[j + 1]
    between = flow[figures[j].end : newer.start]
    if newer.sentence != figure.sentence or newer.kind != figure.kind or len(between) > _LONGEST_TURN:
        return
    if not cues.to_between.match(between):
        return
    count = j - i + 1
    last = j + count
    paired = last < len(figures) and all(_listed_with(flow, figures[k], figures[k + 1]) for k in range(j + 1, last))
    for k in range(i, j + 1):
        figures[k].role, figures[k].prior_of = "prior", k + count if paired else j + 1


def _listed_with(flow: str, figure: Figure, following: Figure) -> bool:
    alike = following.sentence == figure.sentence and following.unit == figure.unit and following.start > figure.end
    return alike and _LISTED.fullmatch(flow, figure.end, following.start) is not None


def from_to(flow: str, figures: list[Figure], i: int, cues: Cues) -> None:
    """Sets the i-th figure where it is an earlier value in front of its newer one: 从A提升至B."""
    figure = figures[i]
    if i + 1 >= len(figures):
        return
    later = figures[i + 1]
    if later.start <= figure.end or later.sentence != figure.sentence or later.kind != figure.kind:
        return
    between = flow[figure.end : later.start].lstrip(")）")
    became = len(between) <= 12 and figure.unit == later.unit and _BECAME.match(between.removeprefix("，"))
    tail = flow[figure.clause[0] : figure.start][-TAIL:]
    if became and (cues.rise.search(tail) or cues.fall.search(tail) or tail.endswith(("新增", "压缩", "缩短"))):
        became = None  # 较去年减少20件降至98件
    if not became and (len(between) > 24 or not cues.to_between.match(between)):
        return
    taken = _TAKEN.search(tail) and _CUT_DOWN.search(between)
    if taken or cues.from_before.search(flow, figure.clause[0], figure.start) or (became and between[0] != "，"):
        figure.role = "prior"
        figure.prior_of = i + 1
