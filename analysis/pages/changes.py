"""What the page on what changed says, and what `refrain add` prints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.changes import CHANGES
from analysis.figures import display_text
from analysis.messages import translate, translate_word
from analysis.pages.phrasing import agree, capitalise, count, join, out_of, span, tenths
from analysis.statistics import RATE, Baseline
from analysis.storage import data_folder, list_logs, read_log

FIRST, AGAIN, NO_LONGER = SAID = ("first said", "said again", "no longer said")
MOVED = ("more often", "less often")
MOST_LISTED = 10  # phrases of a kind that are printed on the command line
FEWEST_DRAWS = 20  # below, the farthest of as many lies outside the middle 95 % too often
SHORT = 0.8  # of the length of the interviews before
NOTHING_ADDED = "No text has been added since the first build."
NOT_COMPARED = "Nothing can be compared, as there is no new interview, or none before."


class Log(NamedTuple):
    """What was new when texts were added: the day with its number, as the file is called, and a row a change."""

    day: str
    changes: pd.DataFrame


def load_logs(data: Path | None = None) -> list[Log]:
    """Return the logs of a data folder (default: as for `load_report`), the oldest first; one without rows if none."""
    logs = [Log(file.stem, read_log(file)) for file in list_logs(data or data_folder())]
    return logs or [Log("", pd.DataFrame(columns=CHANGES))]


def tell_texts(log: Log) -> str:
    """Say which texts were added, and what they are compared with."""
    texts = _select(log.changes, "text")
    if texts.empty:
        return translate_word(NOTHING_ADDED)
    named = join(f"{row.name_} ({_tell_kind(row)})" for row in _rows(texts))
    n_before, last = int(texts["n_events_before"].iloc[0]), texts["last_before"].iloc[0]
    dated = translate(", the last of {last}", last=last) if last else ""
    return translate(
        "Added on {day}: {named}. Before: {interviews}{dated}.{tell_older}",
        day=log.day[:10],
        named=named,
        interviews=count(n_before, "interview"),
        dated=dated,
        tell_older=_tell_older(texts, last),
    )


def _tell_kind(row) -> str:
    known = {
        "new event": translate("a new interview"),
        "second report": translate("a second report of {events}", events=row.events),
    }
    kind = known.get(row.kind, translate("stands for {events} from now on", events=row.events))
    return f"{kind}, {count(int(row.n_new), 'own word')}"


def _tell_older(texts: pd.DataFrame, last: str) -> str:
    """Say so where a new interview is not the latest: then "before" is no earlier day."""
    is_new = texts["kind"].eq("new event")
    older = texts.loc[is_new & texts["date"].ne("") & (texts["date"] < last), "name"]
    undated = texts.loc[is_new & texts["date"].eq(""), "name"]
    said = ""
    if len(older):
        said += translate(
            " {join} {agree} older than that: before means known before, not said.",
            join=join(older),
            agree=agree(len(older), "is", "are"),
        )
    if len(undated):
        said += translate(" Of {join} the day is not known.", join=join(undated))
    return said


def tell_phrases(log: Log) -> str:
    """Say how many phrases are first said, said again, no longer said."""
    if not _is_compared(log.changes):
        return translate_word(NOT_COMPARED) if len(log.changes) else translate_word(NOTHING_ADDED)
    n = _select(log.changes, "phrase")["change"].value_counts()
    said = join(f"{translate_word(change)}: {n.get(change, 0)}" for change in SAID)
    return f"{capitalise(said)}.{tell_left_out(log.changes)}"


def tell_left_out(changes: pd.DataFrame) -> str:
    """Say how many phrases that were usual are left out, beside what the interviews before left out in their turn."""
    rows = _select(changes, "phrases")
    if rows.empty:
        return translate(" With fewer than two interviews before, no phrase is missed.")
    row = next(_rows(rows))
    if pd.isna(row.expected):
        return translate(
            " There are too few interviews before to tell how many phrases each leaves out.{tell_short}",
            tell_short=_tell_short(row),
        )
    limits = span(row.low, row.high, write="{:.0f}".format)
    return translate(
        " The interviews before, each taken for new in its turn, leave out {tenths} such phrases "
        "({limits}): {judge}.{tell_short}{tell_sure}",
        tenths=tenths(row.expected),
        limits=limits,
        judge=_judge(row),
        tell_short=_tell_short(row),
        tell_sure=_tell_sure(changes),
    )


def _judge(row) -> str:
    """Say where the number left out lies; of few interviews before, even the farthest lies outside too often."""
    if row.k_before - row.k_new + 1 < FEWEST_DRAWS:
        return translate("too few interviews to call a number unusual")
    chance = Baseline(row.observed, row.expected, row.low, row.high, 1)
    return translate(
        "{display_text} is {how} what they vary by",
        display_text=display_text(int(row.observed)),
        how=translate("outside") if chance.is_outside else translate("within"),
    )


def _tell_short(row) -> str:
    """Say so where the new interviews are clearly shorter than those before."""
    new, before = row.n_new / row.k_new, row.n_before / row.k_before
    if new >= SHORT * before:
        return ""
    lengths = translate(
        "{own_words}, those before {display_text} on average",
        own_words=count(round(new), "own word"),
        display_text=display_text(round(before)),
    )
    return translate(
        " The new text is shorter ({lengths}), and a shorter one leaves out more.", lengths=lengths
    )


def _tell_sure(changes: pd.DataFrame) -> str:
    phrases = _select(changes, "phrase")
    sure = phrases[phrases["change"].eq(NO_LONGER) & (phrases["p_adjusted"] <= RATE)]
    if sure.empty:
        return (
            translate(" None of them alone is missing beyond what chance gives.")
            if NO_LONGER in set(phrases["change"])
            else ""
        )
    return translate(" Missing beyond what chance gives: {join}.", join=join(sure["name"]))


def tell_topics(log: Log) -> str:
    """Say which topics moved, or that none did beyond what chance gives."""
    topics = _select(log.changes, "topic")
    if topics.empty:
        return translate("No topic is compared.")
    moved, n = topics[topics["change"].isin(MOVED)], int(topics["p"].notna().sum())
    if not n:
        return translate("No topic can be compared: {join}.", join=join(sorted(set(topics["reason"]))))
    if moved.empty:
        compared = (
            translate("Of {topics} compared", topics=count(n, "topic"))
            if n > 1
            else translate("Of the only topic compared")
        )
        return translate(
            "{compared}, none moved beyond what chance gives, which does not mean that none did.",
            compared=compared,
        )
    said = "; ".join(_tell_topic(row) for row in _rows(moved))
    return translate(
        "Of {topics} compared, {n_moved} moved beyond what chance gives: {said}.",
        topics=count(n, "topic"),
        n_moved=len(moved),
        said=said,
    )


def _tell_topic(row) -> str:
    limits = f" ({span(row.low, row.high, write=tenths)})" if pd.notna(row.low) else ""
    alone = out_of(int(row.n_as_far), int(row.n_events_before), "interview")
    return translate(
        "{name} {change}, {tenths} per 1,000 own words, before {tenths_2}{limits}; as far alone: {alone} "
        "before",
        name=row.name_,
        change=row.change,
        tenths=tenths(row.observed),
        tenths_2=tenths(row.expected),
        limits=limits,
        alone=alone,
    )


def list_phrases(log: Log) -> pd.DataFrame:
    """List the phrases of a log: one row each."""
    return _select(log.changes, "phrase").reset_index(drop=True)


def list_topics(log: Log) -> pd.DataFrame:
    """List the topics of a log: one row each."""
    return _select(log.changes, "topic").reset_index(drop=True)


def list_additions(logs: list[Log]) -> pd.DataFrame:
    """List when texts were added, the latest first: day, texts, first_said, said_again, no_longer_said, moved."""
    rows = [
        (
            log.day,
            "; ".join(_select(log.changes, "text")["name"]),
            *(int(log.changes["change"].eq(change).sum()) for change in SAID),
            int(log.changes["change"].isin(MOVED).sum()),
        )
        for log in reversed(logs)
        if log.day
    ]
    return pd.DataFrame(rows, columns=["day", "texts", "first_said", "said_again", "no_longer_said", "moved"])


def tell_changes(changes: pd.DataFrame, file: Path | None) -> Iterator[str]:
    """Yield what `refrain add` prints of what is new, line by line. file: the log; none where nothing was compared."""
    if file is None:
        yield translate("Nothing was built before, so there is nothing to compare with.")
        return
    log = Log(file.stem, changes)
    yield tell_texts(log)
    if _is_compared(changes):
        for change in SAID:
            yield from _list_said(_select(changes, "phrase").query("change == @change"), change)
        yield tell_left_out(changes).strip()
        yield translate("topics: {tell_topics}", tell_topics=tell_topics(log))
    else:
        yield translate_word(NOT_COMPARED)
    yield translate("All of it stands in {file}.", file=file)


def _list_said(phrases: pd.DataFrame, change: str) -> Iterator[str]:
    yield f"{change}: {len(phrases) or translate('nothing')}"
    for row in _rows(phrases.head(MOST_LISTED)):
        yield f"  {row.name_}: {_tell_uses(row)}"
    if len(phrases) > MOST_LISTED:
        yield translate("  and {n_phrases} more", n_phrases=len(phrases) - MOST_LISTED)


def _tell_uses(row) -> str:
    uses = count(int(row.n_new), "use")
    if row.change == FIRST:
        return uses
    last = translate(", last on {last_before}", last_before=row.last_before) if row.last_before else ""
    before = translate(
        "before in {out_of}{last}",
        out_of=out_of(int(row.k_before), int(row.n_events_before), "interview"),
        last=last,
    )
    return before if row.change == NO_LONGER else f"{uses}; {before}"


def _is_compared(changes: pd.DataFrame) -> bool:
    """Tell whether there is a new interview, and one before."""
    texts = _select(changes, "text")
    return bool(texts["kind"].eq("new event").any() and (texts["n_events_before"] > 0).any())


def _select(changes: pd.DataFrame, about: str) -> pd.DataFrame:
    return changes[changes["about"] == about]


def _rows(table: pd.DataFrame) -> Iterator:
    """Yield rows as tuples; `name` would be theirs, so it is called name_."""
    return table.rename(columns={"name": "name_"}).itertuples(index=False)
