"""Hansard as XML: TheyWorkForYou's scraped debates (UK), Canada's House of Commons, Australia's (2.0).

Each says who speaks in its own way. Divisions, headings and procedure are nobody's words.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from analysis.errors import InputError
from analysis.readers.reading import Reading, Writer
from analysis.readers.speech_trees import Scheme, SpeechReader, strip_label
from analysis.readers.xml_tree import local

FORMAT = "Hansard"
_NOBODY = ("", "unknown")  # what scraped pages have for a name


def is_hansard(root: Element) -> bool:
    """Say whether an XML document is a Hansard of a kind that is read."""
    return local(root) == "publicwhip" or local(root).casefold() == "hansard"


def read_hansard(root: Element) -> Reading:
    """Read a Hansard: a turn a speech, an interjection, a question or an answer.

    Raises InputError for a kind that is not read, and for one without words.
    """
    names = {local(element) for element in root.iter()}
    scheme = next((scheme for mark, scheme in _SCHEMES.items() if mark in names), None)
    if scheme is None or "talk.text" in names:  # later Australian files hold pages of HTML
        raise InputError("this is Hansard in XML of a kind that is not read; save its page as HTML or text.")
    writer = Writer()
    SpeechReader(root, scheme, writer).read(root)
    reading = writer.finish(FORMAT)
    if not reading.text:
        raise InputError("this Hansard holds no words; name a file that holds a debate.")
    return reading


def _name_scraped(speech: Element) -> str:
    """Return the name at a speech of TheyWorkForYou; procedure has none."""
    name = " ".join(speech.get("speakername", "").split())
    return "" if name.casefold() in _NOBODY or speech.get("nospeaker") == "true" else name


def _name_canadian(speech: Element) -> str:
    """Return the name of an affiliation, without riding and party in brackets behind it."""
    person = next((child for child in speech if local(child) == "PersonSpeaking"), None)
    printed = "" if person is None else " ".join("".join(person.itertext()).split())
    return strip_label(re.sub(r"\s*\([^()]*\)\W*$", "", printed))


def _name_australian(speech: Element) -> str:
    """Return the name of the talker with whom a speech starts, as it is printed, else as it is listed."""
    start = next((child for child in speech if local(child) == "talk.start"), None)
    talker = None if start is None else next((child for child in start if local(child) == "talker"), None)
    found = [] if talker is None else [child for child in talker if local(child) == "name"]
    ordered = sorted(found, key=lambda name: name.get("role") != "display")
    return strip_label("".join(ordered[0].itertext())) if ordered else ""


_SCRAPED = Scheme(
    speeches="speech ques reply",
    labels="",
    notes="",
    headings="major-heading minor-heading oral-heading house-divisions",
    paragraphs="p ul ol li table tr td th blockquote",
    left_out={"division": "divisions", "gidredirect": "redirections"},
    name=_name_scraped,
)
_CANADIAN = Scheme(
    speeches="Intervention",
    labels="PersonSpeaking QuestioningMember Responder",
    notes="FloorLanguage ProceduralText StartPageNumber ThroneSpeech",
    headings="OrderOfBusinessTitle SubjectOfBusinessTitle SubjectOfBusinessQualifier CatchLine Intro",
    paragraphs="ParaText QuotePara Line",
    left_out={
        "ExtractedInformation": "headers",
        "DocumentTitle": "headers",
        "Division": "divisions",
        "Timestamp": "times of day",
        "TimeStamp": "times of day",
    },
    name=_name_canadian,
)
_AUSTRALIAN = Scheme(
    speeches="speech question answer interjection continue",
    labels="talker",
    notes="",
    headings="title",
    paragraphs="para item p",
    left_out={
        "session.header": "headers",
        "division": "divisions",
        "page.no": "page numbers",
        "time.stamp": "times of day",
        "type": "headers",
        "id.no": "headers",
        "cognate": "headers",
    },
    name=_name_australian,
)
# The scheme of each kind, by an element that only it has.
_SCHEMES = {"publicwhip": _SCRAPED, "Intervention": _CANADIAN, "talk.start": _AUSTRALIAN}
