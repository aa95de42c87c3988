"""RTF (specification 1.9.1, 2008), token by token. striptrf keeps deleted and hidden words, so it is read here."""

from __future__ import annotations

import re

from analysis.errors import InputError
from analysis.readers.reading import Reading
from analysis.readers.rich_text_groups import Groups
from analysis.readers.turn_tables import write_document

MOST_TOKENS = 10_000_000  # a file of 200 pages has some 100,000
_BEGIN = b"{\\rtf"
_TOKEN = re.compile(
    r"\\(?:(?P<word>[A-Za-z]+)(?P<number>-?\d{1,10})? ?|'(?P<byte>[0-9A-Fa-f]{2})|(?P<symbol>.))"
    r"|(?P<brace>[{}])|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)|\\",
    re.DOTALL,
)


def is_rich_text(content: bytes) -> bool:
    """Say whether a file is RTF: its first group says so."""
    return content[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_BEGIN)


def read_rich_text(content: bytes) -> Reading:
    """Read RTF: the results of fields, text boxes, and notes at the end; nothing that is hidden or deleted."""
    text = content[content.index(_BEGIN) :].decode(
        "latin-1"
    )  # a character a byte: which ones, the code page says
    groups = Groups()
    at = tokens = 0
    while at < len(text) and (at == 0 or groups.depth):
        token = _TOKEN.match(text, at)
        at = token.end() + _read_token(token, groups)
        tokens += 1
        if tokens > MOST_TOKENS:
            raise InputError(f"this RTF file has more than {MOST_TOKENS:,} parts; split it.")
    if groups.depth or at > len(text):
        raise InputError("this RTF file is cut off: a group that it begins is not ended; save it anew.")
    return write_document(groups.finish(), "RTF")


def _read_token(token: re.Match[str], groups: Groups) -> int:
    """Read a token; return how many bytes behind it are no text."""
    kind = token.lastgroup
    if kind in ("word", "number"):
        number = token["number"]
        return groups.read_word(token["word"], int(number) if number else None)
    if kind == "brace":
        groups.open() if token["brace"] == "{" else groups.close()
    elif kind == "symbol":
        groups.read_symbol(token["symbol"])
    elif kind == "byte":
        groups.read_bytes(bytes.fromhex(token["byte"]))
    elif kind == "text":
        groups.read_bytes(token["text"].encode("latin-1"))
    return 0
