"""Score sentence ends in German, French, Spanish, Italian and Russian: Refrain and other libraries.

    python -m benchmarks.language_ends --treebanks FOLDER [--half seen]

FOLDER holds de_gsd-ud-dev.conllu and the like, as Universal Dependencies publish them: German, Spanish and Russian
GSD, French Sequoia, Italian ISDT, whose sentence ends people marked. Half `seen` is their `dev` with two of the four
invented interviews of tests/data/languages, `held` their `test` with the other two; rules were written on `seen`. Five
sentences make a paragraph; what does not end as a sentence (titles) parts paragraphs, and the end of a paragraph, which
nobody could miss, is not scored. Needs pysbd and syntok beside Refrain's own libraries for the rows of those, and
PYTHONPATH=.:tests/support.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import accumulate
from pathlib import Path

from in_languages import read_labelled

from analysis.counting.stops import find_spans

TREEBANKS = {"de": "de_gsd", "es": "es_gsd", "fr": "fr_sequoia", "it": "it_isdt", "ru": "ru_gsd"}
PARTS = {"seen": "dev", "held": "test"}
INTERVIEWS = {"seen": ("transcript", "broadcast"), "held": ("report", "excerpt")}
_TOGETHER = 5  # sentences of one paragraph
_STOPS = tuple(".!?…")
_CLOSERS = "\"'”’“»)]"
Find = Callable[[str], list[int]]


def read_paragraphs(language: str, half: str, treebanks: Path) -> Iterator[tuple[str, set[int]]]:
    """Yield each paragraph with the places behind which a sentence ends, its own end left out."""
    path = treebanks / f"{TREEBANKS[language]}-ud-{PARTS[half]}.conllu"
    sentences = [line[9:].strip() for line in path.open(encoding="utf-8") if line.startswith("# text = ")]
    for group in _group(sentences):
        ends = list(accumulate(len(sentence) + 1 for sentence in group))
        yield " ".join(group), {end - 1 for end in ends[:-1]}
    for name in INTERVIEWS[half]:
        yield from _read_interview(language, name)


def _group(sentences: list[str]) -> Iterator[list[str]]:
    group: list[str] = []
    for sentence in sentences:
        if sentence.rstrip(_CLOSERS).endswith(_STOPS):
            group.append(sentence)
        if len(group) == _TOGETHER or (group and group[-1] is not sentence):
            yield group
            group = []
    if group:
        yield group


def _read_interview(language: str, name: str) -> Iterator[tuple[str, set[int]]]:
    labelled, at = read_labelled(language, name), 0
    for line in labelled.text.splitlines(keepends=True):
        ends = {end - at for end in labelled.ends if at < end <= at + len(line)}
        if ends:
            yield line.rstrip(), {end for end in ends if end < len(line.rstrip())}
        at += len(line)


def list_libraries(language: str) -> dict[str, Find]:
    """Return what finds the places where sentences end in a text, by name."""
    found = {"refrain": lambda text: [end for _, end in find_spans(text, language)]}
    for name, make in {
        "sentencex": _sentencex,
        "pysbd": _pysbd,
        "syntok": _syntok,
        "nupunkt": _nupunkt,
    }.items():
        try:
            found[name] = make(language)
        except (ImportError, ValueError):
            print(f"  {name}: not installed, or no {language}")
    return found


def _sentencex(language: str) -> Find:
    segment = import_module("sentencex").segment
    return lambda text: _place(text, segment(language, text))


def _pysbd(language: str) -> Find:
    segmenter = import_module("pysbd").Segmenter(language=language, clean=False)
    return lambda text: _place(text, segmenter.segment(text))


def _syntok(language: str) -> Find:  # knows English, Spanish and German, and asks for no language
    segmenter = import_module("syntok.segmenter")
    return lambda text: [
        sentence[-1].offset + len(sentence[-1].value) for part in segmenter.analyze(text) for sentence in part
    ]


def _nupunkt(language: str) -> Find:
    tokenizer = import_module("nupunkt.models").load_default_model()
    return lambda text: [end for _, end in tokenizer.span_tokenize(text)]


def _place(text: str, parts: list[str]) -> list[int]:
    """Return where the parts of a text end in it."""
    ends, at = [], 0
    for part in parts:
        bare = part.strip()
        at = text.find(bare, at) + len(bare)
        ends.append(at)
    return ends


def score(find: Find, paragraphs: list[tuple[str, set[int]]]) -> tuple[int, int, int, list[str]]:
    """Return ends found, false ends and missed ends, and the words around what is wrong."""
    hits = false = missed = 0
    wrong = []
    for text, marked in paragraphs:
        found = {len(text[:end].rstrip()) for end in find(text)} - {len(text.rstrip())}
        hits, false, missed = (
            hits + len(found & marked),
            false + len(found - marked),
            missed + len(marked - found),
        )
        wrong += [
            f"+ {text[max(0, end - 30) : end]}¦{text[end : end + 25]}" for end in sorted(found - marked)
        ]
        wrong += [
            f"- {text[max(0, end - 30) : end]}¦{text[end : end + 25]}" for end in sorted(marked - found)
        ]
    return hits, false, missed, wrong


def interval(hits: int, wrong: int) -> tuple[float, float]:
    """Return the 95 % interval of F1, Wilson's (1927) of 2·hits in 2·hits + wrong."""
    n = 2 * hits + wrong
    share, z = 2 * hits / n, 1.96
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return middle - half, min(1.0, middle + half)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--half", choices=PARTS, default="held")
    parser.add_argument("--language", choices=TREEBANKS, action="append")
    parser.add_argument("--wrong", action="store_true", help="print what Refrain gets wrong")
    options = parser.parse_args()
    print("language,library,n_ends,precision,recall,f1,low,high,seconds")
    for language in options.language or TREEBANKS:
        paragraphs = list(read_paragraphs(language, options.half, options.treebanks))
        for name, find in list_libraries(language).items():
            start = time.process_time()
            hits, false, missed, wrong = score(find, paragraphs)
            spent = time.process_time() - start
            low, high = interval(hits, false + missed)
            shares = hits / (hits + false), hits / (hits + missed), 2 * hits / (2 * hits + false + missed)
            row = ",".join(f"{share:.4f}" for share in (*shares, low, high))
            print(f"{language},{name},{hits + missed},{row},{spent:.2f}")
            if options.wrong and name == "refrain":
                print("\n".join(wrong))


if __name__ == "__main__":
    main()
