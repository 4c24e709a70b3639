"""One fault for each stage of the program, for tests of the fuzzer: a fuzzer that finds none of them would find nothing.

Each is planted by pytest's ``monkeypatch`` and is of a kind that happens: a place off by one, a number that gets lost,
an exception nobody expected, an answer that is another one the second time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

import fuzz_targets
from fazhi_extract import pipeline, text
from fazhi_extract.errors import FazhiError
from fazhi_extract.find import finder
from fazhi_extract.read import docx
from fazhi_extract.read.html import lines
from fazhi_extract.rulebook import rulebook
from fazhi_extract.rulebook.phrasings import Row


@dataclass(frozen=True)
class Fault:
    """Which target has to find it, where it is planted (a module and a name in it), and what does the work there instead.

    ``instead`` gets the function that it takes the place of and returns the faulty one.
    """

    target: str
    module: Any
    name: str
    instead: Callable[[Any], Any]


def _last_character_twice(read_bytes: Any) -> Any:
    def read(*given: Any, **options: Any) -> Any:
        document = read_bytes(*given, **options)
        return replace(document, text=document.text + document.text[-1:])

    return read


def _map_off_by_one(flow: Any) -> Any:
    def off(*given: Any) -> Any:
        words, back = flow(*given)
        return words, type(back)("q", (place + 1 for place in back))

    return off


def _section_longer_than_its_parent(outline: Any) -> Any:
    def longer(source: Any) -> Any:
        parts = outline(source)
        for node in parts.nodes:
            node.end += node.parent is not None
        return parts

    return longer


def _span_too_long(quantities: Any) -> Any:
    return lambda *given: [replace(entry, end=entry.end + 1) for entry in quantities(*given)]


def _figure_lost(figures: Any) -> Any:
    return lambda *given: figures(*given)[:-1]


def _another_one_each_time(relabel: Any) -> Any:
    runs = count()

    def relabelled(found: Any) -> None:
        relabel(found)
        run = next(runs)
        for figure in found:
            figure.label = f"{figure.label}{run}"

    return relabelled


def _no_table_was_ever_empty(read_table: Any) -> Any:
    def read(table: Any) -> Any:
        table.children[0]  # IndexError, which is none of the program's own
        return read_table(table)

    return read


def _every_document_has_notes(notes: Any) -> Any:
    return lambda package: notes(package)["footnote", "1"]


def _every_indicator_has_units(build: Any) -> Any:
    def built(entry: Any, *given: Any, **options: Any) -> Any:
        entry["units"]
        return build(entry, *given, **options)

    return built


def _number_in_front_stands_alone(parse: Any) -> Any:
    return lambda say: Row((), ()) if say.startswith("N") and parse(say) else parse(say)


def _failures_are_left_out(stream_results: Any) -> Any:
    def streamed(*given: Any, **options: Any) -> Any:
        found = stream_results(*given, **options)
        return found if isinstance(found, bytes) else (None if isinstance(e, FazhiError) else e for e in found)

    return streamed


FAULTS = {
    "the last character is read twice": Fault("decode", fuzz_targets, "read_bytes", _last_character_twice),
    "places in the text as read are off by one": Fault("flow", text, "_flow", _map_off_by_one),
    "a section is longer than its parent": Fault("split", fuzz_targets, "outline", _section_longer_than_its_parent),
    "a quantity's span is too long by one": Fault("find", finder, "quantities", _span_too_long),
    "a numeral is in no account": Fault("whole", pipeline, "figures", _figure_lost),
    "the second run says another thing": Fault("whole", pipeline, "relabel", _another_one_each_time),
    "a table without rows raises IndexError": Fault("html from scratch", lines, "_table", _no_table_was_ever_empty),
    "a document without notes raises KeyError": Fault("docx", docx, "_notes", _every_document_has_notes),
    "an indicator without units raises KeyError": Fault(
        "rules from scratch", rulebook, "build", _every_indicator_has_units
    ),
    "a phrasing without words is taken": Fault("phrasings", fuzz_targets, "parse", _number_in_front_stands_alone),
    "a line that cannot be read is None": Fault("json lines", fuzz_targets, "stream_results", _failures_are_left_out),
}
