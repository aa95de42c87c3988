"""Which topic leads, and whether it still would had other turns been spoken."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

import numpy as np
import pandas as pd

from analysis.own_words import list_events
from analysis.patterns import find_segments
from analysis.roles import OWN
from analysis.statistics import FEWEST_TURNS
from analysis.topics.counts import list_topics

TURN = ["event", "turn"]
KEPT = 0.95  # of resamplings: what a 95 % interval asks of a difference
MOST_IN_ONE = 1 / 3  # an answer that holds so much of a topic speaks for itself, not for the interview
CHOSEN = "excerpt"  # the kind of a text whose passages somebody else chose
EVERYWHERE = ""  # stands for all events together
LEADS = ["event", "topic", "k", "n", "next_topic", "next_k", "kept", "in_one", "reason"]
RESAMPLES = 2000
NEVER = 1e-6  # draws in which something happens; what is expected in fewer is not drawn
LEADING_SEED = 55


def measure_leads(
    hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame, topics: pd.DataFrame
) -> pd.DataFrame:
    """Find the topic that most paragraphs touch, at each event and at all, and how surely it leads.

    Takes what `rate_topics` takes, with the paragraphs of segments and the kind of sources; topics: one row
    per topic (topic, names: the kinds of bare names that count for it). Paragraphs are counted, not mentions:
    a list of names is one paragraph, and a long list of patterns gains less by it.
    Returns one row per event by date, then one over all events (event ''): topic (of several that lead the
    first by name; '' if none is mentioned), k (own paragraphs that touch it) of n, next_topic and next_k (the
    one after it), kept (the share of resamplings in which it leads alone, see `resample_leads`), in_one (the
    share of its paragraphs that stand in one turn), and reason (why it is not certain that it leads, '' where
    it is). The row over all events leaves out excerpts. A topic that counts bare names of a kind leads for
    certain only over topics that count them too; one that counts fewer leads in spite of it.
    """
    return _measure_leads(hits, segments, sources, topics, only_all=False)


def measure_lead(
    hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame, topics: pd.DataFrame
) -> pd.Series:
    """Find the topic that most paragraphs touch at all events together: the last row of `measure_leads`."""
    return _measure_leads(hits, segments, sources, topics, only_all=True).set_index("event").loc[EVERYWHERE]


def _measure_leads(
    hits: pd.DataFrame,
    segments: pd.DataFrame,
    sources: pd.DataFrame,
    topics: pd.DataFrame,
    *,
    only_all: bool,
) -> pd.DataFrame:
    events = list_events(sources)
    kinds_of_names = {
        topic: set(names.split()) for topic, names in zip(topics["topic"], topics["names"], strict=True)
    }
    touched, n = count_paragraphs(hits, segments, sources)
    kinds = dict(zip(events["event"], events["kind"], strict=True))
    spoken = [event for event, kind in kinds.items() if kind != CHOSEN]
    groups = {event: [event] for event in kinds if not only_all} | {EVERYWHERE: spoken}
    rows = []
    for event, members in groups.items():
        mine = touched[touched.index.get_level_values("event").isin(members)]
        found = {"event": event, "n": int(n.reindex(members).sum()), **_find_lead(mine)}
        is_alike = _is_alike(found["topic"], mine.columns[mine.any()], kinds_of_names)
        doubt = _doubt(found, (len(mine), len(topics)), kinds.get(event, ""), is_alike)
        rows.append({**found, "reason": doubt})
    return pd.DataFrame(rows, columns=LEADS)


def count_paragraphs(
    hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame
) -> tuple[pd.DataFrame, pd.Series]:
    """Count the own paragraphs of each turn that touch each topic, and the own paragraphs of each event.

    Takes what `measure_leads` takes. Returns a row a turn (event, turn) with a column a topic, those without
    a hit included as zero; and a number an event.
    """
    own = _select_own(segments, list_events(sources))
    topics, turns = list_topics(hits), pd.MultiIndex.from_frame(own[TURN].drop_duplicates().sort_values(TURN))
    turn = turns.get_indexer(pd.MultiIndex.from_frame(own[TURN]))
    row = find_segments(hits, own)
    is_own = row >= 0
    topic = pd.Categorical(hits["topic"].astype(object), categories=topics).codes[is_own]
    place = turn[row[is_own]] * len(topics) + topic
    paragraph = own["paragraph"].to_numpy(dtype=np.int64)[row[is_own]]
    once = pd.DataFrame({"place": place, "paragraph": paragraph}).drop_duplicates()["place"]
    counts = np.bincount(once, minlength=len(turns) * len(topics)).reshape(len(turns), len(topics))
    n = own.drop_duplicates(["event", "paragraph"]).groupby("event").size()
    return pd.DataFrame(counts, index=turns, columns=pd.Index(topics, name="topic")), n


def _select_own(segments: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Return the segments with own words of events: source, segment, turn, paragraph, event."""
    is_own = (
        segments["role"].isin(OWN) & (segments["n_words"] > 0) & segments["source"].isin(events["source"])
    )
    own = segments.loc[is_own, ["source", "segment", "turn", "paragraph"]].reset_index(drop=True)
    code, names = pd.factorize(own["source"])
    event = events.set_index("source")["event"].reindex(names)
    return own.assign(event=event.array.take(code))


def tell_kept(share: float) -> str:
    """Say in which share of resamplings a topic leads; cut, as 94.9% rounded up would pass for 95%."""
    return f"{math.floor(100 * share)}%"


def resample_leads(touched: pd.DataFrame) -> pd.Series:
    """Draw the turns of each event anew, and tell in which share of draws each topic leads alone.

    touched: as from `count_paragraphs`. Returns a share for each topic; what is missing to 1 are draws in
    which several lead. Turns are drawn with replacement inside their event (Efron 1979, Bootstrap methods:
    another look at the jackknife, Annals of Statistics 7). The draws of an event do not depend on the others, so that
    they are made once, whatever is left out beside it.
    """
    drawn = np.zeros((RESAMPLES, touched.shape[1]), dtype=np.int64)
    for event, turns in touched.groupby(level="event"):
        drawn += _draw_turns(event, turns.to_numpy(dtype=np.int64).tobytes(), touched.shape[1])
    is_most = drawn == drawn.max(axis=1, keepdims=True)
    is_alone = is_most & (is_most.sum(axis=1, keepdims=True) == 1) & (drawn > 0)
    return pd.Series(is_alone.mean(axis=0), index=touched.columns)


@lru_cache(maxsize=1000)
def _draw_turns(event: str, turns: bytes, n_topics: int) -> np.ndarray:
    """Draw the turns of an event from a seed of its own; turns: one row a turn, one number a topic, as bytes.

    Returns the sum of each draw, one row a draw. Turns that touch the same are one kind, of which it is drawn how
    many there are: most turns touch nothing.
    """
    kinds, n = np.unique(
        np.frombuffer(turns, dtype=np.int64).reshape(-1, n_topics), axis=0, return_counts=True
    )
    generator = np.random.default_rng([LEADING_SEED, crc32(event.encode("utf-8"))])
    times = generator.multinomial(n.sum(), n / n.sum(), size=RESAMPLES)
    drawn = times @ kinds
    return drawn.astype(np.min_scalar_type(drawn.max(initial=0)))


def _is_certain(touched: pd.DataFrame, first: str) -> bool:
    """Tell whether a topic leads by so much that no draw can be expected to put another beside it.

    The lead over another topic is a sum of turns drawn independently, which falls to nothing with a chance of at
    most exp(-lead**2 / 2 / (variance + farthest * lead / 3)), farthest being the most that a turn lies from the
    mean of its event (Bernstein's inequality; Boucheron, Lugosi & Massart 2013, Concentration inequalities,
    section 2.8).
    """
    others = touched.drop(columns=first).to_numpy(dtype=float)
    if not others.size:
        return False
    ahead = touched[[first]].to_numpy(dtype=float) - others
    event, _ = pd.factorize(touched.index.get_level_values("event"))
    in_event = np.stack([np.bincount(event, weights=column) for column in ahead.T])
    apart = ahead.T - (in_event / np.bincount(event))[:, event]
    lead, variance, farthest = ahead.sum(axis=0), (apart**2).sum(axis=1), np.abs(apart).max(axis=1)
    reach = variance + farthest * lead / 3
    exponent = np.log(RESAMPLES * len(lead) / NEVER)
    return bool((lead > 0).all() and (lead**2 / 2 > reach * exponent).all())


def _find_lead(touched: pd.DataFrame) -> dict[str, object]:
    """Describe the lead in some turns, a row each."""
    in_all = touched.sum().sort_values(ascending=False, kind="stable")
    in_all = in_all[in_all > 0]
    if in_all.empty:
        return {"topic": "", "k": 0, "next_topic": "", "next_k": 0, "kept": np.nan, "in_one": np.nan}
    first, second = in_all.index[0], "".join(in_all.index[1:2])
    return {
        "topic": first,
        "k": int(in_all[first]),
        "next_topic": second,
        "next_k": int(in_all.get(second, 0)),
        "kept": 1.0 if _is_certain(touched, first) else float(resample_leads(touched)[first]),
        "in_one": float(touched[first].max() / in_all[first]),
    }


def _is_alike(leader: str, mentioned: Iterable[str], kinds_of_names: dict[str, set[str]]) -> bool:
    """Tell whether the names that count for a topic count for all others that are mentioned."""
    return all(kinds_of_names.get(leader, set()) <= kinds_of_names.get(topic, set()) for topic in mentioned)


def _doubt(found: dict[str, object], shape: tuple[int, int], kind: str, is_alike: bool) -> str:
    """Say why it is not certain that the topic found leads; '' where nothing speaks against it.

    shape: how many turns there are, and topics decided.
    """
    n_turns, n_topics = shape
    doubts = {
        "no topic is mentioned": not found["topic"],
        "there is no other topic": n_topics < 2,
        "several topics come first": found["k"] == found["next_k"],
        "somebody else chose the passages": kind == CHOSEN,
        f"fewer than {FEWEST_TURNS} answers": n_turns < FEWEST_TURNS,
        "one answer holds a third of it or more": found["in_one"] >= MOST_IN_ONE,
        "other answers might have put another first": not found["kept"] >= KEPT,
        "its word list counts bare names, those of others do not": not is_alike,
    }
    return next((reason for reason, holds in doubts.items() if holds), "")
