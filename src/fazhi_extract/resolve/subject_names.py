"""Names of places and bodies that stand as the subject of a clause: 云溪区, 市公安局, 各县局."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern

# Fields of the offices of a place: a name is that of a body only if it has one of them, whatever stands in front of it.
_FIELDS = (
    "公安|司法|市场监(?:督)?管(?:理)?|市监|工商|质监|食药监|药监|食品药品监督|卫健|卫生健康|卫生|卫计|医保|医疗保障|人社|人力资源(?:和)?社会保障|生态环境|环保|自然资源|国土(?:资源)?|规划"
    "|住建|住房(?:和|与)?城乡建设|住房保障|建设|交通(?:运输)?|公路|农业(?:农村)?|农牧|畜牧|水利|水务|应急(?:管理)?|安监|城管|城市管理|综合(?:行政)?执法|行政执法|行政审批|教育|教体|体育|民政|财政|审计|税务"
    "|文旅|文化(?:广电)?(?:和)?(?:旅游)?|文广旅?|旅游|文物|退役军人(?:事务)?|林业|林草|园林|商务|发改|发展(?:和)?改革|科技|工信|工业(?:和)?信息化|经信|统计|信访|消防(?:救援)?|交警|交通警察|路政|运管|水政|渔政|农机|种子"
    "|海事|海关|气象|烟草(?:专卖)?|邮政管理|金融监管|粮食(?:和物资储备)?|机关事务|政务服务|大数据|档案|民宗|民族宗教|人防|地震|残联|供销|劳动监察|环境监察|卫生监督|治安|刑侦|网安|经侦|禁毒|特警|巡警|出入境"
)
_LEVEL = "(?:[省市县区州旗盟]|自治区|(?![收接受理参加不涉及联动协同配合移转报送指导督促组织邀请委托查处培训支持推荐])[\u4e00-\u9fff]{1,4}?[市县区州旗镇])"
_BODY = lazy_pattern(
    f"{_LEVEL}?(?:{_FIELDS})(?:系统|行政|综合)?(?:管理|监督管理)?(?:局|委|委员会|厅|部门|分局|[支大中]队|总队|处|站|所|中心)"
    f"|公安(?:局)?[\u4e00-\u9fff]{{2,3}}分局|{_LEVEL}?(?:[\u4e00-\u9fff]{{2,3}})?(?:分局|街道办事处|人民法院|人民检察院|法院|检察院|卫生院|[支大]队)"
)
# 收到市公安局, 不服某分局: what was done with a body in front of its name
_NO_BODY = lazy_pattern(
    "[全本我各该此其在对从向由经与和共新已将被因为]|移送|转交|抄送|报送|会同|联合|指导|督促|组织|配合|协助|委托|邀请|收到|接收|受理|参加|不服|涉及|协同|联动|支持|推荐|派员|布局|格局"
)
# 各县局, 各分局 beside a city's bureau: its bodies of one level
LOWER_BODIES = lazy_pattern(
    "各(?:县|区|县区|区县|县市区|县\\(市、区\\)|县\\(区\\)|旗县|分|基层)局|各?(?:监管|派出|司法|税务|交警)所|各所|各?县\\((?:市、)?区\\)(?:政府|部门|分?局)?"
    "|各[\u4e00-\u9fff]{0,2}[支大中]队|县局|区局|基层所|二级单位|(?:下|直)属单位|各?乡镇(?:\\(街道\\))?|各?(?:镇街|街镇)|[市县区]直(?:部门|单位)"
)
# 超市, 服务区, 集镇 end like places and are none
_NO_PLACE = lazy_pattern(
    "(?:[超门夜早菜集股楼花闹]市|(?:服务|保护|示范|核心|功能|住宅|办公|生活|作业|施工|商业|工业|禁养|限养|风险|疫|校|景|厂|街)区|(?:非?试点|边远|受检|重点|示范)[县区市乡镇]|[集城乡]镇)$"
)
_PLACE = lazy_pattern(
    "(?!(?:其中|检查|抽检|抽查|巡查|查处|立案|办理|受理|罚款|处罚|实现|涉及|覆盖|包括|惠及|完成|推动|指导|组织|建成|培育|创建|打造|命名|辐射|支持|推荐|派员|联合|会同|配合|协同|下放|下沉|委托|赋予|承接|与|帮助|督促|推进|先后"
    "|[^，。；、]{0,5}[全本各我])|该|此|乡镇|街镇|镇街|县区|区县|县市区|市县|城区|郊区|[^，。；、]{0,5}(?:辖|社|景|小|校|库|灾|林|山|地|城|市|片|园|矿|厂|住宅|牧|禁)区)"
    "[\u4e00-\u9fff]{1,5}(?:[县区旗镇]|(?<![下返])乡|(?<!城)市(?!场)|街道)"
)


def is_place(name: str) -> bool:
    """Whether a name is that of a place below the issuer's or beside it: 云溪区, 城关镇; 超市 and 试点县 are none."""
    return _PLACE.fullmatch(name) is not None and _NO_PLACE.search(name) is None


def is_lower_body(name: str) -> bool:
    """Whether a name is that of bodies of one level: 各县局, 区直部门."""
    return LOWER_BODIES.fullmatch(name) is not None


def is_body(name: str, issuer: str | None) -> bool:
    """Whether a name is that of a body beside or below the issuer; 县局 is so in a city's report only."""
    if is_lower_body(name):
        return name.startswith("各") or (issuer is not None and not (name[0] in "县区" and name[0] in issuer))
    return len(name) > 2 and _NO_BODY.match(name) is None and _BODY.fullmatch(name) is not None
