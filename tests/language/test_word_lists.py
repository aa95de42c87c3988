"""No list of one language judges words of another."""

from __future__ import annotations

import pytest

from analysis.language import choose_lists, name_language


def test_english_lists_say_nothing_of_german():
    german = choose_lists(["de"])
    assert german.is_function_word("und") and german.is_function_word("die")
    assert not german.is_function_word("would") and german.unlisted == ()
    assert german.lemmatise("causes") == "causes"


def test_words_of_five_languages_are_compared_as_their_lemmas():
    lemmas = {"de": ("verträge", "vertrag"), "es": ("honestos", "honesto"), "fr": ("l'étape", "étape")}
    lemmas |= {"it": ("pescatori", "pescatore"), "ru": ("свободного", "свободный")}
    for code, (norm, lemma) in lemmas.items():
        lists = choose_lists([code])
        assert lists.unlisted == () and lists.lemmatise(norm) == lemma


def test_nothing_said_is_english():
    english = choose_lists([""])
    assert english.is_english and english.is_function_word("it's")
    assert english.lemmatise("causes") == "cause"


def test_a_language_without_a_list_is_named():
    hindi = choose_lists(["hi", "en"])
    assert hindi.unlisted == ("hi",) and not choose_lists(["hi"]).is_function_word("the")


@pytest.mark.parametrize(
    ("code", "name"), [("de-AT", "German"), ("EN_gb", "English"), ("", "English"), ("tlh", "tlh")]
)
def test_languages_are_called_by_their_names(code, name):
    assert name_language(code) == name


def test_letters_alone_make_no_formula_where_nothing_is_in_english():
    assert choose_lists(["ru"]).is_empty("т") and choose_lists(["de"]).is_empty("z")
    assert not choose_lists(["ru"]).is_empty("шаг") and not choose_lists(["en"]).is_empty("z")


def test_classes_of_function_words_are_those_of_the_languages_but_english():
    assert {"le", "chaque", "avec"} <= choose_lists(["fr", "en"]).list_classes("determiners", "prepositions")
    assert "avec" not in choose_lists(["fr"]).list_classes("determiners")
    assert choose_lists(["en"]).list_classes("determiners") == frozenset()
