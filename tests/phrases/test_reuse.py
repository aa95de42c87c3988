"""Passages said again: what counts as one, against whom it is set, which words must be released for it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from analysis.errors import InputError
from analysis.phrases.reuse import find_reused_rows, list_reuse, measure_reuse
from analysis.roles import OWN
from analysis.storage.corpus import Corpus
from examples import examples

DATA = Path(__file__).parents[2] / "data"

# Three interviews with the harbour minister of an invented island; the herald printed the first one too.
SOURCES = pd.DataFrame(
    [
        ("radio", "autumn", "2031-10-09", True),
        ("gazette", "spring", "2031-04-02", True),
        ("herald", "spring", "2031-04-02", False),
        ("almanac", "winter", "2031-12-20", True),
    ],
    columns=["source", "event", "date", "is_reference"],
)


def read(source: str, *turns: tuple[str, str]) -> pd.DataFrame:
    """Tokens of an invented source: turns of (role, words); full stops end sentences, turns do not."""
    rows, sentence = [], 1
    for segment, (role, text) in enumerate(turns, start=1):
        for word in text.split():
            if word == ".":
                sentence += 1
            else:
                rows.append((source, sentence, segment, role, word))
    tokens = pd.DataFrame(rows, columns=["source", "sentence", "segment", "role", "norm"])
    return tokens.astype({"sentence": "Int64"}).assign(position=tokens.index + 1, token=tokens["norm"])


def segments_of(tokens: pd.DataFrame) -> pd.DataFrame:
    return tokens.groupby(["source", "segment", "role"]).size().rename("n_words").reset_index()


def measure(*sources: pd.DataFrame, lengths=(4,)) -> pd.DataFrame:
    tokens = pd.concat(sources, ignore_index=True)
    return measure_reuse(tokens, segments_of(tokens), SOURCES, lengths=lengths).set_index(["event", "length"])


SPRING = read("gazette", ("question", "what now"), ("answer", "we want the open harbours of old ."))


def test_words_of_a_passage_said_before_are_counted():
    table = measure(SPRING, read("radio", ("answer", "indeed the open harbours of old help all of us")))
    row = table.loc[("autumn", 4)]
    assert row[["n_earlier_words", "n_words", "n_reused"]].tolist() == [7, 10, 5]
    assert row["share"] == 0.5


def test_first_of_several_later_events_does_not_repeat_what_only_comes_after_it():
    new = ("answer", "a lantern on every pier")
    table = measure(SPRING, read("radio", new), read("almanac", new))
    assert table["n_reused"].fillna(-1).to_list() == [-1, 0, 5]


def test_shares_are_listed_by_event_and_pooled():
    """Five of ten words in the autumn, none of five in the winter; questions repeat four of four."""
    autumn = read("radio", ("answer", "indeed the open harbours of old help all of us"))
    winter = read("almanac", ("question", "the open harbours of"), ("answer", "a lantern on every pier"))
    listed = list_reuse(measure(SPRING, autumn, winter, lengths=(4, 6)).reset_index())
    assert listed.columns.tolist() == [
        "words in a row", "2031-10-09", "2031-12-20", "all later interviews", "questions"
    ]  # fmt: skip
    assert listed.to_numpy().tolist() == [
        [4, "50.0%", "0.0%", "33.3%", "100.0%"],
        [6, "0.0%", "0.0%", "0.0%", "0.0%"],
    ]


def test_events_of_one_day_are_listed_by_name_too():
    rows = [("spring", "2031-04-02", 0), ("noon", "2031-10-09", 5), ("night", "2031-10-09", 1)]
    reuse = pd.DataFrame(rows, columns=["event", "date", "n_reused"]).assign(length=4, n_words=10)
    reuse = reuse.assign(reason=["no earlier event", "", ""], n_baseline_reused=0, n_baseline_words=0)
    assert list_reuse(reuse).to_dict("records") == [
        {
            "words in a row": 4,
            "2031-10-09 night": "10.0%",
            "2031-10-09 noon": "50.0%",
            "all later interviews": "30.0%",
            "questions": "not available",
        }
    ]


def test_of_many_events_only_all_together_are_listed():
    rows = [(f"e{n}", f"2031-10-{n:02}", n) for n in range(1, 10)]
    reuse = pd.DataFrame(rows, columns=["event", "date", "n_reused"]).assign(length=4, n_words=10, reason="")
    listed = list_reuse(reuse.assign(n_baseline_reused=0, n_baseline_words=0))
    assert listed.to_numpy().tolist() == [[4, "50.0%", "not available"]]
    assert len(list_reuse(reuse.head(8).assign(n_baseline_reused=0, n_baseline_words=0)).columns) == 11


def test_length_is_the_least_a_passage_has():
    autumn = read("radio", ("answer", "the open harbours of trade . we want the open harbours of old today"))
    table = measure(SPRING, autumn, lengths=range(3, 9))
    # "the open harbours of" has four words; "we want the open harbours of old" has seven.
    assert table.loc["autumn", "n_reused"].to_list() == [11, 11, 7, 7, 7, 0]


def test_two_events_of_a_day_stand_in_the_order_of_their_names():
    same_day = SOURCES.assign(date="2031-04-02")
    tokens = pd.concat([SPRING, read("radio", ("answer", "the open harbours of old"))], ignore_index=True)
    table = measure_reuse(tokens, segments_of(tokens), same_day, lengths=[4])
    assert table["event"].to_list() == ["autumn", "spring", "winter"]
    assert table["n_reused"].fillna(-1).to_list() == [-1, 5, -1]


def test_what_was_said_twice_in_one_event_is_not_said_before():
    table = measure(read("gazette", ("answer", "open the old harbours . open the old harbours")), SPRING[:0])
    assert table["n_reused"].isna().all()


def test_first_event_is_missing_with_its_reason():
    row = measure(SPRING).loc[("spring", 4)]
    assert pd.isna(row["n_reused"]) and pd.isna(row["share"]) and pd.isna(row["baseline"])
    assert row["reason"] == row["baseline_reason"] == "no earlier event"


def test_event_without_own_words_or_questions_is_missing_with_its_reason():
    table = measure(
        SPRING, read("radio", ("answer", "yes")), read("almanac", ("question", "the open harbours"))
    )
    assert table.loc[("autumn", 4), ["n_reused", "reason", "baseline_reason"]].tolist() == [
        0,
        "",
        "no questions",
    ]
    assert table.loc[("winter", 4), ["reason", "n_baseline_reused"]].tolist() == ["no own words", 0]


def test_baseline_is_what_the_interviewer_says_that_the_speaker_had_said_before():
    question = ("question", "do you want the open harbours of old still")
    row = measure(SPRING, read("radio", question, ("answer", "certainly"))).loc[("autumn", 4)]
    assert row[["n_baseline_words", "n_baseline_reused", "n_reused"]].tolist() == [9, 6, 0]
    assert row["baseline"] == pytest.approx(6 / 9)


def test_what_only_an_interviewer_said_before_is_not_the_speakers():
    spring = read("gazette", ("question", "is the harbour open today"), ("answer", "it is"))
    table = measure(spring, read("radio", ("answer", "the harbour open today")))
    assert table.loc[("autumn", 4), "n_reused"] == 0


@pytest.mark.parametrize(
    "autumn",
    [
        read("radio", ("answer", "the open . harbours of old")),
        read("radio", ("answer", "the open"), ("quote", "harbours of old")),
        read("radio", ("narration", "the open harbours of old")),
        read("radio", ("answer", "the open harbours of old")).assign(position=[1, 2, 4, 5, 6]),
        read("herald", ("answer", "the open harbours of old")),
    ],
    ids=["over a sentence end", "over a change of role", "narration", "over a gap", "no reference source"],
)
def test_what_is_no_passage_of_own_words(autumn):
    assert measure(SPRING, autumn)["n_reused"].fillna(0).sum() == 0


def test_passage_does_not_reach_from_one_source_into_the_next():
    spring, autumn = read("gazette", ("answer", "the open")), read("radio", ("answer", "harbours of old"))
    autumn["position"] += 2  # as in a released table without the first two words
    table = measure(spring, autumn, read("almanac", ("answer", "the open harbours of old")))
    assert table.loc[("winter", 4), "n_reused"] == 0


def test_quotes_are_own_words_too():
    assert (
        measure(SPRING, read("radio", ("quote", "the open harbours of old"))).loc[("autumn", 4), "share"] == 1
    )


def test_an_earlier_passage_may_lie_several_events_back():
    table = measure(SPRING, read("radio", ("answer", "no")), read("almanac", ("answer", "we want the open")))
    assert table.loc["winter"].loc[4, ["n_earlier_words", "n_reused"]].tolist() == [8, 4]


def test_both_passages_and_the_question_are_released_and_nothing_else():
    autumn = read("radio", ("question", "want the open harbours now"), ("answer", "harbours of old or new"))
    tokens = pd.concat([SPRING, autumn], ignore_index=True)
    released = tokens[find_reused_rows(tokens, SOURCES, shortest=3)]
    assert (
        " ".join(released["norm"]) == "want the open harbours of old want the open harbours harbours of old"
    )


def test_lengths_below_one_are_an_error():
    with pytest.raises(InputError, match="from 1 upwards"):
        measure(SPRING, lengths=[0, 4])
    with pytest.raises(InputError, match="one or more"):
        measure(SPRING, lengths=[])


# Four sources of three events, with words so few that passages recur: (role, words, gap before the turn).
_turns = st.lists(
    st.tuples(
        st.sampled_from(["answer", "quote", "question", "narration"]),
        st.text("abc.", min_size=4, max_size=12).map(" ".join).filter(lambda text: text.strip(". ")),
    ),
    max_size=6,
)
_corpora = st.tuples(*[_turns.map(lambda turns, name=name: read(name, *turns)) for name in SOURCES["source"]])
_corpora = _corpora.map(lambda sources: pd.concat(sources, ignore_index=True))


def passages(tokens: pd.DataFrame, length: int) -> list[tuple[set, tuple]]:
    """All passages of a length: the words' places, and what is said."""
    place = ["source", "sentence", "role", "position"]
    said = {tuple(row[:4]): row[4] for row in tokens[[*place, "norm"]].itertuples(index=False)}
    runs = [[(*key[:3], key[3] + step) for step in range(length)] for key in said]
    return [(set(run), tuple(said[key] for key in run)) for run in runs if all(key in said for key in run)]


def reused_by_brute_force(tokens: pd.DataFrame, event: str, length: int, roles: tuple[str, ...]) -> int:
    events = SOURCES[SOURCES["is_reference"]].sort_values("date").set_index("event")["source"]
    earlier = events.iloc[: events.index.get_loc(event)]
    own_before = tokens[tokens["source"].isin(earlier) & tokens["role"].isin(OWN)]
    said_before = {said for _, said in passages(own_before, length)}
    here = tokens[(tokens["source"] == events[event]) & tokens["role"].isin(roles)]
    return len(set().union(*(run for run, said in passages(here, length) if said in said_before)))


@examples(7)
@given(_corpora, st.integers(1, 5))
def test_equals_brute_force(tokens, length):
    table = measure_reuse(tokens, segments_of(tokens), SOURCES, lengths=[length])
    for row in table.itertuples():
        own = reused_by_brute_force(tokens, row.event, length, OWN)
        asked = reused_by_brute_force(tokens, row.event, length, ("question",))
        assert row.n_reused == own if row.reason == "" else own == 0
        assert row.n_baseline_reused == asked if row.baseline_reason == "" else asked == 0


@examples(4)
@given(_corpora, st.integers(1, 4), st.randoms(use_true_random=False))
def test_released_rows_give_equal_results(tokens, shortest, random):
    needed = find_reused_rows(tokens, SOURCES, shortest=shortest)
    further = pd.Series([random.random() < 0.3 for _ in tokens.index], index=tokens.index, dtype=bool)
    full = measure_reuse(tokens, segments_of(tokens), SOURCES, lengths=range(shortest, 6))
    for kept in (needed, needed | further):
        released = tokens[kept].sample(frac=1, random_state=random.randrange(999))
        part = measure_reuse(released, segments_of(tokens), SOURCES, lengths=range(shortest, 6))
        assert_frame_equal(part, full)


@examples(7)
@given(_corpora, st.integers(1, 4))
def test_released_rows_need_no_other_rows(tokens, shortest):
    needed = find_reused_rows(tokens, SOURCES, shortest=shortest)
    assert find_reused_rows(tokens[needed], SOURCES, shortest=shortest).all()


@examples(7)
@given(_corpora)
def test_copy_under_the_same_event_changes_nothing(tokens):
    copy = tokens[tokens["source"] == "radio"].assign(source="radio-copy")
    sources = pd.concat(
        [SOURCES, pd.DataFrame([("radio-copy", "autumn", "2031-10-09", False)], columns=SOURCES.columns)]
    )
    both = pd.concat([copy, tokens], ignore_index=True)
    found = measure_reuse(both, segments_of(both), sources, lengths=range(1, 6))
    assert_frame_equal(found, measure_reuse(tokens, segments_of(tokens), SOURCES, lengths=range(1, 6)))
    needed = find_reused_rows(both, sources)
    assert needed[len(copy) :].to_list() == find_reused_rows(tokens, SOURCES).to_list()
    assert not needed[: len(copy)].any()


def test_released_rows_of_the_corpus_give_equal_results(first_corpus_once):
    sources, full = Corpus(DATA).sources, first_corpus_once.full
    tokens, segments = full["tokens"], full["segments"]
    released = tokens[find_reused_rows(tokens, sources)]
    table = measure_reuse(tokens, segments, sources)
    assert_frame_equal(measure_reuse(released, segments, sources), table)
    assert table["share"].dropna().between(0, 0.2).all()
