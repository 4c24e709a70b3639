"""Where a figure stands in the plain text, and the words beside it there."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.outline import LONGEST_CLAUSE

_MEMBER_END = lazy_pattern("[、(]")
_OF_WHICH = lazy_pattern("(?P<thing>[^，。；、\\d]{0,6}?)中(?![心介国央小学层队型])")
BODY = "(?:单位|部门|主体|机关|机构|乡镇|镇街|街镇|街道|社区|地区|县区|区县|县市区|县\\(市、区\\)|市县|市州|旗县|盟市|地市|科室|处室|股室|委办局|县级政府)"
"""Bodies that are counted beside what they did or hold, as a pattern."""
_DONE_OF_THEM = lazy_pattern(
    "[，、]?(?:现|目前|均|其中)?已(?:全部)?(?:整改|完成|办结|结案|答复|化解|解决|处置|销号|治理|消除|审结|拆除)(?:了|到位|完成|完毕)?(?:共)?"
)
_JOINS = ("、", "和", "与", "及")
_PART_STOP = lazy_pattern("[。；)\n]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands in the plain text, and how far its words may reach."""

    start: int
    end: int
    left: int  # no word of the figure lies before this
    right: int  # nor behind this
    clause_start: int
    sentence_start: int
    floor: int  # where the figure before it ends
    part_start: int  # where its part of the sentence begins, behind the last ；
    following: int  # where the figure behind it begins


def of_former(between: str) -> bool:
    """8个国家级、69个省级: whether the words between two numbers are those of the first one alone."""
    return between.endswith(_JOINS) and not between.startswith(("，", "；", "(", *_JOINS))


def stands(text: str, words: tuple[str, ...], start: int, end: int) -> bool:
    """Whether one of some words stands between two positions."""
    part = text[start:end]
    for word in words:  # noqa: SIM110 (twice as fast as any() here, and this is the innermost loop)
        if word in part:
            return True
    return False


def nearest_before(text: str, words: tuple[str, ...], at: int, floor: int) -> tuple[int, int] | None:
    """The nearest of some words in front of a position, not before `floor`."""
    nearest: tuple[int, int] | None = None
    floor = max(0, floor)
    part = text[floor:at]
    for word in words:
        if word not in part:
            continue
        start = floor + part.rfind(word)
        end = start + len(word)
        if nearest is None or end > nearest[1] or (end == nearest[1] and start < nearest[0]):
            nearest = (start, end)
    return nearest


def nearest_after(text: str, words: tuple[str, ...], at: int, limit: int, gap: bool) -> tuple[int, int] | None:
    """The nearest of some words behind a position; directly behind it where no gap is allowed."""
    nearest: tuple[int, int] | None = None
    part = text[at:limit]
    for word in words:
        if word not in part:
            continue
        start = at + part.find(word)
        if not gap and start != at:
            continue
        if nearest is None or start < nearest[0] or (start == nearest[0] and start + len(word) > nearest[1]):
            nearest = (start, start + len(word))
    return nearest


def words_behind(text: str, place: Place) -> str:
    """The figure's own words behind it: to the end of its member of a list; to the end of its part, if it is last."""
    if place.following < len(text) and _DONE_OF_THEM.fullmatch(text, place.end, place.following):
        return ""  # 隐患80处已整改76处: what was done is said of the next number
    of_which = _OF_WHICH.match(text, place.end, place.right)
    if of_which:
        return of_which["thing"]  # 3件文件中保留2件: what stands behind is said of a part
    member = _MEMBER_END.search(text, place.end, place.right)
    own = text[place.end : member.start() if member else place.right]
    stop = _PART_STOP.search(text, place.right, place.right + LONGEST_CLAUSE)
    end = stop.start() if stop else min(len(text), place.right + LONGEST_CLAUSE)
    if place.following < end:  # the clause of the figure behind speaks of that one
        end = max(place.right, text.rfind("，", place.right, place.following))
    beyond = text[place.right : end]
    # Only where the number stands first does what follows the comma still speak of it.
    return own if not own or (place.following < len(text) and "其中" in beyond) or len(beyond) > 40 else own + beyond
