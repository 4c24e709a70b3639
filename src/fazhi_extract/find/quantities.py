"""Quantities: a numeral with its unit and with what qualifies it, its kind, value and bound.

Bounds follow the Civil Code, art. 1259: 以上, 以下, 以内 include the number itself; 超过, 不满 do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext

from fazhi_extract.find.money import DIGIT, coin_at, take_money
from fazhi_extract.find.ranges import PRECISE, joined
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Fraction, Numeral, Quantity
from fazhi_extract.model.vocabulary import Bound
from fazhi_extract.rulebook.lexicon import MeasureWords

_BEFORE: dict[str, Bound] = {
    "不少于": "at_least", "不得少于": "at_least", "不低于": "at_least", "不得低于": "at_least", "不小于": "at_least",
    "至少": "at_least", "最少": "at_least", "最低": "at_least", "上": "at_least",
    "不超过": "at_most", "不得超过": "at_most", "不高于": "at_most", "不得高于": "at_most", "不多于": "at_most",
    "不得多于": "at_most", "不大于": "at_most", "至多": "at_most", "最多": "at_most",
    "不足": "under", "不到": "under", "不满": "under", "未满": "under", "低于": "under", "少于": "under", "小于": "under",
    "将近": "under", "接近": "under", "近": "under", "未达": "under",
    "超过": "over", "超出": "over", "超": "over", "逾": "over", "突破": "over", "高于": "over", "多于": "over", "大于": "over",
    "大约": "about", "大概": "about", "约": "about", "大致": "about",
}  # fmt: skip
_BEFORE_PATTERN = lazy_pattern("(?:" + "|".join(sorted(_BEFORE, key=len, reverse=True)) + ")(?=了?$)")
_BEFORE_ENDS = frozenset(word[-1] for word in _BEFORE)
_LONGEST_BEFORE = max(map(len, _BEFORE)) + 1
# 节约100万元, 附近3家, 逾期: the qualifier's character belongs to the word before it.
_POSTED = ("张贴", "粘贴", "补贴")  # 清理乱张贴近9万处: 贴近 is no word here
_COVENANT = "村规民"  # 村规民约128份; but 惠及村民约3000人
_NO_QUALIFIER = {
    "约": "节签预违合条公制履邀特契租集续换解毁爽婚缔",
    "近": "附最靠亲邻临远贴切",
    "超": "赶反治商",
    "上": "以网线晚早马向",
}
_AFTER = lazy_pattern(
    r"(?:\(含(?:本数)?\))?(?:[及或](?=以[上下]))?(?P<word>以上|以下|以内|之内|左右|上下|有余|(?:多(?![元级层方跨领头])|余|内)(?!容|部|设|涉|控|外|次|种|个|项|年|家))(?:\(含(?:本数)?\))?"
)
# 比上年的72件多8件, 比2021年的70份多办结16份: 多 tells by how much there are more
_MORE_THAN = lazy_pattern(
    "多(?:[出了]|(?![缩减降增提压出了])[\u4e00-\u9fff]){0,4}(?:[约近])?(?:\\d|[一二两三四五六七八九十百]{1,4}[万件起人名份个家次项例宗天条亿元])"
)
_COMPARED = lazy_pattern("[比较与](?:\\d{4}年)?[^，。；、\\d]{0,12}$")
_AFTER_BOUND: dict[str, Bound] = {
    "以上": "at_least", "以下": "at_most", "以内": "at_most", "之内": "at_most", "内": "at_most",
    "左右": "about", "上下": "about", "有余": "over", "多": "over", "余": "over",
}  # fmt: skip
_NOUN_THEN_BOUND = lazy_pattern(
    r"(?P<noun>[^\W\d_零〇一二两三四五六七八九十百千万亿的等和及与或在为]{1,4})(?P<word>以上|以下|以内)(?=的|[，。；、)]|$)"
)
_FAR_ABOUT = lazy_pattern(
    r"(?:(?P<about>大?约|近|超|超过|逾|不足)(?:占|为|有|达到?|合计?|共?计|共|需)|(?P<limit>至少|不少于|不得少于|不低于|不得低于|至多|不超过|不得超过)(?=[\u4e00-\u9fff]))[^，。；、\d]{0,14}$"
)
# 不足编制的三成, 超过去年的1.5倍: of a share, the word that limits it stands in front of what it is a share of;
# 高于全省平均水平的0.5个百分点, 超出上年的12% tell by how much
_SHARE_OF = lazy_pattern(
    "(?<!不)(?P<word>不足(?!部分|之)|不到(?![位期场岸])|不满|将近|接近|低于(?![^，。；、\\d]{0,8}(?:[上去]年|同期|目标|水平))|(?P<above>超过))"
    "(?![^，。；、\\d]{0,12}(?:期限|时限|限期|规定|标准|要求|限额)的$)[^，。；、：\\d]{1,12}的$"
)
_FAR_HINT = lazy_pattern("[约近超逾不至]")
# 当场指出不足31处, 查找问题和不足12个: what falls short is found there; 问题不足10个 are fewer than ten
_SHORTCOMINGS = lazy_pattern(
    "(?:指出|存在|查找|查摆|查出|找出|找准|找到|发现|剖析|检视|反馈|提出)(?:了|出|的)?$|(?:问题|短板|漏洞|差距|缺陷|缺点|弱项)(?:和|与|及|以及|、)$"
)
_FOUND_UNITS = frozenset("处个条项点类件")  # by which shortcomings are counted: 存在不足两人执法 is none
_MANY_DAYS = 90
_HALF_TENTH = lazy_pattern("(?<![一二两三四五六七八九十百千万\\d])半成(?![品立功员果长熟为])")
# 压缩至半个工作日, 平均用时半小时; not 用半天时间学习
_HALF_TIME = lazy_pattern(
    "半(?:(?<=[至到为]半)|(?<=[仅只]需半)|(?<=[用耗]时半)|(?<=平均半))(?P<unit>个工作日|个小时|小时|天|日)(?!制)"
)
_PERCENT = frozenset("%‰")
_HALF = Decimal("0.5")


def quantities(flow: str, numbers: Sequence[Numeral], parts: Sequence[Fraction], words: MeasureWords) -> list[Quantity]:
    """All quantities of a text in order: every numeral gives one, with or without a unit.

    Numerals inside another one's unit (the 百 of 百分点) and those swallowed by a range or a fraction give none.
    """
    found: list[Quantity] = []
    fractions = {f.start: f for f in parts}
    covered = 0
    for number in numbers:
        if number.start < covered:
            continue
        fraction = fractions.get(number.start)
        quantity = _fraction(flow, fraction) if fraction is not None else _read(flow, number, words)
        _qualify(flow, quantity, covered)
        covered = quantity.end
        found.append(quantity)
    for m in _HALF_TENTH.finditer(flow) if "半成" in flow else ():
        half = Numeral(m.start(), m.start() + 1, _HALF, None, "chinese", False, Decimal(1), 0)
        found.append(
            Quantity(m.start(), m.end(), "rate", Decimal(5), None, "%", "exact", half, (m.start() + 1, m.end()), "rate")
        )
    for m in _HALF_TIME.finditer(flow) if "半" in flow else ():
        half = Numeral(m.start(), m.start() + 1, _HALF, None, "chinese", False, Decimal(1), 0)
        unit = m["unit"]
        quantity = Quantity(
            m.start(), m.end(), "duration", _HALF, None, unit, "exact", half, (m.end() - len(unit), m.end()), "time"
        )
        _qualify(flow, quantity, 0)
        found.append(quantity)
    found.sort(key=lambda q: q.start)
    for quantity in found:
        # (+8.3%): the sign belongs to the number, as a minus does
        if (
            quantity.kind == "rate"
            and flow[quantity.start - 1 : quantity.start] == "+"
            and flow[quantity.start - 2 : quantity.start - 1] == "("
        ):
            quantity.start -= 1
    return joined(flow, found)


def _fraction(flow: str, fraction: Fraction) -> Quantity:
    with localcontext(prec=PRECISE):
        per_cent = (fraction.value * 100).quantize(Decimal("0.0001")).normalize()
        if _is_percentage(flow, fraction):
            per_cent = (fraction.numerator.value or Decimal(0)) * 100 / fraction.denominator
    return Quantity(
        fraction.start,
        fraction.end,
        "rate",
        per_cent,
        None,
        "%",
        "exact",
        fraction.numerator,
        None,
        "rate",
        plain=fraction.value,
    )


def _is_percentage(flow: str, fraction: Fraction) -> bool:
    """百分之, 千分之 and 万分之 state a percentage; 一百分之 and 三分之 are fractions."""
    return flow[fraction.start] in "百千万仟佰" and "分" in flow[fraction.start + 1 : fraction.start + 4].replace(
        " ", ""
    )


def _read(flow: str, number: Numeral, words: MeasureWords) -> Quantity:
    """A numeral and the unit behind it."""
    start, end = number.start, number.end
    value, value_to = number.value, number.value_to
    bound: Bound = "over" if number.more else "exact"
    at = end + 1 if flow.startswith(" ", end) else end
    after = flow[at] if at < len(flow) else ""
    many = after == "+" and value is not None and value >= 10 and flow[start - 1 : start] not in ("+", "＋")
    if many and words.at(flow, at + 1) is not None:
        at, after, bound = at + 1, flow[at + 1], "over"  # 60万+次
    quantity = Quantity(start, end, "count", value, value_to, None, bound, number)
    if after in _PERCENT:
        quantity.kind, quantity.unit, quantity.end, quantity.family = "rate", after, at + 1, "rate"
        quantity.unit_span = (at, at + 1)
        return quantity
    if flow.startswith("成半", at) and value is not None:
        quantity.kind, quantity.unit, quantity.end, quantity.family = "rate", "%", at + 2, "rate"
        quantity.value = value * 10 + 5
        return quantity
    if after == "半" and value == 1 and end - start == 1 and flow[at + 1 : at + 2] not in tuple("年天小日月个学数"):
        quantity.kind, quantity.unit, quantity.end, quantity.family = "rate", "%", at + 1, "rate"
        quantity.value = Decimal(50)
        return quantity
    if value is not None and (coin := coin_at(flow, at, start)):
        return take_money(flow, quantity, coin, at, at + len(coin))
    if after == "(" and (led := _WORD_IN_FRONT.match(flow, at)) and led["word"] in words.words:
        word = words.at(flow, led.end())
        if word is not None and word.kind == words.words[led["word"]].kind == "count":
            end = led.end() + len(word.word)  # 90余(册)本
            return quantity.take_unit(flow[at:end], "count", word.family, at, end, bound)
    word = words.at(flow, at) or (words.words["成"] if _is_share(flow, number, at) else None)
    if after == "个" and flow[at + 1 : at + 2] in ("多", "半"):
        word = words.at(flow, at + 2)
        name = "月" if flow.startswith("月", at + 2) else word.word if word is not None else ""
        if name in ("月", "小时", "工作日", "百分点", "学期"):
            half, share = flow[at + 1] == "半", name == "百分点"
            quantity.value = value + _HALF if half and value is not None else value
            return quantity.take_unit(
                name if share else "个" + name,
                "rate" if share else "duration",
                "rate" if share else "time",
                at,
                at + 2 + len(name),
                "exact" if half else "over",
            )
        word = words.at(flow, at)  # 85个多部门联办场景
    if word is None:
        return quantity
    unit_end = at + len(word.word)
    quantity.article = word.article
    if word.word == "成":
        if value is None or value > 10:
            return quantity
        quantity.kind, quantity.unit, quantity.family = "rate", "%", "rate"
        quantity.value = value * 10
        digit = DIGIT.get(flow[unit_end : unit_end + 1])
        if digit is not None and quantity.number.script == "chinese" and not words.at(flow, unit_end + 1):
            quantity.value += digit  # 七成六
            unit_end += 1
        quantity.value_to = value_to * 10 if value_to is not None else None
        quantity.end, quantity.unit_span = unit_end, (at, unit_end)
        return quantity
    if word.kind == "money":
        return take_money(flow, quantity, word.word, at, unit_end)
    unit = "百分点" if word.word.endswith("百分点") else word.word
    other = (
        _OTHER_WORD.match(flow, unit_end) if word.kind == "count" and flow.startswith(("(", "/"), unit_end) else None
    )
    second = words.words.get(other["word"] or other["beside"]) if other else None
    if other and second and (other["word"] or second.kind == "count"):
        unit, unit_end = flow[at : other.end()], other.end()
    elif word.kind == "count" and (unit.endswith(")") or word.family in _VISITED) and _TIMES.match(flow, unit_end):
        unit, unit_end = unit + "次", unit_end + 1
    quantity.take_unit(unit, word.kind, word.family, at, unit_end, bound)  # type: ignore[arg-type]
    if (
        unit in ("年", "天", "小时", "周", "日")
        and flow.startswith("半", unit_end)
        and value is not None
        and not flow.startswith("半年", unit_end)
    ):
        quantity.value, quantity.end = value + _HALF, unit_end + 1
    return quantity


# 近六成为简易程序, 其中七成为女性; but 第五成为试点 and 五成为示范点 tell what something has become
_BEFORE_SHARE = frozenset("，。；：、(\n约近超逾过足到达有占中比")
_BECOME = lazy_pattern(
    "成为(?:了|先进|示范|标杆|典[型范]|样板|品牌|亮点|常态|主[体流力]|共识|习惯|标配|文明|优秀|试点|全[国省市]|国家|省级|核心|重[要点])"
)


def _is_share(flow: str, number: Numeral, at: int) -> bool:
    """Whether a number and the 成为 at `at` say that so many tenths are something."""
    return (
        flow.startswith("成为", at)
        and not _BECOME.match(flow, at)
        and number.value is not None
        and 2 <= number.value < 10
        and (number.start == 0 or flow[number.start - 1] in _BEFORE_SHARE)
    )


# What is counted each time that it is looked at or handled: 座次, 栋次, 篇次
_VISITED = frozenset(["org", "device", "paper"])
_TIMES = lazy_pattern("次(?![日年月序要级生品数])")
# 册(张), 份(件)次, 件/人次: a second measure word in brackets or behind a stroke belongs to the unit.
_OTHER_WORD = lazy_pattern(
    r"\((?P<word>[^()\d]{1,2})\)(?:次(?![日年月序要]))?|/(?P<beside>[^\W\d_]{1,2})(?=[，。；、：()\n]|$)"
)
_WORD_IN_FRONT = lazy_pattern(r"\((?P<word>[^()\d]{1,2})\)")


def _qualify(flow: str, quantity: Quantity, floor: int) -> None:
    """Reads the words that limit a number: those that touch it join its span, others set its bound alone."""
    before = flow[max(floor, quantity.start - _LONGEST_BEFORE) : quantity.start]
    stated: Bound | None = None
    m = _BEFORE_PATTERN.search(before) if before[-1:] in _BEFORE_ENDS or before[-2:-1] in _BEFORE_ENDS else None
    if m and _is_qualifier(flow, m.group(), quantity, quantity.start - len(before) + m.start(), floor):
        stated = _BEFORE[m.group()]
        quantity.start -= len(before) - m.start()
    else:
        window = flow[max(floor, quantity.start - 24) : quantity.start]
        far = _FAR_ABOUT.search(window) if _FAR_HINT.search(window) else None
        if far and not (far["about"] == "不足" and _SHORTCOMINGS.search(window, 0, far.start())):
            stated = _BEFORE[far["about"] or far["limit"]]
        elif quantity.kind == "rate" and window.endswith("的") and (share := _SHARE_OF.search(window)):
            part = quantity.plain is not None or quantity.unit == "倍" or flow[quantity.end - 1] == "成"
            if part or (quantity.unit == "%" and not share["above"]):
                stated = _BEFORE[share["word"]]
    after = _AFTER.match(flow, quantity.end) if quantity.unit or flow.startswith("以", quantity.end) else None
    if (
        after
        and (after["word"] != "内" or quantity.kind == "duration")
        and not (after["word"] == "上下" and flow.startswith("上下级", after.start("word")))
        and not (after["word"] == "多" and _is_more_than(flow, quantity, after.start("word")))
    ):
        quantity.end = after.end()
        stated = stated if stated == "about" else _AFTER_BOUND[after["word"]]
    elif quantity.unit and quantity.kind == "count":
        limited = flow.find("以", quantity.end, quantity.end + 6) >= 0
        noun = _NOUN_THEN_BOUND.match(flow, quantity.end) if limited else None
        if noun:
            quantity.end = noun.end()
            stated = _AFTER_BOUND[noun["word"]]
    if stated is not None:
        quantity.bound = "about" if quantity.bound == "over" and stated == "under" else stated  # 近30余件


def _is_more_than(flow: str, quantity: Quantity, at: int) -> bool:
    """Whether the 多 at `at`, behind a number that something is compared with, says by how much there is more."""
    return bool(_MORE_THAN.match(flow, at) and _COMPARED.search(flow, max(0, quantity.start - 18), quantity.start))


def _is_qualifier(flow: str, word: str, quantity: Quantity, at: int, floor: int) -> bool:
    """Whether a word of limits at `at` is one; what ends at `floor` is the figure in front: 12条约5公里 are no treaty."""
    before = flow[at - 1] if at else ""
    if at > floor and before in _NO_QUALIFIER.get(word, "") and flow[max(0, at - 2) : at] not in _POSTED:
        return False
    if word == "约" and flow.endswith(_COVENANT, 0, at):
        return False
    if word == "不足" and quantity.unit in _FOUND_UNITS and _SHORTCOMINGS.search(flow, max(0, at - 6), at):
        return False
    if word == "上":
        return quantity.number.script == "chinese" and flow[quantity.number.start] in "百千万亿"
    # 近三年 is a stretch of time up to now; 值守近200天 is not
    recent = quantity.value is None or quantity.value < _MANY_DAYS
    return not (
        word == "近" and recent and quantity.family == "time" and quantity.unit in ("年", "个月", "天", "日", "周")
    )
