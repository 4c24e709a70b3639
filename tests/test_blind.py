"""Passages written from the indicators' definitions by somebody who had not seen the rules."""

import re
import tomllib
from pathlib import Path

import pytest

from fazhi_extract import extract

FOLDER = Path(__file__).parent / "data" / "blind"
HEAD = "某市某局2022年法治政府建设年度报告\n\n"
CLOSED = ("stage", "result", "level", "instrument", "instance", "procedure", "channel")
AT_LEAST = {"found": 0.985, "value": 0.98, "role": 0.98, "code": 0.95, "attributes": 0.90}


def passages():
    for path in sorted(FOLDER.glob("*.toml")):
        yield from tomllib.loads(path.read_text(encoding="utf-8"))["passage"]


def judge(passage) -> list[tuple[str, bool, str]]:
    """What the program makes of each figure of a passage: (field, right, words)."""
    text, spans = "", []
    for part in re.split("(〔[^〕]*〕)", passage["text"]):
        if part.startswith("〔"):
            spans.append((len(HEAD) + len(text), len(HEAD) + len(text) + len(part) - 2))
        text += part.strip("〔〕") if part.startswith("〔") else part
    metrics = [m for m in extract(HEAD + text + "\n").metrics if m.form != "in_words"]
    used: set[str] = set()
    result = []
    place = -1
    for figure in passage["figures"]:
        place += not figure.get("again")
        also = figure.get("also", {})
        codes = [None if c == "null" else c for c in (figure["code"], *also.get("code", ()))]
        there = [m for m in metrics if m.id not in used and m.span[0] < spans[place][1] and m.span[1] > spans[place][0]]
        there.sort(key=lambda m: m.indicator not in codes)
        words = f"{figure['text']} in {text}"
        if not there:
            result.append(("found", False, words))
            continue
        metric = there[0]
        used.add(metric.id)
        result.append(("found", metric.span == spans[place], words))
        result.append(
            (
                "value",
                metric.value == pytest.approx(figure["value"]) if "value" in figure else metric.value is None,
                words,
            )
        )
        result.append(
            ("role", metric.role in (figure.get("role", "actual"), *also.get("role", ())), f"{words}: {metric.role}")
        )
        result.append(("code", metric.indicator in codes, f"{words}: {metric.indicator}"))
        if metric.indicator is not None and metric.indicator in codes:
            stated = {k: v for k, v in metric.attributes.items() if k in CLOSED}
            wanted = (figure.get("attributes", {}), *also.get("attributes", ()))
            result.append(("attributes", stated in wanted, f"{words}: {stated}"))
    result += [("found", False, f"{m.text} is no figure of {text}") for m in metrics if m.id not in used]
    return result


@pytest.fixture(scope="module")
def judged():
    return [entry for passage in passages() for entry in judge(passage)]


@pytest.mark.parametrize("name", AT_LEAST)
def test_blind_passages(judged, name):
    asked = [right for field, right, _ in judged if field == name]
    wrong = "\n".join(words for field, right, words in judged if field == name and not right)
    assert len(asked) > 400
    assert sum(asked) / len(asked) >= AT_LEAST[name], wrong
