"""A small report of our own, as the pipeline would hand it over."""

from typing import Any

import pytest

TEXT = "一、做法\n全年受理投诉12件，办结10件。\n（一）依据《投诉办法》，4月开展第三次检查。\n二、不足\n罚款**元。\n"


def span(words: str, start: int = 0) -> list[int]:
    at = TEXT.index(words, start)
    return [at, at + len(words)]


def metric(number: int, words: str, **other: Any) -> dict[str, Any]:
    sentence = next(line for line in TEXT.splitlines() if words in line)
    entry = {
        "id": f"m{number}",
        "text": words,
        "span": span(words),
        "kind": "count",
        "value": int(words[:-1]) if words[0].isdigit() else None,
        "value_to": None,
        "unit": words[-1],
        "bound": "exact",
        "form": "number",
        "role": "actual",
        "label": "投诉",
        "indicator": None,
        "attributes": {},
        "scope": None,
        "scope_kind": None,
        "period": {"start": "2021-01-01", "end": "2021-12-31", "stated": False},
        "headline": False,
        "section": "s1",
        "sentence": span(sentence),
        "quote": sentence,
        "links": [],
        "candidates": [],
        "doubts": [],
        "rule": None,
    }
    return entry | other


def section(name: str, parent: str | None, level: int, begins: str, ends: str | None, **other: Any) -> dict[str, Any]:
    start = TEXT.index(begins)
    end = TEXT.index(ends) if ends else len(TEXT)
    entry = {"id": name, "parent": parent, "kind": "section", "level": level, "marker": begins[:2], "title": begins[2:]}
    entry |= {"topic": None, "span": [start, end], "heading": span(begins), "text": TEXT[start:end].strip()}
    return entry | other


@pytest.fixture
def payload() -> dict[str, Any]:
    """Fresh for every test, which may spoil it."""
    return {
        "schema_version": "1.0",
        "tool": {
            "name": "fazhi-extract",
            "version": "0.1.0",
            "rules": [{"name": "builtin", "sha256": "0" * 64}],
            "fingerprint": None,
        },
        "report_id": "00c0ffee00c0ffee",
        "error": None,
        "source": {
            "path": "report.txt",
            "reader": "text",
            "media_type": "text/plain",
            "encoding": "utf-8",
            "sha256": "a" * 64,
            "length": len(TEXT),
            "text": TEXT,
            "pages": [],
            "blocks": [],
            "furniture": [],
        },
        "metadata": {
            "title": "做法",
            "issuer": None,
            "addressees": ["投诉"],
            "document_number": None,
            "reporting_year": 2021,
            "signed_on": None,
            "published_on": None,
            "printed_on": None,
            "published_by": None,
            "cc": [],
            "disclosure": None,
            "region": {"province": "江苏省", "city": "无锡市", "county": None, "code": "320200"},
            "issuer_level": "municipal",
            "issuer_type": "department",
            "issuer_key": "320200/卫生健康",
            "spans": {"title": span("做法"), "addressees": [span("投诉")]},
            "given": None,
        },
        "sections": [
            section("s1", None, 1, "一、做法", "二、"),
            section("s1.1", "s1", 2, "（一）", "二、", title=None, marker="（一）"),
            section("s2", None, 1, "二、不足", None),
        ],
        "metrics": [
            metric(1, "12件", attributes={"stage": "accepted", "joint": True, "actor": "某局"}),
            metric(2, "10件", links=[{"relation": "whole", "metric": "m1"}], attributes={"stage": "completed"}),
            metric(3, "**元", kind="money", form="masked", section="s2"),
        ],
        "dates": [
            {
                "id": "d1",
                "text": "4月",
                "span": span("4月"),
                "start": "2021-04-01",
                "end": "2021-04-30",
                "granularity": "month",
                "year_inferred": True,
                "masked": False,
                "section": "s1.1",
            }
        ],
        "citations": [{"title": "投诉办法", "document_number": None, "span": span("投诉办法"), "section": "s1.1"}],
        "turned_down": [{"text": "第三次", "span": span("第三次"), "reason": "ordinal"}],
        "checks": [
            {"rule": "parts", "agrees": True, "severity": "error", "metrics": ["m1", "m2"], "message": "10 ≤ 12"}
        ],
        "notes": [{"code": "N101", "severity": "info", "message": "…", "span": [0, 2]}],
    }
