"""Pieces of several authors: a name on a line of its own above each, or below it, as letters are signed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from typing import NamedTuple

from analysis.formats.cues.cast import is_person
from analysis.formats.cues.front_matter import FIRST_PERSON
from analysis.formats.cues.people import FULL_NAME, Speaker
from analysis.formats.paragraphs import ends_as_sentence
from analysis.formats.role_map import APPARATUS, NOTE, RoleMap, Voice
from analysis.language import count_words_in

_MOST_WORDS = 10
_LONGEST_TITLE = 30  # words
# `Jane Roe`, `By Jane Roe`, `Jane Roe, minister`; `On 4 May 2031, Jane Roe wrote:`
_NAME_LINE = re.compile(
    rf"\W*(?:(?i:by|from|von|par|por|di|(?:\w+\s)?(?:yours|regards|wishes|sincerely)(?:\s\w+)?,)\s)?(?P<name>{FULL_NAME.pattern})\s*(?:[,(–—-].*|\d.*)?"
)
# `Speech of thanks by Jane Roe`, `Antwort von Jane Roe`
_PIECE = re.compile(
    r"\W*(?:\w+\s){0,2}(?i:speech|laudatio|address|remarks|statement|reply|response|letter|tribute|introduction|words|message"
    r"|rede|antwort|grußwort|discours|réponse|discurso|respuesta|discorso|risposta)\s(?:of\s\w+\s)?"
    rf"(?:by|of|from|von|de|par|di|por)\s(?P<name>{FULL_NAME.pattern})\W*"
)
_WROTE = re.compile(
    rf".*?(?P<name>{FULL_NAME.pattern})\s(?:wrote|writes|answered|answers|replied|replies|schrieb):"
)
# `Posted by janeroe on 4 May`
_POSTED = re.compile(
    r"\W*(?:posted|written|comment(?:ed)?|reply|replied|sent)\s(?:by|from)\s(?P<name>\S{2,40}(?:\s[A-Z]\w+)?)"
    r"(?:,?\s(?:on|at|\d).*)?",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"\W*(?:(?:dear\s)?(?:sirs?|madam|editors?)|to\sthe\seditors?|dear\s\w+(?:\s\w+){0,3}|sehr\sgeehrte|liebe\sredaktion"
    r"|(?:cher|chère|monsieur|madame)\b[^.!?\n]{0,40}|(?:estimad|señor)\w*[^.!?\n]{0,40}|уважаем\w+[^.!?\n]{0,40})\s?[,:!—–-]",
    re.IGNORECASE,
)
_TOP = 6  # paragraphs that may say whose the text is
_JOINT = re.compile(
    r"\bjoint(?:ly)?\s(?:written\s|signed\s)?(?:statement|declaration|letter|address|article|communiqu|appeal|op-ed|call)"
    r"|\bgemeinsame[rns]?\s(?:erklärung|brief|aufruf|stellungnahme)|\b(?:déclaration|lettre|tribune)\s(?:commune|conjointe)"
    r"|\b(?:declaración|carta)\sconjunta|\b(?:dichiarazione|lettera)\scongiunta|\bсовместн\w+\s(?:заявлен|письм|обращен)",
    re.IGNORECASE,
)
_TWO_AUTHORS = re.compile(
    rf"\W*(?i:by|von|par|por|di)\s(?P<first>{FULL_NAME.pattern}),?\s(?:and|&|und|et|y|e|и)\s(?P<second>{FULL_NAME.pattern})"
)
# `We, the ministers of Elm and Oak, Jane Roe and John Doe, ...`
_WE = re.compile(r"\W*(?:We|Wir|Nous|Nosotros|Noi|Мы), (?P<who>[^.!?]{0,300})")
_REMEDY = "if the speaker says it, add a row to decisions/places.csv"


class NameLine(NamedTuple):
    """A paragraph that holds a name and no sentence."""

    paragraph: int
    name: str


def assign_signed(role_map: RoleMap, bodies: Sequence[str], speaker: Speaker) -> set[int]:
    """Give each signed or headed piece of a text to its author, with a doubt for those that are not the speaker's.

    Nothing is done unless two persons sign, one of them the speaker. Returns the paragraphs whose author is known.
    """
    lines = _find_name_lines(bodies, speaker)
    own = [line for line in lines if speaker.is_named_by(line.name)]
    if lines and not own and lines[-1].paragraph == len(bodies) - 1 and _opens_letter(bodies):
        return _give_letter(role_map, lines[-1])
    if not own or len({line.name for line in lines}) < 2:
        return set()
    numbers = {line.paragraph for line in lines}
    prose = [i for i in range(len(bodies)) if i not in numbers and ends_as_sentence(bodies[i])]
    heads = bool(prose) and prose[-1] > lines[-1].paragraph
    taken = set(numbers)
    for i in numbers:
        role_map.assign(*role_map.paragraphs[i], APPARATUS)
    for i in prose:
        author = _author_of(i, lines, heads=heads)
        if role_map.voice_at(role_map.paragraphs[i].end - 1).role == "answer" and author not in own:
            _give(role_map, i, author)
            taken.add(i)
    return taken


def _opens_letter(bodies: Sequence[str]) -> bool:
    """Say whether a text opens as letters do: `Sir, I read ...`, `Dear editors,`"""
    return any(_LETTER.match(body) for body in bodies[:2])


def _give_letter(role_map: RoleMap, author: NameLine) -> set[int]:
    """Give a letter to somebody else who signs it."""
    own = [i for i, p in enumerate(role_map.paragraphs) if role_map.voice_at(p.end - 1).role == "answer"]
    for i in own:
        _give(role_map, i, author)
    return set(own)


def _find_name_lines(bodies: Sequence[str], speaker: Speaker) -> list[NameLine]:
    """Return the lines that are a name, perhaps with a place, an office or an age behind it."""
    times = Counter(bodies)
    names = {i: _read_name_line(body, times[body], speaker) for i, body in enumerate(bodies)}
    return [NameLine(i, name) for i, name in names.items() if name]


def _read_name_line(line: str, times: int, speaker: Speaker) -> str:
    """Return the name of a line that stands so many times in its text; '' for a sentence, or for none."""
    if ends_as_sentence(line) or count_words_in(line) > _MOST_WORDS:
        return ""
    if times > 1 and FULL_NAME.fullmatch(line):
        return line
    return _name_of(line, speaker)


def _name_of(line: str, speaker: Speaker) -> str:
    """Return the name that a line consists of, or says who wrote what follows; '' for none."""
    if wrote := _WROTE.fullmatch(line) or _POSTED.fullmatch(line):
        return wrote["name"]
    match = _NAME_LINE.fullmatch(line) or _PIECE.fullmatch(line)
    named = match and (is_person(match["name"]) or speaker.is_named_by(match["name"]))
    return match["name"] if match and named else ""


def _author_of(i: int, lines: Sequence[NameLine], *, heads: bool) -> NameLine | None:
    """Return the name line above a paragraph, or below it, where names sign."""
    if heads:
        return next((line for line in reversed(lines) if line.paragraph < i), None)
    return next((line for line in lines if line.paragraph > i), None)


def _give(role_map: RoleMap, i: int, author: NameLine | None) -> None:
    start, end = role_map.paragraphs[i]
    role_map.assign(start, end, Voice("other", author.name) if author else NOTE)
    decided = f"{author.name} signs it" if author else "no author's name stands over it"
    role_map.doubt(start, end, "another voice", decided=f"{decided}, and not the speaker", remedy=_REMEDY)


def assign_joint(role_map: RoleMap, bodies: Sequence[str], labelled: Set[int], speaker: Speaker) -> None:
    """Take from the speaker what is written together with others: whose words these are, nobody can know.

    labelled: paragraphs whose voice a label tells.
    """
    top = [body for body in bodies[:_TOP] if _is_title(body)]
    if not any(_is_joint(body, speaker) for body in top) and not _speak_together(bodies[:_TOP], speaker):
        return
    own = [
        paragraph
        for i, paragraph in enumerate(role_map.paragraphs)
        if i not in labelled and role_map.voice_at(paragraph.end - 1).role == "answer"
    ]
    for paragraph in own:
        role_map.reassign(*paragraph, Voice("other", ""))
    if own:
        role_map.doubt(
            own[0].start, own[-1].end, "several authors",
            decided="the text is the speaker's together with others: it is nobody's alone", remedy=_REMEDY,
        )  # fmt: skip


def _is_title(body: str) -> bool:
    """Say whether a paragraph may head a text: short, no sentence, and nobody speaks of himself in it."""
    is_short = count_words_in(body) <= _LONGEST_TITLE
    return is_short and not ends_as_sentence(body) and not FIRST_PERSON.search(body)


def _speak_together(bodies: Sequence[str], speaker: Speaker) -> bool:
    """Say whether a sentence at the top names the speaker and another person as `we`."""
    who = (match["who"] for body in bodies if (match := _WE.match(body)))
    named = [
        name.group() for words in who if speaker.is_mentioned_in(words) for name in FULL_NAME.finditer(words)
    ]
    return any(is_person(name) and not speaker.is_mentioned_in(name) for name in named)


def _is_joint(line: str, speaker: Speaker) -> bool:
    """`Joint statement of Roe and Doe`, `By Jane Roe and John Doe`"""
    authors = _TWO_AUTHORS.match(line)
    both = authors is not None and is_person(authors["first"]) and is_person(authors["second"])
    return bool(_JOINT.search(line)) or (both and speaker.is_mentioned_in(line))
