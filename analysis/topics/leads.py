"""Which topic leads, and whether it still would had other turns been spoken."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis.own_words import list_events
from analysis.patterns import find_segments
from analysis.roles import OWN
from analysis.statistics import FEWEST_TURNS
from analysis.topics.counts import list_topics
from analysis.topics.placed import Events, choose_events, place_topics
from analysis.topics.touched import RESAMPLES, Touched

TURN = ["event", "turn"]
KEPT = 0.95  # of resamplings: what a 95 % interval asks of a difference
MOST_IN_ONE = 1 / 3  # an answer that holds so much of a topic speaks for itself, not for the interview
CHOSEN = "excerpt"  # the kind of a text whose passages somebody else chose
EVERYWHERE = ""  # stands for all events together
LEADS = ["event", "topic", "k", "n", "next_topic", "next_k", "kept", "in_one", "reason"]
NEVER = 1e-6  # draws in which something happens; what is expected in fewer is not drawn


def measure_leads(
    hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame, topics: pd.DataFrame
) -> pd.DataFrame:
    """Find the topic that most paragraphs touch, at each event and at all, and how surely it leads.

    Takes what `rate_topics` takes, with the paragraphs of segments and the kind of sources; topics: one row
    per topic (topic, names: the kinds of bare names that count for it). Paragraphs are counted, not mentions:
    a list of names is one paragraph, and a long list of patterns gains less by it.
    Returns one row per event by date, then one over all events (event ''): topic (of several that lead the
    first by name; '' if none is mentioned), k (own paragraphs that touch it) of n, next_topic and next_k (the
    one after it), kept (the share of resamplings in which it leads alone, see `_resample`), in_one (the
    share of its paragraphs that stand in one turn), and reason (why it is not certain that it leads, '' where
    it is). The row over all events leaves out excerpts. A topic that counts bare names of a kind leads for
    certain only over topics that count them too; one that counts fewer leads in spite of it.
    """
    placed = place_topics(hits, segments)
    events, touched = choose_events(placed, sources), Touched(placed)
    rows = [
        describe_lead(touched, events, topics, [number], name) for number, name in enumerate(events.names)
    ]
    rows.append(describe_lead(touched, events, topics))
    return pd.DataFrame(rows, columns=LEADS)


def describe_lead(
    touched: Touched,
    events: Events,
    topics: pd.DataFrame,
    members: list[int] | None = None,
    event: str = EVERYWHERE,
) -> dict[str, object]:
    """Describe the lead in some events, by default in all but excerpts, as a row of `measure_leads`."""
    if members is None:
        members = [number for number, kind in enumerate(events.kinds) if kind != CHOSEN]
    lead = _Lead(touched, events, members)
    kinds_of_names = {
        topic: set(names.split()) for topic, names in zip(topics["topic"], topics["names"], strict=True)
    }
    found = {"event": event, "n": int(touched.n_paragraphs[lead.is_mine].sum()), **_find_lead(lead)}
    mentioned = [touched.topics[topic] for topic in np.flatnonzero(lead.n)]
    is_alike = _is_alike(found["topic"], mentioned, kinds_of_names)
    kind = "" if event == EVERYWHERE else events.kinds[members[0]]
    shape = int(touched.n_turns[lead.is_mine].sum()), len(topics)
    return {**found, "reason": _doubt(found, shape, kind, is_alike)}


class _Lead:
    """The paragraphs of some events that touch each topic."""

    def __init__(self, touched: Touched, events: Events, members: list[int]) -> None:
        self.touched, self.events, self.members = touched, events, members
        self.is_mine = np.isin(events.of, members)  # of each source, whether it counts
        is_said = self.is_mine[touched.source]
        self.counts, self.event = touched.counts[is_said], events.of[touched.source[is_said]]
        self.n = self.counts.sum(axis=0)


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


def _find_lead(lead: _Lead) -> dict[str, object]:
    """Describe the lead in some events."""
    n, topics = lead.n, lead.touched.topics
    ranked = [place for place in np.argsort(-n, kind="stable").tolist() if n[place]]
    if not ranked:
        return {"topic": "", "k": 0, "next_topic": "", "next_k": 0, "kept": np.nan, "in_one": np.nan}
    first, second = ranked[0], ranked[1:2]
    return {
        "topic": topics[first],
        "k": int(n[first]),
        "next_topic": "".join(topics[place] for place in second),
        "next_k": sum(int(n[place]) for place in second),
        "kept": 1.0 if _is_certain(lead, first) else float(_resample(lead)[first]),
        "in_one": float(lead.counts[:, first].max() / n[first]),
    }


def _resample(lead: _Lead) -> np.ndarray:
    """Draw the turns of each event anew, and tell in which share of draws each topic leads alone.

    What is missing to 1 are draws in which several lead. Turns are drawn with replacement inside their event (Efron
    1979, Bootstrap methods: another look at the jackknife, Annals of Statistics 7).
    """
    drawn = lead.touched.draw_all(lead.events, lead.members)
    is_most = drawn == drawn.max(axis=1, keepdims=True)
    is_alone = is_most & (is_most.sum(axis=1, keepdims=True) == 1) & (drawn > 0)
    return is_alone.mean(axis=0)


def _is_certain(lead: _Lead, first: int) -> bool:
    """Tell whether a topic leads by so much that no draw can be expected to put another beside it.

    The lead over another topic is a sum of turns drawn independently, which falls to nothing with a chance of at
    most exp(-lead**2 / 2 / (variance + farthest * lead / 3)), farthest being the most that a turn lies from the
    mean of its event (Bernstein's inequality; Boucheron, Lugosi & Massart 2013, Concentration inequalities,
    section 2.8).
    """
    others = np.delete(lead.counts, first, axis=1)
    if not others.size:
        return False
    ahead = lead.counts[:, [first]] - others
    in_all, variance, farthest = _spread(ahead, lead)
    reach = variance + farthest * in_all / 3
    exponent = np.log(RESAMPLES * len(in_all) / NEVER)
    return bool((in_all > 0).all() and (in_all**2 / 2 > reach * exponent).all())


def _spread(ahead: np.ndarray, lead: _Lead) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sum up how far turns are ahead, the squares of how far they lie from the mean of their event, and the farthest.

    ahead: of the turns that touch a topic, a column a topic; all other turns are ahead by nothing.
    """
    order = np.argsort(lead.event, kind="stable")
    event, begins = np.unique(lead.event[order], return_index=True)
    in_event, squares, most, least = (
        add.reduceat(part[order], begins, axis=0)
        for add, part in ((np.add, ahead), (np.add, ahead**2), (np.maximum, ahead), (np.minimum, ahead))
    )
    n_turns = np.bincount(lead.events.of[lead.is_mine], lead.touched.n_turns[lead.is_mine])[event][
        :, np.newaxis
    ]
    is_full = n_turns == np.diff(np.append(begins, len(order)))[:, np.newaxis]  # every turn touches a topic
    most, least = (
        np.where(is_full, end, side(end, 0)) for end, side in ((most, np.maximum), (least, np.minimum))
    )
    mean = in_event / n_turns
    farthest = np.maximum(most - mean, mean - least).max(axis=0)
    return in_event.sum(axis=0), (squares - in_event * mean).sum(axis=0), farthest


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
