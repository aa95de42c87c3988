"""A transcript: paragraphs under labels that say who speaks, from the first label to the last answer."""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.formats.canvas import APPARATUS, NOTE, Canvas, Paragraph, Voice
from analysis.formats.fronts import voice_front
from analysis.formats.furniture import body_of, ends_sentence, find_furniture, is_heading
from analysis.formats.insertions import find_footnotes, is_editors_note, paint_footnotes, paint_insertions
from analysis.formats.labels import INTERVIEWER, Label, find_labels, glued_labels
from analysis.formats.names import Speaker
from analysis.formats.paragraphs import split_paragraphs
from analysis.formats.repeats import paint_repeats
from analysis.words import count_words_in, fold_words_of

_QUESTION_MAX = 100  # words


def split_transcript(text: str, speaker: Speaker, voices: dict[str, Voice]) -> Canvas:
    """Return the text painted with its voices."""
    paragraphs, labels = read_labels(text, speaker, voices)
    canvas = Canvas(text, paragraphs)
    bodies = [body_of(text, p) for p in paragraphs]
    furniture = find_furniture(text, paragraphs, set(labels)) - set(labels)
    footnotes = find_footnotes(bodies, furniture)
    furniture -= footnotes
    _paint_turns(canvas, bodies, labels, furniture | footnotes, speaker)
    paint_footnotes(canvas, footnotes)
    paint_insertions(canvas)
    paint_repeats(canvas)
    return canvas


def read_labels(
    text: str, speaker: Speaker, voices: dict[str, Voice]
) -> tuple[list[Paragraph], dict[int, Label]]:
    """Return the paragraphs, cut where a label is glued to the text before it, and the label that opens each."""
    paragraphs = split_paragraphs(text)
    labels = _labels_of(text, paragraphs, speaker, voices)
    cuts = glued_labels(text, paragraphs, {label.name for label in labels.values()})
    if cuts:
        paragraphs = _cut(paragraphs, cuts)
        labels = _labels_of(text, paragraphs, speaker, voices)
    return paragraphs, labels


def _labels_of(text, paragraphs, speaker, voices) -> dict[int, Label]:
    labels = find_labels(text, paragraphs, speaker, voices)
    furniture = find_furniture(text, paragraphs, {i for i in labels if not labels[i].alone})
    tail = _tail_of(furniture, len(paragraphs))
    labels = {i: label for i, label in labels.items() if i not in (tail if label.alone else furniture)}
    while labels and _is_title(text, paragraphs, labels[min(labels)], min(labels)):
        del labels[min(labels)]
    return labels


def _tail_of(furniture: set[int], n: int) -> set[int]:
    """The furniture below which nothing else stands."""
    last = max(set(range(n)) - furniture, default=-1)
    return set(range(last + 1, n))


def _cut(paragraphs: list[Paragraph], cuts: list[int]) -> list[Paragraph]:
    edges = sorted({offset for p in paragraphs for offset in p} | set(cuts))
    inside = [Paragraph(a, b) for a, b in zip(edges, edges[1:], strict=False)]
    return [p for p in inside if any(q.start <= p.start and p.end <= q.end for q in paragraphs)]


def _is_title(text: str, paragraphs: list[Paragraph], label: Label, i: int) -> bool:
    """A headline or a credit may look like a label (`Roe: "We will wait"`, `Host: Jane Roe`).

    It is no sentence, or stands in quotation marks on the first line, or is printed again below.
    """
    if label.alone:
        return False
    said = text[label.end : paragraphs[i].end].strip()
    words = " ".join(fold_words_of(said))
    below = " ".join(fold_words_of(text[paragraphs[i].end :]))
    in_quotes = i == 0 and re.fullmatch(r"[\"“‘'«].*[\"”’'»]\W?", said)
    return not ends_sentence(said) or bool(in_quotes) or (i < 3 and words.count(" ") > 2 and words in below)


def _paint_turns(canvas, bodies, labels, furniture, speaker) -> None:
    labels = labels or _ask_without_labels(canvas, bodies, furniture, speaker)
    first = min(labels, default=len(bodies))
    front = [i for i in range(first) if i not in furniture]
    for i, voice in zip(front, voice_front([bodies[i] for i in front], speaker), strict=True):
        canvas.paint(*canvas.paragraphs[i], voice)
    voice = APPARATUS
    for i in range(first, len(bodies)):
        if i in labels:
            voice = labels[i].voice
            canvas.paint(labels[i].end, canvas.paragraphs[i].end, voice)
        elif i not in furniture:
            canvas.paint(*canvas.paragraphs[i], _voice_of(bodies, labels, i, voice, speaker))


def _ask_without_labels(canvas, bodies, furniture, speaker) -> dict[int, Label]:
    """Where no label is printed, a paragraph that ends with a question mark asks and the next one answers."""
    asking = find_unlabelled_questions(bodies, furniture)
    voices = {i: Voice("question", INTERVIEWER) for i in asking}
    for i in asking:
        following = next((j for j in range(i + 1, len(bodies)) if j not in furniture), None)
        if following is not None and following not in asking:
            voices[following] = Voice("answer", speaker.name)
    starts = {i: canvas.paragraphs[i].start for i in voices}
    return {i: Label("", starts[i], starts[i], voice, False) for i, voice in voices.items()}


def find_unlabelled_questions(bodies: list[str], furniture: set[int]) -> list[int]:
    """Return short paragraphs that end with a question mark and are followed by something else."""
    rest = [i for i in range(len(bodies)) if i not in furniture]
    ends = {
        i: bool(re.search(r"\?[\"”’'*_]*$", bodies[i])) and count_words_in(bodies[i]) <= _QUESTION_MAX
        for i in rest
    }
    return [a for a, b in pairwise(rest) if ends[a] and not ends[b]]


def _voice_of(bodies, labels, i, voice: Voice, speaker: Speaker) -> Voice:
    """The voice of a paragraph without a label: the one before it, unless it is a heading or a note."""
    following = bodies[i + 1] if i + 1 < len(bodies) else ""
    label_above = i - 1 in labels and labels[i - 1].alone
    if is_heading(bodies[i], following) and not label_above:
        return APPARATUS
    if is_editors_note(bodies[i]):
        return NOTE
    return voice
