"""Earlier years that a sentence sets beside the reporting one: 2021年立案30件，罚款12万元；2022年立案44件."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.change_words import LEVEL_ENDS
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.listed_times import SEPARATELY, place_in_list

# 上年同期分别为30件、29件; 立案183件（2021年166件）
_PRIOR_LIST = lazy_pattern(
    "(?:(?:(?:上|去)年|上一年|(20\\d\\d)年)(?:度|同期|全年)*(?:分别|依次)(?:为|是)?|\\((?:20\\d\\d年度?[^()，；。、]{1,14}[、，]){0,4}(?:(?:上|去)年|上一年|(20\\d\\d)年)(?:度|同期|全年)*(?:为|是)?)$"
)
# 2021年、2022年分别, 2020、2021、2022年分别, 2020—2022年分别
_OF_YEARS = lazy_pattern(
    "(?<![较比与同由从、和及])(?:(?P<years>20\\d\\d年?(?:(?:、|和|与|及)20\\d\\d年?){1,5}(?<=年))|(?P<since>20\\d\\d)年?[\\-—~至]{1,2}(?P<to>20\\d\\d)年)"
    + SEPARATELY
)
_OTHER_TIME = lazy_pattern("今年|本年|[上去]年|20\\d\\d年")
# 其中2021年120件、2022年98件: parts of what several years have brought
_PART_OF_YEARS = lazy_pattern(
    "其中[，：:]?(?:20\\d\\d年度?[^，。；、\\d]{0,8}[\\d.,]{1,9}[^，。；、\\d]{0,6}[、，；]){0,4}20\\d\\d年度?(?:为|是|有)?$"
)
# 抽查2021年120件、2022年80件案卷: both were looked at now
_LOOKED_AT = lazy_pattern(
    "(?:(?<!案卷|卷宗|文件|案件|档案|合同)(?:抽查|评查|复查|回访|复核|核查|抽取|调阅|清理|评估|梳理|审查|整理|归档)了?(?:案卷|卷宗|档案|文件|规范性文件|案件|合同|协议)?|(?<![相应])对)"
    "(?:20\\d\\d年度?[^，。；、\\d]{0,8}[\\d.,]{1,9}[^，。；、\\d]{0,6}[、和]){0,4}20\\d\\d年度?$"
)
# 罚款金额2021年862万元、2022年1026万元: the year touches its number
_TOUCHING = lazy_pattern("(20\\d\\d)年(?:度|全年|同期)?(?:仅?为|是|达|有)?$")
_NOW_TOUCHING = lazy_pattern(
    "(?<![\\d\\-—~至到较比])(?:今年|本年度?|(20\\d\\d)年)(?:度|全年|同期)?(?:仅?为|是|达|有|[增升降减]至|则为)?\\d"
)
_YEAR_OF_CLAUSE = lazy_pattern(
    "(?:(?:上|去)年|上一年|(20\\d\\d)年)(?:度|全年)?(?![底末初以同开起来至到\\-—，]|\\d{1,2}月|期|[^，。；]{0,8}(?:结转|未结|未办结|遗留|移交|转入))(?:(?!的|涉及)[\u4e00-\u9fff]){0,24}"
)
_NOW_OF_CLAUSE = lazy_pattern(
    "[，。；、\n](?:今年|本年度?|(20\\d\\d)年)(?:度|全年)?(?![底末初以同开起至到\\-—，]|\\d{1,2}月|新增)"
)
# 立案28件，结案26件；去年立案35件: with the verb of a figure in front of it, or none
_TOLD_BEHIND = lazy_pattern(
    "\\)?[，；](?:(?:上|去)年|上一年|(?P<year>20\\d\\d)年)(?:度|同期|全年)?(?:共|仅|约){0,2}"
    "(?P<verb>受理|收到|立案|办理|办结|审结|调解|查处|查办|处罚|罚款|开展|举办|培训|检查|公开|发布)?了?(?P<thing>(?!年|办|未|结)[\u4e00-\u9fff]{2,6}?)?(?:共|为|是|仅|约)?"
)
_GROWN_SINCE = lazy_pattern("[，,]?(?:同比|相比)?(?:增长|下降|减少|增加|上升|降低)")
_OTHER_YEAR = lazy_pattern("(20\\d\\d)年")
_LONGEST_YEAR = 12
_LONGEST_LIST = 120  # characters from the first year of a list to the last figure
_DIGIT = lazy_pattern("\\d")
_YEARS = lazy_pattern("20\\d\\d")
_SAME_PERIOD = lazy_pattern("(?:同期|上年|去年)(?:为|是)$")


def tells_earlier(flow: str, figure: Figure, year: int | None) -> bool:
    """Whether the words in front of a figure give it an earlier year, beside which the sentence has the reporting one."""
    near = max(figure.sentence[0], figure.start - _LONGEST_LIST)
    if flow.find("年", min(near, figure.clause[0]), figure.start) < 0:
        return False
    told = _PRIOR_LIST.search(flow, figure.clause[0], figure.start)
    if told and told.end() == figure.start:
        named = told[1] or told[2]
        if named is None or (year is not None and int(named) < year):
            return True
    if _PART_OF_YEARS.search(flow, near, figure.start):
        return False
    if flow.endswith(("年", "年度"), near, figure.start) and _LOOKED_AT.search(flow, near, figure.start):
        return False
    touching = _TOUCHING.search(flow, max(figure.clause[0], figure.start - _LONGEST_YEAR), figure.start)
    if touching and year is not None and int(touching[1]) < year:
        nows = _NOW_TOUCHING.finditer(flow, *figure.sentence)
        if any(now[1] is None or int(now[1]) == year for now in nows):
            return True
    # 去年受理310件，今年受理345件; 2022年办件3.6万件，2021年3.1万件
    return _is_past_clause(flow, figure, year) and any(_years_now(flow, figure, year))


def year_in_list(flow: str, figures: Sequence[Figure], i: int) -> int | None:
    """The year of the i-th figure in a list of years: 2021年、2022年分别为30件、44件; None where there is no such list."""
    figure = figures[i]
    if flow.find("分别", max(figure.sentence[0], figure.start - _LONGEST_LIST), figure.start) < 0:
        return None
    # 2021年、2022年复议案件分别为30件、44件，诉讼案件分别为29件、25件
    listed = _OF_YEARS.search(flow, figure.clause[0], figure.start) or _OF_YEARS.match(
        flow, figure.sentence[0], figure.start
    )
    if (
        listed is None
        or figure.start - listed.end() > _LONGEST_LIST
        or _OTHER_TIME.search(flow, listed.end(), figure.start)
    ):
        return None  # 2019年、2020年分别获奖，今年一审、二审分别办案12件、9件
    told = (
        list(range(int(listed["since"]), int(listed["to"]) + 1))
        if listed["since"]
        else [int(y) for y in _YEARS.findall(listed["years"])]
    )
    at = place_in_list(flow, figures, i, len(told), listed.end())
    return None if at is None else told[at]


def told_behind(flow: str, figures: Sequence[Figure], i: int, year: int | None) -> bool:
    """立案28件（河道12件），2020年35件: whether a clause of its own tells what an earlier year had of the thing in front.

    A year alone may also name a part (评查案卷20件，2021年12件): it is compared with where it has more, or a growth follows.
    """
    figure, before = figures[i], figures[i - 1] if i else None
    if before is None or before.sentence != figure.sentence or before.end >= figure.start:
        return False
    if "年" not in flow[before.end : figure.start]:
        return False
    told = _TOLD_BEHIND.fullmatch(flow, before.end, figure.start)
    if told is None:
        return False
    alike = [
        f
        for f in figures[max(0, i - 8) : i]
        if f.sentence == figure.sentence and f.role == "actual" and f.kind == figure.kind and f.unit == figure.unit
    ]
    if flow[figure.end : figure.end + 1] not in LEVEL_ENDS:
        return False  # 2020年文件20件废止
    said = flow[figure.sentence[0] : before.start]
    if not alike or (told["verb"] or "") not in said or (told["thing"] or "") not in said:
        return False
    if told["year"] is None:
        return True
    others = {int(y) for y in _OTHER_YEAR.findall(flow, figure.sentence[0], before.end)}
    if year is None or int(told["year"]) >= year or others - {year, int(told["year"])}:
        return False
    more = all((figure.value or 0) > (f.value or 0) for f in alike)
    return more or _GROWN_SINCE.match(flow, figure.end) is not None


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
