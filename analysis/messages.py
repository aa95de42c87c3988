"""What a figure says in words, composed from its table: title, subtitle, note, caption and alternative text.

Every function returns the texts that `figures.show_figure` asks for. A title states what the numbers show; where
they show nothing worth a message, a neutral title takes its place, so that it stays true for other data.
"""

from __future__ import annotations

import pandas as pd

from analysis.readability import formula_facts
from analysis.report import Report
from analysis.voices import BELONGS

Texts = dict[str, str]


def join(parts: list[str], *, last: str = "and") -> str:
    """Join words as English does: a, b and c."""
    return (
        parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}" if parts else "nothing"
    )


def _basis(report: Report) -> str:
    n = report.segments["n_words"].sum()
    texts, events = len(report.sources), report.sources["event"].nunique()
    return f"{texts} {'text' if texts == 1 else 'texts'} of {events} {'event' if events == 1 else 'events'}, {n:,} words in all."


def _own_note(report: Report, n_words: int, *, table: str) -> str:
    return f"Source: table {table}. Own words of {report.speaker}, one source an event: {n_words:,} words in {len(report.references)} events."


def say_roles(shares: pd.DataFrame, report: Report) -> Texts:
    """For `plot_roles` of sources; shares as from `count_roles`, with row for the text's name."""
    own = shares[shares["belongs"] == "own"].set_index("row")["share"]
    total = shares["n_words"].sum()
    overall = shares.loc[shares["belongs"] == "own", "n_words"].sum() / total
    listed = "; ".join(f"{row} {share:.0%}" for row, share in own.items())
    title = (
        f"From {own.min():.0%} to {own.max():.0%} of a file are the speaker’s own words"
        if len(own) > 1
        else "Whose words the file holds"
    )
    return {
        "title": title,
        "subtitle": "Words of each text by whose they are, as a share of the text",
        "note": f"Source: table segments. {_basis(report)}",
        "caption": f"Of all {total:,} words in the files, {overall:.0%} are {report.speaker}’s own. Only these are counted in the other chapters.",
        "alt": f"Stacked bars, one a text. Share of {report.speaker}’s own words: {listed}.",
    }


def say_naive(naive: pd.DataFrame, report: Report) -> Texts:
    """For `plot_roles` of what a raw count finds; naive as from `count_naive`, with row for what is counted."""
    totals = naive.groupby("row", sort=False)["n"].sum()
    own = naive[naive["belongs"] == "own"].set_index("row")["n"]
    wrong = 1 - own / totals
    compared = join([f"{own[row]:,} of {totals[row]:,} {row}" for row in totals.index])
    parts = naive[(naive["belongs"] != "own") & (naive["n"] > 0)]
    listed = "; ".join(f"{r.row}: {r.n:,} {BELONGS[r.belongs]}" for r in parts.itertuples())
    return {
        "title": f"{wrong.iloc[0]:.0%} of the {totals.index[0]} a raw count finds are not the speaker’s own"
        if wrong.iloc[0] > 0.005
        else "The raw count and the right one",
        "subtitle": "What a plain search through all files finds, by whose words it really is, as a share of the finds",
        "note": f"Source: tables segments and tokens. {_basis(report)}",
        "caption": f"The speaker’s own: {compared}. The rest belongs to interviewers, outlets, editors or a second report of the same event.",
        "alt": f"Stacked bars. The speaker’s own: {compared}. Not the speaker’s: {listed}."
        if listed
        else f"Bars. The speaker’s own: {compared}.",
    }


def say_timeline(events: pd.DataFrame, report: Report) -> Texts:
    """For `plot_timeline`; events with label, date, n_words, by date."""
    longest = events.loc[events["n_words"].idxmax()]
    share = longest["n_words"] / events["n_words"].sum()
    listed = "; ".join(f"{e.label}, {e.n_words:,} words" for e in events.itertuples())
    return {
        "title": f"{share:.0%} of the words come from one event: {longest['label']}"
        if len(events) > 1
        else f"One event: {longest['label']}",
        "subtitle": "Events by date; the area of a mark is the number of the speaker’s own words",
        "note": _own_note(report, events["n_words"].sum(), table="segments"),
        "caption": f"{len(events)} events from {events['date'].iloc[0]} to {events['date'].iloc[-1]}. Of several reports of one event only one is counted.",
        "alt": f"Timeline of {len(events)} events: {listed}.",
    }


def say_rates(rates: pd.DataFrame, report: Report, *, by: str, what: str) -> Texts:
    """For `plot_rates`; rates as from `rate_topics` or `track_phrases`, with label; by: its row column; what: its plural."""
    top = rates.loc[rates.groupby("label", sort=False)["per_1000"].idxmax()]
    leaders = join([f"{getattr(r, by)} ({r.label})" for r in top.itertuples()])
    often = top[by].value_counts().sort_index(kind="stable").sort_values(ascending=False, kind="stable")
    parted = f"{often.index[0]} leads in {often.iloc[0]} of {len(top)} events"
    without = rates[rates["low"].isna()].drop_duplicates("label")
    why = "; ".join(f"{r.label}: {r.reason}" for r in without.itertuples())
    listed = "; ".join(f"{r.label}: {getattr(r, by)}, {r.per_1000:.1f}" for r in top.itertuples())
    return {
        "title": f"Every event has its own theme: {join(list(top[by]))}"
        if len(often) == len(top) > 1
        else parted,
        "subtitle": f"Mentions of {what} per 1,000 own words, by event, with 95 % intervals over turns",
        "note": _own_note(report, int(rates.drop_duplicates("label")["n_words"].sum()), table="tokens")
        + (f" No interval for {why}." if why else ""),
        "caption": f"Most mentioned: {leaders}. Intervals hold for turns of these events, not for the speaker in general; wide ones run out of the picture.",
        "alt": f"Dots with interval lines, a row each of {rates[by].nunique()} {what}, a column an event. Highest rate per 1,000 words in each: {listed}.",
    }


def say_agenda(exchanges: pd.DataFrame, report: Report, *, names: dict[str, str]) -> Texts:
    """For `plot_agenda`; exchanges as from `count_exchanges`."""
    asked = exchanges["n_question"].sum()
    alone, unanswered = exchanges["n_answer_only"].sum(), exchanges["n_question_only"].sum()
    total = alone + asked
    most = exchanges.loc[exchanges["n_answer_only"].idxmax()]
    share = alone / total if total else float("nan")
    return {
        "title": f"{share:.0%} of the topics in an exchange come up in the answer alone"
        if total
        else "Who raises a topic",
        "subtitle": "Exchanges in which a topic comes up, by who mentions it; an exchange is a question and its answer",
        "note": f"Source: table tokens. {int(exchanges['n_exchanges'].max())} answered questions in the sources that print questions.",
        "caption": f"Of {total} times that a topic comes up in an exchange, it is in the answer alone {alone} times and in the question alone {unanswered} times.",
        "alt": f"Stacked bars, one a topic. In the answer alone most often: {names[most['topic']]}, {most['n_answer_only']} exchanges. "
        f"In all, answer alone {alone}, question alone {unanswered}, both {total - alone - unanswered}.",
    }


def say_occurrences(uses: pd.DataFrame, report: Report, *, phrases: list[str], n_words: int) -> Texts:
    """For `plot_occurrences`; uses as from `locate_phrases`."""
    k_all = len(report.references)
    totals = (
        uses.groupby("phrase").agg(n=("event", "size"), k=("event", "nunique")).reindex(phrases, fill_value=0)
    )
    first = phrases[0]
    n, k = totals.loc[first]
    listed = "; ".join(
        f"{p}: {t.n} in {t.k} of {k_all}" for p, t in zip(phrases, totals.itertuples(), strict=True)
    )
    return {
        "title": f"“{first}” comes back in {k} of {k_all} events"
        if k > 1
        else "Where tracked phrases are used",
        "subtitle": "Each mark is one use in the speaker’s own words, placed where in the conversation it falls",
        "note": _own_note(report, n_words, table="tokens")
        + " Bars are as long as the events, short ones drawn longer.",
        "caption": f"{len(phrases)} phrases named in advance. “{first}” is used {n} times in {k} of {k_all} events.",
        "alt": f"A row a phrase, a bar an event, a mark a use. {listed}.",
    }


def say_found(found: pd.DataFrame, report: Report, *, n_found: int) -> Texts:
    """For `plot_found`; found are the rows drawn of `find_phrases`, n_found is how many there are."""
    first = found.iloc[0]
    k_all = len(report.references)
    listed = "; ".join(f"{r.phrase}, {r.n} in {r.n_events}" for r in found.itertuples())
    return {
        "title": f"Found without being named: “{first['phrase']}” and {n_found - 1} more",
        "subtitle": "Phrases of two to eight words that recur word for word in independent events; number of uses",
        "note": f"Source: table tokens. Own words of {report.speaker}, {k_all} events; copies of an event count once. {len(found)} of {n_found} shown.",
        "caption": "Ordered by C-value times the number of events; expressions only, names of persons and places are listed apart.",
        "alt": f"Bars. {listed}.",
    }


def say_components(described: pd.DataFrame, report: Report) -> Texts:
    """For `plot_components`; described as from `describe_sentences` by label and role."""
    wide = described.pivot(index="label", columns="role", values="words_per_sentence")
    title = "What readability is made of"
    if {"answer", "question"} <= set(wide):
        both = wide.dropna(subset=["answer", "question"])
        longer = (both["answer"] > both["question"]).sum()
        title = (
            f"Answers have longer sentences than questions in {longer} of {len(both)} events"
            if len(both)
            else title
        )
    listed = "; ".join(
        f"{r.label}, {r.role}: {r.words_per_sentence:.1f} words a sentence" for r in described.itertuples()
    )
    return {
        "title": title,
        "subtitle": "Components of readability, by event and role",
        "note": f"Source: table sentences. {int(described['n_sentences'].sum()):,} sentences; groups under 100 words left out.",
        "caption": "Means. What was said in one language and printed in another measures the translator as well.",
        "alt": f"Three dot charts, a row an event, a mark a role. {listed}.",
    }


def say_grades(scores: pd.DataFrame, report: Report) -> Texts:
    """For `plot_grades`; scores as from `score_readability`, with label and name."""
    mean = scores.groupby("label")["score"].mean().sort_values()
    spread = scores.groupby("name")["score"].agg(lambda s: s.max() - s.min()).max()
    between = scores.groupby("label")["score"].agg(lambda s: s.max() - s.min()).max()
    listed = "; ".join(f"{label} {score:.1f}" for label, score in mean.items())
    wider = between > spread
    return {
        "title": "The formulas differ more than the events do"
        if wider
        else "The events differ more than the formulas do",
        "subtitle": "US school grade that a text asks for, five formulas, the speaker’s own words",
        "note": f"Source: table sentences. {_basis(report)} Higher is harder.",
        "caption": f"One text differs by up to {between:.1f} grades between formulas, one formula by up to {spread:.1f} grades between events.",
        "alt": f"Dots, a row a formula, a mark an event. Mean grade over the formulas: {listed}.",
    }


def say_lengths(sentences: pd.DataFrame, report: Report) -> Texts:
    """For `plot_lengths`; sentences with row and n_words."""
    middle = sentences.groupby("row", sort=False)["n_words"].median()
    listed = "; ".join(f"{row} {n:.0f}" for row, n in middle.items())
    return {
        "title": f"Half of the sentences have more than {middle.min():.0f} to {middle.max():.0f} words"
        if middle.nunique() > 1
        else "How long sentences are",
        "subtitle": "Words a sentence: median (gap), middle half (bar), middle four fifths (line)",
        "note": f"Source: table sentences. {len(sentences):,} sentences; groups under 100 words left out.",
        "caption": "Sentences as nupunkt ends them; a colon, a semicolon or a dash ends none.",
        "alt": f"Bars. Median words a sentence: {listed}.",
    }


def grade_formulas() -> dict[str, str]:
    """Return the formulas whose unit is a school grade, with their names."""
    facts = formula_facts()
    graded = facts[
        facts["unit"].str.contains("grade|schooling", regex=True) & ~facts["unit"].str.startswith("points")
    ]
    return dict(zip(graded["formula"], graded["label"], strict=True))
