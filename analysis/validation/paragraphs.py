"""What paragraphs are about: which there are, what the dictionary finds in them, what people code."""

from __future__ import annotations

import pandas as pd

from analysis.own_words import list_references
from analysis.roles import SPOKEN
from analysis.validation.agreement import PARAGRAPH

OUTSIDE_TEXT = ["apparatus", "note"]


def list_paragraphs(segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """List the paragraphs that coding is about: those of running text, each event told by one source.

    segments: one row per run of one role (source, paragraph, role, n_words). sources: one row per source
    (source, event, is_reference). Returns one row per paragraph of a reference source in which somebody
    speaks or narrates, in reading order: source, paragraph, event.
    """
    spoken = segments[segments["role"].isin(SPOKEN) & (segments["n_words"] > 0)]
    events = list_references(sources)[["source", "event"]]
    listed = spoken[PARAGRAPH].drop_duplicates().merge(events, on="source")
    return listed.sort_values(PARAGRAPH, ignore_index=True)


def code_paragraphs(hits: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Code each paragraph with the topics it mentions.

    hits: one row per topic hit. segments: one row per run of one role (source, segment, paragraph, role).
    Returns one row per (source, paragraph, topic) with a hit in any role but apparatus and note: n hits.
    """
    spoken = segments.loc[~segments["role"].isin(OUTSIDE_TEXT), ["segment", *PARAGRAPH]]
    placed = hits.merge(spoken, on=["source", "segment"]).astype({"topic": str})
    return placed.groupby([*PARAGRAPH, "topic"]).size().rename("n").reset_index()


def split_codings(codings: pd.DataFrame) -> pd.DataFrame:
    """Give each topic that a coder named a row of its own.

    codings: one row per (source, paragraph, coder): topics, separated by spaces.
    Returns one row per (source, paragraph, coder, topic); topic is '' where a coder found none.
    """
    topics = codings["topics"].astype(object).str.split().map(lambda names: names or [""])
    split = codings[[*PARAGRAPH, "coder"]].assign(topic=topics).explode("topic", ignore_index=True)
    return split.astype({"topic": "str"}).drop_duplicates(ignore_index=True)


def settle_codings(coded: pd.DataFrame) -> pd.DataFrame:
    """Settle what each paragraph is about: by the majority of its coders, in a tie by the first of them.

    coded: one row per (source, paragraph, coder, topic); whoever stands first in it decides a tie. Of two
    coders therefore the first is followed, and the second tells, by their agreement, how far to trust it.
    Returns one row per (source, paragraph, topic), topic '' where no topic is settled on.
    """
    coded = coded.assign(rank=pd.factorize(coded["coder"])[0].astype("int64"))
    readers = coded.groupby(PARAGRAPH).agg(n_readers=("coder", "nunique"), first=("rank", "min"))
    votes = _count_votes(coded).merge(readers, on=PARAGRAPH)
    margin = 2 * votes["n"] - votes["n_readers"]
    is_tie_broken = (margin == 0) & (votes["first_vote"] == votes["first"])
    settled = votes.loc[(margin > 0) | is_tie_broken, [*PARAGRAPH, "topic"]]
    settled = readers.reset_index()[PARAGRAPH].merge(settled, how="left", on=PARAGRAPH)
    return settled.fillna({"topic": ""}).sort_values([*PARAGRAPH, "topic"], ignore_index=True)


def _count_votes(coded: pd.DataFrame) -> pd.DataFrame:
    """Count how many coders find each topic in a paragraph: n, and first_vote, the first of them."""
    found = coded[coded["topic"] != ""]
    votes = found.groupby([*PARAGRAPH, "topic"])["rank"]
    return votes.agg(n="nunique", first_vote="min").reset_index()


def weigh_coded(coded: pd.DataFrame, predicted: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Let each coded paragraph stand for those like it that nobody coded.

    coded, predicted: one row per (source, paragraph, topic). paragraphs: as from `list_paragraphs`.
    Returns one row per coded paragraph that is listed: source, paragraph, weight, which is the number of
    paragraphs of its event that are predicted to be about some topic, or about none, as it is, for each of
    them that is coded (poststratification; Holt and Smith 1979, Post stratification, Journal of the Royal
    Statistical Society A 142). It is 1 where an event is coded in full.
    """
    places = pd.MultiIndex.from_frame(paragraphs[PARAGRAPH])
    is_coded = places.isin(pd.MultiIndex.from_frame(coded[PARAGRAPH]))
    is_predicted = places.isin(pd.MultiIndex.from_frame(predicted[PARAGRAPH]))
    group = pd.Series(is_coded, index=paragraphs.index).groupby([paragraphs["event"], is_predicted])
    weights = paragraphs[PARAGRAPH].assign(weight=group.transform("size") / group.transform("sum"))
    return weights[is_coded].reset_index(drop=True)
