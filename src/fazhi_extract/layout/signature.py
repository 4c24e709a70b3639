"""The signature at the end of a text: a body's name above a day, or in one line with it."""

from __future__ import annotations

from collections.abc import Sequence

from fazhi_extract.layout.lines import Line
from fazhi_extract.layout.marks import MARKER
from fazhi_extract.lazy import lazy_pattern

DAY = r"(?:[\d*×]{2,4}|[〇○零一二三四五六七八九]{4})年[\d*×一二三四五六七八九十]{1,3}月(?:[\d*×一二三四五六七八九十]{1,3}日)?"
# How names of bodies end that are no offices: 滨海海关, 某某大学, 某县总工会
INSTITUTION = (
    "(?:海关|海事处|大学|学院|[中小]学|学校|医院|保健院|(?:档案|图书|博物|文化|科技|美术|纪念)馆|残联|联合会|工会|妇联|团委|科协|文联|工商联"
    "|红十字会|气象台|电视台|监狱|[戒毒看守派出司法税务]{2,8}所|联合社|供销社|信用社|银行|[支分]行|协会|学会|仲裁委)"
)
_DAY_LINE = lazy_pattern(rf"{DAY}(?:印发)?")
_NAME = lazy_pattern(r"[\u4e00-\u9fffXx×*·()]{3,30}")
_SIGNED_IN_LINE = lazy_pattern(
    rf"[\u4e00-\u9fffXx×*()]{{2,36}}(?:{INSTITUTION}|[局委厅署院所处站]|委员会|政府|办公室|办事处|中心|[总支大]队){DAY}"
)
# A line that names nobody: an item or a measure by its first words, a statement by what stands in it or ends it.
_OTHER_OPENING = lazy_pattern(
    r"[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2}[，、]|附件|此件|联系人|来源|关于|特此|以上|加强|推[进动]|提[升高]|[强深优]化"
    "|完善|健全|规范|落实|坚持|开展|[做抓]好|加[大快]|严[格肃]|进一步|继续|持续|切实|不断|努力|积极|确保|力争|全面(?!依法)|认真|建[立成]"
    "|打造|营造|增强|促进|实现|形成|巩固|发挥|聚焦|围绕|深入|扎实|着力|大力"
)
_STATEMENT = lazy_pattern(
    "[的了未将被均已]|不(?:足|够|强|高|力|到位|平衡)$"
    "|(?:薄弱|问题|差距|短板|成效|报告|总结|情况|打算|工作|建设|能力|水平|意识|制度|培训|检查|宣传)$"
)
_DAY_EXPECTED = "截至自于从到在，、"
_FARTHEST = 24  # lines from the end of the text


def is_day(words: str) -> bool:
    """Whether a line holds nothing but a day or a month: 2023年1月5日, 二〇二三年一月五日, 2023年1月5日印发."""
    return len(words) <= 24 and _DAY_LINE.fullmatch("".join(words.split())) is not None


def is_name(words: str) -> bool:
    """Whether a line can be the name of a body, of whatever kind; it takes a day beside it to say that it is one."""
    bare = "".join(words.split())
    return _NAME.fullmatch(bare) is not None and not (
        MARKER.match(bare) or _OTHER_OPENING.match(bare) or _STATEMENT.search(bare)
    )


def signature(lines: Sequence[Line]) -> set[int]:
    """The indices of the lines of a signature behind which no sentence stands; each opens a paragraph."""
    for i in reversed(range(max(1, len(lines) - _FARTHEST), len(lines))):
        words = lines[i].text
        if is_day(words):
            above = lines[i - 1].text
            return {i - 1, i} if is_name(above) else set() if above[-1] in _DAY_EXPECTED else {i}
        if len(words) <= 60 and _SIGNED_IN_LINE.fullmatch("".join(words.split())):
            return {i}
        if words[-1] == "。" and not words.startswith(("抄", "(", "附", "联系")):
            return set()
    return set()
