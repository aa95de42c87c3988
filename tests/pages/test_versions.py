"""Words about two texts of one event: true for one pair and for many, a plain sentence where none is."""

from __future__ import annotations

import inspect
import re
from types import SimpleNamespace

import pandas as pd
import pytest
from reports import FIELDS
from two_versions import HITS, PASSAGES, SEGMENTS, SENTENCES, SOURCES, TOPICS, USES

from analysis.pages import versions as messages
from analysis.versions.kept import count_fidelity, measure_pairs, measure_parts, name_parts, split_parts
from analysis.versions.left_out import count_topics_kept, list_part_topics, split_topics, trace_phrases
from analysis.versions.side_by_side import NO_LINK, list_links, list_pairs, mark_sentences

REPORT = SimpleNamespace(speaker="Maren Oldwick")
PAIRS = list_pairs(SOURCES)


def measure(passages: pd.DataFrame = PASSAGES) -> pd.DataFrame:
    return measure_pairs(mark_sentences(PAIRS, passages, SENTENCES, SEGMENTS), passages, PAIRS)


def compose(passages: pd.DataFrame, pairs: pd.DataFrame = PAIRS) -> dict[str, object]:
    """Everything that is said about some links, by the name of the function."""
    marked = mark_sentences(pairs, passages, SENTENCES, SEGMENTS)
    measured, parts = measure_pairs(marked, passages, pairs), measure_parts(marked, passages)
    named = name_parts(marked, parts, list_part_topics(marked, HITS, names=TOPICS))
    fidelity = count_fidelity(marked)
    return {
        "say_map": messages.say_map(list_links(named, passages), REPORT, measured=measured),
        "say_parts": messages.say_parts(split_parts(named, pairs), REPORT),
        "say_topics": messages.say_topics(split_topics(named, HITS, pairs, names=TOPICS), REPORT),
        "tell_pairs": messages.tell_pairs(pairs),
        "tell_kept": messages.tell_kept(measured),
        "tell_order": messages.tell_order(measured),
        "tell_topics": messages.tell_topics(count_topics_kept(marked, HITS), measured),
        "tell_phrases": messages.tell_phrases(trace_phrases(marked, USES)),
        "tell_fidelity": messages.tell_fidelity(fidelity),
        "tell_added": messages.tell_added(fidelity),
    }


def test_everything_is_said_of_the_invented_event():
    said = compose(PASSAGES)
    assert said["tell_pairs"] == (
        "Set side by side here: Selm Courier beside Harbour Gazette (Harbour Gazette, 14 Mar)."
    )
    assert said["tell_kept"] == (
        "Of 4 sentences in the speaker’s own words, 3 come back: 75% of the sentences and 83% of the words. "
        "Where something comes back, the reports use 80 words for a hundred of their sources."
    )
    assert said["tell_order"].endswith(
        "takes up the answers of its source in the order 2, 1; of every two linked places, 75% stand the "
        "other way round (Kendall’s tau −0.400); 1 of 2 steps from one sentence to the next lead back."
    )
    assert said["tell_topics"] == (
        "Of 5 mentions of topics, 3 stand in sentences that are kept: 60%, while 83% of the words are."
    )
    assert said["tell_phrases"] == (
        "Of 1 phrase named in advance: 1 in the report, 0 kept in other words, 0 left out. Of 2 phrases "
        "found without being named: 0 in the report, 1 kept in other words, 1 left out."
    )
    assert said["tell_fidelity"] == (
        "Of 2 sentences in quotation marks, 1 quoted nearly verbatim, 0 quoted in fewer words and 1 "
        "quoted in other words; 0 without a counterpart."
    )
    assert said["tell_added"] == "Of 4 sentences of the reports, 1 has no counterpart: 1 of narration."
    assert said["say_map"]["title"] == (
        "Selm Courier reports 3 of the speaker’s 4 sentences, largely in reverse order"
    )
    assert said["say_parts"]["title"] == "From 62% to 100% of the words of each answer are kept"
    assert said["say_topics"]["title"] == "Of 5 mentions of topics, 40% are left out"


@pytest.mark.parametrize(
    ("share", "taken_up", "order"),
    [
        (0, "1, 2, 3", ", in the same order"),
        (0.25, "1, 2, 3", ", largely in the same order"),
        (0.5, "2, 3, 1", ", in another order"),
        (0.75, "3, 1, 2", ", largely in reverse order"),
        (1, "2, 1", ", in reverse order"),
        (0.9, "3, 2, 1", ", from the last answer to the first"),
        (float("nan"), "1", ""),
    ],
)
def test_an_order_has_a_name(share, taken_up, order):
    row = measure().assign(share_reversed=share, taken_up=taken_up).iloc[0]
    assert messages._name_order(row) == order


def test_several_pairs_have_a_neutral_title_and_are_described_one_by_one():
    measured = pd.concat([measure(), measure().assign(pair="the wire")], ignore_index=True)
    links = list_links(mark_sentences(PAIRS, PASSAGES, SENTENCES, SEGMENTS), PASSAGES)
    said = messages.say_map(links, REPORT, measured=measured)
    assert said["title"] == "What reports keep of an interview, and in which order"
    assert "the wire: 3 of 4 sentences" in said["alt"]
    five = pd.concat([measure()] * 5, ignore_index=True)
    assert messages.say_map(links, REPORT, measured=five)["note"].endswith(
        "The first 4 of 5 pairs of texts are drawn."
    )
    many = pd.concat([PAIRS] * 5)
    assert messages.tell_pairs(many).endswith(" and 2 more.")


def test_texts_without_a_link_are_said_to_have_none():
    said = compose(PASSAGES.head(0))
    assert said["say_map"]["title"] == "No sentence of Harbour Gazette is found in Selm Courier"
    assert said["tell_kept"].endswith("0 come back: 0% of the sentences and 0% of the words.")
    assert said["tell_order"] == "Too few sentences come back to speak of an order."
    assert said["say_parts"]["title"] == "How much of each answer is kept: 0% of its words"
    assert said["tell_added"].startswith("Of 4 sentences of the reports, 4 have no counterpart")


@pytest.mark.parametrize("pairs", [PAIRS, PAIRS.head(0)])
def test_nothing_said_is_broken(pairs):
    for name, said in compose(PASSAGES.head(0), pairs).items():
        for text in said.values() if isinstance(said, dict) else [said]:
            assert text.strip(), name
            assert not re.search(r"\bnan\b|\bNone\b|\(\)|: \.|\b1 \w+s (?:have|are|come)\b", text), name
        if isinstance(said, dict):
            assert said.keys() == FIELDS, name


def test_where_no_event_has_two_texts_a_sentence_says_so():
    said = compose(PASSAGES.head(0), PAIRS.head(0))
    assert said["tell_pairs"].startswith("No event has two texts")
    assert said["say_map"]["caption"] == said["tell_kept"] == messages.NOT_TWO_TEXTS


def test_every_function_that_speaks_is_tried():
    spoken = {
        name
        for name, _ in inspect.getmembers(messages, inspect.isfunction)
        if name.startswith(("say_", "tell_"))
    }
    assert spoken == compose(PASSAGES).keys()


def test_the_fidelity_of_several_pairs_names_the_texts():
    fidelity = count_fidelity(mark_sentences(PAIRS, PASSAGES, SENTENCES, SEGMENTS))
    assert messages.list_fidelity(fidelity, PAIRS).iloc[-1].tolist() == ["narration", NO_LINK, 1, 6, 50]
    twice = pd.concat([PAIRS, PAIRS.assign(report="wire")], ignore_index=True)
    assert messages.list_fidelity(fidelity, twice)["texts"].nunique() == 1
