#!/bin/sh
# py-readability-metrics 1.4.5: texts whose Flesch score is over 100 are "very_confusing", for "college_graduate".
# Expected: the higher the score, the easier the text (Flesch 1948): what 90 to 100 calls "very_easy" is so above 100 too.
# Seen: words of one syllable in short sentences, as in talk, score 117 and get the label of the hardest texts.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet py-readability-metrics==1.4.5 nltk==3.10.4
cd "$folder"
NLTK_DATA="$folder/data" "$folder/venv/bin/python" -W ignore - <<'PYTHON'
import os

from nltk.tokenize.punkt import PunktTrainer, save_punkt_params
from readability import Readability

# The sentence splitter's data is no package, so a small one of its kind is trained here.
english = os.path.join(os.environ["NLTK_DATA"], "tokenizers", "punkt_tab", "english")
os.makedirs(english)
save_punkt_params(PunktTrainer("We wait. You wait. They wait.").get_params(), english)
short = Readability("We sat by the sea. " * 25).flesch()
longer = Readability("We often sat by the sea and ate the bread that Jane had baked for others. " * 10).flesch()
print("5 words a sentence: ", short)
print("15 words a sentence:", longer)
assert short.score > 110 and short.ease == "very_confusing", "the easiest text was very confusing"
assert short.grade_levels == ["college_graduate"], "and for graduates"
assert 90 < longer.score <= 100 and longer.ease == "very_easy", "a harder text was very easy"
PYTHON
