"""Web pages (HTML Living Standard, XHTML): the article as paragraphs, its footnotes and captions as notes."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from analysis.errors import InputError
from analysis.readers.html_article import find_article
from analysis.readers.html_blocks import Block, Blocks
from analysis.readers.html_tree import parse_html
from analysis.readers.reading import Reading, Writer

_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s+|<\?xml[^>]*>|<!--.*?-->)*"
    rb"<(?:!doctype\s+html|(?:html|head|body|title|article|main|section|div|p|h[1-6]|table|dl|ul|ol|center|meta|pre|blockquote|form|header|nav|figure|details|hr|script|style|link)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_XML_KINDS = re.compile(rb"<(?:TEI|teiCorpus|ANNOTATION_DOCUMENT)\b")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""")
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
# As browsers do (Encoding Standard): these names mean windows-1252; a page whose name can be read is not UTF-16.
_MEANT = {
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso8859-1", "l1"), "cp1252"),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "unicode"), "utf-8"),
    "iso-8859-9": "cp1254", "x-sjis": "cp932", "shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "big5": "big5hkscs", "x-cp1251": "cp1251", "koi8": "koi8-r",
    "x-mac-roman": "mac-roman", "macintosh": "mac-roman",
}  # fmt: skip
_BY_ESCAPES = ("iso-2022-jp",)  # its bytes are all ASCII
_LONGEST_HEAD = 5_000  # bytes in which a page says what it is
_RUN_IN = re.compile(r"\s*[\"“‘«¿¡(]?(?:[^\W\d_]|\d)")


def is_html(content: bytes) -> bool:
    """Say whether a file is a web page: it begins with a tag of one."""
    head = content[:_LONGEST_HEAD]
    if head[:2] in _MARKS:
        head = head.decode(_MARKS[head[:2]], "ignore").encode("ascii", "ignore").lstrip()
    return _BEGINS.match(head) is not None and not _XML_KINDS.search(head)


def read_html(content: bytes) -> Reading:
    """Read the article of a web page: a paragraph each; turns where a table or list names who speaks."""
    root, n_comments = parse_html(decode_html(content))
    writer = Writer()
    writer.left_out["comments"] = n_comments
    writer.left_out["end of the page, if it is cut off"] = int(_is_open(root))
    article = find_article(root, writer.left_out)
    blocks = Blocks(article, writer.left_out).read()
    _write(blocks, writer)
    return writer.finish("HTML")


def _is_open(root) -> bool:
    """Say whether a page opens its body and never ends it."""
    closed = root.get("closed body") or root.get("closed html")
    return bool(root.get("opened html") and root.get("opened body") and not closed)


def decode_html(content: bytes) -> str:
    """Return the text of a page by its mark, else as UTF-8 where it is that, else as it says itself."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return _decode(content.removeprefix(mark), encoding)
    head = content[:_LONGEST_HEAD]
    named = _XML_CHARSET.match(head) or _CHARSET.search(head)
    declared = named[1].decode("ascii").lower() if named else ""
    if declared in _BY_ESCAPES:
        return _decode(content, declared)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
    encoding = _MEANT.get(declared, declared)
    if encoding in ("", "utf-8", "utf8", "utf-7"):
        raise InputError(
            f"line {line}: the page is not UTF-8, and names no other encoding; save it as UTF-8."
        )
    return _decode(content, encoding)


def _decode(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise InputError(f"the page says that it is {encoding}, and is not; save it as UTF-8.") from None
    except (LookupError, ValueError):
        raise InputError(
            f"the page names an encoding that is not known ('{encoding}'); save it as UTF-8."
        ) from None
    if not isinstance(text, str):
        raise InputError(f"the page names an encoding that is none ('{encoding}'); save it as UTF-8.")
    return text


def _write(blocks: list[Block], writer: Writer) -> None:
    """Write each block: rows are turns where they are most of the page, else paragraphs with their names."""
    sizes = [len(block.words.split()) for block in blocks]
    in_rows = sum(n for block, n in zip(blocks, sizes, strict=True) if block.voice)
    marked = 2 * in_rows > sum(sizes)
    leads = _find_leads(blocks)
    for block in blocks:
        if block.is_note:
            writer.note(block.words)
        elif block.voice and marked:
            writer.say(block.voice, block.words, time=block.time, paragraph=True)
        elif block.voice:
            writer.write(f"{block.voice}: {block.words}", time=block.time)
        else:
            writer.write(_part_lead(block, leads), time=block.time, type_name=block.type)


def _find_leads(blocks: list[Block]) -> set[str]:
    """Return the names in bold type that open two or more paragraphs, with words behind them."""
    bare = [block for block in blocks if block.lead[-1:].isalnum()]
    often = Counter(block.lead for block in bare if _RUN_IN.match(block.words[len(block.lead) :]))
    return {lead for lead, n in often.items() if n > 1}


def _part_lead(block: Block, leads: set[str]) -> str:
    """Return the words of a paragraph, with a colon behind a name that only its type sets apart."""
    behind = block.words[len(block.lead) :]
    is_name = (block.is_named and block.lead[-1:].isalnum()) or (
        block.lead in leads and not behind.lstrip()[:1].islower()
    )
    if not is_name or not _RUN_IN.match(behind):
        return block.words
    return f"{block.lead}: {behind.lstrip()}"
