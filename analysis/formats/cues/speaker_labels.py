"""Which openings of paragraphs are labels: what recurs and alternates, whatever its punctuation."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from analysis import language
from analysis.formats.cues.cast import ANSWERING, ASKING_LABEL, Kind, find_kind, is_person
from analysis.formats.cues.label_shapes import ASKING, Label, read_labels_at
from analysis.formats.cues.people import (
    Speaker,
    fold_label,
    is_title,
    surname_of,
    without_brackets,
    words_of_name,
)
from analysis.formats.cues.printed_alike import add_alike, is_as_sound, is_bold
from analysis.formats.paragraphs import body_of
from analysis.formats.role_map import Paragraph, Voice
from analysis.language import LETTER_PAIRS, count_words_in

# A label behind a sentence, in the middle of a paragraph.
_INNER = re.compile(
    r"(?<=[.!?…”\"»)])\s*(?P<name>(?:(?:[A-Z]|Mr|Ms|Mrs|Dr|Sen|Rep|Prof)\.\s?){0,3}[^\W\d_][^.!?…:\n]{0,40}):(?=\s)"
)
_COLON = re.compile(r":\s")  # found quickly, for it looks at nothing before
_NAME_WORDS = 6  # of what is told as a label that nobody claimed
_COVERING = 0.6  # of the paragraphs from the first label to the last
_SHORT_NAME = 2  # letters in capitals that may be the short name of a body
_NEARLY_ALL = 0.8  # of the paragraphs open with one of two letters
_FEW_WORDS = 2  # a paragraph as short as that is no turn under a label on its own line


class Opening(NamedTuple):
    """What may be a label: the paragraph it opens, the label, its folded name, and what its name says."""

    paragraph: int
    label: Label
    name: str
    kind: Kind


def find_openings(
    text: str, paragraphs: list[Paragraph], speaker: Speaker, voices: dict[str, Voice]
) -> dict[int, Opening]:
    """Return the opening of each paragraph that is a label, by the paragraph's index.

    Sure shapes (a colon, a tag) are taken where the name is known or somebody's; others only where their
    names recur and alternate, and where no sure label names the same voices already.
    """
    read = partial(_read_openings, text, paragraphs, speaker, voices)
    readings = read(range(len(paragraphs)), sure=True)
    formulas = _find_formulas(text, paragraphs, readings)
    bold = {o.paragraph for o in readings if is_bold(text, o.label)}
    sure = _pair_letters(_choose_sure([o for o in readings if o.name not in formulas], bold), speaker)
    chosen = {o.paragraph: o for o in sure}
    rest = read([i for i in range(len(paragraphs)) if i not in chosen], sure=False)
    by_shape = _group_by_shape(rest, formulas)
    if len(by_shape) > 1:  # they are tried as the text first prints them, wherever that is
        last = max(openings[0].paragraph for openings in by_shape.values())
        rest += read([i for i in chosen if i < last], sure=False)
        by_shape = _group_by_shape(rest, formulas)
    for shape, openings in by_shape.items():
        rest = [o for o in openings if o.paragraph not in chosen]
        for o in _choose_unsure(shape, rest, chosen, text, paragraphs):
            chosen.setdefault(o.paragraph, o)
    return {i: chosen[i] for i in sorted(chosen)}


def _read_openings(
    text: str,
    paragraphs: list[Paragraph],
    speaker: Speaker,
    voices: dict[str, Voice],
    indexes: Iterable[int],
    *,
    sure: bool,
) -> list[Opening]:
    """Return what may be a label in some paragraphs, with what its name says, each name asked once."""
    labels = [(i, label) for i in indexes for label in read_labels_at(text, paragraphs[i], sure=sure)]
    names = {label.name: label for _, label in labels}
    kinds = {name: find_kind(label, speaker, voices) for name, label in names.items()}
    return [Opening(i, label, fold_label(label.name), kinds[label.name]) for i, label in labels]


def _group_by_shape(openings: list[Opening], formulas: Set[str]) -> dict[str, list[Opening]]:
    """Return the openings that may be labels by their shape, as the text prints them."""
    by_shape: dict[str, list[Opening]] = defaultdict(list)
    for o in sorted(openings, key=lambda o: o.paragraph):
        if o.name not in formulas and o.kind != Kind.NOBODY:
            by_shape[o.label.shape].append(o)
    return by_shape


def _find_formulas(text: str, paragraphs: list[Paragraph], openings: list[Opening]) -> set[str]:
    """Return words that recur with the same few words behind them: a formula said again, under no label.

    openings: those of sure shapes.
    """
    behind: dict[str, list[str]] = defaultdict(list)
    for o in openings:
        if o.kind == Kind.PERSON and not o.label.alone:
            behind[o.name].append(text[o.label.end : paragraphs[o.paragraph].end].strip())
    again = {name: said[0] for name, said in behind.items() if len(said) > 1 and len(set(said)) == 1}
    return {
        name
        for name, said in again.items()
        if count_words_in(said) > _FEW_WORDS and not any(map(language.is_proper, name.split()))
    }


def _pair_letters(openings: list[Opening], speaker: Speaker) -> list[Opening]:
    """Tell who asks of two letters that belong together, where no label says so and none is the speaker's."""
    if any(o.kind in (Kind.SPEAKER, Kind.ASKS, Kind.ANSWERS) for o in openings):
        return openings
    letters = {o.name: o.name.rstrip("0123456789") for o in openings if o.kind == Kind.PERSON}
    often = Counter(letters[o.name] for o in openings if o.name in letters)
    if any(len(letter) == 1 and speaker.is_hinted_by(letter) for letter in often):
        return openings
    kinds = _find_pair(often, set(often))
    return [o._replace(kind=kinds.get(letters.get(o.name, ""), o.kind)) for o in openings]


def _find_pair(often: Counter[str], first: Set[str]) -> dict[str, Kind]:
    """Return which letter asks and which answers, of those that belong together. first: which may ask."""
    for asks, answers in LETTER_PAIRS.items():
        found = [letter for letter in answers if often[letter]]
        if often[asks] and found and asks in first:
            return {asks: Kind.ASKS, max(found, key=often.get): Kind.ANSWERS}
    return {}


def list_unclaimed(text: str, paragraphs: list[Paragraph], taken: Set[int], speaker: Speaker) -> list[Label]:
    """Return what looks like a label with a colon, and a name, in paragraphs that are not taken."""
    unclaimed = []
    for i, paragraph in enumerate(paragraphs):
        if i in taken:
            continue
        labels = read_labels_at(text, paragraph, sure=True)
        brief = [label for label in labels if len(label.name.split()) <= _NAME_WORDS]
        unclaimed += [label for label in brief if find_kind(label, speaker, {}) != Kind.NOBODY]
    return unclaimed


def _choose_sure(openings: list[Opening], bold: Set[int]) -> list[Opening]:
    """Keep known voices, names of people, and other names that recur and alternate with a voice.

    bold: paragraphs whose label is set in bold type.
    """
    known = [o for o in openings if o.kind not in (Kind.PERSON, Kind.NOBODY)]
    people = [o for o in openings if o.kind == Kind.PERSON]
    often = Counter(o.name for o in people)
    in_capitals = [o for o in openings if o.kind != Kind.NOBODY and (often[o.name] > 1 or o in known)]
    style = sum(o.label.name.isupper() for o in in_capitals) > len(in_capitals) / 2
    in_style = {o.paragraph for o in openings if style and o.label.name.isupper()}
    in_style |= bold if sum(o.paragraph in bold for o in in_capitals) > len(in_capitals) / 2 else set()
    alternating, answered = _find_alternating(openings), _find_answered(openings)
    all_ask_once = _all_ask_once(openings, answered)
    printed = {(o.name, o.label.name) for o in people}
    surnames = Counter(surname_of(name) for name in {name for name, label in printed if is_person(label)})
    short = {(name, label) for name, label in printed if _is_short_form(label)}
    kept = []
    for o in people:
        recurs = often[o.name] > 1 and o.name in alternating
        spelt_out = len(o.name) > 1 and " " not in o.name and often[o.name[0]] > 1
        beside_others = bool(known) or len(often) > 1
        again = (o.name, o.label.name) in short and surnames[surname_of(o.name)] == 1
        asks_once = all_ask_once and o.paragraph in answered
        once = again or asks_once or _may_speak_once(o, answered, in_style)
        if recurs or spelt_out or (beside_others and once):
            kept.append(o)
    return [*known, *kept]


def _is_short_form(name: str) -> bool:
    """Say whether a name is one surname, with titles or without: it may stand in full under another label."""
    words = words_of_name(without_brackets(name).partition(",")[0])
    return len([word for word in words if not is_title(word)]) == 1


def _may_speak_once(opening: Opening, answered: set[int], in_style: Set[int]) -> bool:
    """Say whether a rare name is a voice: printed as the others are, answered, or somebody's by its form.

    A rare name over an empty line heads a list or a link.
    """
    is_styled = opening.paragraph in in_style
    if opening.label.alone and not is_styled:
        return False
    named = len(opening.name.split()) > 1 or language.is_proper(opening.name)
    spoken_to = opening.paragraph in answered and named
    return is_styled or spoken_to or is_person(opening.label.name)


def _find_answered(openings: list[Opening]) -> set[int]:
    """Return the paragraphs right behind which the speaker is labelled, and right before which as well."""
    own = (Kind.SPEAKER, Kind.ANSWERS)
    voices = [o for o in openings if o.kind != Kind.NOBODY]
    behind = {a.paragraph for a, b in pairwise(voices) if b.kind in own and a.kind not in own}
    before = {b.paragraph for a, b in pairwise(voices) if a.kind in own} | {o.paragraph for o in voices[:1]}
    return behind & before


def _all_ask_once(openings: list[Opening], answered: set[int]) -> bool:
    """Say whether every answer stands behind another name that is printed once: `Lucía:`, `Roe:`, `Andrés:`, `Roe:`."""
    own = [o for o in openings if o.kind in (Kind.SPEAKER, Kind.ANSWERS)]
    askers = {o.name for o in openings if o.kind == Kind.PERSON and o.paragraph in answered}
    return len(askers) > 1 and len(askers) == len(own) and all(o.kind != Kind.ASKS for o in openings)


def _find_alternating(openings: list[Opening]) -> set[str]:
    """Return the names between two of whose openings another name stands, half of the time or more."""
    changes: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for a, b in pairwise([o for o in openings if o.kind != Kind.NOBODY]):
        pairs[a.name] += 1
        changes[a.name] += a.name != b.name
    ends = {openings[-1].name} if openings else set()
    return {name for name in pairs if changes[name] >= pairs[name] / 2} | (ends - pairs.keys())


def _choose_unsure(
    shape: str,
    openings: list[Opening],
    chosen: dict[int, Opening],
    text: str,
    paragraphs: list[Paragraph],
) -> list[Opening]:
    """Return the openings of one unsure shape that are labels."""
    named = {o.name for o in chosen.values()}
    fresh = [o for o in openings if o.name not in named]
    kept = _RULES[shape](fresh, chosen, text, paragraphs)
    names = {o.name for o in kept}
    with_others = len(names) > 1 or (names and chosen)
    covers = shape == "letter" and len(kept) >= _NEARLY_ALL * (len(paragraphs) - len(chosen))
    return kept if with_others and (covers or _takes_turns(kept, chosen)) else []


def _takes_turns(openings: list[Opening], chosen: dict[int, Opening]) -> bool:
    """Say whether voices change at half of the labels or more."""
    both = sorted([*openings, *chosen.values()], key=lambda o: o.paragraph)
    changes = sum(a.name != b.name for a, b in pairwise(both))
    return changes >= (len(both) - 1) / 2


def _recurring(openings: list[Opening]) -> list[Opening]:
    """Return the openings whose names recur; words for who asks and who answers may bear the number of the turn."""
    often = Counter(map(_voice_of, openings))
    return [o for o in openings if often[_voice_of(o)] > 1]


def _voice_of(opening: Opening) -> str | Kind:
    numbered = opening.kind in (Kind.ASKS, Kind.ANSWERS) and opening.name[-1:].isdigit()
    return opening.kind if numbered else opening.name


def _with_style(openings: list[Opening], names: list[Opening]) -> list[Opening]:
    """Return what is chosen, and where most of it holds a word in capitals, other openings that do so as well."""
    capitals = [o for o in names if _holds_capitals(o.label.name)]
    if len(capitals) <= len(names) / 2:
        return names
    chosen = {o.paragraph for o in names}
    return [o for o in openings if o.paragraph in chosen or _holds_capitals(o.label.name)]


def _holds_capitals(name: str) -> bool:
    return any(len(word) > _SHORT_NAME and word.isupper() for word in name.split())


def _choose_letters(
    openings: list[Opening], chosen: dict[int, Opening], text: str, paragraphs: list[Paragraph]
) -> list[Opening]:
    """Two letters that belong together (Q and A, P and R), both of them printed; or a bare `Q ` beside labels."""
    letters = {o.paragraph: o.name.rstrip("0123456789") for o in openings}
    often = Counter(letters.values())
    stopped = {letters[o.paragraph] for o in openings if not text[: o.label.end].endswith(o.label.name)}
    asked = any(o.kind == Kind.ASKS for o in chosen.values())
    if asked and "a" in stopped and often["a"] > 1:
        return [o._replace(kind=Kind.ANSWERS) for o in openings if letters[o.paragraph] == "a"]
    if kinds := _find_pair(often, stopped | {"q"}):
        named = [(o, letters[o.paragraph]) for o in openings]
        return [o._replace(kind=kinds[letter]) for o, letter in named if letter in kinds]
    return [o for o in openings if o.name == "q" and chosen]


def _choose_people(
    openings: list[Opening], chosen: dict[int, Opening], text: str, paragraphs: list[Paragraph]
) -> list[Opening]:
    """Names of people and known voices that recur; once they do, whoever else is printed in that way."""
    sound = [o for o in openings if o.kind != Kind.PERSON or is_person(o.label.name)]
    recurring = _recurring(sound)
    return _with_style(openings, sound) if recurring else []


def _choose_covering(
    openings: list[Opening], chosen: dict[int, Opening], text: str, paragraphs: list[Paragraph]
) -> list[Opening]:
    """Names that recur and open most paragraphs from the first of them to the last; or names of people."""
    letters = [o for o in openings if len(o.name) == 1]
    if letters:
        return _choose_letters(letters, chosen, text, paragraphs)
    recurring = _recurring(openings)
    if not recurring:
        return []
    reach = recurring[-1].paragraph - recurring[0].paragraph + 1
    if len({o.name for o in recurring}) > 1 and len(recurring) >= _COVERING * reach:
        names = {o.name for o in recurring}
        rare = [o for o in openings if o.name not in names and is_as_sound(o, recurring, text)]
        return sorted({*_with_style(openings, recurring), *rare}, key=lambda o: o.paragraph)
    return _choose_people(openings, chosen, text, paragraphs)


def _choose_names(
    openings: list[Opening], chosen: dict[int, Opening], text: str, paragraphs: list[Paragraph]
) -> list[Opening]:
    """All names, of whatever form, where two of them recur: nothing but a name stands in such marks."""
    return openings if len({o.name for o in _recurring(openings)}) > 1 else []


def _choose_bare(
    openings: list[Opening], chosen: dict[int, Opening], text: str, paragraphs: list[Paragraph]
) -> list[Opening]:
    """Names of two people or more that recur and open most paragraphs from the first of them to the last."""
    named = _recurring([o for o in openings if o.kind == Kind.SPEAKER or _is_name(o.label.name)])
    if len({o.name for o in named}) < _FEW_WORDS:
        return []
    if all(o.label.name.isupper() for o in named):
        return [o for o in openings if o.label.name.isupper()]
    reach = named[-1].paragraph - named[0].paragraph + 1
    return named if len(named) >= _COVERING * reach else []


def _choose_initials(
    openings: list[Opening], chosen: dict[int, Opening], text: str, paragraphs: list[Paragraph]
) -> list[Opening]:
    """Initials of two people or more that recur, and open most paragraphs from the first of them to the last."""
    recurring = _recurring(openings)
    if len({o.name for o in recurring}) < _FEW_WORDS:
        return []
    reach = openings[-1].paragraph - openings[0].paragraph + 1
    return openings if len(openings) >= _COVERING * reach else []


def _is_name(name: str) -> bool:
    """Say whether words are somebody's name, or in capitals, in which ordinary words may be a name as well."""
    return is_person(name) or name.isupper()


def _choose_alone(
    openings: list[Opening], chosen: dict[int, Opening], text: str, paragraphs: list[Paragraph]
) -> list[Opening]:
    """Lines that recur, or bear a time, and stand over what is said; not over another such line."""
    lines = {o.paragraph for o in openings if _is_voice_on_a_line(o)}
    heads = [o for o in openings if o.paragraph + 1 < len(paragraphs) and o.paragraph + 1 not in lines]
    timed = [o for o in heads if o.label.marked]
    if len(timed) > 1 and len({o.name for o in timed}) > 1:
        return timed
    recurring = _recurring(heads)
    recurring = add_alike(recurring, heads, text)
    said = [count_words_in(body_of(text, paragraphs[o.paragraph + 1])) for o in recurring]
    if not recurring or sum(said) < _FEW_WORDS * len(said):
        return []
    hinted = [o for o in heads if _is_voice_on_a_line(o)]
    return recurring if chosen or len(hinted) >= len(heads) / 2 else []


def _is_voice_on_a_line(opening: Opening) -> bool:
    known = opening.kind in (*ASKING_LABEL, *ANSWERING)
    return known or opening.label.name.isupper() or is_person(opening.label.name)


_RULES = {
    "tab": _choose_covering,
    "dash": _choose_covering,
    "brackets": _choose_covering,
    "angles": _choose_names,
    "bold": _choose_covering,
    "letter": _choose_letters,
    "point": _choose_covering,
    "markup": _choose_covering,
    "bare": _choose_bare,
    "initials": _choose_initials,
    "alone": _choose_alone,
}


def find_inner_labels(text: str, paragraphs: list[Paragraph], speaker: Speaker) -> set[str]:
    """Return labels, with their colon, that stand inside paragraphs: two that recur, one of them a known voice."""
    often: Counter[str] = Counter()
    for start, end in paragraphs:
        openings = read_labels_at(text, Paragraph(start, end), sure=True)
        often.update(label.name for label in openings[:1])
        said = openings[0].end if openings else start
        if _COLON.search(text, said, end):
            often.update(match["name"] for match in _INNER.finditer(text, said, end))
    recurring = {name for name, n in often.items() if n > 1}
    kinds = {name: find_kind(_bare(name), speaker, {}) for name in recurring}
    voices = {name for name, kind in kinds.items() if kind != Kind.NOBODY}
    known = {name for name, kind in kinds.items() if kind in (Kind.ASKS, Kind.ANSWERS, Kind.SPEAKER)}
    return {f"{name}:" for name in voices} if known and len(voices) > 1 else set()


def _bare(name: str) -> Label:
    """Return a label of which only the name is known."""
    return Label(name, 0, 0, ASKING, False, True, "colon")
