"""Days of the lunar calendar: 农历二月十九, 腊月二十三. They name no Gregorian day and are neither figures nor dates."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern

_MONTH = "闰?(?:[正冬腊]|十[一二]?|[一二三四五六七八九]|1[0-2]|[1-9])月"
_DAY = "(?:初[一二三四五六七八九十]|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|[一二三四五六七八九]|[12]?\\d|30)"
# 农历三月初三、九月初九; 正月十五 is lunar without a word that says so
_LUNAR = lazy_pattern(
    f"[农阴旧夏正腊](?:(?<=[农阴旧夏])历(?:每年|(?:[\u4e00-\u9fff]{{2}}|\\d{{4}})年)?的?{_MONTH}(?:{_DAY}[日号]?)?"
    f"(?:[、和及与至到-]{{1,2}}{_MONTH}{_DAY}){{0,6}}|(?<=[正腊])月{_DAY})"
)


def lunar_days(flow: str) -> list[tuple[int, int]]:
    """Flow spans of the days and months of the lunar calendar, in order."""
    return [m.span() for m in _LUNAR.finditer(flow)]
