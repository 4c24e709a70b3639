"""The shell's Tab key, asked as the shells ask, and in a real bash."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FAZHI = Path(sys.executable).with_name("fazhi")


def ask(tmp_path, *arguments, **environment):
    surroundings = {
        key: value for key, value in os.environ.items() if not key.startswith(("FAZHI_", "_FAZHI", "COMP_"))
    }
    surroundings |= {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), **environment}
    return subprocess.run(
        [FAZHI, *arguments], env=surroundings, capture_output=True, text=True, encoding="utf-8", check=False
    )


def bash(tmp_path, script):
    path = f"{FAZHI.parent}{os.pathsep}{os.environ['PATH']}"
    surroundings = {**os.environ, "HOME": str(tmp_path), "PATH": path, "FAZHI_LANG": "zh"}
    return subprocess.run(
        ["bash", "--norc", "-c", script],
        env=surroundings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "place", "answers"),
    [
        ("fazhi ext", 1, ["extract"]),
        ("fazhi rules s", 2, ["suggest"]),
        ("fazhi extract --max-", 2, ["--max-size", "--max-pages"]),
        ("fazhi show 报告.txt --lang ", 4, ["zh", "en"]),
        ("fazhi extract 报", 2, []),
    ],
)
def test_what_bash_is_told(tmp_path, words, place, answers):
    done = ask(tmp_path, COMP_WORDS=words, COMP_CWORD=str(place), _FAZHI_COMPLETE="complete_bash")
    assert (done.stdout.split(), done.stderr) == (answers, "")


@pytest.mark.parametrize(
    ("lang", "help"), [("zh", "输出结果的 JSON Schema。"), ("en", "Print the JSON Schema of the results.")]
)
def test_explanations_are_in_the_users_language(tmp_path, lang, help):
    asked = {"_TYPER_COMPLETE_ARGS": "fazhi sch", "_TYPER_COMPLETE_FISH_ACTION": "get-args", "FAZHI_LANG": lang}
    done = ask(tmp_path, _FAZHI_COMPLETE="complete_fish", **asked)
    assert done.stdout == f"schema\t{help}\n"


def test_a_zsh_is_told_with_explanations(tmp_path):
    done = ask(tmp_path, _FAZHI_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="fazhi rules ")
    assert '"suggest":' in done.stdout
    assert "help." not in done.stdout


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_a_real_bash_takes_the_script(tmp_path):
    press_tab = 'COMP_WORDS=(fazhi com); COMP_CWORD=1; _fazhi_completion fazhi; echo "${COMPREPLY[@]}"'
    done = bash(tmp_path, f'eval "$(fazhi --show-completion)"; {press_tab}')
    assert (done.stdout, done.stderr) == ("compare\n", "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_installing_puts_it_where_bash_looks(tmp_path):
    (tmp_path / ".bashrc").write_text("# mine\n", encoding="utf-8")
    done = bash(tmp_path, "fazhi --install-completion; fazhi --install-completion")
    assert done.returncode == 0
    assert done.stdout.startswith("bash 的补全已装好：")
    rc = (tmp_path / ".bashrc").read_text(encoding="utf-8")
    assert rc.startswith("# mine\n")
    assert rc.count("source ") == 1
    press_tab = 'COMP_WORDS=(fazhi com); COMP_CWORD=1; _fazhi_completion fazhi; echo "${COMPREPLY[@]}"'
    assert bash(tmp_path, f"source ~/.bashrc; {press_tab}").stdout == "compare\n"


def test_an_unknown_shell_is_told_what_to_do(tmp_path, monkeypatch, capsys):
    import shellingham

    from fazhi_extract.cli import main

    def fails():
        raise shellingham.ShellDetectionFailure

    monkeypatch.setattr(shellingham, "detect_shell", fails)
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    assert main(["--show-completion", "--lang", "en"]) == 1
    assert "error E238: There is no completion for the shell tcsh" in capsys.readouterr().err
    monkeypatch.setenv("SHELL", "/usr/bin/zsh")
    assert main(["--show-completion"]) == 0
