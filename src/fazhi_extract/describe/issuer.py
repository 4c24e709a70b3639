"""What an issuer's name says: in which place, at which level, what sort of body, and which one under changed names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fazhi_extract.layout.body_names import FORCE, SOCIETY
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import IssuerType, Level
from fazhi_extract.rulebook.regions import Place, bodies, regions

_HAN = r"[\u4e00-\u9fffXx×*]"
_AHEAD = lazy_pattern("(?:中国共产党|中共|中华人民共和国|国家(?:税务|统计|移民管理)(?:总局|局)(?=.{2}))")
_GENERIC = lazy_pattern("[省市县区州盟旗](?!域|场(?!监))(?=.)")
# A place that the table does not know, by its ending.
_UNIT = lazy_pattern(
    rf"(?P<name>{_HAN}{{1,12}}?(?:自治[区州县旗])|{_HAN}{{1,5}}?(?:省|地区|市(?!场监)|州|盟|县|旗|区(?!域)))(?=.)"
)
# 某市公安局鹿城区分局, 某市生态环境局西湖分局: a bureau's branch for a part of the city
_BRANCH = lazy_pattern(rf"(?P<field>{_HAN}{{2,12}}?)局(?P<name>{_HAN}{{2,6}})分局$")
_NO_UNIT = lazy_pattern("(?:[城都集超门]市|联盟|[社校小辖边库矿林]区|地区|人民政府.*)$")
_ZONE = lazy_pattern(
    rf"(?P<name>{_HAN}{{0,16}}?(?:(?:开发|高新技术产业|高新|经开|新|园|示范|度假|风景|名胜|保税|合作|试验|集聚|管理|港)区|(?:产业|工业|科技)园区?|新城))"
)
_TOWN = lazy_pattern(
    rf"(?:人民政府)?(?P<name>{_HAN}{{1,8}}?(?:街道|镇|乡|苏木))(?P<rest>办事处|人民政府|党工委|党委|综合.*|司法所|$)"
)
_PARTY = lazy_pattern(
    "委(?![员托])|.{0,12}?(?:依法治[省市县区州旗盟镇]|党的)[^局]*(?:委员会|办公室|办)$|.*(?:纪委|党工委)$"
)
_OTHER = lazy_pattern(f"(?:{SOCIETY}|{FORCE}|法院|检察院|中心|集团|公司|研究院|[站所馆台社行])$")
_DEPARTMENT = lazy_pattern("(?:局|厅|署|委员会|委|办公室|办|海关)$")
_PARTY_GROUP = lazy_pattern("(?:党组|党委|机关党委)$")
_FORM = lazy_pattern("(?:局|厅|委员会|委|办公室|办)$")

_LEVELS: dict[str, Level] = {
    "省": "provincial", "州": "municipal", "盟": "municipal", "县": "county", "区": "county", "旗": "county"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer's name taken apart. ``places`` are those of the table that its place may be, innermost only;
    ``units`` are places that the table does not know; ``end`` is where the places end in the name.
    """

    name: str
    places: tuple[Place, ...]
    alone: bool
    """Whether the place stands without a province or city before it."""
    units: tuple[str, ...]
    generic: str
    """省, 市, 县, 区 … of 市司法局, where the name leaves the place out."""
    zone: str
    town: str
    body: str
    start: int
    end: int

    @property
    def type(self) -> IssuerType | None:
        """What sort of body it is."""
        body = self.body
        if self.town:
            return "subdistrict" if self.town.endswith("街道") else "government"
        if not body:
            return None
        if body in ("人民政府", "政府", "行政公署", "行署"):
            return "government"
        if self.zone and re.fullmatch("管理委员会|管委会|党工委.*", body):
            return "zone"
        if _PARTY.match(body):
            return "party"
        body = _PARTY_GROUP.sub("", body)
        if _OTHER.search(body):
            return "other"
        return "department" if _DEPARTMENT.search(body) else None

    @property
    def level(self) -> Level | None:
        """The level that the name shows by itself. 市 alone may be a prefecture's or a county's."""
        if self.town:
            return "township"
        if self.zone:
            return None
        if self.units:
            last = self.units[-1]
            if last.endswith("自治区"):
                return "provincial"
            if last.endswith("地区"):
                return "municipal"
            if last.endswith("市"):
                return "county" if len(self.units) > 1 or any(p.level == "municipal" for p in self.places) else None
            return _LEVELS[last[-1]]
        if self.places:
            levels = {place.level for place in self.places}
            return levels.pop() if len(levels) == 1 else None
        if not self.generic and self.name.startswith(("国家", "国务院")):
            return "national"
        return _LEVELS.get(self.generic)

    @property
    def masked(self) -> bool:
        """Whether its place is blanked out."""
        return any(c in "Xx×*某" for unit in (*self.units, self.zone, self.town) for c in unit)

    def key(self, place: Place | None) -> str | None:
        """A key that the same body keeps under changed names; ``place`` is where it lies, if that is known."""
        if self.type is None or self.masked:
            return None
        where = [place.heir if place else "", *self.units]
        if place is None and (self.places or not self.units or self._may_recur):
            return None
        return "/".join(words for words in (*where, self.zone, self.town, _key_of(self.body)) if words)

    @property
    def _may_recur(self) -> bool:
        """Whether other cities may have a place of that name too: 高新区, without its city."""
        return len(self.units) == 1 and self.units[0].endswith("区")


def read_issuer(name: str, year: int | None) -> Issuer:
    """Takes a name apart. Whatever it is, there is an answer; what it does not show is empty."""
    ahead = _AHEAD.match(name)
    start = at = ahead.end() if ahead else 0
    places: tuple[Place, ...] = ()
    steps = 0
    while True:
        end, found = _longest(name, at, year, places)
        if not found:
            break
        places, at, steps = found, end, steps + 1
    branch = _BRANCH.match(name, at) if places else None
    part = _part_of_city(branch["name"], year, places) if branch else ()
    if branch and part:
        body = f"{branch['field']}分局"
        return Issuer(name, part, False, (), "", "", "", body, start, branch.end("name"))
    generic = _GENERIC.match(name, at) if not places else None
    units: list[str] = []
    zone = town = ""
    if generic:
        at = generic.end()
    end = at
    town_found = _TOWN.match(name, at)
    while not town_found:
        unit = _UNIT.match(name, at)
        zone_found = _ZONE.match(name, at)
        if zone_found and (unit is None or not unit["name"].endswith(("省", "市", "县", "旗"))):
            zone, at = zone_found["name"], zone_found.end()
            break
        if unit is None or generic or len(units) == 3 or _NO_UNIT.search(unit["name"]):
            break
        units.append(unit["name"])
        at = end = unit.end()
        town_found = _TOWN.match(name, at)
    if town_found:
        town, at = town_found["name"], town_found.end("name")
    return Issuer(
        name, places, steps == 1, tuple(units), generic.group() if generic else "", zone, town, name[at:], start, end
    )


def _longest(name: str, at: int, year: int | None, above: tuple[Place, ...]) -> tuple[int, tuple[Place, ...]]:
    """The longest name of the table that starts there and fits what stands before it."""
    table = regions()
    for end in range(min(len(name), at + table.longest), at + 1, -1):
        found = table.named(name[at:end], year)
        if above:
            found = [p for p in found if any(p.lies_in(a) for a in above)]
        if found:
            return end, tuple(found)
    return at, ()


def _part_of_city(name: str, year: int | None, above: tuple[Place, ...]) -> tuple[Place, ...]:
    """The county or district that a branch is named after, with its ending or without (鹿城区分局, 西湖分局)."""
    for ending in ("", "区", "县", "市"):
        found = [p for p in regions().named(name + ending, year) if any(p.lies_in(a) for a in above)]
        if found:
            return tuple(found)
    return ()


def _key_of(body: str) -> str:
    """卫生健康 for 卫生和计划生育委员会党组: without party group and form, under the name after the reforms."""
    words = _PARTY_GROUP.sub("", body) or body
    if words in ("政府", "人民政府", "行政公署", "行署"):
        return "人民政府"
    if words in ("管委会", "管理委员会"):
        return "管理委员会"
    if words.startswith("委"):
        return f"党{words}"
    stem = words if words.startswith("人民政府办") else _FORM.sub("", words) or words
    return bodies().get(stem, stem)
