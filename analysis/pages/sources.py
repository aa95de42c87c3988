"""What the page on sources says: whose words its texts hold, and when they were said."""

from __future__ import annotations

import pandas as pd

from analysis.counting import BELONGS
from analysis.figures import MOST_ROWS, display_text
from analysis.messages import translate, translate_word
from analysis.own_words import are_of_references, are_own_words
from analysis.pages.days import tell_day
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
        "subtitle": translate("Words of each text by whose they are, as a share of the text"),
        "note": translate(
            "Source: table segments. {note_files}{note_drawn}",
            note_files=note_files(report),
            note_drawn=_note_drawn(len(own)),
        ),
        "caption": translate(
            "Of {words} in the files, {share} are counted: {speaker}’s own, in one text of each interview. "
            "Who else speaks in a text, and how much, differs from one kind of text to another.",
            words=count(n_words, "word"),
            share=percent(n_counted / n_words),
            speaker=report.speaker,
        ),
        "alt": translate(
            "Stacked bars, one a text. Share of {speaker}’s own words: {listed}.",
            speaker=report.speaker,
            listed=listed or translate("none"),
        ),
    }


def _note_drawn(n: int) -> str:
    """Say that only the first texts are drawn; '' where all are."""
    return (
        translate(
            " The first {most_rows} of {n:,} texts are drawn; the file has all.", most_rows=MOST_ROWS, n=n
        )
        if n > MOST_ROWS
        else ""
    )


def _title_roles(own: pd.Series) -> str:
    """Name the shares of the texts that are counted; a news report is half narration by trade."""
    texts = translate("the {n_own} texts", n_own=len(own)) if len(own) > 1 else translate("the text")
    return one_or_range(
        own,
        write=percent,
        one=translate("Of the words of {texts} counted, {{low}} are the speaker’s own", texts=texts),
        several=translate(
            "Of {texts} counted, {{low}} to {{high}} of the words are the speaker’s own", texts=texts
        ),
    )


@sentence_if_empty("The texts hold no words.")
def say_naive(naive: pd.DataFrame, report: Report) -> Texts:
    """For `plot_roles` of what a raw count finds; naive as from `count_naive`, with row for what is said."""
    is_own = naive["belongs"] == "own"
    totals = naive.groupby("row", sort=False)["n"].sum()
    own = naive[is_own].set_index("row")["n"].reindex(totals.index, fill_value=0)
    compared = join(
        translate("{own:,} of {totals:,} {row}", own=own[row], totals=totals[row], row=row)
        for row in totals.index
    )
    others = naive[~is_own & (naive["n"] > 0)]
    listed = "; ".join(
        f"{r.row}, {translate_word(BELONGS[r.belongs])}: {display_text(r.n)}" for r in others.itertuples()
    )
    return {
        "title": _title_naive(own.iloc[0], totals.iloc[0]),
        "subtitle": translate("What a plain search through all files finds, by whose words it really is"),
        "note": translate("Source: tables segments and tokens. {note_files}", note_files=note_files(report)),
        "caption": translate(
            "The speaker’s own, counted once: {compared}. What else a plain search finds belongs to others, "
            "stands in titles and labels, is printed twice, or stands in a second text of an interview.",
            compared=compared,
        ),
        "alt": translate(
            "Stacked bars. The speaker’s own: {compared}. Not to be counted: {listed}.",
            compared=compared,
            listed=listed or translate("nothing"),
        ),
    }


def _title_naive(own: int, total: int) -> str:
    """Say what is not counted: somebody else's, or the speaker's once more."""
    rest = 1 - own / total
    if rest > 0:
        return translate(
            "Of the words in the files, {share} are not the speaker’s, or are copies", share=percent(rest)
        )
    return translate("The plain count and the right one")


def _tell_copies(report: Report) -> str:
    """Say what counts of events that several texts report; '' where none has several."""
    has_copies = report.sources["event"].duplicated().any()
    if not has_copies:
        return ""
    return translate(" Where several texts report one, only one of them is counted.")


@sentence_if_empty("There are no events.")
def say_timeline(events: pd.DataFrame, report: Report) -> Texts:
    """For `plot_timeline`; events with label, date, n_words, by date."""
    words = events.set_index("label")["n_words"]
    listed = itemise(words.map(lambda n: count(n, "word")), ", ")
    return {
        "title": _title_timeline(words),
        "subtitle": translate(
            "Interviews{name_order}; {name_scale} the number of the speaker’s own words",
            name_order=_name_order(events),
            name_scale=_name_scale(len(events)),
        ),
        "note": translate("Source: table segments. {note_own}", note_own=note_own(report)),
        "caption": translate(
            "{interviews}{name_days}, as far as these texts hold them.{tell_excerpts}{tell_copies}",
            interviews=count(len(events), "interview"),
            name_days=_name_days(events["date"]),
            tell_excerpts=_tell_excerpts(report),
            tell_copies=_tell_copies(report),
        ),
        "alt": translate(
            "Marks{name_order}, one an interview: {listed}.", name_order=_name_order(events), listed=listed
        ),
    }


def _name_order(events: pd.DataFrame) -> str:
    return translate(" by date") if (events["date"] != "").any() else ""


def _name_days(dates: pd.Series) -> str:
    """Say between which days events lie, and of how many no day is known."""
    known = dates[dates != ""]
    if known.empty:
        return translate(", of no known day")
    days = (
        translate(", from {known} to {known_2}", known=tell_day(known.min()), known_2=tell_day(known.max()))
        if known.min() < known.max()
        else translate(", on {known}", known=tell_day(known.min()))
    )
    n_without = len(dates) - len(known)
    return (
        translate("{days} ({n_without} of no known day)", days=days, n_without=n_without)
        if n_without
        else days
    )


def _name_scale(n_events: int) -> str:
    """Say what shows how many words there are; many events have no row each, but stand at their height."""
    return (
        translate("the height of a mark is")
        if n_events > MOST_ROWS
        else translate("the area of a mark stands for")
    )


def _title_timeline(words: pd.Series) -> str:
    """Name the interview of which most is at hand, if there is one that stands out."""
    longest = most(words)
    is_large = words.max() > max(STANDS_OUT * words.mean(), _LARGE * words.sum())
    if len(longest) == 1 < len(words) and is_large:
        return translate(
            "Of the words counted, {share} are from {longest}",
            share=percent(words.max() / words.sum()),
            longest=longest[0],
        )
    return translate("The speaker’s own words in {interviews}", interviews=count(len(words), "interview"))


def _tell_excerpts(report: Report) -> str:
    """Say of which interviews excerpts stand for the whole; '' where of none."""
    references = report.references
    labels = references.loc[references["kind"] == "excerpt", "label"]
    return translate(" Of {join} only excerpts are at hand.", join=join(labels)) if len(labels) else ""


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
        return translate("No phrase that was named stands in these texts.")
    uses = agree(n_counted, "is a use of the speaker’s", "are uses of the speaker’s, each counted once")
    if n and n == n_counted:
        elsewhere = translate("none stands in a second text, in titles or in what others say")
        return translate(
            "{hits} of phrases {uses}; {elsewhere}.", hits=count(n, "hit"), uses=uses, elsewhere=elsewhere
        )
    return translate(
        "A plain search for phrases finds {hits}: {n_counted} {uses}; {n_again} {agree} in a second text of an "
        "interview or in words printed twice, {n_titled} in titles and labels, and {n} in what others say.",
        hits=count(n, "hit"),
        n_counted=n_counted,
        uses=uses,
        n_again=n_again,
        agree=agree(n_again, "stands", "stand"),
        n_titled=n_titled,
        n=n - n_counted - n_again - n_titled,
    )


def list_provenance(report: Report) -> pd.DataFrame:
    """List how each text came to us: text, came, said_by; both "not known" where nobody decided.

    Where nothing is known of any text, there is no row.
    """
    texts = report.sources[["source"]].assign(text=report.sources["source"].map(report.text_names))
    said = report.provenance.assign(
        said_by=report.provenance["said_by"].map(lambda by: translate_word(_SAID_BY[by]))
    )
    listed = texts.merge(said[["source", "came", "said_by"]], on="source", how="left")
    known = listed if listed["came"].notna().any() else listed.head(0)
    return known.fillna(translate_word(NOT_KNOWN))[["text", "came", "said_by"]]


def name_rows(came: pd.DataFrame) -> str:
    """Say what a row of `list_provenance` is."""
    return (
        translate("A row is a text, by date.")
        if len(came)
        else translate("A row is a text of which it is known how it came to us.")
    )


def tell_events(report: Report) -> str:
    """Say how many events there are, as what they are: "4 interviews", "5 speeches"."""
    return call_events(count(len(report.events), "interview"), report.occasion)


def tell_number(n_sources: int) -> str:
    """Say how many texts report something: "1 text reports", "5 texts report"."""
    return f"{count(n_sources, 'text')} {agree(n_sources, 'reports', 'report')}"


def tell_deliveries(report: Report) -> str:
    """Say how much of what is counted was written, and how much is translated, or likely to be."""
    decided = report.references[["source", "event"]].merge(report.deliveries, on="source", how="left")
    decided = decided.merge(report.events[["event", "n_words"]], on="event")
    n_words, of = decided["n_words"].sum(), decided["n_words"]
    if decided["delivery"].isna().all() or not n_words:
        return translate("How these words were given, and whether they are translated, is not stated.")
    written, translated = (
        of[decided["delivery"] == "written"].sum(),
        of[decided["translated"].isin(FOREIGN)].sum(),
    )
    open_words = of[decided["delivery"].isna()].sum()
    unknown = (
        translate(" Of {share} neither is stated.", share=percent(open_words / n_words)) if open_words else ""
    )
    return translate(
        "Of the words counted, {say_share} were written and not spoken, and {say_share_2} are, or are "
        "likely to be, translations.{unknown}",
        say_share=_say_share(written / n_words),
        say_share_2=_say_share(translated / n_words),
        unknown=unknown,
    )


def _say_share(share: float) -> str:
    return {0: translate("none"), 1: translate("all")}.get(share, percent(share))


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
        return translate("No place of these texts is doubtful.")
    n_texts = report.doubts["source"].nunique()
    places, texts = count(len(report.doubts), "place"), count(n_texts, "text")
    return translate(
        "{places} of {texts} {agree} doubtful.",
        places=places,
        texts=texts,
        agree=agree(len(report.doubts), "is", "are"),
    )


def name_searched(what: pd.Series) -> pd.Series:
    """Name what a plain search looks for: words, or the hits of a phrase."""
    return what.map(
        lambda name: translate("words") if name == "words" else translate("hits of {name}", name=name)
    )
