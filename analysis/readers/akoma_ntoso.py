"""Akoma Ntoso (OASIS LegalDocML): the debates of parliaments, in versions 2.0 and 3.0 and any namespace."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from analysis.errors import InputError
from analysis.readers.reading import Reading, Writer
from analysis.readers.speech_trees import Scheme, SpeechReader, read_inline, strip_label
from analysis.readers.xml_tree import attribute, local

FORMAT = "Akoma Ntoso"
_SPEECHES = "speech question answer"
_LEFT_OUT = {
    "meta": "headers",
    "num": "numbers",
    "toc": "tables of contents",
    "vote": "votes",
    "quantity": "votes",
    "noteRef": "footnote marks",
    "marker": "footnote marks",
    "componentRef": "references to other documents",
    "documentRef": "references to other documents",
    "rollCall": "roll calls",
    "del": "deleted words",
}


def is_akoma_ntoso(root: Element) -> bool:
    """Say whether an XML document is Akoma Ntoso."""
    return local(root) in ("akomaNtoso", "akomantoso")


def read_akoma_ntoso(root: Element) -> Reading:
    """Read the debates of a document: a turn a speech, a question or an answer; scenes and narrative are notes.

    Raises InputError for a document that is no debate, and for one without words.
    """
    if not any(local(element) in _SPEECHES.split() for element in root.iter()):
        kind = next((local(child) for child in root if local(child) != "components"), "nothing")
        raise InputError(f"this Akoma Ntoso document holds no speech ('{kind}'); name one of a debate.")
    writer = Writer()
    people = _People(root)
    scheme = Scheme(
        speeches=_SPEECHES,
        labels="from",
        notes="scene narrative summary other remark recordedTime authorialNote communication",
        headings="heading subheading docTitle docNumber docDate docProponent session docketNumber",
        paragraphs="p block li item tocItem blockList listIntroduction listConclusion td th",
        left_out=_LEFT_OUT,
        name=people.name,
    )
    people.scheme = scheme
    SpeechReader(root, scheme, writer).read(root)
    reading = writer.finish(FORMAT)
    if not reading.text:
        raise InputError("this Akoma Ntoso debate holds no words; name a file that holds a text.")
    return reading


class _People:
    """Who speaks: as the references list people, else as the label before the speech prints it."""

    scheme: Scheme

    def __init__(self, root: Element) -> None:
        listed = [
            element
            for element in root.iter()
            if local(element) in ("TLCPerson", "TLCOrganization", "TLCRole")
        ]
        self._names = {_identify(element): element.get("showAs", "").strip() for element in listed}

    def name(self, speech: Element) -> str:
        """Return the name behind `by`; what a label prints holds for an identifier without a name from there on."""
        who = speech.get("by", "").strip().rpartition("#")[2]
        label = next((child for child in speech if local(child) == "from"), None)
        printed = "" if label is None else strip_label(read_inline(label, self.scheme).said)
        if who and not self._names.get(who):
            self._names[who] = printed
        part = speech.get("as", "").strip().rpartition("#")[2]  # such as the chair's
        return self._names.get(who) or printed or who.rpartition("/")[2] or self._names.get(part, "")


def _identify(person: Element) -> str:
    return attribute(person, "eId") or attribute(person, "id")
