"""A report tells answers in the words of questions: the answer is linked, the question only when clearly better."""

from __future__ import annotations

import numpy as np
import pandas as pd
from version_pairs import align, list_links

from analysis.versions.answers_first import find_across, lead_to_answers, may_meet
from analysis.versions.similarity import weigh_sentences

ROLES = np.array(["question", "answer", "answer", "question", "answer"])
TOLD = np.array(["narration"])


def test_what_repeats_a_question_reports_the_answer_most_like_it():
    likeness = np.array([[0.5, 0.12, 0.2, 0, 0.9]])  # the last sentence answers another question
    links = np.array([[True, False, False, False, False]])
    assert lead_to_answers(links, likeness, TOLD, ROLES).tolist() == [[True, False, True, False, False]]
    assert lead_to_answers(links.T, likeness.T, ROLES, TOLD).T.tolist() == [[True, False, True, False, False]]


def test_no_answer_is_led_to_that_says_something_else_or_is_linked_already():
    links = np.array([[True, False, False, False, False]])
    unlike = np.array([[0.5, 0.09, 0.02, 0, 0.9]])
    assert (lead_to_answers(links, unlike, TOLD, ROLES) == links).all()
    linked = np.array([[True, True, False, False, False]])
    assert (lead_to_answers(linked, np.ones((1, 5)), TOLD, ROLES) == linked).all()


def test_a_question_that_is_asked_again_is_no_answer():
    links = np.array([[True, False, False, False, False]])
    again = np.array(["question"])
    assert (lead_to_answers(links, np.ones((1, 5)), again, ROLES) == links).all()


def test_who_may_meet_and_where_a_question_meets_something_else():
    roles = np.array(["question", "quote", "narration"])
    assert may_meet(roles, ROLES[:2]).tolist() == [[True, False], [False, True], [True, True]]
    assert find_across(roles, ROLES[:2]).tolist() == [[False, True], [True, False], [True, False]]


def test_a_reply_in_the_words_of_its_question_counts_as_reported():
    source = [
        ("question", "What will the island do if the harbour funds are handed to the mainland?"),
        ("answer", "Whoever robs us of them will see us act reciprocally."),
        ("answer", "Nobody mentions lamp oil."),
    ]
    report = [
        ("narration", "The island will act if the harbour funds are handed to the mainland, she warned.")
    ]
    assert list_links(align(source, report)) == {(1, 1), (1, 2)}


def test_a_word_keeps_its_own_pieces_beside_what_it_stands_for():
    """By decision "response" stands for "reply"; "respond" has pieces of the one, and nothing of the other."""
    words = pd.DataFrame(
        [("response", "reply"), ("reply", "reply"), ("respond", "respond"), ("voyage", "voyage")],
        columns=["lemma", "compared"],
    )
    weights = weigh_sentences(np.arange(4), words, 4)
    likeness = (weights @ weights.T).toarray()[0]
    assert likeness[1] > 0.05
    assert likeness[2] > 0.05
    assert likeness[3] == 0
