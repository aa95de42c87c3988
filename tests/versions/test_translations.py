"""Originals and translations: hand links of two invented corpora, and tables small enough to count."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from bilingual import CORPORA, list_hand_links, write_bilingual

from analysis.language import name_number, spell_sound
from analysis.pipeline.full import build_full
from analysis.storage.corpus import Corpus
from analysis.versions.alignment import pair_sources
from analysis.versions.anchors import score_anchors
from analysis.versions.lattice import weigh_links
from analysis.versions.renderings import list_renderings
from analysis.versions.translations import LINK, align_translations, pair_translations
from analysis.versions.turns_beside import list_alone, list_turns_beside, place_in_turns

DECIDED = pd.DataFrame(
    [["open ports", "offene Häfen", "translation", "a hand", "en"]],
    columns=["form", "stands_for", "kind", "reason", "language"],
)


@pytest.fixture(scope="module", params=sorted(CORPORA))
def corpus(request, tmp_path_factory):
    """A corpus, its tables, its pairs and its links."""
    made = Corpus(write_bilingual(tmp_path_factory.mktemp(request.param), request.param))
    full, sources = build_full(made), made.sources
    pairs = pair_translations(sources, frozenset(sources["source"][sources["language"] == "en"]))
    links = align_translations(full["tokens"], full["sentences"], full["segments"], pairs)
    return request.param, full, sources, pairs, links


def test_links_are_those_set_by_hand(corpus):
    name, full, _, _, links = corpus
    hand, found = (
        list_hand_links(name, full["sentences"]),
        set(links[LINK].itertuples(index=False, name=None)),
    )
    assert len(found & hand) / len(found) >= 0.95  # 39 of 40 in German, 44 of 44 in Russian
    assert len(found & hand) / len(hand) >= 0.92  # 39 of 42, 44 of 45
    assert links["confidence"].between(0.5, 1).all()


def test_a_translation_is_no_version(corpus):
    _, _, sources, pairs, _ = corpus
    assert pair_sources(sources) == []
    assert (
        pairs["original"].str[-2:].tolist() == [CORPORA[corpus[0]]] * 2
    )  # decided, whatever stands for the event


def test_an_exchange_left_out_has_no_counterpart(corpus):
    _, full, _, pairs, links = corpus
    placed = place_in_turns(full["sentences"], full["segments"])
    turns = list_turns_beside(links, placed, pairs)
    first = turns[turns["original"].str.startswith("talk-1")]
    assert first.loc[first["n_linked"] == 0, "original_turn"].tolist() == [5, 6]
    assert turns["n_linked"].sum() == links[["original", "original_sentence"]].drop_duplicates().shape[0]
    alone = list_alone(links, placed, pairs)
    assert (alone[alone["side"] == "original"]["turn"].isin([5, 6])).sum() >= 3


def test_formulas_are_found_behind_their_wordings(corpus):
    name, full, _, pairs, links = corpus
    found = list_renderings(full["tokens"], links, pairs, DECIDED.head(0))
    told = set(zip(found["formula"].str.casefold(), found["wording"].str.casefold(), strict=True))
    planted = {
        "de-en": {("offene häfen", "open harbours"), ("ursachen des streits", "root causes of the quarrel")},
        "ru-en": {("первопричины спора", "causes of the dispute"), ("общий дом", "common home")},
    }
    assert planted[name] <= told
    row = found[found["wording"].str.contains("causes of the")].iloc[0]
    n = {"de-en": 4, "ru-en": 5}[name]  # once "what lies behind", once "underlying"
    assert (row["n_together"], row["n_formula"], row["n_wording"]) == (n, 5, n)
    assert row["expected"] == pytest.approx(5 * n / row["n_places"], abs=0.001)


def test_a_decided_wording_is_counted_where_it_stands(corpus):
    name, full, _, pairs, links = corpus
    found = list_renderings(full["tokens"], links, pairs, DECIDED)
    decided = found[found["how"] == "decided"]
    assert decided["n_together"].tolist() == ([1] if name == "de-en" else [])


def test_dealt_sentences_hold_no_formula(corpus):
    _, full, _, pairs, links = corpus
    shifted = links.assign(
        translation_sentence=links.groupby("original")["translation_sentence"].transform(np.roll, 7)
    )
    assert list_renderings(full["tokens"], shifted, pairs, DECIDED.head(0)).empty


def test_no_original_where_all_is_in_one_language():
    sources = pd.DataFrame(
        {"source": ["a", "b"], "event": "e", "kind": "transcript", "is_reference": [True, False]}
    )
    assert pair_translations(sources.assign(language=["en-GB", "en-US"])).empty
    assert pair_sources(sources.assign(language=["en-GB", "en-US"])) == [("b", "a")]
    both = pair_translations(sources.assign(language=["en", "de"]))
    assert both[["original", "translation"]].to_numpy().tolist() == [["a", "b"]]


def test_numbers_months_and_names_are_the_same_in_two_languages():
    assert name_number("1.200", "de") == name_number("1,200", "en") == "1200"
    assert name_number("fünf", "de") == name_number("five", "en") == name_number("пяти", "ru") == "5"
    assert name_number("märz", "de") == name_number("march", "en") == "month 3"
    assert name_number("harbour", "en") == ""
    assert spell_sound("Хартенбург") == spell_sound("Hartenburg") == "hartenburg"


def test_an_anchor_of_few_units_counts_more():
    held = np.array([[1, 1], [0, 1], [0, 1]])
    scores = score_anchors(held, held)
    assert scores[0, 0] > scores[1, 1] > scores[1, 0]
    assert not score_anchors(np.zeros((2, 0)), np.zeros((3, 0))).any()


def test_two_units_alone_in_order_are_sure_where_they_look_alike():
    scores = {(1, 1): np.array([[5.0, -5.0], [-5.0, 5.0]])}
    scores |= {(1, 2): np.full((2, 1), -5.0), (2, 1): np.full((1, 2), -5.0)}
    weights = weigh_links(scores)
    assert (np.diag(weights) > 0.99).all() and weights[0, 1] < 0.01


def test_strangers_share_no_numbers_and_names(corpus):
    name, full, *_ = corpus
    spoken = CORPORA[name]
    strangers = pd.DataFrame(
        [["talk", f"talk-1-{spoken}", "talk-2-en", spoken, "en"]],
        columns=["event", "original", "translation", "original_language", "language"],
    )
    links = align_translations(full["tokens"], full["sentences"], full["segments"], strangers)
    assert (links["n_anchors"] > 0).mean() < 0.1  # of the true pairs about two thirds
    assert len(links) > 15  # for order and length link them all the same
