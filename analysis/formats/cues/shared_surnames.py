"""Labels of a surname, or of initials, that two persons of a text bear: whose words they announce, nobody can know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from analysis.formats.cues.people import Speaker, is_title, without_brackets, words_of_name
from analysis.formats.cues.speaker_labels import Opening
from analysis.formats.role_map import Doubt, Paragraph, Voice

NOBODYS = Voice("other", "")


def find_shared(printed: Mapping[str, str], own: Set[str], speaker: Speaker) -> set[str]:
    """Return the labels of the speaker's surname alone, where labels in full part the speaker from a namesake.

    printed: how each folded label is printed. own: folded labels that seem to be the speaker's.
    """
    words = {name: words_without_titles(printed[name]) for name in printed}
    surname = speaker.family[-1:]
    longer = {name for name, own_words in words.items() if len(own_words) > len(speaker.family)}
    namesakes = {name for name in longer if words[name][-1:] == surname}
    shared = _find_shared_initials(words, own, speaker)
    if not namesakes & own or not namesakes - own:
        return shared
    short = {name for name in own if words[name] and words[name] == speaker.family[-len(words[name]) :]}
    return shared | short


def _find_shared_initials(words: Mapping[str, list[str]], own: Set[str], speaker: Speaker) -> set[str]:
    """Return the initials that are the speaker's and those of somebody whom another label names in full."""
    initials = _letters_of(words_of_name(speaker.name))
    rivals = [
        n for n, named in words.items() if n not in own and len(named) > 1 and _letters_of(named) == initials
    ]
    return {name for name in own if words[name] == [initials]} if rivals else set()


def _letters_of(words: list[str]) -> str:
    return "".join(word[0] for word in words)


def words_without_titles(printed: str) -> list[str]:
    """Return the folded words of a label that are no title, no office and in no brackets."""
    words = words_of_name(without_brackets(printed).partition(",")[0].replace("_", " "))
    return [word for word in words if not is_title(word)]


def doubt_shared(
    openings: Mapping[int, Opening], paragraphs: Sequence[Paragraph], shared: Set[str], speaker: Speaker
) -> list[Doubt]:
    """Return a doubt for each turn under a label that may be either's."""
    starts = [*openings, len(paragraphs)]
    ends = {start: paragraphs[stop - 1].end for start, stop in pairwise(starts)}
    return [
        Doubt(
            o.label.start, ends[i], "name of two voices",
            decided=f"{o.label.name} may be {speaker.name} or a namesake: it is nobody's",
            remedy=f'if it is one of them throughout, --label "{o.label.name}=ROLE"',
        )
        for i, o in openings.items()
        if o.name in shared
    ]  # fmt: skip
