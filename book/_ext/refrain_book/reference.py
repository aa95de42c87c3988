"""The reference: every command with its options, and every name that is offered, as they describe themselves.

sphinx-click and autodoc would do the same for the price of one more package, and read docstrings as reStructuredText,
which ours are not.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import click
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

CODE = re.compile(r"`([^`]+)`|(?<!\S)(--[a-z]+)")  # Sphinx would make one dash of the two of an option


def setup(app: Sphinx) -> None:
    app.add_directive("refrain-commands", Commands)
    app.add_directive("refrain-api", Api)


class Commands(SphinxDirective):
    """Every command of the command line, a section each."""

    def run(self) -> list[nodes.Node]:
        from analysis.__main__ import cli

        return [describe_command(path, command) for path, command in walk_commands(cli, "refrain")]


class Api(SphinxDirective):
    """Every name that the package offers at its door, a section each, and what its rooms offer, a line each."""

    def run(self) -> list[nodes.Node]:
        import analysis

        names = [name for name in analysis.__all__ if name not in analysis.ROOMS]
        rooms = [describe_room(name, getattr(analysis, name)) for name in analysis.ROOMS]
        return [*(describe_name(name, getattr(analysis, name)) for name in sorted(names)), *rooms]


def walk_commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield each command with the words that call it; a group stands before its own."""
    if path != "refrain":
        yield path, command
    for name in sorted(getattr(command, "commands", {})):
        yield from walk_commands(command.commands[name], f"{path} {name}")


def describe_command(path: str, command: click.Command) -> nodes.section:
    """Return a section: how the command is called, what it does, and its options."""
    # A command keeps the first help option it is asked for: it must be the one that the command line has.
    context = click.Context(command, info_name=path, help_option_names=["-h", "--help"])
    section = begin_section(path, prefix="command")
    usage = " ".join([path, *command.collect_usage_pieces(context)])
    section += nodes.literal_block(usage, usage, language="none")
    section += tell_paragraphs(command.help or "")
    options = [option for option in command.params if isinstance(option, click.Option)]
    listed = nodes.definition_list()
    for option in options:
        listed += define(*option.get_help_record(context))
    if len(listed):
        section += listed
    return section


def describe_name(name: str, offered: object) -> nodes.section:
    """Return a section: how something is called, and its docstring."""
    section = begin_section(name, prefix="name")
    called = f"refrain.{name}{list_arguments(offered)}" if inspect.isfunction(offered) else f"refrain.{name}"
    section += nodes.literal_block(called, called, language="none")
    section += tell_paragraphs(inspect.getdoc(offered) or "")
    return section


def list_arguments(function: object) -> inspect.Signature:
    """Return the arguments of a function with what is taken where they are left out; the docstring has their types."""
    bare = inspect.Signature.empty
    signature = inspect.signature(function)
    arguments = [argument.replace(annotation=bare) for argument in signature.parameters.values()]
    return signature.replace(parameters=arguments, return_annotation=bare)


def describe_room(name: str, room: object) -> nodes.section:
    """Return a section: what a room offers, with the first sentence on each name."""
    section = begin_section(f"refrain.{name}", prefix="room")
    section += tell_paragraphs((inspect.getdoc(room) or "").partition("\n\n")[0])
    listed = nodes.definition_list()
    for offered in room.__all__:
        told = inspect.getdoc(getattr(room, offered)) or ""
        is_described = inspect.isfunction(getattr(room, offered)) or inspect.isclass(getattr(room, offered))
        if is_described:
            listed += define(offered, told.partition("\n\n")[0])
    if len(listed):
        section += listed
    return section


def begin_section(title: str, *, prefix: str) -> nodes.section:
    section = nodes.section(ids=[nodes.make_id(f"{prefix}-{title}")], names=[f"{prefix} {title}"])
    section += nodes.title(title, title)
    return section


def tell_paragraphs(text: str) -> list[nodes.paragraph]:
    """Return a docstring as paragraphs; what stands in backticks is code."""
    return [
        mark_code(nodes.paragraph(), part) for part in inspect.cleandoc(text).split("\n\n") if part.strip()
    ]


def define(term: str, meaning: str) -> nodes.definition_list_item:
    """Return a line of a list of terms."""
    said = mark_code(nodes.paragraph(), meaning)
    return nodes.definition_list_item(
        "", nodes.term("", "", nodes.literal(term, term)), nodes.definition("", said)
    )


def mark_code(parent: nodes.Element, text: str) -> nodes.Element:
    """Put a text into a node, with what stands in backticks as code."""
    told, end = " ".join(text.split()), 0
    for found in CODE.finditer(told):
        code = found[1] or found[2]
        parent += [nodes.Text(told[end : found.start()]), nodes.literal(code, code)]
        end = found.end()
    parent += nodes.Text(told[end:])
    return parent
