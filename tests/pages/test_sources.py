"""Words under figures: true for one and for many, silent in a tie, a sentence where there is nothing."""

from __future__ import annotations

import inspect
import re

import numpy as np
import pandas as pd
import pytest
from reports import FIELDS, report_of

from analysis import pages as messages
from analysis.pages import phrases, sources, topics
from analysis.pages.phrasing import count, join, most, out_of, percent


def rates(*of_events: dict[str, float]) -> pd.DataFrame:
    rows = [
        (f"Gazette, {n} May", topic, rate)
        for n, own in enumerate(of_events, 1)
        for topic, rate in own.items()
    ]
    table = pd.DataFrame(rows, columns=["label", "topic", "per_1000"])
    return table.assign(low=np.nan, high=np.nan, reason="fewer than 6 turns")


def say_rates(*of_events: dict[str, float]) -> dict[str, str]:
    return messages.say_rates(rates(*of_events), report_of(len(of_events)), by="topic", what="topics")


@pytest.mark.parametrize(
    ("of_events", "title"),
    [
        ([{"Fish": 2, "Trams": 1}], "Fish leads in the only event"),
        ([{"Fish": 2, "Trams": 1}, {"Fish": 3, "Trams": 1}], "Fish leads in both events"),
        (
            [{"Fish": 2, "Trams": 1}, {"Fish": 1, "Trams": 3}],
            "In each event something else leads: Fish and Trams",
        ),
        ([{"Fish": 2, "Trams": 1}, {"Fish": 1, "Trams": 1}], "Fish leads in 1 of 2 events"),
        ([{"Fish": 1, "Trams": 1}], "How often topics come up, event by event"),
        ([{"Fish": 0, "Trams": 0}], "How often topics come up, event by event"),
        ([{"Fish": np.nan}], "How often topics come up, event by event"),
    ],
)
def test_a_topic_leads_only_if_it_leads_alone(of_events, title):
    assert say_rates(*of_events)["title"] == title


def test_a_shared_lead_over_events_has_no_winner():
    events = [{"Fish": 2, "Trams": 1}] * 2 + [{"Fish": 1, "Trams": 2}] * 2
    assert say_rates(*events)["title"] == "How often topics come up, event by event"


def test_why_there_is_no_interval_is_said_once_a_reason():
    assert say_rates({"Fish": 1}, {"Fish": 2})["note"].endswith(
        "No interval for Gazette, 1 May and Gazette, 2 May: fewer than 6 turns."
    )


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ([500], "The speaker’s own words in 1 event"),
        ([500, 500], "The speaker’s own words in 2 events"),
        ([300, 100], "Gazette, 1 May, holds 75% of the speaker’s own words"),
        ([0, 0], "The speaker’s own words in 2 events"),
    ],
)
def test_the_longest_event_is_named_if_there_is_one(words, title):
    report = report_of(len(words))
    said = messages.say_timeline(report.events.assign(n_words=words), report)
    assert said["title"] == title


def test_one_event_has_a_day_and_several_a_span():
    assert "on 2031-05-01" in messages.say_timeline(report_of(1).events, report_of(1))["caption"]
    assert (
        "from 2031-05-01 to 2031-05-03" in messages.say_timeline(report_of(3).events, report_of(3))["caption"]
    )


def roles(*own: float) -> pd.DataFrame:
    table = pd.DataFrame({"row": [f"text {n}" for n in range(len(own))], "belongs": "own", "share": own})
    rest = table.assign(belongs="question", share=1 - table["share"])
    return pd.concat([table, rest]).assign(n_words=lambda t: t["share"] * 100)


def test_shares_of_own_words_are_a_span_or_one_number():
    assert messages.say_roles(roles(0.5, 0.9), report_of(2))["title"].startswith("From 50% to 90%")
    assert messages.say_roles(roles(0.8), report_of(1))["title"].endswith("80% are the speaker’s own")


def test_the_plain_count_is_set_beside_the_right_one():
    naive = pd.DataFrame({"row": ["words", "words"], "belongs": ["own", "copy"], "n": [75, 25]})
    said = messages.say_naive(naive, report_of(1))
    assert said["title"] == "Of the words in the files, 25% must not count as the speaker’s"
    assert "75 of 100 words" in said["caption"]
    assert messages.say_naive(naive.head(1), report_of(1))["title"] == "The plain count and the right one"


def exchanges(**sides: int) -> pd.DataFrame:
    zero = {"n_question_only": 0, "n_both": 0, "n_answer_only": 0}
    return pd.DataFrame([{"topic": "fish", "n_exchanges": 9, **zero, **sides}])


def test_who_raises_topics_is_a_share_of_all_cases():
    said = messages.say_agenda(exchanges(n_both=1, n_answer_only=3), report_of(1), names={"fish": "Fish"})
    assert said["title"] == "Topics come up in the answer alone in 75% of cases"
    assert "4 times" in said["caption"]
    asked = messages.say_agenda(exchanges(n_question_only=1), report_of(1), names={"fish": "Fish"})
    assert asked["title"].endswith("in 0% of cases")
    assert asked["alt"].endswith("Most often in the answer alone: nothing.")


def uses(**events: list[int]) -> pd.DataFrame:
    rows = [(phrase.replace("_", " "), event) for phrase, of in events.items() for event in of]
    return pd.DataFrame(rows, columns=["phrase", "event"])


@pytest.mark.parametrize(
    ("used", "title"),
    [
        (uses(open_harbours=[0, 0, 1, 2]), "“open harbours” comes back in all 3 events"),
        (
            uses(open_harbours=[0, 1], salt_tax=[0, 2]),
            "“open harbours” and “salt tax” come back in 2 of 3 events",
        ),
        (uses(open_harbours=[0, 0], salt_tax=[1]), "Where phrases named in advance are used"),
    ],
)
def test_a_phrase_comes_back_in_two_or_more_events(used, title):
    phrases = list(used["phrase"].unique())
    assert messages.say_occurrences(used, report_of(3), phrases=phrases)["title"] == title


def test_found_phrases_are_counted():
    found = pd.DataFrame({"phrase": ["cold water"], "n": [3], "n_events": [2]})
    assert (
        messages.say_found(found, report_of(2), n_found=1)["title"]
        == "Found without being named: “cold water”"
    )
    assert messages.say_found(found, report_of(2), n_found=5)["title"].endswith("“cold water” and 4 more")


MODULES = (sources, topics, phrases)
ELSEWHERE = {"say_ratios", "say_asked_words"}  # tried in tests of their own
EMPTY = {
    "say_roles": {}, "say_naive": {}, "say_timeline": {}, "say_rates": {"by": "topic", "what": "topics"},
    "say_agenda": {"names": {}}, "say_occurrences": {"phrases": []}, "say_found": {"n_found": 0},
    "say_families": {"phrases": []},
}  # fmt: skip


@pytest.mark.parametrize("name", EMPTY)
def test_where_there_is_nothing_the_caption_is_a_sentence(name):
    said = getattr(messages, name)(pd.DataFrame(), report_of(1), **EMPTY[name])
    assert said.keys() == FIELDS
    assert re.fullmatch(r"[A-Z][^.]+\.", said["caption"])


def test_every_message_is_tried_without_rows():
    says = {name for module in MODULES for name in vars(module) if name.startswith("say_")} - ELSEWHERE
    assert says == EMPTY.keys()


def test_no_message_knows_the_speaker_to_be_a_man_or_a_woman_or_a_minister():
    source = "".join(inspect.getsource(module) for module in MODULES)
    assert not re.search(r"\b(he|him|his|she|her|hers|minister|Lavrov|Russian?)\b", source)


def test_words_for_numbers():
    assert [join([]), join("a"), join("ab"), join("abc")] == ["nothing", "a", "a and b", "a, b and c"]
    assert [count(0, "event"), count(1, "event"), count(1200, "word")] == [
        "0 events",
        "1 event",
        "1,200 words",
    ]
    assert out_of(1, 1, "event") == "the only event"
    assert [out_of(k, 3, "event") for k in (0, 1, 3)] == ["none of 3 events", "1 of 3 events", "all 3 events"]
    assert [percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [
        "0%",
        "under 1%",
        "50%",
        "over 99%",
        "100%",
    ]
    assert percent(np.nan) == "not available"
    assert most(pd.Series({"a": 2, "b": 2, "c": 1})) == ["a", "b"]
    assert most(pd.Series({"a": 0})) == most(pd.Series(dtype=float)) == []
