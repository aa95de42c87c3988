"""What the page on speed says: how long the tables take, and what they need, as `benchmarks.ladder` measured."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from analysis.pages.phrasing import Texts, count, join, most, sentence_if_empty

HERE = Path(__file__).parent
OURS, FLOOR, ALL, REST = "refrain", "floor", "all", "other"
STEPS = {
    "starting": "start, libraries",
    "reading": "read, name parts",
    "counting": "split and count",
    "joining": "join sources",
    "finding": "topics and phrases",
    "versions": "compare sources",
    "release": "choose what is shown",
    "vocabulary": "vocabulary",
    "listing": "turns and uses",
    "sensitivity": "count otherwise",
    "saving": "check and write",
    REST: "the rest, and what a second process does beside",
}
LEAST = 0.01  # seconds; a step below it is not drawn
LEAST_GROWTH = 1.0  # seconds in the smaller corpus; what takes less is mostly starting
SPEECHES = "speeches"


def list_speed() -> pd.DataFrame:
    """List what was measured by hand, one row a corpus, program and step.

    Returns corpus, sources, words, who, step, seconds (of wall time), processor_seconds (of all processes),
    memory (at the peak, in GB), floors (seconds divided by the floor's).
    """
    return pd.read_csv(HERE / "speed.csv")


def list_machine() -> pd.DataFrame:
    """List the machine and the versions with which it was measured: what, which."""
    return pd.read_csv(HERE / "speed_machine.csv", dtype="str")


def list_runs(speed: pd.DataFrame) -> pd.DataFrame:
    """List the whole runs, one row a corpus and program.

    Returns what `list_speed` does without step; floors is of processor seconds here, as is a_second (words), since
    other programs on the machine change these little.
    """
    runs = speed[speed["step"] == ALL].drop(columns="step")
    floor = runs[runs["who"] == FLOOR].set_index("corpus")["processor_seconds"]
    worked = runs["processor_seconds"]
    return runs.assign(floors=worked / runs["corpus"].map(floor), a_second=(runs["words"] / worked).round(-2))


def list_steps(speed: pd.DataFrame) -> pd.DataFrame:
    """List the steps of a first build that take any time, one row a step and corpus: corpus, words, step, seconds.

    Seconds are those of processors: other programs on the machine change them little.
    """
    ours = speed[(speed["who"] == OURS) & (speed["step"] != ALL) & (speed["processor_seconds"] >= LEAST)]
    named = ours.assign(step=ours["step"].map(STEPS), seconds=ours["processor_seconds"])
    return named[["corpus", "words", "step", "seconds"]].reset_index(drop=True)


def list_growth(speed: pd.DataFrame) -> pd.DataFrame:
    """List how the time of each step grows from the smallest corpus of speeches to the largest.

    Returns one row a step: step, small and large (processor seconds), exponent: 1 where twice the words take twice
    the time, 2 where they take four times. It is missing where the smaller corpus takes under a second. Without two
    corpora of speeches there is no row.
    """
    ours = speed[(speed["who"] == OURS) & speed["corpus"].str.startswith(SPEECHES)]
    words = ours["words"].drop_duplicates().sort_values()
    if len(words) < 2:
        return pd.DataFrame(columns=["step", "small", "large", "exponent"])
    wide = ours.pivot(index="step", columns="words", values="processor_seconds").reindex([*STEPS, ALL])
    small, large = wide[words.iloc[0]], wide[words.iloc[-1]]
    grown = (large / small).where(small >= LEAST_GROWTH)
    exponent = np.log(grown) / np.log(words.iloc[-1] / words.iloc[0])
    table = pd.DataFrame({"small": small, "large": large, "exponent": exponent})
    is_measured = (table[["small", "large"]] > LEAST).any(
        axis="columns"
    )  # what is done beside has no time of its own
    return table[is_measured].reset_index().replace({"step": STEPS})


@sentence_if_empty("Nothing was measured.")
def say_steps(steps: pd.DataFrame) -> Texts:
    """Say which step takes most of the largest corpus. steps: as from `list_steps`."""
    largest = steps[steps["words"] == steps["words"].max()]
    leading = most(largest.set_index("step")["seconds"])
    n_words = count(int(steps["words"].max()), "word")
    title = (
        f"On {n_words}, most time goes to: {leading[0]}" if len(leading) == 1 else f"The steps on {n_words}"
    )
    ordered = largest.sort_values("seconds", ascending=False)
    longest = join(f"{row.step} {row.seconds:,.1f}" for row in ordered.head(3).itertuples())
    return {
        "title": title,
        "subtitle": "Processor seconds of each step of a first build; each mark is a step on a corpus",
        "note": "The scale is logarithmic: from one line to the next, ten times the time.",
        "alt": "Marks, a row a step, a kind of mark a corpus.",
        "caption": f"The longest steps on the largest corpus, in processor seconds: {longest}.",
    }
