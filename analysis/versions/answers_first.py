"""What the speaker says before what the interviewer asks: which sentences may meet, and where a question leads."""

from __future__ import annotations

import numpy as np

from analysis.roles import OWN, QUESTION

HEARD = 0.1  # likeness from which a sentence that repeats a question also reports the answer to it


def may_meet(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Tell which sentences may report each other: not the speaker's own and a question.

    one, other: the role of each sentence of two texts. Returns one row a sentence of one, one column of other.
    """
    is_own = [np.isin(roles, OWN) for roles in (one, other)]
    is_question = [roles == QUESTION for roles in (one, other)]
    answer_beside_question = np.outer(is_own[0], is_question[1])
    question_beside_answer = np.outer(is_question[0], is_own[1])
    return ~(answer_beside_question | question_beside_answer)


def find_across(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Tell where a question would meet something else than a question; one, other: as for `may_meet`."""
    return np.logical_xor.outer(one == QUESTION, other == QUESTION)


def lead_to_answers(
    links: np.ndarray, likeness: np.ndarray, one: np.ndarray, other: np.ndarray
) -> np.ndarray:
    """Link what repeats a question to the answer as well, in either direction.

    A report tells an answer in the words of its question: "Will you sail? - On Monday" becomes "she will sail
    on Monday". A sentence that is linked to a question and to nothing of its answer is linked to the sentence
    of that answer most like it, if they are alike enough; of equals the first.
    links, likeness: one row a sentence of one text, one column of the other. one, other: as for `may_meet`.
    Returns links, with those added.
    """
    forth = _find_answers(links, likeness, asks=one == QUESTION, asked=other == QUESTION)
    back = _find_answers(links.T, likeness.T, asks=other == QUESTION, asked=one == QUESTION)
    return links | forth | back.T


def _find_answers(
    links: np.ndarray, likeness: np.ndarray, *, asks: np.ndarray, asked: np.ndarray
) -> np.ndarray:
    """Return the links to add; asks, asked: whether each row and each column is a question."""
    added = np.zeros_like(links)
    exchange = _number_exchanges(asked)
    for row in np.flatnonzero(links[:, asked].any(axis=1) & ~asks):
        for number in np.unique(exchange[links[row] & asked]):
            answer = np.flatnonzero((exchange == number) & ~asked)
            if len(answer) and not links[row, answer].any():
                best = answer[likeness[row, answer].argmax()]
                added[row, best] = likeness[row, best] >= HEARD
    return added


def _number_exchanges(asked: np.ndarray) -> np.ndarray:
    """Number each question with its answer, from 1; what stands before the first is 0."""
    before = np.concatenate([[False], asked[:-1]])
    return (asked & ~before).cumsum()
