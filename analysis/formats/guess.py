"""What kind of text is this, and who speaks, when nobody says."""

from __future__ import annotations

import re
from collections import Counter

from analysis.formats.attribution import People, subject_of_saying
from analysis.formats.canvas import Paragraph
from analysis.formats.furniture import body_of, find_furniture
from analysis.formats.labels import read_candidate
from analysis.formats.names import FULL_NAME, Speaker, surname_of
from analysis.formats.paragraphs import split_paragraphs
from analysis.formats.quotations import find_quotations, uses_single_quotes
from analysis.formats.transcript import find_unlabelled_questions, read_labels
from analysis.words import count_words_in

_QUOTED_SHARE = 0.1
_ASKED = 3  # paragraphs that end with a question mark and are answered
_INTRODUCED = re.compile(
    rf"(?:\b(?:[Mm]inister|[Pp]resident|[Cc]hancellor|[Aa]mbassador|[Ss]ecretary|[Mm]ayor|[Dd]irector|[Cc]ommissioner|"
    rf"[Ii]nterview (?:with|of))(?: of [A-Z]\w+| for [A-Z]?\w+)?,? )(?P<name>{FULL_NAME.pattern})"
)
TITLES = set(
    ["minister", "president", "chancellor", "senator", "ambassador", "secretary", "mayor", "director", "commissioner", "mr", "mrs", "ms", "dr"]
)
NOT_A_NAME = {"question", "answer", "reporter", "q", "a"}
NOBODY = Speaker("the speaker")


def guess_kind(text: str, speaker: Speaker) -> str:
    """Guess the genre: two labelled turns make a transcript, a tenth of the words in quotes a report."""
    paragraphs, labels = read_labels(text, speaker, {})
    roles = Counter(label.voice.role for label in labels.values())
    if (roles["answer"] and roles["question"]) or roles["question"] > 1 or roles["answer"] > 2:
        return "transcript"
    bodies = [body_of(text, p) for p in paragraphs]
    if len(find_unlabelled_questions(bodies, find_furniture(text, paragraphs))) >= _ASKED:
        return "transcript"
    return "report" if _quoted_share(text, paragraphs) >= _QUOTED_SHARE else "excerpt"


def guess_speaker(text: str) -> Speaker:
    """Guess who is interviewed: the name that labels most words, else who says most, else who is introduced."""
    is_report = _quoted_share(text, split_paragraphs(text)) >= _QUOTED_SHARE
    said = _guess_from_saying(text) if is_report else None
    return _guess_from_labels(text) or said or _guess_from_front(text) or NOBODY


def _quoted_share(text: str, paragraphs: list[Paragraph]) -> float:
    single = uses_single_quotes(text)
    spans = [q for p in paragraphs for q in find_quotations(text, p, single=single)]
    quoted = sum(count_words_in(text[q.start : q.end]) for q in spans)
    return quoted / max(1, count_words_in(text))


def _guess_from_labels(text: str) -> Speaker | None:
    """The name that stands before most words, among those that open two paragraphs or more."""
    paragraphs = split_paragraphs(text)
    opening = {i: label for i, p in enumerate(paragraphs) if (label := read_candidate(text, p))}
    often = Counter(surname_of(label.name) for label in opening.values())
    names: dict[str, list[str]] = {}
    surname, words = "", Counter()
    for i, paragraph in enumerate(paragraphs):
        if i in opening and often[surname_of(opening[i].name)] > 1:
            surname = surname_of(opening[i].name)
            names.setdefault(surname, []).append(opening[i].name)
        words[surname] += count_words_in(text[slice(*paragraph)])
    people = [s for s in words if len(s) > 1 and s not in NOT_A_NAME]
    if not people:
        return None
    surname = max(people, key=lambda s: (words[s], s))
    return Speaker(_full_name(text, surname) or max(names[surname], key=lambda n: (len(n), n)))


def _full_name(text: str, surname: str) -> str:
    """Return the given name and surname most often printed together, or ''."""
    lines = text.splitlines()
    printed = [" ".join(m.group().split()[-2:]) for line in lines for m in FULL_NAME.finditer(line)]
    of_surname = [p for p in printed if surname_of(p) == surname and "." not in p and not p.isupper()]
    full = Counter(p for p in of_surname if p.split()[0].casefold() not in TITLES)
    return max(full, key=lambda name: (full[name], name)) if full else ""


def _guess_from_saying(text: str) -> Speaker | None:
    people = People([text[slice(*p)] for p in split_paragraphs(text)], Speaker(""))
    subjects = [subject_of_saying(text, people, *p) for p in split_paragraphs(text)]
    said = Counter(s.name for s in subjects if s and s.name)
    return Speaker(max(said, key=lambda n: (said[n], n))) if said else None


def _guess_from_front(text: str) -> Speaker | None:
    """The person named right before the word "interview" or after an office, above the first answers."""
    front = text[slice(0, split_paragraphs(text)[:6][-1].end)] if text.strip() else ""
    match = _INTRODUCED.search(front)
    return Speaker(" ".join(match["name"].split()[-2:])) if match else None
