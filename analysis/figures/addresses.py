"""Files that a page holds in itself, in addresses that begin with `data:`; a site keeps them beside its pages."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import NamedTuple

SVG, PNG, CSV = "image/svg+xml", "image/png", "text/csv;charset=utf-8"
SCRIPT = "text/javascript;charset=utf-8"
ENDINGS = {SVG: ".svg", PNG: ".png", CSV: ".csv", SCRIPT: ".js"}
ADDRESS = re.compile(rf"data:({'|'.join(map(re.escape, ENDINGS))});base64,([\w+/=]+)")
DIGEST = 12  # hexadecimal digits in the name of a file: chance makes two alike once in 10**14


class Held(NamedTuple):
    """A file that an address holds: its kind, a key of ENDINGS, and its bytes."""

    kind: str
    content: bytes

    @property
    def file_name(self) -> str:
        """The name of the file on a site: another content has another name."""
        return hashlib.sha256(self.content).hexdigest()[:DIGEST] + ENDINGS[self.kind]


def data_uri(content: str | bytes, kind: str) -> str:
    """Return an address that holds a file itself; kind: a key of ENDINGS."""
    held = content.encode("utf-8") if isinstance(content, str) else content
    return f"data:{kind};base64,{base64.b64encode(held).decode('ascii')}"


def read_address(found: re.Match[str]) -> Held:
    """Return the file that a match of ADDRESS holds."""
    kind, content = found.groups()
    return Held(kind, base64.b64decode(content))


def list_held(html: str) -> list[Held]:
    """List the files that a page holds in itself, in order."""
    return [read_address(found) for found in ADDRESS.finditer(html)]
