"""Is the speaker found in every source? What nobody decided stops the tables."""

from __future__ import annotations

import pandas as pd

from analysis.errors import InputError
from analysis.formats import GUESSED, fold_label
from analysis.roles import OWN, SPOKEN
from analysis.storage import Corpus

_MOST_LISTED = 12
_LABEL_WORDS = 12


def check_split(segments: pd.DataFrame, doubts: pd.DataFrame, corpus: Corpus) -> None:
    """Raise InputError if a source has no own words, guessed voices, or a declared label that opens no turn.

    segments, doubts: one row a segment and a doubt of every source.
    """
    _check_guesses(doubts, corpus)
    check_own_words(segments, corpus)
    _check_labels(segments, corpus)


def _check_guesses(doubts: pd.DataFrame, corpus: Corpus) -> None:
    guessed = doubts[doubts["kind"] == GUESSED]
    if len(guessed):
        file = corpus.data / "decisions" / "speakers.csv"
        told = "; ".join(f"{row.source}: {row.kind}: {row.decided}" for row in guessed.itertuples())
        raise InputError(f"{told}; decide it: add a row to {file}.")


def check_own_words(segments: pd.DataFrame, corpus: Corpus) -> None:
    """Raise InputError if a source holds no word of the speaker and absent.csv does not list it."""
    own = segments[segments["role"].isin(OWN)].groupby("source")["n_words"].sum()
    silent = sorted(set(segments["source"]) - set(own.index[own > 0]) - corpus.absent)
    if silent:
        file = corpus.data / "decisions" / "absent.csv"
        raise InputError(
            f"{', '.join(silent)}: no word is {corpus.speaker.name}'s; look with `refrain roles FILE --data "
            f"{corpus.data}`, or list the source in {file} if that is meant."
        )


def _check_labels(segments: pd.DataFrame, corpus: Corpus) -> None:
    """A label that speakers.csv declares opens a turn of a transcript, or its words stand in another text."""
    is_transcript = corpus.texts["kind"].eq("transcript")
    if not is_transcript.any():
        return
    seen = list_labels(segments, corpus)
    others = fold_label(" ".join(corpus.texts.loc[~is_transcript, "text"]))
    known = " | ".join(["", *seen, others, ""])
    unused = [label for label in corpus.voices if f" {fold_label(label)} " not in known]
    if unused:
        file = corpus.data / "decisions" / "speakers.csv"
        listed = ", ".join(sorted(seen, key=lambda label: (-seen[label], label))[:_MOST_LISTED])
        what = f"the label '{unused[0]}' opens no turn"
        if len(unused) > 1:
            what = f"the labels {_quote(unused)} open no turn"
        raise InputError(f"{file}: {what}; the labels seen are: {listed}.")


def list_labels(segments: pd.DataFrame, corpus: Corpus) -> dict[str, int]:
    """Return how often each folded label stands before what somebody says."""
    following = segments.groupby("source")["role"].shift(-1)
    stands_before = segments["role"].eq("apparatus") & following.isin(SPOKEN)
    is_short = segments["n_words"].between(1, _LABEL_WORDS)
    heads = segments[stands_before & is_short]
    text_of = corpus.texts.set_index("source")["text"]
    labels = [fold_label(text_of[row.source][row.start : row.end]) for row in heads.itertuples()]
    return pd.Series(labels, dtype="str").value_counts().to_dict()


def _quote(labels: list[str]) -> str:
    return ", ".join(f"'{label}'" for label in labels)
