"""Sentences, words and what is counted of them, on texts whose values are plain to see."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.counting.sentences import count_sentences, split_sentences
from analysis.counting.tokens import split_tokens
from analysis.formats.cues.people import Speaker
from analysis.formats.split import split_segments


def segments_of(*parts: tuple[int, str, str]) -> tuple[str, pd.DataFrame]:
    """Return a text and its segments, from (paragraph, role, text)."""
    text = "".join(part for _, _, part in parts)
    rows, at = [], 0
    for number, (paragraph, role, part) in enumerate(parts, 1):
        rows.append((number, paragraph, role, at, at := at + len(part)))
    return text, pd.DataFrame(rows, columns=["segment", "paragraph", "role", "start", "end"])


def sentences_of(*parts: tuple[int, str, str]) -> list[str]:
    text, segments = segments_of(*parts)
    found = split_sentences(text, segments)
    return [text[start:end] for start, end in zip(found["start"], found["end"], strict=True)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("We wait. You wait? Wait!", ["We wait.", "You wait?", "Wait!"]),
        ("Mr. Roe met Dr. Pell. They spoke.", ["Mr. Roe met Dr. Pell.", "They spoke."]),
        ("It fell to 1.2 metres in May.", ["It fell to 1.2 metres in May."]),
        ("He said: “Wait. I will act.” So he did.", ["He said: “Wait.", "I will act.”", "So he did."]),
        ("The E.C.S. court agreed.", ["The E.C.S. court agreed."]),
        ("No. Never. Not once.", ["No.", "Never.", "Not once."]),
        ("We wait.\nYou wait.", ["We wait.", "You wait."]),
        ("No stop at the end", ["No stop at the end"]),
        ("… “” —", []),
    ],
)
def test_sentences(text, sentences):
    assert sentences_of((1, "answer", text)) == sentences


def test_sentence_ends_with_its_paragraph():
    assert sentences_of((1, "answer", "We wait"), (2, "answer", "and wait.")) == ["We wait", "and wait."]


def test_note_does_not_split_a_sentence():
    assert sentences_of((1, "answer", "We "), (1, "note", "[Oskara. Ed.] "), (1, "answer", "wait.")) == [
        "We [Oskara. Ed.] wait."
    ]


def test_label_splits_and_has_no_sentence():
    assert sentences_of((1, "apparatus", "Roe: "), (1, "answer", "We wait.")) == ["We wait."]


def test_repeat_belongs_to_the_sentence_it_stands_in():
    assert sentences_of((1, "answer", "We wait "), (1, "repeat", "and wait"), (1, "answer", ".")) == [
        "We wait and wait."
    ]


def tables(*parts: tuple[int, str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    text, segments = segments_of(*parts)
    sentences = split_sentences(text, segments)
    tokens = split_tokens(text, segments, sentences)
    return tokens, count_sentences(text, tokens, sentences)


REPORTED = [
    (1, "narration", "Roe said: "),
    (1, "quote", "“We shall wait. Patiently.” "),
    (2, "note", "[Ed.]"),
]


def test_words_know_their_sentence_segment_and_role():
    tokens, _ = tables(*REPORTED)
    assert tokens["token"].tolist() == ["Roe", "said", "We", "shall", "wait", "Patiently", "Ed"]
    assert tokens["sentence"].tolist() == [1, 1, 1, 1, 1, 2, pd.NA]
    assert tokens["segment"].tolist() == [1, 1, 2, 2, 2, 2, 3]
    assert tokens["position"].tolist() == [1, 2, 3, 4, 5, 6, 7]
    assert tokens["norm"].tolist()[0] == "roe"


def test_sentence_has_the_role_of_most_of_its_words_and_counts_only_those():
    _, sentences = tables(*REPORTED)
    assert sentences["role"].tolist() == ["quote", "quote"]
    assert sentences["n_words"].tolist() == [3, 1]
    assert sentences["segment"].tolist() == [1, 2]
    assert sentences["n_letters"].tolist() == [11, 9]  # We, shall, wait; Patiently
    assert sentences["n_syllables"].tolist() == [3, 3]
    assert sentences["n_polysyllables"].tolist() == [0, 1]
    assert sentences["n_long_words"].tolist() == [0, 1]


def test_of_equal_roles_the_first_counts():
    _, sentences = tables((1, "narration", "Roe said: "), (1, "quote", "“We wait.”"))
    assert sentences["role"].tolist() == ["narration"]


def test_text_without_words_gives_empty_tables():
    segments = split_segments("", kind="transcript", speaker=Speaker("Jane Roe"))
    sentences = split_sentences("", segments)
    tokens = split_tokens("", segments, sentences)
    assert len(segments) == len(sentences) == len(tokens) == len(count_sentences("", tokens, sentences)) == 0
