"""Which topic leads, and every reason why it may not, on invented interviews."""

from __future__ import annotations

import pandas as pd
import pytest
from exchange_tables import make_interviews

from analysis.topics import (
    EVERYWHERE,
    Touched,
    choose_events,
    count_paragraphs,
    leads,
    measure_leads,
    place_topics,
)

ALIKE = pd.DataFrame({"topic": ["Fish", "Trams"], "names": ["", ""]})


def lead(*answers: str, topics: pd.DataFrame = ALIKE) -> pd.Series:
    """Return the lead in one interview of these answers."""
    tables = make_interviews([("answer", words) for words in answers])
    return measure_leads(*tables, topics).iloc[0]


def draw(*tables: pd.DataFrame) -> list[float]:
    """Return in which share of the draws of the first interview each topic leads alone."""
    placed = place_topics(*tables[:2])
    drawn = Touched(placed).draw_all(choose_events(placed, tables[2]), [0])
    first = drawn.argmax(axis=1)
    is_alone = (drawn == drawn.max(axis=1, keepdims=True)).sum(axis=1) == 1
    return [float((is_alone & (first == topic)).mean()) for topic in range(drawn.shape[1])]


def test_a_list_that_counts_names_leads_only_over_its_like():
    answers = [*["Fish"] * 7, "Fish Trams"]
    isles = ALIKE.assign(names=["country", ""])
    assert lead(*answers, topics=isles)["reason"] == "its word list counts bare names, those of others do not"
    assert lead(*answers, topics=isles.assign(names="country"))["reason"] == ""
    assert lead(*answers, topics=isles.assign(names=["", "country"]))["reason"] == ""  # in spite of it
    assert lead(*["Fish"] * 8, topics=isles)["reason"] == ""  # the other is not mentioned


def test_a_topic_of_every_answer_leads():
    found = lead(*["Fish"] * 7, "Fish Trams")
    assert found[["topic", "k", "n", "next_topic", "next_k"]].tolist() == ["Fish", 8, 8, "Trams", 1]
    assert found["kept"] > 0.95 and found["in_one"] == pytest.approx(1 / 8)
    assert found["reason"] == ""


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        (["Fish"] * 5, "fewer than 6 answers"),
        (["Fish", "Trams"] * 4, "several topics come first"),
        (["Fish", "Fish", "Fish", "Fish", "Trams", "Trams", "Trams"], "other answers might have put another first"),
        (["Fish", "Fish", "a", "b", "c", "d", "e"], "one answer holds a third of it or more"),
        (["a"] * 8, "no topic is mentioned"),
        ([], "no topic is mentioned"),
    ],
)  # fmt: skip
def test_what_is_not_certain_says_why(answers, reason):
    assert lead(*answers)["reason"] == reason


def test_many_mentions_in_one_paragraph_count_once():
    assert lead("Fish Fish Fish Fish Fish", *["Trams"] * 7)["topic"] == "Trams"


def test_passages_that_somebody_chose_have_no_leader_and_no_part_in_the_whole():
    tables = make_interviews([("answer", "Fish")] * 8, kind="excerpt")
    leads = measure_leads(*tables, ALIKE).set_index("event")
    assert leads.loc["talk-1", "reason"] == "somebody else chose the passages"
    assert leads.loc[EVERYWHERE, ["topic", "n", "reason"]].tolist() == ["", 0, "no topic is mentioned"]


def test_the_shares_of_resamplings_leave_out_ties():
    # Two turns drawn with replacement: both the first 1/4, both the second 1/4, one of each 1/2, a tie.
    tables = make_interviews([("answer", "Fish"), ("answer", "Trams")])
    assert count_paragraphs(*tables)[1].tolist() == [2]
    assert draw(*tables) == pytest.approx([0.25, 0.25], abs=0.03)


def test_over_all_events_turns_stay_in_their_event():
    tables = make_interviews([("answer", "Fish")] * 4, [("answer", "Fish")] * 4)
    whole = measure_leads(*tables, ALIKE).set_index("event").loc[EVERYWHERE]
    assert whole[["topic", "k", "n", "kept", "reason"]].tolist() == ["Fish", 8, 8, 1, ""]


def test_a_lead_that_no_draw_can_change_is_not_drawn(monkeypatch):
    """All of 60 answers name fish, and one names trams: the lead is 59, its variance about 1."""
    tables = make_interviews([("answer", "Fish")] * 59 + [("answer", "Fish Trams")])
    monkeypatch.setattr(leads, "_resample", None)
    assert measure_leads(*tables, ALIKE).iloc[0]["kept"] == 1.0 == draw(*tables)[0]


def test_a_lead_that_a_draw_might_change_is_drawn(monkeypatch):
    monkeypatch.setattr(leads, "_resample", lambda lead: [0.5, 0.5])
    assert lead(*["Fish"] * 14, *["Trams"] * 6)["kept"] == 0.5


def test_turns_of_one_kind_are_drawn_together_and_an_event_whatever_stands_beside_it():
    # Two answers, one on trams, one on fish: with a chance of 1/4 each, both draws are of the same one.
    talk, silent = [("answer", "Fish"), ("answer", "Trams")], [("answer", "a")] * 50
    alone, beside = draw(*make_interviews(talk)), draw(*make_interviews(talk, silent))
    assert all(0.22 < share < 0.28 for share in alone) and beside == alone


def test_what_is_drawn_without_an_event_is_what_is_drawn_of_the_others_alone():
    tables = make_interviews(*[[("answer", "Fish"), ("answer", "Trams"), ("answer", "a")]] * 4)
    events = choose_events(placed := place_topics(*tables[:2]), tables[2])
    once, again = Touched(placed), Touched(placed)
    once.draw_all(events, range(4))
    assert (once.draw_all(events, [0, 2, 3]) == again.draw_all(events, [0, 2, 3])).all()
    assert (once.draw_all(events, [0, 2, 3]) != once.draw_all(events, range(4))).any()
