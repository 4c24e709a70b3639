"""The import contract: every layer imports lower layers only, and no stage imports another."""

import ast
import subprocess
import sys
from pathlib import Path

import fazhi_extract

PACKAGE = Path(fazhi_extract.__file__).parent

STAGES = {"read", "split", "find", "resolve", "describe", "check", "write"}
LAYERS = (
    {"arrow", "cli"},
    {"batch"},
    {"verify"},
    {"compare", "config", "explain", "rulecheck", "rulediff", "score", "suggest"},
    {"site"},
    {"page", "table"},
    {"review"},
    {"pipeline"},
    {"assemble"},
    STAGES,
    {"rulebook"},
    {"outline"},
    {"text"},
    {"grid"},
    {"layout", "mention", "quoting", "source_lines", "twins"},
    {"model"},
    {"collector", "errors", "limits"},
    {"messages"},
    {"lazy"},
)
HEIGHT = {name: -height for height, layer in enumerate(LAYERS) for name in layer}


def imported_parts(path: Path) -> set[str]:
    """The parts of the package (first name below it) that a file imports, in functions and for type checking too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module == "fazhi_extract":
                names |= {f"fazhi_extract.{alias.name}" for alias in node.names}
            else:
                names.add(node.module or "")
    inside = {name.split(".")[1] for name in names if name.startswith("fazhi_extract.")}
    return inside - {"__version__"}


def modules() -> dict[Path, str]:
    """Every module of the package and the part that it belongs to; the package's own front stands above all."""
    parts = {path: path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in PACKAGE.rglob("*.py")}
    return {path: part for path, part in parts.items() if part not in ("__init__", "__main__")}


def test_every_part_has_a_layer():
    assert set(modules().values()) <= set(HEIGHT)


def test_imports_run_downwards():
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {other}"
        for path, part in modules().items()
        for other in imported_parts(path)
        if other != part and HEIGHT[other] >= HEIGHT[part]
    ]
    assert not wrong, "\n".join(wrong)


def test_only_the_console_writes_to_standard_error():
    wrong = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "stderr" and path.name != "console.py"
    ]
    assert not wrong, "\n".join(wrong)


def test_the_version_loads_nothing_heavy():
    program = (
        "import sys; from fazhi_extract.cli import main; main(['--version']);"
        "print(*sorted(name for name in sys.modules if name.split('.')[0] in sys.argv[1:] or name in sys.argv[1:]))"
    )
    heavy = [
        "pydantic",
        "regex",
        "rich",
        "cn2an",
        "xlsxwriter",
        "pyarrow",
        "sqlite3",
        "fazhi_extract.page",
        "fazhi_extract.table",
        "fazhi_extract.pipeline",
        "fazhi_extract.rulebook",
    ]
    heavy += [f"fazhi_extract.{stage}" for stage in STAGES - {"read", "write"}]
    done = subprocess.run([sys.executable, "-c", program, *heavy], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"fazhi-extract {fazhi_extract.__version__}", ""]


def test_the_public_names_exist():
    for name in fazhi_extract.__all__:
        assert getattr(fazhi_extract, name) is not None
    assert set(fazhi_extract.__all__) <= set(dir(fazhi_extract))
    assert not hasattr(fazhi_extract, "extract_everything")
