"""A verb said once in front of the first of a list: 检查企业89家、合作社63家; 表彰5个集体和11名个人."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.bases import ANY_VERB
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.place import Place, words_behind
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.text import SourceText

_HONOURED = lazy_pattern(
    "(?:先进|优秀)?(?:集体|单位|部门|个人|同志)(?:、|和|及|与)\\d{1,4}[名个人位](?:先进|优秀)?(?:集体|单位|个人|同志|工作者)"
)
_DEALT_WITH = lazy_pattern("走访|帮扶|约谈|服务|列入|移出|关停|取缔|检查")
_PARTIES = lazy_pattern(
    "[^、，；：\\d]{0,10}(?:企业|公司|合作社|工商户|个体户|经营户|单位|商户|主体|机构|学校|医院|场所|门店|工程|项目|工地|社区|小区|市场|超市|药店|酒店|站点|车间|作坊|摊贩|宾馆|饭店|网吧|商铺|基地|诊所|仓库)"
)
# not 复查14件、维持12件, which are reviews
_NOUN_ALONE = lazy_pattern("、(?!维持|撤销|确认|变更|终止|驳回)[\u4e00-\u9fff]{2,8}")
INSPECTED = ("inspection.units", "inspection.visits")
_OBJECT = lazy_pattern(
    "[^，。；、：\\d]{0,10}?(?:企业|公司|合作社|工商户|个体户|经营户|单位|商户|主体|机构|学校|医院|场所|门店|工地|点位|站点|车间|码头|酒店|宾馆|市场|超市|加油站|景区|公园|小区|项目|餐馆|药店|作坊|[厂店库站馆院所校场园吧])"
)
_OBJECT_BETWEEN = lazy_pattern(_OBJECT.pattern + "(?:、|和|及)")
# 召开3次常委会、2次常务会: of which body, not what about (防汛会)
_MEETING = lazy_pattern(
    "(?:[省市县区镇乡]|政府|党组|党委|党工委|局党组|常委|常务|办公|局务|委务|院务|班子|局长|主任|[市县区镇乡]长|书记|专题|领导小组|全体|扩大|联席|推进|调度|部署|协调|工作){1,4}会议?(?![员计场])"
)
_MEETING_BETWEEN = lazy_pattern(_MEETING.pattern + "(?:、|和|及)")


def same_head(own: str, earlier: str) -> bool:
    """检查粉尘涉爆企业89家、有限空间作业企业263家: the verb said once holds for the next of the same things."""
    return own.startswith("、") and len(own) > 3 and own[-2:] == earlier[-2:] and not ANY_VERB.search(own)


def next_of_list(own: str, earlier: str, *, inspected: bool = False) -> bool:
    """移出名录企业938家、合作社5家: the verb said once holds for the next sort of those who were listed.

    Of what was `inspected` whatever noun stands alone there is one: 检查工地62处、汽修96处.
    """
    if inspected and _NOUN_ALONE.fullmatch(own) and not (ANY_VERB.search(own) or _DEALT_WITH.search(own)):
        return True
    return (
        own.startswith("、")
        and _PARTIES.fullmatch(own[1:]) is not None
        and _PARTIES.search(earlier) is not None
        and not (ANY_VERB.search(own) or _DEALT_WITH.search(own))
    )


def next_object(
    source: SourceText, plain: Plain, matcher: Matcher, figures: list[Figure], i: int, place: Place
) -> bool:
    """检查了86户企业、120个工地: the verb in front of the first holds for what is named behind the second."""
    figure, earlier = figures[i], figures[i - 1]
    if earlier.sentence != figure.sentence:
        return False
    between = plain.text[plain.at(earlier.end) : place.start]
    if earlier.indicator == "leadership.meeting_sessions" and figure.unit == earlier.unit:
        behind = _MEETING.match(plain.text, place.end, place.right)
        return behind is not None and _MEETING_BETWEEN.fullmatch(between) is not None
    if earlier.number_first:
        return False
    if earlier.indicator == "leadership.honor_items":  # 表彰5个集体和11名个人
        return _HONOURED.match(source.flow, earlier.end) is not None
    if earlier.indicator not in INSPECTED:
        return False
    units = matcher.indicator(earlier.indicator).units
    return (
        figure.unit in units
        and _OBJECT_BETWEEN.fullmatch(between) is not None
        and _OBJECT.match(words_behind(plain.text, place)) is not None
    )
