"""From texts to tables: same input, same bytes; copies change nothing; released tables give every result."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from corpus_of_three import TEXTS, add_source, read_rows, write_rows, write_text

from analysis.counting.endings import add_turns
from analysis.counting.role_shares import count_unfiltered
from analysis.disclosure.placed_words import place_words
from analysis.disclosure.unseen_hits import mend_hits
from analysis.errors import InputError
from analysis.patterns.matching import find_matches
from analysis.phrases.chosen import find_chosen
from analysis.phrases.families import find_occurrences
from analysis.phrases.ledger import list_families, list_uses
from analysis.phrases.recurring import find_phrases
from analysis.phrases.tracked import locate_phrases, track_phrases
from analysis.pipeline.build import Built, build_counts
from analysis.readability.bands import measure_bands
from analysis.readability.formulas import FORMULAS
from analysis.readability.scores import score_readability
from analysis.storage.corpus import Corpus
from analysis.storage.decisions import load_decisions
from analysis.storage.packed import spell_words
from analysis.storage.schema import HOME, list_tables
from analysis.storage.sources import load_manifest
from analysis.storage.tables import save_tables
from analysis.topics.counts import count_topics
from analysis.topics.exchanges import count_exchanges
from analysis.topics.rates import compare_topics, rate_roles, rate_sources, rate_topics, share_topics

ROOT = Path(__file__).resolve().parents[2]


def build(data: Path) -> Built:
    return build_counts(Corpus(data))


def run_tables(data: Path, *options: str, cwd: Path = ROOT, **environment: str) -> dict[str, bytes]:
    """Run `python -m analysis tables` in a process of its own and return the files it wrote."""
    command = [sys.executable, "-m", "analysis", "tables", "--data", str(data), *options]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    subprocess.run(command, cwd=cwd, env=variables, check=True, capture_output=True)
    return read_files(data / "tables")


def read_files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def list_results(data: Path, tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Everything that is said of a corpus, from full tables, with the list of words, or from released ones."""
    decisions, sources = load_decisions(data), load_manifest(data)
    tokens, segments = place_words(spell_words(tables["tokens"])), tables["segments"]
    topic_hits = find_matches(tokens, decisions["patterns"], by="topic")
    if "unseen_hits" in tables:
        topic_hits = mend_hits(topic_hits, tables["unseen_hits"])
    phrase_hits = find_chosen(tokens, decisions["phrases"])
    found = find_occurrences(tokens, tables["words"], sources, decisions["equivalents"])
    uses = list_uses(tokens, phrase_hits, found, sources)
    names = decisions["phrases"]["phrase"].unique().tolist()
    return {
        "topic_hits": topic_hits,
        "phrase_hits": phrase_hits,
        "find_phrases": find_phrases(tokens, sources),
        "count_topics": count_topics(tokens, decisions["patterns"], sources=sources["source"]),
        "rate_topics": rate_topics(topic_hits, segments, sources),
        "rate_sources": rate_sources(topic_hits, segments, sources),
        "rate_roles": rate_roles(topic_hits, segments, sources),
        "share_topics": share_topics(topic_hits, segments, sources),
        "compare_topics": compare_topics(topic_hits, segments, sources),
        "count_exchanges": count_exchanges(topic_hits, segments, sources),
        "track_phrases": track_phrases(phrase_hits, segments, sources),
        "locate_phrases": locate_phrases(phrase_hits, segments, sources),
        "list_families": list_families(uses, segments, sources),
        "score_readability": score_readability(tables["sentences"]),
        "measure_bands": measure_bands(
            add_turns(tables["sentences"], segments), tables["splittings"], FORMULAS, by=["source", "role"]
        ),
        "count_unfiltered": count_unfiltered(segments, phrase_hits, sources, phrases=names),
    }


def with_words(built: Built) -> dict[str, pd.DataFrame]:
    """Return the full tables with the list of words, which is released whole."""
    return built.full | {"words": built.released["words"]}


def build_headlines(data: Path) -> dict[str, pd.DataFrame]:
    tables = build(data).released
    return list_headlines(data, tables, list_results(data, tables))


def list_headlines(
    data: Path, tables: dict[str, pd.DataFrame], results: dict[str, pd.DataFrame]
) -> dict[str, pd.DataFrame]:
    """What is said of the events, whatever the names of their sources and however many report them."""
    sources = load_manifest(data)
    references = sources.loc[sources["is_reference"], ["source", "event"]]
    spoken = tables["sentences"].merge(references, on="source")
    naive = results["count_unfiltered"].query("belongs == 'own'")
    names = [
        "find_phrases",
        "rate_topics",
        "share_topics",
        "compare_topics",
        "count_exchanges",
        "track_phrases",
    ]
    return {name: results[name] for name in names} | {
        "locate_phrases": results["locate_phrases"].drop(columns="source"),
        "readability": score_readability(spoken, by=["event", "role"]),
        "own": naive.drop(columns="share").reset_index(drop=True),
    }


def add_event(data: Path, source: str) -> None:
    """Add the lantern's text once more, as a source of an event of its own."""
    add_source(data, source, like="2031-06-02-lantern")
    manifest, events = (data / "sources" / f"{name}.csv" for name in ("manifest", "events"))
    rows = read_rows(manifest)
    rows[-1][1] = event = source[11:]
    write_rows(manifest, rows)
    write_rows(events, [*read_rows(events), [event, source[:10], "Radio Lantern"]])


def check_equal(results: dict[str, pd.DataFrame], others: dict[str, pd.DataFrame]) -> None:
    for name, result in results.items():
        pd.testing.assert_frame_equal(result, others[name], obj=name)


@pytest.fixture(scope="module")
def results_of_released(corpus_built_once, counted_once):
    return list_results(corpus_built_once, counted_once.released)


@pytest.fixture(scope="module")
def headlines(corpus_built_once, counted_once, results_of_released):
    return list_headlines(corpus_built_once, counted_once.released, results_of_released)


def test_the_small_corpus_says_what_it_was_written_to_say(counted_once, results_of_released):
    built, results = counted_once, results_of_released
    assert built.n_withheld == 0
    own = built.full["segments"].query("role in ['answer', 'quote']").groupby("source")["n_words"].sum()
    assert own.to_dict() == {
        "2031-03-14-gazette": 226,
        "2031-03-15-courier": 46,
        "2031-06-02-lantern": 172,
        "2031-09-20-forum": 104,
    }
    assert {"shared waters", "open harbours", "herring quota"} <= set(results["find_phrases"]["phrase"])
    uses = results["track_phrases"].pivot(index="phrase", columns="event", values="n")
    assert uses.loc["root of the quarrel"].to_dict() == {"gazette": 2, "lantern": 1, "forum": 1}
    assert uses.loc["lasting settlement"].to_dict() == {"gazette": 1, "lantern": 1, "forum": 1}
    assert uses.loc["silver tide"].sum() == 0
    families = results["list_families"].set_index("family")
    assert families.loc["Lighthouse Agreement", "first_said"] == "2031-03-14 speaker"


def test_words_of_segments_are_the_words_of_the_tokens(counted_once):
    full = counted_once.full
    counted = spell_words(full["tokens"]).groupby(["source", "segment"]).size()
    stated = full["segments"].set_index(["source", "segment"])["n_words"]
    pd.testing.assert_series_equal(stated[stated > 0], counted, check_names=False)


def test_every_token_is_a_slice_of_its_text_and_every_character_has_a_segment(small_corpus, counted_once):
    full = counted_once.full
    for row in Corpus(small_corpus).texts.itertuples():
        tokens = full["tokens"].query("source == @row.source")
        assert [row.text[start:end] for start, end in tokens[["start", "end"]].to_numpy()] == list(
            tokens["token"]
        )
        segments = full["segments"].query("source == @row.source").sort_values("start")
        covered = [row.text[start:end] for start, end in segments[["start", "end"]].to_numpy()]
        assert "".join("".join(covered).split()) == "".join(row.text.split())


def test_results_on_released_tables_equal_those_on_full_ones(
    corpus_built_once, counted_once, results_of_released
):
    assert len(counted_once.released["tokens"]) < len(counted_once.full["tokens"]) / 4
    check_equal(list_results(corpus_built_once, with_words(counted_once)), results_of_released)


def test_the_first_corpus_gives_the_committed_tables_byte_for_byte_and_equal_results(
    first_corpus_once, tmp_path
):
    for folder in ("sources", "decisions"):
        shutil.copytree(HOME / folder, tmp_path / folder, ignore=shutil.ignore_patterns("texts"))
    built, texts = first_corpus_once, Corpus(HOME, HOME.parents[1] / "shared" / "corpus").texts
    digests = dict(zip(texts["source"], texts["sha256"], strict=True))
    save_tables(built.released, tmp_path, texts=digests)
    files, committed = read_files(tmp_path / "tables"), read_files(HOME / "tables")
    assert [name for name, content in committed.items() if content != files.get(name)] == []
    assert built.n_withheld == 0
    check_equal(list_results(HOME, with_words(built)), list_results(HOME, built.released))


def test_copies_under_the_same_events_change_no_headline_number(headlines, small_corpus):
    """Copies that sort before all others and behind them."""
    copies = {"2031-03-01-courier": "2031-03-15-courier", "2031-03-02-lantern": "2031-06-02-lantern",
              "2031-12-30-gazette": "2031-03-14-gazette", "2031-12-31-courier": "2031-03-15-courier"}  # fmt: skip
    for copy, like in copies.items():
        add_source(small_corpus, copy, like=like)
    after = build_headlines(small_corpus)
    assert set(after) == set(headlines)
    check_equal(headlines, after)


def test_the_same_text_under_another_event_does_change_them(headlines, small_corpus):
    add_event(small_corpus, "2031-10-01-again")
    after = find_phrases(build(small_corpus).full["tokens"], load_manifest(small_corpus))
    assert len(after) > len(headlines["find_phrases"])


def test_same_bytes_whatever_the_hash_seed_the_locale_the_folder_and_the_order_of_rows(
    corpus_built_once, small_corpus, tmp_path
):
    here = read_files(corpus_built_once / "tables")  # by this process, as it happens to be set up
    assert set(here) == {"built.json", *(f"{name}.csv" for name in list_tables())}
    ascii_only = {"LC_ALL": "POSIX", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    other = tmp_path / "elsewhere" / "data"
    shutil.copytree(small_corpus, other)
    for file in [*(other / "sources").glob("*.csv"), *(other / "decisions").glob("*.csv")]:
        header, *rows = read_rows(file)
        write_rows(file, [header, *reversed(rows)])
    there = run_tables(other, PYTHONHASHSEED="4242", TZ="Pacific/Kiritimati", cwd=tmp_path, **ascii_only)
    built, listed = (json.loads(tables.pop("built.json")) for tables in (there, here))
    assert there == here
    assert {**built, "inputs": {}} == {**listed, "inputs": {}}  # other bytes were decided, and say the same
    assert built["inputs"].keys() == listed["inputs"].keys()


def test_texts_with_next_to_no_words_and_silent_sources_are_texts(small_corpus):
    write_text(small_corpus, "2031-09-20-forum", "Nothing of what is looked for stands here.\n")
    texts = ["…\n", "!!!\n\n???\n", "12\n", "Oldwick\n", "\ufeff“”\n\n—\n"]
    names = [f"2031-10-0{i}-little{i}" for i in range(1, len(texts) + 1)]
    for name, text in zip(names, texts, strict=True):
        add_event(small_corpus, name)
        write_text(small_corpus, name, text)
    absent = [["source", "reason"], *([name, "the page was empty that day"] for name in names)]
    write_rows(small_corpus / "decisions" / "absent.csv", absent)
    built = build(small_corpus)
    assert set(built.full["segments"]["source"]) == {*TEXTS, *names}
    check_equal(list_results(small_corpus, with_words(built)), list_results(small_corpus, built.released))


@pytest.mark.parametrize(
    ("name", "row", "message"),
    [
        (
            "patterns",
            ["whales", "whale*", "x"],
            r"patterns.csv, line 11: topic 'whales' is not in topics.csv; add a",
        ),
        (
            "patterns",
            ["fish", "herring", "x"],
            r"patterns.csv, line 11: topic, pattern fish, herring stands above",
        ),
        ("patterns", ["fish", "...", "x"], r"patterns.csv, line 11: the pattern '...' names no word"),
        ("phrases", ["tide", "... tide", "x"], r"phrases.csv, line 7: .* begin and end it with a word"),
        ("phrases", ["tide", "tide", ""], r"phrases.csv, line 7: reason is ''; it must not be empty"),
        ("topics", ["Big Fish", "a", "b"], r"topics.csv, line 5: topic is 'Big Fish'; it must have the form"),
    ],
)
def test_a_decision_that_cannot_hold_is_refused_with_its_line(small_corpus, name, row, message):
    path = small_corpus / "decisions" / f"{name}.csv"
    write_rows(path, [*read_rows(path), row])
    with pytest.raises(InputError, match=message):
        load_decisions(small_corpus)
