"""The command line: `python -m analysis ...`, installed as `refrain`."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Iterator

STOPPED, STOPPED_CODE = (
    "refrain: stopped; nothing was written.",
    130,
)  # 128 and the number of the signal, as shells have it

try:
    import click

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
    )
    from analysis.errors import InputError
except KeyboardInterrupt:  # who stops it while it starts is told the same
    print(STOPPED, file=sys.stderr)
    os._exit(STOPPED_CODE)  # at once: what is half imported cannot be left in good order

# Objects between two searches for circles of references, of which tables make few; at every 700th it took a tenth
# of the time of all tables, at every 100,000th three hundredths of that of a small corpus.
SEARCHED_AFTER = 1_000_000
_FULL = (errno.ENOSPC, errno.EDQUOT)  # the disk is full, or what one may use of it
COMMANDS = (
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


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.pass_context
def cli(context: click.Context) -> None:
    """Count what a speaker keeps saying in a folder of interviews."""
    context.obj = _show_progress
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for module in COMMANDS:
    cli.add_command(module.command)


def _show_progress(rows: list) -> Iterator:
    """Hand on texts or variants one by one: a bar for a person, a line each for a log."""
    verb = "reading" if hasattr(rows[0], "source") else "recounting"
    if sys.stderr.isatty():
        bar = {"label": verb.capitalize(), "file": sys.stderr, "item_show_func": _name_row}
        with click.progressbar(rows, **bar) as shown:
            yield from shown
    else:
        for n, row in enumerate(rows, 1):
            click.echo(f"{verb} {n} of {len(rows)}: {_name_row(row)}", err=True)
            yield row


def _name_row(row) -> str:
    return (row.source if hasattr(row, "source") else row.name) if row else ""


def main() -> None:
    """Run the command line; bad input ends it with one line and a non-zero exit."""
    gc.set_threshold(SEARCHED_AFTER)
    try:
        sys.stdout.reconfigure(encoding="utf-8")  # the words of a text, whatever the locale
        cli(prog_name="refrain", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        print(STOPPED, file=sys.stderr)
        sys.exit(STOPPED_CODE)
    except (InputError, OSError, click.ClickException) as error:
        sys.exit(f"refrain: {_explain(error)}")


def _explain(error: Exception) -> str:
    """Say in one line, without control characters that a file may have brought in, what to do."""
    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else "refrain"
        message = f"{error.format_message().rstrip('. ')}. See `{command} --help`."
    elif isinstance(error, OSError):
        place = error.filename or "a file"
        remedy = (
            "free some space and run it again"
            if error.errno in _FULL
            else "check the path and your rights to it"
        )
        message = f"{place}: {error.strerror or error}; {remedy}."
    else:
        message = str(error)
    return "".join(c if c.isprintable() else " " for c in " ".join(message.split()))


if __name__ == "__main__":
    main()
