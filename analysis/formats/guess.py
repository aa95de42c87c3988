"""What kind of text is this, and who speaks, when nobody says."""

from __future__ import annotations

import re
from collections import Counter

from analysis.formats.cues.boilerplate import find_furniture
from analysis.formats.cues.label_patterns import read_label
from analysis.formats.cues.people import FULL_NAME, Speaker, surname_of, usual_names
from analysis.formats.cues.quotation_marks import read_usage
from analysis.formats.cues.quotations import find_quotations
from analysis.formats.cues.reported_speech import count_quoted
from analysis.formats.paragraphs import body_of, split_paragraphs
from analysis.formats.role_map import Paragraph
from analysis.formats.transcript import find_unlabelled_questions, read_labels
from analysis.language import count_words_in, word_set

_QUOTED_SHARE = 0.1
_ASKED = 3  # paragraphs that end with a question mark and are answered
_FRONT_PARAGRAPHS = 8
_FRONT_LENGTH = 3000  # characters
_INTRODUCED = re.compile(
    rf"""(?:\b(?:[Mm]inister|[Pp]resident|[Cc]hancellor|[Aa]mbassador|[Ss]ecretary|[Mm]ayor|[Dd]irector
    |[Cc]ommissioner|[Ii]nterview[ ](?:with|of))(?:[ ]of[ ][A-Z]\w+|[ ]for[ ][A-Z]?\w+)?,?[ ])
    (?P<name>{FULL_NAME.pattern})""",
    re.VERBOSE,
)
_OFFICE_BEHIND = re.compile(
    rf"""(?P<name>{FULL_NAME.pattern})(?:,|\ (?:is|was|became|has\ been))\ (?:the\ )?(?:[\w-]+\ ){{0,3}}
    (?i:minister|president|chancellor|ambassador|secretary|mayor|director|commissioner|governor)\b""",
    re.VERBOSE,
)
_NO_NAMES = word_set("question answer reporter q a")
NOBODY = Speaker("the speaker")


def guess_kind(text: str, speaker: Speaker) -> str:
    """Guess the genre: two labelled turns make a transcript, a tenth of the words in quotes a report."""
    paragraphs, labels = read_labels(text, speaker, {})
    roles = Counter(label.voice.role for label in labels.values())
    one_of_each = roles["question"] and len(labels) > 1
    if (roles["answer"] and roles["question"]) or one_of_each or roles["answer"] > 2:
        return "transcript"
    bodies = [body_of(text, p) for p in paragraphs]
    if len(find_unlabelled_questions(bodies, find_furniture(text, paragraphs))) >= _ASKED:
        return "transcript"
    return "report" if _quoted_share(text, paragraphs) >= _QUOTED_SHARE else "excerpt"


def guess_speaker(text: str) -> Speaker:
    """Guess who is interviewed: whose label stands over most words, who says most, or who is introduced."""
    paragraphs = split_paragraphs(text)
    is_report = _quoted_share(text, paragraphs) >= _QUOTED_SHARE
    name = _name_from_labels(text, paragraphs)
    if not name and is_report:
        name = _name_from_saying(text, paragraphs)
    name = name or _name_from_front(text, paragraphs)
    return Speaker(name) if name else NOBODY


def _quoted_share(text: str, paragraphs: list[Paragraph]) -> float:
    usage = read_usage(text)
    spans = [q for p in paragraphs for q in find_quotations(text, p, usage)]
    quoted = sum(count_words_in(text[q.start : q.end]) for q in spans)
    return quoted / max(1, count_words_in(text))


def _name_from_labels(text: str, paragraphs: list[Paragraph]) -> str:
    """Return the name that stands before most words, among those that open two paragraphs or more."""
    labels = [read_label(text, p) for p in paragraphs]
    often = Counter(surname_of(label.name) for label in labels if label)
    printed: dict[str, str] = {}
    surname, n_words = "", Counter()
    for label, paragraph in zip(labels, paragraphs, strict=True):
        if label and often[surname_of(label.name)] > 1:
            surname = surname_of(label.name)
            printed[surname] = max(printed.get(surname, ""), label.name, key=lambda name: (len(name), name))
        n_words[surname] += count_words_in(text[slice(*paragraph)])
    people = [name for name in n_words if len(name) > 1 and name not in _NO_NAMES]
    if not people:
        return ""
    surname = max(people, key=lambda name: (n_words[name], name))
    return usual_names(text).get(surname, printed[surname])


def _name_from_saying(text: str, paragraphs: list[Paragraph]) -> str:
    """Return the name of whoever says most words in quotations."""
    said = count_quoted(text, paragraphs)
    return max(said, key=lambda name: (said[name], name), default="")


def _name_from_front(text: str, paragraphs: list[Paragraph]) -> str:
    """Return the name that stands behind an office or the word "interview" in the first paragraphs."""
    front = text[: min(paragraphs[:_FRONT_PARAGRAPHS][-1].end, _FRONT_LENGTH)] if paragraphs else ""
    match = _INTRODUCED.search(front) or _OFFICE_BEHIND.search(front)
    return re.sub(r"['’]s$", "", " ".join(match["name"].split()[-2:])) if match else ""
