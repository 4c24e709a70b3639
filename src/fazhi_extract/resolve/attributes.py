"""Attributes of a figure, from the phrasing that bound it and from cue words beside it."""

from __future__ import annotations

from itertools import combinations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.rulebook.attribute_cues import AttributeCue, Cues, cues_for
from fazhi_extract.rulebook.indicators import Indicator, Phrasing

# 会同公安等部门检查; 联合会 and 联合体 are bodies
_JOINT = lazy_pattern(
    "跨部门|多部门|部门协同|会同|(?:联合|协同)(?=执法|检查|抽查|开展|整治|行动|巡查|督查|排查|监管|监督|双随机|专项|“"
    "|[^，。；]{0,24}(?:部门|[局委]|公安|消防|城管|街道))(?!会)"
)
_LAST_OF_LIST = lazy_pattern("[、和及][^，。；、]{0,8}$")
_LISTED = lazy_pattern("、|和|及|与")
# 网站采用稿件38篇、发布公告1篇: the site is that of the first; but 通过网站 is said of all
_OTHER_CHANNEL = lazy_pattern(
    "[、，；和及](?:共|累计)?(?:发布|刊[登发载]|播[出放报]|推送|采用|采编|发表|印发|转发|编发|发放|张贴|报送|上报)"
    # 办理12345热线工单320件、信访件25件
    "|[、，；和及](?:办理|受理|处理|接待|收到)?(?:各类|群众)?(?:信访|来信|来访|来电|信件|走访)"
)
_THROUGH = lazy_pattern("通过|利用|依托|借助|运用|[在于](?![线册建])|经由")
# 举办讲座、培训12期
ONE_OF_LIST = (
    "publicity.",
    "leadership.meeting_sessions",
    "leadership.reporting_people",
    "leadership.funding_amount",
    "credit.",
)
"""Of these the sort that is named last names them all, and says that they are counted together."""
_TITLES = lazy_pattern("《[^《》]*》")
# 召开党组会4次、局务会5次: and the second is no meeting of the first one's sort
_OWN_THINGS = {"channel": _OTHER_CHANNEL, "variety": lazy_pattern("[、和及][^，。；、\\d]{1,10}会议?$")}
SEVERAL = "-"  # several values are written as one (制修订, 线上线下): the attribute is left out


def read_attributes(
    indicator: Indicator,
    phrasing: Phrasing | None,
    left: str,
    right: str,
    before: str,
    why: list[tuple[str, str]] | None = None,
) -> dict[str, str | bool]:
    """The attributes that the text states; `why` receives each with its cue word.

    `left` and `right`: the figure's own words in front and behind; `before`: the clause's words in front of those,
    which lend a verb said once for a list. The nearest cue holds; what the phrasing itself implies comes first.
    """
    found: dict[str, str | bool] = dict(phrasing.sets) if phrasing else {}
    one_of_list = indicator.code.startswith(ONE_OF_LIST)
    written = left
    untitled = _TITLES.sub("《》", left) if "《" in left else left
    for attribute, cues in cues_for(indicator).items():
        left = untitled if attribute == "stage" else written  # 制修订《…实施细则》: what a title says was not done
        if attribute in found:
            last = _nearest(cues, left)
            if last and last.value == SEVERAL and (attribute == "stage" or left.endswith(last.word)):
                del found[attribute]  # 来信来访、12345热线等各类诉求: the phrasing has seen one of several
            elif last and _of_none(attribute, last.word, cues, left, one_of_list):
                del found[attribute]
            elif last and last.value == "pending":
                found[attribute] = "pending"  # 尚未审结2件: the phrasing has seen 审结 alone
            continue
        cue = (
            _nearest(cues, left)
            or (_first(cues.all, right) if right else None)
            or (
                _nearest(cues, before)
                if attribute not in ("result", "instrument")
                and not (attribute == "stage" and "result" in found)
                and not _has_own(attribute, left, before)
                else None
            )
        )
        if cue and _of_none(attribute, cue.word, cues, left, one_of_list):
            continue
        if cue and cue.value != SEVERAL:
            found[attribute] = cue.value
            if why is not None:
                why.append((attribute, cue.word))
    if (
        "joint" in indicator.attributes
        and "joint" not in found
        and (together := _together(written) or _together(right))
    ):
        found["joint"] = True
        if why is not None:
            why.append(("joint", together))
    return found


def _has_own(attribute: str, left: str, before: str) -> bool:
    """Whether the figure's own words tell a thing of its own, to which the clause in front lends no such attribute."""
    own = _OWN_THINGS.get(attribute)
    return own is not None and own.match(left) is not None and _THROUGH.search(before) is None


def _together(words: str) -> str:
    """The word that says that several departments acted together, empty where none does."""
    m = _JOINT.search(words)
    return m.group() if m else ""


def _of_none(attribute: str, word: str, cues: Cues, left: str, one_of_list: bool) -> bool:
    """Whether a number counts several channels or sorts together: 审查规范性文件、合同26件 are of neither alone."""
    if attribute == "channel":
        return _one_of_several(word, left) or _several(cues, left)
    return attribute == "variety" and not one_of_list and _several(cues, left)


def _one_of_several(word: str, text: str) -> bool:
    """“12345”热线、网络问政等群众诉求: a channel in a list that 等 closes is one of several."""
    before, _, behind = text.rpartition(word)
    listed, closed, _ = behind.partition("等")
    return bool(closed) and ("、" in listed or _LAST_OF_LIST.search(before) is not None)


def _several(cues: Cues, text: str) -> bool:
    """来信、来访、来电和网上反映: whether text names several values in one list."""
    if not _LISTED.search(text):
        return False
    if any(cue.value == SEVERAL and _LISTED.search(cue.word) and cue.word in text for cue in cues.all):
        return True
    named = [{cue.value for cue in cues.all if cue.word in part} for part in _LISTED.split(text)]
    return any(one and other and one.isdisjoint(other) for one, other in combinations(named, 2))


def _nearest(cues: Cues, text: str) -> AttributeCue | None:
    """The cue that ends last, the longest of those; a weak cue only where there is no other."""
    if not text:
        return None
    return _last(cues.strong, text) or (_last(cues.weak, text) if cues.weak else None)


def _last(cues: tuple[AttributeCue, ...], text: str) -> AttributeCue | None:
    best, nearest = -1, None
    covered: list[tuple[int, int]] = []
    for cue in cues:
        if cue.word not in text:
            continue
        start = text.rfind(cue.word)
        end = start + len(cue.word)
        if any(a <= start and end <= b for a, b in covered):
            continue  # part of a longer cue
        covered.append((start, end))
        if end > best:
            best, nearest = end, cue
    return nearest


def _first(cues: tuple[AttributeCue, ...], text: str) -> AttributeCue | None:
    best, nearest = len(text) + 1, None
    covered: list[tuple[int, int]] = []
    for cue in cues:
        if cue.word not in text:
            continue
        start = text.find(cue.word)
        end = start + len(cue.word)
        if any(a <= start and end <= b for a, b in covered):
            continue
        covered.append((start, end))
        if start < best:
            best, nearest = start, cue
    return nearest
