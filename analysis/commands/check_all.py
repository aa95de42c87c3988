"""Everything that keeps a data folder from being built, at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from analysis.errors import InputError
from analysis.storage import Corpus, list_faults, list_tables, load_schema


def list_problems(corpus: Corpus) -> Iterator[str]:
    """Yield a sentence for each fault of what was received and decided, with the remedy.

    Faults of cells and rows come first; only where there is none is it asked whether the tables go together, and
    whether each source has its text, where the folder holds texts.
    """
    faults = list(list_faults(corpus.data))
    yield from faults
    if not faults:
        yield from _try(lambda: corpus.sources)
        yield from _try(lambda: corpus.speaker)
        yield from _try(lambda: corpus.decisions)
        if corpus.texts_folder.is_dir():
            yield from _try(lambda: corpus.texts)


def _try(load: Callable[[], object]) -> Iterator[str]:
    try:
        load()
    except InputError as error:
        yield str(error)


def is_built(corpus: Corpus) -> bool:
    """Tell whether a folder has tables; some, or those that another version wrote, are tables too."""
    return any((corpus.data / load_schema()[name]["path"]).is_file() for name in list_tables())
