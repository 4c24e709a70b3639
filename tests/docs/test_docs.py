"""The commands of tutorial and recipes, run in their order in a folder with the samples, where their tools are present."""

import importlib.util
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
import pytest

from fazhi_extract import extract
from fazhi_extract.cli import main
from made_reports import report_text

ROOT = Path(__file__).resolve().parents[2]
_NAMES = ("tutorial", "recipes", "page", "site", "verify", "accuracy")
DOCS = tuple(f"{name}{ending}" for name in _NAMES for ending in (".md", ".en.md"))
_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
# What a block of a shell calls beyond the shell itself and the program.
_TOOLS = ("jq", "sqlite3", "datasette")
_SHOWN = ("text", "csv")
# A line that calls the program alone; what it prints may go into a file.
_ALONE = re.compile(r"fazhi [^|>]*(?: > [^\s|>]+)?")


@dataclass
class Block:
    """A fenced block: what it is written in and what it says."""

    language: str
    code: str
    line: int


def blocks(name):
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    found = [Block(m["language"], m["code"], text.count("\n", 0, m.start()) + 1) for m in _BLOCK.finditer(text)]
    return [block for block in found if block.language not in _SHOWN]


def missing(block):
    """What keeps a block from running here; ``None`` for nothing."""
    if block.language == "sh":
        if "pip install" in block.code:
            return "installs packages"
        for tool in ("bash", *(tool for tool in _TOOLS if re.search(rf"(?:^|\| ?){tool}\b", block.code, re.MULTILINE))):
            if shutil.which(tool) is None:
                return f"no {tool} here"
        return None
    if block.language == "python":
        wanted = [name for name in ("pandas", "matplotlib") if importlib.util.find_spec(name) is None]
        return f"no {' and '.join(wanted)} here" if wanted else None
    tool = {"sql": "duckdb", "r": "Rscript", "stata": "stata"}[block.language]
    present = importlib.util.find_spec(tool) if tool == "duckdb" else shutil.which(tool)
    return None if present else f"no {tool} here"


def command(block, earlier):
    """What runs a block. Blocks of Python go on from those before them."""
    if block.language == "sh":
        return ["bash", "-euo", "pipefail", "-c", block.code]
    if block.language == "python":
        return [sys.executable, "-c", "\n".join([*(b.code for b in earlier if b.language == "python"), block.code])]
    if block.language == "sql":
        return [sys.executable, "-c", f"import duckdb; print(duckdb.sql({block.code!r}).fetchall())"]
    if block.language == "r":
        return ["Rscript", "-e", block.code]
    Path("block.do").write_text(block.code, encoding="utf-8")
    return ["stata", "-b", "do", "block.do"]


@dataclass
class Reader:
    """Someone who follows a page from its beginning, in a folder of their own."""

    blocks: list[Block]
    folder: Path
    done: list[Block] = field(default_factory=list)

    def follow(self, place):
        """Runs the blocks up to a place that have not been run; gives what the last one printed."""
        printed = ""
        for block in self.blocks[len(self.done) : place + 1]:
            if missing(block) is None:
                printed = self._run(block)
            self.done.append(block)
        return printed

    def _run(self, block):
        lines = block.code.splitlines()
        if block.language == "sh" and all(_ALONE.fullmatch(line) for line in lines):
            return self._run_here(lines)
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        surroundings = {**os.environ, "PATH": path, "PYTHONWARNINGS": "ignore", "PYTHONUTF8": "1"}
        done = subprocess.run(
            command(block, self.done), cwd=self.folder, env=surroundings, capture_output=True, text=True, encoding="utf-8",
            timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"line {block.line}\n{block.code}\n{done.stdout}\n{done.stderr}"
        assert not re.search(r"\bE\d{3}\b", done.stderr), done.stderr
        return done.stdout + done.stderr

    def _run_here(self, lines):
        """The program alone, without a process for each line."""
        printed = ""
        for line in lines:
            call, _, into = line.partition(" > ")
            streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2)]
            with chdir(self.folder), redirect_stdout(streams[0]), redirect_stderr(streams[1]):
                assert main(shlex.split(call, comments=True)[1:]) == 0, line
            for stream in streams:
                stream.flush()
            out, err = (stream.buffer.getvalue().decode() for stream in streams)
            assert not re.search(r"\bE\d{3}\b", err), err
            if into:
                (self.folder / into.strip()).write_text(out, encoding="utf-8")
            printed += err if into else out + err
        return printed


_readers: dict[str, Reader] = {}


@pytest.fixture(autouse=True)
def _chinese(monkeypatch):
    monkeypatch.delenv("FAZHI_LANG", raising=False)


@pytest.fixture
def reader(tmp_path_factory):
    def follows(name):
        if name not in _readers:
            folder = tmp_path_factory.mktemp(name.replace(".", "_"))
            shutil.copytree(ROOT / "samples", folder / "samples")
            _readers[name] = Reader(blocks(name), folder)
        return _readers[name]

    return follows


@pytest.mark.parametrize(
    ("name", "place"),
    [
        pytest.param(name, place, id=f"{name}:{block.line} {block.language}")
        for name in DOCS
        for place, block in enumerate(blocks(name))
    ],
)
def test_a_block_runs_and_tells_something(reader, name, place):
    page = reader(name)
    block = page.blocks[place]
    if (reason := missing(block)) is not None:
        page.follow(place)
        pytest.skip(f"{name}, line {block.line}: {reason}")
    printed = page.follow(place)
    writes = re.search(r"-o |savefig|stata|cat >", block.code)
    assert printed.strip() or writes or "error" in block.code
    for written in re.findall(r" -o (\S+)", block.code):
        assert (page.folder / written).exists()


@pytest.mark.parametrize("name", [name for name in DOCS if ".en" not in name])
def test_the_pages_in_both_languages_have_the_same_commands(name):
    def kinds(page):
        return [block.language for block in blocks(page)]

    assert kinds(name) == kinds(name.replace(".md", ".en.md"))


def test_the_tutorial_shows_what_the_program_prints(reader):
    page = reader("tutorial.md")
    page.follow(len(page.blocks))
    run = [Path(sys.executable).with_name("fazhi"), "table", "结果.jsonl", "--why", "砚泽市应急管理局 2020 罚款金额"]
    printed = subprocess.run(run, cwd=page.folder, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    shown = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    assert "\n".join(printed.splitlines()[:4]) in shown


GUIDES = tuple(
    f"docs/{name}{end}"
    for name in ("rules", "commands", "install", "scale", "schema-versions")
    for end in (".md", ".en.md")
)
PAGES = (
    "README.md",
    "README.en.md",
    "CONTRIBUTING.md",
    "CONTRIBUTING.en.md",
    *(f"docs/{name}" for name in DOCS),
    *GUIDES,
)


def anchors(page):
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name):
    page = ROOT / name
    targets = re.findall(r"\]\(([^)#]*)(?:#([^)]*))?\)", page.read_text(encoding="utf-8"))
    assert targets
    for file, anchor in targets:
        target = page.parent / file if file else page
        assert file.startswith("http") or target.exists(), file
        assert not anchor or anchor in anchors(target), anchor


def readme_lines(name):
    """The lines of the README that call the program, without their comments."""
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = "\n".join(m["code"] for m in _BLOCK.finditer(text) if m["language"] == "sh").splitlines()
    return list(dict.fromkeys(re.sub(r"\s+#.*", "", line) for line in lines if line.startswith("fazhi ")))


def correction(path):
    """What a page saves where its reader confirmed the first figure."""
    text = path.read_text(encoding="utf-8")
    first = extract(text).metrics[0]
    reviewed = {"review": "confirmed", "span": list(first.span), "text": first.text, "metric": first.id}
    return json.dumps({"file": path.name, "metrics": [reviewed], "decoys": []}, ensure_ascii=False)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder with all that the lines of the README name."""
    folder = tmp_path_factory.mktemp("desk")
    reports = {
        "报告文件夹/a.txt": 2021,
        "2021年/a.txt": 2021,
        "2022年/a.txt": 2022,
        "报告.txt": 2021,
        "报告/甲/2023.txt": 2023,
    }
    for name, year in reports.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(report_text("某市卫生健康委员会", year), encoding="utf-8")
    (folder / "清单.csv").write_text("path\n报告.txt\n", encoding="utf-8")
    crawl = openpyxl.Workbook()
    crawl.active.append(["网址", "正文"])
    crawl.active.append(["https://example.org/1", report_text("某市卫生健康委员会", 2021)])
    crawl.save(folder / "采集.xlsx")
    (folder / "模板.csv").write_text("列,表头,单位\n罚款金额,罚款,万元\n", encoding="utf-8")
    (folder / "台账.csv").write_text("发文机关,年度,行政处罚案件数\n某市卫生健康委员会,2021,743\n", encoding="utf-8")
    (folder / "更正").mkdir()
    (folder / "更正" / "a.json").write_text(correction(folder / "报告文件夹/a.txt"), encoding="utf-8")
    (folder / "答案").mkdir()
    key = "health_2021"
    for place, name in (("答案", f"{key}.key.json"), ("报告", f"{key}.txt")):
        shutil.copy(ROOT / "samples" / name, folder / place / name)
    for made in ("extract 报告文件夹 -o 结果.jsonl", "extract 报告.txt -o 报告.json", "rules new my.toml"):
        subprocess.run(
            [Path(sys.executable).with_name("fazhi"), *made.split()], cwd=folder, check=True, capture_output=True
        )
    return folder


@pytest.mark.parametrize("line", readme_lines("README.md"))
def test_a_line_of_the_readme_runs(desk, line, monkeypatch, capfd):
    monkeypatch.chdir(desk)
    monkeypatch.delenv("FAZHI_LANG", raising=False)
    if not re.search("[|>]", line):
        assert main(shlex.split(line)[1:]) == 0
        assert not re.search(r"\bE\d{3}\b", capfd.readouterr().err)
        return
    if shutil.which("bash") is None:
        pytest.skip(f"{line}: no bash here")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    ran = ["bash", "-o", "pipefail", "-c", line]
    done = subprocess.run(ran, env={**os.environ, "PATH": path}, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_both_readmes_have_the_same_lines():
    def verbs(name):
        return [(line.split()[1], sorted(re.findall(r" --?\w+", line))) for line in readme_lines(name)]

    assert len(readme_lines("README.md")) > 15
    assert verbs("README.md") == verbs("README.en.md")
