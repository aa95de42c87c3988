"""The sources as they are counted: one by one, each from all that its counts rest on and from nothing else."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from analysis.counting import number_text
from analysis.errors import InputError
from analysis.formats import Place, Speaker, Voice, fold_label
from analysis.pipeline.rules import digest_rules
from analysis.readers import Reading
from analysis.storage import Packed, pack_table

if TYPE_CHECKING:  # a process that counts reads no files
    from analysis.storage import Corpus

_BETWEEN_WORDS = re.compile("[“”„«»–—…]")  # no label has them in a word, and few words are plain with them


class Job(NamedTuple):
    """A source that is to be counted, and what `counting.number_text` wants for it.

    key: a digest of everything else but the name, and of the rules; the same key, the same counts.
    """

    source: str
    key: str
    text: str
    kind: str
    speaker: Speaker
    voices: dict[str, Voice]
    places: tuple[Place, ...]
    marks: Reading
    language: str = ""


def list_jobs(corpus: Corpus) -> list[Job]:
    """List the sources of a corpus by name. Raises InputError at the first fault of a text or a decision."""
    # Asked for before the first text is counted, so that a fault of any of them comes alone.
    texts, _ = corpus.texts, (corpus.speaker, corpus.voices, corpus.places, corpus.absent)
    return [_make_job(row, corpus) for row in texts.sort_values("source").itertuples()]


def _make_job(row, corpus: Corpus) -> Job:
    voices = choose_voices(corpus.voices, row.marks)
    places = tuple(corpus.places.get(row.source, ()))
    language = corpus.sources.set_index("source").loc[row.source, "language"]
    text = row.marks.text if row.text == row.marks.text else row.text  # in memory once
    counted = (text, row.kind, corpus.speaker, voices, places, row.marks, language)
    return Job(row.source, _digest(*counted), *counted)


def _digest(
    text: str, kind: str, speaker: Speaker, voices: dict, places: tuple, marks: Reading, language: str
) -> str:
    """Digest all that counts rest on; the text, which is nearly all of it and stands in its marks again, once."""
    texts = [marks.text] if marks.text == text else [text, marks.text]
    of_texts = [hashlib.sha256(one.encode("utf-8", "surrogatepass")).hexdigest() for one in texts]
    rest = [digest_rules(), of_texts, kind, speaker, voices, places, marks._replace(text=""), language]
    return hashlib.sha256(json.dumps(rest).encode("ascii")).hexdigest()


def choose_voices(voices: dict[str, Voice], reading: Reading) -> dict[str, Voice]:
    """Keep the decided labels that a text may print, so that it is not counted again for those of other texts.

    Only a label that is printed decides anything. One is kept if all its words stand anywhere in the text.
    """
    if not voices:
        return {}
    printed = _fold(" ".join([reading.text, *{turn.voice for turn in reading.turns}]))
    return {label: voice for label, voice in voices.items() if _may_stand(label, printed)}


def _may_stand(label: str, printed: str) -> bool:
    return all(word in printed for word in _list_words(label))


@cache
def _list_words(label: str) -> list[str]:
    return fold_label(label).split()


def _fold(text: str) -> str:
    """Return the words of a text as labels are folded, behind the text; of plain ones only capitals change."""
    plain = _BETWEEN_WORDS.sub(" ", text.replace("’", "'"))
    others = {word for line in plain.splitlines() if not line.isascii() for word in line.split()}
    return f"{plain.casefold()} {fold_label(' '.join(others))}"


def count_job(job: Job) -> dict[str, Packed]:
    """Return the tables of a source, packed, by name. Raises InputError, naming it, where nobody can split it."""
    try:
        tables = number_text(
            job.text,
            kind=job.kind,
            speaker=job.speaker,
            voices=job.voices,
            places=job.places,
            marks=job.marks,
            language=job.language,
        )
    except InputError as error:
        raise InputError(f"{job.source}: {error}") from None
    return {name: pack_table(table) for name, table in tables.items()}
