"""A folder of reports, and the command line on it."""

import pytest

from fazhi_extract.cli import main
from made_reports import WEST, report_text


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working directory with two reports in ``reports``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FAZHI_LANG", raising=False)
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(report_text(), encoding="utf-8")
    (reports / "b.txt").write_text(report_text("乙市卫生健康委员会", 2022, WEST), encoding="utf-8")
    return tmp_path


@pytest.fixture
def fazhi(capfd):
    """Runs the program; gives its status, standard output and standard error."""

    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return status, out, err

    return run
