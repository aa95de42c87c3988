"""`refrain review`: does the book still show what is published?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from analysis import commands, pages, storage
from analysis.commands import options
from analysis.errors import InputError


@click.command("review")
@options.data
@click.option("--texts", type=options.PATH, help="Build the tables from these texts too, and compare them.")
@click.option("--update", is_flag=True, help="Write what is found as published, and tell what changed.")
def command(data: Path | None, texts: Path | None, update: bool) -> None:
    """Execute every chapter of the checkout you stand in, and compare all it shows with what is published.

    Its own code runs, on DATA or the folder data/ beside it. What is as published is certified in
    DATA/certificate.json.
    """
    commands.check_book_version()
    tree = commands.find_tree(Path.cwd())
    if not commands.is_running(tree):
        sys.exit(commands.hand_over(tree, sys.argv[1:]))
    data = data or storage.data_folder()
    storage.restore_tables(data)
    review = commands.review_tree(tree, data, texts, progress=_show_progress)
    changes = commands.tell_differences(review.differences, review.published, review.findings)
    faults = commands.tell_faults(review.faults, published_now=update)
    if update:
        pages.save_findings(review.findings, data / "findings.json")
        click.echo("".join(f"- {line}\n" for line in changes), nl=False)
    remaining = faults if update else list(dict.fromkeys([*faults, *changes]))
    verdict = commands.say_verdict(remaining, len(review.findings))
    rebuilt = {row["text"]: row["value"] for row in review.findings if row["chapter"] == "texts" and texts}
    pages.write_certificate(tree, data, texts=rebuilt, verdict=verdict)
    if remaining:
        click.echo("\n".join(remaining))
        raise InputError(f"{tree} on {data}: {verdict}, as listed above; mend it, or publish with --update.")
    click.echo(f"{tree} on {data}: {verdict}")


def _show_progress(line: str) -> None:
    click.echo(line, err=True)
