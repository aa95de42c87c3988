"""What may leave the building: enough for every result, too little for any passage."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from attack import rebuild_runs
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.counting.word_forms import count_forms, count_turns
from analysis.disclosure.runs import LONGEST_RUN, measure_visibility
from analysis.disclosure.tables import CONTEXT, _limit_runs, _widen, release_tables
from analysis.disclosure.visible import find_visible_rows
from analysis.language.words import WORD, fold_words
from analysis.patterns.matching import find_matches
from analysis.pipeline.found import find_all

WORDS = ["oak", "elm", "ash", "of", "the", "on"]


def make_tables(text: str, *, source: str = "daily") -> dict[str, pd.DataFrame]:
    """Full tables of a text in which every line is one answer of one sentence."""
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    starts = np.cumsum([0, *(len(line) + 1 for line in text.splitlines())])
    segments = pd.DataFrame(
        [(source, n, n, n, "answer", "", starts[n - 1], len(line), len(line.split())) for n, line in lines],
        columns=["source", "segment", "paragraph", "turn", "role", "speaker", "start", "end", "n_words"],
    )
    found = list(WORD.finditer(text))
    number = [text.count("\n", 0, match.start()) + 1 for match in found]
    place = {"source": source, "sentence": number, "position": range(1, len(found) + 1), "segment": number}
    spans = {"role": "answer", "start": [m.start() for m in found], "end": [m.end() for m in found]}
    tokens = pd.DataFrame(place | spans | {"token": [m.group() for m in found]})
    tokens["norm"] = fold_words(tokens["token"])
    others = {name: pd.DataFrame() for name in ("sentences", "splittings", "doubts")}
    return {"segments": segments, "tokens": tokens, **others}


def make_rules(*patterns: str, by: str) -> pd.DataFrame:
    return pd.DataFrame({by: "x", "pattern": list(patterns), "reason": "a test"})


def make_sources(*names: str) -> pd.DataFrame:
    columns = {"source": names, "event": names, "date": "2031-05-17", "is_reference": True}
    return pd.DataFrame(columns)


def decide(patterns: pd.DataFrame, phrases: pd.DataFrame) -> dict[str, pd.DataFrame]:
    equivalents = pd.DataFrame(columns=["form", "stands_for", "kind", "reason"])
    return {"patterns": patterns, "phrases": phrases, "equivalents": equivalents}


def release(text: str, patterns: pd.DataFrame, phrases: pd.DataFrame) -> dict[str, pd.DataFrame]:
    full = make_tables(text)
    found = find_all(full["tokens"], decide(patterns, phrases), make_sources("daily"))
    visible = find_visible_rows(full["tokens"], make_sources("daily"), found)
    texts = pd.DataFrame({"source": ["daily"], "text": [text]})
    return release_tables(full, texts, visible, phrases, found.phrase_hits)


def test_a_use_is_shown_with_six_words_on_either_side_and_no_other():
    text = "a b c d e f g Oak, elm! h i j k l m n\n"
    released = release(text, make_rules("zebra", by="topic"), make_rules("oak elm", by="phrase"))
    assert released["contexts"].to_dict("records") == [
        {
            "phrase": "x",
            "source": "daily",
            "position": 8,
            "role": "answer",
            "left": "b c d e f g",
            "match": "Oak, elm",
            "right": "! h i j k l m",
        }
    ]
    assert released["tokens"]["token"].tolist() == ["Oak", "elm"]


def test_a_context_ends_where_the_segment_does():
    released = release("a b\nc oak d\ne f\n", make_rules("q", by="topic"), make_rules("oak", by="phrase"))
    assert released["contexts"][["left", "match", "right"]].to_numpy().tolist() == [["c", "oak", "d"]]


def test_neighbouring_contexts_share_what_may_be_seen():
    # The phrase is the 4th and the 12th of fifteen words: the last one stays unseen.
    line = "a b c oak e f g h i j k oak m n o\n"
    released = release(line, make_rules("q", by="topic"), make_rules("oak", by="phrase"))
    assert released["contexts"]["left"].tolist() == ["a b c", "f g h i j k"]
    assert released["contexts"]["right"].tolist() == ["e f g h i j", "m n"]


def test_every_fifteenth_visible_word_in_a_row_is_withheld():
    tokens = make_tables(" ".join(["oak"] * 31) + "\n")["tokens"]
    kept = _limit_runs(tokens, pd.Series(True, index=tokens.index))
    assert tokens.loc[~kept, "position"].tolist() == [15, 30]


def test_runs_are_counted_in_order_of_position_and_anew_in_each_source():
    one, other = (make_tables(" ".join(["oak"] * 14) + "\n", source=name)["tokens"] for name in "ab")
    tokens = pd.concat([one, other], ignore_index=True).sample(frac=1, random_state=1)
    assert _limit_runs(tokens, pd.Series(True, index=tokens.index)).all()


def test_a_use_of_which_a_word_is_withheld_has_no_context():
    line = " ".join(["elm"] * 14 + ["oak"]) + "\n"
    released = release(line, make_rules("elm", by="topic"), make_rules("elm oak", by="phrase"))
    assert released["contexts"].empty
    assert len(released["tokens"]) == 14


def test_widening_never_passes_fourteen_words_in_a_row():
    # Words 1-5 are seen, and the match, 12. The 6th would join them: 1-17 in a row.
    seen, sizes = np.zeros(22, dtype=int), np.ones(22, dtype=int)
    seen[[1, 2, 3, 4, 5, 12]] = 1
    assert _widen(seen, sizes, np.ones(20, dtype=int), 12, 12) == (6, 18)
    assert np.flatnonzero(seen == 0).tolist() == [0, 6, 19, 20, 21]


def test_a_compound_counts_as_the_words_it_has():
    # The match, 7, and six words on either side are 13; with every word of two parts, 14 parts are seven
    # words.
    seen, sizes = np.zeros(22, dtype=int), np.full(22, 2)
    seen[7] = 2
    assert _widen(seen, sizes, np.ones(20, dtype=int), 7, 7) == (3, 10)


def test_words_are_counted_by_source_and_role():
    tokens = make_tables("Oak elm oak\n")["tokens"]
    assert count_forms(tokens).to_numpy().tolist() == [
        ["daily", "answer", "elm", 1],
        ["daily", "answer", "oak", 2],
    ]


def test_a_form_is_counted_once_a_turn():
    full = make_tables("Oak elm oak\nOak ash\nAsh\n")
    segments = full["segments"].assign(turn=pd.array([1, 1, None], dtype="Int64"))
    counted = count_turns(count_forms(full["tokens"]), full["tokens"], segments)
    assert counted[["norm", "n"]].to_numpy().tolist() == [["ash", 2], ["elm", 1], ["oak", 3]]
    assert counted["n_turns"].tolist() == [1, 1, 1]  # both lines of the first turn; the last is in none
    later = count_turns(count_forms(full["tokens"]), full["tokens"], full["segments"])
    assert later["n_turns"].tolist() == [2, 1, 2]
    nowhere = count_turns(count_forms(full["tokens"]), full["tokens"], segments.assign(turn=pd.NA))
    assert nowhere["n_turns"].isna().all()


def test_visibility_counts_words_and_runs():
    text = " ".join(["oak"] * 20) + "\n"
    full = make_tables(text)
    contexts = pd.DataFrame(
        [("x", "daily", 17, "answer", "oak oak", "oak", "oak")],
        columns=["phrase", "source", "position", "role", "left", "match", "right"],
    )
    first = full["tokens"].query("position <= 14")
    seen = measure_visibility(full["segments"], first, contexts).iloc[0].to_dict()
    assert seen == {  # 1-14 as tokens, 15-18 in the context
        "source": "daily",
        "n_words": 20,
        "n_visible": 18,
        "share_visible": 0.9,
        "n_in_runs": 18,
        "share_in_runs": 0.9,
    }
    unseen = measure_visibility(full["segments"], first, contexts.head(0)).iloc[0]
    assert (unseen["n_visible"], unseen["n_in_runs"]) == (14, 0)


short = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40)
long = st.lists(st.sampled_from(WORDS), min_size=20, max_size=40)
lines = (short | long).map(" ".join)
texts = st.lists(lines, min_size=1, max_size=4).map(lambda them: "\n".join(them) + "\n")
word = st.sampled_from([*WORDS, "o*", "*"])
rules = st.lists(st.lists(word, min_size=1, max_size=4), min_size=1, max_size=3).map(
    lambda them: [" ".join(["oak" if word == "*" else word for word in one[:1]] + one[1:]) for one in them]
)
# Most words are looked for, each by itself: long runs of hits, which are where too much might be seen.
most_words = st.sets(st.sampled_from(WORDS), min_size=4).map(sorted)


@settings(max_examples=15, deadline=None)
@given(texts, rules | most_words, rules)
def test_no_fifteen_words_in_a_row_can_be_rebuilt(text, patterns, phrases):
    released = release(text, make_rules(*patterns, by="topic"), make_rules(*phrases, by="phrase"))
    assert max(rebuild_runs(released), default=0) <= LONGEST_RUN
    seen = measure_visibility(make_tables(text)["segments"], released["tokens"], released["contexts"])
    assert seen["n_in_runs"].sum() == 0
    assert seen["n_visible"].sum() == sum(rebuild_runs(released))
    sides = released["contexts"][["left", "right"]].to_numpy().ravel()
    assert max((len(side.split()) for side in sides), default=0) <= CONTEXT


@settings(max_examples=20, deadline=None)
@given(texts, rules)
def test_hits_are_the_same_on_released_words_unless_some_are_withheld(text, patterns):
    topics = make_rules(*patterns, by="topic")
    full = make_tables(text)["tokens"]
    sources = make_sources("daily")
    found = find_all(full, decide(topics, make_rules("zebra", by="phrase")), sources)
    visible = find_visible_rows(full, sources, found)
    kept = _limit_runs(full, visible)
    if (kept == visible).all():
        found = find_matches(full[kept], topics, by="topic")
        pd.testing.assert_frame_equal(found, find_matches(full, topics, by="topic"))


@pytest.mark.parametrize("text", ["one two\n", "\n\n!\none\n"])
def test_where_nothing_is_looked_for_nothing_is_seen(text):
    released = release(text, make_rules("zebra", by="topic"), make_rules("zebra", by="phrase"))
    assert released["tokens"].empty
    assert released["contexts"].empty
    assert rebuild_runs(released) == []
