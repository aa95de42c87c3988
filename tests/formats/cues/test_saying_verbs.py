"""Which language a text is in, and the lists of what its words do."""

from __future__ import annotations

import pytest

from analysis.formats.cues.saying_verbs import grammar_of, grammar_of_language
from analysis.language import load_saying_words

PARTS = set(load_saying_words()["english"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("english", "The quay is for everyone, she said, and the band went home."),
        ("german", "Der Hafen ist für alle da, sagte sie, und die Kapelle ging nach Hause."),
        ("french", "Le port est à tous, a-t-elle dit, et la fanfare est rentrée."),
        ("spanish", "El puerto es de todos, dijo ella, y la banda se fue a casa."),
        ("italian", "Il porto è di tutti, ha detto, e la banda è andata a casa."),
        ("russian", "Порт для всех, сказала она, и оркестр ушёл домой."),
        ("", "Port jest dla wszystkich, powiedziała burmistrz."),
    ],
)
def test_language_by_its_small_words(language, text):
    assert grammar_of(text).language == language


def test_forms_of_verbs_and_no_nouns():
    english = grammar_of_language("english")
    assert all(map(english.says, ["said", "says", "notes", "replied", "stressed", "adding"]))
    assert not any(map(english.says, ["answer", "report", "call", "river"]))


def test_each_language_has_the_parts_that_rules_ask_for():
    needed = {"verbs", "endings", "forms", "prepositions", "links", "passed", "he", "she", "spoken", "titled"}
    for language, words in load_saying_words().items():
        assert needed <= set(words), language


def test_compound_nouns_end_in_a_listed_one():
    german = grammar_of_language("german")
    assert german.has(german.titled, "kinofilm") is False  # too short to be sure
    assert german.has(german.titled, "protestplakat")
