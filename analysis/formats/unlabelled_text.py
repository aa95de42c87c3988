"""Who asks and who answers where no label is printed: questions set off by type or marks, or that end as such."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from analysis.formats.cues.chevrons import find_chevron_turns
from analysis.formats.cues.label_shapes import ASKING, Label
from analysis.formats.cues.people import Speaker
from analysis.formats.cues.questions import find_answered, find_put_to, find_set_off_questions
from analysis.formats.cues.questions_in_turn import find_questions_in_turn
from analysis.formats.cues.run_in_questions import find_run_in_questions
from analysis.formats.paragraphs import ends_as_question, split_paragraphs
from analysis.formats.role_map import RoleMap, Voice
from analysis.language import count_words_in

_QUESTION_WORDS = 100
_IN_ANSWERS = "a paragraph that opens with a question asks up to its question mark, the rest answers"
_FEW_PAIRS = 2  # unlabelled questions, or fewer: a transcript, with a doubt
_ANSWERED = 0.6  # of the labels that ask stand above a paragraph without one, where no label answers
_REGULAR = 0.9  # of the paragraphs ask or answer in one paragraph: more than a guess


def ask_without_labels(
    role_map: RoleMap, bodies: list[str], furniture: set[int], speaker: Speaker, types: Mapping[int, str]
) -> dict[int, Label]:
    """Return who speaks where no label is printed: questions set off by type, or by their question mark.

    types: of each paragraph that the file itself sets in a type of its own.
    """
    answering = Voice("answer", speaker.name)
    if marked := find_chevron_turns(bodies, furniture):
        return _take_marked_turns(role_map, marked, speaker)
    set_off = find_set_off_questions(bodies, furniture, types)
    rest = [i for i in range(len(bodies)) if i not in furniture]
    in_turn = find_questions_in_turn(bodies, furniture, types)
    asking = set_off or max(in_turn, find_unlabelled_questions(bodies, furniture), key=len)
    voices: dict[int, Voice] = dict.fromkeys(asking, ASKING)
    for a, b in pairwise(rest):
        if voices.get(a) == ASKING and b not in voices:
            voices[b] = answering
    from_first = [i for i in rest if voices and i >= min(voices)]
    is_regular = len(asking) > _FEW_PAIRS and len(voices) >= _REGULAR * len(from_first)
    if find_run_in_questions(role_map.text, split_paragraphs(role_map.text)):
        _doubt_labels(role_map, voices, _IN_ANSWERS)
    elif voices and not set_off and not is_regular:
        _doubt_labels(role_map, voices, "a short paragraph with a question mark asks, what follows answers")
    if voices and not set_off:
        voices |= _doubt_statements(role_map, bodies, rest, voices)
    starts = {i: role_map.paragraphs[i].start for i in voices}
    return {i: Label("", starts[i], starts[i], voice, False, False) for i, voice in sorted(voices.items())}


def _doubt_labels(role_map: RoleMap, opened: Iterable[int], decided: str) -> None:
    """Doubt a text without labels from its first turn to its end. opened: the paragraphs with which turns open."""
    role_map.doubt(
        role_map.paragraphs[min(opened)].start, role_map.paragraphs[-1].end, "no labels",
        decided=decided, remedy="print a label before each turn, or add rows to decisions/places.csv",
    )  # fmt: skip


def _take_marked_turns(role_map: RoleMap, marked: dict[int, str], speaker: Speaker) -> dict[int, Label]:
    """Return who speaks where chevrons mark the turns; one doubt tells that no turn bears a name."""
    names = {"question": ASKING, "answer": Voice("answer", speaker.name), "other": Voice("other", "")}
    is_plain = "answer" in marked.values()
    told = "every second turn asks" if is_plain else "they are nobody's, for who asks is not plain"
    _doubt_labels(role_map, marked, f"turns are marked and bear no names: {told}")
    starts = {i: role_map.paragraphs[i].start for i in marked}
    return {i: Label("", starts[i], starts[i], names[role], False, False) for i, role in marked.items()}


def answer_below(
    role_map: RoleMap, bodies: list[str], labels: dict[int, Label], furniture: set[int], speaker: Speaker
) -> dict[int, Label]:
    """Return who speaks below each question, where labels ask and none answers: the speaker, with a doubt."""
    asking = [i for i, label in labels.items() if label.name and label.voice == ASKING]
    below = {
        i: i + 1 for i in asking if i + 1 not in labels and i + 1 not in furniture and i + 1 < len(bodies)
    }
    if len(asking) < max(_FEW_PAIRS, len(labels)) or len(below) < _ANSWERED * len(asking):
        return {}
    role_map.doubt(
        role_map.paragraphs[asking[0]].start, role_map.paragraphs[-1].end, "no labels",
        decided="questions are labelled and answers are not: what stands below a question answers",
        remedy="print a label before each turn, or add rows to decisions/places.csv",
    )  # fmt: skip
    return {i: _answer_at(role_map, i, speaker) for i in below.values()}


def _answer_at(role_map: RoleMap, i: int, speaker: Speaker) -> Label:
    start = role_map.paragraphs[i].start
    return Label("", start, start, Voice("answer", speaker.name), False, False)


def ask_behind_labels(
    role_map: RoleMap, bodies: list[str], labels: dict[int, Label], furniture: set[int]
) -> dict[int, Label]:
    """Return who speaks behind the last label where each voice is labelled at its first turn only."""
    named = [label.name for label in labels.values()]
    answers = [label.voice for label in labels.values() if label.voice.role == "answer"]
    if not all(named) or len(named) < _FEW_PAIRS or len(named) > len(set(named)) or not answers:
        return {}
    rest = [i for i in range(max(labels) + 1, len(bodies)) if i not in furniture]
    asking = [i for i in find_unlabelled_questions(bodies, furniture) if i in rest]
    if len(asking) < _FEW_PAIRS:
        return {}
    role_map.doubt(
        role_map.paragraphs[rest[0]].start, role_map.paragraphs[rest[-1]].end, "no labels",
        decided="each voice has a label at its first turn only: behind it a short paragraph with a question mark asks",
        remedy="print a label before each turn, or add rows to decisions/places.csv",
    )  # fmt: skip
    voices = dict.fromkeys(asking, ASKING)
    voices |= {b: answers[-1] for a, b in pairwise(rest) if a in asking and b not in asking}
    starts = {i: role_map.paragraphs[i].start for i in voices}
    return {i: Label("", starts[i], starts[i], voice, False, False) for i, voice in voices.items()}


def _doubt_statements(
    role_map: RoleMap, bodies: list[str], rest: list[int], voices: dict[int, Voice]
) -> dict[int, Voice]:
    """Return the voices of paragraphs that may be questions without a mark: nobody's, until it is decided."""
    found = {}
    for i, after in find_put_to(bodies, rest, voices.keys()):
        found |= {i: Voice("other"), after: Voice("answer", voices[max(voices)].speaker)}
        role_map.doubt(
            *role_map.paragraphs[i], "may be a question",
            decided="a short paragraph speaks to somebody and not of itself: it is nobody's",
            remedy="add a row to decisions/places.csv that says who asks or answers",
        )  # fmt: skip
    return found


def find_unlabelled_questions(bodies: list[str], furniture: set[int]) -> list[int]:
    """Return short paragraphs that end with a question mark and are followed by something said."""
    rest = [i for i in range(len(bodies)) if i not in furniture]
    asks = {i for i in rest if ends_as_question(bodies[i]) and count_words_in(bodies[i]) <= _QUESTION_WORDS}
    alone = [a for a, b in pairwise(rest) if a in asks and b not in asks]
    return find_answered(bodies, rest, alone)
