"""What to check of each text: whose words it holds, what kind it is, when it was said."""

from __future__ import annotations

import pandas as pd

from analysis.formats import Speaker
from analysis.messages import translate, translate_word
from analysis.projects.first_checks import Check

_MOST_NAMED = 6
_IN_MANIFEST = "sources/manifest.csv"


def check_texts(guesses: dict, speaker: Speaker, *, is_guessed: bool) -> list[Check]:
    """List what was guessed of the texts, or not found, those of one kind together. guesses: a `Guess` a source."""
    checks = []
    if is_guessed:
        remedy = translate("if it is another, make the project again with --speaker")
        checks.append(Check(0, translate("{name} is taken for the speaker", name=speaker.name), remedy))
    checks += _check_silent(guesses, speaker)
    checks += _check_labels(guesses, speaker)
    checks += _check_kinds(guesses)
    checks += _check_days(guesses)
    return checks + _check_languages(guesses)


def _check_silent(guesses: dict, speaker: Speaker) -> list[Check]:
    silent = [source for source, guess in guesses.items() if not guess.n_own]
    remedy = (
        f"if {speaker.name} speaks there, give the label the role answer in decisions/speakers.csv, or mend the kind "
        f"in {_IN_MANIFEST}, and delete the row in decisions/absent.csv"
    )
    return (
        [
            Check(
                0,
                translate("no word of {name} was found in {name_2}", name=speaker.name, name_2=_name(silent)),
                remedy,
            )
        ]
        if silent
        else []
    )


def _check_labels(guesses: dict, speaker: Speaker) -> list[Check]:
    """Tell the labels that are taken for the speaker's though they do not name him, and how many were guessed."""
    tables = [guess.voices for guess in guesses.values() if guess.voices is not None]
    if not any(len(table) for table in tables):
        return []
    heard = pd.concat(tables, ignore_index=True)
    own = heard.loc[heard["role"] == "answer", "label"].drop_duplicates()
    strange = [translate("“{words}”", words=label) for label in own if not speaker.is_named_by(label)]
    remedy = translate("if it is somebody else's, change its role in decisions/speakers.csv")
    checks = [
        Check(0, translate("the label {label} is taken for {name}'s", label=label, name=speaker.name), remedy)
        for label in strange
    ]
    n = heard["label"].str.casefold().nunique()
    announced = translate("one label announces") if n == 1 else translate("{n} labels announce", n=n)
    return [
        *checks,
        Check(
            1,
            translate("it was guessed whom {announced}", announced=announced),
            translate("look through decisions/speakers.csv"),
        ),
    ]


def _check_kinds(guesses: dict) -> list[Check]:
    kinds = pd.Series({source: guess.row["kind"] for source, guess in guesses.items()})
    told = "; ".join(f"{kind}: {_name(list(kinds.index[kinds == kind]))}" for kind in sorted(set(kinds)))
    return [
        Check(
            1,
            translate("the kind of each text was guessed ({told})", told=told),
            translate("mend it in {in_manifest} where it is another", in_manifest=_IN_MANIFEST),
        )
    ]


def _check_days(guesses: dict) -> list[Check]:
    missing = [source for source, guess in guesses.items() if not guess.date]
    in_text = [source for source, guess in guesses.items() if guess.date_from == "text"]
    in_name = [source for source, guess in guesses.items() if guess.date_from == "file name"]
    fill = translate("write it into sources/events.csv if you know it")
    mend = translate("mend it in sources/events.csv if the words were spoken on another day")
    found = [
        Check(
            1,
            translate("nothing tells on which day the words of {name} were spoken", name=_name(missing)),
            fill,
        )
        if missing
        else None,
        Check(1, translate("the day of {name} was taken from the top of the text", name=_name(in_text)), mend)
        if in_text
        else None,
        Check(1, translate("the day of {name} was taken from the file's name", name=_name(in_name)), mend)
        if in_name
        else None,
    ]
    return [check for check in found if check]


def _check_languages(guesses: dict) -> list[Check]:
    unknown = [source for source, guess in guesses.items() if not guess.row["language"]]
    remedy = translate("write it into {in_manifest}", in_manifest=_IN_MANIFEST)
    return (
        [Check(1, translate("the language of {name} could not be told", name=_name(unknown)), remedy)]
        if unknown
        else []
    )


def tell_doubts(doubts: pd.DataFrame) -> list[Check]:
    """List the doubts of the split, those of one kind and text together (source, kind, decided, remedy)."""
    checks = []
    for (source, kind), rows in doubts.groupby(["source", "kind"], sort=True):
        first = rows.iloc[0]
        decided = translate_word(first["decided"])
        places = translate(", the first: {decided}", decided=decided) if len(rows) > 1 else f": {decided}"
        times = translate(" ({n_rows} places)", n_rows=len(rows)) if len(rows) > 1 else ""
        checks.append(Check(2, f"{source}: {translate_word(kind)}{times}{places}", first["remedy"]))
    return checks


def _name(sources: list[str]) -> str:
    """Name a few sources, and say how many there are if there are more."""
    shown = ", ".join(sources[:_MOST_NAMED])
    return (
        shown
        if len(sources) <= _MOST_NAMED
        else translate("{n_sources} texts ({shown}, ...)", n_sources=len(sources), shown=shown)
    )
