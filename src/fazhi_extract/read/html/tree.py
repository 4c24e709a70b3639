"""A web page as a tree of plain elements, from selectolax (MIT licence): the Lexbor engine parses as browsers do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from fazhi_extract.errors import FazhiError
from fazhi_extract.lazy import lazy_pattern

_TAG = lazy_pattern(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Elements without content, and those that the next one closes by itself: neither makes the tree deeper.
_FLAT = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
     "p", "li", "dt", "dd", "option", "tr", "td", "th", "tbody", "thead", "tfoot")
)  # fmt: skip
_MAX_WORK = 5_000_000


@dataclass(slots=True, eq=False)
class Element:
    """An element: its tag in lower case, its attributes, its children in order (elements and words)."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)
    parent: Element | None = None

    def elements(self) -> Iterator[Element]:
        """This element and all below it, in document order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def words(self) -> str:
        """All its words, as they stand in the markup."""
        parts: list[str] = []
        stack: list[Element | str] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                parts.append(node)
            else:
                stack.extend(reversed(node.children))
        return "".join(parts)


def parse(markup: str, path: str) -> Element:
    """The tree of a page or a fragment. Raises :class:`FazhiError` (E228) for one that is nested beyond all measure."""
    from selectolax.lexbor import LexborHTMLParser

    if _work(markup) > _MAX_WORK:
        raise FazhiError("E228", path=path)
    parser = LexborHTMLParser(markup)
    root = Element("html")
    node = parser.root
    at = root
    if node is None or node.first_child is None:
        return root
    top = node
    node = node.first_child
    while True:
        below = None
        if node.tag == "-text":
            at.children.append(node.text_content or "")
        elif node.tag is not None and node.is_element_node:
            attributes = {name.lower(): value or "" for name, value in node.attributes.items()}
            element = Element(node.tag.lower(), attributes, [], at)
            at.children.append(element)
            below = node.first_child
            if below is not None:
                at = element
                node = below
                continue
        while node.next is None:
            parent = node.parent
            if parent is None or parent.mem_id == top.mem_id or at.parent is None:
                return root
            node, at = parent, at.parent
        node = node.next


def _work(markup: str) -> int:
    """About how much work the tree is: tags times depth, both taken from the markup as it stands."""
    depth = deepest = tags = 0
    for match in _TAG.finditer(markup):
        tags += 1
        if match[2].lower() in _FLAT:
            continue
        depth = max(0, depth + (-1 if match[1] else 1))
        deepest = max(deepest, depth)
    return tags * deepest
