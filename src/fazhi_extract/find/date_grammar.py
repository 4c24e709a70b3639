"""The grammar of one point in time: 2021年, 今年2月16日, 6月底, 第三季度, 2021-07-01, `**月**日`.

`CANDIDATE` finds where a point may begin and `read_point` reads it there; `dates.py` joins points to ranges and lists.
A point's year may be missing or relative, so its bounds are kept apart from the year until it is resolved.
"""

from __future__ import annotations

import re

from fazhi_extract.find.date_point import LAST, ROUND_ZERO, Bound, Point, Year, days_in, small_number, year_number
from fazhi_extract.lazy import lazy_pattern

_HAN = "[一二三四五六七八九]"
_MASK = "[*＊×XxＸｘ○]"
TO = r" ?(?:-{1,3}|[—–―─~～]{1,2}|(?:起，?)?[至到]) ?"
AND = " ?[、和及与] ?"

_YEAR = "(?:1[6-9]|2[01])[0-9]{2}"
_YEAR_HAN = rf"[一二][{ROUND_ZERO}一二三四五六七八九]{{3}}|[两二]千(?:零?{_HAN}?十{_HAN}?|零{_HAN})"
_YEAR_SHORT = rf"[0-9]{{2}}|[{ROUND_ZERO}一二七八九][{ROUND_ZERO}一二三四五六七八九]"
_YEAR_MASK = rf"(?:19|20){_MASK}{{2}}|(?:19|20)[0-9]{_MASK}|{_MASK}{{2,4}}"
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|(?<![0-9百千万亿])元)"
_DAY = rf"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二十{_HAN}?|十{_HAN}?|{_HAN})"
_QUARTER = "[一二三四1-4]"
# 年初 and 月底, but not 2021年初步 or 2021年底线.
_EDGE = r"(?:底(?![层数线部册子价气蕴色])|末(?![端位尾])|初(?![步审次中期级衷心始任稿评诊创]))"

_NUMERIC = lazy_pattern(
    rf"(?<![0-9A-Za-z./])(?P<year>{_YEAR})(?:[-./](?P<month>1[0-2]|0?[1-9])[-./](?P<day>3[01]|[12][0-9]|0?[1-9])"
    r"| (?P<month2>1[0-2]|0[1-9]) (?P<day2>3[01]|[12][0-9]|0[1-9]))(?![0-9]|[./][0-9])"
)
# 2021.07 alone is a decimal; in a range, or written 2021-07 or 2021.7月, it is a month.
_NUMERIC_MONTH = lazy_pattern(
    rf"(?<![0-9A-Za-z.\-/])(?P<year>{_YEAR})(?:[./](?P<month>1[0-2]|0?[1-9])(?:(?={TO}{_YEAR}(?![0-9]))| ?月(?!个))"
    r"|-(?P<month2>1[0-2]|0[1-9])(?![0-9年月日号%.\-/]))"
)
_WRITTEN_YEAR = lazy_pattern(
    rf"(?<![0-9])(?P<year>{_YEAR})(?:(?P<unit> ?年)|(?={TO}(?:{_YEAR}|[0-9]{{2}}) ?年)"
    rf"|(?={AND}(?:{_YEAR}{AND}){{0,9}}{_YEAR} ?年))"
    rf"|(?<!{_HAN})(?P<han>{_YEAR_HAN}) ?年"
    # Two digits are a year before a month or the like, or with a leading zero; 15年 alone is a duration.
    rf"|(?<![0-9][.,，])(?<![0-9{ROUND_ZERO}一二三四五六七八九十百千万])(?P<short>{_YEAR_SHORT}) ?年"
    r"(?:(?<=[〇零0][0-9一二三四五六七八九]年)(?![龄级])"
    rf"|(?= ?{_MONTH} ?月| ?第?{_QUARTER} ?季度|[上下]半年| ?第{_DAY}个月))"
    rf"|(?<![0-9A-Za-z*＊×○])(?P<mask>{_YEAR_MASK}) ?年(?!以[上下内])"
)
_YEARS_BEFORE = lazy_pattern("[0-9一二三四五六七八九十两]年")
_SENTENCES = ("徒刑", "拘役", "管制", "处以")  # 有期徒刑15年6月 is a duration
# Words without a numeral; what stands in the brackets shows a longer word (健全年度…, 如今年轻人, 以前年度).
_RELATIVE = {
    "今年": (0, lazy_pattern("(?<!如)今年(?![轻龄纪均])")),
    "本年": (0, lazy_pattern("(?<![基成资样])本年(?![级轻])")),
    "去年": (-1, lazy_pattern("(?<!过)去年")),
    "上年": (-1, lazy_pattern("(?<!以)上年(?![限龄纪级])")),
    "前年": (-2, lazy_pattern("(?<![以之])前年")),
    "明年": (1, lazy_pattern("(?<![文说证表声阐申])明年")),
    "来年": (1, lazy_pattern("(?<![近未原以])来年")),
    "当年": (None, lazy_pattern("(?<![相适])当年")),
    "同年": (None, lazy_pattern("(?<![合共协])同年(?![龄级限])")),
    "全年": (None, lazy_pattern("(?<![安健完齐])全年(?!龄)")),
    "次年": (None, lazy_pattern("(?<![一二三四五六七八九十两几首每多初再届0-9])次年(?![检审会])")),
    "翌年": (None, lazy_pattern("翌年")),
}
_LONE = lazy_pattern(
    rf"(?<![0-9一二三四五六七八九十百千两几多半数个周*×])年(?:(?P<inside>内(?![部容控审外设务]))|(?P<edge>{_EDGE}))|近几?年(?:来|以来)|目前"
)
_REST = lazy_pattern(
    rf"(?P<month>{_MONTH}|{_MASK}{{1,2}}|(?<=年)首)"
    rf"(?:(?P<month_unit> ?月份?)(?![薪租费息饼嫂球亮票供龄刊])"
    rf"|(?={TO}{_MONTH} ?月)|(?={AND}(?:{_MONTH}{AND}){{0,9}}{_MONTH} ?月))"
    rf"|(?<![每上下同任某各这那逐])(?P<ordinal>第)?(?P<quarter>{_QUARTER})"
    rf"(?:(?P<quarter_unit> ?季度)|(?={TO}第?{_QUARTER} ?季度)|(?<=第.)(?={AND}第?{_QUARTER} ?季度))"
    r"|(?<=年)首季度|前(?P<quarters>[两二三23])个?季度"
    rf"|(?<=[年度])第(?P<nth>{_MONTH})个月|(?<=[年度])前(?P<months>{_MONTH}|两)个月"
    r"|(?P<half>(?<=年)[前后]半年|[上下]半年)"
)
_DAY_OF_MONTH = lazy_pattern(
    rf" ?(?P<day>{_DAY}|{_MASK}{{1,2}})(?:(?P<unit> ?(?:日|号(?![线楼文令])))"
    rf"|(?={TO}{_DAY} ?[日号])|(?={AND}(?:{_DAY}{AND}){{0,9}}{_DAY} ?[日号]))"
    rf"|(?P<spoken>二十{_HAN}?|十{_HAN}|初[一二三四五六七八九十])(?![0-9\u4e00-\u9fff])"
)
_PART_OF_MONTH = lazy_pattern(rf" ?(?:(?P<edge>{_EDGE})|(?P<third>[上中下])旬)")
_PART_OF_YEAR = lazy_pattern(rf" ?年?(?P<edge>{_EDGE})")
_SCHOOL_YEAR = lazy_pattern(rf"(?P<year>{_YEAR})(?:{TO})(?P<next>{_YEAR}) ?学年(?:度)?")
# The other end of a range whose beginning is written with points or hyphens: 2008.03-2009, 2021.7.1-7.15.
_NUMERIC_END = lazy_pattern(rf"(?P<year>{_YEAR})(?:[./](?P<month>1[0-2]|0?[1-9]))?(?![0-9./])")
_NUMERIC_END_DAY = lazy_pattern(r"(?P<month>1[0-2]|0?[1-9])[-./](?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9.])")
DAY_ALONE = lazy_pattern(rf"(?P<day>{_DAY})(?: ?[日号]|(?={AND}(?:{_DAY}{AND}){{0,9}}{_DAY} ?[日号]))")
# Something that would have been the next part of a date, had it been possible: 2月30日, 2021年13月.
_IMPOSSIBLE_DAY = lazy_pattern(r" ?[0-9]{1,3} ?[日号]")
_IMPOSSIBLE_MONTH = lazy_pattern(r" ?(?:0|1[3-9]|[2-9][0-9]|[0-9]{3}) ?月| ?[0-9]{1,3} ?日")

_LINK = "[-—–―─~～至到、和及与]"
_NUMBER = f"0-9{_HAN[1:-1]}"
_DIGIT = "[0-9*＊×XxＸｘ○]"
CANDIDATE = lazy_pattern(  # a set of first characters lets the engine skip through the text; what follows looks back at it
    rf"[0-9*＊×XxＸｘ{ROUND_ZERO}一二三四五六七八九十元两千第前今本去上下明来当同全次翌年近目](?:"
    rf"(?<={_DIGIT})(?<![0-9A-Za-z*＊×Ｘｘ○]{_DIGIT})"
    rf"(?:(?<=[0-9])[0-9]{{3}}[./]|{_DIGIT}{{0,3}}+(?: ?[年月季]| ?起?{_LINK} ?[{_NUMBER}]| [0-9]{{2}} ))"
    rf"|(?<=[{ROUND_ZERO}一二三四五六七八九十元两千])(?<![{ROUND_ZERO}一二三四五六七八九十][{ROUND_ZERO}一二三四五六七八九十元两千])"
    rf"[{ROUND_ZERO}一二三四五六七八九十元两千]{{0,5}}+(?: ?[年月季]| ?{_LINK} ?第?[{_NUMBER}十])"
    "|(?<=第)[一二三四1-4十]|(?<=前)[两二三23]个?季|(?<=[今本去上前明来当同全次翌])年|(?<=年)[内底末初]|(?<=近)几?年"
    "|(?<=目)前|(?<=[上下])半年)"
)


def read_point(flow: str, pos: int) -> Point | None:
    """Reads the longest point of time that starts at `pos`; None where there is none or its day does not exist."""
    return _read_numeric(flow, pos) or _read_lone(flow, pos) or _read_written(flow, pos)


def _read_numeric(flow: str, pos: int) -> Point | None:
    match = _NUMERIC.match(flow, pos)
    if match:
        year = Year(match.end(), int(match["year"]), written=True)
        month, day = int(match["month"] or match["month2"]), int(match["day"] or match["day2"])
        if day > days_in(year.number, month):
            return None
        return year.point(pos, match.end(), "day", (month, day), (month, day))
    match = _NUMERIC_MONTH.match(flow, pos)
    if match:
        month = int(match["month"] or match["month2"])
        return Year(match.end(), int(match["year"]), written=True).point(
            pos, match.end(), "month", (month, 1), (month, LAST)
        )
    match = _SCHOOL_YEAR.match(flow, pos)
    if match and int(match["next"]) == int(match["year"]) + 1:
        # A school year runs from 1 September to 31 August.
        first, last = Bound(int(match["year"]), 0, 9, 1), Bound(int(match["next"]), 0, 8, 31)
        return Point(pos, match.end(), "other", first, last, year_written=True)
    return None


def read_numeric_end(flow: str, pos: int, begin: Point) -> Point | None:
    """The other end of a range that begins with 2008.03 or 2021.7.1; it may leave out the month or the year."""
    if flow[begin.end - 1] not in "0123456789" or begin.first is None:
        return None
    match = _NUMERIC_END.match(flow, pos)
    if match and begin.granularity == "month":
        low, high = (int(match["month"] or 1), 1), (int(match["month"] or 12), LAST)
        return Year(match.end(), int(match["year"]), written=True).point(pos, match.end(), "month", low, high)
    match = _NUMERIC_END_DAY.match(flow, pos)
    if match and begin.granularity == "day":
        year, day = Year(match.end(), begin.first.year), (int(match["month"]), int(match["day"]))
        return year.point(pos, match.end(), "day", day, day) if day[1] <= days_in(year.number, day[0]) else None
    return None


def _read_lone(flow: str, pos: int) -> Point | None:
    match = _LONE.match(flow, pos)
    if not match:
        return None
    year = Year(match.end())
    if match["inside"]:
        return year.point(pos, match.end(), "year", (1, 1), (12, 31), wordy=True)
    if match["edge"]:
        day = _edge_of_year(match["edge"])
        return year.point(pos, match.end(), "other", day, day, wordy=True)
    return Point(pos, match.end(), "other", wordy=True)


def _edge_of_year(word: str) -> tuple[int, int]:
    return (1, 1) if word == "初" else (12, 31)


def _read_year(flow: str, pos: int) -> Year | None:
    match = _WRITTEN_YEAR.match(flow, pos)
    if match:
        if match["mask"]:
            return Year(match.end(), masked=True, written=True)
        if match["short"] and flow[max(0, pos - 2) : pos] in _SENTENCES:
            return None
        written = match["year"]
        number = int(written) if written else year_number(match["han"] or match["short"])
        if not 1600 <= number < 2200:
            return None
        return Year(match.end(), number, open=bool(written) and match["unit"] is None, written=True)
    word = flow[pos : pos + 2]
    if word not in _RELATIVE:
        return None
    offset, pattern = _RELATIVE[word]
    if not pattern.match(flow, pos):
        return None
    return Year(pos + 2, offset=offset, wordy=True, follows=word in ("次年", "翌年"))


def _read_written(flow: str, pos: int) -> Point | None:
    year = _read_year(flow, pos)
    if year is None:
        # In 有期徒刑十五年六月 and in 2021年2月30日 the month is no date either.
        broken = _YEARS_BEFORE.match(flow, max(0, pos - 2))
        return None if broken else _read_rest(flow, pos, pos, Year(pos), alone=True)
    end = year.end
    if year.open:
        return year.point(pos, end, "year", (1, 1), (12, 31), open=True)
    if flow.startswith("度", end) and not flow.startswith("度过", end):
        end += 1
    behind = end + flow.startswith(" ", end)
    if _REST.match(flow, behind):
        return _read_rest(flow, pos, behind, year, alone=False)
    if flow.startswith(("代", "级"), end) or _IMPOSSIBLE_MONTH.match(flow, end):
        return None
    edge = _PART_OF_YEAR.match(flow, end)
    if edge:
        day = _edge_of_year(edge["edge"])
        return year.point(pos, edge.end(), "other", day, day, wordy=year.wordy)
    return year.point(pos, end, "year", (1, 1), (12, 31), wordy=year.wordy)


def _read_rest(flow: str, start: int, pos: int, year: Year, *, alone: bool) -> Point | None:
    """Reads what stands behind the year, or alone: a month with its day or part, a quarter, a half."""
    match = _REST.match(flow, pos)
    if not match:
        return None
    end = match.end()
    if match["month"]:
        return _read_month(flow, start, match, year, alone=alone)
    if match["quarter"]:
        quarter = small_number(match["quarter"])
        low, high = (3 * quarter - 2, 1), (3 * quarter, LAST)
        return year.point(start, end, "quarter", low, high, open=match["quarter_unit"] is None)
    if match["quarters"]:
        return year.point(start, end, "other", (1, 1), (6 if match["quarters"] in "两二2" else 9, LAST))
    if match["nth"]:
        month = small_number(match["nth"])
        return year.point(start, end, "month", (month, 1), (month, LAST))
    if match["months"]:
        month = 2 if match["months"] == "两" else small_number(match["months"])
        return year.point(start, end, "other", (1, 1), (month, LAST))
    if match["half"]:
        low, high = ((1, 1), (6, 30)) if match["half"][0] in "上前" else ((7, 1), (12, 31))
        return year.point(start, end, "other", low, high, wordy=alone or year.wordy)
    return year.point(start, end, "quarter", (1, 1), (3, 31))


_DURATION_BEFORE = ("为期", "历时", "长达", "超过", "不满", "不足", *_SENTENCES)


def _read_month(flow: str, start: int, match: re.Match[str], year: Year, *, alone: bool) -> Point | None:
    end = match.end()
    masked = match["month"][0] in _MASK
    month = 1 if masked else small_number(match["month"])
    if masked:
        year = year._replace(masked=True)
    if match["month_unit"] is None:
        return year.point(start, end, "month", (month, 1), (month, LAST), open=True)
    day = None if match["month_unit"].endswith("份") else _DAY_OF_MONTH.match(flow, end)
    if day:
        return _read_day(start, day, month, year)
    if not masked and _IMPOSSIBLE_DAY.match(flow, end):
        return None
    part = _PART_OF_MONTH.match(flow, end)
    if part and part["edge"]:
        number = 1 if part["edge"] == "初" else LAST
        return year.point(start, part.end(), "other", (month, number), (month, number))
    if part:
        low, high = {"上": (1, 10), "中": (11, 20), "下": (21, LAST)}[part["third"]]
        return year.point(start, part.end(), "other", (month, low), (month, high))
    # 为期三月 and 六月以下 are durations, 一月一次 is a frequency.
    if alone and (
        flow[max(0, start - 2) : start] in _DURATION_BEFORE
        or flow.startswith(("以上", "以下", "以内"), end)
        or (match["month"] == "一" and flow[end : end + 1] in tuple("一两二三四"))
    ):
        return None
    return year.point(start, end, "month", (month, 1), (month, LAST))


def _read_day(start: int, match: re.Match[str], month: int, year: Year) -> Point | None:
    written = match["day"] or match["spoken"]
    if written[0] in _MASK:
        return year._replace(masked=True).point(start, match.end(), "day", (month, 1), (month, 1))
    day = small_number(written)
    if day > days_in(year.number, month):
        return None
    return year.point(
        start, match.end(), "day", (month, day), (month, day), open=match["unit"] is None and match["spoken"] is None
    )
