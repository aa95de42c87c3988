"""Everything that an export may hold, gathered once for all formats."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.counting import count_segments
from analysis.disclosure import find_named, mask_texts, spell_names
from analysis.exchange.contexts import show_in_context
from analysis.exchange.shown import list_pieces
from analysis.exchange.turns import list_turns, mark_topics, place_hits
from analysis.patterns import find_matches
from analysis.phrases import list_families
from analysis.report import Report, load_report
from analysis.storage import Corpus, load_exports, read_texts, refuse_stale

_BLANK = dict.fromkeys((0xE000, 0xE001), "█")  # the letters of a name that nothing published may hold
_SEEN = ["source", "sentence", "position", "follows", "segment", "role", "start", "end", "token", "norm"]


class Export(NamedTuple):
    """What leaves.

    name: of the project. speaker: whose words are studied. sources: one row a source. topics: the decided topics.
    texts: by source, the whole texts of those whose licence says so. absent: sources with a licence whose texts are
    not at hand. segments: one row a segment, with the list `pieces` of what is shown of it. hits: one row a hit of a
    topic in a turn. tables: turns, topics, kwic, families, uses, as `exports` in datapackage.json says.
    """

    name: str
    speaker: str
    sources: pd.DataFrame
    topics: pd.DataFrame
    texts: dict[str, str]
    absent: list[str]
    segments: pd.DataFrame
    hits: pd.DataFrame
    tables: dict[str, pd.DataFrame]


def gather_export(corpus: Corpus) -> Export:
    """Gather what may leave a data folder.

    Whole texts leave only where the manifest names a licence; of others what the tables release.
    Raises InputError where the tables are not up to date, or such a text is not the one they were built from.
    """
    report = load_report(corpus.data)
    licensed = report.sources[report.sources["licence"] != ""]
    is_there = corpus.texts_folder.is_dir()
    texts, tokens = _read_whole(licensed[:0] if not is_there else licensed, report, corpus)
    segments = report.segments.sort_values(["source", "segment"], ignore_index=True)
    segments = segments.assign(pieces=list_pieces(segments, tokens, texts))
    hits = _find_hits(report, tokens, segments, set(texts))
    return Export(
        name=corpus.data.resolve().name,
        speaker=report.speaker,
        sources=report.sources,
        topics=report.topics,
        texts=texts,
        absent=[] if is_there else licensed["source"].tolist(),
        segments=segments,
        hits=hits,
        tables=_make_tables(report, segments, tokens, hits, texts),
    )


def _read_whole(
    licensed: pd.DataFrame, report: Report, corpus: Corpus
) -> tuple[dict[str, str], pd.DataFrame]:
    """Return the texts that leave whole, without withheld names, and the words: theirs all, of others the released."""
    if licensed.empty:
        return {}, report.tokens
    refuse_stale(corpus.data, corpus.texts_folder)
    texts = read_texts(licensed, corpus.data, corpus.texts_folder)
    words = [_count_words(row, report.segments) for row in texts.itertuples()]
    full = pd.concat(words, ignore_index=True)
    names = spell_names(corpus.decisions["withheld"]["name"])
    if names:
        is_named = find_named(full, texts, names)
        texts = mask_texts(texts, full, is_named)
        full.loc[is_named, "token"] = "█"
    others = report.tokens[~report.tokens["source"].isin(texts["source"])]
    blanked = texts["text"].str.translate(_BLANK)
    return dict(zip(texts["source"], blanked, strict=True)), pd.concat([others[_SEEN], full[_SEEN]])


def _count_words(row, segments: pd.DataFrame) -> pd.DataFrame:
    own = segments[segments["source"] == row.source].drop(columns="source").reset_index(drop=True)
    return count_segments(row.text, own)["tokens"].assign(source=row.source)


def _find_hits(report: Report, tokens: pd.DataFrame, segments: pd.DataFrame, whole: set[str]) -> pd.DataFrame:
    """Return the hits of topics in turns; start and end count characters where a text is whole, else words."""
    said = tokens[tokens["source"].isin(whole)]
    seen = find_matches(said, report.patterns, by="topic", sources=report.sources)
    others = report.topic_hits[~report.topic_hits["source"].isin(whole)]
    hits = pd.concat([table.astype({"topic": "str"}) for table in (seen, others) if len(table)] or [others])
    topics = sorted(set(report.topics["topic"]) | set(hits["topic"]))
    return place_hits(hits.assign(topic=pd.Categorical(hits["topic"], categories=topics)), segments)


def _make_tables(
    report: Report, segments: pd.DataFrame, tokens: pd.DataFrame, hits: pd.DataFrame, texts: dict[str, str]
) -> dict[str, pd.DataFrame]:
    turns = list_turns(segments, segments["pieces"].tolist(), report.sources, set(texts))
    families = list_families(report.uses, report.segments, report.sources)
    uses = place_hits(report.uses, segments).sort_values(["family", "source", "position"], ignore_index=True)
    return {
        "turns": turns,
        "topics": mark_topics(turns, hits),
        "kwic": show_in_context(hits, tokens, segments, texts),
        "families": families[list_columns("families")],
        "uses": uses[list_columns("uses")],
    }


def list_columns(table: str) -> list[str]:
    """Return the columns of a table that is exported, as datapackage.json has them."""
    return [field["name"] for field in load_exports()[table]["schema"]["fields"]]
