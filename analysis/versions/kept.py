"""How much of one text comes back in another, part by part, how closely, and what the other adds.

Every function reads `side_by_side.mark_sentences`. A sentence counts as kept, with all its words, if at least
one sentence of the report reports it.
"""

from __future__ import annotations

import pandas as pd

from analysis.messages import translate_word
from analysis.versions.order import measure_order
from analysis.versions.side_by_side import KINDS, NO_LINK, PAIR, PART, carry_words, list_links, name_rows


def measure_parts(marked: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Measure how much of each answer (or section) of the source is kept.

    marked: from `mark_sentences`. passages: one row per link.
    Returns one row per (pair, part) that holds own words, in the order of the source: unit, n_sentences,
    n_kept, share_sentences, n_words, n_words_kept, share_words (all of own words), n_running_kept (words of
    any role in the sentences kept), n_report_words (of the report's sentences, divided equally among their
    links), compression (n_report_words for each of n_running_kept; missing where none is), first_link (the
    first sentence of the report that reports it; missing where none does), turn_in_report (the place of that
    in the order of parts, from 1).
    """
    own = marked[(marked["side"] == "source") & marked["is_own"]]
    own = own.assign(n_kept=own["has_link"], n_words_kept=own["n_own"].where(own["has_link"], 0))
    own = own.assign(n_running_kept=own["n_words"].where(own["has_link"], 0))
    parts = own.groupby(PART, sort=False).agg(
        unit=("unit", "first"), n_sentences=("sentence", "size"), n_kept=("n_kept", "sum"),
        n_words=("n_own", "sum"), n_words_kept=("n_words_kept", "sum"),
        n_running_kept=("n_running_kept", "sum"),
    )  # fmt: skip
    carried = carry_words(list_links(marked, passages)).rename(columns={"source_part": "part"})
    carried = carried[carried["is_own"]].groupby(PART)
    parts = parts.join(
        carried.agg(n_report_words=("n_words", "sum"), first_link=("report_sentence", "min"))
    ).fillna({"n_report_words": 0})
    parts["turn_in_report"] = parts.groupby(PAIR)["first_link"].rank(method="dense")
    return _add_shares(parts.reset_index())


def measure_pairs(marked: pd.DataFrame, passages: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Measure what the report of each pair keeps of its source.

    marked: from `mark_sentences`. passages: one row per link. pairs: from `list_pairs`.
    Returns one row per pair, in order: the columns of pairs, n_parts, n_parts_kept (of which at least a
    sentence is kept), unit, taken_up (the parts in the order in which the report takes them up), the columns
    of `measure_parts` but those of a place, summed over parts, and those of `measure_order`.
    """
    parts = measure_parts(marked, passages)
    sums = ["n_sentences", "n_kept", "n_words", "n_words_kept", "n_running_kept", "n_report_words"]
    counts = parts.assign(n_parts=1, n_parts_kept=parts["n_kept"] > 0).groupby(PAIR)
    table = pairs.merge(counts[["n_parts", "n_parts_kept", *sums]].sum().reset_index(), on=PAIR, how="left")
    ints = dict.fromkeys(["n_parts", "n_parts_kept", *sums[:-1]], "int64")
    table = table.merge(_list_taken_up(parts), on=PAIR, how="left").fillna({"unit": "part", "taken_up": ""})
    table = _add_shares(table.fillna(dict.fromkeys([*ints, "n_report_words"], 0)).astype(ints))
    return table.merge(measure_order(passages), on=PAIR, how="left").fillna({"n_links": 0})


def _list_taken_up(parts: pd.DataFrame) -> pd.DataFrame:
    taken = parts.dropna(subset="first_link").sort_values([*PAIR, "first_link", "part"])
    taken = taken.assign(part=taken["part"].astype(str)).groupby(PAIR)
    return taken.agg(unit=("unit", "first"), taken_up=("part", ", ".join)).reset_index()


def _add_shares(table: pd.DataFrame) -> pd.DataFrame:
    some = table["n_running_kept"].where(table["n_running_kept"] > 0)
    return table.assign(
        share_sentences=table["n_kept"] / table["n_sentences"].where(table["n_sentences"] > 0),
        share_words=table["n_words_kept"] / table["n_words"].where(table["n_words"] > 0),
        compression=table["n_report_words"] / some,
    )


def name_parts(marked: pd.DataFrame, parts: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    """Name the parts of both texts for the map.

    marked: from `mark_sentences`. parts: from `measure_parts`. topics: from `list_part_topics`.
    Returns marked with name: "Answer 2: TOPIC", and on another line how much of it is kept; for parts of the
    report, and of a source without own words, the unit and number alone; '' for what precedes them.
    """
    told = parts.merge(topics, on=PART, how="left").assign(side="source")
    told = told.assign(told=_tell_kept(told))[[*PART, "side", "told"]]
    table = marked.merge(told, on=[*PART, "side"], how="left")
    name = table["unit"].map(translate_word).str.capitalize() + " " + table["part"].astype(str)
    name = name + table["told"].fillna("")
    return table.assign(name=name.where(table["part"] > 0, "")).drop(columns="told")


def _tell_kept(parts: pd.DataFrame) -> pd.Series:
    """Return ": TOPIC" (or nothing) and, on another line, how much of each part is kept."""
    about = (": " + parts["topic"]).where(parts["topic"].notna(), "")
    percent = (100 * parts["share_words"]).round().astype(int).astype(str)
    return about + "\n" + percent + "% of " + parts["n_words"].astype(str) + " words"


def split_parts(marked: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Divide the own words of each part of the source by the kind in which they are kept.

    marked: from `mark_sentences`, with name. pairs: from `list_pairs`.
    Returns one row per (pair, part, kind), in the order of the source: unit, row (how the part is printed),
    kind (NO_LINK for what is left out), n (words).
    """
    own = marked[(marked["side"] == "source") & marked["is_own"]]
    row = name_rows(own["name"].str.split("\n").str[0], own, pairs)
    own = own.assign(row=row, kind=own["kind"].where(own["has_link"], NO_LINK))
    counts = own.groupby([*PART, "unit", "row", "kind"], sort=False)["n_own"].sum()
    return counts.rename("n").reset_index()


def list_kept(parts: pd.DataFrame, topics: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """List the parts of each source for reading: what they are about, how much is kept, and where it went.

    parts: from `measure_parts`. topics: from `list_part_topics`. pairs: from `list_pairs`.
    Returns one row per part: part, topic, sentences ("8 of 12"), words (own words), percent (of the words,
    kept), for_100 (words of the report for 100 words kept), place (among the parts as the report takes them
    up; missing where it does not), left_out (topics with hits in sentences left out, with their number).
    """
    table = parts.merge(topics, on=PART, how="left").fillna({"topic": "", "left_out": ""})
    part = table["unit"].map(translate_word).str.capitalize() + " " + table["part"].astype(str)
    sentences = table["n_kept"].astype(str) + " of " + table["n_sentences"].astype(str)
    return pd.DataFrame(
        {
            "part": name_rows(part, table, pairs),
            "topic": table["topic"],
            "sentences": sentences,
            "words": table["n_words"],
            "percent": (100 * table["share_words"]).round().astype(int),
            "for_100": (100 * table["compression"]).round().astype("Int64"),
            "place": table["turn_in_report"].astype("Int64"),
            "left_out": table["left_out"],
        }
    )


def count_fidelity(marked: pd.DataFrame) -> pd.DataFrame:
    """Count how the sentences of each report stand to the source: by role and kind.

    marked: from `mark_sentences`. Returns one row per (pair, role, kind), closest kinds first: n_sentences,
    n_words, share (of the sentences of this role). kind is a key of KINDS or NO_LINK: what the report adds.
    """
    report = marked[marked["side"] == "report"]
    report = report.assign(kind=report["kind"].where(report["has_link"], NO_LINK), role=_tell_voice(report))
    counts = report.groupby([*PAIR, "role", "kind"])["n_words"].agg(n_sentences="size", n_words="sum")
    counts = counts.reset_index()
    counts["share"] = counts["n_sentences"] / counts.groupby([*PAIR, "role"])["n_sentences"].transform("sum")
    rank = counts["kind"].map({kind: place for place, kind in enumerate([*KINDS, NO_LINK])})
    order = [*PAIR, "role", "rank"]
    ranked = counts.assign(rank=rank).sort_values(
        order, ascending=[True, True, False, True], ignore_index=True
    )
    return ranked.drop(columns="rank")


def _tell_voice(report: pd.DataFrame) -> pd.Series:
    """Answers and quotations are one voice, the speaker's."""
    return report["role"].where(~report["is_own"], "quotation")
