"""Names as printed: is this the speaker, and who else is named."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from analysis import language
from analysis.formats.cues.russian_names import is_russian_form
from analysis.language import OFFICE_WORDS, PARTICLES, TITLES

UPPER = "A-ZÀ-ÖØ-ÞŠŽŻŁČĆА-ЯЁІЇЄ"
_WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
# Signs of no width, and the soft hyphen, part no name.
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_PLAIN = str.maketrans({"’": "'"} | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_MAY_COMBINE = re.compile(r"[^\x00-\u02ff]+")  # no sign before U+0300 combines with a letter
# A capitalised word or initials. The length is bounded so that a run of capitals takes no quadratic time.
_PART = rf"(?:[{UPPER}][\w'’‑-]{{0,40}}|(?:[{UPPER}]\.)+)"
# The same behind no letter nor stop; it looks behind after the capital, which is found quickly.
_FIRST_PART = rf"[{UPPER}](?<![\w.].)(?:[\w'’‑-]{{0,40}}|\.(?:[{UPPER}]\.)*)"
# Two or more parts, particles between them allowed.
FULL_NAME = re.compile(rf"{_FIRST_PART}(?:\s+(?:(?:{'|'.join(sorted(PARTICLES))})\s+)*{_PART})+")


def fold_name(text: str) -> str:
    """Return a name without case, diacritics and signs of no width, so that spellings can be compared."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return _MAY_COMBINE.sub(_drop_combining, plain).casefold()


def _drop_combining(match: re.Match[str]) -> str:
    return "".join(c for c in match.group() if not unicodedata.combining(c))


def words_of_name(name: str) -> list[str]:
    """Return the folded words of a name."""
    return _WORD.findall(fold_name(name))


def fold_list(words: frozenset[str]) -> frozenset[str]:
    """Return a word list as folded names are compared with it."""
    return frozenset(map(fold_name, words))


def surname_of(name: str) -> str:
    """Return the folded last word of a full name."""
    return next(reversed(words_of_name(name)), "")


_TITLES, _OFFICE_WORDS = fold_list(TITLES), fold_list(OFFICE_WORDS)
_SHORT_LABEL = 3  # words before the family name
_LINKS = frozenset(("of", "for", "the", "and", "at", "in", "from", "to", "on"))


@lru_cache(maxsize=2)  # asked of a text by one rule after another
def find_full_names(text: str) -> tuple[str, ...]:
    """Return each given name and surname printed together on a line, in order, without a possessive `'s`."""
    found = [match.group() for line in text.splitlines() for match in FULL_NAME.finditer(line)]
    return tuple(re.sub(r"['’]s$", "", " ".join(name.split()[-2:])) for name in found)


def usual_names(text: str) -> dict[str, str]:
    """Return how a text usually prints each name in full, by folded surname; no initials, no titles."""
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    for name in find_full_names(text):
        given = name.split()[0].casefold().rstrip(".")
        if "." not in name and not name.isupper() and given not in TITLES:
            printed[surname_of(name)][name] += 1
    return {surname: max(names, key=lambda n: (names[n], n)) for surname, names in printed.items()}


class Speaker(NamedTuple):
    """The person whose words are studied, with printed labels that no rule would guess, and an office."""

    name: str
    labels: tuple[str, ...] = ()
    office: str = ""

    @property
    def surnames(self) -> frozenset[str]:
        """The folded surname in every spelling that stands in the name or a listed label."""
        return _list_surnames(self.name, *self.labels)

    @property
    def given(self) -> list[str]:
        """The folded given names and initials."""
        return words_of_name(self.name)[: -len(self.family)] if self.family else []

    @property
    def family(self) -> list[str]:
        """The folded words of the family name, particles in front of it included: `von der Leyen`."""
        words = words_of_name(self.name)
        first = next((i for i, word in enumerate(words[1:-1], 1) if word in PARTICLES), len(words) - 1)
        return words[first:]

    @lru_cache(maxsize=4096)  # a text prints few labels, each many times  # noqa: B019
    def is_named_by(self, label: str) -> bool:
        """Say whether a printed label names the speaker: in full, by surname, title and surname, initials.

        Another given name before or behind the surname is another person. An office of the speaker names
        him as well.
        """
        if self.is_listed(label):
            return True
        words = words_of_name(without_brackets(label).replace("_", " "))
        own = words_of_name(self.name)
        if not words or not own:
            return False
        return (
            set(own) <= set(words)
            or (len(words) == 1 and words[0] in self._handles())
            or "".join(words) in self._initials()
            or any(self._is_named_at(words, at) for at in find_run(words, self.family))
            or words == self.family[-1:]
        )

    def is_listed(self, label: str) -> bool:
        """Say whether a label is one that was decided for the speaker, or is the office."""
        known = {fold_label(known) for known in (*self.labels, self.office)} - {""}
        return fold_label(label) in known

    def is_mentioned_in(self, text: str) -> bool:
        """Say whether a text names the speaker by surname."""
        return bool(self.surnames) and any(map(self._is_mentioned_on, text.splitlines()))

    def _is_mentioned_on(self, line: str) -> bool:
        folded = fold_name(line)
        found = [surname for surname in self.surnames if surname[:-1] in folded]
        return any(_is_form(word, found) for word in _WORD.findall(folded)) if found else False

    def is_hinted_by(self, label: str) -> bool:
        """Say whether a label may be a given name, a short name or a handle of the speaker's (`adam3us`)."""
        words = words_of_name(label)
        if len(words) != 1:
            return False
        letters = words[0].rstrip("0123456789")
        return any(
            _may_be_short_for(words[0], own) or _may_be_short_for(letters, own) for own in self.given
        ) or any(words[0].startswith(own) for own in words_of_name(self.name) if len(own) > 3)

    def _is_named_at(self, words: list[str], at: int) -> bool:
        """Say whether the family name at a place of a label goes with given names that may be the speaker's."""
        before, behind = _given_before(words[:at]), _given_behind(words[at + len(self.family) :])
        if at > _SHORT_LABEL:  # a long office may end in any word: `... of the Exporters' League Roe`
            before = [word for word in before if language.is_proper(word)]
        return self._may_be_given(before) and self._may_be_given(behind if not before else [])

    def _may_be_given(self, printed: list[str]) -> bool:
        if not printed or not self.given:
            return True
        initials = [word for word in printed if len(word) == 1]
        if len(initials) == len(printed):
            return any(initials[0] == own[0] for own in self.given)
        return any(_may_be_short_for(word, own) for word in printed for own in self.given)

    def _handles(self) -> set[str]:
        """The name written together, as in a chat: `janeroe`, `jroe`, `roejane`."""
        given, family = "".join(self.given), "".join(self.family)
        if not given:
            return {family}
        return {given + family, given[0] + family, family + given, family + given[0]}

    def _initials(self) -> set[str]:
        """The initials, with a hyphenated name as one and as two; one initial alone names nobody."""
        names = {self.name, re.sub(r"[-‑'’]", " ", self.name)}
        letters = {"".join(word[0] for word in words_of_name(name)) for name in names}
        return {initials for initials in letters if len(initials) > 1}


@lru_cache(maxsize=1024)
def _list_surnames(*names: str) -> frozenset[str]:
    return frozenset(map(surname_of, names)) - {""}


def _is_form(word: str, surnames: list[str]) -> bool:
    """Say whether a word is one of some surnames, perhaps in another case: `Roe's`, `Беловой` of `Белова`."""
    bare = word.removesuffix("'s")
    return bare in surnames or any(is_russian_form(bare, surname) for surname in surnames)


def without_brackets(label: str) -> str:
    """Return a label without what it says in brackets: `ROE (R), MINISTER` is `ROE , MINISTER`."""
    return _BRACKETS.sub(" ", label)


@lru_cache(maxsize=4096)
def fold_label(label: str) -> str:
    """Return a label without case, diacritics and what surrounds its words, so that prints can be compared."""
    return " ".join(words_of_name(label.replace("_", " ")))


def find_run(words: list[str], run: list[str]) -> list[int]:
    """Return where a run of words stands in a list of words."""
    n = len(run)
    return [at for at in range(len(words) - n + 1) if n and words[at : at + n] == run]


def is_office_word(word: str) -> bool:
    """Say whether a word in small letters stands in descriptions of offices only: `trade`, `défense`."""
    return fold_name(word) in _OFFICE_WORDS


def is_title(word: str) -> bool:
    """Say whether a folded word is part of an address or an office rather than of a name."""
    return word in _TITLES or word in _OFFICE_WORDS


def _given_before(words: list[str]) -> list[str]:
    """Return the words in front of a family name that can be given names: those behind the last title."""
    given: list[str] = []
    for word in reversed(words):
        if is_title(word) or word in PARTICLES or word in _LINKS:
            break
        given.insert(0, word)
    return given


def _given_behind(words: list[str]) -> list[str]:
    """Return the words behind a family name that can be given names: `Roe J.A.`, `Roe Jane`."""
    if len(words) > 2 or any(is_title(word) or word in _LINKS for word in words):
        return []
    return words


def _may_be_short_for(printed: str, own: str) -> bool:
    """Say whether two given names may be one: equal, an initial, or one begins the other (`Jon`, `Jonas`)."""
    if len(printed) == 1 or len(own) == 1:
        return printed[0] == own[0]
    shorter, longer = sorted((printed, own), key=len)
    return longer == shorter or (len(shorter) > 2 and longer.startswith(shorter))


def group_people(printed: dict[str, str], named: Iterable[str]) -> dict[str, str]:
    """Return the person behind each label: `GUO`, `Guo` and `JG` are `Jeff Guo` where one such name is printed.

    printed: how each folded label is printed. named: full names that the text prints. A person is known by
    the folded full name, or by the label where no longer name fits, or more than one does.
    """
    full = {label: bare for label, name in printed.items() if len(bare := _bare_words(name)) > 1}
    known = {tuple(words) for words in full.values()}
    declared = {tuple(words_of_name(name)) for name in named} - known
    people = {
        label: " ".join(full.get(label) or _find_full(_bare_words(name), known, declared) or [label])
        for label, name in printed.items()
    }
    for letter in [label for label in people if len(label) == 1]:
        longer = {people[label] for label in people if len(label) > 1 and label.startswith(letter)}
        people[letter] = longer.pop() if len(longer) == 1 else people[letter]
    return people


def _bare_words(name: str) -> list[str]:
    """Return the folded words of a printed name without brackets, offices and titles."""
    words = words_of_name(without_brackets(name).partition(",")[0].replace("_", " "))
    while len(words) > 1 and is_title(words[0]):
        words = words[1:]
    return words


def _find_full(
    words: list[str], known: set[tuple[str, ...]], declared: set[tuple[str, ...]]
) -> tuple[str, ...] | None:
    """Return the one full name that a single word is short for: surname, given name, initials; None if unsure."""
    if len(words) != 1:
        return None
    for names in (known, declared):
        for fits in (_is_surname, _is_given, _are_initials):
            found = [name for name in names if fits(words[0], name)]
            if len(found) == 1:
                return found[0]
    return None


def _is_surname(word: str, name: tuple[str, ...]) -> bool:
    return word == name[-1]


def _is_given(word: str, name: tuple[str, ...]) -> bool:
    return word == name[0] or (len(word) == 1 and word == name[0][0])


def _are_initials(word: str, name: tuple[str, ...]) -> bool:
    return len(word) > 1 and word == "".join(part[0] for part in name)
