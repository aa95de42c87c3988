"""What stands before the first label or heading: titles, an outlet's introduction, or an opening statement."""

from __future__ import annotations

import re

from analysis.formats.canvas import APPARATUS, NOTE, Voice
from analysis.formats.furniture import ends_sentence
from analysis.formats.insertions import is_editors_note
from analysis.formats.names import Speaker
from analysis.words import count_words_in

_ADDRESS = re.compile(
    r"^\W*(?:(?:my |dear |esteemed |honou?red |distinguished )?(?:colleagues|friends|guests|ladies|excellenc|mr\.? |madam|members)"
    r"|good (?:morning|afternoon|evening|day)|thank you|welcome|let me|allow me|hello)",
    re.I,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|us|my|me)\b(?!\.)")
_PROSE_WORDS = 25


def voice_front(bodies: list[str], speaker: Speaker) -> list[Voice]:
    """Return whose words each paragraph before the first label is, one voice a paragraph.

    Lines that are no prose are apparatus. Prose that names the speaker is the outlet's (a note); prose in the
    first person, or that greets an audience, is the speaker's opening statement and runs on to the first label.
    """
    voices: list[Voice] = []
    statement = noted = False
    for body in bodies:
        statement = statement or _opens_statement(body, speaker, noted=noted)
        voice = Voice("answer", speaker.name) if statement else _voice_of_outlet(body)
        noted = noted or voice == NOTE
        voices.append(voice)
    return voices


def is_prose(body: str) -> bool:
    """Say whether a paragraph is running text rather than a line: two sentences, or one long one."""
    sentences = re.findall(r"[a-z0-9)][.!?…][\"”’')\]]*(?=\s|$)", body)
    ended = ends_sentence(body) or body.endswith(":")
    return ended and (len(sentences) > 1 or count_words_in(body) >= _PROSE_WORDS)


def _opens_statement(body: str, speaker: Speaker, *, noted: bool) -> bool:
    if is_editors_note(body) or speaker.is_mentioned_in(body) or not ends_sentence(body.rstrip(",:!") + "."):
        return False
    if _ADDRESS.match(body):
        return True
    return not noted and is_prose(body) and bool(_FIRST_PERSON.search(body))


def _voice_of_outlet(body: str) -> Voice:
    return NOTE if is_prose(body) or is_editors_note(body) else APPARATUS
