"""What `check` says of tables that were changed, and of inputs that were changed without building the tables anew.

`python -m benchmarks.faults [DATA] [PART]` applies every fault below to a copy of a data folder, twice: as a careless
hand would leave it, and with the digests in built.json written anew, as somebody would who wants to hide it. Prints
CSV: group, fault, said, said_redigested; PART keeps the faults whose name holds it. Texts are not needed.
"""

from __future__ import annotations

import csv
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.commands import check_data, check_steps, is_fault
from analysis.commands.check_remarks import HOLDS
from analysis.errors import InputError
from analysis.storage import HOME, Corpus, digest_inputs, load_schema
from analysis.storage.built import BUILT, digest_folder

OF_DIGESTS = ("since the tables were built", "is not as it was built")
TABLE, INPUT = "table changed, then check", "input changed, tables not rebuilt, then check"
Rows = list[list[str]]
Edit = Callable[[Path], None]
SHAPED = ("segments", "sentences", "splittings", "tokens", "words", "contexts", "diversity", "passages", "rewordings",
          "overlaps", "sensitivity", "doubts", "false_links", "contrasts", "chance")  # fmt: skip


class Fault(NamedTuple):
    """What is done to a copy of a data folder."""

    group: str
    name: str
    edit: Edit


def read_rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write_rows(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def change(file: str, edit: Callable[[Rows], Rows | None]) -> Edit:
    """Return what applies a function to the rows of a file, header first; it may change them in place."""

    def apply(data: Path) -> None:
        rows = read_rows(data / file)
        write_rows(data / file, edit(rows) or rows)

    return apply


def middle(rows: Rows) -> int:
    return max(1, len(rows) // 2)


def set_cell(table: str, column: str, value: object, *, row: int | None = None) -> Edit:
    """Return what writes a value, or what a function makes of the old one, into a cell of a table."""

    def edit(rows: Rows) -> None:
        at, place = middle(rows) if row is None else row, rows[0].index(column)
        if len(rows) == 1:  # a small corpus may have nothing to change
            return
        rows[at][place] = str(value(rows[at][place]) if callable(value) else value)

    return change(f"tables/{table}.csv", edit)


def set_where(table: str, column: str, value: object, is_there: Callable[[dict], bool]) -> Edit:
    """Return what writes a value into the first row that a condition on its cells picks."""

    def edit(rows: Rows) -> None:
        places = [i for i, row in enumerate(rows[1:], 1) if is_there(dict(zip(rows[0], row, strict=True)))]
        for i in places[:1]:
            old = rows[i][rows[0].index(column)]
            rows[i][rows[0].index(column)] = str(value(old) if callable(value) else value)

    return change(f"tables/{table}.csv", edit)


def shape(table: str) -> Iterator[Fault]:
    """Yield what can be done to the rows of any table."""
    file = f"tables/{table}.csv"
    yield Fault(
        TABLE,
        f"{table} row deleted (middle)",
        change(file, lambda rows: rows[: middle(rows)] + rows[middle(rows) + 1 :]),
    )
    yield Fault(TABLE, f"{table} only header", change(file, lambda rows: rows[:1]))
    yield Fault(TABLE, f"{table} reversed", change(file, lambda rows: [rows[0], *reversed(rows[1:])]))
    yield Fault(
        TABLE,
        f"{table} row doubled",
        change(file, lambda rows: rows[: middle(rows) + 1] + rows[middle(rows) :]),
    )


def add_to(rows: Rows, column: str, at: int, step: int) -> None:
    place = rows[0].index(column)
    rows[at][place] = str(int(rows[at][place]) + step)


def balance(rows: Rows, column: str, by: list[str]) -> None:
    """Give one to a row and take it from another of the same group that can spare it."""
    places = [rows[0].index(name) for name in by]
    wanted = [rows[middle(rows)][place] for place in places]
    group = [i for i, row in enumerate(rows[1:], 1) if [row[place] for place in places] == wanted]
    rich = next(i for i in group if int(rows[i][rows[0].index(column)]) > 2)
    add_to(rows, column, next(i for i in group if i != rich), 1)
    add_to(rows, column, rich, -1)


def unbalance(rows: Rows) -> None:
    """Give one to a form of one role and take it from a form of another."""
    add_to(rows, "n", 1, 1)
    add_to(rows, "n", next(i for i in range(len(rows) - 1, 0, -1) if int(rows[i][3]) > 1), -1)


def swap_positions(rows: Rows) -> None:
    at, place = middle(rows), rows[0].index("position")
    rows[at][place], rows[at + 1][place] = rows[at + 1][place], rows[at][place]


def swap_rows(rows: Rows) -> None:
    at = middle(rows)
    rows[at], rows[at + 1] = rows[at + 1], rows[at]


def misspell(word: str) -> str:
    return word[:-1] + ("x" if word[-1:] != "x" else "y")


def other_role(role: str) -> str:
    return "question" if role == "answer" else "answer"


def flip(outcome: str) -> str:
    return {"holds": "breaks", "breaks": "holds", "said": "cannot be said"}.get(outcome, "said")


def has_left(row: dict) -> bool:
    return row["left"] != ""


def is_fifth(row: dict) -> bool:
    return row["sentence"] == "5"


def one_more(cell: str) -> int:
    return int(cell) + 1


CELLS: list[tuple[str, Edit]] = [
    ("segments n_words -1", set_cell("segments", "n_words", -1)),
    ("segments n_words 1.5", set_cell("segments", "n_words", 1.5)),
    ("segments n_words NaN", set_cell("segments", "n_words", "")),
    ("segments n_words 1e9", set_cell("segments", "n_words", "1e9")),
    ("segments turn 999", set_where("segments", "turn", 999, lambda row: row["turn"] not in ("", "1"))),
    ("segments start>end", set_cell("segments", "start", lambda old: int(old) + 100_000)),
    ("segments start overlaps", set_cell("segments", "start", lambda old: int(old) - 10)),
    ("segments huge int", set_cell("segments", "end", "9" * 30)),
    ("segments role wrong", set_cell("segments", "role", other_role)),
    ("sentences n_syllables x10", set_cell("sentences", "n_syllables", lambda old: int(old) * 10)),
    ("sentences n_letters 0", set_cell("sentences", "n_letters", 0)),
    ("sentences role wrong", set_cell("sentences", "role", other_role)),
    ("sentences segment wrong", set_cell("sentences", "segment", lambda old: int(old) + 1)),
    ("sentences n_difficult_words more than words", set_cell("sentences", "n_difficult_words", 500)),
    ("sentences n_words balanced", change("tables/sentences.csv", lambda rows: balance(rows, "n_words", ["source"]))),
    ("words n +1 (and another -1)", change("tables/words.csv", unbalance)),
    ("words n balanced change", change("tables/words.csv", lambda rows: balance(rows, "n", ["source", "role"]))),
    ("words norm misspelt", set_cell("words", "norm", misspell)),
    ("words n_turns > n", set_cell("words", "n_turns", 999)),
    ("tokens token changed", set_cell("tokens", "token", misspell)),
    ("tokens token and norm changed", change("tables/tokens.csv", lambda rows: rename(rows))),
    ("tokens role changed", set_cell("tokens", "role", other_role)),
    ("tokens sentence changed", set_where("tokens", "sentence", one_more, is_fifth)),
    ("tokens position swap", change("tables/tokens.csv", swap_positions)),
    ("tokens rows swapped", change("tables/tokens.csv", swap_rows)),
    ("contexts left changed", set_where("contexts", "left", "we shall never ever agree to", has_left)),
    ("contexts left of its own words", set_where("contexts", "left", "the the the the the", has_left)),
    ("contexts left 40 words", set_cell("contexts", "left", "word " * 40)),
    ("contexts phrase unknown", set_cell("contexts", "phrase", "zebras in ties", row=-1)),
    ("contexts match changed", set_cell("contexts", "match", "root causes of everything")),
    ("diversity measure unknown", set_cell("diversity", "measure", "zipf")),
    ("diversity hdd changed", set_where("diversity", "value", 0.5, lambda row: row["measure"] == "hdd")),
    ("diversity mattr above 1", set_where("diversity", "value", 1.5, lambda row: row["measure"] == "mattr")),
    ("passages score 2", set_cell("passages", "score", 2)),
    ("passages kind", set_cell("passages", "kind", "invented")),
    ("passages sentence 999", set_cell("passages", "report_sentence", 999)),
    ("rewordings words changed", set_cell("rewordings", "report_words", "surrender")),
    ("overlaps share 0.9", set_cell("overlaps", "share", 0.9)),
    ("overlaps n_shared", set_cell("overlaps", "n_shared", lambda old: int(old) + 40)),
    ("false_links n_linked", set_cell("false_links", "n_linked", 9999)),
    ("contrasts n", set_cell("contrasts", "n", lambda old: int(old) + 1)),
    ("chance mean", set_cell("chance", "mean", 99)),
    ("sensitivity outcome flipped", set_cell("sensitivity", "outcome", flip)),
    ("sensitivity first outcome flipped", set_cell("sensitivity", "outcome", flip, row=1)),
    ("sensitivity claim text", set_cell("sensitivity", "claim", "The speaker is always right")),
    ("sensitivity rests on", set_cell("sensitivity", "rests_on", "39 of 39 taken up", row=1)),
    ("extra column", change("tables/words.csv", lambda rows: [[*row, "x"] for row in rows])),
]  # fmt: skip


def rename(rows: Rows) -> None:
    for column in ("token", "norm"):
        rows[middle(rows)][rows[0].index(column)] = "peace"


def save_by_excel(data: Path) -> None:
    path = data / "tables" / "words.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))


def leave_stray(data: Path) -> None:
    (data / "tables" / "words (copy).csv").write_bytes((data / "tables" / "words.csv").read_bytes())


def drop_topic(data: Path) -> None:
    name = read_rows(data / "decisions" / "topics.csv")[1][0]
    for file in ("topics.csv", "patterns.csv"):
        rows = read_rows(data / "decisions" / file)
        write_rows(data / "decisions" / file, [row for row in rows if row[0] != name])
    coding = data / "decisions" / "coding" / "topics.csv"
    if coding.is_file():
        rows = read_rows(coding)
        at = rows[0].index("topics")
        write_rows(coding, [[*row[:at], " ".join(t for t in row[at].split() if t != name), *row[at + 1 :]]
                            if i else row for i, row in enumerate(rows)])  # fmt: skip


def give_event(rows: Rows) -> None:
    """Give a copy the event of another interview."""
    events = [row[1] for row in rows]
    copy = next(i for i, event in enumerate(events) if events.count(event) > 1)
    rows[copy][1] = next(event for event in events[1:] if event != events[copy])


def widen(rows: Rows) -> None:
    at, place = middle(rows), rows[0].index("pattern")
    rows[at][place] = rows[at][place].split(" ")[-1].lstrip("-") + "*"


def shift_digest(rows: Rows) -> None:
    """State that a text is another one, as its new digest would."""
    rows[1][rows[0].index("sha256")] = "0" * 64


INPUTS: list[tuple[str, Edit]] = [
    ("pattern widened", change("decisions/patterns.csv", widen)),
    ("phrase pattern changed", change("decisions/phrases.csv", widen)),
    (
        "equivalents added",
        change("decisions/equivalents.csv", lambda rows: [*rows, ["ferry", "boat", *rows[1][2:]]]),
    ),
    ("topic removed", drop_topic),
    (
        "kind of a source changed",
        change("sources/manifest.csv", lambda rows: rows[1].__setitem__(4, "speech")),
    ),
    ("event of a copy changed", change("sources/manifest.csv", give_event)),
    ("speaker changed", change("decisions/speakers.csv", lambda rows: rows[1].__setitem__(0, "Ada Roe"))),
    ("a text changed", change("sources/manifest.csv", shift_digest)),
    ("a decision added", lambda data: (data / "decisions" / "more.csv").write_text("a,b\n")),
    ("a date changed", change("sources/events.csv", lambda rows: rows[1].__setitem__(1, "2020-01-01"))),
]
AGAIN = {
    "pattern widened": "pattern changed, tables not rebuilt",
    "phrase pattern changed": "phrase pattern changed, not rebuilt",
    "event of a copy changed": "event of a copy changed, not rebuilt",
    "kind of a source changed": "kind changed, not rebuilt",
    "speaker changed": "speaker changed, not rebuilt",
    "topic removed": "topic removed, not rebuilt",
    "equivalents added": "equivalents added, not rebuilt",
}  # the names that the same faults have among those of tables


def list_faults() -> list[Fault]:
    """Return every fault, by group."""
    tables = [fault for table in SHAPED for fault in shape(table)]
    tables += [Fault(TABLE, name, edit) for name, edit in CELLS]
    tables += [
        Fault(TABLE, "BOM+CRLF by Excel", save_by_excel),
        Fault(TABLE, "stray file in tables", leave_stray),
    ]
    tables += [Fault(TABLE, AGAIN[name], edit) for name, edit in INPUTS if name in AGAIN]
    return tables + [Fault(INPUT, name, edit) for name, edit in INPUTS]


def write_digests(data: Path) -> None:
    """Write the digests of what lies there now into built.json."""
    path = data / "tables" / BUILT
    built = json.loads(path.read_text(encoding="utf-8"))
    tables = {name: digest for name, digest in digest_folder(data / "tables").items() if name != BUILT}
    built |= {"tables": tables, "inputs": digest_inputs(data)}
    manifest = read_rows(data / "sources" / "manifest.csv")
    place = manifest[0].index("sha256")
    built["texts"] = {row[0]: row[place] or built["texts"].get(row[0], "") for row in manifest[1:]}
    path.write_text(json.dumps(built), encoding="utf-8")


def read_once() -> None:
    """Let check read each state of a table once: in all the copies most tables are the same."""
    read, seen = check_steps.read_table, {}

    def read_again(data: Path, name: str) -> pd.DataFrame:
        path = data / load_schema()[name]["path"]
        state = name, path.read_bytes() if path.is_file() else b""
        if state not in seen:
            seen[state] = read(data, name)
        return seen[state].copy()

    check_steps.read_table = read_again


def ask_check(data: Path, usual: list[str]) -> str:
    """Return what check says of a folder beyond what it says of the whole one: one sentence, or ''."""
    try:
        remarks = list(check_data(Corpus(data)))
    except InputError as error:
        return f"refused: {error}"
    except Exception as error:  # what check must never do
        return f"TRACEBACK: {type(error).__name__}: {error}"
    faults = [remark.sentence for remark in remarks if is_fault(remark)]
    named = [sentence for sentence in faults if not any(told in sentence for told in OF_DIGESTS)]
    if faults:
        return f"refused: {[*named, *faults][0]}"
    more = [
        remark.sentence for remark in remarks if remark.severity != HOLDS and remark.sentence not in usual
    ]
    return f"said: {more[0]}" if more else ""


def ask_twice(data: Path, usual: list[str]) -> tuple[str, str]:
    """Return what check says of a folder, and what it says once its digests were written anew.

    What is refused for another reason than a digest is refused again for the same.
    """
    first = ask_check(data, usual)
    if first.startswith("refused") and not any(told in first for told in OF_DIGESTS):
        return first, first
    write_digests(data)
    return first, ask_check(data, usual)


def try_faults(data: Path, faults: list[Fault]) -> Iterator[tuple[str, str, str, str]]:
    """Yield for each fault: group, name, what check says, what it says when built.json was written anew."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "data"
        shutil.copytree(data, copy, ignore=shutil.ignore_patterns("texts"))
        usual = [remark.sentence for remark in check_data(Corpus(copy))]
        for fault in faults:
            shutil.rmtree(copy)
            shutil.copytree(data, copy, ignore=shutil.ignore_patterns("texts"))
            fault.edit(copy)
            told = (text.replace(str(copy), "DATA") for text in ask_twice(copy, usual))
            yield fault.group, fault.name, *told


def main() -> None:
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else HOME
    part = sys.argv[2] if len(sys.argv) > 2 else ""
    read_once()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["group", "fault", "said", "said_redigested"])
    for row in try_faults(data, [fault for fault in list_faults() if part in fault.name]):
        writer.writerow(row)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
