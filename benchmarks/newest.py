"""Does a newer release of a library change a number? Needs a package index; nothing else here does.

    python -m benchmarks.newest [--texts FOLDER]

A new environment gets the newest versions that `pyproject.toml` allows. In it the chapters are executed and their
findings compared with `data/findings.json`; with the texts, the tables are built and compared with `data/tables`. Where
something differs, each direct dependency in turn gets the version of `requirements.lock` back: the one with which the
difference goes is named. The environment and all that is built lie in a temporary folder.
"""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
EXTRAS = "book,full,pdf"


class Environment:
    """A virtual environment in a folder, with what builds the report of this repository."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)

    def install(self, *wanted: str) -> None:
        self._run("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade", *wanted)

    def list_versions(self) -> dict[str, str]:
        """Return the version of each library, by its name in small letters."""
        listed = self._run("-m", "pip", "list", "--format=freeze", "--disable-pip-version-check")
        return dict(line.lower().split("==") for line in listed.splitlines() if "==" in line)

    def find_differences(self, texts: Path | None) -> list[str]:
        """Return a line for each finding, and with the texts each table, that is not as published."""
        return self._review() + (self._compare_tables(texts) if texts else [])

    def _review(self) -> list[str]:
        run = self._start("-m", "analysis", "review")
        lines = (run.stdout + run.stderr).strip().splitlines()
        return lines or ["review failed and said nothing"] if run.returncode else []

    def _compare_tables(self, texts: Path) -> list[str]:
        with tempfile.TemporaryDirectory() as name:
            data = Path(name) / "data"
            shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("tables", "texts"))
            run = self._start("-m", "analysis", "tables", "--data", str(data), "--texts", str(texts))
            if run.returncode:
                return run.stderr.strip().splitlines()[-1:]
            return list_other_files(ROOT / "data" / "tables", data / "tables")

    def _run(self, *arguments: str) -> str:
        run = self._start(*arguments)
        if run.returncode:
            sys.exit(f"{' '.join(arguments[:4])} failed: {run.stderr.strip()[-500:]}")
        return run.stdout

    def _start(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [str(self.folder / "bin" / "python"), *arguments]
        variables = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)


def list_other_files(published: Path, built: Path) -> list[str]:
    """Return a line for each published table whose bytes are not those that were built."""
    names = sorted(path.name for path in published.iterdir() if path.name != "built.json")
    _, changed, missing = filecmp.cmpfiles(published, built, names, shallow=False)
    return [f"{name} differs" for name in sorted([*changed, *missing])]


def read_lock(text: str) -> dict[str, str]:
    """Return the version that a lock file states for each library, by its name in small letters."""
    return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", text.lower(), re.MULTILINE))


def list_direct(project: str) -> list[str]:
    """Return the names of the libraries that `pyproject.toml` itself asks for to build the report."""
    stated = tomllib.loads(project)["project"]
    extras = [line for extra in EXTRAS.split(",") for line in stated["optional-dependencies"][extra]]
    return sorted({re.match(r"[\w.-]+", line)[0].lower() for line in [*stated["dependencies"], *extras]})


def find_causes(
    changed: Iterable[str],
    look: Callable[[], list[str]],
    put_back: Callable[[str], None],
    renew: Callable[[str], None],
) -> list[str]:
    """Return the libraries with whose older version alone the differences are fewer.

    look: lists the differences. put_back and renew: change one library to its older and newest version.
    """
    all_differences, causes = len(look()), []
    for library in changed:
        put_back(library)
        if len(look()) < all_differences:
            causes.append(library)
        renew(library)
    return causes


@click.command()
@click.option(
    "--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The sources' texts."
)
def main(texts: Path | None) -> None:
    """Tell which release changes a number, and end with 1 where one does."""
    with tempfile.TemporaryDirectory(prefix="refrain-newest-") as folder:
        environment = Environment(Path(folder) / "venv")
        environment.install(f"{ROOT}[{EXTRAS}]")
        locked, newest = (
            read_lock((ROOT / "requirements.lock").read_text("utf-8")),
            environment.list_versions(),
        )
        newer = {name: v for name, v in newest.items() if name in locked and v != locked[name]}
        for name, version in newer.items():
            click.echo(f"{name} {version} (locked: {locked[name]})")
        differences = environment.find_differences(texts)
        if not differences:
            click.echo(
                f"No number changes with the newest of {len(newest)} libraries, {len(newer)} of them newer."
            )
            return
        causes = find_causes(
            [name for name in list_direct((ROOT / "pyproject.toml").read_text("utf-8")) if name in newer],
            look=lambda: environment.find_differences(texts),
            put_back=lambda name: environment.install(f"{name}=={locked[name]}"),
            renew=lambda name: environment.install(f"{name}=={newest[name]}"),
        )
    told = ", ".join(f"{name} {newest[name]}" for name in causes) or "no direct dependency alone"
    sys.exit("\n".join([*differences, f"Changed by {told}."]))


if __name__ == "__main__":
    main()
