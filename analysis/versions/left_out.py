"""What a report leaves out of its source, by topic and by phrase.

Both start from `side_by_side.mark_sentences`; a hit or use is kept where its sentence is.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.roles import OWN, SPOKEN
from analysis.statistics import Baseline, deal, measure_baseline
from analysis.versions.side_by_side import NO_LINK, PAIR, PART, name_rows

DRAWS = 1_000
FATES = ("in the report", "kept in other words", "not found")


def _hits_by_part(marked: pd.DataFrame, hits: pd.DataFrame) -> pd.DataFrame:
    """Return the topic hits in own words of sources: pair, part, topic, kind, has_link."""
    source = marked[marked["side"] == "source"]
    spoken = hits.loc[hits["role"].isin(OWN), ["topic", "source", "sentence"]].astype({"topic": object})
    return source[[*PART, "sentence", "kind", "has_link"]].merge(spoken, on=["source", "sentence"])


def count_topics_kept(marked: pd.DataFrame, hits: pd.DataFrame) -> pd.DataFrame:
    """Count which topic hits of the source stand in sentences that the report keeps.

    marked: from `mark_sentences`. hits: one row per topic hit, from `find_matches`; own words count.
    Returns one row per (pair, topic that the source mentions), most hits left out first: n, n_kept, n_left,
    share_kept. Where the source is the reference of its event, n is that of `rate_topics`.
    """
    found = _hits_by_part(marked, hits).assign(n=1, n_kept=lambda hit: hit["has_link"])
    counts = found.groupby([*PAIR, "topic"])[["n", "n_kept"]].sum().astype("int64").reset_index()
    counts = counts.assign(n_left=counts["n"] - counts["n_kept"], share_kept=counts["n_kept"] / counts["n"])
    order = [*PAIR, "n_left", "n", "topic"]
    return counts.sort_values(order, ascending=[True, True, False, False, True], ignore_index=True)


def compare_topics(marked: pd.DataFrame, hits: pd.DataFrame) -> Baseline:
    """Compare how many topic hits are kept with chance: as many sentences of each source kept, dealt at random.

    marked, hits: as for `count_topics_kept`. Returns the number of hits kept, and the same as dealt.
    """
    own = marked[(marked["side"] == "source") & marked["is_own"]]
    found = _hits_by_part(marked, hits).groupby([*PAIR, "sentence"]).size().rename("n").reset_index()
    n = own[[*PAIR, "sentence"]].merge(found, how="left")["n"].fillna(0).to_numpy()
    kept, pair = own["has_link"].to_numpy(dtype=bool), own.groupby(PAIR).ngroup().to_numpy()

    def count(random: np.random.Generator, n_draws: int) -> np.ndarray:
        return deal(kept, random, n_draws, within=pair) @ n

    return measure_baseline(float(n[kept].sum()), count, n_draws=DRAWS, n_held=3 * len(n))


def split_topics(
    marked: pd.DataFrame, hits: pd.DataFrame, pairs: pd.DataFrame, *, names: dict[str, str]
) -> pd.DataFrame:
    """Divide the topic hits of the source by the kind in which their sentences are kept.

    marked, hits: as for `count_topics_kept`. pairs: from `list_pairs`. names: how each topic is printed.
    Returns one row per (pair, topic, kind), in the order of `count_topics_kept`: row (how the topic is
    printed), kind (NO_LINK for what is left out), n (hits).
    """
    found = _hits_by_part(marked, hits)
    found = found.assign(kind=found["kind"].where(found["has_link"].astype(bool), NO_LINK))
    counts = found.groupby([*PAIR, "topic", "kind"]).size().rename("n").reset_index()
    order = count_topics_kept(marked, hits)[[*PAIR, "topic"]]
    table = order.merge(counts, on=[*PAIR, "topic"])
    return table.assign(row=name_rows(table["topic"].map(names), table, pairs))


def list_part_topics(marked: pd.DataFrame, hits: pd.DataFrame, *, names: dict[str, str]) -> pd.DataFrame:
    """Tell what each part of the source is about, and which topics are left out of it.

    marked, hits: as for `count_topics_kept`. names: how each topic is printed.
    Returns one row per (pair, part) with a hit: topic (the one with most hits; of equals, the first by name),
    left_out ("Topic (n), ..." of hits in sentences left out, most first; '' where there are none).
    """
    found = _hits_by_part(marked, hits)
    found = found.assign(topic=found["topic"].map(names))
    first = _rank_topics(found).drop_duplicates(PART).set_index(PART)[["topic"]]
    left = _rank_topics(found[~found["has_link"].astype(bool)])
    left = left.assign(left_out=left["topic"] + " (" + left["n"].astype(str) + ")")
    listed = left.groupby(PART)["left_out"].agg(", ".join)
    return first.join(listed).fillna({"left_out": ""}).reset_index()


def _rank_topics(found: pd.DataFrame) -> pd.DataFrame:
    counts = found.groupby([*PART, "topic"]).size().rename("n").reset_index()
    ranked = counts.sort_values([*PART, "n", "topic"], ascending=[*[True] * len(PART), False, True])
    return ranked.astype({"topic": object})


def trace_phrases(marked: pd.DataFrame, uses: pd.DataFrame) -> pd.DataFrame:
    """Follow each phrase of the source's own words into the report.

    marked: from `mark_sentences`. uses: one row per use of a family, named in advance or found (family, kind,
    source, role, sentence; see `ledger.list_uses`).
    Returns one row per (pair, family), named ones first, then by uses and name: kind, n (uses in the source's
    own words), n_kept (in sentences that are kept), n_report (uses in the report's running text), fate: "in
    the report", "kept in other words" (its sentence is kept, the phrase is not used), or "not found".
    """
    source = marked[marked["side"] == "source"]
    spoken = uses[uses["role"].isin(OWN)].merge(
        source[[*PAIR, "sentence", "has_link"]], on=["source", "sentence"]
    )
    family = [*PAIR, "family", "kind"]
    traced = spoken.groupby(family)["has_link"].agg(n="size", n_kept="sum").reset_index()
    printed = uses[uses["role"].isin(SPOKEN)].groupby(["source", "family", "kind"]).size().rename("n_report")
    traced = traced.merge(printed.rename_axis(["report", "family", "kind"]).reset_index(), how="left")
    traced = traced.fillna({"n_report": 0}).astype({"n_kept": "int64", "n_report": "int64"})
    fate = np.select([traced["n_report"] > 0, traced["n_kept"] > 0], FATES[:2], FATES[2])
    traced = traced.assign(fate=fate, found=traced["kind"] != "named")
    order = [*PAIR, "found", "n", "family"]
    ranked = traced.sort_values(order, ascending=[True, True, True, False, True], ignore_index=True)
    return ranked.drop(columns="found")


def list_lost(traced: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """List the phrases that a report does not use, named ones first, those left out first.

    traced: from `trace_phrases`. pairs: from `list_pairs`. Returns its rows with phrase (as it is printed).
    """
    lost = traced[traced["fate"] != FATES[0]]
    lost = lost.assign(phrase=name_rows(lost["family"], lost, pairs), found=lost["kind"] != "named")
    order = [*PAIR, "found", "n_kept", "n", "family"]
    return lost.sort_values(order, ascending=[True, True, True, True, False, True], ignore_index=True)
