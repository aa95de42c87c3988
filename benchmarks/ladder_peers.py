"""The floor, and other packages at the part of the work that they share: the words of each text, counted by form.

    python -m benchmarks.ladder_peers WHO TEXTS OUT

Run by `benchmarks.ladder` as a process of its own. What is not installed is left out.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

WORD = re.compile(r"\w+(?:[-'’]\w+)*")
R = {
    "quanteda": "dfm(tokens(texts, remove_punct = TRUE))",
    "tidytext": "dplyr::count(unnest_tokens(data.frame(n = seq_along(texts), t = texts), w, t), n, w)",
}
READ_R = (
    "suppressMessages(library({0})); files <- list.files('{1}', full.names = TRUE); "
    "texts <- sapply(files, function(f) paste(readLines(f, warn = FALSE), collapse = '\\n')); "
    "took <- system.time({2}); cat(took[['elapsed']], as.character(packageVersion('{0}')))"
)


def find_floor(texts: list[str]) -> None:
    """Find the words by one regular expression and the sentences by nupunkt, and do nothing with them."""
    import nupunkt

    for text in texts:
        WORD.findall(text)
        nupunkt.sent_spans(text)


def count_by_sklearn(texts: list[str]) -> None:
    from sklearn.feature_extraction.text import CountVectorizer

    CountVectorizer(token_pattern=WORD.pattern).fit_transform(texts)


def count_by_nltk(texts: list[str]) -> None:
    from nltk.tokenize import TreebankWordTokenizer

    tokenizer = TreebankWordTokenizer()
    for text in texts:
        Counter(word.casefold() for word in tokenizer.tokenize(text))


def count_by_spacy(texts: list[str]) -> None:
    import spacy

    tokenize = spacy.blank("en").tokenizer
    for text in texts:
        Counter(word.lower_ for word in tokenize(text))


def count_by_textacy(texts: list[str]) -> None:
    import spacy
    import textacy.extract

    language = spacy.blank("en")
    for text in texts:
        Counter(word.lower_ for word in textacy.extract.words(language.make_doc(text), filter_stops=False))


PEERS: dict[str, tuple[str, Callable]] = {
    "floor": ("nupunkt", find_floor),
    "scikit-learn": ("sklearn", count_by_sklearn),
    "nltk": ("nltk", count_by_nltk),
    "spacy": ("spacy", count_by_spacy),
    "textacy": ("textacy", count_by_textacy),
}
ALL = (*PEERS, *R)


def is_there(who: str) -> bool:
    """Say whether a package is installed."""
    if who in PEERS:
        return find_spec(PEERS[who][0]) is not None
    ask = ["Rscript", "-e", f"library({who})"]
    return shutil.which("Rscript") is not None and not subprocess.run(ask, capture_output=True).returncode


def main(who: str, folder: Path, out: Path) -> None:
    seconds, which = _run_r(who, folder) if who in R else _run_here(who, folder)
    out.write_text(json.dumps({"steps": {"all": seconds}, "version": which}))


def _run_here(who: str, folder: Path) -> tuple[float, str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())]
    PEERS[who][1]([texts[0][:2000]])  # libraries and models are loaded before the clock runs
    began = time.perf_counter()
    PEERS[who][1](texts)
    return time.perf_counter() - began, version("nupunkt" if who == "floor" else who)


def _run_r(who: str, folder: Path) -> tuple[float, str]:
    program = READ_R.format(who, folder, R[who])
    said = subprocess.run(["Rscript", "-e", program], capture_output=True, text=True, check=True).stdout
    seconds, which = said.split()
    return float(seconds), which


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:4]))
