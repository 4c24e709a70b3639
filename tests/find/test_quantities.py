"""Quantities as the annotation guide reads them: qualifiers and their bounds, ranges, money, shares, ratios."""

import pytest

from fazhi_extract.find.finder import find
from fazhi_extract.text import SourceText

IN_FRONT = {
    "at_least": "不少于 不得少于 不低于 不得低于 不小于 至少 最少 最低",
    "at_most": "不超过 不得超过 不高于 不得高于 不多于 不得多于 不大于 至多 最多",
    "under": "不足 不到 不满 未满 低于 少于 小于 将近 接近 近 未达",
    "over": "超过 超出 超 逾 突破 高于 多于 大于",
    "about": "大约 大概 约 大致",
}
BEHIND = {"at_least": "以上", "at_most": "以下 以内 之内", "about": "左右 上下", "over": "有余 多"}


def _plain(value):
    return None if value is None else f"{value.normalize():f}"


def read(text):
    flow = SourceText.from_raw(text).flow
    return [
        (flow[q.start : q.end], _plain(q.value), _plain(q.value_to), q.unit, q.kind, q.bound)
        for q in find(flow).quantities
    ]


@pytest.mark.parametrize(
    ("word", "bound"), [(word, bound) for bound, words in IN_FRONT.items() for word in words.split()]
)
def test_a_qualifier_in_front_belongs_to_the_number(word, bound):
    assert read(f"全年办理{word}200件。") == [(f"{word}200件", "200", None, "件", "count", bound)]


@pytest.mark.parametrize(
    ("word", "bound"), [(word, bound) for bound, words in BEHIND.items() for word in words.split()]
)
def test_a_qualifier_behind_belongs_to_the_number(word, bound):
    assert read(f"全年办理30件{word}。") == [(f"30件{word}", "30", None, "件", "count", bound)]


@pytest.mark.parametrize(
    "word", ["节约", "签约", "附近", "最近", "靠近", "逾期", "网上", "线上", "赶超", "预约", "毁约", "村规民约"]
)
def test_words_that_end_like_a_qualifier_are_none(word):
    assert read(f"{word}15件。") == [("15件", "15", None, "件", "count", "exact")]


@pytest.mark.parametrize(
    ("text", "words", "value", "value_to", "unit", "kind", "bound"),
    [
        ("办理30余件", "30余件", "30", None, "件", "count", "over"),
        ("办理3万余件", "3万余件", "30000", None, "件", "count", "over"),
        ("约5万余人次", "约5万余人次", "50000", None, "人次", "count", "about"),
        ("超过了5件", "超过了5件", "5", None, "件", "count", "over"),
        ("上百件", "上百件", "100", None, "件", "count", "at_least"),
        ("近百件", "近百件", "100", None, "件", "count", "under"),
        ("5至8件", "5至8件", "5", "8", "件", "count", "exact"),
        ("5到8件", "5到8件", "5", "8", "件", "count", "exact"),
        ("5-8件", "5-8件", "5", "8", "件", "count", "exact"),
        ("5—8件", "5—8件", "5", "8", "件", "count", "exact"),
        ("5~8件", "5~8件", "5", "8", "件", "count", "exact"),
        ("5——8件", "5——8件", "5", "8", "件", "count", "exact"),
        ("5至8", "5至8", "5", "8", None, "count", "exact"),
        ("5到8", "5到8", "5", "8", None, "count", "exact"),
        ("5-8", "5-8", "5", "8", None, "count", "exact"),
        ("5~8", "5~8", "5", "8", None, "count", "exact"),
        ("5—8", "5—8", "5", "8", None, "count", "exact"),
        ("罚款3块钱", "3块钱", "3", None, "元", "money", "exact"),
        ("收费5角", "5角", "0.5", None, "元", "money", "exact"),
        ("2毛钱", "2毛钱", "0.2", None, "元", "money", "exact"),
        ("收费3元5角2分", "3元5角2分", "3.52", None, "元", "money", "exact"),
        ("三元五角", "三元五角", "3.5", None, "元", "money", "exact"),
        ("3块5毛", "3块5毛", "3.5", None, "元", "money", "exact"),
        ("1元5分", "1元5分", "1.05", None, "元", "money", "exact"),
        ("5千元", "5千元", "5000", None, "元", "money", "exact"),
        ("三百元", "三百元", "300", None, "元", "money", "exact"),
        ("3万元整", "3万元整", "30000", None, "元", "money", "exact"),
        ("100美元", "100美元", "100", None, "美元", "money", "exact"),
        ("50港币", "50港币", "50", None, "港币", "money", "exact"),
        ("5万英镑", "5万英镑", "50000", None, "英镑", "money", "exact"),
        ("界桩三块", "三块", "3", None, "块", "count", "exact"),
        ("1:3", "1:3", "0.3333", None, None, "ratio", "exact"),
        ("3比1", "3比1", "3", None, None, "ratio", "exact"),
        ("半成", "半成", "5", None, "%", "rate", "exact"),
        ("两成半", "两成半", "25", None, "%", "rate", "exact"),
        ("8成以上", "8成以上", "80", None, "%", "rate", "at_least"),
        ("百分之三", "百分之三", "3", None, "%", "rate", "exact"),
        ("百分之3.14159", "百分之3.14159", "3.14159", None, "%", "rate", "exact"),
        ("万分之二", "万分之二", "0.02", None, "%", "rate", "exact"),
        ("90个工作日内", "90个工作日内", "90", None, "个工作日", "duration", "at_most"),
        ("3家内部机构", "3家", "3", None, "家", "count", "exact"),
        ("18岁以下", "18岁以下", "18", None, "岁", "duration", "at_most"),
        ("2年半", "2年半", "2.5", None, "年", "duration", "exact"),
        ("3个半月", "3个半月", "3.5", None, "个月", "duration", "exact"),
        ("3个半学期", "3个半学期", "3.5", None, "个学期", "duration", "exact"),
        ("3个多月", "3个多月", "3", None, "个月", "duration", "over"),
        ("85个多元场景", "85个", "85", None, "个", "count", "exact"),
        ("110个多部门场景", "110个", "110", None, "个", "count", "exact"),
        ("一个半小时", "一个半小时", "1.5", None, "个小时", "duration", "exact"),
        ("5年多", "5年多", "5", None, "年", "duration", "over"),
        ("5个月", "5个月", "5", None, "个月", "duration", "exact"),
        # 近三年 is a stretch of time up to now, 近200天 a number
        ("近三年", "三年", "3", None, "年", "duration", "exact"),
        ("近3个月", "3个月", "3", None, "个月", "duration", "exact"),
        ("近90日", "近90日", "90", None, "日", "duration", "under"),
        ("近89日", "89日", "89", None, "日", "duration", "exact"),
        ("近200天", "近200天", "200", None, "天", "duration", "under"),
        ("发放补贴近9万元", "近9万元", "90000", None, "元", "money", "under"),
        ("粘贴近30份", "近30份", "30", None, "份", "count", "under"),
        ("张贴近30份", "近30份", "30", None, "份", "count", "under"),
        ("下降3个百分点", "3个百分点", "3", None, "百分点", "rate", "exact"),
        ("提高2.1百分点", "2.1百分点", "2.1", None, "百分点", "rate", "exact"),
        ("一半", "一半", "50", None, "%", "rate", "exact"),
        ("仅占一半", "一半", "50", None, "%", "rate", "exact"),
        ("七成六", "七成六", "76", None, "%", "rate", "exact"),
        ("1.5倍", "1.5倍", "1.5", None, "倍", "rate", "exact"),
        ("3‰", "3‰", "3", None, "‰", "rate", "exact"),
        ("三分之二", "三分之二", "66.6667", None, "%", "rate", "exact"),
        ("10-20%", "10-20%", "10", "20", "%", "rate", "exact"),
        ("5%至8%", "5%至8%", "5", "8", "%", "rate", "exact"),
        ("5件至8件", "5件至8件", "5", "8", "件", "count", "exact"),
        ("3万至5万元", "3万至5万元", "30000", "50000", "元", "money", "exact"),
        ("3-5万元", "3-5万元", "30000", "50000", "元", "money", "exact"),
        ("5000至1万元", "5000至1万元", "5000", "10000", "元", "money", "exact"),
        ("2至3个月", "2至3个月", "2", "3", "个月", "duration", "exact"),
        ("60余场(次)", "60余场(次)", "60", None, "场(次)", "count", "over"),
        # what is written in brackets behind a limit, and a noun between the unit and its limit
        ("30件以上(含)", "30件以上(含)", "30", None, "件", "count", "at_least"),
        ("30件(含)以上", "30件(含)以上", "30", None, "件", "count", "at_least"),
        ("30件(含本数)以下", "30件(含本数)以下", "30", None, "件", "count", "at_most"),
        ("3天内", "3天内", "3", None, "天", "duration", "at_most"),
        ("10个工作日之内", "10个工作日之内", "10", None, "个工作日", "duration", "at_most"),
        ("3名上下级人员", "3名", "3", None, "名", "count", "exact"),
        ("50个房间以上的场所", "50个房间以上", "50", None, "个", "count", "at_least"),
        ("50个房间以下", "50个房间以下", "50", None, "个", "count", "at_most"),
        ("50个房间以内", "50个房间以内", "50", None, "个", "count", "at_most"),
        ("50个会议房间以上的", "50个会议房间以上", "50", None, "个", "count", "at_least"),
        ("50个会议接待房间以上的", "50个", "50", None, "个", "count", "exact"),
        ("50个新的房间以上的", "50个", "50", None, "个", "count", "exact"),
        ("50个房间以上级", "50个", "50", None, "个", "count", "exact"),
        # a word that limits the number without touching it
        ("约占总数的85.2%", "85.2%", "85.2", None, "%", "rate", "about"),
        ("大约占总数的85.2%", "85.2%", "85.2", None, "%", "rate", "about"),
        ("超过占总数的60%", "60%", "60", None, "%", "rate", "over"),
        ("近有30%", "30%", "30", None, "%", "rate", "under"),
        ("不足占30%", "30%", "30", None, "%", "rate", "under"),
        ("逾达30%", "30%", "30", None, "%", "rate", "over"),
        ("至少配备1台", "1台", "1", None, "台", "count", "at_least"),
        ("不少于配备2名", "2名", "2", None, "名", "count", "at_least"),
        ("至多保留3个", "3个", "3", None, "个", "count", "at_most"),
        ("不超过每人1台", "1台", "1", None, "台", "count", "at_most"),
        ("约占总数，达30%", "30%", "30", None, "%", "rate", "exact"),
        # two words that limit one number
        ("约30件左右", "约30件左右", "30", None, "件", "count", "about"),
        ("约30件以上", "约30件以上", "30", None, "件", "count", "about"),
        ("近30余件", "近30余件", "30", None, "件", "count", "about"),
        ("30余件左右", "30余件左右", "30", None, "件", "count", "about"),
        ("超30余件", "超30余件", "30", None, "件", "count", "over"),
        # 上 limits a number that begins with its scale word, 村民约 is no covenant, 反超 no word of limits
        ("上万件", "上万件", "10000", None, "件", "count", "at_least"),
        ("上三百件", "三百件", "300", None, "件", "count", "exact"),
        ("上5万件", "5万件", "50000", None, "件", "count", "exact"),
        ("惠及村民约3000人", "约3000人", "3000", None, "人", "count", "about"),
        ("反超3件", "3件", "3", None, "件", "count", "exact"),
        # up to now: stretches of years, months, weeks and days, but not of hours
        ("近5周", "5周", "5", None, "周", "duration", "exact"),
        ("近3天", "3天", "3", None, "天", "duration", "exact"),
        ("近12个月", "12个月", "12", None, "个月", "duration", "exact"),
        ("近100年", "近100年", "100", None, "年", "duration", "under"),
        ("近3小时", "近3小时", "3", None, "小时", "duration", "under"),
        # ranges
        ("5–8件", "5–8件", "5", "8", "件", "count", "exact"),
        ("5(含)至8件", "5(含)至8件", "5", "8", "件", "count", "exact"),
        ("30%至50%", "30%至50%", "30", "50", "%", "rate", "exact"),
        ("二到三成", "二到三成", "20", "30", "%", "rate", "exact"),
        ("三四成", "三四成", "30", "40", "%", "rate", "exact"),
        ("一到两个月", "一到两个月", "1", "2", "个月", "duration", "exact"),
        ("不超过5至8件", "不超过5至8件", "5", "8", "件", "count", "at_most"),
        ("5至8件以上", "5至8件以上", "5", "8", "件", "count", "at_least"),
        ("3至5千元", "3至5千元", "3000", "5000", "元", "money", "exact"),
        ("3-5百件", "3-5百件", "300", "500", "件", "count", "exact"),
        ("3百至500万元", "3百至500万元", "300", "5000000", "元", "money", "exact"),
        ("2.5-3亿元", "2.5-3亿元", "250000000", "300000000", "元", "money", "exact"),
        # halves, and more than a whole number of units
        ("3个多小时", "3个多小时", "3", None, "个小时", "duration", "over"),
        ("3个多学期", "3个多学期", "3", None, "个学期", "duration", "over"),
        ("2个半工作日", "2个半工作日", "2.5", None, "个工作日", "duration", "exact"),
        ("提高3个多百分点", "3个多百分点", "3", None, "百分点", "rate", "over"),
        ("提高3个半百分点", "3个半百分点", "3.5", None, "百分点", "rate", "exact"),
        ("3天半", "3天半", "3.5", None, "天", "duration", "exact"),
        ("2小时半", "2小时半", "2.5", None, "小时", "duration", "exact"),
        ("1周半", "1周半", "1.5", None, "周", "duration", "exact"),
        ("5日半", "5日半", "5.5", None, "日", "duration", "exact"),
        ("2年半年报", "2年", "2", None, "年", "duration", "exact"),
        ("10成", "10成", "100", None, "%", "rate", "exact"),
        ("11成新", "11", "11", None, None, "count", "exact"),
        ("历时3年余", "3年余", "3", None, "年", "duration", "over"),
        ("网上百件", "百件", "100", None, "件", "count", "exact"),
        ("评分90以上", "90以上", "90", None, None, "count", "at_least"),
        ("百分之零", "百分之零", "0", None, "%", "rate", "exact"),
        ("2成至3成", "2成至3成", "20", "30", "%", "rate", "exact"),
        ("长12 km", "12 km", "12", None, "km", "measure", "exact"),
        # what begins like a unit and is another word
        ("3个满月宝宝", "3个", "3", None, "个", "count", "exact"),
        ("3个月度计划", "3个", "3", None, "个", "count", "exact"),
        ("3次半月谈", "3次", "3", None, "次", "count", "exact"),
        ("12个内网平台", "12个", "12", None, "个", "count", "exact"),
        # what is looked at each time, and a second measure word in brackets
        ("12盏次", "12盏次", "12", None, "盏次", "count", "exact"),
        ("12件(起)次", "12件(起)次", "12", None, "件(起)次", "count", "exact"),
        ("12宗(件)", "12宗(件)", "12", None, "宗(件)", "count", "exact"),
        ("12宗(件)次", "12宗(件)次", "12", None, "宗(件)次", "count", "exact"),
        ("12件(A)", "12件", "12", None, "件", "count", "exact"),
        ("12座次", "12座次", "12", None, "座次", "count", "exact"),
        ("30栋次", "30栋次", "30", None, "栋次", "count", "exact"),
        ("30栋次日", "30栋", "30", None, "栋", "count", "exact"),
        ("12户(家)次", "12户(家)次", "12", None, "户(家)次", "count", "exact"),
        ("12户(家)次日", "12户(家)", "12", None, "户(家)", "count", "exact"),
        # small coins
        ("收费5毛", "5毛", "0.5", None, "元", "money", "exact"),
        ("收费5角钱", "5角钱", "0.5", None, "元", "money", "exact"),
        ("收费3.5角", "3.5角", "0.35", None, "元", "money", "exact"),
        ("收费5角2分", "5角2分", "0.52", None, "元", "money", "exact"),
        ("收费5毛2分", "5毛2分", "0.52", None, "元", "money", "exact"),
        ("三元两角五分", "三元两角五分", "3.25", None, "元", "money", "exact"),
        ("3块5毛2分", "3块5毛2分", "3.52", None, "元", "money", "exact"),
        ("三块", "三块", "3", None, "元", "money", "exact"),
        ("罚款30块", "30块", "30", None, "元", "money", "exact"),
        ("收费30块以上", "30块以上", "30", None, "元", "money", "at_least"),
        ("罚30块左右", "30块左右", "30", None, "元", "money", "about"),
        ("界牌30块", "30块", "30", None, "块", "count", "exact"),
        ("100圆整", "100圆整", "100", None, "元", "money", "exact"),
        ("3圆5角", "3圆5角", "3.5", None, "元", "money", "exact"),
        ("2万人民币", "2万人民币", "20000", None, "元", "money", "exact"),
        ("3元人民币", "3元人民币", "3", None, "元", "money", "exact"),
        ("2百元整", "2百元整", "200", None, "元", "money", "exact"),
        ("3亿元5角", "3亿元5角", "300000000.5", None, "元", "money", "exact"),
        ("5欧元", "5欧元", "5", None, "欧元", "money", "exact"),
        ("30万日元", "30万日元", "300000", None, "日元", "money", "exact"),
        ("3角钢", "3", "3", None, None, "count", "exact"),
        ("30圆形", "30", "30", None, None, "count", "exact"),
        # ratios, and clock times that are written like one
        ("24:30", "24:30", "0.8", None, None, "ratio", "exact"),
        ("3:60", "3:60", "0.05", None, None, "ratio", "exact"),
        ("4∶5", "4∶5", "0.8", None, None, "ratio", "exact"),
    ],
)
def test_quantities(text, words, value, value_to, unit, kind, bound):
    assert read(text) == [(words, value, value_to, unit, kind, bound)]
    assert read(f"{text}。") == [(words, value, value_to, unit, kind, bound)]
    assert read(f"另据统计，{text}。") == [(words, value, value_to, unit, kind, bound)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("从3件至8人", [("3件", "3"), ("8人", "8")]),
        ("由36%至31%", [("36%", "36"), ("31%", "31")]),
        # what is counted differs, or no unit tells that a dash is no break
        ("检查3件至8人", [("3件", "3"), ("8人", "8")]),
        ("5——8", [("5", "5"), ("8", "8")]),
        # what is a range already, or masked, begins no range
        ("十五六至二十件", [("十五六", "15"), ("二十件", "20")]),
        ("3至XX件", [("3", "3"), ("XX件", None)]),
        ("12、15件", [("12", "12"), ("15件", "15")]),
        ("3、5.2万元", [("3", "30000"), ("5.2万元", "52000")]),
        ("5.2、3.6万人次", [("5.2", "52000"), ("3.6万人次", "36000")]),
        ("15个和7个工作日", [("15个", "15"), ("7个工作日", "7")]),
        ("16宗208.35亩", [("16宗", "16"), ("208.35亩", "208.35")]),
        # a scale is shared where the earlier number is small beside the later one, or has decimals
        ("8000、3万元", [("8000", "8000"), ("3万元", "30000")]),
        ("9.5、3万元", [("9.5", "95000"), ("3万元", "30000")]),
        ("5–8", [("5", "5"), ("8", "8")]),
        ("5至8、10件", [("5至8", "5"), ("10件", "10")]),
        ("自3件至8件", [("3件", "3"), ("8件", "8")]),
        ("从36%至31%", [("36%", "36"), ("31%", "31")]),
        # what stands in front of a range, a ratio, an amount with coins or a long text is read all the same
        ("8件、3至5件", [("8件", "8"), ("3至5件", "3")]),
        ("8件，比例3:5", [("8件", "8"), ("3:5", "0.6")]),
        ("罚款3元5角，办理12件", [("3元5角", "3.5"), ("12件", "12")]),
        ("来信12件，全年共收到各类来电15件，另外还有许多来访18件", [("12件", "12"), ("15件", "15"), ("18件", "18")]),
        ("1元5分钟", [("1元", "1"), ("5分钟", "5")]),
        ("1元5分之一", [("1元", "1"), ("5分之一", "20")]),
        ("**元5角", [("**元", None), ("5角", "0.5")]),
        ("七成五件", [("七成", "70"), ("五件", "5")]),
        ("超七成 六家", [("超七成", "70"), ("六家", "6")]),
        ("约占三成，共1台", [("三成", "30"), ("1台", "1")]),
    ],
)
def test_several_quantities(text, found):
    assert [(words, value) for words, value, *_ in read(text)] == found


def test_a_list_shares_its_unit():
    assert [entry[3] for entry in read("15个和7个工作日")] == ["个工作日", "个工作日"]
    assert [entry[3:5] for entry in read("12、15件")] == [("件", "count")] * 2
    assert [entry[3:5] for entry in read("3、5.2万元")] == [("元", "money")] * 2
    for link in "、和及与，":
        assert [entry[3] for entry in read(f"12{link}15件")] == ["件", "件"], link
    assert [entry[3] for entry in read("12、15、18件")] == ["件", "件", "件"]
    assert [entry[3] for entry in read("**、**件")] == ["件", "件"]
    # 三、 may be a marker, and what is blanked out may be anything
    assert [entry[3] for entry in read("三、五件")] == [None, "件"]
    assert [entry[3] for entry in read("**、5件")] == [None, "件"]
    assert [entry[3] for entry in read("12；15件")] == [None, "件"]
    # what has a unit keeps it
    assert [entry[3] for entry in read("5个和7件")] == ["个", "件"]
    assert [entry[3] for entry in read("5件和7个工作日")] == ["件", "个工作日"]


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("上午9:30开会", ["9:30"]), ("9：05到达", ["9：05"]), ("23:59截止", ["23:59"]), ("于8:00，在会议室", ["8:00"]),
        ("晚19:30分至21:00时", ["19:30分至21:00时"]), ("8:30-11:30、14:00-17:30", ["8:30-11:30", "14:00-17:30"]),
        ("9时30分召开", ["9时30分"]), ("31日24时", ["24时"]), ("上午九点半到十一点", ["九点半到十一点"]), ("下午3点整", ["3点整"]),
        ("早8时至晚6时", ["8时至晚6时"]), ("22时至次日凌晨2时", ["22时至次日凌晨2时"]), ("十点钟", ["十点钟"]),
        ("比例为1:30", []), ("1:30的比例", []), ("配比1:30", []), ("3:60", []), ("3:5", []), ("提出3点意见", []),
        ("48小时", []), ("20时段", []), ("第9点要求", []), ("3点位", []), ("30分", []), ("1:32,460", []), ("9:30.5", []), ("1:31:3", []), ("10:20:30", ["10:20:30"]),
        ("试点8个", []), ("一时难以", []),
    ],
)  # fmt: skip
def test_times_of_the_day(text, clocks):
    flow = SourceText.from_raw(text).flow
    assert [flow[start:end] for start, end in find(flow).clocks] == clocks


def test_the_longest_numbers_are_read_like_others():
    number = "123456789012345678901234567890"
    assert [words for words, *_ in read(f"{number}:3")] == [f"{number}:3"]
    assert [words for words, *_ in read(f"3分之{number}万亿")] == [f"3分之{number}万亿"]
    assert [words for words, *_ in read(f"{number}亿五余件")] == [f"{number}亿五余件"]


@pytest.mark.parametrize(
    ("family", "text"),
    [
        *(("time", text) for text in ("5年", "90日", "2个月", "3个半月", "3个多月", "一个半小时", "3个多工作日")),
        *(("rate", text) for text in ("5%", "三分之一", "百分之五", "七成六", "半成", "一半", "两成半", "3个多百分点")),
        *(("money", text) for text in ("3元5角", "5毛", "3万元", "5欧元")),
        ("ratio", "3:5"),
    ],
)
def test_units_belong_to_families(family, text):
    flow = SourceText.from_raw(text).flow
    assert [q.family for q in find(flow).quantities] == [family]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3个半月", "个半月"),
        ("5个月", "个月"),
        ("5年多", "年"),
        ("20%", "%"),
        ("七成六", "成六"),
        ("3万元", "元"),
        ("3元5角", "元5角"),
        ("近90日", "日"),
        ("半成", "成"),
        ("3个多百分点", "个多百分点"),
    ],
)
def test_a_unit_has_its_place(text, words):
    flow = SourceText.from_raw(f"计{text}。").flow
    assert [flow[slice(*q.unit_span)] for q in find(flow).quantities] == [words]
