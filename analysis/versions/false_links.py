"""How many links are chance: the same rules on a report and interviews that it does not report."""

from __future__ import annotations

import pandas as pd

from analysis.roles import SPOKEN
from analysis.versions.alignment import align_sentences, pair_sources

MOST_TRIED = 10  # other interviews for each report: enough to see a range, few enough for many events
COLUMNS = ["report", "source", "n_sentences", "n_linked"]


def measure_false_links(
    tokens: pd.DataFrame, sentences: pd.DataFrame, sources: pd.DataFrame, equivalents: pd.DataFrame
) -> pd.DataFrame:
    """Count the sentences of each report that find a counterpart in an interview of another event.

    tokens, sentences, sources, equivalents: as for `align_sentences`; sources also with date.
    Returns one row per (report, reference source of another event, at most the ten nearest by date, then by
    name): n_sentences (of the report's running text), n_linked (those with a counterpart). Such a link is
    false as a report, though both may say the same. No rows where no event has two sources, or there is one.
    """
    reports = {report for report, _ in pair_sources(sources)}
    running = sentences[sentences["role"].isin(SPOKEN)].groupby("source").size()
    rows = []
    for report, other in _pair_strangers(sources, reports):
        tried = [table[table["source"].isin([report, other])] for table in (tokens, sentences, sources)]
        as_one = tried[2].assign(event="tried", is_reference=tried[2]["source"] == other)
        links = align_sentences(tried[0], tried[1], as_one, equivalents)
        rows.append((report, other, int(running.get(report, 0)), links["report_sentence"].nunique()))
    return pd.DataFrame(rows, columns=COLUMNS).sort_values(COLUMNS[:2], ignore_index=True)


def _pair_strangers(sources: pd.DataFrame, reports: set[str]) -> list[tuple[str, str]]:
    """List (report, reference source of another event), for each report the nearest by date."""
    mine = sources[sources["source"].isin(reports)]
    others = sources.loc[sources["is_reference"], ["source", "event", "date"]]
    both = mine[["source", "event", "date"]].merge(others, how="cross", suffixes=("", "_other"))
    both = both[both["event"] != both["event_other"]]
    apart = (pd.to_datetime(both["date"]) - pd.to_datetime(both["date_other"])).abs()
    nearest = both.assign(apart=apart).sort_values(["source", "apart", "source_other"])
    nearest = nearest.groupby("source").head(MOST_TRIED)
    return list(nearest[["source", "source_other"]].itertuples(index=False, name=None))
