"""Tasks told level by level, each total with how far it came: 国家任务96件，完成90件；省级任务42件，完成41件."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure

_TASKS = "inspection.spot_tasks"
_STAGE = lazy_pattern("完成|办结|关闭|完结|终止|结案|受领|领取|接收|收到|下达|承担|承接|抽取|开展|实施|未|剩余|其余")
_DONE_ALONE = lazy_pattern(
    "[，、](?:已|均已|共|实际|按期|按时|其中){0,2}(?:完成|办结|关闭|完结)(?:了|抽查|检查|任务){0,2}"
)


def settle_levels(flow: str, figures: list[Figure]) -> None:
    """Takes from each level's total the stage of the level in front, and gives its stages its level."""
    opener = former = None  # the first figure of a level, and the last one
    apart = True  # whether each level's total is told with how far it came, before the next level's
    for i, figure in enumerate(figures):
        if figure.indicator != _TASKS or figure.kind != "count" or figure.growth:
            continue
        if former is None or opener is None or former.sentence != figure.sentence:
            opener = former = figure
            apart = True
            continue
        own = flow[figures[i - 1].end : figure.start]
        level, earlier = figure.attributes.get("level"), former.attributes.get("level")
        if level is None and earlier is not None and apart and _DONE_ALONE.fullmatch(own):
            figure.attributes["level"] = earlier
        elif level is not None and level != earlier:
            apart = opener is not former and "其中" not in own
            if apart and not _STAGE.search(own):
                # 完成国家任务86件，关闭4件；省级任务42件: as far as the first of the level in front
                figure.attributes.pop("stage", None)
                figure.attributes |= {k: v for k, v in opener.attributes.items() if k == "stage"}
            opener = figure
        former = figure
