"""A transcript: paragraphs under labels that say who speaks, from the first label to the last answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from analysis.formats.cues.addressed import assign_addressed
from analysis.formats.cues.boilerplate import find_furniture, find_repeated_lines
from analysis.formats.cues.closing_notes import assign_closing
from analysis.formats.cues.dash_dialogue import assign_dialogue
from analysis.formats.cues.editorial_notes import assign_insertions, is_editors_note
from analysis.formats.cues.footnotes import assign_footnotes, find_footnotes
from analysis.formats.cues.front_matter import find_front_matter, voice_front
from analysis.formats.cues.headings import is_heading
from analysis.formats.cues.headlines import find_headlines
from analysis.formats.cues.in_place import assign_in_place
from analysis.formats.cues.label_shapes import Label, find_glued
from analysis.formats.cues.labels_behind import find_signatures, open_signed
from analysis.formats.cues.lists_and_verse import find_lists_and_verse
from analysis.formats.cues.parted_voices import doubt_lines
from analysis.formats.cues.people import Speaker
from analysis.formats.cues.printed_twice import assign_repeats
from analysis.formats.cues.pull_quotes import assign_boxes
from analysis.formats.cues.read_aloud import assign_read_aloud
from analysis.formats.cues.run_in_questions import find_run_in_questions
from analysis.formats.cues.sections import assign_sections
from analysis.formats.cues.speaker_labels import (
    Opening,
    find_inner_labels,
    find_openings,
)
from analysis.formats.cues.turn_roles import assign_roles
from analysis.formats.cues.two_columns import open_cells
from analysis.formats.cues.unlabelled_turns import doubt_unlabelled
from analysis.formats.cues.unnamed_turns import assign_unnamed
from analysis.formats.paragraphs import list_bodies, list_types, split_paragraphs
from analysis.formats.role_map import APPARATUS, NOTE, Doubt, Paragraph, RoleMap, Voice
from analysis.formats.unclaimed_labels import doubt_labels
from analysis.formats.unlabelled_text import answer_below, ask_behind_labels, ask_without_labels
from analysis.readers import Typed


def split_transcript(
    text: str, speaker: Speaker, voices: dict[str, Voice], *, typed: Sequence[Typed] = ()
) -> RoleMap:
    """Return the text with the voice of each character.

    typed: the paragraphs that the file sets in a type of their own, as questions often are.
    """
    paragraphs, labels, doubts = read_labels(text, speaker, voices)
    role_map = RoleMap(text, paragraphs)
    role_map.doubts.extend(doubts)
    bodies = list_bodies(text, paragraphs)
    furniture = find_furniture(text, paragraphs, labels.keys()) - labels.keys()
    furniture |= find_front_matter(text, paragraphs)
    footnotes = find_footnotes(bodies, furniture, labels.keys())
    types = list_types(paragraphs, typed)
    turns = _assign_turns(role_map, bodies, labels, furniture | footnotes, speaker, types)
    if any(label.shape == "behind" for label in labels.values()):
        for signed in find_signatures(text, paragraphs, speaker, voices).values():
            role_map.assign(signed.label.start, signed.label.end, APPARATUS)
    doubt_labels(role_map, labels.keys() | furniture | footnotes, speaker)
    assign_unnamed(role_map, labels)
    assign_closing(role_map, bodies, labels.keys(), furniture | footnotes, speaker)
    assign_dialogue(role_map, bodies, labels)
    assign_sections(role_map, bodies, labels, furniture | footnotes, speaker)
    _take_anothers(role_map, bodies, labels, furniture | footnotes, speaker)
    doubt_lines(role_map, bodies, labels, furniture | footnotes)
    doubt_unlabelled(role_map, bodies, turns, furniture | footnotes, speaker)
    assign_boxes(role_map, bodies, set(labels), speaker)
    assign_read_aloud(role_map)
    assign_footnotes(role_map, footnotes)
    assign_insertions(role_map)
    assign_repeats(role_map)
    return role_map


def _take_anothers(
    role_map: RoleMap, bodies: list[str], labels: dict[int, Label], furniture: set[int], speaker: Speaker
) -> None:
    """Take from the speaker what is said to the speaker by name, and what somebody says in the speaker's place."""
    heads = {i + 1 for i, label in labels.items() if label.alone}
    open_to = [i for i in range(len(bodies)) if i not in labels.keys() | heads | furniture]
    assign_addressed(role_map, bodies, open_to, speaker)
    if not any(speaker.is_named_by(label.name) for label in labels.values()):
        assign_in_place(role_map, bodies, speaker)


def read_labels(
    text: str, speaker: Speaker, voices: dict[str, Voice]
) -> tuple[list[Paragraph], dict[int, Label], list[Doubt]]:
    """Return the paragraphs, cut where a label stands inside one, the label that opens each, and doubts.

    Raises Unlabelled where a text prints labels and the named speaker is none of them.
    """
    paragraphs, openings = read_openings(text, speaker, voices)
    openings = drop_page(text, paragraphs, openings)
    cast = assign_roles(text, paragraphs, openings, speaker, voices)
    labels = {i: o.label._replace(voice=cast.voices[o.name]) for i, o in openings.items()}
    return paragraphs, labels, cast.doubts


def read_openings(
    text: str, speaker: Speaker, voices: dict[str, Voice]
) -> tuple[list[Paragraph], dict[int, Opening]]:
    """Return the paragraphs, cut where a label stands inside one, and the openings that are labels."""
    paragraphs = split_paragraphs(text)
    openings = find_openings(text, paragraphs, speaker, voices)
    openings = openings or open_signed(text, paragraphs, speaker, voices)
    if not openings:
        paragraphs, openings = open_cells(text, paragraphs, speaker)
    printed = _list_printed(text, openings.values()) | find_inner_labels(text, paragraphs, speaker)
    cuts = find_glued(text, paragraphs, printed)
    if not openings and not cuts:
        return _cut(paragraphs, find_run_in_questions(text, paragraphs)), {}
    if not cuts:
        return paragraphs, openings
    paragraphs = _cut(paragraphs, cuts)
    return paragraphs, find_openings(text, paragraphs, speaker, voices)


def _list_printed(text: str, openings: Iterable[Opening]) -> set[str]:
    """Return the labels with the colon or the stop that ends them, as they may stand inside a paragraph."""
    labels = [o.label for o in openings]
    colons = {f"{label.name}:" for label in labels if label.shape == "colon" and len(label.name) > 1}
    short = {
        text[x.start : x.end].strip() for x in labels if x.shape in ("letter", "colon") and len(x.name) < 4
    }
    return colons | {label for label in short if label.endswith((".", ":", ")"))}


def _cut(paragraphs: list[Paragraph], cuts: list[int]) -> list[Paragraph]:
    starts = {p.start for p in paragraphs} | set(cuts)
    edges = sorted(starts | {p.end for p in paragraphs})
    return [Paragraph(a, b) for a, b in pairwise(edges) if a in starts]


def drop_page(text: str, paragraphs: list[Paragraph], openings: dict[int, Opening]) -> dict[int, Opening]:
    """Return the openings without those that are part of the page or of its title."""
    front = find_front_matter(text, paragraphs)
    openings = {i: o for i, o in openings.items() if i not in front}
    furniture = find_furniture(text, paragraphs, {i for i in openings if not openings[i].label.alone})
    tail = _tail_of(furniture, len(paragraphs))
    printed_twice = find_repeated_lines(list_bodies(text, paragraphs))
    page = {i for i, o in openings.items() if i in (tail if o.label.alone else printed_twice)}
    labels = {i: o.label for i, o in openings.items() if i not in page}
    headlines = find_headlines(text, paragraphs, labels)
    return {i: o for i, o in openings.items() if i not in page | headlines}


def _tail_of(furniture: set[int], n: int) -> set[int]:
    """The furniture below which nothing else stands."""
    last = max(set(range(n)) - furniture, default=-1)
    return set(range(last + 1, n))


def _assign_turns(
    role_map: RoleMap,
    bodies: list[str],
    labels: dict[int, Label],
    furniture: set[int],
    speaker: Speaker,
    types: dict[int, str],
) -> dict[int, Label]:
    """Paint what stands before the first label, then each paragraph with the voice of the label above it.

    Returns what opens each turn: the labels, or where none is printed, what tells who speaks.
    """
    labels = labels or ask_without_labels(role_map, bodies, furniture, speaker, types)
    labels |= answer_below(role_map, bodies, labels, furniture, speaker)
    labels = dict(sorted((ask_behind_labels(role_map, bodies, labels, furniture) | labels).items()))
    first = min(labels, default=len(bodies))
    front = [i for i in range(first) if i not in furniture]
    for i, voice in zip(front, voice_front([bodies[i] for i in front], speaker), strict=True):
        heads_turns = i + 1 == first < len(bodies) and is_heading(bodies[i], bodies[first])
        role_map.assign(*role_map.paragraphs[i], APPARATUS if heads_turns else voice)
    voice = APPARATUS
    said = find_lists_and_verse(bodies, furniture, labels.keys())
    for i in range(first, len(bodies)):
        if i in labels:
            voice = labels[i].voice
            role_map.assign(labels[i].end, role_map.paragraphs[i].end, voice)
        elif i not in furniture:
            goes_on = i in said or (i - 1 in labels and labels[i - 1].alone)
            role_map.assign(*role_map.paragraphs[i], _voice_of(bodies, i, voice, goes_on=goes_on))
    return labels


def _voice_of(bodies: list[str], i: int, voice: Voice, *, goes_on: bool) -> Voice:
    """The voice of a paragraph without a label: the one before it, unless it is a heading or a note."""
    following = bodies[i + 1] if i + 1 < len(bodies) else ""
    if is_heading(bodies[i], following) and not goes_on:
        return APPARATUS
    return NOTE if is_editors_note(bodies[i]) else voice
