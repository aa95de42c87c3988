"""On a page texts, interviews and topics have their printed names; keys of tables give way to words."""

from __future__ import annotations

import pandas as pd

from analysis.figures.printed_names import print_names

NAMES = {"2031-04-02-gazette": "Gazette, 2 April", "salt_tax": "Salt tax", "fish": "Fish"}


def columns_of(table: pd.DataFrame, names: dict[str, str] = NAMES) -> dict[str, list]:
    return print_names(table, names).to_dict("list")


def test_names_are_printed_in_columns_that_hold_them_and_nowhere_else():
    table = pd.DataFrame({"topic": ["salt_tax", "fish"], "word": ["fish", "salt"], "n": [1, 2]})
    assert columns_of(table) == {"topic": ["Salt tax", "Fish"], "word": ["fish", "salt"], "n": [1, 2]}


def test_several_names_in_a_cell_are_printed_each():
    assert columns_of(pd.DataFrame({"events": ["2031-04-02-gazette; x"]})) == {
        "events": ["Gazette, 2 April; x"]
    }


def test_a_column_of_keys_gives_its_place_to_the_one_that_says_it_in_words():
    table = pd.DataFrame(
        {"event": ["a-1", "b-2", "a-1"], "n": [1, 2, 3], "label": ["Radio", "Herald", "Radio"]}
    )
    assert columns_of(table, {}) == {"label": ["Radio", "Herald", "Radio"], "n": [1, 2, 3]}
    formulas = pd.DataFrame({"formula": ["n_words", "n_hits"], "label": ["words", "hits"]})
    assert columns_of(formulas, {}) == {"label": ["words", "hits"]}


def test_a_file_may_be_called_by_one_word():
    table = pd.DataFrame(
        {"event": ["talk", "report"], "label": ["talk, 3 May", "report, 4 June"], "n": [1, 2]}
    )
    assert columns_of(table, {}) == {"label": ["talk, 3 May", "report, 4 June"], "n": [1, 2]}


def test_keys_stay_where_no_words_say_the_same():
    days = pd.DataFrame({"event": ["a-1", "b-2"], "date": ["2031-04-02", "2031-04-03"]})
    assert columns_of(days, {}) == days.to_dict("list")  # a day is no name
    other = pd.DataFrame({"event": ["a-1", "b-2"], "role": ["answer", "answer"]})
    assert columns_of(other, {}) == other.to_dict("list")
    words = pd.DataFrame({"word": ["long-term", "salt"], "said": ["on", "off"]})
    assert columns_of(words, {}) == words.to_dict("list")  # not all are keys
    assert print_names(other.head(0), {}).empty
