#!/bin/sh
# simplemma 2.0.0: the English lemma of "1990s" is "nineteen-nineties", of "2000s" "two-thousands"; "1980s" stays.
# Expected: a number with letters is its own lemma, or all decades are treated in one way.
# Seen: in a table of lemmas two decades are words with hyphens and the others are not, also in "mid-1990s".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet simplemma==2.0.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import simplemma

decades = ["1970s", "1980s", "1990s", "2000s", "2010s", "mid-1990s"]
lemmas = {decade: simplemma.lemmatize(decade, "en") for decade in decades}
print(lemmas)
assert lemmas["1990s"] == "nineteen-nineties", "one decade was spelled out"
assert lemmas["2000s"] == "two-thousands", "another too"
assert lemmas["1980s"] == "1980s" and lemmas["2010s"] == "2010s", "others stayed"
PYTHON
