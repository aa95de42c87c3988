"""Files that are ZIP archives inside: members by name, bounded in number and size. No member's name is a path."""

from __future__ import annotations

import io
import zipfile
import zlib

from analysis.errors import InputError

MOST_MEMBERS = 5_000
LARGEST_MEMBER = 100_000_000  # bytes, unpacked; the text of a book has some 10 million
LARGEST_TOTAL = 200_000_000  # bytes that are unpacked of one archive
_ENCRYPTED = 1  # the bit of a member's flags


class Archive:
    """The members of a ZIP archive. Raises InputError for a damaged one, and for too many members."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, RuntimeError):  # zipfile's for what it does not know
            raise InputError("the archive is damaged or cut off; save the document anew.") from None
        names = self._zip.namelist()
        if len(names) > MOST_MEMBERS:
            raise InputError(f"the archive has more than {MOST_MEMBERS:,} members; save the document anew.")
        self.names = set(names)
        self._unpacked = 0

    def read(self, name: str) -> bytes:
        """Return a member, unpacked; InputError if it is not there, damaged, encrypted or too large."""
        if name not in self.names:
            raise InputError(f"the archive has no member '{name}'; save the document anew.")
        if self._zip.getinfo(name).flag_bits & _ENCRYPTED:
            raise InputError("it is protected by a password; save it without one.")
        try:
            with self._zip.open(name) as member:
                content = member.read(LARGEST_MEMBER + 1)
        except (zipfile.BadZipFile, EOFError, OSError, ValueError, RuntimeError, zlib.error):
            raise InputError(f"its member '{name}' is damaged; save the document anew.") from None
        if len(content) > LARGEST_MEMBER:
            raise InputError(f"its member '{name}' unpacks to more than {LARGEST_MEMBER:,} bytes.")
        self._unpacked += len(content)
        if self._unpacked > LARGEST_TOTAL:
            raise InputError(f"its members unpack to more than {LARGEST_TOTAL:,} bytes.")
        return content
