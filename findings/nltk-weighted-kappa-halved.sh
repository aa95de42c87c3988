#!/bin/sh
# nltk 3.10.4: weighted_kappa(max_distance=...) divides the expected disagreement by it and not the observed one.
# Expected: the largest distance only scales both to 0..1 and cancels out (Cohen 1968), so kappa is the same with it.
# Seen: two coders on a scale of three steps agree with 0.66, and with the largest distance of that scale (2) with 0.32.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet nltk==3.10.4
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from collections import Counter

from nltk.metrics.agreement import AnnotationTask

anna = [1, 2, 3, 1, 2, 3, 2, 1, 3, 2]
ben = [1, 2, 2, 1, 3, 3, 2, 1, 3, 1]
rows = [("anna", f"answer{place}", label) for place, label in enumerate(anna)]
rows += [("ben", f"answer{place}", label) for place, label in enumerate(ben)]
task = AnnotationTask(rows, distance=lambda one, other: abs(one - other))
observed = sum(abs(one - other) for one, other in zip(anna, ben)) / len(anna)
pairs = [(n * m, abs(one - other)) for one, n in Counter(anna).items() for other, m in Counter(ben).items()]
expected = sum(count * distance for count, distance in pairs) / len(anna) ** 2
kappa = 1 - observed / expected
plain, scaled = task.weighted_kappa(), task.weighted_kappa(max_distance=2)
print("by hand:", kappa, "nltk:", plain, "nltk, max_distance=2:", scaled)
assert abs(plain - kappa) < 1e-9, "without it kappa was right"
assert abs(scaled - (1 - 2 * observed / expected)) < 1e-9, "with it the gap to 1 doubled"
PYTHON
