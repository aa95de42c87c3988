"""In one command nothing is read, hashed or found twice."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from analysis.__main__ import cli
from analysis.patterns import texts
from analysis.patterns.matching import find_matches
from analysis.phrases import families
from analysis.phrases.families import find_occurrences
from analysis.pipeline.found import find_all
from analysis.pipeline.full import build_full
from analysis.storage.corpus import Corpus
from analysis.storage.packed import spell_words


def digest(value: object) -> str:
    """A name for the content of an argument, whatever its order of columns."""
    if isinstance(value, pd.DataFrame):
        value = value[sorted(value)].to_csv()
    return hashlib.md5(str(value).encode()).hexdigest()


def watch(monkeypatch, owner: object, name: str, seen: Counter, key: Callable) -> None:
    """Count the calls of a function by what `key` makes of their arguments."""
    function = getattr(owner, name)

    def watched(*arguments, **named):
        seen[key(*arguments, **named)] += 1
        return function(*arguments, **named)

    monkeypatch.setattr(owner, name, watched)


@pytest.fixture
def searches(monkeypatch) -> dict[str, Counter]:
    """How often patterns and families are looked for, by the words they are looked for in."""
    seen = {"patterns": Counter(), "families": Counter()}
    watch(monkeypatch, texts, "_number_forms", seen["patterns"], digest)
    watch(
        monkeypatch, families, "read_all_words", seen["families"],
        lambda tokens, text, sources, *rest: (digest(tokens), digest(sources)),
    )  # fmt: skip
    return seen


@pytest.fixture
def files_read(monkeypatch) -> Counter:
    """How often each file is opened."""
    opened = Counter()
    watch(monkeypatch, Path, "open", opened, lambda path, *mode, **named: path.name)
    return opened


def test_tables_are_built_without_finding_anything_twice(small_corpus, searches, files_read):
    run = CliRunner().invoke(cli, ["tables", "--data", str(small_corpus)])
    assert run.exit_code == 0, run.output
    # Topics and phrases are sought in words that are read once for both, and once more for all ways of counting
    # otherwise, which look at the few words alone that a pattern may find. In the released words topics are looked for
    # once, to tell which hits are not seen.
    assert sorted(searches["patterns"].values()) == [1, 1, 2]
    # Families: of the speaker and of the interviewers at once; no finding that is tried again rests on them.
    assert list(searches["families"].values()) == [1]
    check_read_once(files_read)


def check_read_once(files_read: Counter) -> None:
    wanted = {"manifest.csv", "events.csv", "speakers.csv", "topics.csv", "2031-09-20-forum.txt"}
    assert wanted <= set(files_read)
    # Once for the digest, once for what it holds.
    often = [name for name, n in files_read.items() if n > 2 and name.endswith((".csv", ".txt"))]
    assert often == []


def test_each_text_is_hashed_once(small_corpus, monkeypatch):
    hashed = Counter()
    watch(monkeypatch, hashlib, "sha256", hashed, lambda content: content)
    texts = Corpus(small_corpus).texts
    assert len(texts) == 4 and set(hashed.values()) == {1}


@pytest.mark.parametrize("arguments", [["explain", "fish"], ["code", "sheet", "{tmp}/coding"]])
def test_other_commands_read_each_file_once(small_corpus, tmp_path, searches, files_read, arguments):
    named = [argument.format(tmp=tmp_path) for argument in arguments]
    run = CliRunner().invoke(cli, [*named, "--data", str(small_corpus)])
    assert run.exit_code == 0, run.output
    assert sum(searches["patterns"].values()) == 1
    check_read_once(files_read)


def test_a_readable_text_is_read_once(small_corpus, files_read):
    file = small_corpus / "sources" / "texts" / "2031-09-20-forum.txt"
    assert CliRunner().invoke(cli, ["readability", str(file)]).exit_code == 0
    assert files_read[file.name] == 1


def test_what_is_found_is_what_each_search_finds(small_corpus):
    corpus = Corpus(small_corpus)
    tokens, decisions = build_full(corpus)["tokens"], corpus.decisions
    found = find_all(tokens, decisions, corpus.sources)
    for hits, name, by in (
        (found.topic_hits, "patterns", "topic"),
        (found.phrase_hits, "phrases", "phrase"),
    ):
        pd.testing.assert_frame_equal(hits, find_matches(tokens, decisions[name], by=by))
    words = tokens.groupby(["source", "role", "norm"], as_index=False).size().rename(columns={"size": "n"})
    uses = find_occurrences(tokens, words, corpus.sources, decisions["equivalents"])
    pd.testing.assert_frame_equal(spell_words(found.families), spell_words(uses))
