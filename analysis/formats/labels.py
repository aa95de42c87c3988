"""Labels at a paragraph's start that say who speaks: `Question:`, `A.`, `JANE ROE (laughs):`, `Daily Planet:`."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from analysis.formats.canvas import Paragraph, Voice
from analysis.formats.names import FULL_NAME, NAME_PARTICLES, Speaker, fold_name, surname_of

INTERVIEWER = "interviewer"
_ASKS = set(
    ["q", "question", "questions", "interviewer", "reporter", "reporters", "journalist", "correspondent", "host", "presenter", "moderator", "anchor", "media", "press", "interpreter", "translator"]
)
# Another official at the same table is not an interviewer: his words keep his name and count as nobody's own.
OFFICES = set(
    ["ambassador", "chancellor", "commissioner", "director", "foreign", "governor", "king", "mayor", "minister", "president", "prime", "premier", "queen", "secretary", "senator", "vice"]
)
_ANSWERS = {"a", "answer", "reply", "response"}
_LINKS = NAME_PARTICLES | set(["and", "for", "from", "in", "of", "on", "the", "to", "via", "with"])
# Words that open a clause with a colon but name nobody.
_NOBODY = set(
    ["advertisement", "also", "answer's", "caption", "comment", "comments", "conclusion", "copyright", "credit", "date", "editor", "editors", "example", "finally", "first", "firstly", "footnote", "fourth", "here", "image", "issue", "last", "lastly", "more", "next", "note", "notes", "photo", "place", "point", "read", "related", "remember", "result", "second", "secondly", "see", "share", "source", "sources", "step", "subject", "summary", "tags", "third", "thirdly", "time", "topic", "topics", "translation", "update", "video", "watch"]
)
_TIME = r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s*[–—-]?\s*)?"
_MARK = rf"{_TIME}[*_\[(\"“]{{0,3}}"
_CLOSE = r"[*_\])\"”]{0,3}"
_WITH_COLON = re.compile(
    rf"\s*{_MARK}(?P<name>[^\W\d_][^:\n\[\](){{}}*_?!“”\"]{{0,70}}?){_CLOSE}\s*"
    rf"(?:[(\[](?P<aside>[^)\]\n]{{1,40}})[)\]]\s*)?{_CLOSE}:{_CLOSE}(?!//)"
)
_SHORT = re.compile(
    rf"\s*{_MARK}(?P<name>[QA])\d{{0,3}}(?P<aside>){_CLOSE}\s*(?:[.)]|[–—-](?=\s)){_CLOSE}(?=\s)"
)
_ALONE = re.compile(rf"\s*{_MARK}(?P<name>[^\W\d_][^:\n*_?!]{{0,60}}?){_CLOSE}(?P<aside>)\s*$")


class Label(NamedTuple):
    """A printed label: its name and offsets, whom it announces, and whether it fills its paragraph."""

    name: str
    start: int
    end: int
    voice: Voice
    alone: bool


def find_labels(
    text: str, paragraphs: list[Paragraph], speaker: Speaker, voices: dict[str, Voice]
) -> dict[int, Label]:
    """Return the label that opens a paragraph, by the paragraph's index.

    voices: printed labels (folded) that are already decided, with the voice each announces.
    """
    found = {i: c for i, p in enumerate(paragraphs) if (c := read_candidate(text, p))}
    accepted = _accept(text, paragraphs, found, speaker, voices)
    return {i: found[i]._replace(voice=voice) for i, voice in accepted.items()}


def glued_labels(text: str, paragraphs: list[Paragraph], names: set[str]) -> list[int]:
    """Return where a label is glued to the end of the text before it (`2031Question: ...`).

    names: labels that open paragraphs elsewhere in the source.
    """
    if not names:
        return []
    words = "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))
    glued = re.compile(rf"(?<=[\w.!?”\"])(?:{words}):")
    return [m.start() for p in paragraphs for m in glued.finditer(text, p.start + 1, p.end)]


def read_candidate(text: str, paragraph: Paragraph) -> Label | None:
    """Return what looks like a label at the start of a paragraph, before it is known whom it announces."""
    line = text[paragraph.start : paragraph.end]
    match = _WITH_COLON.match(line) or _SHORT.match(line) or _ALONE.match(line)
    if not match or not _looks_like_name(match["name"]):
        return None
    end = paragraph.start + match.end()
    alone = not text[end : paragraph.end].strip()
    return Label(match["name"].strip(" .,"), paragraph.start, end, Voice("question", INTERVIEWER), alone)


def _looks_like_name(name: str) -> bool:
    words = name.replace(".", ". ").split()
    return 0 < len(words) <= 8 and all(
        w[0].isupper() or w[0].isdigit() or w.casefold() in _LINKS for w in words
    )


def _first_word(name: str) -> str:
    return re.split(r"[\s\d.]+", fold_name(name).strip())[0]


def _known_voice(label: Label, speaker: Speaker, voices: dict[str, Voice]) -> Voice | None:
    if fold_name(label.name) in voices:
        return voices[fold_name(label.name)]
    if speaker.name and speaker.is_named_by(label.name):
        return Voice("answer", speaker.name)
    if _first_word(label.name) in OFFICES and len(label.name.split()) > 1:
        return Voice("narration", label.name.title() if label.name.isupper() else label.name)
    if _first_word(label.name) in _ASKS and len(label.name.split()) <= 6:
        return Voice("question", INTERVIEWER)
    return Voice("answer", speaker.name) if fold_name(label.name) in _ANSWERS else None


def _accept(text, paragraphs, found, speaker, voices) -> dict[int, Voice]:
    known = {i: v for i, label in found.items() if (v := _known_voice(label, speaker, voices))}
    others = defaultdict(list)
    for i, label in found.items():
        if i not in known and _first_word(label.name) not in _NOBODY:
            others[fold_name(label.name)].append(i)
    for places in others.values():
        if known and _is_person(text, paragraphs, found, places, known):
            known |= {i: Voice("question", INTERVIEWER) for i in places}
    return {i: voice for i, voice in known.items() if _may_stand_alone(found, i, known)}


def _is_person(text, paragraphs, found, places, known) -> bool:
    """Say whether an unknown label names somebody: a full name, or one that asks or is answered."""
    first = found[places[0]]
    turns = [i for i in places if not found[i].alone or len(places) > 1]
    if not turns:
        return False
    asks = sum(text[paragraphs[i].end - 1] == "?" for i in turns)
    answered = sum(known.get(i + 1, Voice("")).role == "answer" for i in turns)
    if FULL_NAME.fullmatch(first.name) and len(first.name.split()) <= 4 and not first.alone:
        return True
    return (asks + answered) >= max(1, len(turns) / 2)


def _may_stand_alone(found: dict[int, Label], i: int, known: dict[int, Voice]) -> bool:
    """A name without a colon on a line of its own is a label only if that name labels more than one turn."""
    label = found[i]
    if (
        not label.alone
        or label.end > label.start + len(label.name) + 6
        or fold_name(label.name) in _ANSWERS | {"q"}
    ):
        return True
    same = [j for j in known if surname_of(found[j].name) == surname_of(label.name)]
    return len(same) > 1
