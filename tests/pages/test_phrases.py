"""What the page on phrases says: marks, chance, and corpora in which a message would be false."""

from __future__ import annotations

import pandas as pd
import pytest
from reports import FIELDS, report_of

from analysis.pages.phrases import (
    NEUTRAL,
    list_table,
    name_neutral,
    say_found,
    say_occurrences,
    tell_literal,
    tell_marks,
    tell_new,
    tell_places,
    tell_spread,
    tell_used,
    title_spread,
)
from analysis.phrases.spread import SPREAD


def rows_of(**literal: tuple[int, int]) -> pd.DataFrame:
    """Rows of chosen phrases: (interviews, answers) in which each is said to the letter; one use more is joined."""
    rows = [(name.replace("_", " "), k, t) for name, (k, t) in literal.items()]
    table = pd.DataFrame(rows, columns=["family", "k_literal", "t_literal"])
    table["n_literal"] = table["t_literal"]
    joined = table["family"] + " (2 wordings)"
    return table.assign(label=joined, n=table["t_literal"] + 1, n_events=table["k_literal"])


def spread_of(letter: tuple, joined: tuple, *, least: int = 3, n_events: int = 4) -> pd.DataFrame:
    """Rows of the spread: (n, by_chance, is_above) of six phrases."""
    rows = [(name, least, n_events, 6, n, mean, mean - 1, mean + 1, above)
            for name, (n, mean, above) in (("to the letter", letter), ("joined", joined))]  # fmt: skip
    return pd.DataFrame(rows, columns=SPREAD)


INSIDE = (3, 2.6, False)


@pytest.mark.parametrize(
    ("spread", "title"),
    [
        (
            spread_of(INSIDE, (5, 1.8, True)),
            "If wordings are joined, 5 of 6 phrases come back in 3 or more of 4 interviews (by chance 2); "
            "to the letter, no more than by chance",
        ),
        (
            spread_of((4, 0.6, True), (5, 1.8, True)),
            "4 of 6 phrases come back in 3 or more of 4 interviews, word for word; by chance fewer than one",
        ),
        (
            spread_of((1, 0.3, True), INSIDE, least=2, n_events=2),
            "1 of 6 phrases comes back in both interviews, word for word; by chance fewer than one",
        ),
        (spread_of(INSIDE, INSIDE), NEUTRAL),
        (pd.DataFrame(columns=SPREAD), NEUTRAL),
    ],
)
def test_a_title_counts_only_what_chance_does_not_give(spread, title):
    assert title_spread(spread, is_fragile=False) == title


def test_a_fragile_finding_says_so_in_the_title():
    joined = title_spread(spread_of(INSIDE, (5, 1.8, True)), is_fragile=True)
    assert "(by chance 2), a fragile finding; to the letter" in joined
    assert title_spread(spread_of(INSIDE, INSIDE), is_fragile=True) == NEUTRAL


def test_a_neutral_title_says_that_phrases_are_suggested():
    suggested, both = (
        pd.DataFrame({"phrase": names}) for names in (["cod (suggested)"], ["cod (suggested)", "eel"])
    )
    assert name_neutral(NEUTRAL, suggested) == "Where the suggested phrases are said"
    assert name_neutral(NEUTRAL, both) == "Where phrases, chosen or suggested, are said"
    assert name_neutral(NEUTRAL, both.tail(1)) == NEUTRAL
    assert name_neutral("1 of 6 phrases comes back", suggested) == "1 of 6 phrases comes back"


def test_of_many_interviews_the_caption_says_that_marks_are_shared():
    assert "share one" in tell_marks(61) and "share one" not in tell_marks(60)


def test_the_prose_has_both_counts_each_beside_chance():
    report = report_of(4)
    report.occasion = "interview"
    said = tell_spread(spread_of(INSIDE, (5, 1.8, True)), report)
    assert "to the letter, 3 of 6 phrases stand in 3 or more of 4 interviews (by chance 3, 2 to 4" in said
    assert "no more than chance gives) and with their wordings joined, 5 of 6" in said
    assert tell_spread(pd.DataFrame(columns=SPREAD), report).startswith("With a single interview")


def test_that_suggested_phrases_come_back_is_no_finding():
    report = report_of(4)
    report.phrases = pd.DataFrame({"phrase": ["salt tax (suggested)"]})
    assert tell_spread(spread_of(INSIDE, INSIDE), report).endswith("that it does is no finding.")


@pytest.mark.parametrize(
    ("rows", "k", "said"),
    [
        (rows_of(open_sea=(3, 4)), 4, "Said word for word in 3 of 4 interviews: “open sea” in 4 answers"),
        (
            rows_of(open_sea=(2, 2), salt_tax=(2, 5), rope=(1, 9)),
            2,
            "Said word for word in both interviews: “open sea” in 2 answers and “salt tax” in 5 answers",
        ),
        (
            rows_of(a=(2, 2), b=(2, 2), c=(2, 2), d=(2, 2)),
            3,
            "4 of the phrases shown are said word for word in 2 of 3 interviews",
        ),
    ],
)
def test_only_uses_to_the_letter_are_quoted(rows, k, said):
    assert tell_literal(rows, k) == said


@pytest.mark.parametrize(
    ("rows", "k"),
    [
        (rows_of(open_sea=(0, 0)), 4),  # wordings that never equal the name
        (rows_of(open_sea=(1, 1)), 4),  # one answer that holds all
        (rows_of(open_sea=(1, 9)), 1),  # one event
        (rows_of(), 4),  # nothing
    ],
)
def test_no_phrase_is_quoted_where_none_comes_back_to_the_letter(rows, k):
    assert "“" not in tell_literal(rows, k) and "comes back" not in tell_literal(rows, k)


def test_a_name_stands_without_marks_in_every_message_where_wordings_were_joined():
    rows = rows_of(open_sea=(0, 0))
    said = say_occurrences(rows, report_of(4), spread=spread_of(INSIDE, INSIDE), is_fragile=False)
    assert said.keys() == FIELDS and said["title"] == NEUTRAL
    assert not any("“" in text for text in said.values())
    assert "open sea (2 wordings): to the letter 0 in 0 of 4, joined 1 in 0 of 4" in said["alt"]


def test_uses_that_count_for_another_phrase_are_told_in_the_row_that_lost_them():
    chosen = pd.DataFrame({"family": ["old sea", "open sea"], "n": [1, 4]})
    overlaps = pd.DataFrame({"phrase": ["old sea"] * 3, "counts_for": ["open sea"] * 3})
    assert list_table(chosen, overlaps)["elsewhere"].tolist() == ["3 for open sea", ""]
    assert list_table(chosen, overlaps.head(0))["elsewhere"].tolist() == ["", ""]


def test_places_are_sorted_by_whose_words_they_are():
    roles = ["answer", "answer", "quote", "repeat", "narration", "question", "answer"]
    uses = pd.DataFrame(
        {"role": roles, "kind": ["named"] * 6 + ["expression"], "is_own": [True] + [False] * 6}
    )
    said = tell_places(uses)
    assert said.startswith(
        "Of 6 places in running text where a chosen phrase stands, 1 is counted; in 3 the speaker"
    )
    assert "in 1 an outlet" in said and said.endswith(" and 1 is in questions or others’ words.")


def test_where_every_place_counts_nothing_is_said_of_others():
    uses = pd.DataFrame({"role": ["answer", "quote"], "kind": "named", "is_own": True})
    assert tell_places(uses) == "Both places in running text where a chosen phrase stands are counted."
    asked = pd.DataFrame({"role": ["answer", "question"], "kind": "named", "is_own": [True, False]})
    assert tell_places(asked).endswith("1 is counted; 1 is in questions or others’ words.")  # and no "in 0"
    assert tell_places(uses.head(0)) == "No chosen phrase stands in running text."


def test_found_phrases_are_counted_beside_the_chosen_ones():
    new = pd.DataFrame({"phrase": ["cold water"], "n": [2], "n_events": [2]})
    said = say_found(new, report_of(2), n_new=1)
    assert said["title"] == "Found by counting, beside the chosen ones"  # no number without what chance gives
    assert tell_new(new) == "Of 1 phrase beside the chosen ones, 1 is said twice in all."
    assert tell_new(new.head(0)).startswith("Beside the chosen phrases, none")


@pytest.mark.parametrize(
    ("n_used", "n_named", "said"),
    [
        (15, 15, "The speaker says all of them."),
        (3, 15, "The speaker says 3 of them."),
        (0, 15, "The speaker says none of them."),
        (1, 1, "The speaker says it."),
        (0, 1, "The speaker never says it."),
    ],
)
def test_how_many_of_the_phrases_are_said(n_used, n_named, said):
    assert tell_used(n_used, n_named) == said
