"""Whom the labels of a transcript announce: `Question:`, `A.`, `JANE ROE (laughs):`, `Daily Planet:`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

from analysis.formats.cues.label_patterns import ASKING, Label, read_label
from analysis.formats.cues.people import FULL_NAME, Speaker, fold_name, surname_of, usual_names
from analysis.formats.paragraphs import body_of, ends_as_question
from analysis.formats.role_map import Paragraph, Voice
from analysis.language import word_set

_ASKS = word_set(
    "q question questions interviewer reporter reporters journalist correspondent host presenter moderator "
    "anchor media press interpreter translator"
)
# Another official at the same table is no interviewer: his words keep his name and are nobody's own.
_OFFICES = word_set(
    "ambassador chancellor commissioner director foreign governor king mayor minister president prime "
    "premier queen secretary senator vice"
)
_ANSWERS = word_set("a answer reply response")
# Words that open a clause with a colon but name nobody.
_NOBODY = word_set(
    "advertisement also answer's caption comment comments conclusion copyright credit date editor editors "
    "example finally first firstly footnote fourth here image issue last lastly more next note notes photo "
    "place point read related remember result second secondly see share source sources step subject summary "
    "tags third thirdly time topic topics translation update video watch"
)
_ASKING_WORDS, _PERSON_WORDS = 6, 4


def find_labels(
    text: str, paragraphs: list[Paragraph], speaker: Speaker, voices: dict[str, Voice]
) -> dict[int, Label]:
    """Return the label that opens a paragraph, by the paragraph's index.

    voices: printed labels (folded) that are already decided, with the voice each announces.
    """
    found = {i: label for i, p in enumerate(paragraphs) if (label := read_label(text, p))}
    known = {i: v for i, label in found.items() if (v := _known_voice(label, speaker, voices))}
    known |= _find_persons(text, paragraphs, found, known)
    names = usual_names(text) if any(voice.role == "narration" for voice in known.values()) else {}
    decided = set(voices.values())
    often = Counter(surname_of(found[i].name) for i in known)
    return {
        i: found[i]._replace(voice=voice if voice in decided else _named_in_full(voice, names))
        for i, voice in known.items()
        if _may_stand_alone(found[i], often)
    }


def _known_voice(label: Label, speaker: Speaker, voices: dict[str, Voice]) -> Voice | None:
    """Return whom a label announces by what it says, without a look around."""
    folded, n_words = fold_name(label.name), len(label.name.split())
    if folded in voices:
        return voices[folded]
    if speaker.is_named_by(label.name):
        return Voice("answer", speaker.name)
    if _first_word(label) in _OFFICES and n_words > 1:
        return Voice("narration", label.name.title() if label.name.isupper() else label.name)
    if _first_word(label) in _ASKS and n_words <= _ASKING_WORDS:
        return ASKING
    return Voice("answer", speaker.name) if folded in _ANSWERS else None


def _first_word(label: Label) -> str:
    return re.split(r"[\s\d.]+", fold_name(label.name).strip())[0]


def _named_in_full(voice: Voice, names: dict[str, str]) -> Voice:
    """Name another official (`Foreign Minister Roe`) as the text does elsewhere (`Jane Roe`)."""
    if voice.role != "narration":
        return voice
    return voice._replace(speaker=names.get(surname_of(voice.speaker), voice.speaker))


def _find_persons(
    text: str, paragraphs: list[Paragraph], found: dict[int, Label], known: dict[int, Voice]
) -> dict[int, Voice]:
    """Return the labels, unknown by themselves, that name somebody who asks."""
    if not known:
        return {}
    answered = {a for a, b in pairwise(found) if b in known and known[b].role == "answer"}
    asks = {i for i in found if ends_as_question(body_of(text, paragraphs[i]))}
    others = defaultdict(list)
    for i, label in found.items():
        if i not in known and _first_word(label) not in _NOBODY:
            others[fold_name(label.name)].append(i)
    return {i: ASKING for same in others.values() if _is_person(found, same, asks, answered) for i in same}


def _is_person(found: dict[int, Label], same: list[int], asks: set[int], answered: set[int]) -> bool:
    """Say whether the labels of one name are a person's: most of its turns ask or are answered.

    One such turn is enough for a full name. `Middle East: ...` inside an answer asks nothing, and a question
    comes next.
    """
    turns = [i for i in same if not found[i].alone or found[i].marked or len(same) > 1]
    if not turns:
        return False
    asking = sum(i in asks for i in turns) + sum(i in answered for i in turns)
    name = found[same[0]].name
    is_full_name = FULL_NAME.fullmatch(name) and len(name.split()) <= _PERSON_WORDS
    return asking >= (1 if is_full_name and not found[same[0]].alone else max(1, len(turns) / 2))


def _may_stand_alone(label: Label, often: Counter[str]) -> bool:
    """A name on a line of its own, without a colon or a time, is a label only if it labels two turns."""
    short = fold_name(label.name) in _ANSWERS | {"q"}
    return not label.alone or label.marked or short or often[surname_of(label.name)] > 1
