"""Are the tables those that the texts give? They are built anew elsewhere and compared row by row."""

from __future__ import annotations

import hashlib
import math
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from analysis.pipeline import build_tables
from analysis.storage import Corpus, describe_columns, list_tables, load_schema, save_tables, split_rows

TEXTS = "texts"
FEW = 3  # differences of a table that are told; the others are counted
Row = tuple[str, str, object, object, str]  # chapter, name, published, found, problem


def compare_texts(
    data: Path, texts: Path, *, progress: Callable[[str], object]
) -> tuple[list[Row], list[dict]]:
    """Compare the texts with the manifest, and the tables that they give with those of a data folder.

    texts: the folder with the texts. Returns the differences, one row each as `compare_findings` has them, and
    the findings of the texts as they are. No tables are built of a text whose digest is not the manifest's.
    """
    corpus = Corpus(data, texts)
    digests = digest_texts(corpus, texts)
    stated = dict(corpus.sources.set_index("source")["sha256"])
    others = [source for source, new in digests.items() if stated[source] not in ("", new)]
    refused = [(TEXTS, f"text {source}", stated[source], digests[source], "changed") for source in others]
    findings = [_as_finding(source, digest) for source, digest in digests.items()]
    return refused or _rebuild(corpus, progress), findings


def digest_texts(corpus: Corpus, texts: Path) -> dict[str, str]:
    """Return the SHA-256 of the text of each source that is in a folder."""
    files = {path.stem: path for path in sorted(texts.glob("*")) if path.is_file()}
    there = [source for source in corpus.sources["source"] if source in files]
    return {source: hashlib.sha256(files[source].read_bytes()).hexdigest() for source in there}


def compare_tables(name: str, published: Path, built: Path) -> list[Row]:
    """Compare one table of two data folders row by row, rows being known by their keys.

    Returns the first few differences, each with its row, column, old and new; the last one tells how many there
    are in all.
    """
    path = load_schema()[name]["path"]
    old, new = (_read(folder / path, name) for folder in (published, built))
    changes = [change for key in _keys(old, new) for change in _compare_row(key, old.get(key), new.get(key))]
    if not changes and list(old) != list(new):
        changes = [("order", "as published", "as built")]
    told = [["tables", f"{path}, {place}", *values, "changed"] for place, *values in changes[:FEW]]
    if len(changes) > FEW:
        told[-1][-1] = f"the last told of {len(changes)} cells and rows"
    return list(map(tuple, told))


def _rebuild(corpus: Corpus, progress: Callable[[str], object]) -> list[Row]:
    progress("tables, from the texts")
    released = build_tables(corpus).released
    with tempfile.TemporaryDirectory() as folder:
        save_tables(released, Path(folder))
        return [row for name in list_tables() for row in compare_tables(name, corpus.data, Path(folder))]


def _read(path: Path, name: str) -> dict[tuple, dict[str, str]]:
    """Return the rows of a table by the cells of their key and how many rows above have the same."""
    (_, header), *rows = split_rows(path)
    key = [row.column for row in describe_columns(name).itertuples() if row.key.startswith("primary")]
    cells = [dict(zip(header, row, strict=False)) for _, row in rows]
    seen, found = Counter(), {}
    for row in cells:
        place = tuple(row.get(part, "") for part in key)
        found[*place, seen[place]] = row
        seen[place] += 1
    return found


def _keys(old: dict, new: dict) -> list[tuple]:
    return [*old, *(key for key in new if key not in old)]


def _compare_row(key: tuple, old: dict | None, new: dict | None) -> list[tuple[str, object, object]]:
    row = f"row {' '.join(key[:-1])}" + (" again" if key[-1] else "")
    if old is None or new is None:
        return [
            (
                row,
                math.nan if old is None else " | ".join(old.values()),
                math.nan if new is None else " | ".join(new.values()),
            )
        ]
    names = [*old, *(name for name in new if name not in old)]
    return [
        (f"{row}, {name}", old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)
    ]


def _as_finding(source: str, digest: str) -> dict:
    about = {"unit": "SHA-256", "rows": "the text as it came", "text": source}
    return {"chapter": TEXTS, "name": f"text {source}", "value": digest, **about}
