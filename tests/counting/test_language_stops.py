"""Sentence ends in German, French, Spanish, Italian and Russian."""

from __future__ import annotations

from itertools import product

import pytest
from in_languages import KINDS, SPEAKERS, read_labelled

from analysis.counting.language_stops import load_abbreviations_of
from analysis.counting.stops import find_spans


@pytest.mark.parametrize(
    ("language", "text"),
    [  # a bar behind each sentence but the last
        ("de", "Am 3. Mai kam z. B. Dr. Roe.| Er blieb bis zum 15. Januar."),
        ("de", "Das steht in Art. 4 Abs. 2.| Wer das liest, d. h. jeder, weiß es."),
        ("de", "„Wer zahlt das?“, fragte Roe.| „Niemand.“| Sie ging."),
        ("fr", "M. Roe et Mme Doe sont venus, p. ex. lundi.| Le Dr Roe a lu l’art. 4, al. 2.| Il rit."),
        ("fr", "« Non. »| Il est parti avec J.-P. Roe."),
        (
            "es",
            "El Sr. Roe y la Sra. Doe viven en EE. UU. desde 2.019.| ¿Y usted?| Está en la pág. 12.| Bien.",
        ),
        (
            "it",
            "Il dott. Roe e la sig.ra Doe leggono l’art. 4, ad es. di sera.| Costa 2.500 lire, ecc.| Basta.",
        ),
        ("ru", "Он родился в 1948 г. в городе Эльме, т. е. на реке.| Пришёл А. П. Лыков.| Это п. 2, ст. 4."),
        ("ru", "«Нет!» – сказал он.| Потом были хлеб, соль и т. д.| Все ушли."),
    ],
)
def test_abbreviations_ordinals_and_marks_end_no_sentence(language, text):
    parts = text.split("|")
    plain = "".join(parts)
    assert [plain[start:end].strip() for start, end in find_spans(plain, language)] == [
        part.strip() for part in parts
    ]


@pytest.mark.parametrize(("language", "name"), list(product(SPEAKERS, KINDS)))
def test_marked_ends_of_interviews_are_found(language, name):
    labelled, at = read_labelled(language, name), 0
    wrong = set()
    for line in labelled.text.splitlines(keepends=True):
        body = line.rstrip()
        marked = {end - at for end in labelled.ends if at < end < at + len(body)}
        found = {len(body[:end].rstrip()) for _, end in find_spans(body, language)} - {len(body)}
        if any(at < end <= at + len(line) for end in labelled.ends):
            wrong |= {body[max(0, end - 20) : end + 10] for end in found ^ marked}
        at += len(line)
    assert not wrong


def test_english_and_unlisted_languages_have_no_list():
    assert load_abbreviations_of("en") is None and load_abbreviations_of("pl") is None
    assert load_abbreviations_of("de-AT").ends("title", "mit Dr.")
