"""What the page on formats lists: which files are read, and what becomes of what they hold."""

from __future__ import annotations

import pandas as pd

from analysis.readers import FORMATS, TRAITS

_KEPT = {
    "turn": "a turn of a marked voice",
    "label": "a printed label, which the rules for labels read",
    "words": "words",
    "time": "words with their time",
    "note": "a note: nobody's words",
    "left out": "left out and counted",
    "refused": "refused in one sentence",
}


def list_traits() -> pd.DataFrame:
    """List what formats can hold: one row a trait with format, trait, kept_as, example, result, left_out.

    Line ends of an example are shown as ⏎.
    """
    traits = pd.DataFrame(TRAITS)
    example = traits["example"].str.replace(r"\\r\\n|\\n|\\r", " ⏎ ", regex=True)
    return traits.assign(kept_as=traits["kept_as"].map(_KEPT), example=example)


def list_formats() -> pd.DataFrame:
    """List the formats: one row each with format, endings, voices, times, n_traits, left_out (the kinds counted).

    voices, times: whether a file of the format can mark who speaks, and when.
    """
    endings = pd.DataFrame([(f.name, " ".join(f.endings)) for f in FORMATS], columns=["format", "endings"])
    # A format that stands in two containers is two lines of the registry.
    endings = endings.groupby("format", sort=False, as_index=False)["endings"].agg(
        lambda parts: " ".join(filter(None, parts))
    )
    traits = pd.DataFrame(TRAITS)
    found = traits.groupby("format", as_index=False).agg(
        voices=("kept_as", lambda kept: _say(kept.eq("turn").any())),
        times=("start_times", lambda times: _say(times.ne("").any())),
        n_traits=("trait", "size"),
        left_out=("left_out", _list_kinds),
    )
    return endings.merge(found, on="format")


def _say(can: bool) -> str:
    return "yes" if can else "no"


def _list_kinds(left_out: pd.Series) -> str:
    """Return the kinds of what is left out, in order, each once."""
    parts = [part for told in left_out if told for part in told.split(", ")]
    return ", ".join(dict.fromkeys(part.rpartition(": ")[0] for part in parts))
