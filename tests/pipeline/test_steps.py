"""Steps that compare sources are done again only where what they read has changed, and always give the same."""

from __future__ import annotations

import shutil
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from corpus_of_three import TEXTS, read_rows, write_corpus, write_rows, write_text
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.pipeline import beside, gathering
from analysis.pipeline import steps as steps_module
from analysis.pipeline.build import Built, build_counts
from analysis.pipeline.steps import Steps
from analysis.pipeline.ways import Ways
from analysis.storage.corpus import Corpus
from analysis.storage.packed import spell_words

GAZETTE, COURIER, LANTERN, FORUM = TEXTS
DONE = (
    "find_families",
    "compare_versions",
    "release_vocabulary",
    "choose_shown",
    "count_words",
    "find_needed",
)
SHORT = "Question: Who pays?\n\nMaren Oldwick: {} pay for the open harbours. We said so.\n"


def append(path: Path, *row: object) -> None:
    write_rows(path, [*read_rows(path), list(row)])


def change_cell(path: Path, row: str, column: str, cell: str) -> None:
    header, *rows = read_rows(path)
    changed = [[cell if (cells[0], name) == (row, column) else old for name, old in zip(header, cells, strict=True)]
               for cells in rows]  # fmt: skip
    write_rows(path, [header, *changed])


def equate(data: Path, form: str, other: str) -> None:
    """Let a form stand for another, and no other form for any."""
    header = ["form", "stands_for", "kind", "reason"]
    write_rows(data / "decisions" / "equivalents.csv", [header, [form, other, "rendering", "one thing"]])


@pytest.fixture
def done(monkeypatch) -> list[str]:
    """The steps that are done from now on."""
    seen: list[str] = []

    def watch(name: str):
        step = getattr(gathering, name)
        return lambda *arguments: (seen.append(name), step(*arguments))[1]

    for name in DONE:
        monkeypatch.setattr(gathering, name, watch(name))
    return seen


def build(data: Path) -> Built:
    return build_counts(Corpus(data), ways=Ways(data / ".parts"))


EDITS = {
    "a title": (
        lambda data: change_cell(data / "sources" / "manifest.csv", FORUM, "title", "On the waters"),
        set(),
    ),
    "a pattern": (
        lambda data: append(data / "decisions" / "patterns.csv", "fish", "net*", "what they use"),
        {"choose_shown"},
    ),
    "a pattern that finds nothing": (
        lambda data: append(data / "decisions" / "patterns.csv", "fish", "xylophone", "nobody says it"),
        set(),
    ),
    "a reason": (
        lambda data: change_cell(data / "decisions" / "patterns.csv", "fish", "reason", "what is caught"),
        set(),
    ),
    "a date": (
        lambda data: change_cell(data / "sources" / "events.csv", "forum", "date", "2031-09-21"),
        {*DONE} - {"count_words", "choose_shown"},
    ),
    "an equivalent": (
        lambda data: equate(data, "harbours", "ports"),
        {*DONE} - {"count_words", "find_needed"},
    ),
    "a text": (lambda data: write_text(data, FORUM, TEXTS[FORUM] + "\n\nThe larder is full.\n"), {*DONE}),
}


@pytest.fixture(scope="module")
def built_once(tmp_path_factory) -> Path:
    """The small corpus with all that is kept of it."""
    data = write_corpus(tmp_path_factory.mktemp("kept") / "data")
    build(data)
    return data


@pytest.mark.parametrize(("edit", "steps"), EDITS.values(), ids=EDITS)
def test_a_step_is_done_again_where_what_it_reads_has_changed(built_once, tmp_path, done, edit, steps):
    data = shutil.copytree(built_once, tmp_path / "data")
    edit(data)
    build(data)
    assert set(done) == steps


def test_other_code_does_every_step_again(tmp_path, monkeypatch):
    made = {"one": pd.DataFrame({"n": [1]})}
    Steps(tmp_path).ask("step", lambda: made, {})
    monkeypatch.setattr(steps_module, "digest_steps", lambda: "other")
    again = Steps(tmp_path).ask("step", lambda: {"one": pd.DataFrame({"n": [2]})}, {})
    assert again["one"]["n"].tolist() == [2]


def test_what_another_process_has_done_is_not_done_again(built_once, tmp_path, done):
    data = shutil.copytree(built_once, tmp_path / "data")
    for result in (data / ".parts").glob("*.step"):
        result.unlink()
    beside._gather.cache_clear()
    for step in beside.BESIDE:
        beside._do_step(step, data, data / "sources" / "texts", data / ".parts")
    assert sorted(done) == sorted({*DONE} - {"find_families", "choose_shown"})
    done.clear()
    build(data)
    assert sorted(done) == ["choose_shown", "find_families"]


@pytest.mark.parametrize("error", [BrokenExecutor("killed"), InputError("a text has changed")])
def test_what_another_process_could_not_do_is_left_to_this_one(error):
    call = Future()
    call.set_exception(error)
    beside._wait_for(call)
    beside._wait_for(None)


WORDS = st.sampled_from(["Few", "All", "The root causes", "Nobody, said Ann Marlow,"])
EDIT = st.one_of(
    st.tuples(st.just("text"), st.sampled_from(list(TEXTS)), WORDS),
    st.tuples(st.just("pattern"), st.sampled_from(["pay*", "harbour*", "-open harbours"]), st.just("")),
    st.tuples(st.just("phrase"), st.sampled_from(["open harbours", "said so"]), st.just("")),
    st.tuples(st.just("equivalent"), st.sampled_from(["pays", "harbours"]), st.just("")),
    st.tuples(st.just("date"), st.sampled_from(["2031-09-21", "2030-01-01"]), st.just("")),
    st.tuples(st.just("leave out"), st.sampled_from([COURIER, LANTERN]), st.just("")),
    st.tuples(st.just("damage"), st.integers(0, 20), st.integers(0, 5000)),
)


def edit(data: Path, what: str, one, other) -> None:
    """Make one change to a data folder, or to what is kept of it."""
    decisions, kept = data / "decisions", sorted((data / ".parts").glob("*.step"))
    if what == "text":
        write_text(data, one, SHORT.format(other))
    elif what == "pattern" and all(row[1] != one for row in read_rows(decisions / "patterns.csv")):
        append(decisions / "patterns.csv", "fish", one, "a guess")
    elif what == "phrase" and all(row[1] != one for row in read_rows(decisions / "phrases.csv")):
        append(decisions / "phrases.csv", one, one, "a guess")
    elif what == "equivalent":
        equate(data, one, "fish")
    elif what == "date":
        change_cell(data / "sources" / "events.csv", "forum", "date", one)
    elif what == "leave out":
        manifest = data / "sources" / "manifest.csv"
        write_rows(manifest, [row for row in read_rows(manifest) if row[0] != one])
    elif what == "damage" and kept:
        content = bytearray(kept[one % len(kept)].read_bytes())
        content[other % len(content)] ^= 1
        kept[one % len(kept)].write_bytes(content)


@settings(max_examples=2, deadline=None)
@given(edits=st.lists(EDIT, min_size=3, max_size=4))
def test_whatever_changes_all_tables_are_those_of_a_build_from_nothing(built_once, edits):
    with TemporaryDirectory() as folder:
        data = shutil.copytree(built_once, Path(folder) / "data")
        for one in edits:
            edit(data, *one)
        kept, anew = build(data), build_counts(Corpus(data))
    assert kept.n_withheld == anew.n_withheld
    for tables, others in [(kept.released, anew.released), (kept.found._asdict(), anew.found._asdict())]:
        for name in others:
            spelled = (spell_words(table[name]) for table in (tables, others))  # categories may differ
            pd.testing.assert_frame_equal(*spelled, obj=name)
