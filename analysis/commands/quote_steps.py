"""From an article or one quotation to verdicts, for `refrain quote`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis import quotes, storage
from analysis.commands.tables_steps import choose_parts
from analysis.errors import InputError
from analysis.formats import HIS, MARKED, NOBODYS, NOT_SPOKEN, Quoted, list_quoted
from analysis.language import count_words_in
from analysis.pipeline import load_index, load_released_index

_MARKS = "\"“”„‟«»‹›‘’‚' "
_FOLDER = "{name}: this is a folder, so its name was taken for a quotation; name a file to check an article."
_NO_FILE = "{name}: there is no such file; this is taken as a quotation."
_NO_QUOTATION = "{name}: no quotation and no clause that tells what {speaker} said was found."
_ITSELF = "{source}: this is the article itself, so that it is not searched."
_RELEASED = (
    "{data}: only released words are searched, {shown:,} of {all:,}; name the texts as --texts to search all."
)
_UNCHECKED = {
    NOT_SPOKEN: "not checked, for it is a title, an inscription or a question that was put: “{quote}”",
    NOBODYS: "not checked, for nobody is said to speak it, and it is not in the corpus: “{quote}”",
}


class Article(NamedTuple):
    """What is checked: a row a quotation, as from `list_quoted`; the article, its SHA-256 ('' without one); notes."""

    quoted: pd.DataFrame
    text: str
    digest: str
    notes: list[str]


class Found(NamedTuple):
    """The quotations with their verdicts, the index they were looked for in, what it covers, and other notes."""

    checked: list[quotes.Checked]
    index: quotes.Index
    covers: str
    notes: list[str]


def read_article(quoted: str, corpus: storage.Corpus, *, columns: dict[str, str]) -> Article:
    """Read the quotations of an article, if a file of that name exists, else take the words as one quotation.

    Raises InputError for a file that cannot be read, and for a quotation without words.
    """
    if _is_file(quoted):
        text = storage.read_file(Path(quoted), columns).text
        rows = list_quoted(text, corpus.speaker)
        nothing = _NO_QUOTATION.format(name=quoted, speaker=corpus.speaker.name)
        return Article(rows, text, _digest(Path(quoted)), [] if len(rows) else [nothing])
    said = quoted.strip(_MARKS)
    if not count_words_in(said):
        raise InputError(
            f"'{quoted}': this is no file and has no words; name an article or write a quotation."
        )
    row = Quoted(said, 0, len(said), MARKED, HIS, corpus.speaker.name, "")
    return Article(pd.DataFrame([row]), "", "", _doubt_name(quoted))


def _doubt_name(quoted: str) -> list[str]:
    """Say where words that were taken for a quotation look like the name of a file, or are that of a folder."""
    if _is_there(quoted):
        return [_FOLDER.format(name=quoted)]
    is_name = len(quoted.split()) == 1 and ("/" in quoted or "." in quoted.strip("."))
    return [_NO_FILE.format(name=quoted)] if is_name else []


def _digest(path: Path) -> str:
    return storage.digest_bytes(storage.read_bytes(path, largest=storage.LARGEST_FILE))


def _is_file(name: str) -> bool:
    return _is_there(name) and Path(name).is_file()


def _is_there(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):  # no file can bear such a name
        return False


def check_article(article: Article, corpus: storage.Corpus, *, progress: Callable) -> Found:
    """Check the quotations of an article against a corpus."""
    notes = list(article.notes)
    if corpus.texts_folder.is_dir():
        index = load_index(corpus, choose_parts(None, corpus), progress=progress)
    else:
        index = load_released_index(corpus)
        notes.append(_tell_released(corpus, index))
    itself = _find_itself(article, corpus, index)
    if itself is not None:
        notes.append(_ITSELF.format(source=index.sources[itself]))
        index = index.without(itself)
    checked = quotes.check_quotations(article.quoted, index)
    covers = tell_coverage(corpus.sources)
    notes += _tell_unchecked(checked)
    if any(one.judgement and one.judgement.verdict == "absent" for one in checked):
        notes.append(f"absent: {covers}; what is not there may have been said elsewhere.")
    return Found(checked, index, covers, notes)


def _find_itself(article: Article, corpus: storage.Corpus, index: quotes.Index) -> int | None:
    """Return the number of the source that is the article itself, by its text or by its digest."""
    if not article.text:
        return None
    digest = corpus.sources["sha256"] == article.digest
    named = corpus.sources.loc[digest, "source"].tolist()
    return index.sources.index(named[0]) if named else index.find_source(article.text)


def _tell_released(corpus: storage.Corpus, index: quotes.Index) -> str:
    segments = storage.read_table(corpus.data, "segments")
    shown = len(storage.read_table(corpus.data, "tokens"))
    return _RELEASED.format(data=corpus.data, shown=shown, all=int(segments["n_words"].sum()))


def tell_coverage(sources: pd.DataFrame) -> str:
    """Say what a corpus covers: how many sources, of how many events, from which day to which."""
    events = sources.drop_duplicates("event")
    days = quotes.name_days(events["date"])
    return f"this corpus covers sources: {len(sources):,}, events: {len(events):,} ({days})"


def _tell_unchecked(checked: list[quotes.Checked]) -> list[str]:
    """Say of each quotation without a verdict why it has none, and how many are given to others."""
    lines = []
    for one in checked:
        if one.judgement is None and one.row.given in (*_UNCHECKED, HIS):
            why = _UNCHECKED.get(one.row.given, _UNCHECKED[NOT_SPOKEN])
            lines.append(why.format(quote=" ".join(one.row.quote.split())))
    return lines
