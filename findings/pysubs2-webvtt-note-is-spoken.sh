#!/bin/sh
# pysubs2 1.8.1: a comment of a WebVTT file (a block NOTE) becomes the last words of the cue before it.
# Expected: a block that begins with NOTE is not shown (W3C, WebVTT, section on comments), so the cue is "We rest."
# Seen: the cue's text is "We rest." and behind it "NOTE checked by Ann": an editor's remark is counted as speech.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pysubs2==1.8.1
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import pysubs2

file = """WEBVTT

00:00:01.000 --> 00:00:03.000
We rest.

NOTE checked by Ann

00:00:03.000 --> 00:00:05.000
Then we go.
"""
cues = [cue.plaintext for cue in pysubs2.SSAFile.from_string(file)]
print(cues)
assert cues == ["We rest.\n\nNOTE checked by Ann", "Then we go."], "the comment was part of the first cue"
PYTHON
