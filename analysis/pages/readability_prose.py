"""The sentences that readability is measured on, with the turn and the event they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from analysis.counting import add_turns
from analysis.language import SYLLABLE_LANGUAGES, base_language, has_alphabet, name_language
from analysis.messages import translate, translate_word
from analysis.pages.phrasing import join
from analysis.readability import ENGLISH_ALONE
from analysis.report import Report
from analysis.roles import ONE_VOICE, SPOKEN
from analysis.topics import merge_periods

ONE_ROLE = "answer"  # of all own words, as in ONE_VOICE


class Prose(NamedTuple):
    """Sentences, and splittings of their turns, one row each, with the same columns to group by."""

    sentences: pd.DataFrame
    splittings: pd.DataFrame


def list_prose(report: Report) -> Prose:
    """List the running text of every source, all roles apart.

    Returns tables with source, turn, role, event, label, date and text (the name of the source on a page).
    """
    places = report.sources[["source", "event", "label", "date", "language"]]
    places = places.assign(text=places["source"].map(report.text_names))
    is_spoken = report.sentences["role"].isin(SPOKEN)
    sentences = add_turns(report.sentences[is_spoken], report.segments)
    splittings = report.splittings.merge(places.drop(columns="language"), on="source")
    return Prose(sentences.merge(places, on="source"), splittings)


def list_conversation(report: Report) -> Prose:
    """List the speaker's own words (role answer) and the questions of reference sources.

    Returns tables with source, turn, role, event, label and date; groups of an event and a role with fewer
    than 100 words are left out, as in `Report.conversation`.
    """
    sentences = _name_periods(add_turns(report.conversation, report.segments), report)
    groups = sentences[["source", "role", "event", "label", "date", "row"]].drop_duplicates()
    own = report.splittings.replace({"role": ONE_VOICE})
    return Prose(sentences, own.merge(groups, on=["source", "role"]))


def _name_periods(sentences: pd.DataFrame, report: Report) -> pd.DataFrame:
    """Add the language of each sentence; where events are too many to be told one by one, put its period for them."""
    columns = ["event", "label", "date"]
    places = merge_periods(report.references)[["source", "language", *columns]]
    placed = sentences.drop(columns=columns).merge(places, on="source")
    undated = placed["date"] == ""
    by = ["undated", "date", "event", "role"]
    ordered = placed.assign(undated=undated).sort_values(by, kind="stable", ignore_index=True)
    ordered = ordered.drop(columns="undated")
    return ordered.assign(row=ordered["label"] + ", " + (ordered["role"] + "s").map(translate_word))


def keep_answers(talk: Prose) -> Prose:
    """Keep the answers."""
    return Prose(*(table[table["role"] == ONE_ROLE] for table in talk))


def pool(talk: Prose) -> Prose:
    """Put all interviews under one label, to be compared as one."""
    return Prose(*(table.assign(label=translate("all interviews")) for table in talk))


def keep_english(report: Report, table: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of a table (source) that belong to texts in English."""
    languages = report.sources.set_index("source")["language"].map(base_language)
    return table[table["source"].map(languages) == ENGLISH_ALONE]


def _name_languages(codes: Iterable[str]) -> list[str]:
    return sorted(translate_word(name_language(code)) for code in codes)


def tell_languages(report: Report) -> str:
    """Say in which languages the texts are, and what cannot be measured in them."""
    names = sorted({translate_word(name_language(code)) for code in report.sources["language"]})
    if names == [translate_word("English")]:
        return translate("The texts are in English.")
    codes = {base_language(code) for code in report.sources["language"]}
    spelled = _name_languages(codes & SYLLABLE_LANGUAGES)
    others = codes - SYLLABLE_LANGUAGES - {ENGLISH_ALONE}
    rest = _name_languages(code for code in others if has_alphabet(code))
    unfit = _name_languages(code for code in others if not has_alphabet(code))
    told = [translate("The texts are in {join}.", join=join(names))]
    if len(names) > 1:
        told.append(translate("Rows of different languages stand beside each other and are not compared."))
    if spelled:
        told.append(
            translate(
                "For {join}: formulas made for the language, syllables by spelling, no list of easy words.",
                join=join(spelled),
            )
        )
    if rest:
        told.append(
            translate(
                "For {join} there is no formula here that needs syllables or a list of easy words: these are not "
                "available, and only what counts letters and sentences is.",
                join=join(rest),
            )
        )
    if unfit:
        told.append(
            translate(
                "For {join} no formula is used: they were made for languages that write every vowel as a letter "
                "and part words by spaces.",
                join=join(unfit),
            )
        )
    return " ".join(told)
