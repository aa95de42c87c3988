"""Patterns that cannot do what they were written for are refused, with their line."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from corpus_of_three import read_rows, write_rows
from hypothesis import given
from pattern_texts import pattern_tables, patterns_of, streams

from analysis.errors import InputError
from analysis.patterns.checks import check_patterns
from analysis.patterns.matching import find_matches, find_raw_matches
from analysis.storage.decisions import load_decisions
from examples import examples


def find_fault(*patterns: str) -> str:
    """Return what is wrong with the patterns of one group; the first of them stands on line 2."""
    try:
        check_patterns(patterns_of(water=patterns), by="topic", file="patterns.csv")
    except InputError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("second", "message"),
    [
        ("", "the pattern '' names no word; write at least one."),
        (" - ", "the pattern ' - ' names no word; write at least one."),
        ("* ... *", "the pattern '* ... *' names no word; write at least one."),
        ("... lake", "the pattern '... lake' starts or ends with a gap; begin and end it with a word."),
        ("lake ...", "the pattern 'lake ...' starts or ends with a gap; begin and end it with a word."),
        ("–lake", "the pattern '–lake' starts with a dash; one that cancels takes a hyphen."),
        ("lake|sea", "the pattern 'lake|sea' holds '|', no sign of this language; write words, * and"),
        ("calm, lake", "the pattern 'calm, lake' holds ',' (comma), which no match can hold;"),
        ("calm\u200b lake", "the pattern 'calm\\u200b lake' holds '\\u200b' (zero width space), which no"),
        ("root/cause", "the pattern 'root/cause' holds '/' (solidus), which no match can hold;"),
        ("lake: sea", "the pattern 'lake: sea' holds ':' (colon), which no match can hold;"),
        ("50 %", "the pattern '50 %' holds '%' (percent sign), which no match can hold;"),
        (
            "l\u0430ke",
            "the pattern 'l\u0430ke' mixes letters of two scripts in one word, '\u0430' (cyrillic) and",
        ),
        ("lake(s)?", "the pattern 'lake(s)?' holds '(', no sign of this language;"),
    ],
)
def test_a_pattern_that_says_nothing_is_refused(second, message):
    assert find_fault("calm lake", second).startswith(f"patterns.csv, line 3: {message}")


@pytest.mark.parametrize(
    "pattern",
    [
        "NATO-\u0441\u0430\u043c\u043c\u0438\u0442",
        "1,500 tons",
        "d'\u00e9tat",
        "U.S. lake",
        "\u043c\u0438\u0440*",
        "col\u00b7laborar",
    ],
)
def test_a_pattern_of_any_script_with_the_signs_of_words_stands(pattern):
    assert find_fault("calm lake", pattern) == ""


def test_an_acronym_inside_a_longer_word_takes_nothing_from_a_pattern_that_names_it():
    assert find_fault("EU", "EU-Ostria") == find_fault("EU", "Ostria-EU") == find_fault("EU", "EU's") == ""
    assert find_fault("EU", "-EU*") == find_fault("EU", "-pro-EU") == ""
    assert "can never count" in find_fault("EU", "-*EU*")


@pytest.mark.parametrize("second", ["calm  lake", "calm lake.", "“calm lake”"])
def test_a_pattern_with_the_words_of_another_repeats_it(second):
    message = f"{second!r} repeats line 2; remove one of the two."
    assert find_fault("calm lake", second) == f"patterns.csv, line 3: {message}"


@pytest.mark.parametrize(("first", "second"), [("calm lake", "-calm lake"), ("-calm lake", "calm lake")])
def test_a_pattern_that_is_counted_and_cancelled_contradicts_itself(first, second):
    message = f"patterns.csv, line 3: {second!r} contradicts line 2; remove one of the two."
    assert find_fault(first, second) == message


@pytest.mark.parametrize(
    ("pattern", "cancelling"),
    [
        ("calm lake", "-lake"),  # each match holds one of the cancelling pattern
        ("Lake", "-lake"),
        ("calm lake", "-l*"),
        ("calm Lake view", "-calm * view"),
        ("old ... mill", "-old ... ... mill"),
        ("old grey mill", "-old ... mill"),
        ("lakes", "-*kes"),
    ],
)
def test_a_pattern_that_is_always_cancelled_can_never_count(pattern, cancelling):
    message = "can never count, as its matches are all cancelled by line 3; remove one of the two."
    assert find_fault(pattern, cancelling) == f"patterns.csv, line 2: {pattern!r} {message}"


@pytest.mark.parametrize(
    ("pattern", "cancelling"),
    [
        ("lake", "-calm lake"),
        ("lake", "-Lake"),
        ("l*", "-lake"),
        ("old ... mill", "-old mill"),
        ("old mill", "-old ... mill pond"),
    ],
)
def test_a_pattern_that_is_sometimes_cancelled_stands(pattern, cancelling):
    assert find_fault(pattern, cancelling) == ""


@pytest.mark.parametrize(
    ("pattern", "winner"),
    [
        ("lake", "l*"),
        ("lakes*", "lake*"),
        ("catfish", "*fish"),
        ("old mill", "old ... mill"),
        ("a lake", "* lake"),
    ],
)
def test_a_pattern_whose_matches_another_wins_can_never_count(pattern, winner):
    message = f"{pattern!r} can never count, as its matches all go to line 2; remove one of the two."
    assert find_fault(winner, pattern) == f"patterns.csv, line 3: {message}"


@pytest.mark.parametrize(
    ("pattern", "wider"),
    [("lake", "lake*"), ("Budapest", "budapest"), ("lake", "calm lake"), ("lake", "Lake*")],
)
def test_a_narrow_pattern_that_wins_the_tie_counts_its_words_apart(pattern, wider):
    assert find_fault(wider, pattern) == find_fault(pattern, wider) == ""


@pytest.mark.parametrize("pattern", ["-sea", "-salt water", "-s*"])
def test_a_pattern_that_cancels_nothing_is_refused(pattern):
    message = f"{pattern!r} shares no word with a pattern that it could cancel; remove it."
    assert find_fault("calm lake", pattern) == f"patterns.csv, line 3: {message}"


@pytest.mark.parametrize("pattern", ["-lake view", "-*k* of fire", "-the * view", "-Lake", "-the ... view"])
def test_a_pattern_that_may_cancel_something_stands(pattern):
    assert find_fault("calm lake", pattern) == ""


def test_groups_are_sound_on_their_own():
    check_patterns(patterns_of(water=["lake"], travel=["lake", "-no lake"]), by="topic", file="patterns.csv")


def test_the_first_line_at_fault_is_named():
    assert find_fault("l*", "lake", "lake", "sea", "-sea").startswith(
        "patterns.csv, line 3: 'lake' can never"
    )


def test_lines_are_those_of_the_file_even_where_a_reason_has_several(small_corpus):
    path = small_corpus / "decisions" / "patterns.csv"
    header, *rows = read_rows(path)
    first = [*rows[0][:2], "one line,\nand another"]
    write_rows(path, [header, first, *rows[1:], [rows[0][0], f"-{rows[0][1]}", "x"]])
    with pytest.raises(InputError, match=r"patterns.csv, line 12: '-.*' contradicts line 2; remove one"):
        load_decisions(small_corpus)


@examples(20)
@given(streams(), pattern_tables())
def test_what_is_said_never_to_count_never_counts(tokens, patterns):
    one = patterns[patterns["topic"] == patterns["topic"].iloc[0]].drop_duplicates(ignore_index=True)
    fault = find_fault(*one["pattern"])
    if not (never := re.match(r"patterns.csv, line (\d+): .*(can never count|shares no word)", fault)):
        return
    pattern = one["pattern"][int(never[1]) - 2]
    hits = find_matches(tokens, one, by="topic")
    assert pattern not in set(hits["pattern"])
    without = find_matches(tokens, one[one["pattern"] != pattern], by="topic")
    assert without.drop(columns="topic").equals(hits.drop(columns="topic")) or never[2] == "can never count"
    assert len(find_raw_matches(tokens, one, by="topic")) >= len(hits)


def test_a_pattern_of_many_gaps_is_refused_before_all_its_forms_are_written_out():
    patterns = pd.DataFrame({"topic": ["water"], "pattern": ["sea " + "... " * 50 + "lake"]})
    with pytest.raises(InputError, match="has more than 4 gaps; split it"):
        check_patterns(patterns, by="topic", file="patterns.csv")
