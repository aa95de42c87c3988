"""What a report leaves out, by topic and phrase, and what both texts call the same thing. Counted by hand."""

from __future__ import annotations

import pandas as pd
from two_versions import HITS, PASSAGES, SEGMENTS, SENTENCES, SOURCES, TOPICS, USES

from analysis.report import load_report
from analysis.topics.rates import rate_topics
from analysis.versions.left_out import (
    count_topics_kept,
    list_lost,
    list_part_topics,
    split_topics,
    trace_phrases,
)
from analysis.versions.side_by_side import NO_LINK, list_pairs, mark_sentences
from analysis.versions.wording_pairs import pair_contexts, pair_wordings

PAIRS = list_pairs(SOURCES)
MARKED = mark_sentences(PAIRS, PASSAGES, SENTENCES, SEGMENTS)


def test_mentions_are_kept_with_their_sentence_and_questions_do_not_count():
    counts = count_topics_kept(MARKED, HITS)
    assert counts[["topic", "n", "n_kept", "n_left", "share_kept"]].to_numpy().tolist() == [
        ["tax", 3, 2, 1, 2 / 3],
        ["fish", 2, 1, 1, 1 / 2],
    ]


def test_mentions_are_divided_by_how_their_sentence_is_kept():
    divided = split_topics(MARKED, HITS, PAIRS, names=TOPICS)
    assert divided[["row", "kind", "n"]].to_numpy().tolist() == [
        ["The salt tax", "altered", 1],
        ["The salt tax", NO_LINK, 1],
        ["The salt tax", "paraphrase", 1],
        ["Fisheries", NO_LINK, 1],
        ["Fisheries", "verbatim", 1],
    ]


def test_an_answer_is_about_the_topic_it_mentions_most():
    topics = list_part_topics(MARKED, HITS, names=TOPICS)
    assert topics[["part", "topic", "left_out"]].to_numpy().tolist() == [
        [1, "Fisheries", "Fisheries (1), The salt tax (1)"],
        [2, "The salt tax", ""],
    ]


def test_a_phrase_comes_back_stays_in_other_words_or_is_left_out():
    traced = trace_phrases(MARKED, USES)
    assert traced[["family", "n", "n_kept", "n_report", "fate"]].to_numpy().tolist() == [
        ["open harbours", 1, 1, 1, "in the report"],
        ["salt tax", 2, 2, 0, "kept in other words"],
        ["cold water", 1, 0, 0, "not found"],
    ]
    assert list_lost(traced, PAIRS)["phrase"].tolist() == ["cold water", "salt tax"]


def test_without_a_pair_nothing_is_left_out():
    nobody, pairs = MARKED.head(0), PAIRS.head(0)
    assert count_topics_kept(nobody, HITS).empty
    assert split_topics(nobody, HITS, pairs, names=TOPICS).empty
    assert list_part_topics(nobody, HITS, names=TOPICS).empty
    assert list_lost(trace_phrases(nobody, USES), pairs).empty


def test_the_mentions_are_those_of_the_topics_chapter():
    report = load_report()
    pairs = list_pairs(report.sources)
    marked = mark_sentences(pairs, report.passages, report.sentences, report.segments)
    counted = count_topics_kept(marked, report.topic_hits).merge(pairs, on=["report", "source"])
    rates = rate_topics(report.topic_hits, report.segments, report.sources).merge(
        counted, on=["event", "topic"]
    )
    assert len(rates) == len(counted) > 0
    assert rates["n_x"].tolist() == rates["n_y"].tolist()


def test_wordings_of_the_same_thing_are_listed_once_in_the_order_of_the_source():
    columns = ["report", "report_sentence", "source", "source_sentence", "report_words", "source_words"]
    rows = [
        ("news", 2, "talk", 6, "a levy", "the salt tax"),
        ("news", 2, "talk", 5, "a levy", "the salt tax"),
        ("news", 3, "talk", 2, "open ports", "open harbours"),
    ]
    listed = pair_wordings(pd.DataFrame(rows, columns=columns), PASSAGES, PAIRS)
    assert listed[["source_words", "report_words", "kinds", "n"]].to_numpy().tolist() == [
        ["open harbours", "open ports", "quoted in nearly the same words", 1],
        ["the salt tax", "a levy", "quoted in fewer words, quoted in other words", 2],
    ]


def test_a_phrase_in_two_linked_sentences_is_shown_in_both_contexts():
    uses = [
        ("open harbours", "talk", 9, 2, "for (", "open harbours", "). And"),
        ("open harbours", "news", 30, 3, "", "Open harbours", ", now"),
        ("open harbours", "news", 40, 4, "no", "open harbours", "here"),  # a sentence without a link
    ]
    columns = ["phrase", "source", "position", "sentence", "left", "match", "right"]
    table = pd.DataFrame(uses, columns=columns)
    hits = table[["phrase", "source", "position", "sentence"]].astype({"phrase": "category"})
    contexts = table.drop(columns="sentence")
    assert pair_contexts(contexts, hits, PASSAGES, PAIRS).iloc[:, 1:].to_numpy().tolist() == [
        ["open harbours", "for (open harbours). And", "Open harbours, now", "quoted in nearly the same words"]
    ]
