#!/bin/sh
# textcomplexity 0.11.0: hdd() draws classes of words that are equally frequent, not words.
# Expected: HD-D is the sum, over the types, of the probability that a sample of 42 tokens has the type, divided by 42
# (McCarthy and Jarvis 2010, which its docstring cites): 100 different words have 1, the most that there can be.
# Seen: 0.0238, as one class ("occurs once") of 100 words, and ten words said ten times each have about the same.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet textcomplexity==0.11.0 numpy==1.26.4 scipy==1.15.2
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from collections import Counter, namedtuple
from math import comb

from textcomplexity.surface import hdd
from textcomplexity.utils.text import Text

Token = namedtuple("Token", "word pos")


def of_the_paper(words: list[str]) -> float:
    absent = [comb(len(words) - count, 42) / comb(len(words), 42) for count in Counter(words).values()]
    return sum((1 - share) / 42 for share in absent)


different = [f"word{number}" for number in range(100)]
repeated = [f"word{number % 10}" for number in range(100)]
seen = [float(hdd(Text.from_tokens([Token(word, "N") for word in words]))) for words in (different, repeated)]
print("HD-D of 100 different words and of 10 words said 10 times each:", seen)
print("by the paper:", of_the_paper(different), of_the_paper(repeated))
assert abs(of_the_paper(different) - 1) < 1e-9 and of_the_paper(repeated) < 0.24
assert abs(seen[0] - 1 / 42) < 1e-9, "100 different words had 1/42"
assert abs(seen[1] - seen[0]) < 1e-3, "ten repeated words had the same"
PYTHON
