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
from analysis.statistics import Baseline
from analysis.versions.checks import list_checks
from analysis.versions.kept import count_fidelity, measure_pairs, measure_parts, name_parts, split_parts
from analysis.versions.left_out import (
    compare_topics,
    count_topics_kept,
    list_part_topics,
    split_topics,
    trace_phrases,
)
from analysis.versions.order import measure_part_order
from analysis.versions.readings import compare_readings
from analysis.versions.side_by_side import NO_LINK, list_links, list_pairs, mark_sentences

REPORT = SimpleNamespace(speaker="Maren Oldwick", topic_hits=HITS)
PAIRS = list_pairs(SOURCES)
READ = pd.DataFrame(
    [
        ("news", start, "talk", said)
        for start, said in [(10, 170), (60, 170), (60, 220), (140, 40), (170, 100)]
    ],
    columns=["report", "report_start", "source", "source_start"],
)


def tried(*n_linked: int) -> pd.DataFrame:
    """Links of the report to other interviews, by how many of its four sentences are linked to each."""
    rows = [("news", f"other-{n}", 4, k) for n, k in enumerate(n_linked)]
    return pd.DataFrame(rows, columns=["report", "source", "n_sentences", "n_linked"])


def check(
    passages: pd.DataFrame, pairs: pd.DataFrame, false_links: pd.DataFrame, read: pd.DataFrame
) -> pd.DataFrame:
    marked = mark_sentences(pairs, passages, SENTENCES, SEGMENTS)
    return list_checks(pairs, marked, false_links, compare_readings(read, marked, SENTENCES))


def measure(passages: pd.DataFrame = PASSAGES) -> pd.DataFrame:
    return measure_pairs(mark_sentences(PAIRS, passages, SENTENCES, SEGMENTS), passages, PAIRS)


def compose(
    passages: pd.DataFrame,
    pairs: pd.DataFrame = PAIRS,
    *,
    false_links: pd.DataFrame | None = None,
    read: pd.DataFrame = READ,
    translated: bool = False,
) -> dict[str, object]:
    """Everything that is said about some links, by the name of the function."""
    marked = mark_sentences(pairs, passages, SENTENCES, SEGMENTS)
    measured, parts = measure_pairs(marked, passages, pairs), measure_parts(marked, passages)
    named = name_parts(marked, parts, list_part_topics(marked, HITS, names=TOPICS))
    fidelity, links = count_fidelity(marked), list_links(named, passages)
    checks = check(passages, pairs, tried(1, 0) if false_links is None else false_links, read)
    chance = compare_topics(marked, HITS)
    return {
        "say_map": messages.say_map(links, REPORT, measured=measured, checks=checks),
        "say_parts": messages.say_parts(split_parts(named, pairs), REPORT),
        "say_topics": messages.say_topics(
            split_topics(named, HITS, pairs, names=TOPICS), REPORT, chance=chance
        ),
        "tell_pairs": messages.tell_pairs(pairs),
        "tell_kept": messages.tell_kept(measured, checks),
        "tell_order": messages.tell_order(measured, measure_part_order(links)),
        "tell_topics": messages.tell_topics(count_topics_kept(marked, HITS), measured, chance),
        "tell_phrases": messages.tell_phrases(trace_phrases(marked, USES)),
        "tell_fidelity": messages.tell_fidelity(fidelity, pd.Series([translated] * len(pairs), dtype=bool)),
    }


def test_everything_is_said_of_the_invented_event():
    said = compose(PASSAGES)
    assert said["tell_pairs"] == (
        "Set side by side here: Selm Courier beside Harbour Gazette (Harbour Gazette, 14 Mar)."
    )
    assert said["tell_kept"] == (
        "Of 4 sentences in the speaker’s own words, the rules find 3 in the report, a reading finds 4. "
        "The sentences found hold 83% of those words."
    )
    assert said["tell_order"].endswith(
        "takes up the answers of its source in the order 2, 1; of every two linked places, 75% stand the "
        "other way round (Kendall’s tau −0.40)."
    )
    assert said["tell_topics"] == (
        "Of 5 mentions of topics, 3 stand in sentences that are found again, by chance 3 to 4: as often as the "
        "rest, as far as so few can tell."
    )
    assert said["tell_phrases"] == (
        "Of 1 chosen phrase that the fuller text uses: 1 in the report, 0 kept in other words, 0 not found."
    )
    assert said["tell_fidelity"] == (
        "Of 2 sentences that are mostly quotation, the rules find a counterpart for 2: 1 quoted in nearly the same "
        "words, 0 quoted in fewer words and 1 quoted in other words."
    )
    assert said["say_map"]["title"] == "Selm Courier takes up nearly all of the speaker’s sentences"
    assert said["say_parts"]["title"] == "What is found again of each answer"
    assert said["say_topics"]["title"] == "What is found again of each topic"


NEUTRAL = "What reports tell of an interview, and in which order"


def test_a_report_of_another_interview_is_said_to_report_nothing():
    """Four of its sentences are linked to an interview that it does not report, three to its source."""
    said = compose(PASSAGES, false_links=tried(1, 4))
    assert said["say_map"]["title"] == NEUTRAL
    assert said["tell_kept"] == messages.CHANCE_LINKS


def test_a_tie_with_chance_is_chance():
    assert compose(PASSAGES, false_links=tried(3))["say_map"]["title"] == NEUTRAL


def test_where_there_is_no_other_interview_no_title_rests_on_links():
    said = compose(PASSAGES, false_links=tried())
    assert said["say_map"]["title"] == NEUTRAL
    assert "the rules find 3" in said["tell_kept"]


def test_without_a_reading_no_title_says_how_much():
    """Links beyond chance may still be chance in part: three here, two to another interview."""
    assert compose(PASSAGES, false_links=tried(2), read=READ.head(0))["say_map"]["title"] == NEUTRAL
    backwards = measure().assign(n_parts_kept=5, taken_up="5, 4, 3, 2, 1", share_reversed=0.9)
    unread = check(PASSAGES, PAIRS, tried(2), READ.head(0))
    assert messages._title_map(backwards, unread) == (
        "Selm Courier tells the interview the answers in reverse order"
    )


def test_where_a_reading_finds_nothing_of_the_speaker_no_title_does():
    nothing = check(PASSAGES, PAIRS, tried(1), READ).assign(n_own_read=0)
    assert messages._title_map(measure(), nothing) == NEUTRAL


def test_what_nobody_read_is_told_by_rule_alone():
    said = compose(PASSAGES, read=READ.head(0))
    assert "the rules find 3 in the report. " in said["tell_kept"]
    assert "reading" not in compose(PASSAGES, read=READ.head(2))["tell_kept"]  # half of it was read


def test_translations_are_not_counted_as_quoted_word_for_word():
    assert compose(PASSAGES, translated=True)["tell_fidelity"] == (
        "Two translations of one sentence cannot be word for word alike. Here of 2 sentences that are mostly "
        "quotation, the rules find a counterpart for 2."
    )


@pytest.mark.parametrize(
    ("share", "taken_up", "order"),
    [
        (0, "1, 2, 3, 4, 5", ", in the same order"),
        (0.25, "1, 2, 3, 5, 4", ", largely in the same order"),
        (0.5, "2, 3, 1, 4, 5", ""),
        (0.75, "5, 4, 3, 1, 2", ", largely in reverse order"),
        (0.9, "5, 4, 3, 2, 1", ", the answers in reverse order"),
        (1, "4, 3, 2, 1", ""),  # chance does that once in 24
        (float("nan"), "1", ""),
    ],
)
def test_an_order_has_a_name_from_five_parts(share, taken_up, order):
    row = (
        measure().assign(share_reversed=share, taken_up=taken_up, n_parts_kept=len(taken_up.split())).iloc[0]
    )
    assert messages._name_order(row) == order


def test_the_order_inside_the_parts_is_told_of_several():
    inside = pd.DataFrame(
        [
            ("news", "talk", 1, 1.0, 0.0),
            ("news", "talk", 2, -0.5, 0.75),
            ("news", "talk", 3, *[float("nan")] * 2),
        ],
        columns=["report", "source", "part", "tau", "share_reversed"],
    )
    said = messages.tell_order(measure(), inside)
    assert said.endswith("Inside the answers it mostly keeps the order in 1 of 2 (tau 1.00, −0.50).")
    assert "Inside" not in messages.tell_order(measure(), inside.tail(2))


@pytest.mark.parametrize(("share", "said"), [(0.04, "few"), (0.76, "about 80%"), (0.97, "nearly all")])
def test_a_share_with_an_error_is_told_in_tenths(share, said):
    assert messages._about(share) == said


def test_topics_are_compared_with_chance():
    assert messages._title_topics(Baseline(9, 5, 3, 7, 100)) == "Topics come back more often than the rest"
    assert messages._title_topics(Baseline(1, 5, 3, 7, 100)) == "Topics come back less often than the rest"
    assert messages._title_topics(Baseline(7, 5, 3, 7, 100)) == "What is found again of each topic"


def test_several_pairs_have_a_neutral_title_and_are_described_one_by_one():
    measured = pd.concat([measure(), measure().assign(pair="the wire")], ignore_index=True)
    links = list_links(mark_sentences(PAIRS, PASSAGES, SENTENCES, SEGMENTS), PASSAGES)
    checks = pd.concat([check(PASSAGES, PAIRS, tried(0), READ)] * 2)
    said = messages.say_map(links, REPORT, measured=measured, checks=checks)
    assert said["title"] == NEUTRAL
    assert "the wire: 3 of 4 sentences" in said["alt"]
    five = pd.concat([measure()] * 5, ignore_index=True)
    assert messages.say_map(links, REPORT, measured=five, checks=checks)["note"].endswith(
        "The first 4 of 5 pairs of texts are drawn."
    )
    many = pd.concat([PAIRS] * 5)
    assert messages.tell_pairs(many).endswith(" and 2 more.")


def test_texts_without_a_link_are_said_to_have_none():
    said = compose(PASSAGES.head(0), false_links=tried())
    assert said["say_map"]["title"] == NEUTRAL
    assert "the rules find 0" in said["tell_kept"]
    assert said["tell_order"] == "Too few sentences come back to speak of an order."


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
    assert said["tell_pairs"].startswith("No event has two texts in one language")
    assert said["say_map"]["caption"] == said["tell_kept"] == messages.NOT_TWO_TEXTS


def test_every_function_that_speaks_is_tried():
    spoken = {
        name
        for name, function in inspect.getmembers(messages, inspect.isfunction)
        if name.startswith(("say_", "tell_")) and function.__module__ == messages.__name__
    }
    assert spoken == compose(PASSAGES).keys()


def test_the_fidelity_of_several_pairs_names_the_texts():
    fidelity = count_fidelity(mark_sentences(PAIRS, PASSAGES, SENTENCES, SEGMENTS))
    assert messages.list_fidelity(fidelity, PAIRS).iloc[-1].tolist() == ["narration", NO_LINK, 1, 6, 50]
    twice = pd.concat([PAIRS, PAIRS.assign(report="wire")], ignore_index=True)
    assert messages.list_fidelity(fidelity, twice)["texts"].nunique() == 1


def test_the_map_says_what_answers_are_named_after_only_where_a_topic_is_found_in_them():
    links = list_links(mark_sentences(PAIRS, PASSAGES, SENTENCES, SEGMENTS), PASSAGES)
    checks = check(PASSAGES, PAIRS, tried(0), READ)
    for hits, is_told in ((HITS, True), (HITS.assign(role="question"), False), (HITS.head(0), False)):
        report = SimpleNamespace(speaker="Maren Oldwick", topic_hits=hits)
        caption = messages.say_map(links, report, measured=measure(), checks=checks)["caption"]
        assert ("Each answer is named after the topic that it mentions most, if any." in caption) == is_told
