"""The ledger: facts of a family checked by hand on two short invented interviews."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from family_texts import FILLER, NO_EQUIVALENTS, SOURCES, read

from analysis.counting.word_forms import count_forms
from analysis.patterns.matching import find_matches
from analysis.phrases.families import find_occurrences
from analysis.phrases.ledger import choose_varied, list_families, list_wordings, locate_tracked

PHRASES = pd.DataFrame(
    [
        ("harbour treaty", "harbour treat*", "the name"),
        ("harbour treaty", "treaty of the harbour", "the name turned round"),
    ],
    columns=["phrase", "pattern", "reason"],
)


def table_of(*tokens: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tokens of several texts and their segments, one a text and role; each is a turn."""
    words = pd.concat(tokens, ignore_index=True)
    segments = words.groupby(["source", "role"], as_index=False).agg(
        n_words=("norm", "size"), first=("position", "min")
    )
    segments = segments.sort_values(["source", "first"]).assign(segment=1, turn=1)
    return words, segments.astype({"turn": "Int64"})


def ledger_of(*tokens: pd.DataFrame) -> pd.DataFrame:
    words, segments = table_of(*tokens)
    named = locate_tracked(find_matches(words, PHRASES, by="phrase"), words, SOURCES)
    found = find_occurrences(words, count_forms(words), SOURCES, NO_EQUIVALENTS)
    return list_families(pd.concat([named, found], ignore_index=True), segments, SOURCES).set_index(
        ["family", "kind"]
    )


def test_a_family_named_in_advance_and_found_stands_twice_and_says_so():
    spring = read(FILLER + "The harbour treaty holds.", source="gazette")
    autumn = read(FILLER + "The harbour treaties fell. A treaty of the harbour.", source="radio")
    ledger = ledger_of(spring, autumn)
    named = ledger.loc[("harbour treaty", "named")]
    assert (named["n"], named["events"], named["n_variants"], named["form"]) == (3, "2 of 2", 3, "varied")
    assert named["variants"] == "harbour treaties (1); harbour treaty (1); treaty of the harbour (1)"
    assert (named["first_date"], named["last_date"], named["n_turns"]) == ("2031-04-02", "2031-10-09", 2)
    assert named["per_1000"] == 1000 * 3 / (len(spring) + len(autumn))
    assert pd.isna(named["low"]) and named["reason"] == "fewer than 6 turns"
    found = ledger[ledger["also"] == "harbour treaty"]
    assert len(found) == 1 and found["rank"].iloc[0] == 1


def test_the_interviewer_may_be_first():
    asked = read("Will the harbour treaty hold?", source="gazette", role="question")
    said = read(FILLER + "The harbour treaty holds.", source="gazette")
    said["position"] += len(asked)
    said["sentence"] += 10
    ledger = ledger_of(asked, said, read(FILLER + "The harbour treaty fell.", source="radio"))
    named = ledger.loc[("harbour treaty", "named")]
    assert (named["asked_first"], named["first_voices"]) == (
        1,
        "2031-04-02 interviewer; 2031-10-09 not known",
    )


def test_wordings_are_told_apart_by_source_copies_included():
    texts = [read("The harbour treaty holds.", source=name) for name in ("gazette", "herald")]
    words, _ = table_of(*texts, read("The treaty of the harbour.", source="radio"))
    named = locate_tracked(find_matches(words, PHRASES, by="phrase"), words, SOURCES)
    table = list_wordings(
        named, ["harbour treaty"], names={"gazette": "Gazette", "herald": "Herald", "radio": "Radio"}
    )
    assert table[["source", "wording", "n"]].to_numpy().tolist() == [
        ["Gazette", "harbour treaty", 1],
        ["Herald", "harbour treaty", 1],
        ["Radio", "treaty of the harbour", 1],
    ]


def test_the_phrase_whose_wording_changes_most_is_chosen():
    ledger = pd.DataFrame(
        [
            ("steady", "named", 2, 1, 6),
            ("varied", "named", 2, 3, 4),
            ("once", "named", 1, 1, 1),
            ("found", "expression", 3, 9, 9),
        ],
        columns=["family", "kind", "n_events", "n_variants", "n"],
    )
    assert choose_varied(ledger) == ["varied"]
    assert choose_varied(ledger[ledger["kind"] == "expression"]) == []


def test_the_page_sorts_events_as_numbers():
    """As text, 10 of 12 would stand before 2 of 12."""
    page = (Path(__file__).resolve().parents[2] / "book" / "ledger.md").read_text(encoding="utf-8")
    assert '"n_events": f"events (of {len(report.events)})"' in page and '"events": "events"' not in page
