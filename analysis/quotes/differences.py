"""Which words of a quotation are not those of the place it comes from, and which of these weigh most."""

from __future__ import annotations

from typing import NamedTuple

from analysis.quotes.chains import Pair, list_blocks
from analysis.quotes.index import Index
from analysis.quotes.word_keys import is_denial, is_number, keys_of
from analysis.quotes.wording import Wording

KEPT, QUOTED, SAID = "kept", "quoted", "said"
_NO_NAMES = frozenset(("I", "The", "A"))
NUMBER, DENIAL, NAME, WORD = "number", "denial", "name", "word"


class Run(NamedTuple):
    """A run of words of a quotation beside its place: in both, in the quotation alone, in the text alone."""

    kind: str
    words: str


class Change(NamedTuple):
    """What the text says and what the quotation says instead; either may be empty. weight: what it touches."""

    said: str
    quoted: str
    weight: str


def list_runs(chain: list[Pair], wording: Wording, index: Index) -> list[Run]:
    """Lay a quotation beside its place, run by run, from its first word to its last."""
    runs: list[Run] = []
    word, place = 0, chain[0].place
    for block in list_blocks(chain):
        runs += _between(word, block.first.word, place, block.first.place, wording, index)
        runs.append(Run(KEPT, _quoted(wording, block.first.word, block.last.word + 1)))
        word, place = block.last.word + 1, block.last.place + 1
    return runs + _between(word, len(wording), place, place, wording, index)


def _between(word: int, behind: int, place: int, end: int, wording: Wording, index: Index) -> list[Run]:
    runs = [Run(SAID, index.cut(place, end)), Run(QUOTED, _quoted(wording, word, behind))]
    return [run for run in runs if run.words]


def _quoted(wording: Wording, first: int, last: int) -> str:
    if last <= first:
        return ""
    return wording.text[wording.span[first][0] : wording.span[last - 1][1]]


def list_changes(chain: list[Pair], wording: Wording, index: Index) -> list[Change]:
    """List what a quotation changes of its place, the weightiest first."""
    changes, pending = [], {SAID: "", QUOTED: ""}
    for run in [*list_runs(chain, wording, index), Run(KEPT, "")]:
        if run.kind != KEPT:
            pending[run.kind] = run.words
            continue
        if any(pending.values()):
            weight = weigh_words(pending[SAID], pending[QUOTED])
            changes.append(Change(pending[SAID], pending[QUOTED], weight))
        pending = {SAID: "", QUOTED: ""}
    return sorted(changes, key=lambda change: change.weight == WORD)


def weigh_words(said: str, quoted: str) -> str:
    """Say what a change touches: a number, a denial, a name, or another word."""
    keys = [*keys_of(said), *keys_of(quoted)]
    if any(map(is_denial, keys)):
        return DENIAL
    if any(map(is_number, keys)):
        return NUMBER
    return NAME if _has_name(said) or _has_name(quoted) else WORD


def _has_name(words: str) -> bool:
    capitals = [word for word in words.split() if word[0].isupper()]
    return not _NO_NAMES.issuperset(capitals)


def changes_weighty(chain: list[Pair], wording: Wording, index: Index) -> bool:
    """Say whether a quotation changes a number, a denial or a name."""
    return any(
        change.weight != WORD and change.quoted for change in list_changes(chain, wording, index)
    ) or any(change.weight == DENIAL for change in list_changes(chain, wording, index))
