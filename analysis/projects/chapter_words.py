"""The prose of a chapter in the site's language: headings, paragraphs, items and terms, each a message of its own.

Code, front matter and what directives hold stay as they are. A heading that is translated keeps the address that it has
in English, so that links of pages and of code lead to it in every language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from analysis.messages import ENGLISH, name_site_language, translate_word

_FIXED = re.compile(
    r"(\A---\n.*?\n---\n|^(?P<fence>`{3,}|~{3,}|:{3,}).*?^(?P=fence) *$)", re.DOTALL | re.MULTILINE
)
_TARGET = re.compile(r"\([\w-]+\)=\n")
_CELL = re.compile(r"(?<=\| )[^|\n]*[^\W\d_][^|\n]*(?= \|)")  # of a table
_LETTERS, _ROLE = re.compile(r"[^\W\d_]{2}"), re.compile(r"\{[\w:-]+\}`[^`]*`")
_BLOCKS = re.compile(r"(\n\s*\n|\A\n+|\n+\Z)")
_HEADING = re.compile(r"(#+) +(.+)")
_TABLE_NAME = re.compile(r"[a-z_]+")  # as a heading: a name in the data, the same in every language
_PART = re.compile(r"\n(?=- |\d+\. |: )")
Change = Callable[[str], str]


def translate_chapter(text: str) -> str:
    """Return a chapter (MyST Markdown) in the site's language; what the catalogue lacks stays in English."""
    return text if name_site_language() == ENGLISH else _change_prose(text, translate_word)


def list_prose(text: str) -> Iterator[str]:
    """Yield the messages of a chapter, each on one line."""
    found: list[str] = []
    _change_prose(text, lambda said: found.append(said) or said)
    yield from found


def _change_prose(text: str, change: Change) -> str:
    parts, at = [], 0
    for fixed in _FIXED.finditer(text):
        parts += [_change_blocks(text[at : fixed.start()], change), fixed.group()]
        at = fixed.end()
    return "".join([*parts, _change_blocks(text[at:], change)])


def _change_blocks(text: str, change: Change) -> str:
    return "".join(_change_block(block, change) for block in _BLOCKS.split(text))


def _change_block(block: str, change: Change) -> str:
    if target := _TARGET.match(block):
        return target[0] + _change_block(block[target.end() :], change)
    if not _LETTERS.search(_ROLE.sub("", block)):
        return block
    if block.startswith("|"):
        return _CELL.sub(lambda cell: change(cell[0]), block)
    if heading := _HEADING.fullmatch(block):
        if _TABLE_NAME.fullmatch(heading[2]):
            return block
        told = change(heading[2])
        address = "" if told == heading[2] or heading[1] == "#" else f"({_name_address(heading[2])})=\n"
        return f"{address}{heading[1]} {told}"
    starts = [0, *(part.start() for part in _PART.finditer(block)), len(block)]
    pieces = [block[one:other] for one, other in pairwise(starts)]
    return "".join(_change_piece(piece, change) for piece in pieces)


def _change_piece(piece: str, change: Change) -> str:
    """Change a paragraph, or an item behind its mark; it stands on one line then."""
    mark, said = re.fullmatch(r"(\n?(?:- |\d+\. |: )?)(.*)", piece, re.DOTALL).groups()
    line = " ".join(said.split())
    told = change(line)
    return piece if told == line else mark + told


def _name_address(heading: str) -> str:
    """Return the address that Sphinx gives a heading."""
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")
