"""Finds every numeral of a text: Arabic, Chinese, mixed, masked and vague ones.

The finder is deliberately greedy about what might be a number (the 一 in 一线 is reported) and knows nothing of units;
later stages decide what each numeral means. Only characters that plainly are words (百 in 百姓, 陆 in 大陆) are left
out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, localcontext
from itertools import pairwise

from fazhi_extract.find.numeral_grammar import ARABIC, CHARACTERS, DIGITS, LONGEST, ZERO, read_run, scale_of
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Fraction, Numeral, Script

# What may follow a number and hardly anything else: the beginnings of measure words and units, with the words excluded
# that begin alike. It settles whether 百, XX or 陆 is a number; the units themselves are another stage's business.
COUNTED = (
    r"(?:[个名份套辆宗户亩吨艘封幅栋幢篇倍元圆块%‰]|人(?!民|大(?!会(?!议))|员|才|社|力|事|口普)|件(?!套)|家(?!园|庭|长|具|校|政|属|争鸣|万户)"
    r"|条(?!例|文|款|件)|项(?!目)|次(?!日|年|月|序)|起(?!诉|草|来|步|点)|例(?!如|会|行|外)|批(?!复|准|示|评)|场(?!所|景|地|馆)"
    r"|台(?!账|风)|期(?!间|限|待)|部(?!门|分|署|队|委)|间(?!接)|位(?!于|置)|册(?!子)|天(?!然|津)|公[斤里顷]|平方|立方|小时|分钟)"
)
_HAN = rf"[{CHARACTERS}]"
_ROW = rf"[{DIGITS}{ZERO}]"
# (?>(?:…)*) and not (?:…)*+: up to Python 3.11.4 a repeated group that is possessive may match too little (gh-106052).
_ARABIC = (  # not across the point of a list marker: 1.2021年, 2.7月份
    rf"(?:[{ARABIC}]{{1,3}}(?:[,，][{ARABIC}]{{3}}(?![{ARABIC}]))+|[{ARABIC}]++)"
    rf"(?>(?:\.(?!(?:(?:19|20)[{ARABIC}]{{2}} ?年|(?:1[0-2]|[1-9]) ?月))[{ARABIC}]++)*)"
)
# 百分点 and 百分位 are words; 千克, 千瓦 and the like are units where Arabic digits precede.
_WORD = rf"(?:(?![百千]){_HAN}|百(?! ?分 ?[点位])|千(?!(?<=[{ARABIC}]千)[克瓦伏卡赫帕焦]))"
# 三点八, but neither the clock's 三点二十 and 三点五分 nor 两点一线.
_POINT = rf"(?<=[{CHARACTERS} ])点(?= ?{_ROW}++(?![十百千拾佰仟]|分(?! ?[之点])))(?!一[滴线策面档案码])"
_ROUND_ZERO = rf"(?<=[{DIGITS}{ZERO}○◯OＯ])[○◯OＯ](?=[{DIGITS}{ZERO}○◯OＯ年])"
# A space may stand beside a scale word or the point (7万 5千, 四百 点 五), never between digits.
_GAP = r"(?:(?<=[十百千万亿点]) (?=[0-9一二三四五六七八九十百千万亿零])| (?=[十百千万亿]|点 ?[一二三四五六七八九零]))"
_RUN = rf"(?:{_ARABIC}|{_WORD})(?>(?:{_ARABIC}|{_WORD}|{_POINT}|{_ROUND_ZERO}|{_GAP})*)"
_MORE = (
    rf" ?余|多(?!元化|样|方面|部门|措|种形|角|边|式)|来(?={COUNTED}|[万亿])"
    r"|(?:(?<=[十百千万亿拾佰仟萬億])|(?<=[0-9０-９][0０]))几(?!乎)[十百千]?"
)
_STARS = rf"[{ARABIC}]{{0,{LONGEST}}}[*＊]++[{ARABIC}*＊]*+(?>(?:[.,，][{ARABIC}]*+[*＊][{ARABIC}*＊]*+)*)"
# 3×4 and 4×100 multiply.
_CROSSES = rf"(?<![{ARABIC}A-Za-z])(?:[{ARABIC}]{{1,4}}×{{2,}}+|×++)(?![{ARABIC}A-Za-z])"
_LETTERS = (
    rf"(?<![{ARABIC}A-ZＸa-zｘ○◯□])[{ARABIC}]{{0,4}}(?:[XxＸｘ]++(?:\.[XxＸｘ]++)?|[○◯□]{{2,}}+)"
    rf"(?=[余多]?[万亿]{{0,2}} ?(?:{COUNTED}|[年月日号]))"
)
_FINDER = lazy_pattern(
    # Looking at one character first makes the search fifteen times as fast.
    rf"(?=[{ARABIC}{CHARACTERS}*＊×XxＸｘ○◯□若数几])(?:"
    # Shortcuts through the commonest cases; the lookaheads rule out that they are part of something longer.
    rf"(?P<digits>[0-9]++)(?![{ARABIC}.,，*＊×XxＸｘ{CHARACTERS}余多来几○◯□ ])"
    rf"|(?P<single>[一二三四五六七八九十两])(?![{CHARACTERS}{ARABIC}点余多来几○◯OＯ ])"
    rf"|(?P<mask>{_STARS}|{_CROSSES}|{_LETTERS})(?P<mask_more>[余多])?(?P<mask_scale>[百千]?[万亿]{{0,2}})[余多]?"
    r"|(?P<vague>若干|(?:(?<![少多人件次户总指参基])数|几)[十百千万亿](?! ?分之)[万亿]{0,2})(?P<vague_more>[余多])?"
    rf"|(?P<run>{_RUN})(?:(?P<more>{_MORE})(?P<tail>[万亿]{{0,2}}))?)"
)
_IS_COUNTED = lazy_pattern(COUNTED)
_ONE = Decimal(1)
_SINGLE = {char: Decimal(value) for value, char in enumerate("零一二三四五六七八九十")} | {"两": Decimal(2)}
_QUALIFIERS = frozenset("上近超逾过达约破满愈")
# 伍 and its like are banknote digits, but also the stuff of ordinary words (队伍, 大陆, 收拾, 放肆).
_WORDLIKE = frozenset("伍陆陸拾肆參")
_OPENS_UNIT = frozenset(["", *"(（:：/_＿"])  # a unit alone stands behind these: （万元）
_SIGNS = frozenset("-−负負 ")
_BEFORE_MINUS = frozenset('(（[【:：,，、;；。=<>≤≥~\n"“为是达比幅速率至到额约降增长差')
_NOT_NEGATIVE = frozenset("肩担抱自胜欺辜背承身减")  # 肩负三项, 胜负


def numerals(flow: str) -> list[Numeral]:
    """All numerals of a flow text, in order, not overlapping, each as long as it can be.

    Time grows in step with the text's length.
    """
    found: list[Numeral] = []
    for match in _FINDER.finditer(flow):
        _collect(flow, match, found)
    return found


def _collect(flow: str, match: re.Match[str], found: list[Numeral]) -> None:
    kind = match.lastgroup
    start, end = match.span()
    if kind == "digits":
        value = Decimal(match[0]) if end - start <= LONGEST else None
        if start and flow[start - 1] in _SIGNS:
            start, value = _signed(flow, start, end, value)
        script: Script = "arabic" if value is not None else "vague"
        found.append(Numeral(start, end, value, None, script, False, _ONE, 0))
    elif kind == "single":
        value = _SINGLE[match[0]]
        if start and flow[start - 1] in _SIGNS:
            start, value = _signed(flow, start, end, value)
        found.append(Numeral(start, end, value, None, "chinese", False, _ONE, 0))
    elif match["mask"] is not None:
        scale = Decimal(scale_of(match["mask_scale"]))
        found.append(
            Numeral(start, end, None, None, "masked", match[0][-1] in "余多" or bool(match["mask_more"]), scale, 0)
        )
    elif match["vague"] is not None:
        scale = Decimal(scale_of(match["vague"].lstrip("数几十百千")))
        found.append(Numeral(start, end, None, None, "vague", match["vague_more"] is not None, scale, 0))
    else:
        _collect_run(flow, match, found)


def _scaled(value: Decimal, factor: int) -> Decimal:
    """Multiplies by the scale behind 余; the 亿 in front of it are not meant (2亿3000余万 is 230 000 000)."""
    low = value % 10**8 or value
    return value - low + low * factor


def _collect_run(flow: str, match: re.Match[str], found: list[Numeral]) -> None:
    """A run may hold several numerals; 余 and its like belong to the last."""
    run, offset = match["run"], match.start()
    places: Sequence[int] = range(len(run))
    if " " in run:
        places = [i for i, char in enumerate(run) if char != " "]
        run = run.replace(" ", "")
    readings = read_run(run)
    for reading in readings:
        start, end = offset + places[reading.start], offset + places[reading.end - 1] + 1
        value, value_to, scale, more = reading.value, reading.value_to, reading.scale, False
        if match["more"] and reading is readings[-1] and end == match.end("run"):
            factor = scale_of(match["tail"])
            counted = _IS_COUNTED.match(flow, match.end()) is not None
            with localcontext(prec=3 * LONGEST):  # % raises where the quotient has more digits than the context
                if value is not None and _takes_more(match["more"], value, scale * factor, reading.script, counted):
                    more, end, scale = True, match.end(), scale * factor
                    value = _scaled(value, factor)
                    value_to = None if value_to is None else _scaled(value_to, factor)
        if reading.bare and not more and not _stands_for_number(flow, start, end):
            continue
        if end - start == 1 and flow[start] in _WORDLIKE and not _stands_alone(flow, start, end):
            continue
        if start and flow[start - 1] in _SIGNS:
            start, value = _signed(flow, start, end, value)
            value_to = -value_to if value_to is not None and value is not None and value < 0 else value_to
        script: Script = "mixed" if more and scale > reading.scale and reading.script == "arabic" else reading.script
        found.append(Numeral(start, end, value, value_to, script, more, Decimal(scale), reading.decimals))


def _takes_more(word: str, value: Decimal, scale: int, script: Script, counted: bool) -> bool:
    """十余, 120多, 5万余, 125余 and 35504多宗; but 三多一少 and 2021多措并举 hold no 多 that belongs to a number.

    `counted`: a measure word stands behind it.
    """
    if scale > 1:
        return True
    if script != "arabic":
        return value >= 10 and not value % 10
    if value < 10:
        return counted and value >= 1 and word.endswith("余")  # 6余次
    return not value % 10 or word.endswith("余") or (counted and not 1990 <= value < 2100)


def _signed(flow: str, start: int, end: int, value: Decimal | None) -> tuple[int, Decimal | None]:
    """Takes in a 负 or a minus in front, where it is one and neither a hyphen nor a range."""
    at = start - 1
    spaced = flow[at] == " "
    if spaced:
        at -= 1
    char = flow[at] if at >= 0 else " "
    before = flow[at - 1] if at > 0 else "\n"
    if char in "负負":
        minus = before not in _NOT_NEGATIVE
    elif char in "-−":
        # "- 5 -" is a page number.
        minus = before in _BEFORE_MINUS and not (spaced and flow[end : end + 2] in (" -", "-"))
        minus |= before == " " and not spaced and at > 1 and flow[at - 2] in _BEFORE_MINUS
    else:
        minus = False
    return (at, None if value is None else value.copy_negate()) if minus else (start, value)


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _stands_alone(flow: str, start: int, end: int) -> bool:
    """A banknote digit counts where a unit follows, a fraction's bar is near or no word surrounds it."""
    if _IS_COUNTED.match(flow, end) or flow.startswith("分之", end) or flow.endswith("之", 0, start):
        return True
    return not _is_han(flow[start - 1 : start]) and not _is_han(flow[end : end + 1])


def _stands_for_number(flow: str, start: int, end: int) -> bool:
    """Whether scale words without a digit are a number here: 近百件, 千人, 百分之; not 百姓, 万一, 单位：万元."""
    before, word = flow[max(0, start - 2) : start], flow[start:end]
    if before[-1:] in _QUALIFIERS:
        return flow[max(0, start - 3) : start] not in ("成百上", "成千上")
    if before == "分之" or before == "百分" or flow.startswith(("分之", "分百"), end):
        return True
    if _IS_COUNTED.match(flow, end):
        if before == "千家":
            return False
        # 万元 and 亿元 alone are units (单位：万元), but 亿元以上 is an amount.
        amount = flow[end] not in "元圆块" or flow.startswith("以", end + 1)
        return len(word) > 1 or word in "百千" or (amount and before[-1:] not in _OPENS_UNIT)
    return len(word) > 1 and word != "千万" and not _is_han(before[-1:]) and not _is_han(flow[end : end + 1])


def fractions(flow: str, found: Sequence[Numeral]) -> list[Fraction]:
    """The fractions among the numerals that `numerals` found: 五分之一, 百分之五点五, 百分百, 3/5 and 4 6/3.

    A slash makes a fraction only of a smaller number over a greater one, or behind a whole number; a date, a row of
    numbers and a document number are none. Each fraction uses up its numerals.
    """
    result: list[Fraction] = []
    taken = 0
    for index, (first, second) in enumerate(pairwise(found)):
        if first.start < taken or not first.value or second.value is None or second.start - first.end > 8:
            continue
        start, whole, bar = first.start, Decimal(0), flow[first.end : second.start].replace(" ", "")
        if bar == "分之" or (bar == "分" and flow[second.start] == "百"):
            denominator, numerator = first.value, second
        elif bar == "/" and second.value and _divides(flow, first, second):
            denominator, numerator = second.value, first
            before = found[index - 1] if index else None
            if before and flow[before.end : first.start] == " " and _is_small_integer(before) and before.value:
                start, whole = before.start, before.value
            elif first.value >= denominator:
                continue
        else:
            continue
        value = (numerator.value or Decimal(0)) / denominator
        result.append(Fraction(start, second.end, numerator, denominator, whole + value))
        taken = second.end
    return result


def _is_small_integer(numeral: Numeral) -> bool:
    return numeral.script == "arabic" and not numeral.decimals and 0 <= (numeral.value or 0) < 1900


def _divides(flow: str, first: Numeral, second: Numeral) -> bool:
    """Whether the slash between two numerals may be a fraction's; 2021/1/3, Q/320-1/2 and 1/3日 are none."""
    before, after = flow[first.start - 1 : first.start], flow[second.end : second.end + 1]
    surrounded = (before.isascii() and before.isalnum()) or before in tuple("/.-+") or after in tuple("/.-年月日号")
    return not surrounded and _is_small_integer(first) and _is_small_integer(second)
