"""Counts of single sources are kept and used again, and the tables are those of a build from nothing."""

from __future__ import annotations

import ast
import os
import signal
import sys
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from corpus_of_three import MANIFEST, TEXTS, add_source, read_rows, write_corpus, write_rows, write_text
from hypothesis import given
from hypothesis import strategies as st

from analysis.counting.texts import number_text
from analysis.errors import InputError
from analysis.pipeline import jobs as jobs_module
from analysis.pipeline import rules, ways
from analysis.pipeline.counted import add_parts, count_part
from analysis.pipeline.full import build_full
from analysis.pipeline.jobs import Job, choose_voices, list_jobs
from analysis.pipeline.memory import guess_gathering, read_amount
from analysis.pipeline.shards import choose_shard
from analysis.pipeline.ways import WORTH_STARTING, Ways, can_gather_beside, choose_processes
from analysis.readers.reading import Reading
from analysis.storage.corpus import Corpus
from examples import examples

REMEMBERED: dict[tuple[str, str], dict[str, pd.DataFrame]] = {}
GAZETTE, COURIER, LANTERN, FORUM = TEXTS
SHORT = "Question: Who pays?\n\nMaren Oldwick: {} pay. We said so.\n"


def list_parts(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.part"))


def build(data: Path, **ways) -> dict[str, pd.DataFrame]:
    return build_full(Corpus(data), ways=Ways(data / ".parts", **ways))


def check_equal_to_a_build_from_nothing(data: Path, built: dict[str, pd.DataFrame]) -> None:
    for name, table in build_full(Corpus(data)).items():
        pd.testing.assert_frame_equal(built[name], table, obj=name)


@pytest.fixture(autouse=True)
def each_text_is_counted_once(monkeypatch) -> None:
    """What the same text gives in the same circumstances is remembered, for the tests' own speed."""
    monkeypatch.setattr(
        jobs_module, "number_text", lambda text, **options: recall(text, repr(options), options)
    )


def recall(text: str, circumstances: str, options: dict) -> dict[str, pd.DataFrame]:
    if (text, circumstances) not in REMEMBERED:
        REMEMBERED[text, circumstances] = number_text(text, **options)
    return REMEMBERED[text, circumstances]


@pytest.fixture
def counted(monkeypatch) -> list[str]:
    """The sources that are counted into parts from now on, in this process."""
    seen: list[str] = []

    def note(job: Job, *rest):
        seen.append(job.source)
        count_part(job, *rest)

    monkeypatch.setattr("analysis.pipeline.counted.count_part", note)
    return seen


@pytest.fixture
def kept(small_corpus: Path) -> Path:
    """The small corpus with its parts."""
    build(small_corpus)
    return small_corpus


def append(path: Path, *rows: list[object]) -> None:
    write_rows(path, [*read_rows(path), *rows])


def change_cell(path: Path, row: str, column: str, cell: str) -> None:
    header, *rows = read_rows(path)
    for cells in rows:
        if cells[0] == row:
            cells[header.index(column)] = cell
    write_rows(path, [header, *rows])


def test_what_did_not_change_is_not_counted_again(kept, counted):
    built = build(kept)
    assert counted == []
    check_equal_to_a_build_from_nothing(kept, built)


CHANGES = {
    "a pattern": lambda data: append(data / "decisions" / "patterns.csv", ["fish", "net*", "what they use"]),
    "a phrase": lambda data: append(data / "decisions" / "phrases.csv", ["coffee", "coffee", "on the table"]),
    "a title": lambda data: change_cell(data / "sources" / "manifest.csv", FORUM, "title", "On the waters"),
    "a date": lambda data: change_cell(data / "sources" / "events.csv", "forum", "date", "2031-09-21"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_counting_does_not_rest_on_counts_no_text_again(kept, counted, change):
    change(kept)
    build(kept)
    assert counted == []


def name_the_speaker(data: Path) -> None:
    append(data / "decisions" / "speakers.csv", ["Maren Oldwick", "Minister", "answer", "her office"])


RECOUNTED = {
    "its text": (lambda data: write_text(data, FORUM, TEXTS[FORUM] + "\n\nThe larder is full.\n"), {FORUM}),
    "its kind": (
        lambda data: change_cell(data / "sources" / "manifest.csv", FORUM, "kind", "speech"),
        {FORUM},
    ),
    "a name of the speaker": (name_the_speaker, set(TEXTS)),
    "a place": (
        lambda data: write_rows(
            data / "decisions" / "places.csv",
            [
                ["source", "start", "end", "role", "speaker", "text", "reason"],
                [FORUM, 0, 8, "note", "editor", "From the", "the editor's"],
            ],
        ),
        {FORUM},
    ),
}


@pytest.mark.parametrize(("change", "sources"), RECOUNTED.values(), ids=RECOUNTED)
def test_a_source_is_counted_again_where_what_it_rests_on_changed(kept, counted, change, sources):
    change(kept)
    built = build(kept)
    assert counted == sorted(sources)
    check_equal_to_a_build_from_nothing(kept, built)


def test_other_rules_count_everything_again(kept, counted, monkeypatch):
    monkeypatch.setattr(jobs_module, "digest_rules", lambda: "others")
    monkeypatch.setattr("analysis.pipeline.counted.digest_rules", lambda: "others")
    build(kept)
    assert len(counted) == len(TEXTS)


def test_a_text_twice_is_counted_with_each_name(kept, counted):
    add_source(kept, "2031-10-01-again", like=FORUM)
    built = build(kept)
    assert counted == []  # its counts are those of the other
    assert len(list_parts(kept / ".parts")) == len(TEXTS)
    check_equal_to_a_build_from_nothing(kept, built)


DAMAGES = {
    "cut short": lambda content: content[:-7],
    "empty": lambda content: b"",
    "another number": lambda content: content[:-1] + bytes([content[-1] ^ 1]),
    "no digest": lambda content: content[65:],
    "another word": lambda content: content.replace(b'"harbours"', b'"harbourz"'),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_part_is_counted_again(kept, counted, damage):
    part = max(list_parts(kept / ".parts"), key=lambda path: path.stat().st_size)
    whole = part.read_bytes()
    part.write_bytes(damage(whole))
    assert part.read_bytes() != whole
    built = build(kept)
    assert len(counted) == 1 and part.read_bytes() == whole
    check_equal_to_a_build_from_nothing(kept, built)


def test_a_part_under_the_name_of_another_is_counted_again(kept, counted):
    one, other, *_ = list_parts(kept / ".parts")
    one.write_bytes(other.read_bytes())
    check_equal_to_a_build_from_nothing(kept, build(kept))
    assert len(counted) == 1


def test_parts_that_nobody_needs_are_cleared_and_git_leaves_the_others_out(kept):
    before = set(list_parts(kept / ".parts"))
    write_text(kept, FORUM, "We say nothing.")
    change_cell(kept / "sources" / "manifest.csv", FORUM, "kind", "speech")
    build(kept)
    after = set(list_parts(kept / ".parts"))
    assert len(before & after) == len(TEXTS) - 1 and len(after) == len(TEXTS)
    assert (kept / ".parts" / ".gitignore").read_text() == "*\n"


def test_an_interrupted_run_goes_on_where_it_stopped(small_corpus, counted):
    def stop_at_the_third(jobs: list) -> Iterator:
        yield from jobs[:2]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_full(Corpus(small_corpus), ways=Ways(small_corpus / ".parts"), progress=stop_at_the_third)
    built = build(small_corpus)
    assert len(counted) == len(TEXTS)
    check_equal_to_a_build_from_nothing(small_corpus, built)


@pytest.fixture
def small_is_worth_it(monkeypatch) -> None:
    """Processes are started for the smallest corpus."""
    monkeypatch.setattr(ways, "WORTH_STARTING", 1)


def test_two_processes_of_which_one_is_killed_lose_nothing(small_corpus, small_is_worth_it):
    folder, rounds = small_corpus / ".parts", []
    first = choose_shard(list_jobs(Corpus(small_corpus)), "1/4")
    add_parts(first, ways=Ways(folder), progress=iter)
    [done] = list_parts(folder)
    before = done.stat().st_ino  # a part that is written anew is another file

    def kill_one(jobs: list) -> Iterator:
        if not rounds:
            os.kill(active_children()[0].pid, signal.SIGKILL)
        rounds.append(len(jobs))
        yield from jobs

    built = build_full(Corpus(small_corpus), ways=Ways(folder, processes=2), progress=kill_one)
    # On a machine that is busy all three may be counted before the process is killed: then no round is left to do.
    assert rounds in ([3, 3], [3]) and done.stat().st_ino == before
    check_equal_to_a_build_from_nothing(small_corpus, built)


def test_a_process_that_is_always_killed_ends_in_one_sentence(small_corpus, small_is_worth_it):
    def kill(jobs: list) -> Iterator:
        for process in active_children():
            os.kill(process.pid, signal.SIGKILL)
        yield from jobs

    with pytest.raises(InputError, match=r"was ended 3 times, .* run this again with `--processes 1`"):
        build_full(Corpus(small_corpus), ways=Ways(small_corpus / ".parts", processes=2), progress=kill)


def test_two_processes_name_the_same_faulty_source_as_one(small_corpus, small_is_worth_it):
    unlabelled = "Ann: Who?\n\nBob: Me.\n\nAnn: Why?\n\nBob: So.\n\nAnn: And?\n\nBob: No."
    for source in (LANTERN, GAZETTE):
        write_text(small_corpus, source, unlabelled)
    with pytest.raises(InputError, match="gazette") as alone:
        build(small_corpus)
    with pytest.raises(InputError) as apart:
        build(small_corpus, processes=2)
    assert str(alone.value) == str(apart.value)


@pytest.mark.parametrize("k", [1, 2, 3, 7])
def test_shards_hold_each_source_once_and_together_make_the_tables(small_corpus, k):
    jobs = list_jobs(Corpus(small_corpus))
    shards = [choose_shard(jobs, f"{i}/{k}") for i in range(1, k + 1)]
    assert sorted(job.source for shard in shards for job in shard) == sorted(TEXTS)
    ways = Ways(small_corpus / ".parts", only_gather=True)
    for shard in shards:
        add_parts(shard, ways=ways, progress=iter)
    check_equal_to_a_build_from_nothing(small_corpus, build_full(Corpus(small_corpus), ways=ways))


def test_gathering_names_what_is_not_counted_yet(small_corpus):
    ways = Ways(small_corpus / ".parts", only_gather=True)
    add_parts(choose_shard(list_jobs(Corpus(small_corpus)), "1/2"), ways=ways, progress=iter)
    with pytest.raises(InputError, match=r"2 of 4 sources are not counted yet, the first is 2031-0"):
        build_full(Corpus(small_corpus), ways=ways)


@pytest.mark.parametrize("shard", ["", "2", "0/2", "3/2", "1/0", "-1/2", "1/2/3", "a/b", "1.5/2", "²/3"])
def test_a_shard_is_two_numbers(shard):
    with pytest.raises(InputError, match="write I/K with I from 1 to K"):
        choose_shard([], shard)


def test_processes_start_where_that_pays():
    texts = [WORTH_STARTING // 8] * 8
    assert choose_processes(Ways(processes=3), [*texts[1:], 1]) == 1
    assert choose_processes(Ways(processes=3), texts) == 3
    assert choose_processes(Ways(processes=9), texts) == 8  # no more than there are texts
    assert choose_processes(Ways(processes=0), texts) == min(8, len(os.sched_getaffinity(0)))


def test_fewer_processes_start_where_memory_is_short():
    texts = [WORTH_STARTING] * 4  # 0.1 GB to count one of them, 0.25 GB for a process
    assert choose_processes(Ways(processes=4, memory=1_700_000_000), texts) == 4
    assert choose_processes(Ways(processes=4, memory=1_000_000_000), texts) == 2
    assert choose_processes(Ways(processes=4, memory=1), texts) == 1


def test_a_second_process_compares_where_both_find_memory():
    one = guess_gathering(WORTH_STARTING)
    assert can_gather_beside(Ways(processes=2, memory=2 * one), WORTH_STARTING)
    assert not can_gather_beside(Ways(processes=2, memory=2 * one - 1), WORTH_STARTING)
    assert not can_gather_beside(Ways(processes=1, memory=2 * one), WORTH_STARTING)
    assert not can_gather_beside(Ways(processes=2, memory=2 * one), WORTH_STARTING - 1)


@pytest.mark.parametrize(
    ("amount", "n_bytes"), [("3GB", 3 * 10**9), ("1.5 gb", 1_500_000_000), ("250MB", 250_000_000)]
)
def test_amounts_of_memory_are_read(amount, n_bytes):
    assert read_amount(amount) == n_bytes


@pytest.mark.parametrize("amount", ["", "3", "GB", "0GB", "-1GB", "3 GB of it", "1,5GB"])
def test_what_is_no_amount_of_memory_is_refused(amount):
    with pytest.raises(InputError, match="write a number and KB, MB, GB, TB"):
        read_amount(amount)


def test_only_labels_that_a_text_may_print_are_among_what_it_is_counted_from():
    voices = dict.fromkeys(["JOSÉ Ruiz", "O'Hara", "Q.", "Ann", "Press_Corps", "—"], None)
    reading = Reading("Jose: Joanna met O’HARA.\n\nRUIZ-LIMA: The press_corps left.", "plain text")
    assert list(choose_voices(voices, reading)) == ["JOSÉ Ruiz", "O'Hara", "Ann", "Press_Corps", "—"]


def list_imported(path: Path) -> set[str]:
    """Return the modules that a file of Python imports, by their full names."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom)}


def test_all_that_counts_is_part_of_the_digest_of_the_rules():
    files = [path for path in rules.list_counting_files() if path.suffix == ".py"]
    imported = {name for path in files if path.parent.name != "readers" for name in list_imported(path)}
    own = {name.split(".")[1] for name in imported if name.startswith("analysis.")}
    assert own <= {*rules.ROOMS, "roles", "own_words", "errors", "lazy"} | {"storage"}
    others = {name.partition(".")[0] for name in imported} - {"analysis"} - set(sys.stdlib_module_names)
    assert others <= {*rules.LIBRARIES, *rules.EXTRAS} and "nupunkt" in others


KINDS = st.sampled_from(["transcript", "excerpt", "speech", "report"])
WORDS = st.sampled_from(
    ["Few", "All", "The harbours", "Minister: Some", "Press: Why? We", "“Nobody”, she said,"]
)
SOURCES = st.sampled_from([row[0] for row in MANIFEST[1:]])
EDITS = st.one_of(
    st.tuples(st.just("text"), SOURCES, WORDS),
    st.tuples(st.just("kind"), SOURCES, KINDS),
    st.tuples(st.just("label"), st.sampled_from(["Minister", "Press", "Nobody"]), st.just("")),
    st.tuples(st.just("copy"), SOURCES, st.just("")),
    st.tuples(st.just("damage"), st.integers(0, 9), st.integers(0, 5000)),
    st.tuples(st.just("lose"), st.integers(0, 9), st.just("")),
)


def edit(data: Path, what: str, one, other) -> None:
    """Make one change to a data folder, or to its parts."""
    parts, manifest = list_parts(data / ".parts"), data / "sources" / "manifest.csv"
    if what == "text":
        write_text(data, one, SHORT.format(other))
    elif what == "kind":
        change_cell(manifest, one, "kind", other)
    elif what == "label":
        kept = [row for row in read_rows(data / "decisions" / "speakers.csv") if row[1] != one]
        write_rows(data / "decisions" / "speakers.csv", [*kept, ["reporter", one, "question", "a guess"]])
    elif what == "copy" and len(read_rows(manifest)) < 7:
        add_source(data, f"copy-{len(read_rows(manifest))}", like=one)
    elif what == "damage" and parts:
        content = bytearray(parts[one % len(parts)].read_bytes())
        content[other % len(content)] ^= 1
        parts[one % len(parts)].write_bytes(content)
    elif what == "lose" and parts:
        parts[one % len(parts)].unlink()


def build_or_refuse(data: Path, ways: Ways) -> dict[str, pd.DataFrame] | str:
    try:
        return build_full(Corpus(data), ways=ways)
    except InputError as error:
        return str(error)


@examples(3)
@given(st.lists(EDITS, min_size=1, max_size=3))
def test_whatever_changes_the_result_is_that_of_a_build_from_nothing(edits):
    with TemporaryDirectory() as folder:
        data = write_corpus(Path(folder) / "data")
        for source in TEXTS:
            write_text(data, source, SHORT.format("All"))
        for one in [("kind", FORUM, "excerpt"), *edits]:
            edit(data, *one)
            built, anew = (build_or_refuse(data, Ways(parts)) for parts in (data / ".parts", None))
            assert type(built) is type(anew) and (isinstance(built, dict) or built == anew)
            for name in built if isinstance(built, dict) else ():
                pd.testing.assert_frame_equal(built[name], anew[name], obj=name)
