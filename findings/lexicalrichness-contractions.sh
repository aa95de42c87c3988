#!/bin/sh
# lexicalrichness 0.5.1: a contraction is two words, a compound is one, and a number is none.
# Expected: marks inside words are treated alike: "can't" and "co-workers" are one word each, or two words each.
# Seen: "can't" is "can" and "t", "co-workers" is "coworkers"; every contraction of spoken text adds the type "t", "s" or
# "re", which comes again and again, so that MTLD and type-token ratio of talk fall beside those of print.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet lexicalrichness==0.5.1 'setuptools<81'
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from lexicalrichness import LexicalRichness

spoken = LexicalRichness("We can't wait, they don't wait, it won't wait for 300 co-workers.")
written = LexicalRichness("We cannot wait, they do not wait, it will not wait for 300 co-workers.")
print("spoken: ", spoken.words, spoken.wordlist)
print("written:", written.words, written.wordlist)
assert spoken.wordlist.count("t") == 3 and "can" in spoken.wordlist, "contractions fell apart"
assert "coworkers" in spoken.wordlist, "the compound grew together"
assert "300" not in spoken.wordlist, "the number was left out"
PYTHON
