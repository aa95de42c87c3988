"""Which chapters stay in a table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable

EMPTY_PART = re.compile(r"^ *- caption:.*\n *chapters: *\n(?! *- (?:file|url|glob):)", re.MULTILINE)
LEFT_OUT = re.compile(r"^ *- file: *([\w-]+)(?:\.md)? *\n", re.MULTILINE)


def keep_chapters(contents: str, left_out: Iterable[str]) -> str:
    """Return a table of contents (`_toc.yml`) without the chapters that are left out; other lines stay.

    A part of which no chapter stays goes with its caption.
    """
    left = set(left_out)
    kept = LEFT_OUT.sub(lambda line: "" if line.group(1) in left else line.group(), contents)
    return kept if kept == contents else EMPTY_PART.sub("", kept)
