"""What kind of text is this, and who speaks, when nobody says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from analysis.formats.cues.boilerplate import find_furniture
from analysis.formats.cues.cast import ANSWERING, Kind
from analysis.formats.cues.chevrons import find_chevron_turns
from analysis.formats.cues.front_matter import FIRST_PERSONS, find_front_matter
from analysis.formats.cues.people import (
    FULL_NAME,
    Speaker,
    find_full_names,
    fold_label,
    fold_name,
    group_people,
    is_title,
    surname_of,
    usual_names,
    without_brackets,
)
from analysis.formats.cues.questions import find_set_off_questions, is_put_to
from analysis.formats.cues.questions_in_turn import find_questions_in_turn
from analysis.formats.cues.quotation_marks import read_usage
from analysis.formats.cues.quotations import find_quotations
from analysis.formats.cues.reported_speech import count_quoted
from analysis.formats.cues.russian_names import put_first_case
from analysis.formats.cues.speaker_labels import Opening
from analysis.formats.cues.told_of import tells_of
from analysis.formats.cues.turn_roles import guess_own, list_turns, share_kinds
from analysis.formats.marked_turns import open_turns
from analysis.formats.paragraphs import list_bodies, list_types, split_paragraphs
from analysis.formats.role_map import Paragraph, Voice
from analysis.formats.transcript import read_openings
from analysis.formats.unlabelled_text import find_unlabelled_questions
from analysis.formats.wrapped_lines import unwrap
from analysis.language import count_words_in, list_offices
from analysis.readers import Reading, Typed

_QUOTED_SHARE = 0.1
_NARRATED_SHARE = 1 / 3  # of the paragraphs, besides the questions, name the speaker
_ASKED = 3  # paragraphs that end with a question mark and are answered
_FRONT_PARAGRAPHS = 8
_FRONT_LENGTH = 3000  # characters
_INTRODUCED = re.compile(
    rf"""(?:\b(?:[Mm]inister|[Pp]resident|[Cc]hancellor|[Aa]mbassador|[Ss]ecretary|[Mm]ayor|[Dd]irector
    |[Cc]ommissioner|[Ii]nterview[ ](?:with|of))(?:[ ]of[ ][A-Z]\w+|[ ]for[ ][A-Z]?\w+)?,?[ ])
    (?P<name>{FULL_NAME.pattern})""",
    re.VERBOSE,
)
# `die Außenministerin von Elm, Jane Roe`, `министра торговли Роу`: an office in any listed language. It is looked for
# from where a word begins: from each of its letters a word that is none would take the square of its length.
_OFFICE = re.compile(
    rf"\b\w*(?P<office>{'|'.join(sorted(list_offices()))})(?P<case>\w{{0,3}})\b", re.IGNORECASE
)
_OFFICE_REACH = 80  # characters from an office to the name
_OFFICE_BEHIND = re.compile(
    rf"""(?P<name>{FULL_NAME.pattern})(?:,|\ (?:is|was|became|has\ been))\ (?:the\ )?(?:[\w-]+\ ){{0,3}}
    (?i:minister|president|chancellor|ambassador|secretary|mayor|director|commissioner|governor)\b""",
    re.VERBOSE,
)
_FIRST_SHARE = 0.01  # of the words
_ANNOUNCED = re.compile(
    r"\b(?:excerpts?|speech|address|statement|remarks|answers?|rede|discours|discurso|discorso|речь|выступление"
    r"|auszüge|ansprache|wortlaut|extraits|allocution|extractos|fragmentos|palabras|brani|stralci|intervento"
    r"|выдержки|отрывки|фрагменты|заявление)\b",
    re.IGNORECASE,
)
NOBODY = Speaker("")


def guess_kind(
    text: str, speaker: Speaker, voices: dict[str, Voice] | None = None, *, typed: Sequence[Typed] = ()
) -> str:
    """Guess the genre: labelled turns make a transcript, a tenth of the words in quotes a report.

    typed: the paragraphs that the file sets in a type of their own.
    What is neither is an excerpt only where it speaks in the first person, else a report: no guess ends in
    giving all of a text to the speaker.
    """
    text = unwrap(text)
    paragraphs, openings = read_openings(
        text, speaker, {fold_label(label): v for label, v in (voices or {}).items()}
    )
    if _has_turns(text, paragraphs, openings):
        return "transcript"
    bodies = list_bodies(text, paragraphs)
    furniture = find_furniture(text, paragraphs) | find_front_matter(text, paragraphs)
    types = list_types(paragraphs, typed)
    is_report = _quoted_share(text, paragraphs) >= _QUOTED_SHARE
    set_off = find_set_off_questions(bodies, furniture, types)
    narrated = is_report and _tell_of(speaker, [bodies[i] for i in range(len(bodies)) if i not in set_off])
    if find_chevron_turns(bodies, furniture) or (set_off and not narrated):
        return "transcript"
    if is_report:
        return "report"
    asked = find_unlabelled_questions(bodies, furniture)
    if len(asked) >= _ASKED or find_questions_in_turn(bodies, furniture, types):
        return "transcript"
    before = text[: paragraphs[asked[0]].start] if asked else ""
    if len(asked) == _ASKED - 1 and _is_addressed(bodies) and not _is_announced(before):
        return "transcript"
    return "excerpt" if _speaks_itself(text) and not tells_of(bodies, speaker) else "report"


def _has_turns(text: str, paragraphs: list[Paragraph], openings: dict[int, Opening]) -> bool:
    """Say whether several voices are labelled, or one voice whose labels stand over most of the text."""
    kinds = Counter(o.kind for o in openings.values())
    voices = Counter("" if o.kind == Kind.SPEAKER else o.name for o in openings.values())
    if len(voices) == 1:
        often = len(openings) > 2 and len(openings) >= len(paragraphs) / 2
        return often and _quoted_share(text, paragraphs) < _QUOTED_SHARE
    if kinds[Kind.ASKS]:
        return True
    answering = sum(kinds[kind] for kind in ANSWERING)
    recurring = [name for name, n in voices.items() if n > 1]
    return len(openings) > 2 and (len(recurring) > 1 or answering > 0)


def _tell_of(speaker: Speaker, bodies: list[str]) -> bool:
    """Say whether many paragraphs name the speaker, as a report does and hardly anybody who answers."""
    return sum(map(speaker.is_mentioned_in, bodies)) >= _NARRATED_SHARE * len(bodies)


def _speaks_itself(text: str) -> bool:
    """Say whether a text speaks in the first person, or is announced as somebody's words."""
    words = max(1, count_words_in(text))
    return len(FIRST_PERSONS.findall(text)) >= _FIRST_SHARE * words or _is_announced(text)


def _is_announced(text: str) -> bool:
    return bool(_ANNOUNCED.search(text[:_FRONT_LENGTH]))


def _is_addressed(bodies: list[str]) -> bool:
    """Say whether somebody is spoken to in a paragraph without a first person: as questions do."""
    return any(is_put_to(body) for body in bodies)


def guess_speaker(text: str) -> Speaker:
    """Guess who is interviewed: who answers under a label, who says most, or who is introduced."""
    text = unwrap(text)
    paragraphs, openings = read_openings(text, Speaker(""), {})
    if _has_turns(text, paragraphs, openings):
        name = _name_from_labels(text, paragraphs, openings)
        return Speaker(*name) if name else NOBODY
    is_report = _quoted_share(text, paragraphs) >= _QUOTED_SHARE
    name = _name_from_saying(text, paragraphs) if is_report else ""
    name = name or _name_from_front(text, paragraphs)
    return Speaker(name) if name else NOBODY


def guess_speaker_of(reading: Reading) -> Speaker:
    """Guess who is interviewed in a file: where its format marks turns, by these, else by the text."""
    if not reading.turns:
        return guess_speaker(reading.text)
    paragraphs = split_paragraphs(reading.text)
    openings = open_turns(reading.turns, paragraphs, NOBODY, {})
    name = _name_from_labels(reading.text, paragraphs, openings)
    return Speaker(*name) if name else NOBODY


def _quoted_share(text: str, paragraphs: list[Paragraph]) -> float:
    usage = read_usage(text)
    spans = [q for p in paragraphs for q in find_quotations(text, p, usage)]
    quoted = sum(count_words_in(text[q.start : q.end]) for q in spans)
    return quoted / max(1, count_words_in(text))


def _name_from_labels(
    text: str, paragraphs: list[Paragraph], openings: dict[int, Opening]
) -> tuple[str, tuple[str, ...]] | None:
    """Return the name of whoever is asked and says most, with the label; None where two are alike."""
    turns = list_turns(text, paragraphs, openings)
    kinds = {o.name: o.kind for o in openings.values()}
    printed = {o.name: o.label.name for o in openings.values()}
    names = find_full_names(text)
    people = group_people(printed, names)
    kinds = share_kinds(kinds, people)
    label = guess_own(turns, kinds)
    if not label:
        return None
    if kinds[label] in (Kind.PERSON, Kind.SPEAKER):
        bare = without_brackets(printed[label]).split(",")[0].strip()
        in_full = [name for name in names if fold_label(name) == people[label]]
        usual = usual_names(text).get(surname_of(bare), bare)
        return (in_full[0] if in_full else usual), (printed[label],)
    return _name_from_front(text, paragraphs) or printed[label], (printed[label],)


def _name_from_saying(text: str, paragraphs: list[Paragraph]) -> str:
    """Return the name of whoever says most words in quotations."""
    said = count_quoted(text, paragraphs)
    return max(said, key=lambda name: (said[name], name), default="")


def _name_from_front(text: str, paragraphs: list[Paragraph]) -> str:
    """Return the name that stands behind an office or the word "interview" in the first paragraphs."""
    front = text[: min(paragraphs[:_FRONT_PARAGRAPHS][-1].end, _FRONT_LENGTH)] if paragraphs else ""
    match = _INTRODUCED.search(front) or _OFFICE_BEHIND.search(front)
    if match:
        return re.sub(r"['’]s$", "", " ".join(match["name"].split()[-2:]))
    return next(filter(None, (_name_behind(front, office) for office in _OFFICE.finditer(front))), "")


def _name_behind(front: str, office: re.Match[str]) -> str:
    """Return the name behind an office on the same line and in the same sentence, '' for none."""
    reach = re.split(r"[.:;!?\n]", front[office.end() : office.end() + _OFFICE_REACH])[0]
    names = (name.group().split() for name in FULL_NAME.finditer(reach))
    person = next((words for words in names if not is_title(fold_name(words[0]))), [])
    name = " ".join(person[-2:])
    return put_first_case(name) if office["case"] == "а" else name
