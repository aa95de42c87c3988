"""Phrases planted in interviews in other languages are found, with their inflected wordings joined."""

from __future__ import annotations

import pandas as pd
import pytest
from in_languages import KINDS, SPEAKERS, read_labelled

from analysis.counting import count_text
from analysis.formats import Speaker
from analysis.projects.starter_phrases import list_phrase_rows

PLANTED = {
    "de": ["freie durchfahrt", "vertrauen wächst langsam", "ehrlicher vermittler", "ehrlichen vermittler"],
    "es": ["libre paso", "confianza crece despacio", "mediador honesto"],
    "fr": ["libre passage", "confiance pousse lentement", "médiateur honnête"],
    "it": ["libero transito", "fiducia cresce piano", "mediatore onesto"],
    "ru": [
        "свободный проход судов",
        "свободного прохода судов",
        "доверие растёт медленно",
        "честный посредник",
    ],
}

# Words that begin something else: a sequence that ends in one is cut off ("yo no escondo la").
CUT_OFF = {
    "de": {"der", "die", "das", "ein", "und", "mit"},
    "es": {"el", "la", "un", "una", "y", "de"},
    "fr": {"le", "la", "un", "chaque", "et", "de"},
    "it": {"il", "la", "un", "ogni", "e", "di"},
    "ru": {"и", "в", "о", "с", "каждом"},
}


@pytest.mark.parametrize("language", SPEAKERS)
def test_planted_phrases_are_found(language):
    speaker = Speaker(SPEAKERS[language])
    tables = []
    for name, kind in KINDS.items():
        text = read_labelled(language, name).text
        counted = count_text(text, kind=kind, speaker=speaker, language=language)
        tables.append(counted["tokens"].assign(source=name))
    sources = pd.DataFrame(
        {"source": list(KINDS), "event": list(KINDS), "language": language, "is_reference": True}
    )
    sources["date"] = ["2041-05-03", "2041-06-14", "2041-09-21", "2041-11-08"]
    rows = list_phrase_rows(pd.concat(tables, ignore_index=True), sources, names=set(), small=set())
    assert set(PLANTED[language]) <= set(rows["pattern"])
    assert not [words for words in rows["pattern"] if words.split(" ")[-1] in CUT_OFF[language]]
