"""Members of archives that cannot be had: each is one sentence."""

from __future__ import annotations

import pytest
from office_files import zip_up

from analysis.errors import InputError
from analysis.readers.archive import Archive


def encrypt(archive: bytes) -> bytes:
    """Mark the only member as encrypted, in its own header and in the list of members."""
    marked = bytearray(archive)
    marked[6] |= 1
    marked[marked.index(b"PK\x01\x02") + 8] |= 1
    return bytes(marked)


def test_a_member_with_a_password_is_told_from_a_damaged_one():
    with pytest.raises(InputError, match="protected by a password"):
        Archive(encrypt(zip_up({"a.xml": "<a/>"}))).read("a.xml")


def test_a_member_that_is_not_there_is_named():
    with pytest.raises(InputError, match=r"no member 'b\.xml'"):
        Archive(zip_up({"a.xml": "<a/>"})).read("b.xml")


def test_a_member_is_read_whole():
    assert Archive(zip_up({"a.xml": "<a/>"})).read("a.xml") == b"<a/>"
