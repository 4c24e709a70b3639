"""What `make compiled` compiles stays what mypyc can compile; that takes no C compiler and seconds."""

import subprocess
import sys
import tomllib
from pathlib import Path

from compiled import needs_python

ROOT = Path(__file__).resolve().parent.parent
TO_C = """
import sys
from mypyc.build import mypycify
mypycify(["--cache-dir", sys.argv[1], *sys.argv[2:]], target_dir=sys.argv[1], multi_file=True)
"""


def _modules() -> list[str]:
    """The modules that pyproject.toml names for compiling."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    hook = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
    named = [ROOT / name.strip("/") for name in hook["include"]]
    files = [file for path in named for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    left_out = {ROOT / name.strip("/") for name in hook["exclude"]}
    return [file.relative_to(ROOT).as_posix() for file in files if file not in left_out]


@needs_python
def test_mypyc_turns_every_module_into_c(tmp_path):
    modules = _modules()
    assert len(modules) > 150
    assert all((ROOT / module).is_file() for module in modules)
    done = subprocess.run(
        [sys.executable, "-c", TO_C, str(tmp_path), *modules],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((tmp_path / "fazhi_extract").rglob("*.c"))) == len(modules)
