"""Whatever the text: segments tile it, words are slices of it, and nothing falls over."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, reject
from hypothesis import strategies as st
from splitting import check_tiles

from analysis.counting.sentences import count_sentences, split_sentences
from analysis.counting.tokens import split_tokens
from analysis.formats.cues.people import Speaker
from analysis.formats.cues.turn_roles import Unlabelled
from analysis.formats.guess import guess_kind, guess_speaker
from analysis.formats.split import FORMATS, split_segments
from analysis.language.broken_words import LINE_END
from analysis.language.words import count_words_in
from analysis.roles import ROLES, SPOKEN
from examples import examples

LABELS = [
    "Question: ",
    "Q: ",
    "A. ",
    "Jane Roe: ",
    "ROE (laughs):",
    "Roe:\n",
    "[00:01] Roe: ",
    "Tor Bakke: ",
    "",
]
SENTENCES = [
    "Who pays for the dam?", "The state pays.", "“We wait,” Roe said.", "The state [of Oskara] pays (sic).",
    "He told me: “Wait.", "We shall not give up the river that our fathers gave us.", "In 2031 it held.2",
    "It fell to 1.2 m. Then it rose", "(laughs)", "[…]",
    "cafe\u0301 har\u00adbour", "a:b: c", "‘No,’ she said.",
]  # fmt: skip
LINES = [
    "Jane Roe on dams", "* * *", "3 May 2031, 10:15", "On the dam.",
    "Photo: Elm Press", "#dam #water", "Notes",
    "2. The dam above Elm Port.", "---", "© Daily Planet", "ELM PORT, May 3 (CNA) — It rains.",
    "\ufeff", "Read also",
]  # fmt: skip
BREAKS = ["\n", "\n\n", "\r\n", "\u2028", "\n \t\n", " "]

turns = st.builds(
    lambda label, said: label + " ".join(said),
    st.sampled_from(LABELS),
    st.lists(st.sampled_from(SENTENCES), max_size=4),
)
paragraphs = st.one_of(turns, st.sampled_from(LINES), st.text(max_size=30))
interviews = st.builds(
    lambda parts, between: between.join(parts), st.lists(paragraphs, max_size=9), st.sampled_from(BREAKS)
)
marked = st.text(alphabet='aA1. :?!\n"“”‘’()[]<>*_#-–¹\u2028\ufeff\u0301', max_size=120)
texts = st.one_of(interviews, marked, st.text(max_size=200))
# `make fuzz` tries many more texts.
generously = examples(8, suppress_health_check=[HealthCheck.too_slow])


def split(text: str, kind: str):
    try:
        segments = split_segments(text, kind=kind, speaker=Speaker("Jane Roe"))
    except Unlabelled:  # other people are labelled, and she is not: that is refused
        reject()
    sentences = split_sentences(text, segments)
    return segments, sentences, split_tokens(text, segments, sentences)


@pytest.mark.parametrize("kind", FORMATS)
@generously
@given(text=texts)
@example(text="")
@example(text="\ufeff")
@example(text=" \n\t")
@example(text="A:")
def test_segments_tile_the_text_and_sentences_hold_the_running_words(kind, text):
    segments, sentences, tokens = split(text, kind)
    check_segments(text, segments, tokens)
    check_sentences(text, segments, sentences, tokens)


def check_segments(text, segments, tokens):
    check_tiles(text, segments)
    assert set(segments["role"]) <= set(ROLES)
    n_words = tokens.groupby("segment").size().reindex(segments["segment"], fill_value=0)
    assert segments["n_words"].tolist() == n_words.tolist()
    assert segments["n_words"].sum() == len(tokens)


def check_sentences(text, segments, sentences, tokens):
    paragraph = segments.set_index("segment")["paragraph"]
    running = tokens[tokens["role"].isin([*SPOKEN, "repeat"])]
    assert running["sentence"].notna().all()
    assert tokens.drop(running.index)["sentence"].isna().all()
    of_sentence = running["sentence"].map(sentences.set_index("sentence")["paragraph"])
    assert (of_sentence.astype("int64") == running["segment"].map(paragraph)).all()
    assert (sentences["start"].shift(-1).dropna() >= sentences["end"].iloc[:-1]).all()
    counted = count_sentences(text, tokens, sentences)
    assert (counted["n_words"] >= 1).all()
    assert counted["n_words"].sum() <= len(running)


@pytest.mark.parametrize("kind", FORMATS)
@generously
@given(text=interviews)
@example(text="0-\nJane Roe on dams")
@example(text="On the Anglo-\nSaxon dam\nRoe: The state pays.")
@example(text="We wait for a 20-\nyear plan.")
def test_words_of_all_roles_are_the_words_of_the_text(kind, text):
    segments, _, tokens = split(text, kind)
    edges = zip(segments["end"].iloc[:-1], segments["start"].iloc[1:], strict=True)
    parted = sum(end == start or bool(LINE_END.match(text, end - 1)) for end, start in edges)
    assert count_words_in(text) <= len(tokens) <= count_words_in(text) + parted
    assert all(text[t.start : t.end] == t.token for t in tokens.itertuples())
    assert tokens["position"].tolist() == list(range(1, len(tokens) + 1))


@generously
@given(text=texts)
def test_guesses_answer_for_any_text(text):
    assert guess_kind(text, guess_speaker(text)) in FORMATS
