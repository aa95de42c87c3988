#!/bin/sh
# nltk 3.10.4: presence(label), listed among the distances, is 1 where two codings agree and 0 where they do not.
# Expected: "As metrics, they must satisfy d(a, a) = 0" (first lines of nltk.metrics.distance): two coders who agree on
# every answer have Krippendorff's alpha 1 with every distance.
# Seen: alpha is below -1, and it is higher for coders who contradict each other throughout.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet nltk==3.10.4
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from nltk.metrics import distance
from nltk.metrics.agreement import AnnotationTask

codes = [frozenset(["water"]), frozenset(["bread"])] * 4
anna = [("anna", f"answer{place}", code) for place, code in enumerate(codes)]
same = [("ben", f"answer{place}", code) for place, code in enumerate(codes)]
other = [("ben", f"answer{place}", code) for place, code in enumerate(codes[1:] + codes[:1])]
of_water = distance.presence("water")
agree = AnnotationTask(anna + same, distance=of_water).alpha()
disagree = AnnotationTask(anna + other, distance=of_water).alpha()
print("distance of a code to itself:", of_water(codes[0], codes[0]))
print("alpha of two who always agree:", agree, "of two who never agree:", disagree)
assert "d(a, a) = 0" in distance.__doc__
assert of_water(codes[0], codes[0]) == 1, "a code was one away from itself"
assert agree < -1, "agreement throughout was far below chance"
assert disagree > agree, "and below contradiction throughout"
PYTHON
