"""A report read in any layout says what it says when it is clean: the same figures, dates, sections and metadata."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fazhi_extract import extract
from keys import read
from layouts import TRANSFORMS, Agreement, Laid, compare

HERE = Path(__file__).parent
FOLDERS = (HERE.parent / "samples", HERE / "data" / "reports")
NAMES = (
    "market_regulation_2022",
    "county_government_2022",
    "emergency_management_2020",
    "street_office_2021",
    "taxation_2022",
    "police_2023",
    "natural_resources_2020",
    "boling_water_2023",
    "daining_city_2021",
    "liuwu_town_2024",
)
FLOORS = tomllib.loads((HERE / "data" / "layouts.toml").read_text(encoding="utf-8"))
ASPECTS = ("metrics", "dates", "sections", "ends", "metadata")


def reading(text: str) -> dict[str, Any]:
    return extract(text).model_dump(mode="json")


@cache
def clean(name: str) -> dict[str, Any]:
    path = next(path for folder in FOLDERS if (path := folder / f"{name}.txt").exists())
    return reading(read(path))


@pytest.mark.parametrize("layout", TRANSFORMS)
def test_a_layout_changes_nothing(layout: str):
    total = Agreement()
    glued = layout.startswith("one-line")
    for name in NAMES:
        wanted = clean(name)
        if glued and not all(section["marker"] for section in wanted["sections"]):
            continue  # only its line breaks tell where a part without a marker begins
        laid = TRANSFORMS[layout](Laid.clean(wanted["source"]["text"]))
        found = reading(laid.text)
        for entry in (*found["metrics"], *found["dates"]):
            assert laid.text[slice(*entry["span"])] == entry["text"]
        total.add(compare(wanted, laid, found, glued))
    floors = FLOORS.get(layout, {})
    short = {a: total.share(a) for a in ASPECTS if total.share(a) < floors.get(a, 1.0)}
    assert not short, "\n".join(total.lost)
    assert total.asked["metrics"] > 200
    assert total.asked["sections"] > 80


def test_transforms_keep_the_text_and_its_places():
    """What a transform leaves of the clean text stands in order, and points at where it stood."""
    for layout, transform in TRANSFORMS.items():
        text = clean(NAMES[0])["source"]["text"]
        laid = transform(Laid.clean(text))
        places = [o for o in laid.origin if o >= 0]
        assert len(laid.text) == len(laid.origin), layout
        assert places == sorted(set(places)), layout
        kept = "".join(text[o] for o in places if text[o].strip())
        assert kept == "".join(text.split()), layout
        assert laid.text != text, layout


def test_a_spoilt_reading_is_noticed():
    wanted = clean(NAMES[0])
    laid = TRANSFORMS["wrapped-28"](Laid.clean(wanted["source"]["text"]))
    found = reading(laid.text)
    assert compare(wanted, laid, found).share("metrics") == 1.0
    found["metrics"][0]["value"] += 1
    found["dates"].pop()
    found["sections"][1]["level"] += 1
    spoilt = compare(wanted, laid, found)
    assert all(spoilt.share(aspect) < 1.0 for aspect in ("metrics", "dates", "sections"))
