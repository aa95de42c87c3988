#!/bin/sh
# ttconv 1.2.3: its WebVTT writer writes "<", ">" and "&" of the words as they are, though its reader decodes them.
# Expected: "&lt;" read from WebVTT is "&lt;" again when written (WebVTT: a raw "<" begins a tag): nothing changes.
# Seen: the words between "<" and ">" are a tag in the file written, and gone when the same library reads it again.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ttconv==1.2.3
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import io
import logging

import ttconv.vtt.reader
import ttconv.vtt.writer

logging.disable(logging.CRITICAL)
first = "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nWe said &lt;never again&gt; and left.\n"


def convert(text: str) -> str:
    return ttconv.vtt.writer.from_model(ttconv.vtt.reader.to_model(io.StringIO(text)))


second = convert(first)
third = convert(second)
for text in (first, second, third):
    print([line for line in text.splitlines() if "said" in line])
assert "We said <never again> and left." in second, "the marks were written raw"
assert "never" not in third and "again" not in third, "two words were lost on the second way"
PYTHON
