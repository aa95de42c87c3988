"""What to check of each text: whose words it holds, what kind it is, when it was said."""

from __future__ import annotations

import pandas as pd

from analysis.formats import Speaker
from analysis.projects.first_checks import Check

_MOST_NAMED = 6
_IN_MANIFEST = "sources/manifest.csv"


def check_texts(guesses: dict, speaker: Speaker, *, is_guessed: bool) -> list[Check]:
    """List what was guessed of the texts, or not found, those of one kind together. guesses: a `Guess` a source."""
    checks = []
    if is_guessed:
        remedy = "if it is another, make the project again with --speaker"
        checks.append(Check(0, f"{speaker.name} is taken for the speaker", remedy))
    checks += _check_silent(guesses, speaker)
    checks += _check_labels(guesses, speaker)
    checks += _check_kinds(guesses)
    checks += _check_days(guesses)
    return checks + _check_languages(guesses)


def _check_silent(guesses: dict, speaker: Speaker) -> list[Check]:
    silent = [source for source, guess in guesses.items() if not guess.n_own]
    remedy = (
        f"if {speaker.name} speaks there, give the label the role answer in decisions/speakers.csv, or mend the kind in "
        f"{_IN_MANIFEST}, and delete the row in decisions/absent.csv"
    )
    return [Check(0, f"no word of {speaker.name} was found in {_name(silent)}", remedy)] if silent else []


def _check_labels(guesses: dict, speaker: Speaker) -> list[Check]:
    """Tell the labels that are taken for the speaker's though they do not name him, and how many were guessed."""
    tables = [guess.voices for guess in guesses.values() if guess.voices is not None]
    if not tables:
        return []
    heard = pd.concat(tables, ignore_index=True)
    own = heard.loc[heard["role"] == "answer", "label"].drop_duplicates()
    strange = [f"“{label}”" for label in own if not speaker.is_named_by(label)]
    remedy = "if it is somebody else's, change its role in decisions/speakers.csv"
    checks = [Check(0, f"the label {label} is taken for {speaker.name}'s", remedy) for label in strange]
    n = heard["label"].str.casefold().nunique()
    rows = "label announces: its row" if n == 1 else "labels announce: their rows"
    return [*checks, Check(1, f"it was guessed whom {n} {rows}", "look at decisions/speakers.csv")]


def _check_kinds(guesses: dict) -> list[Check]:
    kinds = pd.Series({source: guess.row["kind"] for source, guess in guesses.items()})
    counts = kinds.value_counts().sort_index()
    told = ", ".join(f"{kind} {n} ({_name(list(kinds.index[kinds == kind]))})" for kind, n in counts.items())
    return [Check(1, f"the kind of each text was guessed: {told}", f"mend it in {_IN_MANIFEST}")]


def _check_days(guesses: dict) -> list[Check]:
    missing = [source for source, guess in guesses.items() if not guess.date]
    in_text = [source for source, guess in guesses.items() if guess.date_from == "text"]
    in_name = [source for source, guess in guesses.items() if guess.date_from == "file name"]
    fill = "write it into sources/events.csv if you know it"
    mend = "mend it in sources/events.csv if the words were spoken on another day"
    found = [
        Check(1, f"nothing tells on which day the words of {_name(missing)} were spoken", fill)
        if missing
        else None,
        Check(1, f"the day of {_name(in_text)} was taken from the top of the text", mend)
        if in_text
        else None,
        Check(1, f"the day of {_name(in_name)} was taken from the file's name", mend) if in_name else None,
    ]
    return [check for check in found if check]


def _check_languages(guesses: dict) -> list[Check]:
    unknown = [source for source, guess in guesses.items() if not guess.row["language"]]
    remedy = f"write it into {_IN_MANIFEST}"
    return [Check(1, f"the language of {_name(unknown)} could not be told", remedy)] if unknown else []


def tell_doubts(doubts: pd.DataFrame) -> list[Check]:
    """List the doubts of the split, those of one kind and text together (source, kind, decided, remedy)."""
    checks = []
    for (source, kind), rows in doubts.groupby(["source", "kind"], sort=True):
        first = rows.iloc[0]
        places = f", the first: {first['decided']}" if len(rows) > 1 else f": {first['decided']}"
        times = f" ({len(rows)} places)" if len(rows) > 1 else ""
        checks.append(Check(2, f"{source}: {kind}{times}{places}", first["remedy"]))
    return checks


def _name(sources: list[str]) -> str:
    """Name a few sources, and say how many there are if there are more."""
    shown = ", ".join(sources[:_MOST_NAMED])
    return shown if len(sources) <= _MOST_NAMED else f"{len(sources)} texts ({shown}, ...)"
