"""How many links are chance: the same rules on a report and interviews that it does not report."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.roles import SPOKEN
from analysis.versions.alignment import NO_PASSAGES, link_pairs, list_languages_of, pair_sources

MOST_TRIED = 10  # other interviews for each report: enough to see a range, few enough for many events
MOST_REPORTS = 20  # of more, these are tried, spread over all
COLUMNS = ["report", "source", "n_sentences", "n_linked"]
_KNOWN = ["source", "event", "date", "spoken"]


def measure_false_links(
    tokens: pd.DataFrame, sentences: pd.DataFrame, sources: pd.DataFrame, equivalents: pd.DataFrame
) -> pd.DataFrame:
    """Count the sentences of each report that find a counterpart in an interview of another event.

    tokens, sentences, sources, equivalents: as for `align_sentences`; sources also with date.
    Returns one row per (report, reference source of another event, at most the ten nearest by date, then by
    name; of more than twenty reports, twenty): n_sentences (of the report's running text), n_linked (those
    with a counterpart). Such a link is false as a report, though both may say the same. No rows where no event
    has two sources, or there is one.
    """
    reports = sorted({report for report, _ in pair_sources(sources)})
    pairs = _pair_strangers(sources, _spread_out(reports))
    running = sentences[sentences["role"].isin(SPOKEN)].groupby("source").size()
    found = [links for links, _ in link_pairs(pairs, tokens, sentences, equivalents)]
    links = pd.concat([NO_PASSAGES, *found])
    linked = links.groupby(["report", "source"])["report_sentence"].nunique()
    rows = [(*pair, int(running.get(pair[0], 0)), int(linked.get(pair, 0))) for pair in pairs]
    return pd.DataFrame(rows, columns=COLUMNS).sort_values(COLUMNS[:2], ignore_index=True)


def _spread_out(reports: list[str]) -> set[str]:
    """Choose at most MOST_REPORTS, evenly spread over the names, which mostly begin with a date."""
    chosen = np.linspace(0, len(reports) - 1, min(len(reports), MOST_REPORTS)).astype(int)
    return {reports[place] for place in chosen}


def _pair_strangers(sources: pd.DataFrame, reports: set[str]) -> list[tuple[str, str]]:
    """List (report, reference source of another event in its language), for each report the nearest by date."""
    sources = sources.assign(spoken=list_languages_of(sources))
    mine = sources[sources["source"].isin(reports)]
    others = sources.loc[sources["is_reference"], _KNOWN]
    both = mine[_KNOWN].merge(others, on="spoken", suffixes=("", "_other"))
    both = both[both["event"] != both["event_other"]]
    apart = (pd.to_datetime(both["date"]) - pd.to_datetime(both["date_other"])).abs()
    nearest = both.assign(apart=apart).sort_values(["source", "apart", "source_other"])
    nearest = nearest.groupby("source").head(MOST_TRIED)
    return list(nearest[["source", "source_other"]].itertuples(index=False, name=None))
