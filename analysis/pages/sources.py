"""What the page on sources says: whose words its texts hold, and when they were said."""

from __future__ import annotations

import pandas as pd

from analysis.counting import BELONGS
from analysis.figures import MOST_ROWS
from analysis.own_words import are_of_references, are_own_words
from analysis.pages.deliveries import FOREIGN
from analysis.pages.notes import note_files, note_own
from analysis.pages.phrasing import (
    Texts,
    agree,
    call_events,
    count,
    itemise,
    join,
    most,
    one_or_range,
    percent,
    sentence_if_empty,
)
from analysis.report import Report
from analysis.roles import OWN

NOT_KNOWN = "not known"
_SAID_BY = {
    "title of the text": "the text’s own title",
    "text": "the text",
    "address": "the address given",
    "appearance": "nobody; the text looks so",
}
STANDS_OUT = 1.2  # times the words of an average interview, from which the longest is a title
_LARGE = 0.1  # of all words; of many interviews the longest is no news


@sentence_if_empty("The texts hold no words.")
def say_roles(shares: pd.DataFrame, report: Report) -> Texts:
    """For `plot_roles` of sources; shares as from `count_roles`, with row for the text’s name."""
    is_own = shares["belongs"] == "own"
    own = shares[is_own].set_index("row")["share"]
    is_counted = shares["source"].isin(report.references["source"])
    n_words, n_counted = shares["n_words"].sum(), shares.loc[is_own & is_counted, "n_words"].sum()
    listed = itemise(own.map(percent), " ")
    return {
        "title": _title_roles(shares.loc[is_own & is_counted, "share"]),
        "subtitle": "Words of each text by whose they are, as a share of the text",
        "note": f"Source: table segments. {note_files(report)}{_note_drawn(len(own))}",
        "caption": f"Of {count(n_words, 'word')} in the files, {percent(n_counted / n_words)} are counted: "
        f"{report.speaker}’s own, in one text of each interview. Who else speaks in a text, and how much, differs "
        "from one kind of text to another.",
        "alt": f"Stacked bars, one a text. Share of {report.speaker}’s own words: {listed or 'none'}.",
    }


def _note_drawn(n: int) -> str:
    """Say that only the first texts are drawn; '' where all are."""
    return f" The first {MOST_ROWS} of {n:,} texts are drawn; the file has all." if n > MOST_ROWS else ""


def _title_roles(own: pd.Series) -> str:
    """Name the shares of the texts that are counted; a news report is half narration by trade."""
    texts = f"the {len(own)} texts" if len(own) > 1 else "the text"
    return one_or_range(
        own,
        write=percent,
        one=f"Of the words of {texts} counted, {{low}} are the speaker’s own",
        several=f"Of {texts} counted, {{low}} to {{high}} of the words are the speaker’s own",
    )


@sentence_if_empty("The texts hold no words.")
def say_naive(naive: pd.DataFrame, report: Report) -> Texts:
    """For `plot_roles` of what a raw count finds; naive as from `count_naive`, with row for what is said."""
    is_own = naive["belongs"] == "own"
    totals = naive.groupby("row", sort=False)["n"].sum()
    own = naive[is_own].set_index("row")["n"].reindex(totals.index, fill_value=0)
    compared = join(f"{own[row]:,} of {totals[row]:,} {row}" for row in totals.index)
    others = naive[~is_own & (naive["n"] > 0)]
    listed = "; ".join(f"{r.row}, {BELONGS[r.belongs]}: {r.n:,}" for r in others.itertuples())
    return {
        "title": _title_naive(own.iloc[0], totals.iloc[0]),
        "subtitle": "What a plain search through all files finds, by whose words it really is",
        "note": f"Source: tables segments and tokens. {note_files(report)}",
        "caption": f"The speaker’s own, counted once: {compared}. What else a plain search finds belongs to "
        "others, stands in titles and labels, is printed twice, or stands in a second text of an interview.",
        "alt": f"Stacked bars. The speaker’s own: {compared}. Not to be counted: {listed or 'nothing'}.",
    }


def _title_naive(own: int, total: int) -> str:
    """Say what is not counted: somebody else's, or the speaker's once more."""
    rest = 1 - own / total
    if rest > 0:
        return f"Of the words in the files, {percent(rest)} are not the speaker’s, or are copies"
    return "The plain count and the right one"


def _tell_copies(report: Report) -> str:
    """Say what counts of events that several texts report; '' where none has several."""
    has_copies = report.sources["event"].duplicated().any()
    return " Where several texts report one, only one of them is counted." if has_copies else ""


@sentence_if_empty("There are no events.")
def say_timeline(events: pd.DataFrame, report: Report) -> Texts:
    """For `plot_timeline`; events with label, date, n_words, by date."""
    words = events.set_index("label")["n_words"]
    listed = itemise(words.map(lambda n: count(n, "word")), ", ")
    return {
        "title": _title_timeline(words),
        "subtitle": f"Interviews{_name_order(events)}; "
        f"{_name_scale(len(events))} the number of the speaker’s own words",
        "note": f"Source: table segments. {note_own(report)}",
        "caption": f"{count(len(events), 'interview')}{_name_days(events['date'])}, as far as these texts hold them."
        f"{_tell_excerpts(report)}{_tell_copies(report)}",
        "alt": f"Marks{_name_order(events)}, one an interview: {listed}.",
    }


def _name_order(events: pd.DataFrame) -> str:
    return " by date" if (events["date"] != "").any() else ""


def _name_days(dates: pd.Series) -> str:
    """Say between which days events lie, and of how many no day is known."""
    known = dates[dates != ""]
    if known.empty:
        return ", of no known day"
    days = f", from {known.min()} to {known.max()}" if known.min() < known.max() else f", on {known.min()}"
    n_without = len(dates) - len(known)
    return f"{days} ({n_without} of no known day)" if n_without else days


def _name_scale(n_events: int) -> str:
    """Say what shows how many words there are; many events have no row each, but stand at their height."""
    return "the height of a mark is" if n_events > MOST_ROWS else "the area of a mark stands for"


def _title_timeline(words: pd.Series) -> str:
    """Name the interview of which most is at hand, if there is one that stands out."""
    longest = most(words)
    is_large = words.max() > max(STANDS_OUT * words.mean(), _LARGE * words.sum())
    if len(longest) == 1 < len(words) and is_large:
        return f"Of the words counted, {percent(words.max() / words.sum())} are from {longest[0]}"
    return f"The speaker’s own words in {count(len(words), 'interview')}"


def _tell_excerpts(report: Report) -> str:
    """Say of which interviews excerpts stand for the whole; '' where of none."""
    references = report.references
    labels = references.loc[references["kind"] == "excerpt", "label"]
    return f" Of {join(labels)} only excerpts are at hand." if len(labels) else ""


def tell_hits(report: Report) -> str:
    """Say whose the hits of phrases are: each use counted once, told again, in titles, or somebody else’s."""
    hits = report.phrase_hits[["source", "role"]]
    is_counted = are_own_words(hits, report.sources)
    is_again = ~is_counted & (hits["role"].isin([*OWN, "repeat"]) | ~are_of_references(hits, report.sources))
    is_titled = ~is_counted & ~is_again & (hits["role"] == "apparatus")
    n, n_counted, n_again, n_titled = (
        len(hits),
        *(int(flag.sum()) for flag in (is_counted, is_again, is_titled)),
    )
    if not n:
        return "No phrase that was named stands in these texts."
    uses = agree(n_counted, "is a use of the speaker’s", "are uses of the speaker’s, each counted once")
    if n and n == n_counted:
        elsewhere = "none stands in a second text, in titles or in what others say"
        return f"{count(n, 'hit')} of phrases {uses}; {elsewhere}."
    return (
        f"Of {count(n, 'hit')} of phrases, {n_counted} {uses}; {n_again} {agree(n_again, 'stands', 'stand')} in a "
        f"second text of an interview or in words printed twice, {n_titled} in titles and labels, and "
        f"{n - n_counted - n_again - n_titled} in what others say."
    )


def list_provenance(report: Report) -> pd.DataFrame:
    """List how each text came to us: text, came, said_by; both "not known" where nobody decided.

    Where nothing is known of any text, there is no row.
    """
    texts = report.sources[["source"]].assign(text=report.sources["source"].map(report.text_names))
    said = report.provenance.assign(said_by=report.provenance["said_by"].map(_SAID_BY))
    listed = texts.merge(said[["source", "came", "said_by"]], on="source", how="left")
    known = listed if listed["came"].notna().any() else listed.head(0)
    return known.fillna(NOT_KNOWN)[["text", "came", "said_by"]]


def name_rows(came: pd.DataFrame) -> str:
    """Say what a row of `list_provenance` is."""
    return (
        "A row is a text, by date."
        if len(came)
        else "A row is a text of which it is known how it came to us."
    )


def tell_events(report: Report) -> str:
    """Say how many events there are, as what they are: "4 interviews", "5 speeches"."""
    return call_events(count(len(report.events), "interview"), report.occasion)


def tell_number(n_sources: int) -> str:
    """Say how many texts tell of something: "1 text tells", "5 texts tell"."""
    return f"{count(n_sources, 'text')} {agree(n_sources, 'tells', 'tell')}"


def tell_deliveries(report: Report) -> str:
    """Say how much of what is counted was written, and how much is translated, or likely to be."""
    decided = report.references[["source", "event"]].merge(report.deliveries, on="source", how="left")
    decided = decided.merge(report.events[["event", "n_words"]], on="event")
    n_words, of = decided["n_words"].sum(), decided["n_words"]
    if decided["delivery"].isna().all() or not n_words:
        return "How these words were given, and whether they are translated, is not stated."
    written, translated = (
        of[decided["delivery"] == "written"].sum(),
        of[decided["translated"].isin(FOREIGN)].sum(),
    )
    open_words = of[decided["delivery"].isna()].sum()
    unknown = f" Of {percent(open_words / n_words)} neither is stated." if open_words else ""
    return (
        f"Of the words counted, {_say_share(written / n_words)} were written and not spoken, and "
        f"{_say_share(translated / n_words)} are, or are likely to be, translations.{unknown}"
    )


def _say_share(share: float) -> str:
    return {0: "none", 1: "all"}.get(share, percent(share))


def list_doubts(report: Report) -> pd.DataFrame:
    """List the doubts of each text by kind: text, doubt, n (how many), decided and remedy of the first."""
    columns = ["text", "doubt", "n", "decided", "remedy"]
    if report.doubts.empty:
        return pd.DataFrame(columns=columns)
    named = report.doubts.assign(text=report.doubts["source"].map(report.text_names))
    grouped = named.groupby(["text", "kind"], sort=False)
    first = grouped[["decided", "remedy"]].first().assign(n=grouped.size()).reset_index()
    return first.rename(columns={"kind": "doubt"})[columns]


def tell_doubts(report: Report) -> str:
    """Say how many places of the texts are doubtful."""
    if report.doubts.empty:
        return "No place of these texts is doubtful."
    n_texts = report.doubts["source"].nunique()
    places, texts = count(len(report.doubts), "place"), count(n_texts, "text")
    return f"{places} of {texts} {agree(len(report.doubts), 'is', 'are')} doubtful."
