"""Words that several readers of changes and earlier values look for in front of a number."""

from __future__ import annotations

# 权力事项1135项核减到1054项, 清单401项调整为400项: the verb says that the first is no more.
NEW_LEVEL = (
    "(?:[核压缩削递]减|减少|精简|压缩|缩短|降低|下降|降|增加|增|扩展|扩充|扩大|提升|提高|上升|升|调整|更新)(?:至|到|为)"
)
TAIL = 16  # what touches a number stands in this many characters in front of it
