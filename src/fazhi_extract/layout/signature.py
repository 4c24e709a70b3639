"""The signature at the end of a text: a body's name above a day, or in one line with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from fazhi_extract.layout.body_names import INSTITUTION, OFFICE_END, SECTION
from fazhi_extract.layout.lines import Line
from fazhi_extract.layout.marks import MARKER, ZERO
from fazhi_extract.lazy import lazy_pattern

DAY = rf"(?:[\d*×]{{2,4}}|[{ZERO}一二三四五六七八九]{{4}})年[\d*×一二三四五六七八九十]{{1,3}}月(?:[\d*×一二三四五六七八九十]{{1,3}}日)?"
_DAY_LINE = lazy_pattern(rf"{DAY}(?:印发)?")
_NAME = lazy_pattern(r"[\u4e00-\u9fffXx×*·()]{3,30}")
# What a line that signs ends in: a body's kind, or a section of it
_SIGNATORY = lazy_pattern(
    rf"(?:{INSTITUTION}|{OFFICE_END}|{SECTION}|街道|[镇乡馆社]|党组|[商委]会|集团)(?:\([^()]{{1,8}}\))?$"
)
PERSON = lazy_pattern(  # 某市水务局局长李明
    r"[局委厅署院所处站府队会组](?:党组书记、?)?副?(?:局长|主任|厅长|处长|队长|院长|所长|站长|[县区市镇乡]长|书记|负责人)[\u4e00-\u9fff]{2,3}$"
)
_COUNTED = lazy_pattern("[一二三四五六七八九十百千万两零]{1,6}(?:[件起宗例次场期人名家户个份条项部册部套台万千亿]|余)")
_MOST_OF_HEAD = 8  # lines in which a title and its body's name stand
_SHORTEST_NAME = 4
_SIGNED_IN_LINE = lazy_pattern(rf"[\u4e00-\u9fffXx×*()]{{2,36}}(?:{INSTITUTION}|{OFFICE_END}){DAY}")
# A line that names nobody though it ends like a name (组建执法大队): a measure by its first words, a statement by others.
_OTHER_OPENING = lazy_pattern(
    r"无(?![锡为棣极])|未(?!央)|[没抓]|组[建织]|对接|配合|会同|协同|依托|指导|支持|设[立置]|新[设增建]|成立|培训|检查|推广|举办|召开|印发|制定|[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2}[，、]|附件|此件|联系人|来源|关于|特此|以上|加强|推[进动]|提[升高]|[强深优]化"
    "|完善|健全|规范|落实|坚持|开展|[做抓]好|加[大快]|严[格肃]|进一步|继续|持续|切实|不断|努力|积极|确保|力争|全面(?!依法)|认真|建[立成]"
    "|打造|营造|增强|促进|实现|形成|巩固|发挥|聚焦|围绕|深入|扎实|着力|大力"
)
_STATEMENT = lazy_pattern(
    "[的了被均已]|未(?!央)|将(?!乐)|不(?:足|够|强|高|力|到位|平衡)$"
    "|(?:薄弱|问题|差距|短板|成效|报告|总结|情况|打算|工作|建设|能力|水平|意识|制度|培训|检查|宣传)$"
)
_DAY_EXPECTED = "截至自于从到在，、"
_FARTHEST = 24  # lines from the end of the text


def is_day(words: str) -> bool:
    """Whether a line holds nothing but a day or a month: 2023年1月5日, 二〇二三年一月五日, 2023年1月5日印发."""
    return len(words) <= 24 and _DAY_LINE.fullmatch("".join(words.split())) is not None


def is_name(words: str, head: str = "") -> bool:
    """Whether a line can be the name of a body; it takes a day beside it to say that it is one.

    It ends as such names do, or stands in the words above the text. `head`: those, without blanks (the title).
    """
    bare = "".join(words.split())
    if _NAME.fullmatch(bare) is None or MARKER.match(bare):
        return False
    if len(bare) >= _SHORTEST_NAME and bare in head:
        return True
    signs = (_SIGNATORY.search(bare) or PERSON.search(bare)) and _COUNTED.search(bare) is None
    return bool(signs) and not is_statement(bare)


def is_statement(bare: str) -> bool:
    """Whether a line that ends as names do tells of something: 组建综合执法大队, 对接市司法局."""
    return _OTHER_OPENING.match(bare) is not None or _STATEMENT.search(bare) is not None


def head_of(lines: Iterable[str]) -> str:
    """The words of the first lines, up to the first that opens a part, without their blanks."""
    head: list[str] = []
    for words in islice(lines, _MOST_OF_HEAD):
        bare = "".join(words.split())
        if MARKER.match(bare):
            break
        head.append(bare)
    return "".join(head)


def signature(lines: Sequence[Line]) -> set[int]:
    """The indices of the lines of a signature behind which no sentence stands; each opens a paragraph."""
    for i in reversed(range(max(1, len(lines) - _FARTHEST), len(lines))):
        words = lines[i].text
        if is_day(words):
            above = lines[i - 1].text
            head = head_of(line.text for line in lines[: i - 1])
            return {i - 1, i} if is_name(above, head) else set() if above[-1] in _DAY_EXPECTED else {i}
        if len(words) <= 60 and _SIGNED_IN_LINE.fullmatch("".join(words.split())):
            return {i}
        if words[-1] == "。" and not words.startswith(("抄", "(", "附", "联系")):
            return set()
    return set()
