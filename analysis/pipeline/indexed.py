"""The index of a corpus for `refrain quote`: of the texts where they are at hand, else of the released words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path

from analysis.pipeline.rules import digest_rules
from analysis.pipeline.ways import Ways
from analysis.quotes import Arrays, Index, build_index
from analysis.storage import (
    Corpus,
    digest_inputs,
    make_parts_folder,
    read_mapped,
    read_table,
    write_mapped,
)

FILE = "quotes.index"
Progress = Callable[[Iterable], Iterable]
_ROOM = Path(__file__).parents[1] / "quotes"  # whose rules the index rests on


def load_index(corpus: Corpus, folder: Path, *, progress: Progress = iter) -> Index:
    """Return the index of a corpus with its texts; it is made once, and kept beside the parts in a folder.

    Whether a text has changed is told by its size and time alone, so that a large corpus need not be read.
    """
    key = _digest(corpus)
    kept = read_mapped(folder / FILE, key)
    if kept:
        arrays, words = kept
        return Index(Arrays(**arrays), words["keys"], words["stems"], words["sources"])
    index = _build(corpus, Ways(folder, processes=0), progress)
    make_parts_folder(folder)
    words = {"keys": index.keys, "stems": index.stems, "sources": index.sources}
    write_mapped(folder / FILE, key, index.arrays._asdict(), words)
    return index


def _build(corpus: Corpus, ways: Ways, progress: Progress) -> Index:
    from analysis.pipeline.full import build_full  # with all that counts: not needed where the index is kept

    full = build_full(corpus, progress=progress, ways=ways)
    texts = dict(zip(corpus.texts["source"], corpus.texts["text"], strict=True))
    return build_index(full["tokens"], full["segments"], corpus.sources, texts)


def load_released_index(corpus: Corpus) -> Index:
    """Return the index of the words that a data folder releases."""
    tokens, segments = (read_table(corpus.data, name) for name in ("tokens", "segments"))
    return build_index(tokens, segments, corpus.sources)


def _digest(corpus: Corpus) -> str:
    """Digest all that an index rests on: the texts by size and time, what was decided, the rules."""
    files = sorted(path for path in corpus.texts_folder.iterdir() if path.is_file())
    stats = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    code = [
        hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(_ROOM.glob("*.*")) if path.is_file()
    ]
    known = [digest_rules(), str(corpus.texts_folder.resolve()), stats, code, digest_inputs(corpus.data)]
    return hashlib.sha256(json.dumps(known).encode("utf-8")).hexdigest()
