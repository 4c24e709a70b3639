"""Whether a number counts bodies: 12个部门 in front of what they hold are no items, papers or people."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.matching import CLOSED
from fazhi_extract.resolve.place import BODY, Place

# 对12个单位开展案卷评查: bodies that are counted are no files, papers or sessions.
_BODIES = lazy_pattern(f"[^，。；、：\\d的]{{0,6}}?(?<![跨各多]){BODY}(?![事清权案内外文规名性级])")
_SO_MANY = lazy_pattern("\\d[个家][^，。；、\\d]{0,8}$")  # 23个部门36个事项: the bodies have a number of their own
_BODY_AHEAD = lazy_pattern("(?:单位|部门|主体|机关|机构)(?:共|为|有|共有)?$")
_BODIES_OF = lazy_pattern(f"{BODY}[^，。；、\\d]{{0,10}}\\d")  # 12个部门权责事项320项: the next number counts the items
_LACKING = lazy_pattern(
    "(?:尚|还|仍|均)?(?:未|没有)(?:能)?(?:配备|配齐|设立|建立|配置|聘请)"
)  # 16个乡镇中5个未配备审核人员
_THINGS_ALONE = ("_items", "_cases", "_docs", "_files", "_records", "_notices", "_opinions", "_reviews")
_COUNT_BODIES = ("units", "_entities", "visits", "reporting_people", "penalty.parties")
_OF_BODIES = ("leadership.honor_items", "oversight.accountability_cases")  # bodies are honoured and held to account


def counts_bodies(code: str, text: str, place: Place) -> bool:
    """Whether a number counts bodies where its indicator counts papers, matters or items (honours are bodies')."""
    if code.endswith(_COUNT_BODIES) or code in _OF_BODIES:
        return False
    if code.endswith("_people") and _LACKING.match(text, place.end):
        return True
    if _BODIES.match(text, place.end) or _BODIES_OF.match(text, place.end):
        return True
    # 部门58个权责事项下放: the number has a noun of its own behind it
    ahead = (
        code.endswith(_THINGS_ALONE)
        and (place.end >= len(text) or text[place.end] in CLOSED)
        and _BODY_AHEAD.search(text, place.left, place.start)
    )
    return bool(ahead and not _SO_MANY.search(text, place.left, place.start))
