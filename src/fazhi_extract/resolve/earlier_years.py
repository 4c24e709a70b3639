"""Earlier years that a sentence sets beside the reporting one: 2021年立案30件，罚款12万元；2022年立案44件."""

from __future__ import annotations

from collections.abc import Iterator

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure

# 上年同期分别为30件、29件; 立案183件（2021年166件）
_PRIOR_LIST = lazy_pattern(
    "(?:(?:(?:上|去)年|上一年|(20\\d\\d)年)(?:度|同期|全年)*(?:分别|依次)(?:为|是)?|\\((?:(?:上|去)年|上一年|(20\\d\\d)年)(?:度|同期|全年)*(?:为|是)?)$"
)
_OF_YEARS = lazy_pattern("(?P<years>20\\d\\d年(?:(?:、|和|与|及)20\\d\\d年){1,5})[^，。；\\d]{0,24}分别")
_YEAR_OF_CLAUSE = lazy_pattern(
    "(?:(?:上|去)年|上一年|(20\\d\\d)年)(?:度|全年)?(?![底末初以同开起来至到\\-—，]|\\d{1,2}月|期|[^，。；]{0,8}(?:结转|未结|未办结|遗留|移交|转入))(?:(?!的|涉及)[\u4e00-\u9fff]){0,24}"
)
_NOW_OF_CLAUSE = lazy_pattern(
    "[，。；、\n](?:今年|本年度?|(20\\d\\d)年)(?:度|全年)?(?![底末初以同开起至到\\-—，]|\\d{1,2}月|新增)"
)
_DIGIT = lazy_pattern("\\d")
_YEARS = lazy_pattern("20\\d\\d")
_SAME_PERIOD = lazy_pattern("(?:同期|上年|去年)(?:为|是)$")


def tells_earlier(flow: str, figure: Figure, year: int | None) -> bool:
    """Whether the words in front of a figure give it an earlier year, beside which the sentence has the reporting one."""
    told = _PRIOR_LIST.search(flow, figure.clause[0], figure.start)
    if told and told.end() == figure.start:
        named = told[1] or told[2]
        if named is None or (year is not None and int(named) < year):
            return True
    # 去年受理310件，今年受理345件; 2022年办件3.6万件，2021年3.1万件
    return _is_past_clause(flow, figure, year) and any(_years_now(flow, figure, year))


def year_in_list(flow: str, figures: list[Figure], i: int) -> int | None:
    """The year of the i-th figure in a list of years: 2021年、2022年分别为30件、44件; None where there is no such list."""
    listed = _OF_YEARS.search(flow, figures[i].clause[0], figures[i].start)
    return None if listed is None else _year_told(flow, figures, i, listed["years"])


def _is_past_clause(flow: str, figure: Figure, year: int | None) -> bool:
    """Whether a figure's clause opens with an earlier year: 去年受理310件, 2021年立案30件."""
    past = _YEAR_OF_CLAUSE.fullmatch(flow, figure.clause[0], figure.start)
    return past is not None and (past[1] is None or (year is not None and int(past[1]) < year))


def _years_now(flow: str, figure: Figure, year: int | None) -> Iterator[int]:
    """Where the clauses of the figure's sentence begin that open with the reporting year."""
    for now in _NOW_OF_CLAUSE.finditer(flow, max(0, figure.sentence[0] - 1), figure.sentence[1]):
        if (now[1] is None or int(now[1]) == year) and _DIGIT.search(flow, now.end(), figure.sentence[1]):
            yield now.end()


def told_until(flow: str, figure: Figure, year: int | None) -> int:
    """2021年立案30件，罚款12万元；2022年…: where the words about an earlier year end that begin with a figure."""
    if not _is_past_clause(flow, figure, year):
        return figure.end
    return next((now for now in _years_now(flow, figure, year) if now > figure.end), figure.end)


def goes_on_with(flow: str, before: Figure, figure: Figure) -> bool:
    """上年同期分别为30件、29件: whether a figure stands in the list of the earlier value in front of it."""
    listed = flow[before.end : figure.start] in ("、", "和", "与", "及") and figure.sentence == before.sentence
    words = flow[before.clause[0] : before.start]
    return listed and ("分别" in words or _SAME_PERIOD.search(words) is not None)


def _year_told(flow: str, figures: list[Figure], i: int, years: str) -> int:
    """The year that the i-th figure, in a list behind 分别, is of: 2021年、2022年分别为30件、44件; the last one beyond them."""
    told = [int(y) for y in _YEARS.findall(years)]
    begins = flow.rfind("分别", figures[i].clause[0], figures[i].start)
    at = sum(begins < f.start < figures[i].start for f in figures[max(0, i - len(told)) : i])
    return told[at] if at < len(told) else told[-1]
