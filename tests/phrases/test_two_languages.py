"""A corpus in two languages: what looks alike in both is not one phrase."""

from __future__ import annotations

from itertools import product

import pandas as pd
import pytest
from in_languages import KINDS, SPEAKERS, read_labelled

from analysis.counting import count_forms, count_text
from analysis.formats import Speaker
from analysis.patterns import find_matches
from analysis.phrases import find_occurrences, find_phrases
from analysis.phrases.by_language import join_uses
from analysis.phrases.recurring import find_recurring_rows
from analysis.projects.starter_phrases import list_phrase_rows

# `New Deal` is said once in each text.
TEXTS = {
    "elm-1": ("de", "Der New Deal hilft. Wir wollen einen freien Hafen bauen. Die Boote warten auf Antwort."),
    "elm-2": ("de", "Das Meer ist kalt. Ein freier Hafen nützt dem New Deal. Die Leute sind müde heute."),
    "ash-1": ("en", "The New Deal helps. We want a free harbour for all. The boats wait for answers."),
    "ash-2": ("en", "The sea is cold. A free harbour serves the New Deal. People are tired today."),
}
EQUIVALENTS = pd.DataFrame(columns=["form", "stands_for", "kind", "reason", "language"], dtype="str")


@pytest.fixture(scope="module")
def corpus() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The words of all texts, and the texts; each is an event."""
    given = {"kind": "prose", "speaker": Speaker("")}
    tables = [
        count_text(text, language=language, **given)["tokens"].assign(source=source)
        for source, (language, text) in TEXTS.items()
    ]
    tokens = pd.concat(tables, ignore_index=True).assign(role="answer")
    sources = pd.DataFrame({"source": list(TEXTS), "event": list(TEXTS), "is_reference": True})
    sources["language"] = [language for language, _ in TEXTS.values()]
    return tokens, sources.assign(date="2041-01-01")


def test_a_phrase_of_two_languages_is_two(corpus):
    found = find_phrases(*corpus)
    assert found.loc[found["phrase"] == "New Deal", "n_events"].tolist() == [2, 2]


def test_phrases_of_one_language_are_those_it_has_by_itself(corpus):
    tokens, sources = corpus
    german = sources[sources["language"] == "de"]
    alone = find_recurring_rows(tokens[tokens["source"].isin(german["source"])], german)
    assert find_recurring_rows(tokens, sources)[alone.index].tolist() == alone.tolist()


def make_uses(*rows: tuple[str, int, str, str]) -> pd.DataFrame:
    """Uses of families: family, rank, kind, source."""
    return pd.DataFrame(rows, columns=["family", "rank", "kind", "source"])


def test_families_of_one_name_in_two_languages_say_which_and_ranks_take_turns():
    german = make_uses(("freier Hafen", 1, "expression", "elm"), ("New Deal", 2, "name", "elm"))
    french = make_uses(("port libre", 1, "expression", "ash"), ("New Deal", 2, "name", "ash"))
    joined = join_uses({"de": german, "fr": french})
    assert list(zip(joined["family"], joined["rank"], strict=True)) == [
        ("freier Hafen", 1), ("port libre", 2), ("New Deal (German)", 3), ("New Deal (French)", 4),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def interviews() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The words of four German and four Russian interviews, and the texts."""
    tables, rows = [], []
    for language, (name, kind) in product(("de", "ru"), KINDS.items()):
        speaker, source = Speaker(SPEAKERS[language]), f"{language}-{name}"
        text = read_labelled(language, name).text
        counted = count_text(text, kind=kind, speaker=speaker, language=language)["tokens"]
        tables.append(counted.assign(source=source))
        rows.append((source, source, language, True, "2041-01-01"))
    columns = ["source", "event", "language", "is_reference", "date"]
    return pd.concat(tables, ignore_index=True), pd.DataFrame(rows, columns=columns)


def test_families_have_uses_in_one_language_and_its_lemmas(interviews):
    tokens, sources = interviews
    uses = find_occurrences(tokens, count_forms(tokens), sources, EQUIVALENTS)
    languages = uses["source"].map(sources.set_index("source")["language"]).groupby(uses["family"]).nunique()
    assert languages.max() == 1
    mediators = uses[uses["variant"].isin(["ehrlicher vermittler", "ehrlichen vermittler"])]
    assert (
        mediators["family"].nunique() == 1 and mediators["variant"].nunique() == 2
    )  # two cases of one phrase
    assert uses.drop_duplicates("family")["rank"].tolist() == list(range(1, uses["family"].nunique() + 1))


def test_suggested_phrases_say_their_language(interviews):
    rows = list_phrase_rows(*interviews, names=set(), small=set())
    assert {"de", "ru"} == set(rows["language"])


def test_a_phrase_may_be_followed_in_one_language(corpus):
    tokens, sources = corpus
    phrases = pd.DataFrame({"phrase": "deal", "pattern": "new deal", "language": ["de"]})
    hits = find_matches(tokens, phrases, by="phrase", sources=sources)
    assert sorted(hits["source"]) == ["elm-1", "elm-2"]
