"""Words that several readers of changes and earlier values look for in front of a number."""

from __future__ import annotations

# 权力事项1135项核减到1054项, 清单401项调整为400项: the verb says that the first is no more.
NEW_LEVEL = (
    "(?:[核压缩削递]减|减少|精简|压缩|缩短|降低|下降|降|增加|增|扩展|扩充|扩大|提升|提高|上升|升|调整|更新)(?:至|到|为)"
)
# 败诉案件减少5件，仅11件; 受理量增长30%，全年达140件: behind a growth that names what grew
_IN_ALL = "，(?:已|全年|年内|总数|总量|数量|实际){0,2}(?:仅|只|共|均){0,2}"
_ABOUT = "(?:了|约|近|历[年史]最[多少高低]的)?"
LEVEL_BEHIND = f"{_IN_ALL}(?:(?:共计?|合计|总计|累计|全年)(?:达到?|为)?|为|是|仅有?|仅?剩|尚[余剩]|达到?){_ABOUT}"
LEVEL_TAKEN_IN = f"{_IN_ALL}(?:受理|收到|接[收到]|新收|收案){_ABOUT}"  # 信访量下降15%，全年仅受理86件
LEVEL_ENDS = "，。；、()\n"  # but 处罚案件下降12%，共36家企业受罚 tells of another thing
TAIL = 16  # what touches a number stands in this many characters in front of it
