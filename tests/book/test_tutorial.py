"""The tutorial's commands are run as they stand in the page, from the checkout, into a folder of the test."""

from __future__ import annotations

import re
import shlex

import pytest
from chapters import PAGES, ROOT
from click.testing import CliRunner

from analysis.__main__ import cli
from analysis.commands import report_steps

COMMANDS = [
    line
    for block in re.findall(r"^```\n(.*?)^```$", PAGES["tutorial"], re.S | re.M)
    for line in block.splitlines()
]
HOW_TO = [name for name in PAGES if name.startswith("howto-")]


def run(line: str, folder) -> str:
    """Run a command of the page; its project lies in the folder, and its pages are not built."""
    program, *words = shlex.split(line)
    assert program == "refrain"
    here = [str(folder / word) if word == "calder" else str(ROOT / word) if word.startswith("examples/") else word
            for word in words]  # fmt: skip
    done = CliRunner().invoke(cli, here, obj=iter, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_the_two_commands_and_what_follows_do_what_the_page_says(tmp_path, monkeypatch, without_recounts):
    built = []
    page = tmp_path / "calder" / "_build" / "html" / "index.html"
    monkeypatch.setattr(report_steps, "_run", lambda folder: iter(["build succeeded"]))
    page_written = lambda folder, tell: built.append(folder) or page  # noqa: E731
    monkeypatch.setattr("analysis.commands.build_book", page_written, raising=False)
    told = [run(line, tmp_path) for line in COMMANDS]
    assert COMMANDS[0].startswith("refrain new calder") and COMMANDS[1] == "refrain report calder"
    assert "What to check first" in (tmp_path / "calder" / "first-checks.md").read_text(encoding="utf-8")
    assert f"The report begins with {page}" in told[1] and built == [tmp_path / "calder"] * 2
    assert (tmp_path / "calder" / "tables" / "words.csv").is_file()


@pytest.mark.parametrize("name", HOW_TO)
def test_commands_and_options_of_the_how_to_pages_exist(name):
    for command, rest in re.findall(r"refrain (\w+)([^`\n]*)", PAGES[name]):
        known = {option for parameter in cli.commands[command].params for option in parameter.opts}
        for group in getattr(cli.commands[command], "commands", {}).values():
            known |= {option for parameter in group.params for option in parameter.opts}
        assert set(re.findall(r"--\w+", rest)) <= known, (command, rest)


@pytest.mark.parametrize("name", HOW_TO)
def test_files_that_the_how_to_pages_name_are_those_of_a_project(name):
    from analysis.storage import load_schema

    known = {resource["path"] for resource in load_schema().values()}
    named = set(re.findall(r"`((?:sources|decisions)/[\w-]+\.csv)`", PAGES[name]))
    assert named <= known
