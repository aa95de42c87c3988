"""Damage to files, drawn from a seed: what a torn download, a careless editor or an unkind person would do."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

# Pieces on which readers, splitters and tables turn.
PIECES = [
    b"", b" ", b"\n", b"\r\n", b"\r", b"\t", b",", b'"', b'""', b"'", b":", b"- ", b"...", b"*", b"-", b"(",
    b")", b"[", b"]", b"{", b"}", b"<", b">", b"</", b"/>", b"&", b"&#0;", b"&#x110000;", b"\\", b"\\u",
    b"\\'", b"\\par ", b"\\*", b"\x00", b"\x1b", b"\x7f", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf",
    b"\xe2\x80\xa8", b"\xe2\x80\x94", b"\xc2\xa0", b"\xcc\x81", b"\xd7\x90", b"\xf0\x9f\x90\x9f", b"0",
    b"-1", b"1.5", b"1e9", b"nan", b"NaN", b"null", b"true", b"inf", b"99999999999999999999", b"2031-02-30",
    b"Question: ", b"Q. ", b"Maren Oldwick: ", b"00:00:00.000 --> 00:00:01.000\n", b"-->", b"<v ",
    b"WEBVTT\n", b"@End\n", b"*PAR:\t", b"=1+1", b"[]", b"{}", b"<!DOCTYPE a>", b"<![CDATA[", b"]]>",
]  # fmt: skip


def damage(content: bytes, others: list[bytes], dice: random.Random) -> bytes:
    """Return the content with one to six changes; of a package such as DOCX, mostly inside one of its parts."""
    if content.startswith(b"PK") and dice.random() < 0.8:
        return _damage_a_part(content, dice)
    for _ in range(dice.choice([1, 1, 1, 2, 3, 6])):
        content = dice.choice(CHANGES)(content, others, dice)
    return content


def _damage_a_part(content: bytes, dice: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = dice.choice(sorted(parts))
    parts[name] = damage(parts[name], list(parts.values()), dice)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return file.getvalue()


def _cut(content: bytes, dice: random.Random, longest: int = 200) -> tuple[int, int]:
    start = dice.randint(0, len(content))
    return start, min(len(content), start + dice.randint(0, longest))


def _drop(content: bytes, others: list[bytes], dice: random.Random) -> bytes:
    start, end = _cut(content, dice)
    return content[:start] + content[end:]


def _repeat(content: bytes, others: list[bytes], dice: random.Random) -> bytes:
    start, end = _cut(content, dice)
    return content[:end] + content[start:end] * dice.choice([1, 2, 30]) + content[end:]


def _insert(content: bytes, others: list[bytes], dice: random.Random) -> bytes:
    start, end = _cut(content, dice, longest=3)
    return content[:start] + dice.choice(PIECES) * dice.choice([1, 1, 2, 50]) + content[end:]


def _change_a_byte(content: bytes, others: list[bytes], dice: random.Random) -> bytes:
    start, _ = _cut(content, dice)
    return content[:start] + bytes([dice.randrange(256)]) + content[start + 1 :]


def _splice(content: bytes, others: list[bytes], dice: random.Random) -> bytes:
    start, end = _cut(content, dice)
    begin, stop = _cut(other := dice.choice(others), dice)
    return content[:start] + other[begin:stop] + content[end:]


def _move(content: bytes, others: list[bytes], dice: random.Random) -> bytes:
    start, end = _cut(content, dice)
    rest = content[:start] + content[end:]
    at = dice.randint(0, len(rest))
    return rest[:at] + content[start:end] + rest[at:]


def _break_off(content: bytes, others: list[bytes], dice: random.Random) -> bytes:
    return content[: dice.randint(0, len(content))]


Change = Callable[[bytes, list[bytes], random.Random], bytes]
CHANGES: list[Change] = [
    _drop,
    _repeat,
    _insert,
    _insert,
    _insert,
    _change_a_byte,
    _splice,
    _move,
    _break_off,
]
