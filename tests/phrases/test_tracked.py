"""Phrases followed by name: where they are used, how often."""

from __future__ import annotations

import csv

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from phrase_sources import DECISIONS, SHARED, SOURCES

from analysis.language.words import find_words, fold_word
from analysis.patterns.checks import check_patterns
from analysis.patterns.matching import find_matches
from analysis.phrases.tracked import choose_phrases, locate_families, locate_phrases, track_phrases
from analysis.roles import OWN
from analysis.statistics.intervals import rate_interval

# One interview of 4 + 6 + 3 + 4 words, of which the 6 and the last 4 are the minister's, and its copy.
SEGMENTS = pd.DataFrame(
    [
        ("gazette", 1, 1, "question", 4),
        ("gazette", 2, 2, "answer", 6),
        ("gazette", 3, pd.NA, "apparatus", 3),
        ("gazette", 4, 3, "answer", 4),
        ("herald", 1, 1, "narration", 5),
        ("herald", 2, 2, "quote", 5),
        ("radio", 1, 1, "answer", 10),
    ],
    columns=["source", "segment", "turn", "role", "n_words"],
).astype({"turn": "Int64"})


def hits_at(*places: tuple, phrase: str = "open harbours") -> pd.DataFrame:
    """Hits at (source, segment, role, position); one more phrase is tracked and never said."""
    hits = pd.DataFrame(places, columns=["source", "segment", "role", "position"])
    group = pd.Categorical([phrase] * len(places), categories=["open harbours", "salt tax"])
    return hits.assign(phrase=group, start=hits["position"] * 10, end=hits["position"] * 10 + 9)


ASKED = ("gazette", 1, "question", 2)
SAID = ("gazette", 2, "answer", 8)
SAID_LAST = ("gazette", 4, "answer", 14)
IN_TITLE = ("gazette", 3, "apparatus", 11)
COPIED = ("herald", 2, "quote", 6)


def test_the_place_of_a_use_counts_own_words_only():
    located = locate_phrases(hits_at(SAID_LAST, ASKED, SAID, IN_TITLE, COPIED), SEGMENTS, SOURCES)
    assert located.to_dict("records") == [
        {
            "phrase": "open harbours",
            "event": "spring interview",
            "source": "gazette",
            "start": start,
            "end": end,
        }
        | {"place": place}
        # Word 8 is the fourth of the first answer: 3 of 10 own words before it. Word 14 opens the second: 6.
        for place, start, end in [(0.3, 80, 89), (0.6, 140, 149)]
    ]


def test_tracking_counts_own_words_of_reference_sources_and_keeps_silent_pairs():
    hits = hits_at(ASKED, SAID, SAID_LAST, IN_TITLE, COPIED)
    tracked = track_phrases(hits, SEGMENTS, SOURCES).set_index(["phrase", "event"])
    said = tracked.loc[("open harbours", "spring interview")]
    assert (said["n"], said["n_words"], said["per_1000"], said["n_turns"]) == (2, 10, 200.0, 2)
    assert (said["first_place"], said["reason"]) == (0.3, "fewer than 6 turns")
    assert tracked["n"].tolist() == [2, 0, 0, 0]
    assert tracked["first_place"].isna().tolist() == [False, True, True, True]


def test_the_interval_of_a_rate_is_taken_over_turns():
    segments = pd.DataFrame(
        {"source": "radio", "segment": range(1, 9), "turn": range(1, 9), "role": "answer"}
    )
    segments["n_words"] = 50
    places = [("radio", segment, "answer", 50 * segment - 20) for segment in (1, 1, 2, 4, 7)]
    tracked = track_phrases(hits_at(*places), segments, SOURCES[SOURCES["source"] == "radio"])
    low, high, _ = rate_interval([2, 1, 0, 1, 0, 0, 1, 0], [50] * 8)
    said, silent = tracked.to_dict("records")
    assert said["per_1000"] == 12.5
    assert (said["low"], said["high"]) == pytest.approx((1000 * low, 1000 * high))
    assert said["low"] < 12.5 < said["high"]
    assert (silent["n"], silent["low"], silent["reason"]) == (0, 0, "")


def test_phrases_that_nobody_uses_are_still_listed():
    nothing = hits_at()
    assert locate_phrases(nothing, SEGMENTS, SOURCES).empty
    assert track_phrases(nothing, SEGMENTS, SOURCES)["n"].tolist() == [0, 0, 0, 0]


def test_an_event_without_own_words_has_no_rate():
    segments = SEGMENTS[(SEGMENTS["source"] != "radio")]
    tracked = track_phrases(hits_at(SAID), segments, SOURCES)
    assert tracked.loc[tracked["event"] == "autumn interview", "per_1000"].isna().all()


def read(source: str, sentence: int, text: str) -> pd.DataFrame:
    """Tokens of one sentence of an answer; an offset is ten times a place."""
    tokens = pd.DataFrame({"token": text.split()})
    tokens = tokens.assign(source=source, sentence=sentence, segment=1, role="answer", norm=tokens["token"])
    return tokens.assign(start=tokens.index * 10, end=tokens.index * 10 + 9)


def test_tracking_gives_the_same_on_the_rows_that_hits_are_made_of():
    said = [
        ("gazette", 1, "we want wide open harbours"),
        ("radio", 1, "open harbours"),
        ("radio", 2, "open harbours"),
    ]
    tokens = pd.concat([read(*sentence) for sentence in said], ignore_index=True)
    tokens["position"] = tokens.groupby("source").cumcount() + 1
    patterns = pd.DataFrame({"phrase": ["open harbours"], "pattern": ["open harbour*"]})
    segments = pd.DataFrame(
        {"source": ["gazette", "radio"], "segment": 1, "turn": 1, "role": "answer", "n_words": [5, 4]}
    )
    tables = [
        locate_phrases(find_matches(rows, patterns, by="phrase"), segments, SOURCES)
        for rows in (tokens, tokens[tokens["norm"].isin(["open", "harbours"])])
    ]
    assert tables[0]["place"].tolist() == [0.6, 0.0, 0.5]
    assert_frame_equal(*tables)


def test_families_are_placed_under_their_labels():
    uses = hits_at(SAID, SAID_LAST, ASKED).rename(columns={"phrase": "family"}).astype({"family": object})
    uses = uses.assign(kind="named", is_own=[True, True, False], is_literal=[True, False, True])
    rows = pd.DataFrame(
        {"family": ["open harbours"], "kind": ["named"], "label": ["open harbours (2 wordings)"]}
    )
    placed = locate_families(uses, rows, SEGMENTS, SOURCES)
    assert placed["phrase"].unique().tolist() == ["open harbours (2 wordings)"]
    assert placed[["place", "is_literal"]].to_numpy().tolist() == [[0.3, True], [0.6, False]]


def test_phrases_of_most_events_come_first_and_unused_ones_not_at_all():
    rows = [
        ("once", "a", 9),
        ("twice", "a", 1),
        ("twice", "b", 1),
        ("also twice", "a", 1),
        ("also twice", "b", 1),
    ]
    tracked = pd.DataFrame([*rows, ("never", "a", 0)], columns=["phrase", "event", "n"])
    assert choose_phrases(tracked) == ["also twice", "twice", "once"]
    assert choose_phrases(tracked, most=1) == ["also twice"]


def test_without_phrases_the_tables_are_empty_and_whole():
    none = hits_at().assign(phrase=pd.Categorical([]))
    tracked = track_phrases(none, SEGMENTS, SOURCES)
    assert tracked.empty
    assert choose_phrases(tracked) == []


def test_every_tracked_phrase_has_patterns_that_can_match_and_a_reason():
    decisions = pd.read_csv(DECISIONS, keep_default_na=False)
    assert list(decisions) == ["phrase", "pattern", "reason", "language"]
    check_patterns(decisions, by="phrase", file=DECISIONS.name)
    assert decisions["pattern"].str.split().str.len().max() <= 6
    assert decisions["reason"].str.len().min() > 0


def read_marked_source(source: str) -> pd.DataFrame:
    text = (SHARED / "corpus" / f"{source}.txt").read_text(encoding="utf-8")
    roles = pd.read_csv(SHARED / "gold" / "roles.csv").query("source == @source")
    rows = [
        (source, number, row.role, start, end, text[start:end])
        for number, row in enumerate(roles.itertuples())
        for start, end in find_words(text, row.start, row.end)
    ]
    columns = ["source", "segment", "role", "start", "end", "token"]
    tokens = pd.DataFrame(rows, columns=columns).assign(sentence=lambda t: t["segment"].astype("Int64"))
    return tokens.assign(norm=tokens["token"].map(fold_word), position=tokens.index + 1)


@pytest.mark.skipif(not SHARED.exists(), reason="the texts are not part of the repository")
@pytest.mark.parametrize("source", ["2025-10-15-kommersant", "2025-11-09-ria-novosti-blog"])
@pytest.mark.parametrize("phrase", ["root causes", "national interests"])
def test_tracked_phrases_are_found_where_readers_marked_them(source, phrase):
    decisions = pd.read_csv(DECISIONS, keep_default_na=False).query("phrase == @phrase")
    hits = find_matches(read_marked_source(source), decisions, by="phrase")
    with (SHARED / "gold" / "phrases.csv").open(encoding="utf-8", newline="") as file:
        marked = [row for row in csv.DictReader(file) if (row["phrase"], row["source"]) == (phrase, source)]
    own = hits[hits["role"].isin(OWN)]
    assert sorted(own["start"]) == sorted(int(row["start"]) for row in marked if row["own_words"] == "1")
