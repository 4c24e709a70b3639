"""Problems that a supervision of departments found are fed back to them; no check of parties found them."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Match, Matcher
from fazhi_extract.resolve.neighbours import preceding, same_unit
from fazhi_extract.resolve.place import Place, words_behind
from fazhi_extract.resolve.plain import Plain

_CODE = "oversight.rectified_items"
_OF_CHECKS = "inspection.problem_items"
_SUPERVISION = ("leadership.supervision_sessions", "enforcement.supervision_sessions", "enforcement.reviewed_files")
_MOST_ROUNDS = 20  # of supervision in a year
_OF_PARTIES = lazy_pattern("隐患|违法|违章|风险|企业|单位|场所|商户|店|学校")


def fed_back(plain: Plain, matcher: Matcher, figures: list[Figure], i: int, place: Place, best: Match) -> bool:
    """执法督察2轮，发现问题31个，已整改28个，3个正在整改: gives a figure that reads like a check's what the sentence is about.

    Whether it did: the figure in front is a round of supervision or what it fed back, and no words beside name parties.
    """
    if best.phrasing.code != _OF_CHECKS or _CODE not in matcher.book.indicators:
        return False
    figure = figures[i]
    own, behind = plain.text[place.left : place.start], words_behind(plain.text, place)
    earlier = preceding(figures, i, lambda f: f.indicator is not None and f.role == "actual")
    if earlier is None or _OF_PARTIES.search(own + behind):
        return False
    if earlier.indicator == "enforcement.supervision_sessions" and (earlier.value or 0) > _MOST_ROUNDS:
        return False  # 开展食品安全监督检查120次，发现问题45个: of parties
    if earlier.indicator not in _SUPERVISION and not (earlier.indicator == _CODE and same_unit(figure, earlier)):
        return False
    figure.indicator, figure.rule = _CODE, earlier.rule if earlier.indicator == _CODE else best.phrasing.rule
    figure.attributes = read_attributes(matcher.indicator(_CODE), None, own, behind, "", figure.why)
    return True
