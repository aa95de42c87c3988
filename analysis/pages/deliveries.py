"""How the words of each text came to be: spoken or written, translated or not, by whom."""

from __future__ import annotations

import pandas as pd

from analysis.messages import translate_parts
from analysis.report import Report
from analysis.topics import are_periods, merge_periods

NOT_NAMED = "not named"
NOT_STATED = "not stated"
_TRANSLATED = {"yes": "translated", "likely": "likely translated", "no": "not translated"}
FOREIGN = ("yes", "likely")  # as deliveries.csv says of a text that is, or seems to be, translated
_SILENT = {"outlet": NOT_NAMED, "translator": NOT_NAMED, "delivery": NOT_STATED, "reason": ""}


def list_deliveries(report: Report) -> pd.DataFrame:
    """List how the words of each source came to be.

    Returns one row a source, by date: source, label (of the event), outlet and translator ("not named" where
    the text names none), is_reference, text (its name on a page), delivery (such as "written, translated";
    "not stated" where nobody decided), reason.
    """
    sources = report.sources[["source", "label", "outlet", "is_reference"]]
    sources = sources.assign(text=sources["source"].map(report.text_names))
    described = sources.merge(_decided(report.deliveries), on="source", how="left")
    unnamed = described.replace({"outlet": {"": None}, "translator": {"": None}})
    return unnamed.fillna(_SILENT)


def is_translated(report: Report) -> bool:
    """Say whether the words of any reference source are, or are likely to be, a translation."""
    counted = report.deliveries["source"].isin(report.references["source"])
    return bool(report.deliveries.loc[counted, "translated"].isin(FOREIGN).any())


def _decided(deliveries: pd.DataFrame) -> pd.DataFrame:
    translated = deliveries["translated"].map(_TRANSLATED)
    decided = deliveries.assign(delivery=deliveries["delivery"] + ", " + translated)
    return decided[["source", "translator", "delivery", "reason"]]


def mark_labels(report: Report) -> dict[str, str]:
    """Return the label of each event with how its words came to be: "Herald, 3 May (written)"; of periods, the name."""
    if are_periods(report.sources):
        return {label: label for label in merge_periods(report.references)["label"]}
    described = list_deliveries(report).query("is_reference")
    labels, delivery = described["label"], described["delivery"]
    marked = labels + " (" + delivery.map(translate_parts) + ")"
    marked = marked.where(delivery != NOT_STATED, labels)
    return dict(zip(labels, marked, strict=True))


def name_deliveries(report: Report) -> dict[str, str]:
    """Return for the label of each event how its words came to be: "spoken", "written"; "" where nobody decided."""
    described = list_deliveries(report).query("is_reference")
    kinds = described["delivery"].replace(NOT_STATED, "").str.partition(",")[0]
    return dict(zip(described["label"], kinds, strict=True))
