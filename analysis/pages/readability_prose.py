"""The sentences that readability is measured on, with the turn and the event they belong to."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.counting import add_turns
from analysis.report import Report
from analysis.roles import ONE_VOICE, SPOKEN

ONE_ROLE = "answer"  # of all own words, as in ONE_VOICE


class Prose(NamedTuple):
    """Sentences, and splittings of their turns, one row each, with the same columns to group by."""

    sentences: pd.DataFrame
    splittings: pd.DataFrame


def list_prose(report: Report) -> Prose:
    """List the running text of every source, all roles apart.

    Returns tables with source, turn, role, event, label, date and text (the name of the source on a page).
    """
    places = report.sources[["source", "event", "label", "date"]]
    places = places.assign(text=places["source"].map(report.text_names))
    is_spoken = report.sentences["role"].isin(SPOKEN)
    sentences = add_turns(report.sentences[is_spoken], report.segments)
    return Prose(sentences.merge(places, on="source"), report.splittings.merge(places, on="source"))


def list_conversation(report: Report) -> Prose:
    """List the speaker's own words (role answer) and the questions of reference sources.

    Returns tables with source, turn, role, event, label and date; groups of an event and a role with fewer
    than 100 words are left out, as in `Report.conversation`.
    """
    sentences = add_turns(report.conversation, report.segments)
    groups = sentences[["source", "role", "event", "label", "date", "row"]].drop_duplicates()
    own = report.splittings.replace({"role": ONE_VOICE})
    return Prose(sentences, own.merge(groups, on=["source", "role"]))


def keep_answers(talk: Prose) -> Prose:
    """Keep the answers."""
    return Prose(*(table[table["role"] == ONE_ROLE] for table in talk))


def pool(talk: Prose) -> Prose:
    """Put all interviews under one label, to be compared as one."""
    return Prose(*(table.assign(label="all interviews") for table in talk))
