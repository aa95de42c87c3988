"""What the concordance shows and says: every released use of every phrase and topic."""

from __future__ import annotations

import pandas as pd

from analysis.disclosure import show_around
from analysis.messages import translate
from analysis.own_words import are_own_words
from analysis.pages.concordance_entries import ASKED, KINDS, MOST_FOUND, PHRASE, SEQUENCE, TOPIC
from analysis.pages.concordance_entries import list_entries as list_entries
from analysis.pages.phrasing import agree, count, join
from analysis.patterns import find_matches
from analysis.report import Report

USES = ["entry", "source", "position", "role", "left", "match", "right", "is_own"]
_HIT = ["family", "source", "position", "n_words", "role"]
_SIDES = ["left", "match", "right"]
_NOUNS = {PHRASE: "chosen phrase", TOPIC: "topic"}  # what is counted; all others are expressions


def list_uses(report: Report, entries: pd.DataFrame) -> pd.DataFrame:
    """List every use of every entry, in any role and text, as far as its words are released.

    entries: as from `list_entries`. Returns one row a use, by entry, then by date and place: entry, source,
    position (of its first word in the source), role, left, match, right ("…" where a word is withheld) and is_own
    (whether it is the speaker's, in a reference source). Chosen phrases have up to six words on either side, as in
    the table contexts; all others what released words show.
    """
    hits = _find_hits(report, entries).merge(entries[["entry", "family", "kind"]])
    hits = hits.drop_duplicates(["entry", "source", "position"], ignore_index=True)
    around = _widen(hits, show_around(hits, report.tokens, report.segments), report.contexts)
    table = hits.join(around).assign(is_own=are_own_words(hits, report.sources))
    sources = report.sources.sort_values(["date", "source"])["source"].tolist()
    places = {
        "entry_place": _places(table["entry"], entries["entry"].tolist()),
        "source_place": _places(table["source"], sources),
    }
    return (
        table.assign(**places)
        .sort_values([*places, "position"], ignore_index=True)[USES]
        .astype(
            dict.fromkeys(_SIDES, "str")  # also where there is no use
        )
    )


def _find_hits(report: Report, entries: pd.DataFrame) -> pd.DataFrame:
    """Find the hits of every entry: family, kind, source, position, n_words, role."""
    uses = report.uses
    found = [
        report.phrase_hits.rename(columns={"phrase": "family"}).assign(kind=PHRASE),
        report.topic_hits.rename(columns={"topic": "family"}).assign(kind=TOPIC),
        uses[uses["kind"] != "named"].replace({"kind": KINDS}),
        _find_sequences(report, entries),
        report.asked.assign(kind=ASKED),
    ]
    return pd.concat([part[[*_HIT, "kind"]].astype({"family": "str"}) for part in found])


def _find_sequences(report: Report, entries: pd.DataFrame) -> pd.DataFrame:
    """Find the uses of sequences that recur word for word; capitals do not matter."""
    families = entries.loc[entries["kind"] == SEQUENCE, "family"]
    patterns = pd.DataFrame({"family": families, "pattern": families.str.lower()})
    return find_matches(report.tokens, patterns, by="family").assign(kind=SEQUENCE)


def _widen(hits: pd.DataFrame, around: pd.DataFrame, contexts: pd.DataFrame) -> pd.DataFrame:
    """Put the released contexts of chosen phrases in place of what released words show."""
    keys = ["kind", "family", "source", "position"]
    known = contexts.rename(columns={"phrase": "family"}).assign(kind=PHRASE)[[*keys, *_SIDES]]
    wide = hits[keys].merge(known, how="left", on=keys)[_SIDES]
    return around.where(wide["match"].isna(), wide)


def _places(values: pd.Series, order: list[str]) -> pd.Series:
    return values.map({value: place for place, value in enumerate(order)})


def tell_entries(entries: pd.DataFrame) -> str:
    """Say how many phrases and topics can be looked up."""
    nouns = entries["kind"].map(lambda kind: _NOUNS.get(kind, "other expression")).value_counts()
    present = [noun for noun in (*_NOUNS.values(), "other expression") if noun in nouns]
    listed = join(count(int(nouns[noun]), noun) for noun in present)
    is_cut = entries["kind"].value_counts().drop([PHRASE, TOPIC], errors="ignore").max() >= MOST_FOUND
    cut = (
        translate(", of each kind found by counting the first {most_found} by rank", most_found=MOST_FOUND)
        if is_cut
        else ""
    )
    return (
        translate(
            "There {agree} {listed}{cut}.", agree=agree(len(entries), "is", "are"), listed=listed, cut=cut
        )
        if present
        else translate("There is nothing to look up.")
    )


def tell_withheld(uses: pd.DataFrame) -> str:
    """Say how many uses stand alone, because no word beside them is published."""
    beside = uses["left"] + uses["right"]
    is_alone = beside.str.contains("…", regex=False) & ~beside.str.contains(r"\w")
    n = int(is_alone.sum())
    stand = translate("{n:,} {agree} without a word beside", n=n, agree=agree(n, "stands", "stand"))
    if uses.empty:
        return translate("No use of them stands in these texts.")
    return (
        translate("Of {uses}, {stand}.", uses=count(len(uses), "use"), stand=stand)
        if n
        else translate("Each use has a word beside it.")
    )
