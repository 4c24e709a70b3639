"""Where the issuer lies: by its name, and where that fits several places, by what else the report says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fazhi_extract.describe.issuer import Issuer, read_issuer
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import IssuerType, Level
from fazhi_extract.rulebook.regions import Place, regions

_BODIES = ("委", "人民政府", "政府", "人大", "司法局", "中级人民法院")
_BEFORE_NAME = lazy_pattern(r"^(?:关于)?(?:20\d{2}年(?:度)?)?")
_PROVINCE = ("省", "自治区")


@dataclass(frozen=True, slots=True)
class Located:
    """What is known of the issuer's place. `region` has the fields of the model; `span` is a range of the name."""

    region: dict[str, str | None] | None = None
    level: Level | None = None
    type: IssuerType | None = None
    key: str | None = None
    span: tuple[int, int] | None = None
    ambiguous: tuple[str, tuple[str, ...]] | None = None
    """A name that several places have, and these in full."""
    unknown: str | None = None
    """A place that the table does not have."""


def locate(
    name: str,
    *,
    year: int | None = None,
    title: str = "",
    publisher: str = "",
    receivers: Sequence[str] = (),
    text: str = "",
) -> Located:
    """The place, level, sort and key of the issuer `name` (empty where the report names none).

    `year` is the reporting year: names are looked up as they were then. Title, `publisher`, `receivers`
    (addressees, cc) and `text` decide between places of one name; all but the text tell where a 市司法局 lies. Where they
    do not, the region is None.
    """
    issuer = read_issuer(name, year)
    said = [publisher, *receivers]
    candidates = list(issuer.places)
    if not candidates and not issuer.units:
        candidates = _elsewhere(issuer, title, said, year)
    elif len(candidates) > 1 or (candidates and issuer.alone and _common(candidates[0])):
        supported = _supported(candidates, [title, *said], text, year)
        candidates = supported or (candidates if len(candidates) > 1 else [])
    place = candidates[0] if len(candidates) == 1 else None
    return Located(
        region=_region(place, year) if place else None,
        level=_level(issuer, place, receivers),
        type=issuer.type,
        key=issuer.key(place) if place or not issuer.places else None,
        span=(issuer.start, issuer.end) if place and issuer.places else None,
        ambiguous=(candidates[0].name, tuple(_path(p, year) for p in candidates)) if len(candidates) > 1 else None,
        unknown="".join(issuer.units) if issuer.units and not issuer.masked else None,
    )


def _level(issuer: Issuer, place: Place | None, receivers: Sequence[str]) -> Level | None:
    if issuer.level is not None or issuer.zone:
        return issuer.level
    if place is not None and not issuer.units:
        return place.level
    # A county's 市 reports to its prefecture.
    of_city = issuer.generic == "市" or (len(issuer.units) == 1 and issuer.units[0].endswith("市"))
    return "municipal" if of_city and any(_provincial(words) for words in receivers) else None


def _region(place: Place, year: int | None) -> dict[str, str | None]:
    named: dict[str, str | None] = dict.fromkeys(("province", "city", "county"))
    keys = {"provincial": "province", "municipal": "city", "county": "county"}
    for one in (*regions().above(place, year), place):
        named[keys[one.level]] = one.name
    return {**named, "code": place.code}


def _path(place: Place, year: int | None) -> str:
    return "".join(p.name for p in (*regions().above(place, year), place))


def _common(place: Place) -> bool:
    """城区, 东区: names that also stand for a part of any city."""
    return len(place.name) == 2 and place.name.endswith("区")


def _supported(places: Sequence[Place], said: Sequence[str], text: str, year: int | None) -> list[Place]:
    """The place whose city or province the report names, in its heads or with an authority, if it is one alone."""
    found = []
    for place in places:
        above = [p.name for p in regions().above(place, year)]
        inner = above[-1:]
        if (
            any(name in words for name in above for words in said)
            or any(name + place.name in text for name in inner)
            or any(name + body in text for name in inner for body in _BODIES)
        ):
            found.append(place)
    return found if len(found) == 1 else []


def _elsewhere(issuer: Issuer, title: str, said: Sequence[str], year: int | None) -> list[Place]:
    """The place of a 市司法局: that of the title, or of the publisher or 市人民政府 that is named beside it."""
    if issuer.zone:
        return _city_of(issuer.zone, year)
    found: dict[str, Place] = {}
    for words in [title, *(said if issuer.generic else ())]:
        other = read_issuer(_BEFORE_NAME.sub("", words), year)
        if len(other.places) == 1 and not other.units and not (other.alone and _common(other.places[0])):
            place = other.places[0]
            if not issuer.generic or place.name.endswith(issuer.generic):
                found[place.code] = place
    return list(found.values()) if len(found) == 1 else []


def _city_of(zone: str, year: int | None) -> list[Place]:
    """The city whose name a zone bears without its ending: 苏州工业园区."""
    for length in (4, 3, 2):
        cities = [p for p in regions().named(f"{zone[:length]}市", year) if p.level != "county"]
        if cities:
            return cities
    return []


def _provincial(superior: str) -> bool:
    """Whether a body is a province's: 省司法厅, 江苏省人民政府."""
    other = read_issuer(superior, None)
    return (
        other.generic == "省"
        or superior.startswith("自治区")
        or any(p.level == "provincial" and p.name.endswith(_PROVINCE) for p in other.places)
    )
