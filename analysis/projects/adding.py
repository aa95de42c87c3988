"""Texts are added to a project: everything is built beside it, and put there when all of it is whole."""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.changes import State, compare_states
from analysis.errors import InputError
from analysis.pipeline import Built, Ways, build_tables, list_doubts
from analysis.projects.additions import Addition, stack_rows
from analysis.projects.book_files import list_page
from analysis.storage import (
    PARTS,
    Corpus,
    digest_inputs,
    format_table,
    load_schema,
    make_folder_beside,
    name_log,
    read_built,
    read_table,
    save_tables,
    write_log,
    write_whole,
)

Progress = Callable[[Iterable], Iterable]
RECEIVED = ("manifest", "events")


class Added(NamedTuple):
    """What adding texts has come to: what is new, the file that tells it, and what is doubtful, a sentence each.

    changes: one row a change (see `changes.compare_states`). log: none where there were no tables before.
    """

    changes: pd.DataFrame
    log: Path | None
    doubts: list[str]


def add_texts(
    data: Path, additions: list[Addition], *, today: datetime.date, progress: Progress = iter
) -> Added:
    """Add texts to the project in `data`, build its tables anew, and tell what is new since the last build.

    additions: as from `read_additions`. today: the day by which the log is named.
    Raises InputError at the first fault; then the project is as it was before.
    """
    before, inputs = list_built(data), digest_inputs(data)
    with _stage(data, additions) as fresh:
        corpus = Corpus(fresh)
        try:
            built = build_tables(corpus, progress=progress, ways=Ways(data / PARTS))
            doubts = list_doubts(built.released, corpus.sources, data)
        except InputError as error:
            raise InputError(str(error).replace(str(fresh), str(data))) from None
        changes = compare_states(before, read_state(corpus, built))
        log = name_log(data, today) if before else None
        if digest_inputs(data) != inputs:
            raise InputError(f"{data}: sources or decisions changed meanwhile; run it again.")
        with _take_back(data, additions, log):
            _put_received(fresh, data, additions)
            if log:
                write_log(changes, log)
            save_tables(built.released, data, inputs=digest_inputs(fresh), texts=_list_digests(corpus))
    if log:
        list_page(data / "book", "changes", behind="ledger")
    return Added(changes, log, [doubt for doubt in doubts if _is_about(doubt, additions)])


def _is_about(doubt: str, additions: list[Addition]) -> bool:
    names = [addition.arrival.source for addition in additions]
    return any(doubt.startswith(f"{name} and ") or f" and {name} are " in doubt for name in names)


def _list_digests(corpus: Corpus) -> dict[str, str]:
    return dict(zip(corpus.texts["source"], corpus.texts["sha256"], strict=True))


def list_built(data: Path) -> list[str]:
    """Return the sources that the tables of a project hold; none where there are no tables."""
    if built := read_built(data):
        return sorted(built["texts"])
    if not (data / load_schema()["segments"]["path"]).is_file():
        return []
    return sorted(read_table(data, "segments")["source"].unique())


def read_state(corpus: Corpus, built: Built) -> State:
    """Return what changes are read from."""
    full, topics = built.full, corpus.decisions["topics"]
    return State(corpus.sources, full["segments"], full["occurrences"], built.found.topic_hits, topics)


@contextmanager
def _stage(data: Path, additions: list[Addition]) -> Iterator[Path]:
    """Give a folder beside a project that holds what the project will have received and decided."""
    with make_folder_beside(data.absolute()) as fresh:
        (fresh / "sources").mkdir()
        for file in (data / "sources").glob("*.csv"):
            shutil.copyfile(file, fresh / "sources" / file.name)
        shutil.copytree(data / "decisions", fresh / "decisions")
        _gather_texts(data / "sources" / "texts", fresh / "sources" / "texts", additions)
        new = {"manifest": [a.row for a in additions], "events": [a.event for a in additions if a.event]}
        for name, rows in new.items():
            table = stack_rows(read_table(data, name), rows)
            (fresh / load_schema()[name]["path"]).write_text(format_table(table, name), "utf-8", newline="")
        yield fresh


def _gather_texts(own: Path, target: Path, additions: list[Addition]) -> None:
    target.mkdir()
    for file in own.iterdir() if own.is_dir() else ():
        if file.is_file() and not file.is_symlink():
            _link(file, target / file.name)
    for addition in additions:
        shutil.copyfile(addition.arrival.path, target / addition.file_name)


def _link(file: Path, target: Path) -> None:
    """Give a file a second name; where a disk has no such names, a copy."""
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)


def _put_received(fresh: Path, data: Path, additions: list[Addition]) -> None:
    """Put the texts into the project, and what is said of them."""
    (data / "sources" / "texts").mkdir(exist_ok=True)
    texts = [f"sources/texts/{addition.file_name}" for addition in additions]
    for name in [*texts, *(load_schema()[table]["path"] for table in RECEIVED)]:
        write_whole(data / name, (fresh / name).read_bytes())


@contextmanager
def _take_back(data: Path, additions: list[Addition], log: Path | None) -> Iterator[None]:
    """Take back what is put into a project inside the block, whatever stops it; the tables come last."""
    kept = {path: path.read_bytes() for path in (data / load_schema()[name]["path"] for name in RECEIVED)}
    texts = data / "sources" / "texts"
    put = [texts / addition.file_name for addition in additions] + ([log] if log else [])
    made = [folder for folder in {path.parent for path in put} if not folder.exists()]
    try:
        yield
    except BaseException:
        for path, content in kept.items():
            write_whole(path, content)
        for path in put:
            path.unlink(missing_ok=True)
        for folder in made:
            shutil.rmtree(folder, ignore_errors=True)
        raise
