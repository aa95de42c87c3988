"""The reference says all there is: every command, argument, option and offered name."""

from __future__ import annotations

import importlib.util
import sys

import click
import pytest
from chapters import ROOT

import analysis
from analysis.__main__ import cli


def load_reference():
    """The part of the book's extension that writes the reference."""
    path = ROOT / "book" / "_ext" / "refrain_book" / "reference.py"
    spec = importlib.util.spec_from_file_location("reference_of_the_book", path)
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


REFERENCE = load_reference()
COMMANDS = dict(REFERENCE.walk_commands(cli, "refrain"))


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_argument_and_option_is_documented(path):
    command = COMMANDS[path]
    told = REFERENCE.describe_command(path, command).astext()
    assert command.help and " ".join(command.help.split())[:40].partition("`")[0] in " ".join(told.split())
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{path} {parameter.opts[0]} has no help"
            assert parameter.opts[0] in told
        else:
            name = parameter.make_metavar(click.Context(command)).strip("[].")
            assert name in command.help, f"{path}: nothing says what {name} is"


def test_no_command_is_missing():
    assert {f"refrain {name}" for name in cli.commands} <= set(COMMANDS)
    assert "refrain code score" in COMMANDS


@pytest.mark.parametrize("name", sorted(set(analysis.__all__) - set(analysis.ROOMS)))
def test_every_name_at_the_door_is_documented(name):
    offered = getattr(analysis, name)
    told = REFERENCE.describe_name(name, offered).astext()
    assert name in told and offered.__doc__.split(".")[0].split("`")[0][:40] in " ".join(told.split())


def test_words_in_backticks_are_code():
    (paragraph,) = REFERENCE.tell_paragraphs("Run `make book`\nwith --data and wait.")
    assert paragraph.astext() == "Run make book with --data and wait."
    assert [node.astext() for node in paragraph.children if node.tagname == "literal"] == [
        "make book",
        "--data",
    ]
