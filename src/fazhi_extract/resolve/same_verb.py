"""A verb said again without its object: 局机关举办培训3期，二级单位举办7期; 云溪区发放资料3.2万份，白河县发放2.6万份."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import same_unit
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain

# Verbs of work that say no stage of it: what was 办结 or 立案 is read as how far the cases in front got.
_VERB_ALONE = lazy_pattern(
    "(?P<verb>举办|举行|开展|组织|召开|发放|新增|培训|审查|审核|宣讲|接待|建成|建立|制定|出台|印发|推送|发布|编发|报送|参加|创建|评选|命名|走访|讲授|旁听|发出|下达"
    "|编写|拍摄|制作|播放|张贴|设立|聘请|选派|配备|评查|抽查|检查|抽检|查处|调解|公开|取消|下放|承接|保留|赋予|精简|压减|梳理|公布|归集|列入|撤销)(?:了|共|各)?$"
)
_OTHER = lazy_pattern("其中|减少|重复|避免|联合|[不免]|应")  # a part, or what was not done
# What may stand in front of the verb: a body, a place, a time, a way; 停车场建成3个 has another thing there.
_WHO_OR_WHEN = lazy_pattern(
    "[，、；]?(?:(?:在|向|面向|到|深入|对|为|通过)[^，。；、\\d]{1,8}?|[^，。；、\\d]{0,8}?(?:区|县|市|镇|乡|街道|局|委|厅|部门|单位|机关|队|所|中心|法院|政府)"
    "|[上下]半年|第?[一二三四]季度|[春夏秋冬]季|线[上下]|累计|共|再|又|另|全年|年内|今年|已){0,3}"
)
_ENDS = "，。；、)\n0123456789"
_HELD = ("举办", "举行", "开展", "组织")  # of sessions one is said for the other
_FARTHEST = 6  # figures back to the one with the verb and its object


def same_verb(plain: Plain, figures: list[Figure], i: int, places: list[Place]) -> int | None:
    """The figure in front, in the sentence, whose verb and unit the i-th has, where nothing but the verb names it."""
    figure, place, text = figures[i], places[i], plain.text
    if figure.kind == "rate" or figure.role != "actual" or figure.form not in ("number", "masked"):
        return None
    if text[place.end : place.end + 1] not in _ENDS:
        return None
    alone = _VERB_ALONE.search(text, place.left, place.start)
    if alone is None or _OTHER.search(text, place.left, place.start):
        return None
    if not _WHO_OR_WHEN.fullmatch(text, place.left, alone.start()):
        return None
    for j in range(i - 1, max(-1, i - 1 - _FARTHEST), -1):
        model = figures[j]
        if model.sentence != figure.sentence:
            return None
        own = text[places[j].left : places[j].start]
        verbs = _HELD if alone["verb"] in _HELD else (alone["verb"],)
        if any(verb in own for verb in verbs) and same_unit(model, figure) and model.role == "actual":
            return j if model.indicator is not None else None
    return None
