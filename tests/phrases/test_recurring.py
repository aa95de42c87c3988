"""Phrases that recur: what counts as one, how they are ranked, and where they are used."""

from __future__ import annotations

from collections import defaultdict
from math import log2

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal
from phrase_sources import SOURCES

from analysis.language.english import FUNCTION_WORDS
from analysis.language.words import fold_word
from analysis.phrases.recurring import find_phrases, find_recurring_rows
from analysis.roles import OWN
from examples import examples


def read(text: str, *, source: str = "gazette", role: str = "answer") -> pd.DataFrame:
    """Tokens of an invented text: one segment, a sentence up to each full stop."""
    rows = [
        (source, sentence, word)
        for sentence, words in enumerate(text.split("."), start=1)
        for word in words.split()
    ]
    tokens = pd.DataFrame(rows, columns=["source", "sentence", "token"]).astype({"sentence": "Int64"})
    tokens["norm"] = tokens["token"].map(fold_word)
    tokens["start"] = tokens.index * 10
    return tokens.assign(position=tokens.index + 1, segment=1, role=role, end=tokens["start"] + 5)


def interviews(spring: str, autumn: str) -> pd.DataFrame:
    return pd.concat([read(spring), read(autumn, source="radio")], ignore_index=True)


def phrases_in(tokens: pd.DataFrame) -> list[str]:
    return list(find_phrases(tokens, SOURCES)["phrase"])


def test_one_row_says_what_recurs_where_and_since_when():
    tokens = interviews("We want open harbours . Open harbours help us", "I said open harbours")
    assert find_phrases(tokens, SOURCES).to_dict("records") == [
        {
            "phrase": "open harbours",
            "n_words": 2,
            "n": 3,
            "n_events": 2,
            "first_date": "2031-04-02",
            "last_date": "2031-10-09",
            "events": "autumn interview; spring interview",
            "kind": "expression",
            "c_value": 3.0,
        }
    ]


def test_a_phrase_of_one_event_does_not_recur():
    assert phrases_in(read("open harbours . open harbours")) == []


def test_a_copy_of_an_interview_changes_nothing():
    tokens = interviews("we want wide open harbours", "wide open harbours . blue lamps . blue lamps")
    copy = read("we want wide open harbours and blue lamps . open harbours", source="herald")
    with_copy = pd.concat([tokens, copy], ignore_index=True)
    assert_frame_equal(find_phrases(with_copy, SOURCES), find_phrases(tokens, SOURCES))


@pytest.mark.parametrize("role", ["question", "narration", "note", "apparatus", "repeat"])
def test_only_own_words_count(role):
    tokens = pd.concat([read("open harbours"), read("open harbours", source="radio", role=role)])
    assert phrases_in(tokens) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("sentence", 2), ("role", "quote"), ("position", 3)],
    ids=["sentence", "role", "gap"],
)
def test_neighbours_share_sentence_and_role_and_follow_in_position(column, value):
    tokens = interviews("open harbours", "open harbours")
    tokens.loc[1, column] = value
    assert phrases_in(tokens) == []


def test_the_order_of_rows_does_not_matter():
    tokens = interviews("open harbours and fair tolls", "fair tolls for open harbours")
    assert_frame_equal(find_phrases(tokens[::-1], SOURCES), find_phrases(tokens, SOURCES))


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        ("to the open harbours of", "open harbours"),
        ("the price of salt is", "price of salt"),
        ("in 2031 salt prices", "salt prices"),
        ("salt prices 1,200.50", "salt prices"),
        ("it's open harbours don't", "open harbours"),
        ("let's open harbours can't", "open harbours"),
    ],
)
def test_phrases_begin_and_end_with_a_word_of_weight(said, phrase):
    assert phrases_in(interviews(said, said)) == [phrase]


def test_an_acronym_is_not_the_pronoun_it_looks_like():
    assert phrases_in(interviews("the US harbours . tell us harbours", "US harbours . give us harbours")) == [
        "US harbours"
    ]


def test_a_phrase_that_only_occurs_inside_a_longer_one_is_folded_into_it():
    said = "wide open harbours"
    assert phrases_in(interviews(said, said)) == ["wide open harbours"]
    assert phrases_in(interviews(said, said + " . open harbours")) == ["wide open harbours", "open harbours"]


def test_a_phrase_is_folded_across_function_words():
    # "of the people today" is no phrase, so nothing stands between "people today" and the whole.
    said = "choice of the people today"
    assert phrases_in(interviews(said, said)) == [said]


def test_a_phrase_inside_several_longer_ones_stands():
    said = "wide open harbours . open harbours today"
    assert phrases_in(interviews(said, said)) == [
        "open harbours today",
        "wide open harbours",
        "open harbours",
    ]


def test_only_listed_phrases_lower_the_c_value_of_what_they_contain():
    said = "wide open harbours today"
    found = find_phrases(interviews(said, said + " . open harbours"), SOURCES).set_index("phrase")
    # 3 uses, 2 of them inside the one longer phrase listed: log2(2) * (3 - 2 / 1).
    assert found["c_value"].to_dict() == {said: 4.0, "open harbours": 1.0}


def test_a_repetition_longer_than_the_limit_is_listed_in_pieces():
    said = "salt bread fish rope"
    found = find_phrases(interviews(said, said), SOURCES, max_words=3)
    assert list(found["phrase"]) == ["bread fish rope", "salt bread fish"]


@pytest.mark.parametrize(
    ("spring", "autumn", "kind"),
    [
        ("we asked Admiral Norra Quill", "Admiral Norra Quill agreed", "name"),
        ("the League of Islands", "a League of Islands", "name"),
        ("Open harbours . open harbours", "Open harbours", "expression"),
        ("Norra Quill said", "what Norra Quill said", "expression"),
        ("the Free Harbour . the Free Harbour", "the free harbour", "expression"),
        ("our prime minister", "the prime minister", "name"),
        ("the UN Charter", "a UN Charter", "expression"),
    ],
)
def test_names_are_written_with_capitals(spring, autumn, kind):
    assert list(find_phrases(interviews(spring, autumn), SOURCES)["kind"]) == [kind]


def test_expressions_come_before_names_and_events_weigh():
    sources = pd.concat([SOURCES, SOURCES.tail(1).assign(source="tv", event="winter interview")])
    tokens = pd.concat(
        [
            read("salt prices . fish prices . fish prices . Norra Quill . Norra Quill . Norra Quill"),
            read("salt prices . fish prices . Norra Quill", source="radio"),
            read("salt prices . rope prices . Norra Quill", source="tv"),
        ]
    )
    # C-value log2(2) * n times events: salt 3 * 3, fish 3 * 2; names follow, whatever their weight.
    assert list(find_phrases(tokens, sources)["phrase"]) == ["salt prices", "fish prices", "Norra Quill"]


def test_c_values_are_those_of_the_paper():
    # Frantzi, Ananiadou & Mima 2000, table 1: 984 uses of a term, 26 of them inside 5 longer ones.
    uses = {
        "adenoid cystic basal cell carcinoma": 5,
        "cystic basal cell carcinoma": 11 - 5,
        "ulcerated basal cell carcinoma": 7,
        "recurrent basal cell carcinoma": 5,
        "circumscribed basal cell carcinoma": 3,
        "basal cell carcinoma": 984 - 26,
    }
    once = " . ".join(uses)
    others = " . ".join(phrase for phrase, n in uses.items() for _ in range(n - 1))
    found = find_phrases(interviews(once, others), SOURCES).set_index("phrase")
    assert found.loc["basal cell carcinoma", "n"] == 984
    assert found["c_value"].round(2).to_dict() == {
        "basal cell carcinoma": 1551.36,
        "ulcerated basal cell carcinoma": 14.0,
        "cystic basal cell carcinoma": 12.0,
        "adenoid cystic basal cell carcinoma": 11.61,
        "recurrent basal cell carcinoma": 10.0,
        "circumscribed basal cell carcinoma": 6.0,
    }


def test_recurring_rows_are_those_of_the_phrases_in_any_source():
    tokens = pd.concat(
        [
            read("we want open harbours"),
            read("open harbours now", source="radio"),
            read("more open harbours", source="herald", role="quote"),
            read("more open harbours", source="herald", role="narration"),
        ],
        ignore_index=True,
    )
    is_part = find_recurring_rows(tokens, SOURCES)
    kept = tokens[is_part]
    assert set(kept["norm"]) == {"open", "harbours"}
    assert kept.groupby(["source", "role"]).size().to_dict() == {
        ("gazette", "answer"): 2,
        ("herald", "quote"): 2,
        ("radio", "answer"): 2,
    }


def test_nothing_said_gives_empty_tables():
    nothing = read("")
    assert find_phrases(nothing, SOURCES).empty
    assert list(find_phrases(nothing, SOURCES)) == list(find_phrases(interviews("a b", "c d"), SOURCES))
    assert find_recurring_rows(nothing, SOURCES).empty


WORDS = st.sampled_from(["salt", "fish", "Rope", "of", "12", "US", "us"])
LINES = st.lists(
    st.tuples(
        st.sampled_from(["gazette", "gazette", "radio", "radio", "herald"]),
        st.sampled_from([*OWN, "answer", "answer", "question"]),
        st.lists(WORDS, min_size=1, max_size=9),
    ),
    max_size=9,
)


def build(lines: list) -> pd.DataFrame:
    """Tokens of random sentences, in which only every third line begins a new sentence."""
    rows = [(s, n // 3, role, word) for n, (s, role, words) in enumerate(lines) for word in words]
    tokens = pd.DataFrame(rows, columns=["source", "sentence", "role", "token"]).astype({"sentence": "Int64"})
    tokens["norm"] = tokens["token"].astype(object).map(fold_word)
    return tokens.assign(position=tokens.groupby("source").cumcount() + 1)


def list_phrases(tokens: pd.DataFrame, min_words: int, max_words: int) -> dict[str, tuple]:
    """The definition spelled out, with no regard for time: phrase -> n, events, C-value."""
    event_of = {"gazette": "spring interview", "radio": "autumn interview"}
    own = [t for t in tokens.itertuples() if t.role in OWN and t.source in event_of]
    word_at = {(t.source, t.position): t for t in own}
    places = defaultdict(set)
    for token in own:
        run = []
        while len(run) < max_words:
            following = word_at.get((token.source, token.position + len(run)))
            if not following or (following.sentence, following.role) != (token.sentence, token.role):
                break
            run.append(following.norm)
            if not {run[0], run[-1]} & {*FUNCTION_WORDS, "12"} and len(run) >= min_words:
                places[tuple(run)].add((token.source, token.position))
    found = {gram: at for gram, at in places.items() if len({source for source, _ in at}) == 2}

    def inside(inner: tuple, outer: tuple) -> set:
        shifts = range(len(outer) - len(inner) + 1) if len(outer) > len(inner) else ()
        return {(s, p + shift) for s, p in found[outer] for shift in shifts} & found[inner]

    maximal = [gram for gram in found if all(inside(gram, outer) != found[gram] for outer in found)]
    table = {}
    for gram in maximal:
        longer = [inside(gram, outer) for outer in maximal if inside(gram, outer)]
        share = len(set().union(*longer)) / len(longer) if longer else 0
        table[" ".join(gram)] = (len(found[gram]), log2(len(gram)) * (len(found[gram]) - share))
    return table


@examples(10)
@given(LINES, st.integers(1, 3), st.integers(3, 6))
def test_phrases_are_those_of_the_definition(lines, min_words, max_words):
    tokens = build(lines)
    found = find_phrases(tokens, SOURCES, min_words=min_words, max_words=max_words)
    listed = {
        row.phrase.replace("Rope", "rope"): (row.n, pytest.approx(row.c_value, abs=1e-5))
        for row in found.itertuples()
    }
    assert list_phrases(tokens, min_words, max_words) == listed
    assert not found["phrase"].duplicated().any()


@examples(7)
@given(LINES, st.sets(st.integers(0, 80)))
def test_the_rows_of_recurring_phrases_give_the_same_phrases(lines, others):
    tokens = build(lines)
    is_part = find_recurring_rows(tokens, SOURCES)
    released = tokens[is_part | tokens.index.isin(others)]
    assert_frame_equal(find_phrases(released, SOURCES), find_phrases(tokens, SOURCES), check_dtype=False)
    assert find_recurring_rows(released, SOURCES).equals(is_part[released.index])
