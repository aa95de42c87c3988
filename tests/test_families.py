"""Families: what counts as one formula, against a slow reading of the rules, chance and the gold labels."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from analysis.contentwords import LONGEST_GAP
from analysis.families import CHANCE, find_occurrences
from analysis.lemmas import is_empty, is_function_word, is_proper, lemmatise
from analysis.release import count_forms
from analysis.tables import read_table
from analysis.words import find_words, fold_word

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
NO_EQUIVALENTS = pd.DataFrame(columns=["form", "stands_for"])
SOURCES = pd.DataFrame(
    [
        ("gazette", "spring", "2031-04-02", True),
        ("herald", "spring", "2031-04-02", False),
        ("radio", "autumn", "2031-10-09", True),
    ],
    columns=["source", "event", "date", "is_reference"],
)
# Three hundred words that occur once make the planted ones rare, as they are in real speech.
LETTERS = "bcdfghklmnprstvz"
FILLER = " ".join(f"{a}o{b}u{c}." for a in LETTERS[:5] for b in LETTERS[:8] for c in LETTERS[:8]) + " "


def read(text: str, *, source: str, role: str = "answer") -> pd.DataFrame:
    """Tokens of an invented text: one segment, a sentence up to each full stop."""
    rows, at = [], 0
    for number, sentence in enumerate(text.split("."), 1):
        rows += [(source, number, 1, role, at + s, at + e, sentence[s:e]) for s, e in find_words(sentence)]
        at += len(sentence) + 1
    table = pd.DataFrame(rows, columns=["source", "sentence", "segment", "role", "start", "end", "token"])
    table.insert(2, "position", range(1, len(table) + 1))
    return table.assign(norm=table["token"].map(fold_word)).astype({"sentence": "Int64"})


def find(*texts: pd.DataFrame, equivalents: pd.DataFrame = NO_EQUIVALENTS) -> pd.DataFrame:
    tokens = pd.concat(texts, ignore_index=True)
    return find_occurrences(tokens, count_forms(tokens), SOURCES, equivalents)


def variants_of(found: pd.DataFrame, word: str) -> set[str]:
    hit = found[found["variant"].str.contains(word)]["family"].unique()
    return set(found.loc[found["family"].isin(hit) & found["is_own"], "variant"])


def two(first: str, second: str, **options) -> pd.DataFrame:
    return find(read(FILLER + first, source="gazette"), read(FILLER + second, source="radio"), **options)


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        ("We respect the harbour treaty.", "They broke the harbour treaty.", "the same words"),
        ("We name the deep cause.", "We name the deep causes.", "inflection"),
        ("The treaty of the harbour holds.", "The harbour treaty fell.", "order"),
        ("They must honour the treaty.", "They honour a treaty.", "other function words between"),
    ],
)
def test_variants_are_joined_and_the_rule_is_told(first, second, rule):
    found = two(first, second)
    planted = found[found["variant"].str.contains("treaty|cause")]
    assert set(planted["rule"]) - {"the same words"} == {rule} - {"the same words"}


def test_an_open_slot_joins_where_the_pair_also_stands_together():
    found = two("A harbour treaty holds. The harbour border treaty holds.", "Their harbour treaty fell.")
    assert "harbour border treaty" in variants_of(found, "harbour treaty")
    assert "an open slot" in set(found["rule"])


def test_decided_equivalents_are_one_word():
    equivalents = pd.DataFrame(
        [("accord", "treaty", "two renderings")], columns=["form", "stands_for", "reason"]
    )
    assert two("The harbour treaty holds.", "The harbour accord fell.").empty
    joined = two("The harbour treaty holds.", "The harbour accord fell.", equivalents=equivalents)
    assert set(joined["variant"]) >= {"harbour treaty", "harbour accord"}
    assert set(joined["rule"]) == {"the same words", "an equivalent word"}


def test_windows_that_share_words_count_once():
    found = two("Red treaty harbour red.", "Red treaty harbour.")
    assert (found[found["n_words"] == 3].groupby("source").size() == 1).all()


def test_an_acronym_that_looks_like_a_function_word_has_content():
    assert "who treaty" in set(two("The WHO treaty holds.", "The WHO treaty fell.")["variant"])


def test_texts_without_own_words_have_no_families():
    asked = read("The harbour treaty holds.", source="gazette", role="question")
    assert find(asked).empty and find(asked.head(0)).empty


def test_a_family_stays_in_one_sentence_and_one_role():
    apart = find(
        read(FILLER + "We see the harbour. Treaty talks go on.", source="gazette"),
        read(FILLER + "The harbour treaty holds.", source="radio"),
    )
    assert apart.empty
    asked = find(
        read(FILLER + "The harbour treaty holds.", source="gazette", role="question"),
        read(FILLER + "The harbour treaty holds.", source="radio"),
    )
    assert asked.empty


def test_a_smaller_family_inside_a_larger_one_is_folded_into_it():
    found = two("The deep harbour treaty holds.", "The deep harbour treaty fell.")
    assert "deep harbour" not in set(found["family"])


def test_a_compound_is_a_family_by_itself():
    assert "self-reliance" in set(two("We want self-reliance.", "Say yes to self-reliance.")["family"])


def test_names_and_titles_are_apart_and_terms_are_not():
    found = two(
        "I met President Ada Nyström. The UN Charter holds.",
        "I wrote to President Ada Nyström. We read the UN Charter.",
    ).drop_duplicates("family")
    kinds = dict(zip(found["family"], found["kind"], strict=True))
    assert kinds["president ada nyström"] == "name"
    assert kinds["un charter"] == "expression"
    ranks = found.groupby("kind")["rank"]
    assert ranks.max()["expression"] < ranks.min()["name"]


def test_a_copy_under_the_same_event_changes_nothing():
    first, second = (
        read(FILLER + "The harbour treaty holds.", source="gazette"),
        read(FILLER + "A harbour treaty.", source="radio"),
    )
    copy = read(FILLER + "The harbour treaty holds.", source="herald")
    plain, copied = find(first, second), find(first, copy, second)
    own = copied[copied["is_own"]].reset_index(drop=True)
    assert_frame_equal(plain[plain["is_own"]].reset_index(drop=True), own)


def test_function_words_contractions_and_acronyms():
    assert is_function_word("don't") and is_function_word("it's") and is_function_word("us", "us")
    assert not is_function_word("us", "US") and not is_function_word("harbour")
    assert is_empty("1999", "1999")


def test_lemmas_and_proper_nouns():
    assert lemmatise("treaties") == "treaty" and lemmatise("self-determination") == "self-determination"
    assert is_proper("xyzzov") and not is_proper("treaty")


# A slow, plain reading of the rules on texts of a few words, all rare enough to beat chance.
WORDS = ["alpha", "beta", "gamma", "the", "of"]
texts = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7), min_size=1, max_size=5)


def plain_pairs(tokens: pd.DataFrame) -> dict[frozenset, set[str]]:
    """Events in which two different content words stand next to each other, function words aside."""
    events = defaultdict(set)
    event_of = dict(zip(SOURCES["source"], SOURCES["event"], strict=True))
    for (source, _), words in tokens.groupby(["source", "sentence"]):
        content = [
            (p, n) for p, n in zip(words["position"], words["norm"], strict=True) if n not in ("the", "of")
        ]
        for (p, a), (q, b) in pairwise(content):
            if a != b and q - p <= LONGEST_GAP + 1:
                events[frozenset((a, b))].add(event_of[source])
    return events


@settings(max_examples=150, deadline=None)
@given(texts, texts)
def test_every_family_recurs_by_a_plain_reading(one, other):
    tokens = [
        read(". ".join(" ".join(s) for s in text) + ".", source=name)
        for text, name in ((one, "gazette"), (other, "radio"))
    ]
    found = find(*tokens)
    recurring = {pair for pair, events in plain_pairs(pd.concat(tokens)).items() if len(events) > 1}
    pairs = {
        frozenset(w for w in v.split() if w not in ("the", "of"))
        for v in found.loc[found["is_own"], "family"]
    }
    assert all(any(pair <= group for pair in recurring) for group in pairs if len(group) > 1)


@settings(max_examples=60, deadline=None)
@given(texts, texts, st.integers(0, 10))
def test_the_rows_of_the_uses_give_the_same_uses(one, other, seed):
    """Rows of families are what a release holds: they, in any order, give the same families."""
    tokens = pd.concat(
        [
            read(FILLER + ". ".join(" ".join(s) for s in text) + ".", source=name)
            for text, name in ((one, "gazette"), (other, "radio"))
        ],
        ignore_index=True,
    )
    words = count_forms(tokens)
    full = find_occurrences(tokens, words, SOURCES, NO_EQUIVALENTS)
    held = {(r.source, p) for r in full.itertuples() for p in range(r.position, r.position + r.n_words)}
    mask = [(s, p) in held for s, p in zip(tokens["source"], tokens["position"], strict=True)]
    released = tokens[mask].sample(frac=1, random_state=seed)
    assert_frame_equal(full, find_occurrences(released, words, SOURCES, NO_EQUIVALENTS))


def corpus() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    from analysis.build import build_full, load_decisions
    from analysis.sources import load_manifest, load_speaker, read_sources

    data, folder = ROOT / "data", SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip("the texts of the corpus are not at hand")
    tokens = build_full(read_sources(data, folder), *load_speaker(data))["tokens"]
    return tokens, count_forms(tokens), load_manifest(data), load_decisions(data)["equivalents"]


@pytest.fixture(scope="module")
def own_corpus():
    return corpus()


def test_released_tables_give_the_same_families_as_full_ones(own_corpus):
    tokens, words, sources, equivalents = own_corpus
    full = find_occurrences(tokens, words, sources, equivalents)
    data = ROOT / "data"
    released = find_occurrences(read_table(data, "tokens"), read_table(data, "words"), sources, equivalents)
    assert_frame_equal(full, released)


def test_shuffled_sentences_leave_almost_no_family(own_corpus):
    tokens, words, sources, equivalents = own_corpus
    real = find_occurrences(tokens, words, sources, equivalents)
    generator = random.Random(3)
    shuffled = tokens.copy()
    for _, rows in tokens.groupby("source").groups.items():
        order = list(rows)
        generator.shuffle(order)
        shuffled.loc[rows, ["token", "norm"]] = tokens.loc[order, ["token", "norm"]].to_numpy()
    left = find_occurrences(shuffled, words, sources, equivalents)
    remain = set(left["family"]) & set(real["family"])
    assert len(remain) <= 0.05 * real["family"].nunique()


def test_recall_on_hand_labelled_phrases(own_corpus):
    """A gold phrase is found if one family has half its uses, in two events, and few others."""
    tokens, words, sources, equivalents = own_corpus
    found = find_occurrences(tokens, words, sources, equivalents)
    own = found[found["role"].isin(["answer", "quote"])]
    gold = defaultdict(list)
    with (SHARED / "gold" / "phrases.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["own_words"] == "1" and row["kind"] != "theme":
                gold[row["phrase"]].append((row["source"], int(row["start"]), int(row["end"])))
    event_of = dict(zip(sources["source"], sources["event"], strict=True))
    best = {phrase: _best_rank(own, uses, event_of) for phrase, uses in gold.items()}
    assert sum(rank <= 50 for rank in best.values()) >= 0.60 * len(best)
    assert sum(rank <= 100 for rank in best.values()) >= 0.80 * len(best)


def _best_rank(own: pd.DataFrame, uses: list, event_of: dict) -> float:
    for rank, family in own.groupby("rank"):
        if len(family) <= 3 * len(uses):
            hit = [
                u
                for u in uses
                if ((family["source"] == u[0]) & (family["start"] < u[2]) & (family["end"] > u[1])).any()
            ]
            if 2 * len(hit) >= len(uses) and len({event_of[u[0]] for u in hit}) > 1:
                return rank
    return float("inf")


def test_chance_is_small():
    assert CHANCE <= 0.001
