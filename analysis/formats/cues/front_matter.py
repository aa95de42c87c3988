"""What stands before the first label or heading: titles, an introduction, or an opening statement."""

from __future__ import annotations

import re

from analysis.formats.cues.editorial_notes import is_editors_note
from analysis.formats.cues.people import Speaker, words_of_name
from analysis.formats.paragraphs import ends_as_sentence
from analysis.formats.role_map import APPARATUS, NOTE, Paragraph, Voice
from analysis.language import count_words_in

_ADDRESS = re.compile(
    r"""\W*(?:
      (?:my\ |dear\ |esteemed\ |honou?red\ |distinguished\ )?
        (?:colleagues|friends|guests|ladies|excellenc|mr\.?\ |madam|members)
    | good\ (?:morning|afternoon|evening|day)|thank\ you|dear\ \w+,|welcome|let\ me|allow\ me|hello)""",
    re.IGNORECASE | re.VERBOSE,
)
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y|me)\b(?!\.)")
FIRST_PERSONS = re.compile(
    r"\b(?:I|we|my|our|us|me|ich|wir|mein\w*|unser\w*|je|nous|notre|nos|mon|yo|nosotr[oa]s|nuestr\w+|mi|io|noi|nostr\w+|я|мы|наш\w*)\b"
)
# Words with which an outlet, and hardly a speaker, writes of itself.
_OUTLETS_OWN = re.compile(
    r"""\b(?:our\ (?:correspondents?|reporters?|editors?|readers|newspaper|magazine|newsroom|website)
    | we\ (?:print|publish|reproduce|met\ (?:him|her|them))
    | (?:told|spoke\ (?:to|with)|talked\ (?:to|with)|sat\ down\ with|received)\ (?:us|our)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_ANOTHER = re.compile(r"\b(?:[Hh]is|[Hh]er|him)\b")  # `We sit in her kitchen.`
SALUTATION = re.compile(
    r"\W*(?:dear|hello|hi|sehr geehrte[rs]?|liebe[rs]?|chère?|estimad[oa]|querid[oa]"
    r"|gentile|car[oa]|уважаем\w+)\s(?:[^.!?]|\b(?:Mrs?|Ms|Dr|Prof|Sra?|Mme|Dott)\.){1,60}[,!]",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[a-z0-9)][.!?…][\"”’')\]]*(?=\s|$)")
_PROSE_WORDS = 25
_MOST_LINES = 100  # of a block that describes the page


def find_front_matter(text: str, paragraphs: list[Paragraph]) -> set[int]:
    """Return the paragraphs of a block between two lines of three hyphens at the top of a text.

    Such a block (YAML) describes the page to the program that prints it.
    """
    bodies = (text[slice(*paragraph)].strip() for paragraph in paragraphs[:_MOST_LINES])
    rules = [i for i, body in enumerate(bodies) if body == "---"]
    return set(range(rules[1] + 1)) if len(rules) > 1 and rules[0] == 0 else set()


def voice_front(bodies: list[str], speaker: Speaker) -> list[Voice]:
    """Return whose words each paragraph before the first label is, one voice a paragraph.

    Lines that are no prose are apparatus. Prose that names the speaker is the outlet's (a note); prose in
    the first person, or that greets an audience, opens the speaker's statement, which runs on to the first
    label.
    """
    voices: list[Voice] = []
    statement = noted = False
    for body in bodies:
        statement = statement or _opens_statement(body, speaker, noted=noted)
        voice = Voice("answer", speaker.name) if statement else _voice_of_outlet(body)
        noted = noted or voice == NOTE or is_addressed_to(body, speaker)
        voices.append(voice)
    return voices


def is_addressed_to(body: str, speaker: Speaker) -> bool:
    """Say whether a line greets the speaker, as who writes a letter does: `Dear Ms Roe,`, `Hi Jane,`"""
    if not SALUTATION.fullmatch(body):
        return False
    given = {word for word in speaker.given if len(word) > 1}
    return speaker.is_mentioned_in(body) or not given.isdisjoint(words_of_name(body))


def is_prose(body: str) -> bool:
    """Say whether a paragraph is running text rather than a line: two sentences, or one long one."""
    if not (ends_as_sentence(body) or body.endswith(":")):
        return False
    return len(_SENTENCE_END.findall(body)) > 1 or count_words_in(body) >= _PROSE_WORDS


def _opens_statement(body: str, speaker: Speaker, *, noted: bool) -> bool:
    if is_editors_note(body) or speaker.is_mentioned_in(body) or _OUTLETS_OWN.search(body):
        return False
    if _ADDRESS.match(body) and _ends_as_address(body):
        return True
    tells = FIRST_PERSON.search(body) and not _OF_ANOTHER.search(body)
    return not noted and is_prose(body) and bool(tells)


def _ends_as_address(body: str) -> bool:
    return ends_as_sentence(body) or body.endswith((",", ":"))


def _voice_of_outlet(body: str) -> Voice:
    return NOTE if is_prose(body) or is_editors_note(body) else APPARATUS
