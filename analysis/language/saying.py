"""Words around quotations, by language, from saying_words.csv; the rules stand where they are used.

A row of the file is one part of one language's speech; its words are parted by spaces:

| part | what it lists |
|---|---|
| verbs, endings | stems of verbs of saying, and the pattern of what is added to them |
| forms | whole forms of other verbs of saying |
| definite, indefinite, possessive | determiners |
| genitive | determiners that put what follows under the noun before |
| prepositions | |
| links | conjunctions and relatives, which part clauses |
| clauses | those that begin a clause with a subject of its own |
| joins | conjunctions behind which a verb may have the subject of the verb before |
| relatives, whose | relatives that are subjects; those that follow persons |
| likened, by, of | `as`, `by`, and what stands between a noun and what it belongs to |
| passed | auxiliaries, adverbs and object pronouns between a subject and its verb |
| be | forms that make a passive, or lead to `the answer of Roe` |
| plural | endings of verbs in the plural, in languages that leave pronouns out |
| he, she, others | subject pronouns |
| he_verbs, she_verbs | endings of verbs that show a gender |
| he_surnames, she_surnames | endings of surnames that show a gender |
| his, her | other words that show the gender of a person |
| one | articles and numerals for one person that is not known yet |
| according | phrases before a name, their words joined by `_` |
| according_behind | words with that meaning that stand behind the name |
| by_own | phrases that mean the words of whoever was spoken of last (`in his view`), joined likewise |
| asked | participles that stand before a reporter's question |
| denying | forms of verbs that deny what others said |
| rejecting, alleged | forms of verbs that do so before a noun for what is alleged; such nouns |
| titled | nouns before a title, an inscription, a name, a term or a question |
| spoken | nouns for what somebody says |
| men, women, people | nouns for persons |
| masculine, feminine | endings of nouns for persons that show a gender |
| anybody | nouns that can mean whoever was spoken of last (`the guest`) |
| titles | what is printed before a surname |
| things | nouns that end like those for persons (`river`, as `rider`) |
| qualifiers | words that make of a minister another minister |
| heads | nouns for who is at the head of something that is not an office by itself |
| impersonal | words behind a pronoun that then means nobody (`il faut`) |
| counterparts | nouns for who has the same office elsewhere |
| origin | endings of adjectives that say of which country or town somebody is |
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from analysis.language.words import word_set

_OFFICE_LETTERS = 5
_ADDRESSES = word_set("monsieur madame señor señora signor signora dottor господин госпожа father sister")


@lru_cache
def load_saying_words() -> dict[str, dict[str, str]]:
    """Return the words of each part, as one text, by language and part."""
    words: dict[str, dict[str, str]] = {}
    with Path(__file__).with_name("saying_words.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            words.setdefault(row["language"], {})[row["part"]] = row["words"]
    return words


@lru_cache
def load_office_names(language: str) -> dict[tuple[str, ...], str]:
    """Return the office that each name of one means (`head of diplomacy`: foreign), longest names first.

    language: as saying_words.csv calls it.
    """
    with Path(__file__).with_name("office_names.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["language"] == language]
    names = {
        tuple(name.split("_")): row["office"] for row in rows for name in row["names"].casefold().split()
    }
    return dict(sorted(names.items(), key=lambda item: (-len(item[0]), item[0])))


@lru_cache
def list_offices() -> frozenset[str]:
    """Return the offices of all listed languages, long enough that no other word begins so."""
    words = " ".join(parts.get("titles", "") for parts in load_saying_words().values()).split()
    return frozenset(word for word in words if len(word) >= _OFFICE_LETTERS and word not in _ADDRESSES)
