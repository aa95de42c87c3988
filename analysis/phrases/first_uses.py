"""Who says a family first in these texts: the speaker, the interviewer, or somebody else."""

from __future__ import annotations

import pandas as pd

from analysis.own_words import list_references
from analysis.roles import OWN, QUESTION

_VOICES = {QUESTION: "interviewer", "other": "somebody else"} | dict.fromkeys(OWN, "speaker")


def find_first_uses(
    own: pd.DataFrame, uses: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame
) -> pd.Series:
    """Find the first use of each family by anybody, also where the speaker does not take it up.

    own: one row per use that counts, with number (of the family). uses: one row per use in any role.
    segments: one row per segment (source, role). sources: one row per source (source, date, is_reference).
    Returns first_said by number: the date and whose use it is ("2031-04-02 interviewer"); of two events of
    one day with different voices both. Where the speaker's text prints no questions, it says so. Uses on no known day
    are left out, and so is a family without others.
    """
    numbers = own.drop_duplicates("number")[["number", "family", "kind"]]
    dates = list_references(sources)[["source", "date"]]
    dates = dates[dates["date"] != ""]
    spoken = uses[uses["role"].isin(_VOICES)].merge(numbers, on=["family", "kind"]).merge(dates, on="source")
    spoken = spoken.sort_values(["number", "date", "source", "position"])
    first = spoken.drop_duplicates(["number", "source"])
    first = first[first["date"] == first.groupby("number")["date"].transform("min")]
    told = first.assign(voice=_name_voices(first, segments))
    days = told.groupby(["number", "date"])["voice"].agg(lambda voices: " or ".join(dict.fromkeys(voices)))
    return (
        (days.index.get_level_values("date").astype(str) + " " + days).droplevel("date").rename("first_said")
    )


def _name_voices(first: pd.DataFrame, segments: pd.DataFrame) -> pd.Series:
    asks = first["source"].isin(segments.loc[segments["role"] == QUESTION, "source"])
    voice = first["role"].map(_VOICES)
    return voice.where(asks | (voice != "speaker"), "speaker (no questions printed)")
