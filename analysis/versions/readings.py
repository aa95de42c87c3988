"""Links found by rules beside links that somebody read: how many are missed."""

from __future__ import annotations

import pandas as pd

from analysis.errors import InputError
from analysis.versions.side_by_side import PAIR

FILE = "decisions/readings.csv"


def compare_readings(readings: pd.DataFrame, marked: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Compare the links found with those read, pair by pair.

    readings: one row a sentence of a report and a sentence of its source that it was read to report (report,
    report_start, source, source_start: where the sentences begin; source_start missing where it reports none).
    marked: from `mark_sentences`. sentences: one row a sentence (source, sentence, start).
    Returns one row per pair that was read: n_read (sentences of the report), n_answered (of them, those read to
    report something), n_missed (of these, those without a link), n_false (of the others, those with a link),
    n_own_read (sentences in the speaker's own words that are reported, as read).
    Raises InputError where no sentence begins at a place that was read.
    """
    read, answered = _find_sentences(readings, sentences), list_answered(readings, sentences)
    is_report = marked["side"] == "report"
    here = marked[is_report].merge(answered, on=["report", "source", "sentence"])
    here = here.assign(n_read=1, n_answered=here["answered"], n_missed=here["answered"] & ~here["has_link"])
    here = here.assign(n_false=~here["answered"] & here["has_link"])
    counts = here.groupby(PAIR)[["n_read", "n_answered", "n_missed", "n_false"]].sum()
    own = marked.loc[~is_report & marked["is_own"], [*PAIR, "sentence"]]
    reported = own.merge(_list_reported(read), on=[*PAIR, "sentence"])
    counts["n_own_read"] = reported.groupby(PAIR).size().reindex(counts.index, fill_value=0)
    return counts.astype("int64").reset_index()


def list_answered(readings: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """List the sentences of reports that were read: report, source, sentence, answered (whether each reports one).

    readings, sentences: as for `compare_readings`.
    """
    read = _find_sentences(readings, sentences)
    by = [*PAIR, "report_sentence"]
    answered = read["source_sentence"].notna().groupby([read[name] for name in by]).any()
    return answered.rename("answered").rename_axis([*PAIR, "sentence"]).reset_index()


def _list_reported(read: pd.DataFrame) -> pd.DataFrame:
    """Return each sentence of a source that some sentence was read to report, once."""
    places = read[[*PAIR, "source_sentence"]].dropna().drop_duplicates()
    return places.rename(columns={"source_sentence": "sentence"})


def _find_sentences(readings: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Name the sentences that begin where somebody read: report_sentence, source_sentence (missing: none)."""
    number = sentences.set_index(["source", "start"])["sentence"]
    found = readings.copy()
    for side in PAIR:
        places = pd.MultiIndex.from_frame(readings[[side, f"{side}_start"]])
        found[f"{side}_sentence"] = number.reindex(places).to_numpy()
        lost = readings[f"{side}_start"].notna() & found[f"{side}_sentence"].isna()
        if lost.any():
            row = readings[lost].iloc[0]
            raise InputError(
                f"{FILE}: no sentence of {row[side]} begins at {row[f'{side}_start']:.0f}; mend the row, or "
                "delete those of this report and read it anew."
            )
    return found
