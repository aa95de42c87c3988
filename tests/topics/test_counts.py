"""Topics on invented interviews whose hits can be counted by eye."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd
import pytest

from analysis.language.words import find_words, fold_word
from analysis.patterns.checks import check_patterns
from analysis.patterns.matching import find_matches
from analysis.patterns.names import list_name_faults
from analysis.topics.counts import count_topics
from analysis.topics.exchanges import count_exchanges
from analysis.topics.rates import rate_topics
from analysis.validation.paragraphs import code_paragraphs
from analysis.validation.scores import score_coding

ROOT = Path(__file__).parents[2]
GOLD = Path(__file__).parents[3] / "shared"

# One row a segment: source, paragraph, turn, role, text.
INTERVIEWS = [
    ("harbour-times", 1, None, "apparatus", "Lake talks"),
    ("harbour-times", 2, 1, "question", "Will the lake freeze?"),
    ("harbour-times", 3, 2, "answer", "The lake will not freeze. No lake does."),
    ("harbour-times", 4, 2, "answer", "Bread is dear."),
    ("harbour-times", 5, 3, "question", "And the price of bread?"),
    ("harbour-times", 6, 4, "answer", "We are waiting."),
    ("harbour-times", 7, 5, "question", "Really?"),
    ("harbour-times", 8, 5, "question", "What about the lake?"),
    ("harbour-times", 9, 6, "answer", "The price of bread"),
    ("harbour-times", 9, 6, "note", "(lake - Ed.)"),
    ("harbour-times", 10, 7, "question", "Thank you for the lake?"),
    ("valley-post", 1, 1, "quote", "A lake, a lake"),
    ("valley-post", 1, 2, "narration", "said the minister of bread"),
]
SEGMENT_COLUMNS = ["source", "paragraph", "turn", "role", "text"]
PATTERNS = pd.DataFrame(
    [("food", "bread"), ("food", "price of bread"), ("music", "violin"), ("water", "lake")],
    columns=["topic", "pattern"],
)
SOURCES = pd.DataFrame(
    {
        "source": ["harbour-times", "valley-post"],
        "event": ["spring", "spring"],
        "date": ["2031-04-01", "2031-04-01"],
        "label": ["Harbour Times, 1 April", "Valley Post"],
        "is_reference": [True, False],
    }
)


def number_segments(rows):
    segments = pd.DataFrame(rows, columns=SEGMENT_COLUMNS).astype({"turn": "Int64"})
    segments["segment"] = segments.groupby("source").cumcount() + 1
    return segments.assign(n_words=[len(find_words(text)) for text in segments["text"]])


def tokens_of(segments):
    rows = [
        (segment.source, segment.segment, segment.role, start, end, segment.text[start:end])
        for segment in segments.itertuples()
        for start, end in find_words(segment.text)
    ]
    tokens = pd.DataFrame(rows, columns=["source", "segment", "role", "start", "end", "token"])
    tokens["position"] = tokens.groupby("source").cumcount() + 1
    tokens["sentence"] = pd.array([None] * len(tokens), dtype="Int64")
    return tokens.assign(norm=tokens["token"].map(fold_word))


@pytest.fixture
def segments():
    return number_segments(INTERVIEWS)


@pytest.fixture
def hits(segments):
    return find_matches(tokens_of(segments), PATTERNS, by="topic")


def test_count_topics_keeps_silent_pairs(segments):
    tokens = tokens_of(segments)
    counts = count_topics(tokens[tokens["role"].isin(["answer", "quote"])], PATTERNS)
    assert counts.values.tolist() == [
        ["harbour-times", "food", 2],
        ["harbour-times", "music", 0],
        ["harbour-times", "water", 2],
        ["valley-post", "food", 0],
        ["valley-post", "music", 0],
        ["valley-post", "water", 2],
    ]


def test_count_topics_knows_a_source_without_a_word(segments):
    counts = count_topics(tokens_of(segments), PATTERNS, sources=["fjord-mail", "valley-post"])
    assert counts.loc[counts["source"] == "fjord-mail", "n"].tolist() == [0, 0, 0]
    assert len(counts) == 9


def test_rate_topics_uses_own_words_of_the_reference_source(hits, segments):
    # own words of the reference source: 8 + 3 + 3 + 4 = 18, in three turns
    rates = rate_topics(hits, segments, SOURCES)
    assert rates["topic"].tolist() == ["food", "music", "water"]
    assert rates["n"].tolist() == [2, 0, 2]
    assert set(rates["n_words"]) == {18} and set(rates["n_turns"]) == {3}
    assert rates["per_1000"].tolist() == pytest.approx([2 / 18 * 1000, 0, 2 / 18 * 1000])
    assert rates[["low", "high"]].isna().all(axis=None)
    assert set(rates["reason"]) == {"fewer than 6 turns"}
    assert set(rates["label"]) == {"Harbour Times, 1 April"} and set(rates["date"]) == {"2031-04-01"}


def test_rate_topics_has_an_interval_over_six_turns():
    # hits a turn 0 1 2 2 3 4 of 10 words each, rate 200 per 1,000; the same surpluses as in test_intervals
    texts = [" ".join(["lake"] * n + ["dry"] * (10 - n)) for n in [0, 1, 2, 2, 3, 4]]
    segments = number_segments([("a", i, i, "answer", text) for i, text in enumerate(texts)])
    hits = find_matches(tokens_of(segments), PATTERNS, by="topic")
    sources = SOURCES.iloc[:1].assign(source="a")
    water = rate_topics(hits, segments, sources).set_index("topic").loc["water"]
    factor = math.exp(2.570582 * math.sqrt(12) / 12)
    assert (water["n"], water["n_turns"], water["reason"]) == (12, 6, "")
    assert [water["low"], water["high"]] == pytest.approx([200 / factor, 200 * factor], rel=1e-5)


def test_a_copy_of_a_source_changes_no_rate(hits, segments):
    copy = pd.concat([segments, segments[segments["source"] == "harbour-times"].assign(source="copy")])
    copied = find_matches(tokens_of(copy), PATTERNS, by="topic")
    sources = pd.concat([SOURCES, SOURCES.iloc[:1].assign(source="copy", is_reference=False)])
    for analyse in (rate_topics, count_exchanges):
        pd.testing.assert_frame_equal(analyse(copied, copy, sources), analyse(hits, segments, SOURCES))


def test_an_event_without_own_words_has_no_rate(hits, segments):
    silent = segments[segments["role"] != "answer"]
    rates = rate_topics(hits, silent, SOURCES)
    assert rates["n_words"].tolist() == [0, 0, 0]
    assert rates["per_1000"].isna().all()


def test_count_exchanges_tells_who_raises_a_topic(hits, segments):
    # three answered exchanges: lake / lake, lake, bread; bread / nothing; (Really?) lake / bread
    counts = count_exchanges(hits, segments, SOURCES).set_index("topic")
    assert counts["n_exchanges"].tolist() == [3, 3, 3]
    assert counts.loc["water"].drop("n_exchanges").to_dict() == {
        "n_question": 2, "n_answer": 1, "n_both": 1, "n_question_only": 1, "n_answer_only": 0,
    }  # fmt: skip
    assert counts.loc["food"].drop("n_exchanges").to_dict() == {
        "n_question": 1, "n_answer": 2, "n_both": 0, "n_question_only": 1, "n_answer_only": 2,
    }  # fmt: skip
    assert counts.loc["music"].drop("n_exchanges").eq(0).all()


def test_code_paragraphs_looks_everywhere_but_outside_the_text(hits, segments):
    codes = code_paragraphs(hits, segments)
    harbour = codes[codes["source"] == "harbour-times"]
    assert list(zip(harbour["paragraph"], harbour["topic"], harbour["n"], strict=True)) == [
        (2, "water", 1), (3, "water", 2), (4, "food", 1), (5, "food", 1), (8, "water", 1), (9, "food", 1),
        (10, "water", 1),
    ]  # fmt: skip
    valley = codes[codes["source"] == "valley-post"]
    assert valley[["topic", "n"]].values.tolist() == [["food", 1], ["water", 2]]


def read_decisions(name):
    return pd.read_csv(ROOT / "data" / "decisions" / name, keep_default_na=False)


def test_the_dictionary_is_sound():
    topics, patterns = read_decisions("topics.csv"), read_decisions("patterns.csv")
    check_patterns(patterns, by="topic", file="data/decisions/patterns.csv")
    assert topics["topic"].is_unique
    assert set(patterns["topic"]) == set(topics["topic"])
    assert not list(list_name_faults(patterns, topics, file="data/decisions/patterns.csv"))
    for table in (topics, patterns):
        assert (table.drop(columns=["names", "language"], errors="ignore") != "").all(axis=None)
    assert set(" ".join(topics["names"]).split()) == set(patterns["names"]) - {""}
    reach = patterns["pattern"].str.split().str.len() + 2 * patterns["pattern"].str.count(r"\.\.\.")
    assert reach.max() < 7  # a pattern is a term, not a sentence


@pytest.mark.skipif(not GOLD.exists(), reason="the texts and their hand labels are not here")
def test_the_dictionary_agrees_with_hand_coding():
    gold = pd.read_csv(GOLD / "gold" / "topics.csv", keep_default_na=False)
    roles = pd.read_csv(GOLD / "gold" / "roles.csv", keep_default_na=False)
    texts = {name: (GOLD / "corpus" / f"{name}.txt").read_text("utf-8") for name in set(gold["source"])}
    gold = gold.assign(paragraph=gold["start"])  # a paragraph is known by its first offset
    segments = pd.merge_asof(roles.sort_values("start"), gold.sort_values("start"), on="start", by="source")
    segments = segments.sort_values(["source", "start"]).dropna(subset="paragraph").assign(turn=1)
    segments["text"] = [texts[row.source][row.start : row.end_x] for row in segments.itertuples()]
    segments = number_segments(segments[SEGMENT_COLUMNS].values.tolist())
    hits = find_matches(tokens_of(segments), read_decisions("patterns.csv"), by="topic")
    coded = gold.assign(topic=gold["topics"].str.split(" ")).explode("topic")
    coded = coded.replace({"topic": {"kiev_regime": "ukrainian_government"}})  # the labels are older
    scores = score_coding(code_paragraphs(hits, segments), coded).set_index("topic")
    assert scores.loc["micro", "f1"] >= 0.85
    assert scores.loc["macro", "f1"] >= 0.80
