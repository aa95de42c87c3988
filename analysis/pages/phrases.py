"""What the page on recurring phrases says: phrases chosen by the authors, and phrases found."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.figures import MOST_COLUMNS, MOST_MARKS
from analysis.messages import translate, translate_word
from analysis.pages.notes import note_own
from analysis.pages.phrasing import (
    MOST_NAMED,
    Texts,
    agree,
    call_events,
    capitalise,
    count,
    join,
    name_drawn,
    out_of,
    sentence_if_empty,
)
from analysis.report import Report
from analysis.roles import OWN, QUESTION
from analysis.suggested import bare_name, mark_of

NEUTRAL = "Where the chosen phrases are said"
NEUTRAL_OPEN = {
    True: "Where the suggested phrases are said",
    False: "Where phrases, chosen or suggested, are said",
}
BEHIND_ROWS = (
    "At the right: uses, and in how many interviews, to the letter; in brackets, with the wordings joined. Tall "
    "marks are said to the letter, short and thin ones in another wording."
)
BEHIND_DAYS = (
    "A mark is an interview with such a use, at its date, or side by side where no day is known of any; its area "
    "grows with the uses. At the right: uses, and in how many interviews, wordings joined."
)


def name_choosers(phrases: pd.DataFrame) -> str:
    """Say who chose the phrases; those that nobody has confirmed yet were found by counting.

    phrases: one row a pattern (phrase, its name marked where it is suggested).
    """
    names = phrases["phrase"].drop_duplicates()
    n_open = int(names.map(mark_of).ne("").sum())
    if not n_open:
        return translate("chosen by the authors")
    return (
        translate("suggested by counting")
        if n_open == len(names)
        else translate("chosen by the authors or suggested ({n_open})", n_open=n_open)
    )


@sentence_if_empty("The speaker says none of the chosen phrases.")
def say_occurrences(rows: pd.DataFrame, report: Report, *, spread: pd.DataFrame, is_fragile: bool) -> Texts:
    """For `plot_occurrences`; rows: those drawn, as from `list_chosen`; spread: as from `measure_spread`.

    is_fragile: whether the finding on joined wordings breaks in other ways to count (`firmness.is_fragile`).
    """
    drawn, k_all = name_drawn(len(rows), report.phrases["phrase"].nunique(), "phrase"), len(report.events)
    return {
        "title": name_neutral(title_spread(spread, is_fragile=is_fragile), report.phrases),
        "subtitle": tell_literal(rows, k_all),
        "note": translate(
            "Source: table tokens. {note_own}{note_columns}",
            note_own=note_own(report),
            note_columns=note_columns(k_all),
        ),
        "caption": translate(
            "In the picture: {drawn} {name_choosers}, those first that are said to the letter in most "
            "interviews. {tell_marks} The same words may speak of different things.",
            drawn=drawn,
            name_choosers=name_choosers(report.phrases),
            tell_marks=tell_marks(k_all),
        ),
        "alt": translate(
            "A row a phrase, {tell_columns}. {list_drawn}.",
            tell_columns=tell_columns(k_all),
            list_drawn=list_drawn(rows, k_all),
        ),
    }


def tell_marks(n_events: int) -> str:
    """Say what stands behind a row, and what the marks are."""
    if n_events <= MOST_COLUMNS:
        return translate_word(BEHIND_ROWS)
    if n_events <= MOST_MARKS:
        return translate_word(BEHIND_DAYS)
    shared = translate(" Interviews so near in time that their marks would cover each other share one.")
    return translate_word(BEHIND_DAYS) + shared


def note_columns(n_events: int) -> str:
    """Say how wide the columns are; of events drawn by date there are none."""
    return (
        "" if n_events > MOST_COLUMNS else translate(" Columns are equally wide, however long the interview.")
    )


def tell_columns(n_events: int) -> str:
    """Say what a column and a mark of the picture are."""
    return (
        translate("time from left to right, a mark an interview")
        if n_events > MOST_COLUMNS
        else translate("a column an interview, a mark a use")
    )


def list_drawn(rows: pd.DataFrame, n_events: int) -> str:
    """List the rows of a picture as its margin has them: to the letter first, then with wordings joined.

    rows: label, n_literal, k_literal, n and n_events. n_events: how many interviews there are.
    """
    return "; ".join(f"{row.label}: {_say_uses(row, n_events)}" for row in rows.itertuples())


def _say_uses(row: NamedTuple, n_events: int) -> str:
    joined = translate(
        "{n} in {n_events} of {n_events_2}", n=row.n, n_events=row.n_events, n_events_2=n_events
    )
    if row.n_literal == row.n:
        return joined
    return translate(
        "to the letter {n_literal} in {k_literal} of {n_events}, joined {joined}",
        n_literal=row.n_literal,
        k_literal=row.k_literal,
        n_events=n_events,
        joined=joined,
    )


def title_spread(spread: pd.DataFrame, *, is_fragile: bool) -> str:
    """Say in how many interviews phrases stand, if these are more than chance gives; to the letter, if that is.

    is_fragile: as for `say_occurrences`; a title on joined wordings says so.
    """
    above = spread[spread["is_above"].astype(bool)]
    if above.empty:
        return translate_word(NEUTRAL)
    row = above.iloc[0]
    come = agree(row["n"], "comes", "come")
    found = translate(
        "{say_n} {come} back in {say_where}", say_n=_say_n(row), come=come, say_where=_say_where(row)
    )
    if row["wording"] == "to the letter":
        return translate("{found}, word for word; by chance {say_mean}", found=found, say_mean=_say_mean(row))
    fragile = translate(", a fragile finding") if is_fragile else ""
    joined = translate(
        "If wordings are joined, {found} (by chance {say_mean}){fragile}",
        found=found,
        say_mean=_say_mean(row),
        fragile=fragile,
    )
    return translate("{joined}; to the letter, no more than by chance", joined=joined)


def name_neutral(title: str, phrases: pd.DataFrame) -> str:
    """Call phrases suggested, in a title that says no more than what is drawn, where nobody has chosen them.

    phrases: as for `name_choosers`.
    """
    is_open = phrases["phrase"].map(mark_of).ne("")
    is_neutral = title == translate_word(NEUTRAL)
    return translate_word(NEUTRAL_OPEN[bool(is_open.all())]) if is_neutral and is_open.any() else title


def _say_n(row: pd.Series) -> str:
    return translate("{n} of {phrases}", n=row["n"], phrases=count(row["n_phrases"], "phrase"))


def _say_where(row: pd.Series) -> str:
    if row["least"] == row["n_events"]:
        return out_of(row["least"], row["n_events"], "interview")
    return translate(
        "{least} or more of {interviews}", least=row["least"], interviews=count(row["n_events"], "interview")
    )


def _say_mean(row: pd.Series) -> str:
    return f"{row['by_chance']:.0f}" if row["by_chance"] >= 0.95 else translate("fewer than one")


def tell_spread(spread: pd.DataFrame, report: Report) -> str:
    """Say in how many interviews the chosen phrases stand, to the letter and joined, each beside chance.

    spread: as from `measure_spread`. Phrases are suggested because they come back, so of these nothing is told.
    """
    if spread.empty:
        return call_events(
            translate("With a single interview, nothing can come back in another."), report.occasion
        )
    if report.phrases["phrase"].map(mark_of).ne("").any():
        return translate("A phrase is suggested because it comes back, so that it does is no finding.")
    hows = {"to the letter": translate("to the letter"), "joined": translate("with their wordings joined")}
    parts = [
        translate(
            "{hows}, {say_n} stand in {say_where} ({say_chance})",
            hows=hows[row["wording"]],
            say_n=_say_n(row),
            say_where=_say_where(row),
            say_chance=_say_chance(row),
        )
        for _, row in spread.iterrows()
    ]
    dealt = translate("Chance means that whole answers are dealt at random to the interviews.")
    return call_events(translate("Said {join}. {dealt}", join=join(parts), dealt=dealt), report.occasion)


def _say_chance(row: pd.Series) -> str:
    verdict = (
        translate("more than chance gives") if row["is_above"] else translate("no more than chance gives")
    )
    return translate(
        "by chance {say_mean}, {low:.0f} to {high:.0f} in 95 of 100 draws: {verdict}",
        say_mean=_say_mean(row),
        low=row["low"],
        high=row["high"],
        verdict=verdict,
    )


def tell_literal(rows: pd.DataFrame, n_events: int) -> str:
    """Say which phrases are said word for word in most interviews; only uses to the letter are counted.

    rows: family, k_literal and t_literal. n_events: how many interviews there are.
    """
    k = rows["k_literal"].max() if len(rows) else 0
    if n_events < 2:
        return translate(
            "Each mark is a use in the speaker’s own words, placed where in the interview it falls"
        )
    if k < 2:
        return translate("No phrase shown is said word for word in two interviews")
    wide = rows[rows["k_literal"] == k]
    where = out_of(k, n_events, "interview")
    if len(wide) > MOST_NAMED:
        return translate(
            "{n_wide} of the phrases shown are said word for word in {where}", n_wide=len(wide), where=where
        )
    answers = [
        translate(
            "“{bare_name}”{mark_of} in {answers}",
            bare_name=bare_name(name),
            mark_of=mark_of(name),
            answers=count(t, "answer"),
        )
        for name, t in zip(wide["family"], wide["t_literal"], strict=True)
    ]
    return translate("Said word for word in {where}: {join}", where=where, join=join(answers))


def list_table(chosen: pd.DataFrame, overlaps: pd.DataFrame) -> pd.DataFrame:
    """List the chosen phrases for reading, as from `list_chosen`, with the uses that count for others.

    overlaps: one row a hit that counts for another phrase (phrase, counts_for), of those that would count.
    Returns the rows with a column more, elsewhere ("3 for Kiev regime"; '' for none).
    """
    counts = overlaps.groupby(["phrase", "counts_for"]).size().rename("n").reset_index()
    told = counts.assign(text=counts["n"].astype(str) + translate(" for ") + counts["counts_for"])
    elsewhere = told.groupby("phrase")["text"].agg("; ".join)
    return chosen.assign(elsewhere=[elsewhere.get(family, "") for family in chosen["family"]])


def tell_used(n_used: int, n_named: int) -> str:
    """Say how many of the phrases that were named the speaker says at all."""
    if n_named == 1:
        return translate("The speaker says it.") if n_used else translate("The speaker never says it.")
    if n_used in (0, n_named):
        return (
            translate("The speaker says all of them.")
            if n_used
            else translate("The speaker says none of them.")
        )
    return translate("The speaker says {n} of them.", n=n_used)


def tell_places(uses: pd.DataFrame) -> str:
    """Say where the uses of the chosen phrases stand that are not counted, beside those that are.

    uses: one row per use in any role, as from `list_uses`.
    """
    named = uses[uses["kind"] == "named"]
    n_own, left = int(named["is_own"].sum()), named.loc[~named["is_own"].astype(bool), "role"]
    if named.empty:
        return translate("No chosen phrase stands in running text.")
    if left.empty:
        every = capitalise(out_of(n_own, n_own, "place"))
        return translate(
            "{every} in running text where a chosen phrase stands {agree} counted.",
            every=every,
            agree=agree(n_own, "is", "are"),
        )
    again, asked = (int(left.isin(roles).sum()) for roles in ([*OWN, "repeat"], [QUESTION, "other"]))
    told = len(left) - again - asked
    places = translate(
        "Of {places} in running text where a chosen phrase stands", places=count(len(named), "place")
    )
    parts = [
        (again, translate("in {again} the speaker is quoted by a second text or printed twice", again=again)),
        (
            told,
            translate("in {told} an outlet or editor writes, who may be reporting the speaker", told=told),
        ),
        (
            asked,
            translate(
                "{asked} {agree} in questions or others’ words", asked=asked, agree=agree(asked, "is", "are")
            ),
        ),
    ]
    others = join([part for n, part in parts if n])
    return translate(
        "{places}, {n_own} {agree} counted; {others}.",
        places=places,
        n_own=n_own,
        agree=agree(n_own, "is", "are"),
        others=others,
    )


@sentence_if_empty("Beside the chosen phrases, none recurs word for word in two or more interviews.")
def say_found(new: pd.DataFrame, report: Report, *, n_new: int) -> Texts:
    """For `plot_found`; new are the rows drawn of `list_new`, n_new: how many there are.

    The title counts nothing, since what chance gives of these is not measured.
    """
    listed = "; ".join(
        translate("{phrase}, {n} in {n_events}", phrase=row.phrase, n=row.n, n_events=row.n_events)
        for row in new.itertuples()
    )
    is_part = len(new) < n_new
    shown = (
        translate(" {n} of {phrases} shown.", n=len(new), phrases=count(n_new, "phrase")) if is_part else ""
    )
    return {
        "title": translate("Found by counting, beside the chosen ones"),
        "subtitle": translate("Uses of phrases that stand word for word in two or more interviews"),
        "note": translate("Source: table tokens. {note_own}{shown}", note_own=note_own(report), shown=shown),
        "caption": translate(
            "Those of most interviews come first, then of most uses; what anybody says, such as at the same "
            "time, stands behind. Phrases that only name a person, an office or a place are left out, and so are "
            "those that hold a chosen one or are a piece of a longer one."
        ),
        "alt": translate("Bars, uses and number of interviews. {listed}.", listed=listed),
    }


def tell_new(new: pd.DataFrame) -> str:
    """Say how many of the phrases found are said just twice; new: all rows of `list_new`."""
    if new.empty:
        return translate("Beside the chosen phrases, none recurs word for word.")
    twice = int((new["n"] == 2).sum())
    beside = translate("Of {phrases} beside the chosen ones", phrases=count(len(new), "phrase"))
    return translate(
        "{beside}, {twice} {agree} said twice in all.",
        beside=beside,
        twice=twice,
        agree=agree(twice, "is", "are"),
    )
