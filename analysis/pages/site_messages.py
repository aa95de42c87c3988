"""List what the site says of itself, as a template of catalogues: `python -m analysis.pages.site_messages FILE`."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pandas as pd

from analysis.counting import BELONGS
from analysis.figures import list_headings, list_stored
from analysis.language import MONTHS, list_languages
from analysis.messages import NUMBER
from analysis.pages.headlines import BADGES
from analysis.pages.phrasing import SWAPS
from analysis.pages.translations import ALONE_HEADINGS, RENDERING_HEADINGS, TURN_HEADINGS
from analysis.projects import OF_THE_SOFTWARE, list_prose
from analysis.quotes import VERDICTS
from analysis.readability import COMPONENTS, formula_facts, language_formula_facts
from analysis.roles import KINDS, ROLES
from analysis.versions import FATES, NO_LINK
from analysis.versions import KINDS as LINKS

CALLS = {  # and which of their arguments are messages
    "translate": (0,), "translate_word": (0,), "sentence_if_empty": (0,), "mark": (0,),
    "translate_number": (1, 2), "agree": (1, 2),
}  # fmt: skip
NOUNS = (
    "chosen phrase",
    "other expression",
    "spoken interview",
    "written interview",
)  # counted by their names
NO_PAGES = (
    "site_messages",
    "certificate",
    "differences",
    "findings",
    "shown",
    "formats",
    "speed",
)  # say nothing here
COUNTED = {"count": 1, "out_of": 2, "name_drawn": 2}  # functions, and which of their arguments is a noun
FACTS = (
    "direction",
    "unit",
    "made_for",
    "counted_here",
    "minimum",
    "may_claim",
)  # of formulas, told in words
HEADS = (  # of columns that a chapter shows by their names in the data
    "score", "file", "key", "table", "type", "unit", "value", "module", "variant", "year", "authors", "direction",
    "limits",
    "used for", "files", "licence", "what it is",
)  # fmt: skip
COUNTED_IN_WORDS = (  # what formulas ask for
    "syllables", "polysyllables", "monosyllables", "letters", "difficult words", "unfamiliar words", "long words",
    "mini words",
)  # fmt: skip
WORDS = (  # of ours in cells of tables, of axes, and at marks
    *ROLES, "answers", "questions", *KINDS, *LINKS, *LINKS.values(), NO_LINK, *BELONGS.values(), *BADGES, *MONTHS,
    *SWAPS.values(), NUMBER, "own", "copy",
    "start", "end", "True", "False", "yes", "no", "Table of", "({n} wordings)", *HEADS, "(suggested)",
    "(in another wording)", *VERDICTS, *FATES, "spoken", "written", "translated", "topics",
    "chosen phrases", "answer", "section", "sections", *COUNTED_IN_WORDS, *(f"the {kind}" for kind in KINDS),
)  # fmt: skip
_TELLS = re.compile(rf"\b(?:{'|'.join([*CALLS, *COUNTED])})\(")
_HEADINGS = re.compile(r"^headings = (\{.*?\})$", re.M | re.S)
_TITLES = re.compile(r'\b(?:caption|summary) ?= ?"([^"{}]+)"')
_CAPTION = re.compile(r"^ *- caption: *(.+)$", re.M)
_PROSE = re.compile(r"(?:\{\w+\} |[^\W\d_]{2,}[^_]* )[^_]*")
Message = str | tuple[str, str]


def list_messages(package: Path, book: Path) -> list[Message]:
    """List all messages of what a reader of a project sees; one that depends on a number is a pair.

    package, book: the folders with the code and with the chapters.
    """
    calls = list(_walk_calls(package))
    said = [*_list_calls([*calls, *_walk_calls(book / "_ext")]), *_list_nouns(calls)]
    words = [*_list_constants(package / "pages"), *WORDS, *_list_heads(book), *_list_captions(book)]
    told = [*list_stored(), *_list_facts(), *_list_names(book)]
    return list(dict.fromkeys([*said, *words, *told, *_list_chapters(book), *_list_scripts(book)]))


def _list_calls(calls: Iterable[ast.Call]) -> Iterator[Message]:
    for call in calls:
        said = [
            call.args[place]
            for place in CALLS.get(getattr(call.func, "id", ""), ())
            if place < len(call.args)
        ]
        texts = [
            part.value for part in said if isinstance(part, ast.Constant) and isinstance(part.value, str)
        ]
        if texts and len(texts) == len(said):
            yield texts[0] if len(texts) == 1 else tuple(texts)


def _list_nouns(calls: Iterable[ast.Call]) -> Iterator[Message]:
    """Yield the nouns that pages count, one and several, and how many of all of them is said."""
    yield from ((noun, f"{noun}s") for noun in NOUNS)
    for call in calls:
        place = COUNTED.get(getattr(call.func, "id", ""), 0)
        noun = call.args[place] if 0 < place < len(call.args) else None
        if isinstance(noun, ast.Constant):
            yield noun.value, f"{noun.value}s"
            yield from _tell_all(call.func.id, noun.value)


def _tell_all(function: str, noun: str) -> Iterator[str]:
    """Yield what a function that counts says of all there is."""
    if function == "out_of":
        yield from _tell_out_of(noun)
    elif function == "name_drawn":
        yield f"the only {noun}"


def _tell_out_of(noun: str) -> Iterator[str]:
    yield from (f"the only {noun}", f"both {noun}s", f"all {{n:,}} {noun}s")
    for of in (f"of {{n:,}} {noun}", f"of {{n:,}} {noun}s"):
        yield from (f"{{k}} {of}", f"none {of}")


def _list_constants(pages: Path) -> Iterator[str]:
    """Yield the texts that modules of pages name, several words each."""
    for module in map(ast.parse, _read_modules(pages)):
        named = [statement.value for statement in module.body if isinstance(statement, ast.Assign)]
        for constant in (part for value in named for part in ast.walk(value)):
            if isinstance(constant, ast.Constant) and _PROSE.fullmatch(str(constant.value)):
                yield constant.value


def _walk_calls(folder: Path) -> Iterator[ast.Call]:
    """Yield the calls of modules that call what takes messages or nouns."""
    telling = filter(_TELLS.search, _read_modules(folder))
    for tree in map(ast.parse, telling):
        yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _read_modules(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.py")):
        if path.stem not in NO_PAGES:
            yield path.read_text(encoding="utf-8")


def _list_chapters(book: Path) -> Iterator[str]:
    """Yield the prose of the chapters of a project, and the captions of their tables."""
    for page in sorted(book.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        if page.stem in OF_THE_SOFTWARE:
            yield next(list_prose(text))  # its title, which stands where a link to it would
        else:
            yield from list_prose(text)
            yield from _TITLES.findall(text)


def _list_facts() -> Iterator[str]:
    """Yield what is said of each formula for readability, names of components and of languages."""
    yield from (component.label for component in COMPONENTS)
    yield from ("sentence length", "word length", "rare words")
    yield from list_languages()
    facts = pd.concat([formula_facts(), language_formula_facts()])
    for column in FACTS:
        yield from facts[column].dropna().astype("str")


def _list_names(book: Path) -> list[str]:
    """List the words of the theme that the extension of the book says in its stead."""
    return list(_load(book, "mends").UNTRANSLATED)


def _load(book: Path, module: str) -> ModuleType:
    spec = spec_from_file_location(module, book / "_ext" / "refrain_book" / f"{module}.py")
    loaded = module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def _list_scripts(book: Path) -> list[str]:
    """List what the scripts say, as the extension of the book finds it."""
    return _load(book, "words").list_said(book / "_static")


def _list_heads(book: Path) -> Iterator[str]:
    """Yield the heads of tables: those of chapters, of pages and of columns."""
    for page in sorted(book.glob("*.md")):
        for found in (
            _HEADINGS.finditer(page.read_text(encoding="utf-8")) if page.stem not in OF_THE_SOFTWARE else ()
        ):
            values = ast.parse(found[1], mode="eval").body.values
            yield from (value.value for value in values if isinstance(value, ast.Constant))
    for heads in (TURN_HEADINGS, ALONE_HEADINGS, RENDERING_HEADINGS):
        yield from heads.values()
    yield from list_headings()


def _list_captions(book: Path) -> list[str]:
    return _CAPTION.findall((book / "_toc.yml").read_text(encoding="utf-8"))


def write_template(file: Path, messages: list[Message]) -> None:
    """Write messages as a template from which a translator makes a catalogue, with `pybabel update` or by hand."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    template = Catalog(project="Refrain")
    for message in messages:
        template.add(message)
    with file.open("wb") as lines:
        write_po(lines, template, omit_header=True, width=0)


if __name__ == "__main__":
    root = Path(__file__).parents[2]
    write_template(Path(sys.argv[1]), list_messages(root / "analysis", root / "book"))
