"""Short pairs of words for the same thing, and how many of them may be seen."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from version_pairs import NO_EQUIVALENTS, make_sources, make_tables

from analysis.disclosure.line import lay_line
from analysis.disclosure.rewordings import show_rewordings
from analysis.disclosure.runs import LONGEST_RUN, Shown
from analysis.versions.alignment import align_sentences
from analysis.versions.rewordings import list_rewordings
from examples import examples


def reword(source: str, report: str) -> list[list[object]]:
    """The pairs of two sentences that report each other: position and words in the report, in the source."""
    tokens, _ = make_tables({"full": [("answer", source)], "news": [("quote", report)]})
    link = pd.DataFrame({"report": ["news"], "report_sentence": 1, "source": ["full"], "source_sentence": 1})
    columns = ["report_position", "report_words", "source_position", "source_words"]
    return list_rewordings(tokens, link, NO_EQUIVALENTS)[columns].to_numpy().tolist()


def test_what_stands_between_the_same_words_is_a_pair():
    source = "The envoy left the old harbour before the storm."
    assert reword(source, "The delegate left the old port before the storm.") == [
        [2, "delegate", 2, "envoy"],
        [6, "port", 6, "harbour"],
    ]


def test_function_words_at_the_edges_are_no_part_of_a_pair():
    assert reword(
        "They spoke of the island's defence today.", "They spoke about what protects isles today."
    ) == [[5, "protects isles", 5, "island's defence"]]


def test_longer_stretches_and_words_in_common_are_no_pair():
    assert reword("They met red green blue white men today.", "They met somebody today.") == []
    assert reword("They saw tall men and tall ships today.", "They saw tall women today.") == []


def test_words_that_changed_places_are_no_pair():
    assert reword("Ships carry coal north.", "North goes coal by ships.") == []


def test_a_pair_that_would_be_the_fifteenth_word_in_a_row_is_left_out():
    before = " ".join(f"w{n}" for n in range(14))
    versions = {"full": [("answer", f"{before} harbour now")], "news": [("quote", f"{before} port now")]}
    tokens, _ = make_tables(versions)
    link = pd.DataFrame({"report": ["news"], "report_sentence": 1, "source": ["full"], "source_sentence": 1})
    rewordings = list_rewordings(tokens, link, NO_EQUIVALENTS)
    assert rewordings[["report_words", "source_words"]].to_numpy().tolist() == [["port", "harbour"]]
    for first, n_pairs in ((1, 0), (2, 1)):
        shown = start_with(tokens, (tokens["source"] == "news") & tokens["position"].between(first, 14))
        assert len(show_rewordings(rewordings, shown)) == n_pairs


def start_with(tokens: pd.DataFrame, is_seen: pd.Series) -> Shown:
    """The line of these words, with some seen."""
    shown = Shown(lay_line(tokens, tokens.groupby("source")["position"].max()))
    flags = np.zeros(len(shown.line.form), dtype=bool)
    flags[shown.line.place(tokens["source"], tokens["position"])] = is_seen
    shown.start(flags, shown.share(flags), np.zeros(len(flags), dtype=bool))
    return shown


trees = [
    tree for begin in ("oak", "elm", "ash", "fir", "yew") for tree in (begin, *(begin + e for e in "abcd"))
]
# A word says where two sentences go together only where it is said once.
line = st.lists(st.sampled_from(trees), min_size=9, max_size=25, unique=True).map(" ".join)
lines = st.lists(line, min_size=1, max_size=3)
# A text, and the same with other words for a few of its words: there is much to show.
few = st.sets(st.sampled_from(trees), min_size=3)
reworded = st.tuples(lines, few).map(lambda it: (it[0], [swap(line, it[1]) for line in it[0]]))


def swap(line: str, words: set[str]) -> str:
    return " ".join(f"{word}x" if word in words else word for word in line.split())


@examples(4)
@given(reworded | st.tuples(lines, lines), st.data())
def test_no_fifteen_words_in_a_row_can_be_rebuilt_with_rewordings(both, data):
    one, other = both
    versions = {"full": [("answer", line) for line in one], "news": [("quote", line) for line in other]}
    tokens, sentences = make_tables(versions)
    passages = align_sentences(tokens, sentences, make_sources(["full", "news"]), NO_EQUIVALENTS)
    rewordings = list_rewordings(tokens, passages, NO_EQUIVALENTS)
    is_seen = tokens["position"] % 15 != data.draw(st.integers(0, 14))
    is_seen &= ~tokens["position"].isin(data.draw(st.sets(st.integers(1, 75))))
    shown = start_with(tokens, is_seen)
    before = max(runs(shown), default=0)
    kept = show_rewordings(rewordings, shown)
    assert max(runs(shown), default=0) <= max(LONGEST_RUN, before)
    assert len(kept) <= len(rewordings)


def runs(shown: Shown) -> list[int]:
    """Lengths of the runs of seen words."""
    return [len(run) for run in bytes(shown.is_seen).split(b"\0") if run]
