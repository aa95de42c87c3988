"""Headlines and credits of a transcript that look like labelled turns."""

from __future__ import annotations

import re
from itertools import takewhile

import numpy as np

from analysis.formats.cues.label_shapes import Label
from analysis.formats.paragraphs import body_of, ends_as_question, ends_as_sentence
from analysis.formats.role_map import Paragraph
from analysis.language import fold_text, fold_words_of, read_words

_TOP = 3  # labelled paragraphs that may be headlines
_IS_CUT_SHORT = re.compile(r"\w\s?[–—-]{1,3}\W*\Z")  # `The ferry is late because —`
_WHOLLY_QUOTED = re.compile(r"[\"“‘'«].*[\"”’'»]\W?")


def find_headlines(text: str, paragraphs: list[Paragraph], labels: dict[int, Label]) -> set[int]:
    """Return the first paragraphs of which each only looks labelled, as a headline or a credit does.

    Where most turns end without a full stop (speech that a machine wrote down), that shows no headline.
    """
    turns = [i for i in sorted(labels) if not labels[i].alone]
    ended = sum(ends_as_sentence(body_of(text, paragraphs[i])) for i in turns)
    stops = 2 * ended > len(turns)
    return set(
        takewhile(
            lambda i: not labels[i].alone and _is_headline(text, paragraphs, i, labels[i].end, stops=stops),
            sorted(labels)[:_TOP],
        )
    )


def _is_headline(text: str, paragraphs: list[Paragraph], i: int, start: int, *, stops: bool) -> bool:
    """Say whether what follows a label is a headline or a credit (`Roe: "We will wait"`, `Host: Jane Roe`).

    It is no sentence, or stands in quotation marks on the first line, or is printed again below.
    """
    said = body_of(text, Paragraph(start, paragraphs[i].end))
    if stops and not ends_as_sentence(said) and not _IS_CUT_SHORT.search(said):
        return True
    if i == 0 and _WHOLLY_QUOTED.fullmatch(said):
        return True
    return i < _TOP and not ends_as_question(said) and _is_printed_again(said, text, paragraphs[i].end)


def _is_printed_again(said: str, text: str, end: int) -> bool:
    """Say whether four words or more stand again behind a place of the text."""
    words = fold_words_of(said)
    if len(words) <= 3:
        return False
    numbers, forms = fold_text(text)
    behind = numbers[np.searchsorted(read_words(text).start, end) :].tolist()
    return " ".join(words) in " ".join([forms[number] for number in behind])
