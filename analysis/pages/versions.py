"""What the page on two texts of one event says.

Nobody is praised or blamed: a sentence is kept, left out, or worded otherwise.
"""

from __future__ import annotations

import pandas as pd

from analysis.figures import MOST_BARS, MOST_MAPS, display_text
from analysis.pages.phrasing import (
    MOST_NAMED,
    Texts,
    agree,
    count,
    itemise,
    join,
    one_or_range,
    percent,
    sentence_if_empty,
)
from analysis.report import Report
from analysis.versions import FATES, KINDS, NO_LINK, PAIR

NOT_TWO_TEXTS = "No event has two texts, so there is nothing to set side by side."
LARGELY = 0.75  # three of four pairs of places: from there on an order is called the same, or the reverse


def tell_pairs(pairs: pd.DataFrame) -> str:
    """Say which texts are set side by side; pairs as from `list_pairs`."""
    if pairs.empty:
        what_for = "The pictures and tables of this page are for reports in which an event has several."
        return f"{NOT_TWO_TEXTS} {what_for}"
    more = len(pairs) - MOST_NAMED
    listed = [*pairs["pair"].head(MOST_NAMED), *([f"{more} more"] if more > 0 else [])]
    return f"Set side by side here: {join(listed)}."


def tell_kept(measured: pd.DataFrame) -> str:
    """Say how much is kept; measured as from `measure_pairs`."""
    sums = measured.sum(numeric_only=True)
    if measured.empty or not sums["n_words"]:
        return NOT_TWO_TEXTS
    said, n_kept = count(int(sums["n_sentences"]), "sentence"), int(sums["n_kept"])
    sentences = percent(n_kept / sums["n_sentences"])
    words = percent(sums["n_words_kept"] / sums["n_words"])
    kept = (
        f"Of {said} in the speaker’s own words, {n_kept} come back: {sentences} of the sentences and {words} "
        "of the words."
    )
    if not sums["n_words_kept"]:
        return kept
    used = 100 * sums["n_report_words"] / sums["n_running_kept"]
    return (
        f"{kept} Where something comes back, the reports use {used:.0f} words for a hundred of their sources."
    )


def tell_order(measured: pd.DataFrame) -> str:
    """Say in which order the reports tell; measured as from `measure_pairs`."""
    told = measured[measured["share_reversed"].notna()]
    if told.empty:
        return NOT_TWO_TEXTS if measured.empty else "Too few sentences come back to speak of an order."
    return " ".join(_tell_order(row) for row in told.head(MOST_NAMED).itertuples())


def _tell_order(row: tuple) -> str:
    several = f"the report takes up the {row.unit}s of its source in the order {row.taken_up}; "
    return (
        f"{row.pair}: {several if row.n_parts_kept > 1 else ''}of every two linked places, "
        f"{percent(row.share_reversed)} stand the other way round (Kendall’s tau {display_text(row.tau)}); "
        f"{row.n_back:.0f} of {count(int(row.n_steps), 'step')} from one sentence to the next lead back."
    )


@sentence_if_empty(NOT_TWO_TEXTS)
def say_map(links: pd.DataFrame, report: Report, *, measured: pd.DataFrame) -> Texts:
    """For `plot_map`; links as from `list_links`, measured as from `measure_pairs`."""
    kinds = links["kind"].value_counts()
    listed = join(f"{kinds[kind]} {KINDS[kind]}" for kind in KINDS if kind in kinds)
    each = "; ".join(_describe_pair(row) for row in measured.head(MOST_MAPS).itertuples())
    return {
        "title": _title_map(measured),
        "subtitle": "Sentences of the fuller text (left) and of the report (right), in printed order, joined "
        "where one reports the other; heights are words, narrow boxes are not the speaker’s own words",
        "note": f"Source: table passages. {count(int(measured['n_links'].sum()), 'link')} between sentences."
        f"{_note_more(len(measured), MOST_MAPS, 'pairs of texts')}",
        "caption": f"Links: {listed}. Each answer is named after the topic that it mentions most.",
        "alt": f"Two columns of blocks with lines between them. {each}.",
    }


def _title_map(measured: pd.DataFrame) -> str:
    if len(measured) > 1:
        return "What reports keep of an interview, and in which order"
    only = measured.iloc[0]
    name = only["report_name"][:1].upper() + only["report_name"][1:]
    if not only["n_words_kept"]:
        return f"No sentence of {only['source_name']} is found in {only['report_name']}"
    return (
        f"{name} reports {only['n_kept']} of the speaker’s {count(only['n_sentences'], 'sentence')}"
        f"{_name_order(only)}"
    )


def _name_order(measured: tuple | pd.Series) -> str:
    """Name the order of a pair, a row of `measure_pairs`; '' where too little comes back to have one."""
    share = measured.share_reversed
    if pd.isna(share):
        return ""
    if _is_backwards(measured.taken_up):
        return f", from the last {measured.unit} to the first"
    largely = "" if share in (0, 1) else "largely "
    if share <= 1 - LARGELY:
        return f", {largely}in the same order"
    return f", {largely}in reverse order" if share >= LARGELY else ", in another order"


def _is_backwards(taken_up: str) -> bool:
    """Tell whether three or more parts, "4, 2, 1", are taken up from the last to the first."""
    parts = [int(part) for part in taken_up.split(", ") if part]
    return len(parts) > 2 and parts == sorted(parts, reverse=True)


def _describe_pair(row: tuple) -> str:
    return (
        f"{row.pair}: {row.n_kept} of {count(row.n_sentences, 'sentence')} and {percent(row.share_words)} of "
        f"the speaker’s words kept{_name_order(row)}"
    )


@sentence_if_empty(NOT_TWO_TEXTS)
def say_parts(kept: pd.DataFrame, report: Report) -> Texts:
    """For `plot_kept` of the parts of a source; kept as from `split_parts`."""
    shares, units = _share_kept(kept), kept["unit"].unique()
    unit = units[0] if len(units) == 1 else "part"
    return {
        "title": _title_parts(shares, unit),
        "subtitle": f"The speaker’s own words in each {unit}, by how their sentences are kept",
        "note": f"Source: tables sentences and passages. {count(int(kept['n'].sum()), 'word')}."
        f"{_note_more(len(shares), MOST_BARS, 'rows')}",
        "caption": "At the right: the share of the words that is kept. A sentence counts whole, even where "
        "only a part of it comes back.",
        "alt": f"Stacked bars, one for each {unit}. Words kept: {_list_shares(shares)}.",
    }


def _title_parts(shares: pd.Series, unit: str) -> str:
    return one_or_range(
        shares,
        write=percent,
        one=f"How much of each {unit} is kept: {{low}} of its words",
        several=f"From {{low}} to {{high}} of the words of each {unit} are kept",
    )


@sentence_if_empty("No topic is mentioned in a text that another text reports.")
def say_topics(kept: pd.DataFrame, report: Report) -> Texts:
    """For `plot_kept` of topics; kept as from `split_topics`."""
    shares = _share_kept(kept)
    lost = shares.index[shares == 0]
    n, left = int(kept["n"].sum()), int(kept.loc[kept["kind"] == NO_LINK, "n"].sum())
    return {
        "title": f"Of {count(n, 'mention')} of topics, {percent(left / n)} are left out",
        "subtitle": "Mentions of topics in the speaker’s own words, by how their sentences are kept",
        "note": f"Source: tables tokens and passages. {count(n, 'hit')} of topic patterns."
        f"{_note_more(len(shares), MOST_BARS, 'rows')}",
        "caption": f"Topics of which nothing is kept: {join(lost) if len(lost) else 'none'}. At the "
        "right: the share of mentions that stand in sentences which are kept.",
        "alt": f"Stacked bars, one a topic. Mentions kept: {_list_shares(shares)}.",
    }


def _share_kept(kept: pd.DataFrame) -> pd.Series:
    """Return the share of each row that is kept, in order."""
    left_out = kept["n"].where(kept["kind"] == NO_LINK, 0)
    sums = kept.assign(left_out=left_out).groupby("row", sort=False)[["n", "left_out"]].sum()
    share_left_out = sums["left_out"] / sums["n"]
    return 1 - share_left_out


def _list_shares(shares: pd.Series) -> str:
    return itemise(shares.head(MOST_BARS).map(percent), ", ")


def _note_more(n: int, most: int, what: str) -> str:
    return f" The first {most} of {n} {what} are drawn." if n > most else ""


def tell_topics(topics: pd.DataFrame, measured: pd.DataFrame) -> str:
    """Set topic mentions against words; topics as from `count_topics_kept`, measured as `measure_pairs`."""
    if measured.empty or not measured["n_words"].sum():
        return NOT_TWO_TEXTS
    if topics.empty:
        return "No topic is mentioned there."
    words = percent(measured["n_words_kept"].sum() / measured["n_words"].sum())
    n, n_kept = topics["n"].sum(), topics["n_kept"].sum()
    return (
        f"Of {count(n, 'mention')} of topics, {n_kept} stand in sentences that are kept: "
        f"{percent(n_kept / n)}, while {words} of the words are."
    )


def tell_phrases(traced: pd.DataFrame) -> str:
    """Say how many phrases come through; traced as from `trace_phrases`, without names."""
    if traced.empty:
        return "No phrase that is followed here stands in a text that another text reports."
    told = {"named": "named in advance", "expression": "found without being named"}
    fates = traced.groupby(["kind", "fate"]).size().unstack(fill_value=0)
    fates = fates.reindex(columns=list(FATES), fill_value=0)
    present = [kind for kind in told if kind in fates.index]
    return " ".join(_tell_fates(fates.loc[kind], told[kind]) for kind in present)


def _tell_fates(fates: pd.Series, words: str) -> str:
    listed = ", ".join(f"{n} {fate}" for fate, n in fates.items())
    return f"Of {count(int(fates.sum()), 'phrase')} {words}: {listed}."


def tell_fidelity(fidelity: pd.DataFrame) -> str:
    """Say how closely the reports quote; fidelity as from `count_fidelity`."""
    if fidelity.empty:
        return NOT_TWO_TEXTS
    n = fidelity[fidelity["role"] == "quotation"].groupby("kind")["n_sentences"].sum()
    if n.empty:
        return "The reports quote no whole sentence."
    told = [kind for kind in KINDS if kind != "paraphrase" or n.get(kind, 0)]  # a quotation is seldom one
    listed = join(f"{n.get(kind, 0)} {KINDS[kind]}" for kind in told)
    return (
        f"Of {count(int(n.sum()), 'sentence')} in quotation marks, {listed}; {n.get(NO_LINK, 0)} without a "
        "counterpart."
    )


def tell_added(fidelity: pd.DataFrame) -> str:
    """Say what the reports add; fidelity as from `count_fidelity`."""
    if fidelity.empty:
        return NOT_TWO_TEXTS
    added = fidelity[fidelity["kind"] == NO_LINK].groupby("role")["n_sentences"].sum()
    n, n_added = count(int(fidelity["n_sentences"].sum()), "sentence"), int(added.sum())
    listed = join(f"{of} of {role}" for role, of in added.items())
    have = agree(n_added, "has", "have")
    return f"Of {n} of the reports, {n_added} {have} no counterpart{f': {listed}' if n_added else ''}."


def list_fidelity(fidelity: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return `count_fidelity` as printed: texts (where several), sentences of, how, number, words, %."""
    table = fidelity.merge(pairs[[*PAIR, "pair"]], on=PAIR)
    printed = {
        "texts": table["pair"],
        "sentences of": table["role"],
        "how": table["kind"].replace(KINDS),
        "number": table["n_sentences"],
        "words": table["n_words"],
        "% of sentences": (100 * table["share"]).round().astype(int),
    }
    return pd.DataFrame(printed).drop(columns=[] if len(pairs) > 1 else "texts")
