"""Times of the day: 上午8:00, 19:30分, 9时30分至11时, 九点半. They are neither figures nor dates (annotation guide, section 2)."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern

_HOUR = "(?:2[0-4]|[01]?\\d|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_MINUTE = "(?:[0-5]?\\d|[零二三四五]?十[一二三四五六七八九]?|[零一二三四五六七八九])"
_PART_OF_DAY = "(?:上午|下午|中午|正午|午后|凌晨|清晨|早上|早晨|傍晚|晚上|晚间|夜间|夜里|当晚|今晚|昨晚|每晚|早|晚)"
_COLON = "(?:2[0-4]|[01]?\\d)[:：][0-5]\\d(?:[:：][0-5]\\d)?(?!\\d|,\\d{3}|[.:：]\\d)(?:[分时许]|左右)?"
_WORDS = f"{_HOUR}(?:时(?![段期限代效速长候常间隔空点有区])|点钟?(?!位))(?:{_MINUTE}分(?!钟|别|析|类|局|管)|半|整|许|[一三]刻)?"
# 8点 alone may be eight points of an opinion: something beside it has to tell.
_TELLING = lazy_pattern("点钟|[时点](?:\\d{1,2}分|[零一二三四五六七八九十]{1,3}分|半|整|许|[一三]刻)")
_BEFORE = lazy_pattern(f"(?:{_PART_OF_DAY}|[日号]|星期[一二三四五六日天]|周[一二三四五六日])，?的?$")
_TIME = lazy_pattern(
    f"(?<![\\d.一二三四五六七八九十百千第])(?<!\\d[:：])(?P<first>{_COLON}|{_WORDS})"
    f"(?:(?:[-—–~至到]{{1,2}})(?:次日|第二天|当日|翌日)?{_PART_OF_DAY}?(?P<last>{_COLON}|{_WORDS}))?"
)
_NUMERALS = frozenset("0123456789零一二两三四五六七八九十")
_PIVOT = lazy_pattern(f"[:：时点](?<=[{''.join(sorted(_NUMERALS))}].)")
_LONGEST_HOUR = 3  # characters: 二十三
_RATIO = 8  # characters in front of a number in which 比 makes it a ratio


def clock_times(flow: str) -> list[tuple[int, int]]:
    """Flow spans of times of the day and of stretches between two, in order."""
    found = []
    done = 0
    for pivot in _PIVOT.finditer(flow):  # far fewer than numbers
        start = pivot.start()
        while start > done and pivot.start() - start < _LONGEST_HOUR and flow[start - 1] in _NUMERALS:
            start -= 1
        m = _TIME.match(flow, start) if pivot.start() >= done else None
        if m is None:
            continue
        end = m.end()
        if ":" in m["first"] or "：" in m["first"]:
            if "比" in flow[max(0, start - _RATIO) : end + 4]:
                continue
        elif not (
            (m["last"] and "时" in m["first"])
            or _TELLING.search(m["first"])
            or _BEFORE.search(flow, max(0, start - 5), start)
        ):
            continue
        found.append((start, end))
        done = end
    return found
