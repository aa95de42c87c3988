"""Why a topic is found where it is: the matches of its patterns in context, set against hand coding."""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd

from analysis.errors import InputError
from analysis.patterns import find_near_misses, find_raw_matches
from analysis.pipeline import Progress, build_full
from analysis.storage import Corpus, load_schema
from analysis.topics import NEVER
from analysis.validation import OUTSIDE_TEXT, PARAGRAPH, code_paragraphs, load_codings, score_coding

COLUMNS = ["fate", "pattern", *PARAGRAPH, "role", "start", "end", "left", "match", "right", "coded", "topics"]
MISSED = "missed"
NEAR = "near miss"
_SPACE = re.compile(r"\s+")


class Explanation(NamedTuple):
    """A topic, its rows as from `list_rows`, and its row of `score_coding` (None where nothing is coded)."""

    topic: str
    label: str
    description: str
    rows: pd.DataFrame
    score: pd.Series | None
    n_read: int  # paragraphs that were coded by hand, whatever their topics


def explain_topic(topic: str, corpus: Corpus, *, progress: Progress = iter) -> Explanation:
    """Explain a topic of a corpus on its texts.

    Raises InputError if there is no such topic, or at the first fault of the data or the texts.
    """
    topics = corpus.decisions["topics"].set_index("topic")
    if topic not in topics.index:
        file = corpus.data / load_schema()["topics"]["path"]
        there = ", ".join(sorted(topics.index)) or "none yet"
        raise InputError(f"{file}: no topic is called {topic!r}; the topics are {there}.")
    patterns = corpus.decisions["patterns"].query("topic == @topic")
    full = build_full(corpus, progress=progress)
    segments, sources = full["segments"], corpus.sources
    matches = find_raw_matches(full["tokens"], patterns, by="topic", sources=sources)
    judged = judge_paragraphs(load_codings(corpus.data, corpus.decisions["topics"], segments), topic)
    paragraphs = list_paragraphs(segments, corpus.texts)
    near = find_near_misses(full["tokens"], patterns, matches).assign(fate=NEAR)
    rows = list_rows(pd.concat([matches, near]), patterns["pattern"].tolist(), paragraphs, judged)
    score = _score(topic, matches[matches["fate"] == "counts"], segments, judged)
    return Explanation(topic, *topics.loc[topic, ["label", "description"]], rows, score, len(judged))


def list_paragraphs(segments: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    """Return one row per segment with its source, segment, paragraph, role, and the paragraph's begins, ends
    and text; segments: one row per run of one role; texts: one row per source (source, text)."""
    spans = segments.groupby(PARAGRAPH)
    table = segments[[*PARAGRAPH, "segment", "role"]].assign(
        begins=spans["start"].transform("min"), ends=spans["end"].transform("max")
    )
    return table.merge(texts[["source", "text"]], on="source")


def judge_paragraphs(codings: pd.DataFrame, topic: str) -> pd.DataFrame:
    """Say what hand coding says of a topic: one row per coded paragraph (source, paragraph).

    codings: one row per paragraph and coder, with its topics separated by spaces. Returns coded ("yes", "no",
    or "disputed" where coders disagree) and topics (all that anybody coded, in alphabetical order).
    """
    about = codings["topics"].str.split().map(lambda topics: topic in topics).astype(bool)
    paragraphs = codings.assign(about=about).groupby(PARAGRAPH)
    share = paragraphs["about"].mean()
    coded = share.map({0.0: "no", 1.0: "yes"}).fillna("disputed")
    topics = paragraphs["topics"].agg(lambda texts: " ".join(sorted(set(" ".join(texts).split()))))
    return pd.DataFrame({"coded": coded, "topics": topics}).reset_index()


def list_rows(
    matches: pd.DataFrame, patterns: list[str], paragraphs: pd.DataFrame, judged: pd.DataFrame
) -> pd.DataFrame:
    """List what there is to see of a topic.

    matches: one row per match of its patterns, from `find_raw_matches`, and per near miss (fate "near miss"),
    from `find_near_misses`. paragraphs, judged: from
    `list_paragraphs` and `judge_paragraphs`. Returns one row per match, then one per pattern without any
    (fate "never found"), then one per coded paragraph in which none counts (fate "missed"): fate, pattern,
    source, paragraph, role, start, end, left, match and right (the paragraph before, in and after the match,
    on one line), coded (yes, no, disputed; empty where nobody coded, or where the role is not part of the
    coded text) and topics (those coded). The pattern with most hits stands first, matches as in the texts.
    """
    found = _in_context(matches, paragraphs).merge(judged, on=PARAGRAPH, how="left")
    found.loc[found["role"].isin(OUTSIDE_TEXT), ["coded", "topics"]] = ""
    hits = found[found["fate"] == "counts"]
    times = found["pattern"].map(hits["pattern"].value_counts()).astype("float64").fillna(0)
    keys = ["times", "pattern", "source", "start"]
    found = found.assign(times=-times).sort_values(keys, kind="stable")
    matched = matches.loc[matches["fate"] != NEAR, "pattern"]
    never = pd.DataFrame({"fate": NEVER, "pattern": sorted(set(patterns) - set(matched))})
    missed = _list_missed(hits[~hits["role"].isin(OUTSIDE_TEXT)], paragraphs, judged)
    rows = pd.concat([found, never, missed], ignore_index=True).reindex(columns=COLUMNS)
    numbers = dict.fromkeys(["paragraph", "start", "end"], "Int64")
    texts = [column for column in COLUMNS if column not in numbers]
    rows[texts] = rows[texts].astype(object).where(rows[texts].notna(), "")
    return rows.astype(numbers | dict.fromkeys(texts, "str"))


def _in_context(matches: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    rows = matches.merge(paragraphs.drop(columns="role"), on=["source", "segment"])
    cuts = {"left": ("begins", "start"), "match": ("start", "end"), "right": ("end", "ends")}
    sides = {name: _cut(rows, *edges) for name, edges in cuts.items()}
    return rows.assign(**sides)


def _list_missed(hits: pd.DataFrame, paragraphs: pd.DataFrame, judged: pd.DataFrame) -> pd.DataFrame:
    wanted = judged[judged["coded"] != "no"].merge(paragraphs.drop_duplicates(PARAGRAPH), on=PARAGRAPH)
    is_found = pd.MultiIndex.from_frame(wanted[PARAGRAPH]).isin(pd.MultiIndex.from_frame(hits[PARAGRAPH]))
    missed = wanted[~is_found]
    missed = missed.assign(fate=MISSED, start=missed["begins"], end=missed["ends"], role="")
    return missed.assign(right=_cut(missed, "begins", "ends"))


def _cut(rows: pd.DataFrame, begin: str, end: str) -> list[str]:
    """Cut a piece out of each row's text, on one line."""
    cuts = zip(rows["text"], rows[begin], rows[end], strict=True)
    return [_SPACE.sub(" ", text[start:stop]) for text, start, stop in cuts]


def _score(topic: str, hits: pd.DataFrame, segments: pd.DataFrame, judged: pd.DataFrame) -> pd.Series | None:
    """Score the topic on the paragraphs about which the coders agree."""
    agreed = judged[judged["coded"] != "disputed"]
    coded = agreed.assign(topic=agreed["coded"].map({"yes": topic, "no": ""}))
    scores = score_coding(code_paragraphs(hits, segments), coded, topics=[topic]).set_index("topic")
    return scores.loc[topic] if len(agreed) else None
