"""The third-party files that the package carries are those that tools/vendor.py names, and go nowhere without their licence."""

import tomllib
from pathlib import Path

import pytest

import vendor

ROOT = Path(__file__).resolve().parents[2]


def test_the_files_are_the_ones_that_are_named():
    assert [fault for package in vendor.PACKAGES for fault in vendor.wrong(package)] == []


def test_another_file_is_found(monkeypatch, tmp_path):
    (package,) = vendor.PACKAGES
    monkeypatch.setattr(vendor, "FOLDER", tmp_path)
    package.folder.mkdir()
    (package.folder / "uPlot.min.css").write_text("body {}", encoding="utf-8")
    (package.folder / "more.js").write_text("", encoding="utf-8")
    faults = vendor.wrong(package)
    assert [fault.split(": ")[1].split(" ")[0] for fault in faults] == [
        "more.js",
        "uPlot.iife.min.js",
        "uPlot.min.css",
        "LICENSE",
    ]
    with pytest.raises(SystemExit):
        vendor.main(["--help"])


def test_each_is_in_the_notice_with_version_and_licence_and_its_licence_is_in_the_wheel():
    notice = (ROOT / "NOTICE.md").read_text(encoding="utf-8")
    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["license-files"]
    licences = {path for pattern in patterns for path in ROOT.glob(pattern)}
    for package in vendor.PACKAGES:
        assert f"| {package.version} | [{package.licence}](" in notice
        assert package.folder / "LICENSE" in licences


def test_a_site_carries_the_licence_of_what_it_carries(tmp_path):
    from fazhi_extract import Rulebook
    from fazhi_extract.site import open_site

    with open_site(str(tmp_path / "site"), Rulebook.default(), "zh") as site:
        site.finish()
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert page.count("Copyright (c) 2022 Leon Sorokin") == page.count("<script>") + page.count("<style>") - 2 == 2
    assert "unsafe" not in page.split("<title>")[0]
