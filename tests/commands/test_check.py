"""Is a data folder whole, consistent, and not too telling?"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
from corpus_of_three import read_rows, write_rows

from analysis.commands import check_steps
from analysis.commands.check_remarks import DOUBTFUL, STOPS, WRONG
from analysis.commands.check_results import _check_pairs
from analysis.commands.check_steps import check_data
from analysis.commands.check_use import _join_lines
from analysis.errors import InputError
from analysis.storage.corpus import Corpus
from analysis.storage.schema import HOME, list_tables
from analysis.storage.tables import read_table
from benchmarks.faults import list_faults, write_digests

READ: dict[tuple[str, bytes], pd.DataFrame] = {}


@pytest.fixture(autouse=True)
def each_table_is_read_once(monkeypatch) -> None:
    """What the same bytes give is remembered, for the tests' own speed: a fault changes one table of many."""
    monkeypatch.setattr(check_steps, "read_table", recall)


def recall(data: Path, name: str) -> pd.DataFrame:
    file = data / "tables" / f"{name}.csv"
    content = file.read_bytes() if file.exists() else b""
    if (name, content) not in READ:
        READ[name, content] = read_table(data, name)
    return READ[name, content].copy()


@pytest.fixture(scope="module")
def lines(corpus_built_once) -> list[str]:
    """What is said of a folder as it was built."""
    return tell(corpus_built_once)


def tell(data, *severities):
    """The sentences of what is said of a folder, of some severities only."""
    return [
        said.sentence for said in check_data(Corpus(data)) if not severities or said.severity in severities
    ]


def find(told, part):
    """The one sentence that a pattern finds."""
    (found,) = [sentence for sentence in told if re.search(part, sentence)]
    return found


def edit_table(data, name, edit):
    """Apply a function to the rows of a table, header first."""
    path = data / "tables" / f"{name}.csv"
    write_rows(path, edit(read_rows(path)))


def with_cell(row, column, value):
    def edit(rows):
        rows[row][rows[0].index(column)] = value
        return rows

    return edit


def test_a_whole_folder_passes(lines):
    assert lines[:2] == ["sources: 4 sources of 3 events", "decisions: 9 topic patterns, 4 tracked phrases"]
    assert lines[2].startswith(f"tables: {len(list_tables())} tables, ")
    assert re.search(
        r"once all tables are laid over each other, \d+ if each single hidden word is guessed$", lines[3]
    )


def test_the_repository_passes():
    assert find(tell(HOME), "^codings: ")
    assert tell(HOME, STOPS, WRONG, DOUBTFUL) == []


def test_how_a_text_came_to_us_is_asked_where_nobody_says(built_corpus, lines):
    asked = "nothing says how these texts came to us"
    assert "2031-03-14-gazette" in find(lines, asked)
    row = ["2031-03-14-gazette", "a transcript", "appearance", "", "It looks so"]
    columns = ["source", "came", "said_by", "label", "reason"]
    write_rows(built_corpus / "decisions" / "provenance.csv", [columns, row])
    write_digests(built_corpus)
    told = find(tell(built_corpus), asked)
    assert "2031-03-14-gazette" not in told and "2031-06-02-lantern" in told


def drop_source(source):
    return lambda rows: [row for row in rows if row[0] != source]


@pytest.mark.parametrize(
    ("name", "edit", "message"),
    [
        ("segments", drop_source("2031-09-20-forum"), r"segments.csv: nothing of 2031-09-20-forum; build"),
        (
            "words",
            with_cell(1, "source", "2030-none"),
            r"words.csv, line 2: source '2030-none' is not in manifest",
        ),
        (
            "tokens",
            with_cell(3, "segment", "999"),
            r"tokens.csv, line 4: source, segment '.*, 999' is not in segm",
        ),
        (
            "tokens",
            with_cell(3, "position", "9999"),
            r"tokens.csv, line 4: position 9999, but .* has \d+ words",
        ),
        (
            "contexts",
            with_cell(2, "position", "9999"),
            r"contexts.csv, line 3: position 9999, but .* has \d+ words",
        ),
        (
            "sentences",
            with_cell(5, "n_words", ""),
            r"sentences.csv, line 6: n_words is ''; it must not be empty",
        ),
        (
            "sentences",
            lambda rows: rows[:1],
            r"sentences.csv: nothing of 2031-03-14-gazette, .*; build the tables",
        ),
        (
            "contexts",
            with_cell(1, "left", "word " * 5000),
            r"contexts.csv, line 2: tokens.csv has another word at",
        ),
        (
            "words",
            with_cell(1, "n", "99"),
            r"words.csv: \d+ words of \S+, answer, but segments.csv has \d+; build",
        ),
        (
            "words",
            lambda rows: rows[:-1],
            r"words.csv: \d+ words of 2031-09-20-forum, note, but segments.csv",
        ),
    ],
)
def test_a_fault_is_named_with_its_place_and_remedy(built_corpus, name, edit, message):
    edit_table(built_corpus, name, edit)
    assert find(tell(built_corpus, WRONG), message)


# The rest of benchmarks/faults.py, which is tried on a whole corpus there.
SAMPLE = [
    ("splittings row deleted (middle)", "splittings.csv: .* has not the rows counted, semicolons"),
    ("segments reversed", "segments.csv, line 3: the rows are not in the order of source, segment"),
    ("segments start overlaps", "segments.csv, line .*: it starts inside the segment above"),
    ("sentences n_syllables x10", "sentences.csv, line .*: n_syllables is larger than its letters allow"),
    ("sentences n_letters 0", "sentences.csv, line .*: n_letters is smaller than n_words"),
    ("words norm misspelt", "tokens.csv, line .*: words.csv has fewer uses of this word"),
    ("words n_turns > n", "words.csv, line .*: n_turns is larger than n"),
    ("tokens token changed", "tokens.csv, line .*: norm is not the form under which this token is counted"),
    ("tokens role changed", "tokens.csv, line .*: its segment has another role"),
    ("contexts left changed", "contexts.csv, line .*: words.csv has fewer uses of the word at"),
    ("contexts phrase unknown", "contexts.csv, line .*: phrases.csv has no such phrase"),
    ("overlaps share 0.9", "overlaps.csv, line .*: share is not n_shared of all runs of eight words"),
    (
        "sensitivity claim text",
        "sensitivity.csv, line .*: no finding on these topics and interviews makes this claim",
    ),
]


@pytest.mark.parametrize(("name", "message"), SAMPLE, ids=[name for name, _ in SAMPLE])
def test_a_changed_table_is_refused_even_where_its_digest_was_written_anew(built_corpus, name, message):
    fault = next(fault for fault in list_faults() if fault.name == name)
    fault.edit(built_corpus)
    write_digests(built_corpus)
    assert find(tell(built_corpus, WRONG), message)


def test_one_run_of_fifteen_words_is_refused(built_corpus, counted_once):
    # In this corpus runs of fourteen are shown, and pass.
    said = counted_once.full["tokens"].query("source == '2031-09-20-forum' and role == 'answer'")
    shown = said[said["segment"] == said["segment"].mode()[0]].head(15)
    assert shown["position"].diff().dropna().eq(1).all() and len(shown) == 15
    header, *_ = read_rows(built_corpus / "tables" / "tokens.csv")
    cells = shown[header].to_csv(index=False, header=False).splitlines()  # no word of it holds a comma
    edit_table(built_corpus, "tokens", lambda old: sort_in(old, [line.split(",") for line in cells]))
    told = tell(built_corpus, WRONG)
    assert find(told, r"tokens.csv: a run of \d+ words of 2031-09-20-forum could be rebuilt$|rebuilt; build")


def sort_in(old, new):
    rows = {(row[0], int(row[2])): row for row in old[1:] + new}
    return [old[0], *(rows[place] for place in sorted(rows))]


@pytest.mark.parametrize(("places", "is_missed"), [(range(1, 9), True), ([1, 2, 3, 4, 6, 7, 8, 9], False)])
def test_two_sources_that_show_one_run_of_eight_words_need_a_row(tmp_path, places, is_missed):
    rows = [
        (source, 1, place, "answer", f"w{n}") for source in ("one", "two") for n, place in enumerate(places)
    ]
    tokens = pd.DataFrame(rows, columns=["source", "sentence", "position", "role", "norm"])
    overlaps = pd.DataFrame({"source": ["one"], "other": ["two"]})
    _check_pairs(tmp_path, overlaps, tokens)
    if is_missed:
        with pytest.raises(InputError, match=r"overlaps.csv: no row for one and two"):
            _check_pairs(tmp_path, overlaps.head(0), tokens)
    else:
        _check_pairs(tmp_path, overlaps.head(0), tokens)


def test_a_word_that_a_pattern_finds_and_nobody_is_shown_is_told(built_corpus):
    rows = read_rows(built_corpus / "tables" / "tokens.csv")
    at = rows[0].index("norm")
    shoals = [row for row in rows if row[at].startswith("shoal")]
    edit_table(built_corpus, "tokens", lambda rows: [row for row in rows if row != shoals[0]])
    write_digests(built_corpus)
    assert f"uses of '{shoals[0][at]}'" in find(
        tell(built_corpus, DOUBTFUL), "of which 0 are shown; unless words"
    )


def test_what_matches_nothing_is_listed_with_its_lines(lines):
    told = "decisions/phrases.csv, line 6: pattern 'silver tide' matches nothing in any text"
    assert [line for line in lines if told in line]
    assert _join_lines([2]) == "line 2" and _join_lines([2, 4, 5, 6, 9]) == "lines 2, 4-6, 9"


def test_a_folder_of_an_older_release_is_checked_with_a_warning(built_corpus):
    (built_corpus / "tables" / "built.json").unlink()
    assert find(tell(built_corpus, DOUBTFUL), "built.json: there is no such")
    assert tell(built_corpus, STOPS, WRONG) == []


@pytest.mark.parametrize("folder", ["least_built_once", "undecided_built_once"])
def test_the_least_there_can_be_passes(folder, request):
    told = tell(request.getfixturevalue(folder))
    assert told[0] == "sources: 1 sources of 1 events"
    assert tell(request.getfixturevalue(folder), STOPS, WRONG, DOUBTFUL) == []


def test_tables_of_other_decisions_are_all_named_and_their_rows_are_not_asked(built_corpus):
    for name, row in (
        ("topics", ["salt", "Salt", "what is mined"]),
        ("speakers", ["Paul", "Inger", "question", "x"]),
    ):
        path = built_corpus / "decisions" / f"{name}.csv"
        rows = read_rows(path)
        write_rows(path, [*rows, [*row, *[""] * (len(rows[0]) - len(row))]])
    (built_corpus / "tables" / "words.csv").unlink()
    told = tell(built_corpus, WRONG)
    for part in ("speakers.csv has changed", "topics.csv has changed", "words.csv: the table is gone"):
        assert find(told, part)
