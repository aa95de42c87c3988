"""Texts that are to be added to a project: read, and refused where they are there already."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.errors import InputError
from analysis.projects.arrivals import Arrival, name_source
from analysis.projects.manifest_guesses import guess_text
from analysis.storage import Corpus, digest_bytes, digest_folder, read_file

NOTHING = "nothing was added"


class Addition(NamedTuple):
    """A text that is to be added: where it lies, what it says, and its rows of the manifest and of the events.

    event: its row of events.csv; none where it joins an event that is there. doubts: a sentence each.
    """

    arrival: Arrival
    row: dict[str, str]
    event: dict[str, str] | None
    doubts: list[str]

    @property
    def file_name(self) -> str:
        """How the copy in sources/texts is called."""
        return f"{self.arrival.source}{self.arrival.path.suffix.casefold()}"


def read_additions(
    files: Sequence[Path], corpus: Corpus, *, event: str = "", language: str = ""
) -> list[Addition]:
    """Read the texts that are to be added to a project, in the order given.

    event: the event of events.csv that all of them report; each is an event of its own if ''. language: BCP 47; guessed
    for each if ''. What text, file name and metadata do not tell stays empty.
    Raises InputError where a file cannot be read, where its name or its bytes are there already, or there is no such
    event.
    """
    known = set(corpus.sources["event"])
    if event and event not in known:
        raise InputError(_refuse_event(event, corpus))
    arrivals = [_read_arrival(file) for file in files]
    _refuse_known(arrivals, corpus)
    additions = [_describe(arrival, corpus, event, language) for arrival in arrivals]
    for addition in additions:
        if addition.event and addition.row["event"] in known:
            raise InputError(
                f"{addition.arrival.path}: there is an event {addition.row['event']} already; say --event "
                f"{addition.row['event']} if this is a report of it, or rename the file; {NOTHING}."
            )
    return additions


def _refuse_event(event: str, corpus: Corpus) -> str:
    latest = corpus.sources["event"].drop_duplicates().tail(5)
    return (
        f"--event {event}: there is no such event in {corpus.data / 'sources' / 'events.csv'}; the last ones are "
        f"{', '.join(latest)}; leave --event out for a new one."
    )


def _read_arrival(file: Path) -> Arrival:
    return Arrival(file, name_source(file.stem, set()), read_file(file))


def _refuse_known(arrivals: list[Arrival], corpus: Corpus) -> None:
    """Raise InputError for a text that is there already, by its name or by its bytes, or is named twice."""
    held = digest_folder(corpus.texts_folder)
    names = dict.fromkeys(corpus.sources["source"], "the manifest") | {Path(name).stem: name for name in held}
    texts = {digest: name for name, digest in held.items()}
    for arrival in arrivals:
        digest = digest_bytes(arrival.path.read_bytes())
        if digest in texts:
            raise InputError(f"{arrival.path}: this text is there already, as {texts[digest]}; {NOTHING}.")
        if arrival.source in names:
            raise InputError(
                f"{arrival.path}: a text of the name {arrival.source} is there already ({names[arrival.source]}); "
                f"rename the file if it is another; {NOTHING}."
            )
        names[arrival.source], texts[digest] = str(arrival.path), str(arrival.path)


def _describe(arrival: Arrival, corpus: Corpus, event: str, language: str) -> Addition:
    guess = guess_text(arrival, corpus.speaker, language)
    if event:
        row = guess.row | {"event": event}
        return Addition(arrival, row, None, _doubt_joining(arrival, guess.date, event, corpus))
    own = {"event": arrival.source, "date": guess.date, "interviewer": guess.interviewer}
    return Addition(arrival, guess.row, own, _doubt_new(arrival, guess.date, corpus))


def _doubt_joining(arrival: Arrival, date: str, event: str, corpus: Corpus) -> list[str]:
    """Say so where a text bears another date than the event that it joins."""
    dated = corpus.sources.loc[corpus.sources["event"] == event, "date"].iloc[0]
    if not date or not dated or date == dated:
        return []
    return [
        f"{arrival.source} is dated {date}, the event {event} {dated}; look whether it is a report of it."
    ]


def _doubt_new(arrival: Arrival, date: str, corpus: Corpus) -> list[str]:
    """Say what could not be told, and which events are dated the same."""
    events = corpus.data / "sources" / "events.csv"
    if not date:
        return [f"{arrival.source}: its date is not known; write it into {events}."]
    same = corpus.sources.loc[corpus.sources["date"] == date, "event"].drop_duplicates()
    manifest = corpus.data / "sources" / "manifest.csv"
    return [
        f"{arrival.source} is taken for a new event, but {event} is dated {date} too: if it reports the same, give it "
        f"the event {event} in {manifest}, and remove its row from {events}."
        for event in same
    ]


def stack_rows(table: pd.DataFrame, rows: list[dict[str, str]]) -> pd.DataFrame:
    """Return a table of words with rows behind it; cells that a row does not tell are empty."""
    added = pd.DataFrame(rows).reindex(columns=table.columns)
    return pd.concat([table, added], ignore_index=True).fillna("")
