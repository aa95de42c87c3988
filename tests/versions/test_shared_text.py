"""Sources that are declared for the wrong event: a planted copy, and strangers under one event."""

from __future__ import annotations

import pandas as pd
import pytest
from corpus_of_three import TEXTS, read_rows, write_rows, write_text
from data_folders import count_here
from version_pairs import make_sources, make_tables

from analysis.commands.check_remarks import DOUBTFUL
from analysis.commands.check_steps import check_data
from analysis.pipeline.event_doubts import list_doubts
from analysis.storage.corpus import Corpus
from analysis.versions.shared_text import RUN, measure_overlaps

LANTERN, FORUM = "2031-06-02-lantern", "2031-09-20-forum"


NO_TRANSLATIONS = pd.DataFrame(
    columns=["original", "original_sentence", "translation", "translation_sentence", "n_anchors"]
)


def declare(data, source, event, *, like):
    """Add a row for a source, as that of another, with an event of this name."""
    sources, events = data / "sources" / "manifest.csv", data / "sources" / "events.csv"
    rows = read_rows(sources)
    other = next(row for row in rows if row[0] == like)
    write_rows(sources, [*rows, [source, event, *other[2:]]])
    known = read_rows(events)
    if event not in [row[0] for row in known]:
        write_rows(events, [*known, [event, "2031-12-01", "Evening Post"]])


def warnings_of(data) -> list[str]:
    """The warnings of the check on how sources are declared."""
    remarks = check_data(Corpus(count_here(data)))
    told = [remark.sentence for remark in remarks if remark.severity == DOUBTFUL]
    return [sentence for sentence in told if "are declared as" in sentence]


def test_an_undeclared_copy_and_two_interviews_under_one_event_are_named(small_corpus):
    answers = TEXTS[LANTERN].strip().partition("\n\n")[2]
    write_text(small_corpus, "evening", "Interview with the Evening Post\n\n" + answers)
    declare(small_corpus, "evening", "evening", like=LANTERN)
    answer = "My cat sleeps all morning. Violins need dry air. Tea tastes best from tin cups."
    write_text(small_corpus, "morning", f"Interview\n\nMaren Oldwick: {answer}")
    declare(small_corpus, "morning", "forum", like=LANTERN)
    warning, other = warnings_of(small_corpus)
    path = small_corpus / "sources" / "manifest.csv"
    assert warning.startswith(
        f"{LANTERN} and evening are declared as different events but share 100% of the running words"
    )
    assert warning.endswith(f"give them the same event in {path} if one is a copy.")
    assert other.startswith(
        f"morning and {FORUM} are declared as one event but 0% of the sentences of the shorter one"
    )
    assert "give them events of their own in" in other


def test_a_sound_folder_with_a_copy_declared_under_its_event_has_no_warnings(small_corpus):
    write_text(small_corpus, "evening", TEXTS[LANTERN])
    declare(small_corpus, "evening", "lantern", like=LANTERN)
    assert warnings_of(small_corpus) == []


def test_words_printed_twice_do_not_make_strangers_of_two_texts(tmp_path):
    # One of three sentences has a counterpart; three more are printed twice by mistake.
    roles = ["answer"] * 3 + ["repeat"] * 3
    sentences = pd.DataFrame({"source": "full", "sentence": range(1, 7), "role": roles})
    longer = pd.DataFrame({"source": "news", "sentence": range(1, 9), "role": "quote"})
    link = {"report": ["news"], "report_sentence": 1, "source": "full", "source_sentence": 2}
    tables = {"overlaps": measure_overlaps(make_tables({})[0]), "passages": pd.DataFrame(link)}
    tables["sentences"] = pd.concat([sentences, longer])
    tables["translations"] = NO_TRANSLATIONS
    sources = make_sources(["full", "news"])
    assert list_doubts(tables, sources, tmp_path) == []
    apart = tables | {"passages": tables["passages"].assign(source_sentence=3, report="other")}
    assert len(list_doubts(apart, sources, tmp_path)) == 1


def test_runs_of_eight_words_are_counted_within_sentences():
    # Ten words hold three runs of eight; the other source has the first nine of them, two runs.
    ten = "one two three four five six seven eight nine ten"
    tokens, _ = make_tables(
        {
            "a": [("answer", ten)],
            "b": [("answer", ten.removesuffix(" ten")), ("answer", "ten and so on until it was all said")],
            "c": [("answer", "one two three four"), ("answer", "five six seven eight")],
        }
    )
    assert measure_overlaps(tokens).to_numpy().tolist() == [["a", "b", 2, 0.667]]


@pytest.mark.parametrize("n_words", [0, 1, RUN - 1])
def test_short_sources_share_nothing(n_words):
    line = " ".join(["oak"] * n_words)
    tokens, _ = make_tables({"a": [("answer", line)], "b": [("answer", line)]})
    overlaps = measure_overlaps(tokens)
    assert overlaps.empty
    assert overlaps.columns.tolist() == ["source", "other", "n_shared", "share"]


def test_the_order_of_rows_changes_nothing():
    lines = {name: [("answer", "we said so in the spring and we say so today")] for name in "abc"}
    tokens, _ = make_tables(lines)
    mixed = measure_overlaps(tokens.sample(frac=1, random_state=1))
    pd.testing.assert_frame_equal(mixed, measure_overlaps(tokens))
    assert mixed["share"].tolist() == [1.0, 1.0, 1.0]
