"""The sentences that readability is measured on, with the turn and the event they belong to."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.counting import add_turns
from analysis.own_words import list_references
from analysis.report import Report
from analysis.roles import ONE_VOICE, SPOKEN

NOT_NAMED = "not named"
NOT_STATED = "not stated"
_TRANSLATED = {"yes": "translated", "likely": "likely translated", "no": "not translated"}


class Prose(NamedTuple):
    """Sentences, and splittings of their turns, one row each, with the same columns to group by."""

    sentences: pd.DataFrame
    splittings: pd.DataFrame


def list_prose(report: Report) -> Prose:
    """List the running text of every source, all roles apart.

    Returns tables with source, turn, role, event, label, date and text (the name of the source on a page).
    """
    places = report.sources[["source", "event", "label", "date"]].assign(
        text=report.sources["source"].map(report.text_names)
    )
    sentences = add_turns(report.sentences[report.sentences["role"].isin(SPOKEN)], report.segments)
    return Prose(*(table.merge(places, on="source") for table in (sentences, report.splittings)))


def list_conversation(report: Report) -> Prose:
    """List the speaker's own words (role answer) and the questions of reference sources.

    Returns tables with source, turn, role, event, label and date; groups of an event and a role with fewer
    than 100 words are left out, as in `Report.conversation`.
    """
    sentences = add_turns(report.conversation, report.segments)
    groups = sentences[["source", "role", "event", "label", "date", "row"]].drop_duplicates()
    own = report.splittings.replace({"role": ONE_VOICE})
    return Prose(sentences, own.merge(groups, on=["source", "role"]))


def keep_both_roles(talk: Prose) -> Prose:
    """Keep the sources that have answers and questions."""
    n_roles = talk.sentences.groupby("source")["role"].nunique()
    both = n_roles.index[n_roles > 1]
    return Prose(*(table[table["source"].isin(both)] for table in talk))


def describe_deliveries(report: Report) -> pd.DataFrame:
    """Say how the words of each source came to be.

    Returns one row a source, by date: source, label (of the event), text, outlet and translator ("not named"
    where the text names none), delivery (such as "written, translated"; "not stated" where nobody decided),
    reason.
    """
    decided = report.deliveries.assign(
        delivery=report.deliveries["delivery"] + ", " + report.deliveries["translated"].map(_TRANSLATED)
    )
    sources = report.sources[["source", "label", "outlet", "is_reference"]].assign(
        text=report.sources["source"].map(report.text_names)
    )
    columns = ["source", "translator", "delivery", "reason"]
    described = sources.merge(decided[columns], on="source", how="left")
    silent = {"outlet": NOT_NAMED, "translator": NOT_NAMED, "delivery": NOT_STATED, "reason": ""}
    return described.replace({"outlet": {"": None}, "translator": {"": None}}).fillna(silent)


def mark_labels(report: Report) -> dict[str, str]:
    """Return the label of each event with a mark of how its words came to be: "Herald, 3 May (written)"."""
    described = list_references(describe_deliveries(report))
    marks = (" (" + described["delivery"] + ")").where(described["delivery"] != NOT_STATED, "")
    return dict(zip(described["label"], described["label"] + marks, strict=True))
