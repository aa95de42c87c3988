"""What the page on quotations says: how those of second reports stand to the texts that stand for the events."""

from __future__ import annotations

import pandas as pd

from analysis.messages import translate, translate_word
from analysis.pages.days import tell_day
from analysis.pages.phrasing import agree, count, join, percent
from analysis.quotes import VERDICTS, list_reports, show_quotes
from analysis.report import Report

NO_REPORT = "No event has a second report, so there is no quotation to check."
MEANINGS = {
    "verbatim": "in the same words",
    "condensed": "in the same words, of which some are left out",
    "altered": "with other words, numbers, names or denials in their midst",
    "stitched": "put together from several places",
    "asked": "the words of whoever asked",
    "other": "given to somebody else, or found in somebody else’s mouth",
    "translation": "a likely place in other words, as two translations of one sentence are",
    "absent": "not found in the texts at hand; it may have been said all the same",
}


def tell_quotes(report: Report) -> str:
    """Say how many quotations of how many second reports were checked, and what came out."""
    reports = list_reports(report.sources)
    if not reports:
        return translate_word(NO_REPORT)
    n = len(report.quotes)
    checked = translate(
        "{second_reports} {agree} of an event for which",
        second_reports=count(len(reports), "second report"),
        agree=agree(len(reports), "tells", "tell"),
    )
    checked = translate(
        "{checked} another text stands. {quotations}, and clauses that tell what was said, ",
        checked=checked,
        quotations=count(n, "quotation"),
    )
    if not n:
        return translate(
            "{partition}. No quotation was found in {agree}.",
            partition=checked.partition(". ")[0],
            agree=agree(len(reports), "it", "them"),
        )
    numbers = report.quotes["verdict"].value_counts().reindex(VERDICTS, fill_value=0)
    told = join(f"{n} {translate_word(verdict)}" for verdict, n in numbers.items() if n)
    return translate(
        "{checked}{agree} checked. Verdicts, explained below: {told}.",
        checked=checked,
        agree=agree(n, "was", "were"),
        told=told,
    )


def tell_absent(report: Report) -> str:
    """Say what absence means here: of what a counterpart is found otherwise, and what the texts at hand cover."""
    absent = report.quotes[report.quotes["verdict"] == "absent"]
    if absent.empty:
        return translate("Each was found in the texts at hand, or is somebody else’s.")
    linked = count_linked(absent, report.sentences, report.passages)
    covers = f"{count(len(report.references), 'text')}, {_tell_days(report.references['date'])}"
    said = translate(
        "Absent means: not in the texts at hand ({covers}), and never that it was not said. ", covers=covers
    )
    return f"{said}{_tell_linked(linked, len(absent))}"


def _tell_days(dates: pd.Series) -> str:
    """Name the first and the last of some days (ISO 8601, '' where unknown), and say what is unknown."""
    known = sorted(dates[dates != ""])
    if not known:
        return translate("no day known")
    first, last = tell_day(known[0]), tell_day(known[-1])
    days = first if first == last else translate("{first} to {last}", first=first, last=last)
    unknown = len(dates) - len(known)
    return translate("{days}, the day of {unknown} unknown", days=days, unknown=unknown) if unknown else days


def _tell_linked(linked: int, n_absent: int) -> str:
    if not linked:
        return translate("For none of these does the comparison of whole sentences find a counterpart.")
    stands = agree(linked, "stands", "stand")
    return translate(
        "Of {n_absent} absent, {linked} {stands} in a sentence that the comparison of whole sentences "
        "links to one of the source: read it there before drawing any conclusion.",
        n_absent=n_absent,
        linked=linked,
        stands=stands,
    )


def count_linked(quotes: pd.DataFrame, sentences: pd.DataFrame, passages: pd.DataFrame) -> int:
    """Count quotations of which a sentence is linked to one of another text.

    quotes: report, quotation, start, end. sentences: source, sentence, start, end. passages: report, report_sentence.
    """
    linked = passages[["report", "report_sentence"]].drop_duplicates()
    places = linked.merge(
        sentences,
        left_on=["report", "report_sentence"],
        right_on=["source", "sentence"],
        suffixes=("", "_of"),
    )
    pairs = quotes.merge(places[["report", "start", "end"]], on="report", suffixes=("", "_linked"))
    meets = (pairs["start"] < pairs["end_linked"]) & (pairs["end"] > pairs["start_linked"])
    return len(pairs.loc[meets, ["report", "quotation"]].drop_duplicates())


def tell_seen(report: Report) -> str:
    """Say how much of the quotations is released, and so printed on the page."""
    if report.quotes.empty:
        return translate("There are no words to show.")
    n_words = int(report.quotes["n_words"].sum())
    n_seen = int(show_quotes(report.quotes, report.tokens)["n_seen"].sum())
    return translate(
        "The checker read the whole texts; printed are the words that are released, {share} of those "
        "quoted. An ellipsis stands for words that are withheld.",
        share=percent(n_seen / n_words),
    )


def list_verdict_counts(report: Report) -> pd.DataFrame:
    """List the verdicts that were given: verdict, meaning, n, low and high (the confidence of the least and most)."""
    by_verdict = report.quotes.groupby("verdict")["confidence"]
    table = by_verdict.agg(n="size", low="min", high="max").reindex(VERDICTS).dropna().reset_index()
    table.insert(1, "meaning", table["verdict"].map(lambda verdict: translate_word(MEANINGS[verdict])))
    return table.astype({"n": "int64"})


def list_quotes(report: Report) -> pd.DataFrame:
    """List the quotations as the page prints them.

    Returns one row a quotation: report and source (by their names on pages), quotation, form, n_words, verdict,
    confidence, place (characters of the source's text), quoted, said and both (see `quotes.show_quotes`).
    """
    quotes = report.quotes.join(show_quotes(report.quotes, report.tokens))
    names = report.text_names
    place = [
        f"{start}–{end}" if pd.notna(start) else ""
        for start, end in zip(quotes["source_start"], quotes["source_end"], strict=True)
    ]
    table = quotes.assign(place=place, report=quotes["report"].map(names), source=quotes["source"].map(names))
    shown = ["quotation", "verdict", "confidence", "quoted", "said", "both", "source", "place"]
    return table.fillna({"source": ""})[[*shown, "form", "n_words", "report"]]
