"""What is new, on invented interviews small enough to compare by eye."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.changes import CHANGES, State, compare_states
from analysis.changes.left_out import measure_left_out
from analysis.changes.texts import list_new_events
from analysis.topics import compare_sides

TOPICS = pd.DataFrame({"topic": ["lake", "bread"], "label": ["The lake", "Bread"]})
DAYS = {"spring": "2031-04-01", "summer": "2031-07-01", "autumn": "2031-10-01", "winter": "2031-12-01"}
# Who says what: a row a use, "chosen" where the authors chose it.
SAID = [
    ("open harbours", "expression", ["spring", "summer", "winter"]),
    ("shared waters", "expression", ["spring", "summer", "autumn"]),
    ("herring quota", "expression", ["summer", "autumn"]),
    ("common pilot", "expression", ["spring", "autumn"]),
    ("cold bread", "named", ["winter", "winter"]),
    ("old map", "named", ["spring"]),
    ("Port Selm", "name", ["spring", "summer", "autumn"]),
]


def make_sources(days: dict[str, str]) -> pd.DataFrame:
    table = pd.DataFrame({"source": list(days), "event": list(days), "date": list(days.values())})
    return table.assign(label=table["event"].str.capitalize(), is_reference=True)


def make_uses(said: list[tuple]) -> pd.DataFrame:
    """A row a use, each at a place of its own."""
    rows = [(name, kind, event) for name, kind, events in said for event in events]
    uses = pd.DataFrame(rows, columns=["family", "kind", "event"])
    rank = uses["family"].map({name: n for n, name in enumerate(uses["family"].unique())})
    uses = uses.assign(source=uses["event"], position=range(0, 10 * len(uses), 10), n_words=2, rank=rank)
    return uses.assign(variant=uses["family"].str.casefold(), is_own=True, is_literal=True)


def make_segments(days: dict[str, str], n_turns: int = 8) -> pd.DataFrame:
    """Eight answers of fifty words in each source."""
    rows = [(source, n, n, "answer", 50) for source in days for n in range(1, n_turns + 1)]
    return pd.DataFrame(rows, columns=["source", "segment", "turn", "role", "n_words"])


def make_hits(mentions: dict[tuple[str, str], list[int]]) -> pd.DataFrame:
    """By topic and source, how often each segment mentions it."""
    rows = [
        (topic, source, segment)
        for (topic, source), counts in mentions.items()
        for segment, n in enumerate(counts, 1)
        for _ in range(n)
    ]
    hits = pd.DataFrame(rows, columns=["topic", "source", "segment"])
    return hits.assign(topic=pd.Categorical(hits["topic"], ["bread", "lake"]))


def make_state(days=None, said=SAID, mentions=None) -> State:
    days = DAYS if days is None else days
    said = [(name, kind, [event for event in events if event in days]) for name, kind, events in said]
    hits = make_hits(mentions or {("lake", "spring"): [1] * 8})
    return State(make_sources(days), make_segments(days), make_uses(said), hits, TOPICS)


BEFORE = ["spring", "summer", "autumn"]


def by_name(table: pd.DataFrame) -> pd.DataFrame:
    return table.set_index("name")


def test_phrases_are_first_said_said_again_or_no_longer_said():
    table = compare_states(BEFORE, make_state()).query("about == 'phrase'")
    told = dict(zip(table["name"], table["change"], strict=True))
    assert told == {
        "“cold bread”": "first said",
        "“open harbours”": "said again",
        "“shared waters”": "no longer said",
        "“herring quota”": "no longer said",
        "“common pilot”": "no longer said",
    }  # the old map was said in one of three before, and names are left out
    again = by_name(table).loc["“open harbours”"]
    assert again[["n_new", "n_before", "k_new", "k_before", "n_events_before"]].tolist() == [1, 2, 1, 2, 3]
    assert (again["last_before"], again["events"]) == ("2031-07-01", "winter")
    assert by_name(table).loc["“cold bread”", ["n_new", "n_before", "last_before"]].tolist() == [2, 0, ""]


def test_the_chance_of_being_left_out_counts_events():
    """Of four events three say the shared waters: one drawn at random misses them in one case of four."""
    table = by_name(compare_states(BEFORE, make_state()).query("about == 'phrase'"))
    assert table.loc["“shared waters”", "p"] == pytest.approx(1 / 4)
    assert table.loc["“herring quota”", "p"] == pytest.approx(2 / 4)
    assert table.loc["“open harbours”", "p"] == pytest.approx(1)  # in three of four, and in the new one
    assert pd.isna(table.loc["“cold bread”", "p"])
    # Of 0.25, 0.5, 0.5 and 1 the smallest is adjusted to 4 * 0.25 / 1, or 0.5 * 4 / 3 if that is less.
    assert table.loc["“shared waters”", "p_adjusted"] == pytest.approx(0.5 * 4 / 3)


def test_how_many_are_left_out_stands_beside_what_each_event_before_left_out():
    """What is said in both others is usual.

    Spring lacks the quota of the waters and the quota; summer lacks the pilot of the waters and the pilot; autumn
    lacks the harbours of the waters and the harbours.
    """
    row = compare_states(BEFORE, make_state()).query("about == 'phrases'").iloc[0]
    assert (row["change"], row["observed"]) == ("left out", 3)
    assert row["expected"] == 1 and (row["low"], row["high"]) == (1, 1)


def test_two_events_before_are_no_baseline_and_one_misses_nothing():
    days = {event: DAYS[event] for event in ("spring", "summer", "winter")}
    two = compare_states(["spring", "summer"], make_state(days)).query("about == 'phrases'").iloc[0]
    assert pd.isna(two["expected"]) and two["observed"] == 1  # the waters, said in both
    one = compare_states(["spring"], make_state({event: DAYS[event] for event in ("spring", "winter")}))
    assert set(one["change"]) == {"added", "first said", "said again", "not compared"}


def test_stretches_as_long_as_the_new_events_are_left_out():
    own = make_uses(
        [("a", "expression", ["spring", "summer", "autumn"]), ("b", "expression", ["spring", "summer"])]
    )
    own = own.assign(number=own["rank"])
    events = make_sources(DAYS | {"eve": "2031-12-24"})
    told = measure_left_out(own, events, ["winter", "eve"])
    assert (told.observed, told.n_draws) == (2, 0)  # one event would be left
    alone = measure_left_out(own, events, ["eve"])
    # Without spring a is usual (2 of 3); b is not: spring and summer lack none. Autumn lacks b, winter both.
    assert (alone.observed, alone.mean, alone.low, alone.high) == (2, (0 + 0 + 1 + 2) / 4, 0, 2)


def test_topics_are_compared_with_all_events_before_together():
    often = {("lake", event): [0, 1, 0, 1, 0, 1, 0, 1] for event in BEFORE} | {
        ("lake", "winter"): [3, 4, 3, 4] * 2
    }
    table = by_name(compare_states(BEFORE, make_state(mentions=often)).query("about == 'topic'"))
    lake, bread = table.loc["The lake"], table.loc["Bread"]
    assert list(table.index) == ["The lake", "Bread"]  # as they were decided
    assert (lake["n_new"], lake["n_before"], lake["observed"], lake["expected"]) == (28, 12, 70, 10)
    assert (lake["change"], lake["ratio"], lake["n_as_far"]) == ("more often", pytest.approx(7), 0)
    assert lake["low"] < 10 < lake["high"] < 70
    assert (bread["change"], bread["n_new"], bread["reason"]) == ("not compared", 0, "no hit on either side")
    # Bread has no p and is no comparison, so that the only one needs no adjustment.
    assert lake["p_adjusted"] == lake["p"] and pd.isna(bread["p_adjusted"])


def test_a_rate_that_some_event_before_reached_alone_is_told():
    often = {("lake", "spring"): [3, 4, 3, 4] * 2, ("lake", "winter"): [3, 4, 3, 4] * 2}
    lake = by_name(compare_states(BEFORE, make_state(mentions=often))).loc["The lake"]
    assert lake["n_as_far"] == 1 and lake["ratio"] == pytest.approx(3)
    silent = {("lake", "spring"): [3, 4, 3, 4] * 2}
    lake = by_name(compare_states(BEFORE, make_state(mentions=silent))).loc["The lake"]
    assert lake["ratio"] == 0 and lake["n_as_far"] == 2  # summer and autumn are as silent


def test_a_second_report_brings_no_new_event_and_changes_nothing():
    state = make_state()
    courier = state.sources.iloc[[0]].assign(source="courier", is_reference=False)
    after = state._replace(sources=pd.concat([state.sources, courier], ignore_index=True))
    table = compare_states(list(DAYS), after)
    assert table[["about", "change", "name", "kind", "events"]].to_numpy().tolist() == [
        ["text", "added", "courier", "second report", "spring"]
    ]
    stands = after.sources.assign(is_reference=after.sources["source"] != "spring")
    assert compare_states(list(DAYS), after._replace(sources=stands))["kind"].tolist() == [
        "stands for its event now"
    ]


def test_with_nothing_before_there_is_nothing_to_compare():
    table = compare_states([], make_state())
    assert set(table["about"]) == {"text"} and len(table) == 4
    assert table["n_events_before"].eq(0).all()


def test_nothing_added_is_nothing_new():
    assert compare_states(list(DAYS), make_state()).empty
    assert list(compare_states(list(DAYS), make_state()).columns) == CHANGES


def test_new_events_come_by_date_and_an_event_is_known_by_any_of_its_texts():
    sources = make_sources(DAYS)
    assert list_new_events(["autumn"], sources) == ["spring", "summer", "winter"]
    both = pd.concat([sources, sources.iloc[[3]].assign(source="copy")])
    assert list_new_events(["copy", "spring", "summer", "autumn"], both) == []


def test_uses_by_others_count_for_nobody():
    state = make_state()
    others = state.uses["event"] == "winter"
    after = state._replace(uses=state.uses.assign(is_own=~others))
    assert "first said" not in set(compare_states(BEFORE, after)["change"])


def test_no_phrase_and_no_topic_leave_texts_alone():
    empty = make_state()._replace(uses=make_state().uses.iloc[:0], topics=TOPICS.iloc[:0])
    hits = empty.topic_hits.iloc[:0].assign(topic=pd.Categorical([], []))
    table = compare_states(BEFORE, empty._replace(topic_hits=hits))
    assert table["about"].tolist() == ["text"]


def test_several_topics_are_adjusted_for_each_other():
    """Of two comparisons the smaller p is doubled, unless the larger is less."""
    mentions = {(topic, event): [0, 1] * 4 for topic in ("lake", "bread") for event in BEFORE}
    mentions |= {("lake", "winter"): [1, 2] * 4, ("bread", "winter"): [0, 1] * 4}
    state = make_state(mentions=mentions)
    table = compare_sides(state.topic_hits, state.segments, state.sources, events=["winter"]).set_index(
        "topic"
    )
    low, high = table.loc["lake", "p"], table.loc["bread", "p"]
    assert table.loc["lake", "p_adjusted"] == pytest.approx(min(2 * low, high)) and low < high
