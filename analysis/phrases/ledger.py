"""The ledger of what comes back: one row a family, whether named in advance or found."""

from __future__ import annotations

import pandas as pd

from analysis.language import list_words_of
from analysis.own_words import are_own_words, list_references, select_own_words
from analysis.phrases.families import OCCURRENCE
from analysis.phrases.family_names import SAME
from analysis.roles import OWN, QUESTION
from analysis.statistics import describe_rate, measure_dispersion

_LEDGER = """
family kind rank variants rules n_variants events n_events n_turns n per_1000 low high reason dp percentile
first_date last_date first_voices asked_first form also
"""
LEDGER = _LEDGER.split()
DECIDED = "a pattern decided in advance"
COINCIDES = 0.5  # of a family's uses, from which it counts as the same as one named in advance


def locate_tracked(hits: pd.DataFrame, tokens: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Return the uses of the phrases named in advance in the shape of `families.find_occurrences`.

    hits: one row per hit of `patterns.find_matches` by phrase, in any role. tokens: one row per word, at
    least those of the hits. sources: one row per source. Returns one row per use in running text; kind is
    "named", rank is missing.
    """
    running = hits[hits["sentence"].notna()].reset_index(drop=True)
    table = running.assign(family=running["phrase"].astype(str), rank=pd.NA, kind="named", rule=DECIDED)
    table["event"] = table["source"].map(sources.set_index("source")["event"])
    table["variant"] = _norms(table, tokens)
    table["is_own"] = are_own_words(table, sources)
    return table.astype({"rank": "Int64"})[[*OCCURRENCE, "is_own"]]


def list_uses(
    tokens: pd.DataFrame, named: pd.DataFrame, found: pd.DataFrame, sources: pd.DataFrame
) -> pd.DataFrame:
    """List every use of every family, named in advance or found.

    tokens, named, sources: as for `locate_tracked`, named being its hits. found: one row per use of the
    families found, from `families.find_occurrences`. Returns one row per use, named families first, in the
    shape of `find_occurrences`.
    """
    located = locate_tracked(named, tokens, sources)
    return pd.concat([located, found.astype({"rank": "Int64"})], ignore_index=True)


def _norms(uses: pd.DataFrame, tokens: pd.DataFrame) -> pd.Series:
    """Return the folded words of each use."""
    words = list_words_of(uses, tokens)
    norms = tokens["norm"].iloc[words["row"]].set_axis(uses.index[words["hit"]])
    return norms.groupby(level=0).agg(" ".join).reindex(uses.index)


def list_families(occurrences: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """List the families, one row each: named ones first, then by rank.

    occurrences: one row per use (`find_occurrences`, `locate_tracked` or both). segments: one row per
    segment. sources: one row per source. Returns family, kind ("named", "expression", "name"), rank,
    variants ("words (uses); ..."), rules (by which variants were joined), n_variants, events ("k of K"),
    n_events, n_turns, n, per_1000 (of own words of all events), low, high and reason (95 % interval over
    turns), dp and percentile (how unevenly the uses are spread over turns, and the percentage of random
    allocations that are more even, half of those as even included; see `dispersion.measure_dispersion`),
    first_date, last_date, first_voices (who uses it first in each event), asked_first (events in which a
    question uses it before the speaker does), form ("verbatim" or "varied"), also (the named phrase it
    largely coincides with, or ''). Counts are of own words of reference sources.
    """
    events = list_references(sources).set_index("event")["date"]
    turns = _turns(segments, sources)
    placed = segments[["source", "segment", "turn"]]
    own = occurrences[occurrences["is_own"]].merge(placed, on=["source", "segment"])
    if own.empty:
        return pd.DataFrame(columns=LEDGER)
    own = own.assign(named=own["kind"] == "named")
    also, voices = _coincidences(own), _first_voices(occurrences, segments, sources)
    rows = [
        {
            "family": family,
            **_facts(uses, events, turns),
            **voices.loc[(family, named)],
            "also": also.get((family, named), ""),
        }
        for (family, named), uses in own.groupby(["family", "named"], sort=False)
    ]
    table = pd.DataFrame(rows).join(_spread(own, turns)).assign(found=lambda t: t["kind"] != "named")
    keys = ["found", "rank", "n_events", "n", "family"]
    return table.sort_values(keys, ascending=[True, True, False, False, True], ignore_index=True)[LEDGER]


def _turns(segments: pd.DataFrame, sources: pd.DataFrame) -> pd.Series:
    """Return the own words of each turn of the reference sources."""
    return select_own_words(segments, sources).groupby(["source", "turn"])["n_words"].sum()


def _spread(own: pd.DataFrame, turns: pd.Series) -> pd.DataFrame:
    """Return dp and percentile of each family over the turns, in the order in which the families come."""
    group = own.groupby(["family", "named"], sort=False).ngroup()
    uses = pd.DataFrame({"group": group, "part": _name_turns(own)}).value_counts().rename("n").reset_index()
    words = turns.rename("n_words").reset_index()
    words = words.assign(part=_name_turns(words))
    spread = measure_dispersion(uses, words[["part", "n_words"]])
    return spread.set_index("group")[["dp", "percentile"]]


def _name_turns(table: pd.DataFrame) -> pd.Series:
    return table["source"] + " " + table["turn"].astype(str)


def _facts(uses: pd.DataFrame, events: pd.Series, turns: pd.Series) -> dict[str, object]:
    """Put together what the ledger says of one family, its first voices aside."""
    kind, rank = uses[["kind", "rank"]].iloc[0]
    return {
        "kind": kind,
        "rank": rank,
        **_describe_wordings(uses),
        **_describe_dates(uses, events),
        **_describe_turns(uses, turns),
    }


def _describe_wordings(uses: pd.DataFrame) -> dict[str, object]:
    counts = uses["variant"].value_counts().reset_index()
    counts = counts.sort_values(["count", "variant"], ascending=[False, True])
    told = counts["variant"] + " (" + counts["count"].astype(str) + ")"
    rules = sorted(set(uses["rule"]) - {SAME})
    return {
        "variants": "; ".join(told),
        "rules": "; ".join(rules),
        "n_variants": len(counts),
        "form": "verbatim" if len(counts) == 1 else "varied",
    }


def _describe_dates(uses: pd.DataFrame, events: pd.Series) -> dict[str, object]:
    """Tell in how many of the events a family is used; events: their dates."""
    dates = events[uses["event"].unique()]
    told = f"{len(dates)} of {len(events)}"
    return {"events": told, "n_events": len(dates), "first_date": dates.min(), "last_date": dates.max()}


def _describe_turns(uses: pd.DataFrame, turns: pd.Series) -> dict[str, object]:
    """Describe the rate of a family over the turns; turns: their own words. n_turns: turns that use it."""
    counts = uses.groupby(["source", "turn"]).size().reindex(turns.index, fill_value=0)
    return describe_rate(counts, turns) | {"n_turns": int((counts > 0).sum())}


def _coincidences(own: pd.DataFrame) -> dict[tuple[str, bool], str]:
    """Return the named phrase that at least half of a found family's uses overlap."""
    found, named = own[~own["named"]], own[own["named"]]
    pairs = found.merge(named, on="source", suffixes=("", "_named"))
    overlap = (pairs["start"] < pairs["end_named"]) & (pairs["end"] > pairs["start_named"])
    pairs = pairs[overlap].drop_duplicates(["family", "family_named", "source", "start"])
    shared = pairs.groupby(["family", "family_named"]).size().rename("n").reset_index()
    shared["share"] = shared["n"] / shared["family"].map(found.groupby("family").size())
    by = ["family", "share", "family_named"]
    best = shared[shared["share"] >= COINCIDES].sort_values(by, ascending=[True, False, True])
    best = best.drop_duplicates("family")
    return {(row.family, False): row.family_named for row in best.itertuples()}


def _first_voices(occurrences: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Tell who uses a family first in each of its events: one row a (family, named).

    Returns first_voices ("DATE speaker; DATE interviewer; DATE not known", by date) and asked_first (events
    in which it is the interviewer). It is not known where the reference source prints no questions.
    """
    references = list_references(sources)[["source", "date"]]
    spoken = occurrences[occurrences["role"].isin([*OWN, QUESTION])].merge(references, on="source")
    spoken = spoken.assign(named=spoken["kind"] == "named", own=spoken["role"].isin(OWN))
    by = ["family", "named", "event"]
    spoken = spoken[spoken.groupby(by)["own"].transform("any")].sort_values(["date", "event", "position"])
    first = spoken.drop_duplicates(by)
    first = first.assign(asked=~first["own"])
    prints = first["source"].isin(segments.loc[segments["role"] == QUESTION, "source"])
    voice = first["asked"].map({True: " interviewer", False: " speaker"}).where(prints, " not known")
    grouped = first.assign(voice=first["date"].astype(str) + voice).groupby(["family", "named"])
    return pd.DataFrame(
        {"first_voices": grouped["voice"].agg("; ".join), "asked_first": grouped["asked"].sum()}
    )


def list_wordings(occurrences: pd.DataFrame, families: list[str], *, names: dict[str, str]) -> pd.DataFrame:
    """Tell named families apart by source: one row a (family, source, role, wording), in the order given.

    occurrences: one row per use, in any role. names: how each source is printed. Returns family, source,
    role, wording, n.
    """
    uses = occurrences[occurrences["family"].isin(families) & (occurrences["kind"] == "named")]
    table = uses.groupby(["family", "source", "role", "variant"]).size().rename("n").reset_index()
    places = {
        "place": table["source"].map({source: i for i, source in enumerate(names)}),
        "order": table["family"].map({family: i for i, family in enumerate(families)}),
    }
    keys = ["order", "place", "role", "n", "variant"]
    ranked = table.assign(**places).sort_values(keys, ascending=[True, True, True, False, True])
    ranked = ranked.assign(source=ranked["source"].map(names)).rename(columns={"variant": "wording"})
    return ranked[["family", "source", "role", "wording", "n"]].reset_index(drop=True)


def choose_varied(ledger: pd.DataFrame, *, most: int = 3) -> list[str]:
    """Choose the named families whose wording changes most: most variants a use, of those in several events.

    Ties are broken by uses, then by name.
    """
    named = ledger[(ledger["kind"] == "named") & (ledger["n_events"] > 1) & (ledger["n_variants"] > 1)]
    ranked = named.assign(share=named["n_variants"] / named["n"])
    ranked = ranked.sort_values(["share", "n", "family"], ascending=[False, False, True])
    return ranked["family"].head(most).tolist()
