"""What is fuzzed: a target has whole inputs to start from, and says what must hold of a damaged one.

Each check ends quietly, or with InputError where the input is refused; anything else is a fault. The inputs are the
invented files that the tests write.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests" / "support"))
from containers import WRITERS, write_container  # noqa: E402
from corpus_of_three import TEXTS, write_corpus  # noqa: E402
from splitting import check_tiles  # noqa: E402
from trait_files import ENDINGS, make_file, unescape  # noqa: E402

from analysis.counting.sentences import split_sentences  # noqa: E402
from analysis.counting.tokens import split_tokens  # noqa: E402
from analysis.formats import Speaker, guess_kind, guess_speaker, split_segments, split_source  # noqa: E402
from analysis.patterns import check_patterns, find_matches  # noqa: E402
from analysis.readers import TRAITS, read_content  # noqa: E402
from analysis.storage import Corpus, read_optional  # noqa: E402
from analysis.storage.decisions import load_decisions  # noqa: E402

SPEAKER = Speaker("Maren Oldwick")
PATTERNS = [
    "root cause*",
    "* waters",
    "herring ... quota",
    "-red herring",
    "EU",
    "open harbour*",
    "O'Brien",
    "3-7",
]


class Target(NamedTuple):
    """Whole inputs by name, and the check that a damaged one goes through, under the same name."""

    inputs: dict[str, bytes]
    check: Callable[[str, bytes], None]


def check_reading(name: str, content: bytes) -> None:
    """A file that is read gives a text whose turns lie in it, one behind the other, and whose split tiles it."""
    reading = read_content(content, ending=Path(name).suffix.casefold())
    if reading is None:  # plain text
        return
    ends = [0, *(turn.end for turn in reading.turns)]
    for turn, before in zip(reading.turns, ends, strict=False):
        assert before <= turn.label <= turn.start <= turn.end <= len(reading.text), "turns do not follow"
    assert all(0 <= time.start <= len(reading.text) for time in reading.times), (
        "a time lies outside of the text"
    )
    split = split_source(reading.text, kind="transcript", speaker=SPEAKER, marks=reading)
    check_tiles(reading.text, split.segments)


def check_split(name: str, content: bytes) -> None:
    """Whatever the text and its kind: segments tile it, and words are slices of it and add up."""
    text = content.decode("utf-8", errors="replace")
    kind = guess_kind(text, guess_speaker(text)) if name.endswith("guessed") else "transcript"
    segments = split_segments(text, kind=kind, speaker=SPEAKER)
    check_tiles(text, segments)
    tokens = split_tokens(text, segments, split_sentences(text, segments))
    assert segments["n_words"].sum() == len(tokens), "words of segments do not add up"
    assert all(text[row.start : row.end] == row.token for row in tokens.itertuples()), "a word is no slice"


def check_pattern(name: str, content: bytes) -> None:
    """A list of patterns is refused, or finds words of the text one behind the other, inside of it."""
    patterns = content.decode("utf-8", errors="replace").split("\n")
    rows = pd.DataFrame({"topic": "fish", "pattern": patterns})
    check_patterns(rows, by="topic", file="patterns.csv")
    tokens = _count_words()
    hits = find_matches(tokens, rows, by="topic")
    assert hits["position"].between(1, len(tokens)).all(), "a hit lies outside of the text"


def check_folder(name: str, content: bytes) -> None:
    """A data folder with one damaged file is loaded whole or refused."""
    folder = _write_folder()
    whole = (folder / name).read_bytes()
    try:
        (folder / name).write_bytes(content)
        corpus = Corpus(folder)
        load_decisions(folder), corpus.speaker, corpus.texts, corpus.places, corpus.absent
        if name.startswith("tables/"):
            read_optional(folder, Path(name).stem)
    finally:
        (folder / name).write_bytes(whole)


@cache
def _count_words() -> pd.DataFrame:
    text = "\n\n".join(TEXTS.values())
    segments = split_segments(text, kind="transcript", speaker=SPEAKER)
    return split_tokens(text, segments, split_sentences(text, segments)).assign(source="all")


@cache
def _write_folder() -> Path:
    from data_folders import count_here  # it builds tables, which loads much

    return count_here(write_corpus(Path(tempfile.mkdtemp(prefix="refrain-fuzz-")) / "data"))


def list_targets() -> dict[str, Target]:
    """Return the targets by name."""
    files = {name: write_container(name) for name in WRITERS}
    traits = {
        f"trait {i}{ENDINGS[trait.format]}": make_file(trait.format, unescape(trait.example))
        for i, trait in enumerate(TRAITS)
    }
    texts = {f"{name}{guess}": text.encode() for name, text in TEXTS.items() for guess in ("", " guessed")}
    folder = _write_folder()
    tables = {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.csv"))}
    return {
        "readers": Target(files | traits, check_reading),
        "splitter": Target(texts, check_split),
        "patterns": Target({"all": "\n".join(PATTERNS).encode()}, check_pattern),
        "tables": Target(tables, check_folder),
    }
