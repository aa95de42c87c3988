"""What the links of a page can bear is said of any corpus: one pair, several, none; tried, read or not."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.pages.versions_checks import NOT_TWO_TEXTS, tell_added, tell_checks, tell_shares, tell_title

COLUMNS = ["pair", "n_sentences", "n_linked", "n_tried", "false_low", "false_high", "is_above"]
COLUMNS += ["n_read", "n_answered", "n_missed", "n_false", "n_own_read"]


def checks(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame([("Courier beside Gazette", *row) for row in rows], columns=COLUMNS)


FINE = checks((9, 7, 2, 1, 3, True, 9, 8, 1, 0, 6))


def test_links_are_set_beside_other_interviews_and_a_reading():
    assert tell_checks(FINE) == (
        "Courier beside Gazette: the rules link 7 of 9 sentences of the report. Against 2 interviews that it does not "
        "report, the same rules link 1 to 3. Read once, 8 of 9 sentences tell something of the source; the rules "
        "miss 1 of these."
    )


def test_one_other_interview_and_links_no_more_than_chance():
    said = tell_checks(checks((9, 3, 1, 3, 3, False, 0, 0, 0, 0, 0)))
    assert "Against another interview, which it does not report, the same rules link 3." in said
    assert "no more than chance" in said
    assert "nobody knows how many the rules miss" in said


def test_without_another_interview_nobody_knows_what_is_chance():
    said = tell_checks(checks((9, 3, 0, float("nan"), float("nan"), False, 0, 0, 0, 0, 0)))
    assert "There is no other interview" in said
    assert "nan" not in said


def test_many_pairs_are_cut_and_none_is_a_sentence():
    assert tell_checks(pd.concat([FINE] * 5)).endswith(" 2 more pairs not told here.")
    assert tell_checks(FINE.head(0)) == NOT_TWO_TEXTS


def fidelity(n_alone: int, n_linked: int) -> pd.DataFrame:
    rows = [("no counterpart found", n_alone), ("paraphrase", n_linked)]
    return pd.DataFrame([row for row in rows if row[1]], columns=["kind", "n_sentences"])


def test_what_is_not_found_stands_beside_what_is_missed():
    assert tell_added(fidelity(2, 7), FINE) == (
        "For 2 of 9 sentences of the report the rules find no counterpart. By reading, the rules miss 1 of 8 that "
        "have one."
    )
    unread = tell_added(fidelity(2, 7), FINE.assign(n_read=0))
    assert unread.endswith("no counterpart. That may be a fault of the rules.")
    assert (
        tell_added(fidelity(0, 9), FINE)
        == "For 0 of 9 sentences of the report the rules find no counterpart."
    )
    assert tell_added(fidelity(0, 0), FINE.head(0)) == NOT_TWO_TEXTS


def test_a_reading_of_a_part_is_no_reading_of_the_whole():
    assert tell_shares(FINE, 5, 7).endswith("the rules find 5 in the report, a reading finds 6.")
    assert tell_shares(FINE.assign(n_read=8), 5, 7).endswith("the rules find 5 in the report.")


@pytest.mark.parametrize(
    ("kinds", "title"),
    [
        (["transcript", "report"], "One interview, a transcript and a news report"),
        (
            ["transcript", "report", "report", "excerpt"],
            "One interview, a transcript, excerpts and 2 news reports",
        ),
        (["report", "report"], "One interview, 2 news reports"),
        ([], "No interview in two texts"),
    ],
)
def test_the_title_names_the_kinds_of_texts(kinds, title):
    sources = pd.DataFrame({"source": range(len(kinds)), "event": "a", "kind": kinds})
    pairs = sources[["event"]].head(1)
    assert tell_title(pairs, sources) == title


def test_several_interviews_are_counted():
    sources = pd.DataFrame(
        [("a", "transcript"), ("a", "report"), ("b", "transcript"), ("b", "report"), ("c", "speech")]
    )
    sources.columns = ["event", "kind"]
    pairs = pd.DataFrame({"event": ["a", "b"]})
    assert tell_title(pairs, sources) == "2 interviews, 2 transcripts and 2 news reports"
