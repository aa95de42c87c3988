#!/bin/sh
# pyannote.core 6.1.0: Annotation.discretize() gives every turn about two frames more than it lasts, or loses frames.
# Expected: a turn from second 1 to 3 in 5 seconds is 20 frames of a tenth of a second, from frame 10 to 29, and with
# frames of one second [0, 1, 1, 0, 0].
# Seen: 22 frames, from 9 to 30; and with frames of one second four frames, [1, 1, 1, 0]: the end is cut off.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pyannote.core==6.1.0 matplotlib==3.10.8
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from pyannote.core import Annotation, Segment

talk = Annotation()
talk[Segment(1, 3)] = "Roe"
whole = Segment(0, 5)
tenths = talk.discretize(support=whole, resolution=0.1).data[:, 0]
seconds = talk.discretize(support=whole, resolution=1.0).data[:, 0].tolist()
speaking = [place for place, frame in enumerate(tenths) if frame]
print("of 50 tenths of a second,", len(speaking), "speak, from", speaking[0], "to", speaking[-1])
print("seconds:", seconds)
assert (len(speaking), speaking[0], speaking[-1]) == (22, 9, 30), "the turn of 2 s had 22 frames of a tenth"
assert seconds == [1, 1, 1, 0], "five seconds had four frames, and the turn began a second early"
PYTHON
