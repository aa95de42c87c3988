"""The ledger: facts of a family checked by hand on two short invented interviews."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from family_texts import FILLER, NO_EQUIVALENTS, SOURCES, read

from analysis.counting.word_forms import count_forms
from analysis.phrases.chosen import find_chosen
from analysis.phrases.families import find_occurrences
from analysis.phrases.ledger import list_chosen, list_families, list_uses, locate_tracked
from analysis.phrases.wordings import list_wordings

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
    found = find_occurrences(words, count_forms(words), SOURCES, NO_EQUIVALENTS)
    uses = list_uses(words, find_chosen(words, PHRASES), found, SOURCES)
    return list_families(uses, segments, SOURCES).set_index("family")


def test_a_family_chosen_and_found_stands_once_and_says_so():
    spring = read(FILLER + "The harbour treaty holds.", source="gazette")
    autumn = read(FILLER + "The harbour treaties fell. A treaty of the harbour.", source="radio")
    ledger = ledger_of(spring, autumn)
    row = ledger.loc["harbour treaty"]
    assert row["kind"] == "named" and not ledger.index.duplicated().any()
    assert (row["n"], row["n_events"], row["n_turns"], row["n_variants"]) == (3, 2, 2, 3)
    assert (row["n_literal"], row["k_literal"], row["t_literal"]) == (1, 1, 1)
    assert row["label"] == "harbour treaty (3 wordings)"
    assert row["variants"] == "harbour treaties (1); harbour treaty (1); treaty of the harbour (1)"
    assert (row["first_date"], row["last_date"], row["silent"]) == ("2031-04-02", "2031-10-09", "")
    assert pd.isna(row["per_1000"]) and row["reason"] == "fewer than 5 uses"
    assert row["also"] == "harbour treaties (3)"


def test_a_rate_takes_five_uses():
    said = "The harbour treaty holds. " * 5
    ledger = ledger_of(read(FILLER + said, source="gazette"), read(FILLER + said, source="radio"))
    row = ledger.loc["harbour treaty"]
    assert row["label"] == "“harbour treaty”" and row["n"] == 10
    assert row["per_1000"] > 0 and row["reason"] == "fewer than 6 turns"


def ask_first(date: str) -> pd.DataFrame:
    """The spring interviewer asks about the treaty, and the speaker says it on the given date only."""
    asked = read("Will the harbour treaty hold?", source="gazette", role="question")
    said = read(FILLER + ("The harbour treaty holds." if date == "spring" else "Rain."), source="gazette")
    said["position"] += len(asked)
    said["sentence"] += 10
    return ledger_of(asked, said, read(FILLER + "The harbour treaty fell.", source="radio"))


def test_the_interviewer_may_be_first_even_where_the_speaker_does_not_take_it_up():
    for date, first_own in (("spring", "2031-04-02"), ("autumn", "2031-10-09")):
        row = ask_first(date).loc["harbour treaty"]
        assert (row["first_said"], row["first_date"]) == ("2031-04-02 interviewer", first_own)


def test_where_no_questions_are_printed_the_first_voice_says_so():
    ledger = ledger_of(read("The harbour treaty holds.", source="radio"))
    row = ledger.loc["harbour treaty"]
    assert row["first_said"] == "2031-10-09 speaker (no questions printed)"
    assert row["silent"] == "spring"


def test_two_events_of_one_day_leave_the_first_voice_open():
    sources = SOURCES.assign(date="2031-04-02")
    words, segments = table_of(
        read("Will the harbour treaty hold?", source="gazette", role="question"),
        read("The harbour treaty holds.", source="radio"),
    )
    uses = locate_tracked(find_chosen(words, PHRASES), words, sources)
    first = list_families(uses, segments, sources)["first_said"].iloc[0]
    assert first == "2031-04-02 interviewer or speaker (no questions printed)"


def test_phrases_that_nobody_says_stand_last_with_counts_of_zero():
    ledger = ledger_of(read("The harbour treaty holds.", source="radio")).reset_index()
    more = pd.concat([PHRASES, pd.DataFrame([("salt tax", "salt tax", "unused")], columns=PHRASES.columns)])
    chosen = list_chosen(ledger, more)
    assert chosen["family"].tolist() == ["harbour treaty", "salt tax"]
    assert chosen[["n", "n_literal", "n_events", "n_turns"]].iloc[1].tolist() == [0, 0, 0, 0]
    assert list_chosen(ledger.head(0), more.head(0)).empty


def test_wordings_are_told_apart_by_source_copies_included():
    texts = [read("The harbour treaty holds.", source=name) for name in ("gazette", "herald")]
    words, _ = table_of(*texts, read("The treaty of the harbour.", source="radio"))
    named = locate_tracked(find_chosen(words, PHRASES), words, SOURCES)
    table = list_wordings(
        named, ["harbour treaty"], names={"gazette": "Gazette", "herald": "Herald", "radio": "Radio"}
    )
    assert table[["source", "wording", "n"]].to_numpy().tolist() == [
        ["Gazette", "harbour treaty", 1],
        ["Herald", "harbour treaty", 1],
        ["Radio", "treaty of the harbour", 1],
    ]


def test_the_page_sorts_events_as_numbers():
    """As text, 10 of 12 would stand before 2 of 12."""
    page = (Path(__file__).resolve().parents[2] / "book" / "ledger.md").read_text(encoding="utf-8")
    assert '"n_events": f"interviews (of {len(report.events)})"' in page and '"events": "events"' not in page
