"""What the user says of the heads: a file with a line for each, in CSV (表头, 含义, 单位) or TOML (head = "meaning").

The meaning is an indicator by code or name (``penalty.cases[stage=decided]``, 行政处罚案件数·作出决定), the name of a field
(发文机关, 年度, 文件 …), or ``-`` for a column to pass over.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from fazhi_extract.errors import FazhiError
from fazhi_extract.read import read_path, shown_path
from fazhi_extract.source_lines import broken_line
from fazhi_extract.table.template import find_key
from fazhi_extract.verify.fields import FIELD, Field
from fazhi_extract.verify.names import Meaning, is_unit

if TYPE_CHECKING:
    from fazhi_extract.rulebook import Rulebook

_HEADS = {
    "表头": "head",
    "列": "head",
    "列名": "head",
    "名称": "head",
    "含义": "meaning",
    "指标": "meaning",
    "单位": "unit",
}
_NOTHING = ("-", "—", "不用", "ignore")


@dataclass(frozen=True, slots=True)
class Mapping:
    """Heads, or names of rows, with what the user says of them."""

    meanings: dict[str, Meaning | None] = field(default_factory=dict)
    fields: dict[str, Field] = field(default_factory=dict)


def read_mapping(path: str, book: Rulebook) -> Mapping:
    """Reads the file. Raises :class:`FazhiError`: E2xx where it cannot be read, E198 where it is no mapping, E197 for a meaning
    that nobody knows."""
    shown, result = shown_path(path), Mapping()
    for line, head, meaning, unit in _lines(path, shown):
        if meaning in _NOTHING:
            result.meanings[head] = None
        elif meaning.lower() in FIELD:
            result.fields[head] = FIELD[meaning.lower()]
        else:
            key, part = find_key(meaning, book.indicators)
            if key is None or part != "value":
                names = [*book.indicators, *(i.zh for i in book.indicators.values())]
                near = ", ".join(get_close_matches(meaning, names, 3)) or "fazhi indicators"
                raise FazhiError("E197", path=shown, line=line, name=meaning, near=near)
            if unit and not is_unit(unit):
                raise FazhiError("E197", path=shown, line=line, name=unit, near="件, 元, 万元, 亿元, %")
            result.meanings[head] = Meaning(head, (key,), "map", unit or None)
    return result


def _lines(path: str, shown: str) -> Iterator[tuple[int, str, str, str]]:
    """Line, head, meaning and unit of each entry."""
    text = read_path(path).text
    if path.lower().endswith(".toml"):
        try:
            table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line, reason = broken_line(str(error), text)
            raise FazhiError("E198", path=shown, line=line, reason=reason) from error
        lines = text.split("\n")
        for head, said in table.items():
            line = next((n for n, words in enumerate(lines, 1) if head in words), 1)
            entry = {"meaning": said} if isinstance(said, str) else said
            if not isinstance(entry, dict) or not all(isinstance(one, str) for one in entry.values()):
                raise FazhiError("E198", path=shown, line=line, reason=head)
            words = {_HEADS.get(name, name): one.strip() for name, one in entry.items()}
            if "meaning" not in words or not words.keys() <= {"meaning", "unit"}:
                raise FazhiError("E198", path=shown, line=line, reason=f"{head}: {', '.join(entry)}")
            yield line, head.strip(), words["meaning"], words.get("unit", "")
        return
    rows = csv.reader(io.StringIO(text, newline=""))
    heads = [_HEADS.get(name.strip(), name.strip()) for name in next(rows, [])]
    if not {"head", "meaning"} <= set(heads):
        raise FazhiError("E198", path=shown, line=1, reason=", ".join(heads) or "-")
    for row in rows:
        said = dict(zip(heads, (cell.strip() for cell in row), strict=False))
        if said.get("head") and said.get("meaning"):
            yield rows.line_num, said["head"], said["meaning"], said.get("unit", "")
