"""Which lines of a page are its article: title, publishing line and body, without navigation, sharing and other links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.read.html.lines import Line
from fazhi_extract.read.html.tree import Element

_ASIDE = frozenset(("nav", "footer", "aside"))
_PROSE = lazy_pattern("[，。；]")
_LEAST_PROSE = 80
_SHARE = 0.85
"""How much of a page's prose the innermost element holds that is taken for the article."""
# What a government site's page says of the article (政府网站发展指引, 2017, names these fields), in any order.
_PUBLISHING = lazy_pattern(
    "(?:来源|发布(?:时间|日期|机构|单位|人)|发文(?:字号|机关|日期|时间)|公开(?:日期|时间)|成文日期|生成日期|发表时间|更新时间|文号|文件编号|索引号|"
    "信息分类|主题分类|体裁分类|信息来源|有效性|名称)\\s*[：:\\]】]"
)
_CLUTTER = lazy_pattern(
    "^(?:您?(?:当前|现在)?的?所?在?位置|首页\\s*[>＞»/-]|(?:上|下)一[篇条]|相关(?:文章|链接|阅读|文件|解读|信息|附件|新闻)|扫一扫|分享(?:到|至)?[：:\\s]|"
    "责任编辑|主办单位|承办单位|版权所有|网站(?:地图|标识码|声明)|联系我们|友情链接|技术支持|关于我们|【?(?:打印|关闭)|返回顶部|无障碍)|"
    "[京沪津渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP备|公网安备|版权所有|政府网站标识码"
)
_BEHIND = 6
_BEFORE = 60
_SITE = lazy_pattern(r"[_|｜]|\s-{1,2}\s|--|－")


@dataclass(frozen=True, slots=True)
class Article:
    """The lines that are kept, how many characters were left out, and whether the page's article stood out at all."""

    lines: list[Line]
    left_out: int
    found: bool


def article(root: Element, lines: Sequence[Line]) -> Article:
    """Chooses among the lines of a page."""
    seen = [line for line in lines if not _beside(line.home)]
    left_out = sum(len(line.words) for line in lines) - sum(len(line.words) for line in seen)
    prose = [line for line in seen if _is_prose(line)]
    if sum(len(line.words) for line in prose) < _LEAST_PROSE:
        return Article(list(lines), 0, not any(line.linked for line in lines))
    container = _container(prose)
    inside = [_within(line.home, container) for line in seen]
    first = inside.index(True)
    last = len(inside) - 1 - inside[::-1].index(True)
    keep = [within and not _is_clutter(line) for within, line in zip(inside, seen, strict=True)]
    title = _title_above(root, seen, first)
    for i in range(max(0, first - _BEFORE), first):
        between = title is not None and title <= i and not _is_clutter(seen[i])
        keep[i] = between or bool(_PUBLISHING.search(seen[i].words) and not _is_clutter(seen[i]))
    for i in range(last + 1, min(len(seen), last + 1 + _BEHIND)):
        if _is_clutter(seen[i]) or seen[i].linked or len(seen[i].words) > 60:
            break
        keep[i] = True
    kept = [line for line, wanted in zip(seen, keep, strict=True) if wanted]
    left_out += sum(len(line.words) for line, wanted in zip(seen, keep, strict=True) if not wanted)
    return Article(kept, left_out, True)


def _beside(home: Element) -> bool:
    element: Element | None = home
    while element is not None:
        if element.tag in _ASIDE:
            return True
        element = element.parent
    return False


def _is_prose(line: Line) -> bool:
    return line.linked * 2 < len(line.words) and len(line.words) >= 15 and _PROSE.search(line.words) is not None


def _is_clutter(line: Line) -> bool:
    if _CLUTTER.search(line.words[:200]) and not ("。" in line.words and len(line.words) > 60):
        return True
    short = len(line.words) < 40 or line.rows
    return bool(
        line.linked and line.linked > 0.6 * len(line.words) and (short or not _PROSE.search(line.words))
    ) and not (line.words.startswith("附件"))


def _container(prose: Sequence[Line]) -> Element:
    """The innermost element that holds nearly all prose; around it all that brings nothing but words along."""
    held: Counter[int] = Counter()
    total = 0
    for line in prose:
        total += len(line.words)
        element: Element | None = line.home
        while element is not None:
            held[id(element)] += len(line.words)
            element = element.parent
    element = max(prose, key=lambda line: len(line.words)).home
    while element.parent is not None and held[id(element)] < _SHARE * total:
        element = element.parent
    return element


def _within(home: Element, container: Element) -> bool:
    element: Element | None = home
    while element is not None:
        if element is container:
            return True
        element = element.parent
    return False


def _title_above(root: Element, lines: Sequence[Line], first: int) -> int | None:
    """Which line above the article is its title: what the page's head calls it, else the last heading."""
    names = _named(root)
    inside = {_bare(line.words) for line in lines[first : first + 15]}
    if inside & names:
        return None
    above = range(first - 1, max(-1, first - _BEFORE), -1)
    for i in above:
        words = _bare(lines[i].words)
        if words in names or (len(words) >= 8 and any(name.startswith(words) for name in names)):
            return i
    for i in above:
        if lines[i].kind == "heading" and not lines[i].linked:
            return i
    return None


def _named(root: Element) -> set[str]:
    """What the page's head calls the article."""
    names: set[str] = set()
    for element in root.elements():
        if element.tag == "meta" and element.attributes.get("name", "").lower() in ("articletitle", "title"):
            names.add(_bare(element.attributes.get("content", "")))
        elif element.tag == "title":
            words = element.words()
            names.add(_bare(words))
            names.add(_bare(max(_SITE.split(words), key=len)))
    return names - {""}


def _bare(words: str) -> str:
    return re.sub(r"\s", "", words)
