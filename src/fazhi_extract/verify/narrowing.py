"""Words in front of a figure that may narrow what it is about, where the program saw no scope: reasons to look, not to accuse."""

from __future__ import annotations

import re

from fazhi_extract.verify.claims import Claim
from fazhi_extract.verify.reports import Body, Told

_NEAR = 40
_OCCASION = re.compile(r"[^，。；、]{0,8}(?:期间|行动中|整治中|活动中)|涉疫")
_OTHER_BODY = re.compile(
    r"^(?!接收|对|向|会同|联合|协调|组织|推动|指导|推进|由|各|全|本|我|[市县区州省]各)"
    r"(?P<body>[\u4e00-\u9fa5]{2,8}?(?:部门|机构|法院|检察院|局|系统))(?!长|党组|领导|负责人)"
)
_GOVERNMENT = "人民政府"
_PLACE = re.compile(r"[\u4e00-\u9fa5]{1,6}(?:区|县|市|镇|乡|街道)$")


def narrowing(claim: Claim, figure: Told, body: Body) -> str:
    """The words; empty for none, and where the claim itself has them."""
    if figure.part:  # its scope is known, and is the claim's
        return ""
    segment = re.split("[；。：]", figure.before)[-1]
    found = _occasion(figure) or _other_body(segment, body) or _place(segment) or _carried(figure, body)
    return "" if found and found in claim.head + claim.scope else found


def _occasion(figure: Told) -> str:
    found = _OCCASION.search(figure.before[-_NEAR:])
    return found.group() if found else ""


def _other_body(segment: str, body: Body) -> str:
    """In a government's report a department that is named alone: 生态环境系统立案96件."""
    found = _OTHER_BODY.match(segment) if body.issuer.endswith(_GOVERNMENT) else None
    return found["body"] if found else ""


def _place(segment: str) -> str:
    found = _PLACE.search(segment)
    return found.group() if found else ""


def _carried(figure: Told, body: Body) -> str:
    """The scope of a figure in front that may hold for this one too: in the same sentence, up to the next semicolon. Places
    are told one by one (其中青坪镇58件，罚款…) and hold for nothing else."""
    for other in reversed(body.figures):
        if not (other.part and other.scope and other.sentence == figure.sentence and other.span[1] <= figure.span[0]):
            continue
        between = figure.before[-(figure.span[0] - other.span[1]) :]
        if "；" not in between and ";" not in between and not _PLACE.fullmatch(other.scope):
            return other.scope
    return ""
