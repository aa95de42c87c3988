"""The README: short, its commands exist, its Python runs, its picture is the one that is drawn now."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path

import pytest

from analysis.__main__ import cli

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
SCRIPTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]


def find_commands(text: str) -> list[tuple[str, str]]:
    """Programs and their first argument, from code spans and code blocks: ("make", "book")."""
    blocks = re.findall(r"^```\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    spans = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)
    lines = [line.strip() for code in [*blocks, *spans] for line in code.splitlines()]
    return [found.groups() for line in lines if (found := re.match(r"(?:\w+=\S+ )*([\w-]+) (\S+)", line))]


def find_unknown(text: str) -> list[tuple[str, str]]:
    """Commands that do not exist here."""
    known = {"make": TARGETS, "refrain": set(cli.commands), "jupyter-book": {"build"}, "pip": {"install"}}
    return [(program, first) for program, first in find_commands(text) if first not in known.get(program, {})]


def test_the_readme_is_short():
    assert len(README.splitlines()) <= 80


def test_every_command_exists():
    assert {("make", "book"), ("make", "test"), ("refrain", "tables")} <= set(find_commands(README))
    assert find_unknown(README) == []
    assert "refrain" in SCRIPTS


@pytest.mark.parametrize(
    "command", ["make nothing", "refrain fly --high", "REFRAIN_DATA=x jupyter-book burn b"]
)
def test_a_command_that_does_not_exist_is_seen(command):
    assert find_unknown(f"Say `{command}`.")
    assert find_unknown(f"\n```\n{command}   # does it\n```\n")


def test_every_option_of_a_command_exists():
    for name, options in re.findall(r"refrain (\w+)([^`\n]*)", README):
        known = {option for parameter in cli.commands[name].params for option in parameter.opts}
        assert set(re.findall(r"--\w+", options)) <= known, name


def test_every_file_it_names_is_there():
    named = re.findall(r"\]\((?!http)([^)]+)\)|`([\w/]+\.(?:md|csv|json|cff))`", README)
    files = [link or span for link, span in named]
    assert {"docs/phrases.svg", "CONTRIBUTING.md"} <= set(files)
    folders = [ROOT, ROOT / "data", ROOT / "data" / "decisions"]
    assert [file for file in files if not any((folder / file).exists() for folder in folders)] == []


def test_its_python_runs(corpus_built_once, monkeypatch):
    (code,) = re.findall(r"^```python\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    monkeypatch.setenv("REFRAIN_DATA", str(corpus_built_once))
    names = {}
    exec(compile(code, "README.md", "exec"), names)
    assert len(names["rates"]) == 3 * 3  # three topics at three events
    assert "shared waters" in set(names["phrases"]["phrase"])


def test_the_picture_is_the_one_drawn_now():
    drawn = runpy.run_path(str(ROOT / "docs" / "picture.py"))["draw_picture"]()
    assert (ROOT / "docs" / "phrases.svg").read_text(encoding="utf-8") == drawn, (
        "redraw it with `make picture`"
    )
