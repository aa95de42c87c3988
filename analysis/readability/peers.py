"""Other packages on twenty invented texts, and the authors' examples of familiar words."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from analysis.language import is_difficult

HERE = Path(__file__).parent
_COUNTS = "its counts of words, sentences or syllables"
_WORDS = "its words"


def list_peers() -> pd.DataFrame:
    """List by how much other packages differ on twenty invented texts; measured by hand, see benchmarks/README.md.

    Returns one row a measure and package: measure, peer (with its version), mean_difference (theirs less ours),
    largest_difference, text (where that is), ours and theirs (there), cause.
    """
    key = ["measure", "peer"]
    table = pd.read_csv(HERE / "peers.csv", dtype={"version": "str"})
    table = table.merge(pd.read_csv(HERE / "peers_causes.csv"), on=key, how="left")
    rest = table["measure"].str.contains("_[0-9]+$").map({True: _WORDS, False: _COUNTS})
    table["cause"] = table["cause"].fillna(rest)
    table["peer"] = table["peer"] + " " + table["version"]
    table["measure"] = table["measure"].str.removeprefix("n_").str.replace("_", " ")
    return table.drop(columns=["version", "n_texts"])


def list_familiar() -> pd.DataFrame:
    """List words that Dale and Chall (1948) name as examples of their rules, and what is counted here.

    Returns one row a word: word, familiar (yes or no, as they say), rule, ours, agrees. Names aside, which a word
    by itself does not tell.
    """
    table = pd.read_csv(HERE / "familiar.csv", dtype="str")
    ours = table["word"].map(is_difficult).map({True: "no", False: "yes"})
    return table.assign(ours=ours, agrees=ours == table["familiar"])
