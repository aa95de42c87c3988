"""An excerpt: the speaker's words without the questions, under headings of the outlet's."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from analysis.formats.cues.addressed import assign_addressed
from analysis.formats.cues.boilerplate import find_furniture
from analysis.formats.cues.closing_notes import assign_closing
from analysis.formats.cues.editorial_notes import assign_insertions, is_editors_note
from analysis.formats.cues.footnotes import assign_footnotes, find_footnotes
from analysis.formats.cues.front_matter import is_prose
from analysis.formats.cues.headed_pieces import assign_headed
from analysis.formats.cues.headings import HEADING_WORDS, is_heading
from analysis.formats.cues.in_place import assign_in_place
from analysis.formats.cues.outlet_frame import assign_farewell, find_introduction
from analysis.formats.cues.parted_voices import doubt_parted
from analysis.formats.cues.people import Speaker
from analysis.formats.cues.printed_twice import assign_repeats
from analysis.formats.cues.quoted_letters import assign_letters
from analysis.formats.cues.read_aloud import assign_read_aloud
from analysis.formats.cues.run_in_questions import find_opening_questions
from analysis.formats.cues.signed_pieces import assign_joint, assign_signed
from analysis.formats.cues.told_of import assign_told
from analysis.formats.paragraphs import ends_as_sentence, list_bodies, split_paragraphs
from analysis.formats.role_map import APPARATUS, NARRATION, NOTE, RoleMap, Voice
from analysis.formats.unclaimed_labels import assign_others, doubt_labels
from analysis.language import count_words_in

_THEME = re.compile(
    r"\W*(?:on|about|regarding|concerning|über|zu[mr]?|sur|à propos|concernant|sobre|acerca|su|sull[oae’']|su[lig]"
    r"|riguardo|об?|про)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\W*(?:\d{1,2}|[IVX]{1,4})[.)]\s+\S")
_BOLD = re.compile(r"\s*(\*\*|__)[^*_\n]{1,80}\1[.:]?")
_BRACKETED_NAME = re.compile(r"\s*\[(?P<who>[^\]\n]{1,80})\]\s*[–—:-]\s+")
_SEPARATOR = re.compile(r"[\s*_~#•·—–-]{3,}$")
_ENDS_AS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*\d{0,2}$")  # a footnote mark may follow
_LAST_ASIDE = re.compile(r"(?<=[.!?…])\s*[(\[][^()\[\]\n]{1,150}[)\]]\s*$")
_FRONT_PARAGRAPHS = 6
_LABEL_WORDS = 4
# How an outlet speaks of what it has chosen.
_SELECTION = re.compile(
    r"\b(?:excerpts?|passages|abridged|omitted|what follows)\b|\b(?:below|here) (?:is|are)\b"
    r"|\b(?:auszüge?|gekürzte?|ausschnitte?|extraits?|abrégé|extractos?|fragmentos?|brani|stralci|estratt[oi]"
    r"|выдержк[иа]|отрывк[иа]|фрагмент[ы]?|сокращени\w+)\b",
    re.IGNORECASE,
)


def split_excerpt(text: str, speaker: Speaker, voices: dict[str, Voice]) -> RoleMap:
    """Return the text with the voice of each character.

    What is neither heading nor front matter nor note is the speaker's, but for what a label gives to another person.
    """
    role_map = RoleMap(text, split_paragraphs(text))
    bodies = list_bodies(text, role_map.paragraphs)
    furniture = find_furniture(text, role_map.paragraphs)
    footnotes = find_footnotes(bodies, furniture)
    headings = _find_headings(bodies, furniture | footnotes)
    lines = (furniture - footnotes) | headings
    front = _find_front(bodies, lines, headings, speaker)
    for i, paragraph in enumerate(role_map.paragraphs):
        if i not in lines:
            role_map.assign(*paragraph, _voice_of(bodies[i], speaker, front=i in front))
    _assign_openings(role_map, speaker)
    taken = assign_others(role_map, speaker)
    open_to = [i for i in range(len(bodies)) if i not in taken | lines | front | footnotes]
    assign_joint(role_map, bodies, taken, speaker)
    taken |= assign_letters(role_map, bodies, speaker)
    taken |= assign_signed(role_map, bodies, speaker)
    taken |= assign_headed(role_map, bodies, footnotes | taken, speaker)
    taken |= assign_addressed(role_map, bodies, open_to, speaker)
    _doubt_questions(role_map)
    doubt_labels(role_map, taken | lines | front | footnotes, speaker)
    assign_closing(role_map, bodies, taken, lines | footnotes, speaker)
    assign_farewell(role_map, bodies, find_introduction(bodies, speaker), lines | footnotes, speaker)
    assign_told(role_map, bodies, open_to, speaker)
    assign_in_place(role_map, bodies, speaker)
    assign_read_aloud(role_map)
    doubt_parted(role_map, bodies, _list_own(role_map), speaker)
    assign_footnotes(role_map, footnotes)
    assign_insertions(role_map)
    assign_repeats(role_map)
    return role_map


def _list_own(role_map: RoleMap) -> list[int]:
    """Return the paragraphs that end as the speaker's."""
    ends = [paragraph.end for paragraph in role_map.paragraphs]
    return [i for i, end in enumerate(ends) if role_map.voice_at(end - 1).role == "answer"]


def _find_headings(bodies: list[str], others: set[int]) -> set[int]:
    """Return headings; what each heads is the next paragraph that is no page furniture."""
    rest = [i for i in range(len(bodies)) if i not in others]
    following = {a: bodies[b] for a, b in pairwise(rest)}
    return {i for i in rest if _is_theme_heading(bodies[i], following.get(i, ""))}


def _is_theme_heading(body: str, following: str) -> bool:
    """A short line over a longer paragraph that is no sentence, or names a theme: `On grain.`, `2. Grain`."""
    if is_heading(body, following):
        return True
    names_theme = _THEME.match(body) or _NUMBERED.match(body) or _BOLD.fullmatch(body)
    n = count_words_in(body) if names_theme else 0
    return 0 < n <= HEADING_WORDS and count_words_in(following) > 2 * n


def _find_front(bodies: list[str], lines: set[int], headings: set[int], speaker: Speaker) -> set[int]:
    """Return the paragraphs at the top that are not yet the speaker's words.

    That is all above a separator, else those that are the outlet's, up to the first that is the speaker's.
    """
    top = range(min(_FRONT_PARAGRAPHS + 1, len(bodies)))
    separator = next((i for i in top if _SEPARATOR.match(bodies[i])), None)
    if separator is not None:
        return set(range(separator))
    is_outlets = {
        i: i in lines or _is_outlets(bodies[i], speaker, headed=_is_headed(headings, i)) for i in top
    }
    return set(takewhile(is_outlets.get, top)) | set(range(find_introduction(bodies, speaker)))


def _is_headed(headings: set[int], i: int) -> bool:
    """Say whether a heading other than the title stands above a paragraph."""
    return any(heading in headings for heading in range(1, i))


def _is_outlets(body: str, speaker: Speaker, *, headed: bool) -> bool:
    """Say whether an outlet introduces or titles what follows; under a heading, only clear signs count."""
    if _BRACKETED_NAME.match(body) or _names_speaker(body, speaker):
        return False
    if is_editors_note(body) or speaker.is_mentioned_in(body) or _SELECTION.search(body):
        return True
    return not headed and not _ENDS_AS_SENTENCE.search(_LAST_ASIDE.sub("", body[-200:]))


def _names_speaker(body: str, speaker: Speaker) -> bool:
    """`Roe: We wait.`, not the title `Roe: from her speech`"""
    name, colon, said = body.partition(":")
    return (
        bool(colon)
        and ends_as_sentence(said)
        and speaker.is_named_by(name)
        and count_words_in(name) <= _LABEL_WORDS
    )


def _voice_of(body: str, speaker: Speaker, *, front: bool) -> Voice:
    if is_editors_note(body) or (front and is_prose(body)):
        return NOTE
    if front:
        return APPARATUS
    introduces = body.endswith(":") and speaker.is_mentioned_in(body)
    return NARRATION if introduces else Voice("answer", speaker.name)


def _assign_openings(role_map: RoleMap, speaker: Speaker) -> None:
    """Give to the page a theme in bold type, or the speaker's name in brackets, that opens a paragraph."""
    for start, end in role_map.paragraphs:
        named = _BRACKETED_NAME.match(role_map.text, start, end)
        if named and not speaker.is_mentioned_in(named["who"]):
            named = None
        opening = _BOLD.match(role_map.text, start, end) or named
        if opening and opening.end() < end and role_map.voice_at(end - 1).role == "answer":
            role_map.assign(start, opening.end(), APPARATUS)


def _doubt_questions(role_map: RoleMap) -> None:
    """Doubt whose the questions are with which most paragraphs open: they stay the speaker's."""
    asked = find_opening_questions(role_map.text, role_map.paragraphs)
    if asked:
        role_map.doubt(
            asked[0].start(), asked[-1].end(), "questions inside paragraphs",
            decided=f"{len(asked)} paragraphs open with a question, which is the speaker's own",
            remedy="if somebody else asks, say that the kind is transcript, or add rows to decisions/places.csv",
        )  # fmt: skip
