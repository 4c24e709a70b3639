"""The text on which phrasings are matched: the flow without quotation marks (“双随机”任务 reads 双随机任务)."""

from __future__ import annotations

from bisect import bisect_left

from fazhi_extract.lazy import lazy_pattern

_QUOTES = lazy_pattern("[“”‘’\"'「」『』]")


class Plain:
    """`text` is the flow without quotation marks; positions are mapped both ways."""

    __slots__ = ("_removed", "text")

    def __init__(self, flow: str) -> None:
        self._removed = [m.start() for m in _QUOTES.finditer(flow)]
        if self._removed:
            pieces, done = [], 0
            for i in self._removed:
                pieces.append(flow[done:i])
                done = i + 1
            pieces.append(flow[done:])
            self.text = "".join(pieces)
        else:
            self.text = flow

    def at(self, flow_position: int) -> int:
        """The place of a flow position; a quotation mark's is that of what follows it."""
        return flow_position - bisect_left(self._removed, flow_position)

    def back(self, position: int) -> int:
        """The flow position of a place in the plain text."""
        low, high = position, position + len(self._removed)
        while low < high:
            middle = (low + high) // 2
            if self.at(middle + 1) > position:
                high = middle
            else:
                low = middle + 1
        return low
