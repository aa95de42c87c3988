#!/bin/sh
# corpus-toolkit 0.32: keyness(a, b) writes into the two frequency lists that it is given.
# Expected: the lists are read; afterwards "a" has the words of the first corpus, each with its count.
# Seen: each list gains every word of the other with the count 0.00000001. Who then counts types, writes the list to a
# file, or sets the same reference list beside a third corpus works with words that nobody said.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet corpus-toolkit==0.32 setuptools==75.8.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from corpus_toolkit import corpus_tools

harbour = corpus_tools.frequency(corpus_tools.tokenize(["The harbour is open. The harbour works."], lemma=False))
budget = corpus_tools.frequency(corpus_tools.tokenize(["The budget is small."], lemma=False))
print("types before:", len(harbour), len(budget))
corpus_tools.keyness(harbour, budget)
print("types after: ", len(harbour), len(budget))
print(harbour)
assert harbour["budget"] == 1e-08, "a word that was never said in the first corpus has a count in its list"
assert len(harbour) == len(budget) == 7, "both lists hold the words of both corpora"
PYTHON
