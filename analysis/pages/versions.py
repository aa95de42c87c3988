"""What the page on two texts of one event says.

Nobody is praised or blamed: a sentence is kept, left out, or worded otherwise.
"""

from __future__ import annotations

import pandas as pd

from analysis.figures import MOST_BARS, MOST_MAPS, write_kept
from analysis.messages import translate, translate_word, write_number
from analysis.pages.phrasing import (
    MOST_NAMED,
    Texts,
    agree,
    begin,
    count,
    itemise,
    join,
    percent,
    sentence_if_empty,
    span,
)
from analysis.pages.versions_checks import NOT_TWO_TEXTS, tell_shares
from analysis.report import Report
from analysis.roles import OWN
from analysis.statistics import Baseline
from analysis.versions import FATES, KINDS, NO_LINK, PAIR

ENOUGH = 5  # parts: one order in 120 is that of the source, one its reverse; of four, one in 24
CHANCE_LINKS = "The links are no more than chance gives, so nothing is said of what comes back."
NEUTRAL_MAP = "What reports tell of an interview, and in which order"
MOSTLY = 2 / 3
LARGELY = 0.75  # three of four pairs of places: from there on an order is called the same, or the reverse


def tell_pairs(pairs: pd.DataFrame) -> str:
    """Say which texts are set side by side; pairs as from `list_pairs`."""
    if pairs.empty:
        what_for = translate(
            "The pictures and tables of this page are for reports in which an event has several."
        )
        return f"{translate_word(NOT_TWO_TEXTS)} {what_for}"
    more = len(pairs) - MOST_NAMED
    listed = [*pairs["pair"].head(MOST_NAMED), *([translate("{more} more", more=more)] if more > 0 else [])]
    return translate("Set side by side here: {join}.", join=join(listed))


def tell_kept(measured: pd.DataFrame, checks: pd.DataFrame) -> str:
    """Say how much is kept, where the links are beyond chance.

    measured: from `measure_pairs`. checks: from `list_checks`.
    """
    sums = measured.sum(numeric_only=True)
    if measured.empty or not sums["n_words"]:
        return translate_word(NOT_TWO_TEXTS)
    if (checks["n_tried"].gt(0) & ~checks["is_above"]).any():
        return translate_word(CHANCE_LINKS)
    words = percent(sums["n_words_kept"] / sums["n_words"])
    told = tell_shares(checks, int(sums["n_kept"]), int(sums["n_sentences"]))
    return translate("{told} The sentences found hold {words} of those words.", told=told, words=words)


def tell_order(measured: pd.DataFrame, inside: pd.DataFrame) -> str:
    """Say in which order the reports tell; measured as from `measure_pairs`, inside `measure_part_order`."""
    told = measured[measured["share_reversed"].notna()]
    if told.empty:
        return (
            NOT_TWO_TEXTS
            if measured.empty
            else translate("Too few sentences come back to speak of an order.")
        )
    return " ".join(_tell_order(row, inside) for row in told.head(MOST_NAMED).itertuples())


def _tell_order(row: tuple, inside: pd.DataFrame) -> str:
    several = translate(
        "the report takes up the {unit}s of its source in the order {taken_up}; ",
        unit=translate_word(row.unit),
        taken_up=row.taken_up,
    )
    return translate(
        "{begin}: {how}of every two linked places, {share} stand the other way round (Kendall’s tau "
        "{hundredths}).{tell_inside}",
        begin=begin(row.pair),
        how=several if row.n_parts_kept > 1 else "",
        share=percent(row.share_reversed),
        hundredths=_hundredths(row.tau),
        tell_inside=_tell_inside(row, inside),
    )


def _tell_inside(row: tuple, inside: pd.DataFrame) -> str:
    """Say in how many parts the order is mostly kept; '' where there are not several that have one."""
    mine = inside[(inside["report"] == row.report) & (inside["source"] == row.source)]
    mine = mine.dropna(subset=["tau", "share_reversed"])
    if len(mine) < 2:
        return ""
    n_kept, taus = int((mine["share_reversed"] <= 1 - MOSTLY).sum()), ", ".join(mine["tau"].map(_hundredths))
    return translate(
        " Inside the {unit}s it mostly keeps the order in {n_kept} of {n_mine} (tau {taus}).",
        unit=translate_word(row.unit),
        n_kept=n_kept,
        n_mine=len(mine),
        taus=taus,
    )


def _hundredths(tau: float) -> str:
    return write_number(f"{tau:.2f}").replace("-", "−")


@sentence_if_empty(NOT_TWO_TEXTS)
def say_map(links: pd.DataFrame, report: Report, *, measured: pd.DataFrame, checks: pd.DataFrame) -> Texts:
    """For `plot_map`; links as from `list_links`, measured `measure_pairs`, checks `list_checks`."""
    kinds = links["kind"].value_counts()
    listed = join(f"{kinds[kind]} {translate_word(KINDS[kind])}" for kind in KINDS if kind in kinds)
    each = "; ".join(_describe_pair(row) for row in measured.head(MOST_MAPS).itertuples())
    return {
        "title": _title_map(measured, checks),
        "subtitle": translate(
            "Sentences of the fuller text (left) and of the report (right), in printed order, joined where "
            "one reports the other; heights are words, narrow boxes are not the speaker’s own words"
        ),
        "note": translate(
            "Source: table passages. {links} between sentences.{note_more}",
            links=count(int(measured["n_links"].sum()), "link"),
            note_more=_note_more(len(measured), MOST_MAPS, translate("pairs of texts")),
        ),
        "caption": translate(
            "Links: {listed}. {tell_names}A sentence counts even where only a part of it comes back; other "
            "words may be a translator’s.",
            listed=listed,
            tell_names=_tell_names(measured, report),
        ),
        "alt": translate("Two columns of blocks with lines between them. {each}.", each=each),
    }


def _tell_names(measured: pd.DataFrame, report: Report) -> str:
    """Say what the parts of the sources are named after; '' where no topic is found in them."""
    hits = report.topic_hits
    if not (hits["source"].isin(measured["source"]) & hits["role"].isin(OWN)).any():
        return ""
    units = measured["unit"].unique()
    unit = units[0] if len(units) == 1 else "part"
    return translate(
        "Each {unit} is named after the topic that it mentions most, if any. ", unit=translate_word(unit)
    )


def _title_map(measured: pd.DataFrame, checks: pd.DataFrame) -> str:
    """Say how much one report takes up, about, where its links are beyond chance and somebody has read them."""
    only, check = measured.iloc[0], checks.iloc[0]
    if len(measured) > 1 or not check["is_above"] or not only["n_words_kept"]:
        return translate_word(NEUTRAL_MAP)
    name = only["report_name"][:1].upper() + only["report_name"][1:]
    if check["n_read"] < check["n_sentences"]:  # nobody knows how many of its links are chance
        return (
            translate(
                "{name} tells the interview{removeprefix}",
                name=name,
                removeprefix=_name_order(only).removeprefix(","),
            )
            if _name_order(only)
            else translate_word(NEUTRAL_MAP)
        )
    if not check["n_own_read"]:
        return translate_word(NEUTRAL_MAP)
    share = check["n_own_read"] / only["n_sentences"]
    return translate(
        "{name} takes up {about} of the speaker’s sentences{name_order}",
        name=name,
        about=_about(share),
        name_order=_name_order(only),
    )


def _about(share: float) -> str:
    """Say a share that has an error, in tenths."""
    tenths = round(10 * share)
    return {0: "few", 10: translate("nearly all")}.get(
        tenths, translate("about {tenths}%", tenths=10 * tenths)
    )


def _name_order(measured: tuple | pd.Series) -> str:
    """Name the order of a pair, a row of `measure_pairs`; '' where there are too few parts to have one."""
    share = measured.share_reversed
    if pd.isna(share) or measured.n_parts_kept < ENOUGH:
        return ""
    if _is_backwards(measured.taken_up):
        return translate(", the {units} in reverse order", units=translate_word(f"{measured.unit}s"))
    largely = "" if share in (0, 1) else translate("largely ")
    if share <= 1 - LARGELY:
        return translate(", {largely}in the same order", largely=largely)
    return translate(", {largely}in reverse order", largely=largely) if share >= LARGELY else ""


def _is_backwards(taken_up: str) -> bool:
    """Tell whether enough parts, "6, 4, 3, 2, 1", are taken up from the last to the first."""
    parts = [int(part) for part in taken_up.split(", ") if part]
    return len(parts) >= ENOUGH and parts == sorted(parts, reverse=True)


def _describe_pair(row: tuple) -> str:
    return translate(
        "{pair}: {n_kept} of {sentences} and {share} of the speaker’s words found again{name_order}",
        pair=row.pair,
        n_kept=row.n_kept,
        sentences=count(row.n_sentences, "sentence"),
        share=percent(row.share_words),
        name_order=_name_order(row),
    )


@sentence_if_empty(NOT_TWO_TEXTS)
def say_parts(kept: pd.DataFrame, report: Report) -> Texts:
    """For `plot_kept` of the parts of a source; kept as from `split_parts`."""
    shares, units = write_kept(kept), kept["unit"].unique()
    unit = translate_word(units[0]) if len(units) == 1 else translate("part")
    return {
        "title": translate("What is found again of each {unit}", unit=unit),
        "subtitle": translate(
            "The speaker’s own words in each {unit}, by how their sentences are reported", unit=unit
        ),
        "note": translate(
            "Source: tables sentences and passages. {words}.{note_more}",
            words=count(int(kept["n"].sum()), "word"),
            note_more=_note_more(len(shares), MOST_BARS, translate("rows")),
        ),
        "caption": translate(
            "At the right: the share of the words in sentences that are found again. A sentence counts "
            "whole, even where only a part of it comes back, and one link more or less moves a share."
        ),
        "alt": translate(
            "Stacked bars, one for each {unit}. Words found again: {list_shares}.",
            unit=unit,
            list_shares=_list_shares(shares),
        ),
    }


@sentence_if_empty("No topic is mentioned in a text that another text reports.")
def say_topics(kept: pd.DataFrame, report: Report, *, chance: Baseline) -> Texts:
    """For `plot_kept` of topics; kept as from `split_topics`, chance as from `compare_topics`."""
    shares, n = write_kept(kept), int(kept["n"].sum())
    found = set(kept.loc[kept["kind"].ne(NO_LINK) & kept["n"].gt(0), "row"])
    lost = [row for row in shares.index if row not in found]
    return {
        "title": _title_topics(chance),
        "subtitle": translate(
            "Mentions of topics in the speaker’s own words, by how their sentences are reported"
        ),
        "note": translate(
            "Source: tables tokens and passages. {hits} of topic patterns.{note_more}",
            hits=count(n, "hit"),
            note_more=_note_more(len(shares), MOST_BARS, translate("rows")),
        ),
        "caption": translate(
            "Topics of which nothing is found again: {how}. At the right: how many mentions stand in "
            "sentences which are found again.",
            how=join(lost) if lost else translate("none"),
        ),
        "alt": translate(
            "Stacked bars, one a topic. Mentions found again: {list_shares}.",
            list_shares=_list_shares(shares),
        ),
    }


def _title_topics(chance: Baseline) -> str:
    if not chance.is_outside:
        return translate("What is found again of each topic")
    return translate(
        "Topics come back {how} often than the rest",
        how=translate("more") if chance.is_above else translate("less"),
    )


def _list_shares(shares: pd.Series) -> str:
    return itemise(shares.head(MOST_BARS), ", ")


def _note_more(n: int, most: int, what: str) -> str:
    return (
        translate(" The first {most} of {n} {what} are drawn.", most=most, n=n, what=what) if n > most else ""
    )


def tell_topics(topics: pd.DataFrame, measured: pd.DataFrame, chance: Baseline) -> str:
    """Set topic mentions against chance; topics as from `count_topics_kept`, chance as `compare_topics`."""
    if measured.empty or not measured["n_words"].sum():
        return translate_word(NOT_TWO_TEXTS)
    if topics.empty:
        return translate("No topic is mentioned there.")
    n, n_kept = topics["n"].sum(), topics["n_kept"].sum()
    compared = "" if chance.is_outside else translate(": as often as the rest, as far as so few can tell")
    return translate(
        "Of {mentions} of topics, {n_kept} stand in sentences that are found again, by chance "
        "{span}{compared}.",
        mentions=count(n, "mention"),
        n_kept=n_kept,
        span=span(int(chance.low), int(chance.high), write=str),
        compared=compared,
    )


def tell_phrases(traced: pd.DataFrame) -> str:
    """Say how many named phrases come through; traced as from `trace_phrases`."""
    fates = traced.loc[traced["kind"] == "named", "fate"]
    if fates.empty:
        return translate("No chosen phrase stands in a text that another text reports.")
    counts = fates.value_counts().reindex(list(FATES), fill_value=0)
    listed = ", ".join(f"{n} {translate_word(fate)}" for fate, n in counts.items())
    return translate(
        "Of {chosen_phrases} that the fuller text uses: {listed}.",
        chosen_phrases=count(len(fates), "chosen phrase"),
        listed=listed,
    )


def tell_fidelity(fidelity: pd.DataFrame, translated: pd.Series) -> str:
    """Say how closely the reports quote.

    fidelity: from `count_fidelity`. translated: from `find_translated`; where both texts of a pair are
    translations, nothing can be word for word, and only what has a counterpart is counted.
    """
    if fidelity.empty:
        return translate_word(NOT_TWO_TEXTS)
    n = fidelity[fidelity["role"] == "quotation"].groupby("kind")["n_sentences"].sum()
    if n.empty:
        return translate("The reports quote no whole sentence.")
    quoted, alone = count(int(n.sum()), "sentence"), n.get(NO_LINK, 0)
    mostly = agree(int(n.sum()), "is mostly quotation", "are mostly quotation")
    found = {"quoted": quoted, "mostly": mostly, "n": n.sum() - alone}
    if translated.any():
        return translate(
            "Two translations of one sentence cannot be word for word alike. Here of {quoted} that {mostly}, the rules "
            "find a counterpart for {n}.",
            **found,
        )
    told = [kind for kind in KINDS if kind != "paraphrase" or n.get(kind, 0)]  # a quotation is seldom one
    kinds = join(f"{n.get(kind, 0)} {translate_word(KINDS[kind])}" for kind in told)
    return translate(
        "Of {quoted} that {mostly}, the rules find a counterpart for {n}: {kinds}.", **found, kinds=kinds
    )


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
