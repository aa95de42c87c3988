"""Whose a formula is, who says it first, and how it fares from interview to interview: counted by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.phrases import GONE, NEW, STEADY, compare_with_questions, trace_families, trace_takeovers

DATES = ["2031-01-01", "2031-02-01", "2031-03-01", "2031-04-01"]
EVENTS = ["spring", "summer", "autumn", "winter"]
SOURCES = pd.DataFrame({"source": EVENTS, "event": EVENTS, "date": DATES, "is_reference": True})
N_TURNS = 10  # of each source: question and answer in turn, of 20 and 100 words
SEGMENTS = pd.DataFrame(
    [
        (source, turn, turn, "question" if turn % 2 else "answer", 20 if turn % 2 else 100, "")
        for source in EVENTS
        for turn in range(1, 2 * N_TURNS + 1)
    ],
    columns=["source", "segment", "turn", "role", "n_words", "speaker"],
)


def use(family: str, source: str, *turns: int) -> list[dict]:
    rows = [{"family": family, "source": source, "event": source, "segment": turn} for turn in turns]
    return [
        row | {"position": 10 * row["segment"], "role": "question" if row["segment"] % 2 else "answer"}
        for row in rows
    ]


def collect(*uses: list[dict]) -> pd.DataFrame:
    table = pd.DataFrame([row for rows in uses for row in rows])
    table["position"] += pd.factorize(table["family"])[0]  # no two families share a word
    facts = {"kind": "expression", "rank": 1, "n_words": 1, "is_loose": False}
    return table.assign(is_own=table["role"] == "answer", **facts)


def test_a_family_is_set_beside_the_questions():
    uses = collect(*(use("salt tax", event, 2, 4, 6, 8) for event in EVENTS), use("salt tax", "spring", 3),
                   use("open sea", "spring", 2), use("open sea", "autumn", 3, 5, 7, 9, 11))  # fmt: skip
    salt, sea = compare_with_questions(uses, SEGMENTS, SOURCES).to_dict("records")
    assert (salt["n"], salt["n_asked"]) == (16, 1)
    assert salt["times"] == pytest.approx((16 / 4000) / (1 / 800))  # 3.2
    assert (sea["n"], sea["n_asked"]) == (1, 5)
    assert sea["low"] < sea["times"] < sea["high"]
    assert sea["times"] == pytest.approx(0.04)


def test_who_says_it_first_and_who_later():
    uses = collect(
        use("salt tax", "spring", 3, 4, 8), use("salt tax", "summer", 3, 6), use("open sea", "spring", 2, 4)
    )
    (row,) = trace_takeovers(uses, SEGMENTS, SOURCES).to_dict("records")
    assert row == {
        "family": "salt tax", "first": "interviewer", "then": "speaker", "n_events": 2, "n_uses": 3, "fewest_turns": 1,
    }  # fmt: skip


def test_a_phrase_that_was_chosen_and_found_is_told_once():
    uses = collect(use("salt tax (suggested)", "spring", 3, 4), use("salt tax", "spring", 3, 4))
    uses = uses.assign(position=10 * uses["segment"], kind=["named"] * 2 + ["expression"] * 2)
    alone = uses[uses["kind"] == "expression"]
    for tell in (trace_takeovers, compare_with_questions):
        assert tell(uses, SEGMENTS, SOURCES)["family"].tolist() == ["salt tax (suggested)"]
        assert tell(alone, SEGMENTS, SOURCES)["family"].tolist() == ["salt tax"]
    assert trace_families(uses, SEGMENTS, SOURCES)["family"].tolist() == ["salt tax (suggested)"]


def test_a_second_guest_is_a_voice_by_name():
    guest = SEGMENTS["turn"].eq(6) & SEGMENTS["source"].eq("spring")
    segments = SEGMENTS.assign(
        role=SEGMENTS["role"].mask(guest, "other"), speaker=SEGMENTS["speaker"].mask(guest, "Ivo Sand")
    )
    uses = collect(use("salt tax", "spring", 2, 6))
    uses.loc[1, "role"] = "other"
    assert trace_takeovers(uses, segments, SOURCES)["then"].tolist() == ["Ivo Sand"]


def test_steady_gone_and_new():
    steady = [use("salt tax", event, 2, 4, 6, 8, 10, 12) for event in EVENTS]
    gone = [use("old quarrel", event, 2, 4, 6, 8, 10) for event in EVENTS[:2]]
    new = [use("new bridge", event, 2, 4, 6, 8, 10) for event in EVENTS[2:]]
    rare = use("open sea", "spring", 2), use("open sea", "summer", 2)
    table = trace_families(collect(*steady, *gone, *new, *rare), SEGMENTS, SOURCES).set_index("family")
    assert table["fate"].to_dict() == {
        "salt tax": STEADY,
        "old quarrel": GONE,
        "new bridge": NEW,
        "open sea": "",
    }
    assert table.loc["old quarrel", "p_gone"] == pytest.approx(0.5**10)
    assert table.loc["open sea", "p_gone"] == pytest.approx(0.25)
    assert table.loc["salt tax", "variation"] == pytest.approx(0)


def test_two_interviews_tell_of_no_coming_and_going():
    assert trace_families(collect(use("salt tax", "spring", 2)), SEGMENTS, SOURCES.head(2)).empty
