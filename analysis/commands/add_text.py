"""What `refrain add` prints of a text before it is added."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.commands.split_file import Decided, split_text, tell_doubts, tell_words
from analysis.errors import InputError
from analysis.projects import Addition
from analysis.storage import Corpus

_SHOWN = ("kind", "title", "outlet", "language")


def tell_addition(addition: Addition, corpus: Corpus) -> Iterator[str]:
    """Yield how a text is split, what its row says, and what is doubtful: a line each."""
    arrival = addition.arrival
    decided, kind = Decided(corpus.speaker, corpus.voices), addition.row["kind"]
    try:
        found = split_text(arrival.reading, decided, kind=kind, speaker=None)
    except InputError as error:
        raise InputError(f"{arrival.path}: {error}") from None
    yield f"{arrival.source}: {tell_words(found.split.segments)}"
    yield f"  event: {_tell_event(addition)}; {'; '.join(_list_cells(addition.row))}"
    for line in tell_doubts(found.split.doubts, arrival.reading.text, name=str(arrival.path)):
        yield f"  {line}"
    for doubt in addition.doubts:
        yield f"  doubt: {doubt}"


def _tell_event(addition: Addition) -> str:
    if addition.event is None:
        return f"{addition.row['event']}, which is there already"
    who = f", {addition.event['interviewer']}" if addition.event["interviewer"] else ""
    return f"{addition.row['event']} (new), {addition.event['date'] or 'date not known'}{who}"


def _list_cells(row: dict[str, str]) -> list[str]:
    return [f"{name}: {row[name] or 'not known'}" for name in _SHOWN]
