"""What the figures in front of one say against a reading of its own words, or for one that they leave open."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Match
from fazhi_extract.resolve.neighbours import SHARE, lend, preceding, preceding_index
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.places import Places
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.resolve.running import OF_ACTS, names_act

_NEXT_CHANNEL = lazy_pattern("[、和](?:群众|网上|电话)?(?:来信|来访|来电|走访|信访)")
_OF_A_WORTH = lazy_pattern("的?(?:大要?|要|重大|违法|涉案)?案(?:件)?(?:共|为)?")
_TRAINING, _AUDIENCE = "publicity.training_sessions", "publicity.audience_people"
_REACHED = lazy_pattern("[，、]?(?:共|累计|共计)?(?:覆盖|参加|参与|惠及|受训|参训)(?:人数|人员)?(?:达到?|约|共)?")
_SESSIONS = ("次", "场", "场次")
_MEETING = lazy_pattern("会议?(?:共|累计)?$")  # 围绕行政应诉召开专题会议3次
# 落实合法性审核、集体讨论等程序，全年制发规范性文件11件: what was issued, however it was looked at before
_ISSUED = lazy_pattern(
    "(?:全年|年内|今年|共|累计|先后|已|新){0,3}(?:制定|制发|印发|出台|发布)(?:印发|出台|发布)?了?(?:行政)?规范性文件(?:共|共计)?"
)
# 出台行刑衔接、联合执法等5项制度: what stands before 等 are examples of what is counted
_OF_SORTS = lazy_pattern("、[^，。；：\\d]{1,24}等$")
_OF_REVIEW = lazy_pattern("复议|诉讼|应诉")


def of_a_worth(plain: Plain, figures: list[Figure], i: int, place: Place) -> bool:
    """查办案件8件，其中30万元以上案件3件: makes cases of a worth a part of those in front; whether they are one."""
    worth = figures[i - 1] if i else None
    if worth is None or worth.kind != "money" or worth.role != "threshold":
        return False
    whole = preceding_index(figures, i, lambda f: f.indicator == "penalty.cases")
    if whole is None or not _OF_A_WORTH.fullmatch(plain.text, place.left, place.start):
        return False
    lend(figures[i], figures[whole])
    figures[i].links.append(("whole", whole))
    return True


def left_standing(
    plain: Plain, places: Places, figures: list[Figure], i: int, place: Place, matches: list[Match]
) -> list[Match]:
    """The matches that the figures in front let stand.

    办理网上信访326件、来信42件: the next channel of petitions, though complaints were spoken of before.
    办理复议案件12件；行政强制1280件: an act that is more than the reviews in front of it is no part of them, nor is one
    behind another act that is none: 复议案件120件，行政处罚1280件，行政强制30件.
    围绕行政应诉召开专题会议3次: meetings are counted, whatever they were about.
    法制审核人员34名，占执法人员总数的5.6%: a share of officers is that of the people in front of it.
    出台行刑衔接、联合执法等5项制度: 制度 says what they are, the examples in front of 等 only where nothing else does.
    """
    matches = _not_by_example(plain, place, matches)
    code = matches[0].phrasing.code if matches else None
    own = plain.text[place.left : place.start]
    former = figures[i - 1].indicator if i else None
    others = [m for m in matches if m.phrasing.code != code]
    if code == "dispute.report_cases" and former == "dispute.petition_cases":
        return others if _NEXT_CHANNEL.fullmatch(own) else matches
    if code is not None and code.startswith("review.") and figures[i].unit in _SESSIONS and _MEETING.search(own):
        return [m for m in matches if not m.phrasing.code.startswith("review.")]
    if code == "decision.legality_reviews" and _ISSUED.fullmatch(own):
        return [m for m in matches if m.phrasing.code != code]
    if code == "enforcement.certified_rate" and SHARE.match(own) and former not in (None, "enforcement.officer_people"):
        return []
    if code not in OF_ACTS or not names_act(own):
        return matches
    whole = preceding(figures, i, lambda f: f.indicator == code and f.role == "actual")
    if whole is None or not _OF_REVIEW.search(plain.text, plain.at(whole.clause[0]), plain.at(whole.start)):
        return matches  # 复议案件中，工伤认定8件，举报投诉13件: one part beside another
    if (figures[i].value or 0) > (whole.value or 0):
        return others
    words = places.of(i - 1)
    return others if former not in (None, code) and names_act(plain.text[words.left : words.start]) else matches


def _not_by_example(plain: Plain, place: Place, matches: list[Match]) -> list[Match]:
    """The matches by the noun behind the number where there are any and a list that ends with 等 stands in front of it."""
    if len(matches) < 2 or not _OF_SORTS.search(plain.text, place.left, place.start):
        return matches
    return [m for m in matches if any(start >= place.end for start, _ in m.words)] or matches


def people_of_training(figures: list[Figure], i: int, own: str, code: str) -> bool:
    """“以案释法”培训4场，覆盖110人次: whether people who would be an audience are those of the training in front.

    `own`: the words in front of the figure; `code`: the indicator that its words give it.
    """
    former = figures[i - 1] if i else None
    return (
        code == _AUDIENCE
        and former is not None
        and former.indicator == _TRAINING
        and former.sentence == figures[i].sentence
        and _REACHED.fullmatch(own) is not None
    )
