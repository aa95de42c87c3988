"""TEI: parliaments (ParlaMint 4, Erjavec et al. 2023), plays, and transcripts of speech (ISO 24624).

No maintained package reads ParlaMint's utterances with their notes, so the tree is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from analysis.errors import InputError
from analysis.readers.reading import Reading, Writer
from analysis.readers.tei_words import LEFT_OUT, NOTES, read_words
from analysis.readers.xml_tree import attribute, gather_loose, local

_NAME_PARTS = ("forename", "nameLink", "surname")
_PARAGRAPHS = {"seg", "p", "ab", "lg", "l", "quote", "q", "list", "table", "floatingText"}
_SPEECH = {"u", "sp"}
_NARRATION = "narration"  # a note of this type is running text of the outlet, as an export of ours writes it
_PEOPLE = {"person", "personGrp", "castItem", "role"}


def is_tei(root: Element) -> bool:
    """Say whether an XML document is TEI."""
    return local(root) in ("TEI", "teiCorpus", "TEI.2")


def read_tei(root: Element) -> Reading:
    """Read the bodies of a TEI document: a turn an utterance, named by its person list or the note before it."""
    bodies = [element for element in root.iter() if local(element) == "body"]
    if not bodies:
        raise InputError("this TEI document has no body; name a file that holds a text.")
    writer = Writer()
    people = People(root, writer)
    for body in bodies:
        _read_part(body, writer, people)
    writer.left_out["headers"] = sum(1 for element in root.iter() if local(element) == "teiHeader")
    reading = writer.finish("TEI")
    if not reading.text:
        raise InputError("the body of this TEI document holds no words; name a file that holds a text.")
    return reading


class People:
    """Who speaks, by identifier: as the document lists people, else as a note or label announces them."""

    def __init__(self, root: Element, writer: Writer) -> None:
        people = [element for element in root.iter() if local(element) in _PEOPLE]
        self._names = {attribute(e, "id"): _name_of(e) for e in people if attribute(e, "id")}
        self._times = _list_times(root)
        self._announced = ""
        self._writer = writer

    def announce(self, words: str) -> None:
        """Keep the name that a note gives to the utterance behind it."""
        self._announced = re.sub(r"[\s:.–—-]+$", "", words)
        self._writer.left_out["notes that name speakers"] += 1

    def name(self, speech: Element) -> str:
        """Return whose an utterance is; '' where nobody is named. What is announced holds for its identifier on."""
        announced, self._announced = self._announced, ""
        ids = [who.rpartition("#")[2] for who in (speech.get("who") or "").split()]
        if announced and len(ids) == 1 and not self._names.get(ids[0]):
            self._names[ids[0]] = announced
        return " and ".join(self._names.get(who) or who for who in ids) or announced

    def find_time(self, speech: Element) -> float | None:
        """Return when an utterance begins, in seconds, where it points to a timeline."""
        return self._times.get((speech.get("start") or "").rpartition("#")[2])


def _name_of(person: Element) -> str:
    """Return the name of a person or a part: forenames, then surnames; else the words of the name."""
    name = next((element for element in person.iter() if local(element) in ("persName", "role")), person)
    parts = [read_words(e).said for part in _NAME_PARTS for e in name.iter() if local(e) == part]
    return " ".join(parts) or read_words(name).said


def _list_times(root: Element) -> dict[str, float]:
    """Return the seconds of each point of a timeline that says how long after another one it is."""
    times: dict[str, float] = {}
    for timeline in (element for element in root.iter() if local(element) == "timeline"):
        for when in timeline:
            since = when.get("since", "").rpartition("#")[2]
            interval = (when.get("interval") or "").removesuffix("s")
            is_number = re.fullmatch(r"\d+(?:\.\d+)?", interval)
            times[attribute(when, "id")] = times.get(since, 0.0) + float(interval) if is_number else 0.0
    return times


def _read_part(part: Element, writer: Writer, people: People) -> None:
    """Read the utterances and notes of a part in order; a note of type speaker names who speaks behind it."""
    for element in _list_blocks(part):
        kind = local(element)
        if kind == "speaker" or (kind == "note" and element.get("type") == "speaker"):
            people.announce(read_words(element, with_notes=True).said)
        elif kind == "note" and element.get("type") == _NARRATION:
            writer.write(read_words(element, with_notes=True).said)
        elif kind in _SPEECH:
            _say(element, writer, people.name(element), people.find_time(element))
        elif kind in NOTES:
            _write_notes(writer, [read_words(element, with_notes=True).said])
        elif kind in LEFT_OUT:
            writer.left_out["breaks and annotations"] += 1
        else:
            words = read_words(element)
            writer.write(words.said)
            _write_notes(writer, words.notes)


def _list_blocks(part: Element) -> Iterator[Element]:
    """Yield utterances, notes and headings in order; what holds utterances is entered, the label of a speech first."""
    stack = list(reversed(part))
    while stack:
        element = stack.pop()
        kind = local(element)
        if kind in _SPEECH:
            label = next((child for child in element if local(child) == "speaker"), None)
            if label is not None:
                yield label
                element.remove(label)
            yield element
        elif kind.startswith(("div", "body")) or any(local(inner) in _SPEECH for inner in element.iter()):
            stack.extend(reversed([_hand_down(element, child) for child in element]))
        else:
            yield element


def _hand_down(block: Element, child: Element) -> Element:
    """Return a child of an annotation block with the speaker and the time that stand at the block."""
    if local(child) == "u":
        for name in ("who", "start"):
            if block.get(name) and not child.get(name):
                child.set(name, block.get(name))
    return child


def _say(speech: Element, writer: Writer, voice: str, time: float | None) -> None:
    """Write an utterance, a paragraph a segment; its notes stand apart, loose words are a paragraph of their own."""
    for paragraph in _list_paragraphs(speech):
        if local(paragraph) in NOTES:
            _write_notes(writer, [read_words(paragraph, with_notes=True).said])
            continue
        words = read_words(paragraph)
        writer.say(voice, words.said, time=time, paragraph=True)
        time = None if words.said else time
        _write_notes(writer, words.notes)


def _list_paragraphs(speech: Element) -> Iterator[Element]:
    """Yield the paragraphs and the notes between them; words and elements beside these are gathered to paragraphs."""
    if not any(local(child) in _PARAGRAPHS for child in speech):
        yield speech
        return
    yield from gather_loose(speech, lambda child: local(child) in _PARAGRAPHS | NOTES)


def _write_notes(writer: Writer, notes: list[str]) -> None:
    for words in notes:
        if not words:
            writer.left_out["gaps without words"] += 1
        writer.note(words)
