"""Figures, tables and words of the readability chapter: they fit, and claim no more than the rule allows."""

from __future__ import annotations

import inspect
import re
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from drawing import FEW_AND_MANY, draw, name_events
from reports import FIELDS, report_of

from analysis.figures import readability as charts
from analysis.figures.frame import show_figure
from analysis.pages import readability as messages
from analysis.pages.readability_prose import describe_deliveries, mark_labels
from analysis.pages.readability_tables import list_bands, list_comparisons, list_limits
from analysis.readability.bands import MEASURED
from analysis.readability.formulas import FORMULAS, formula_facts


def measured(k: int, roles: list[str], scores: dict[str, float], **columns) -> pd.DataFrame:
    """What `measure_bands` says of k events: bands of one point each way, intervals of two."""
    labels = list(name_events(k)["label"])
    rows = [
        {"label": label, "text": label, "role": role, "formula": name, "name": name, "score": score}
        for label in labels for role in roles for name, score in scores.items()
    ]  # fmt: skip
    table = pd.DataFrame(rows).assign(interval_reason="", reason="", n_turns=8, n_words=400, n_sentences=40)
    for end, sign in (("low", -1), ("high", 1)):
        table[end], table[f"interval_{end}"] = table["score"] + sign, table["score"] + 2 * sign
    return table.assign(error_low=0.5, error_high=0.5, low_by="clauses", high_by="joined").assign(**columns)


def names_of(table: pd.DataFrame) -> dict[str, str]:
    return {label: f"{label} (written, likely translated)" for label in table["label"].unique()}


@FEW_AND_MANY
@pytest.mark.parametrize("roles", [["answer"], ["answer", "question"]])
def test_components_fit(k, roles):
    table = measured(
        k, roles, {"words a sentence": 20.5, "syllables a word": 1.5, "share of difficult words": 0.3}
    )
    figure = charts.plot_components(table, names=names_of(table))
    assert draw(figure)
    legend = figure.axes[0].get_legend().get_texts()
    assert [text.get_text() for text in legend] == [f"{role}s" for role in roles]


def test_a_component_without_an_interval_is_drawn_as_well():
    table = measured(1, ["answer"], {"words a sentence": 20.5}, interval_low=np.nan, interval_high=np.nan)
    assert draw(charts.plot_components(table, names=names_of(table)))


@FEW_AND_MANY
def test_grades_fit_and_an_event_without_a_score_is_not_in_the_legend(k):
    table = measured(k, ["answer"], {"SMOG": 12.0, "Fog": 14.0})
    first = table["label"] == table["label"].iloc[0]
    table.loc[first, ["score", "low", "high", "interval_low", "interval_high"]] = np.nan
    figure = charts.plot_grades(table, names=names_of(table))
    assert draw(figure)
    assert len(figure.axes[0].get_legend().get_texts()) == k - 1


@FEW_AND_MANY
def test_lengths_fit(k):
    labels = list(name_events(k)["label"])
    sentences = pd.DataFrame({"row": labels * 3, "n_words": [1, 5, 9] * k})
    assert draw(charts.plot_lengths(sentences, rows=labels))


EMPTY = {"plot_components": {"names": {}}, "plot_grades": {"names": {}}, "plot_lengths": {"rows": []}}


@pytest.mark.parametrize("plot", sorted(EMPTY))
def test_a_table_without_rows_becomes_a_sentence(plot):
    figure = getattr(charts, plot)(pd.DataFrame(), **EMPTY[plot])
    words = {"title": "-", "subtitle": "-", "note": "-", "alt": "-", "caption": "Nobody spoke."}
    assert show_figure(figure, name="none", table=pd.DataFrame(), **words).plain == "Nobody spoke."


SAYS = ("say_components", "say_grades", "say_lengths")


@pytest.mark.parametrize("name", SAYS)
def test_where_there_is_nothing_the_caption_is_a_sentence(name):
    said = getattr(messages, name)(pd.DataFrame(), report_of(1))
    assert said.keys() == FIELDS
    assert re.fullmatch(r"[A-Z][^.]+\.", said["caption"])


def test_every_message_is_tried_without_rows():
    says = {name for name, _ in inspect.getmembers(messages, inspect.isfunction) if name.startswith("say_")}
    assert says == {*SAYS, "sentence_if_empty"} & says == set(SAYS)


def lengths(*pairs: tuple[float, float]) -> pd.DataFrame:
    """Words a sentence of answers and questions, event by event."""
    table = measured(len(pairs), ["answer", "question"], {"words_per_sentence": 0.0})
    scores = [score for pair in pairs for score in pair]
    return table.assign(score=scores, low=np.array(scores) - 1, high=np.array(scores) + 1)


@pytest.mark.parametrize(
    ("pairs", "title"),
    [
        ([(30, 10)], "Answers have longer sentences than questions in the only event"),
        ([(30, 10), (11, 10), (30, 10)], "Answers have longer sentences than questions in 2 of 3 events"),
        ([(5, 20), (8, 30)], "Questions have longer sentences than answers in both events"),
        ([(11, 10)], "Which sentences are longer, answers or questions, is not certain in any event"),
        (
            [(30, 10), (8, 30)],
            "Which sentences are longer, answers or questions, is not certain in any event",
        ),
    ],
)
def test_a_title_claims_only_what_the_rule_calls_a_difference(pairs, title):
    assert messages.say_components(lengths(*pairs), report_of(len(pairs)))["title"] == title


def test_a_single_role_is_not_compared():
    only = lengths((20, 10)).query("role == 'answer'")
    assert messages.say_components(only, report_of(1))["title"] == "What readability is made of"


@pytest.mark.parametrize(
    ("of_events", "title"),
    [
        ([(10, 16), (11, 17)], "The formulas differ more than the events do"),
        ([(10, 11), (16, 17)], "The events differ more than the formulas do"),
        ([(10, 12), (12, 14)], "What school grade the formulas ask for"),
        ([(10, 16)], "What school grade the formulas ask for"),
        ([(10, 16), (np.nan, 16)], "The formulas differ more than the events do"),
    ],
)
def test_formulas_and_events_are_compared(of_events, title):
    table = measured(len(of_events), ["answer"], {"SMOG": 0.0, "Fog": 0.0})
    said = messages.say_grades(table.assign(score=np.ravel(of_events)), report_of(len(of_events)))
    assert said["title"] == title
    assert "nan" not in said["title"] + said["caption"] + said["alt"]


def test_median_lengths_are_a_span_or_one_number():
    sentences = pd.DataFrame({"row": ["a", "a", "b"], "n_words": [10, 13, 20]})
    said = messages.say_lengths(sentences, report_of(1))["title"]
    assert said == "The median sentence has from 11.5 to 20 words"
    said = messages.say_lengths(sentences.tail(1), report_of(1))["title"]
    assert said == "The median sentence has 20 words"


def compared(*rows: tuple[str, float, str, str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["formula", "difference", "verdict", "why"])
    return table.assign(name=table["formula"].str.upper(), first="A", second="B")


def test_harder_and_simpler_follow_the_direction_of_the_formula():
    events = compared(("smog", 2, "higher", ""), ("lix", 1, "higher", ""), ("rix", 1, "", "bands overlap"))
    own = measured(2, ["answer"], {"smog": 12.0})
    told = messages.tell_events(events, own)
    assert told.endswith("1 can be judged; A is harder than B by 2 of 3 formulas (SMOG and LIX).")
    ease = compared(("flesch_reading_ease", 9, "higher", ""))
    assert "A is simpler than B by 1" in messages.tell_events(ease, own)
    assert "A are harder than B" in messages.tell_roles(compared(("smog", 2, "higher", "")))


def test_a_pair_too_short_for_one_formula_is_judged_by_the_others():
    own = measured(2, ["answer"], {"smog": 12.0})
    few = ("smog", np.nan, "", "needs 30 sentences, has 20")
    told = messages.tell_events(compared(few, ("lix", 9, "higher", "")), own)
    assert told.endswith("1 can be judged; A is harder than B by 1 of 2 formulas (LIX).")
    assert "none can be judged" in messages.tell_events(compared(few), own)
    assert "none can be judged" in messages.tell_events(
        compared(few, ("rix", 1, "", "bands overlap"), ("lix", 9, "", "fewer than 6 turns")), own
    )


def test_without_a_difference_none_is_told():
    open_ones = compared(("smog", 2, "", "bands overlap"), ("lix", 1, "", "fewer than 6 turns"))
    own = measured(2, ["answer"], {"smog": 12.0})
    assert "none can be judged, and by 2 formulas no difference can be called." in messages.tell_events(
        open_ones, own
    )
    assert messages.tell_roles(open_ones).startswith(
        "As counted, questions score simpler in 2 of 2 comparisons (1 event with both, 2 formulas), but no"
    )
    assert "stay open: bands overlap (1) and fewer than 6 turns (1)." in messages.tell_open(open_ones)


def test_where_there_is_nothing_to_compare_a_sentence_says_so():
    none = compared().assign(first=[], second=[])
    told = [messages.tell_events(none, measured(1, ["answer"], {"a": 1.0})), messages.tell_roles(none)]
    told += [messages.tell_all(none), messages.tell_open(none)]
    assert all(re.fullmatch(r"[^.]+\.", text) for text in told)


def test_school_grades_are_grades_and_years_of_schooling():
    units = formula_facts().set_index("formula")["unit"]
    assert set(units[messages.list_grades()]) == {"US school grade", "years of schooling"}
    # Points that stand for grades are none, and primers end at grade 4.
    assert {"dale_chall", "spache"}.isdisjoint(messages.list_grades())


# Tables --------------------------------------------------------------------------------------------


def test_a_cell_holds_a_score_and_its_band_or_the_reason():
    table = measured(2, ["answer"], {"SMOG": 12.5, "FORCAST": 10.0})
    table.loc[0, ["score", "low", "high", "reason"]] = [np.nan, np.nan, np.nan, "needs 30 sentences, has 9"]
    table.loc[table["name"] == "FORCAST", ["low", "high"]] = 10.0
    shown = list_bands(table, names={label: label for label in table["label"]})
    assert shown.to_numpy().tolist() == [
        ["SMOG", "needs 30 sentences, has 9", "12.5 (11.5 to 13.5)"],
        ["FORCAST", "10.0", "10.0"],
    ]


def test_limits_are_those_over_turns():
    table = measured(1, ["answer"], {"words a sentence": 20.0})
    row = list_limits(table).iloc[0]
    assert row[["words a sentence", "turns", "words", "limits"]].tolist() == [
        "20.0 (18.0 to 22.0)",
        8,
        400,
        "",
    ]


def test_differences_that_are_called_come_first():
    table = list_comparisons(compared(("lix", 1, "", "bands overlap")), compared(("smog", 2, "higher", "")))
    assert table["formula"].tolist() == ["smog", "lix"]


def test_how_the_words_came_to_be_is_marked_where_it_is_decided():
    sources = pd.DataFrame(
        {"source": ["a", "b"], "label": ["Gazette, 3 May", "Herald, 4 May"], "is_reference": True}
    ).assign(outlet=["The Gazette", None])
    columns = ["source", "delivery", "translated", "translator", "reason"]
    deliveries = pd.DataFrame([("a", "written", "yes", "a bureau", "It says so")], columns=columns)
    names = dict(zip(sources["source"], sources["label"], strict=True))
    report = SimpleNamespace(sources=sources, deliveries=deliveries, text_names=names)
    assert mark_labels(report) == {
        "Gazette, 3 May": "Gazette, 3 May (written, translated)",
        "Herald, 4 May": "Herald, 4 May",
    }
    described = describe_deliveries(report)[["outlet", "translator", "delivery"]]
    assert described.to_numpy().tolist() == [
        ["The Gazette", "a bureau", "written, translated"],
        ["not named", "not named", "not stated"],
    ]
    assert mark_labels(SimpleNamespace(sources=sources, deliveries=deliveries.head(0), text_names=names)) == {
        label: label for label in sources["label"]
    }


def test_no_column_of_the_bands_is_missing_here():
    table = measured(1, ["answer"], {"SMOG": 1.0})
    assert set(MEASURED) <= set(table)
    assert FORMULAS[0].formula == "flesch_reading_ease"  # the one whose range the chapter tells
