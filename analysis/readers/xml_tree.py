"""XML as a tree, from bytes that may be hostile: no entity is expanded, no depth is without end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.entities import html5
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from analysis.errors import InputError

DEEPEST = 400  # elements inside each other; a Word file has some 40
MOST_ELEMENTS = 3_000_000  # a Word file of 200 pages has some 100,000


def parse_xml(content: bytes) -> Element:
    """Return the root of an XML document; names carry their namespace, as {address}name.

    The parser is Python's own expat: it reads nothing but these bytes. Raises InputError for a document that is
    not well-formed, that declares entities of its own, or that is nested deeper or has more elements
    than this.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = elements = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if elements > MOST_ELEMENTS:
            raise InputError(f"it has more than {MOST_ELEMENTS:,} elements; split it.")
        if depth > DEEPEST:
            raise InputError(f"its elements stand more than {DEEPEST} deep inside each other; write it anew.")
        builder.start(_full(name), {_full(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_full(name))

    def refuse(*declared: object) -> None:
        raise InputError(f"it declares an entity of its own ('{declared[0]}'); write the text out.")

    def name_character(name: str, is_parameter: bool) -> None:
        """Write a character that a document type elsewhere names, as `&eacute;`; HTML's names are the usual ones."""
        if is_parameter:
            return
        if f"{name};" not in html5:
            raise InputError(f"its entity '&{name};' is explained in another file only; write the text out.")
        builder.data(html5[f"{name};"])

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = refuse
    parser.SkippedEntityHandler = name_character
    try:
        parser.Parse(content, True)
    except InputError:
        raise
    except expat.ExpatError as error:
        raise InputError(f"line {error.lineno}: it is no well-formed XML; write the file anew.") from None
    except (LookupError, ValueError):
        raise InputError("its XML names an encoding that is not known; save it as UTF-8.") from None
    return builder.close()


def _full(name: str) -> str:
    return "{" + name if "}" in name else name


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its local name, whatever its namespace; '' where there is none."""
    found = (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name)
    return next(found, "")


def gather_loose(parent: Element, stands_apart: Callable[[Element], bool]) -> Iterator[Element]:
    """Yield the children that stand apart, in order, and between them all else, gathered into elements named ab."""
    loose = Element("ab")
    loose.text = parent.text
    for child in parent:
        if stands_apart(child):
            yield loose
            yield child
            loose = Element("ab")
            loose.text = child.tail
        else:
            loose.append(child)
    yield loose
