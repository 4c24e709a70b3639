"""Offences that confine the cases they are counted in: 查处擅自挖掘道路6宗, 对私设聚会点依法立案3起, 查处酒驾612起、货车超载438起.

An offence is less than all that the issuer punishes: the issuer's own field, several with 等, and words that fit any
case name none.
"""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.scope_words import ScopeWords

_OFFENCE = lazy_pattern(
    "非法|违法|违规|违反|无证|无照|无牌|无资质|未(?!成年|来)|擅自|超限|超载|超员|超速|超范围|占用|侵占|假冒|虚假|不正当|侵权|乱|偷|私"
    "|酒驾|酒后驾|醉驾|毒驾|醉酒|逆行|闯红灯|套牌|滥伐|盗伐|毁林|哄抬|围标|抛撒|遗撒|逃"
)
_END = "(?:的?(?:案件?|(?:违法|违规|犯罪){0,2}(?:行为|活动|问题|现象)))?(?:共|为)?"  # behind an offence's name, no part of it
_ONE = lazy_pattern(
    f"(?:查办|查处|查获|立案查处|立案|处罚|打击|侦办|纠处)了?(?P<what>(?!各类|重大|一般|上述)[\u4e00-\u9fff、]{{4,18}}?){_END}$"
)
# Short names too, where another one stands beside them.
_FIRST = lazy_pattern(f"(?:查处|查获)了?(?P<what>[\u4e00-\u9fff]{{2,10}}?){_END}$")
_NEXT = lazy_pattern(f"[、，](?P<what>(?!查处|查获|立案|办理)[\u4e00-\u9fff]{{2,10}}?){_END}")
_FILED_AGAINST = lazy_pattern(
    "(?:^|[，；：])(?:依法)?对(?:辖区内?)?(?P<what>[^，。；：\\d“”]{4,24}?)(?:行为|问题|现象)?"
    "(?:依法|及时|分别|均|坚决|予以|进行|实施|作出){0,3}(?:立案查处|立案调查|立案处罚|立案|查处|行政处罚|处罚)(?:共|了)?$"
)
# Sources of cases, ways of dealing with them, and persons: cases are filed because of them, not against them.
_NO_OBJECT = lazy_pattern("发现|存在|拒不|情节|逾期|其中|个人|线索|符合|责任人|[转交]办|举报|投诉|疑难|复杂|重大")
_NO_OFFENCE = lazy_pattern(
    "处罚|罚款|立案|[办结]结|当事人|责令|移送|各类|等|一般|简易|案件|全[省市县区州旗镇]|其[他它]|行政|处理|处置|整改|劝导|打击"
)
_CALLED_SO = lazy_pattern("(?:违法|违规|犯罪){1,3}$")
_OFFENDING = lazy_pattern("^(?:涉嫌|违法|违规|非法){1,3}")
_STAGE = lazy_pattern(
    "[，、；（(]?(?:其中|已|均|全部|依法|当年|现已){0,3}(?:立案查处|立案|结案|办结|审结|处罚|行政处罚|罚款|警告|作出(?:行政)?处罚(?:决定)?"
    "|移送[^，。；、\\d]{0,8}|申请[^，。；、\\d]{0,6}强制执行)(?:的|了)?"
)


def one_offence(left: str, w: ScopeWords, issuer: str | None) -> str | None:
    """The offence, or those against whom cases were filed, that the words in front of a number of cases name for it alone."""
    against = _FILED_AGAINST.search(left)
    if against and not (_NO_OBJECT.search(against["what"]) or "等" in against["what"]):
        what = against["what"].rpartition("的")[2]
        if len(what) > 3 and what not in w.generic and not w.is_own_field(what, issuer):
            return what
    found = _ONE.search(left)
    return _name(found["what"], w, issuer) if found else None


def offence_beside(own: str, goes_on: bool, w: ScopeWords, issuer: str | None) -> str | None:
    """The offence that the words since the last number (`own`) name, where others may stand beside it; `goes_on`: one stands in front."""
    found = (_NEXT.fullmatch(own) if goes_on else None) or _FIRST.search(own)
    return _name(found["what"], w, issuer) if found else None


def told_by_stage(own: str) -> bool:
    """查处非法采砂18起，结案15起: whether the words since the last number say but how far the cases in front have come."""
    return _STAGE.fullmatch(own) is not None


def is_offence(name: str) -> bool:
    """Whether a name begins with the words of an offence."""
    return _OFFENCE.match(name) is not None


def _name(what: str, w: ScopeWords, issuer: str | None) -> str | None:
    what = _CALLED_SO.sub("", what)
    if not _OFFENCE.search(what) or _NO_OFFENCE.search(what):
        return None
    return None if w.is_own_field(_OFFENDING.sub("", what), issuer) else what
