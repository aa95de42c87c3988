"""Build a book as its publisher does, and read what came out. Shared by test_book and test_stale."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from lxml import html

ROOT = Path(__file__).resolve().parents[2]
STRICT = ("-W", "-n", "--keep-going")

# What a browser fetches by itself; a plain link (<a href>) waits for the reader.
FETCHED = (
    "//script/@src | //link/@href | //img/@src | //iframe/@src | //source/@src"
    " | //object/@data | //embed/@src"
)
STYLES = "//style/text() | //@style"
IN_CSS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
IN_SCRIPT = re.compile(r"""["'`]((?:https?:)?//[\w.-]+\.\w+/[^"'`\s]*)""")


def build(root: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `jupyter-book build book/` in `root` with these options and additional variables."""
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", "book/", *options]
    variables = {**os.environ, "NO_COLOR": "1", **environment}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.run(command, cwd=root, env=variables, text=True, check=False, **streams)


def executed(log: str) -> list[str]:
    """The pages whose notebooks were executed, by the build's own log."""
    return re.findall(r"(\w[\w-]*)\.md: Executed notebook", log)


def embedded(document: html.HtmlElement) -> list[str]:
    """The texts (tables, drawings) that a page carries in its own addresses."""
    addresses = document.xpath("//a/@href | //img/@src")
    return [data_text(address) for address in addresses if re.match("data:(text/|image/svg)", address)]


def data_text(address: str) -> str:
    """The text in a `data:` address, Base64 or percent-encoded."""
    kind, _, content = address.partition(",")
    data = base64.b64decode(content) if kind.endswith(";base64") else unquote_to_bytes(content)
    return data.decode("utf-8")


def published_texts(site: Path) -> list[str]:
    """The text of every file of a built site: of pages what is read and what they carry, of others all letters."""
    texts = []
    for file in sorted(file for file in site.rglob("*") if file.is_file()):
        content = file.read_bytes()
        if file.suffix == ".html":
            document = page(file)
            texts += [visible_text(document), *embedded(document), content.decode("utf-8")]
        elif b"\0" not in content:
            texts.append(content.decode("utf-8", errors="replace").replace("\\n", " "))
    return texts


def page(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_bytes())


def visible_text(document: html.HtmlElement) -> str:
    """The words of a page, with alternative texts, without scripts and styles."""
    texts = document.xpath("//body//text()[not(ancestor::script or ancestor::style)] | //img/@alt")
    return " ".join(texts)


def fetched(document: html.HtmlElement) -> list[str]:
    """Every address that a browser requests to show a page, local ones included."""
    css = [a or b for style in document.xpath(STYLES) for a, b in IN_CSS.findall(style)]
    scripts = [url for script in document.xpath("//script/text()") for url in IN_SCRIPT.findall(script)]
    return [*document.xpath(FETCHED), *css, *scripts]


def is_external(address: str) -> bool:
    return bool(urlsplit(address).netloc)


def local_file(site: Path, address: str) -> Path | None:
    """The file of a built site that a page's address names; None for data, anchors and other sites."""
    parts = urlsplit(address)
    return None if parts.scheme or parts.netloc or not parts.path else site / unquote(parts.path)


def fingerprints(folder: Path, *ignored: str) -> dict[str, str]:
    """File name to digest for every file below a folder, but for those in folders named in `ignored`."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    names = {path.relative_to(folder): path for path in files}
    return {
        name.as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in names.items()
        if not set(ignored) & set(name.parts)
    }
