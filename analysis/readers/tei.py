"""TEI as parliaments publish it (ParlaMint 4, Erjavec et al. 2023): utterances `u`, each with its speaker.

No maintained package reads ParlaMint's utterances with their notes, so the tree is read here.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from analysis.errors import InputError
from analysis.readers.reading import Reading, Writer
from analysis.readers.xml_tree import attribute, local

_NOTES = {"note", "kinesic", "vocal", "incident", "gap", "desc", "pause", "stage", "writing"}
_NAME_PARTS = ("forename", "nameLink", "surname")
_PARAGRAPHS = {"seg", "p", "ab", "l"}
_TOKENS, _BREAKS = {"w", "pc"}, {"lb", "s", "seg", "p", "l", "gap", "cb"}
_LEFT_OUT = {"del", "linkGrp", "spanGrp", "fw", "pb"}
# Of a choice, what a reader is meant to read stands before what the page has.
_PREFERRED = ("corr", "reg", "expan", "sic", "orig", "abbr")


def is_tei(root: Element) -> bool:
    """Say whether an XML document is TEI."""
    return local(root) in ("TEI", "teiCorpus", "TEI.2")


def read_tei(root: Element) -> Reading:
    """Read the body of a TEI document: a turn an utterance, named by its person list or the note before it."""
    writer, names = Writer(), _name_people(root)
    body = next((element for element in root.iter() if local(element) == "body"), None)
    if body is None:
        raise InputError("this TEI document has no body; name a file that holds a text.")
    _read_part(body, writer, names)
    writer.left_out["header elements"] = sum(1 for e in root if local(e) == "teiHeader")
    reading = writer.finish("TEI")
    if not reading.text:
        raise InputError("the body of this TEI document holds no words; name a file that holds a text.")
    return reading


def _name_people(root: Element) -> dict[str, str]:
    """Return the name of each person that the document lists, by identifier."""
    people = (element for element in root.iter() if local(element) in ("person", "personGrp"))
    return {attribute(person, "id"): _name_of(person) for person in people if attribute(person, "id")}


def _name_of(person: Element) -> str:
    """Return the name of a person: forenames, then surnames; else the words of the name."""
    name = next((element for element in person.iter() if local(element) == "persName"), person)
    parts = [_words(e) for part in _NAME_PARTS for e in name.iter() if local(e) == part]
    return " ".join(parts) or _words(name)


def _read_part(part: Element, writer: Writer, names: dict[str, str]) -> None:
    """Read the utterances and notes of a part in order; a note of type speaker names who speaks behind it."""
    announced = ""
    for element in _list_blocks(part):
        kind = local(element)
        if kind == "speaker" or (kind == "note" and element.get("type") == "speaker"):
            announced = _words(element).strip(" :.")
        elif kind in ("u", "sp"):
            who = (element.get("who") or "").split("#")[-1].strip()
            _say(element, writer, names.get(who) or announced or who)
            announced = ""
        elif kind in _NOTES:
            writer.note(_words(element))
        else:
            writer.write(_words(element))


def _list_blocks(part: Element):
    """Yield the utterances, notes and headings of a part, in order; divisions are entered."""
    stack = list(reversed(part))
    while stack:
        element = stack.pop()
        if local(element) in ("div", "body", "front", "group", "text", "list", "annotationBlock"):
            stack.extend(reversed(element))
        elif local(element) == "sp" and (label := _child(element, "speaker")) is not None:
            yield label
            element.remove(label)
            yield element
        else:
            yield element


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if local(child) == name), None)


def _say(utterance: Element, writer: Writer, voice: str) -> None:
    """Write the words of an utterance, a paragraph a segment; its notes stand apart."""
    notes: list[str] = []
    paragraphs = [child for child in utterance if local(child) in _PARAGRAPHS]
    for paragraph in paragraphs or [utterance]:
        writer.say(voice, _words(paragraph, notes), paragraph=True)
        _note(writer, notes)
    loose = [child for child in utterance if paragraphs and local(child) in _NOTES]
    _note(writer, [_words(note) for note in loose])


def _note(writer: Writer, notes: list[str]) -> None:
    for words in notes:
        writer.note(words)
    notes.clear()


def _words(element: Element, notes: list[str] | None = None) -> str:
    """Return the words of an element; with `notes`, what is a note goes there instead.

    Words that stand in an element each (`w`, `pc`) are parted by blanks, but where `join` says that none is there.
    """
    parts: list[str] = []
    _collect(element, parts, notes)
    return " ".join("".join(parts).split())


def _collect(element: Element, parts: list[str], notes: list[str] | None) -> None:
    parts.append(element.text or "")
    for child in element:
        kind = local(child)
        if notes is not None and kind in _NOTES:
            notes.append(_words(child))
            parts.append(" ")
        elif kind == "choice":
            _collect(_choose(child), parts, notes)
        elif kind not in _LEFT_OUT:
            _collect(child, parts, notes)
        parts.append(_between(child))


def _between(child: Element) -> str:
    """Return what stands between an element and the next one: of words in elements, a blank unless they join."""
    tail = child.tail or ""
    if local(child) in _TOKENS and not tail.strip():
        return "" if child.get("join") in ("right", "both") else " "
    return f" {tail}" if local(child) in _BREAKS else tail


def _choose(choice: Element) -> Element:
    """Return the child of a choice that is meant to be read."""
    by_name = {local(child): child for child in choice}
    return next((by_name[name] for name in _PREFERRED if name in by_name), choice)
