"""What the page on the use of the report says: how to cite it, what may be done with it, whom to ask.

Everything is read from a CITATION.cff (Citation File Format 1.2; Druskat et al. 2021): the project's own, where
it has one, and that of the software. What nobody wrote down is said to be missing, and not made up.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import yaml

from analysis.disclosure import CITATION, list_download
from analysis.errors import InputError
from analysis.messages import translate, translate_word
from analysis.pages.edition import name_report, name_version, tell_extent
from analysis.pages.phrasing import join
from analysis.report import Report
from analysis.storage import HOME, SHIPPED

NOT_STATED = "not stated"
_WHAT = {
    "sources": "what was received: the list of texts and events, without the texts",
    "decisions": "what people decided, each row with its reason",
    "tables": "what was counted, and of which files",
    "datapackage.json": "what each column of each table means (Frictionless Data Package)",
    CITATION: "how to cite the report",
}
_SIGNS = str.maketrans({sign: "\\" + sign for sign in "&%$#_{}"})


def load_citation(folder: Path) -> dict | None:
    """Read the CITATION.cff of a folder; None where it has none.

    Raises InputError where it is no YAML, or names no title.
    """
    file = folder / CITATION
    if not file.is_file():
        return None
    try:
        cited = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        told = str(error).splitlines()[0]
        raise InputError(f"{file}: not a citation file ({told}); write it as YAML in UTF-8.") from None
    if not isinstance(cited, dict) or not str(cited.get("title") or "").strip():
        raise InputError(f"{file}: names no title; write a line `title: ...`.")
    return cited


def cite_report(report: Report, data: Path) -> dict:
    """Return the fields by which a report is cited: those of its CITATION.cff, else its title and what it is of."""
    own = load_citation(data)
    if own is None and data.resolve() == HOME.resolve():
        own = cite_software()
    return own or {"title": f"{name_report(report)}: {tell_extent(report)}", "type": "report"}


def cite_software() -> dict:
    """Return the fields by which the software is cited."""
    folder = SHIPPED if (SHIPPED / CITATION).is_file() else HOME.parent
    return load_citation(folder) or {"title": "Refrain", "version": name_version()}


def tell_citation(cited: dict) -> str:
    """Say a citation in one line: authors (year), title, version, address; without what is not stated."""
    authors = join(_name_authors(cited)) if _name_authors(cited) else ""
    year = f" ({_year(cited)})" if _year(cited) else ""
    version = translate(", version {version}", version=cited["version"]) if cited.get("version") else ""
    address = f" {_address(cited)}" if _address(cited) else ""
    title = str(cited["title"]).strip().rstrip(".")
    return f"{authors}{year}. {title}{version}.{address}" if authors else f"{title}{year}{version}.{address}"


def write_bibtex(cited: dict, *, key: str) -> str:
    """Return a citation as an entry of BibTeX; fields that are not stated are left out."""
    fields = {
        "author": " and ".join(_name_authors(cited, last_first=True)),
        "title": "{" + _escape(str(cited["title"]).strip()) + "}",
        "year": _year(cited),
        "version": _escape(str(cited.get("version") or "")),
        "license": _escape(str(cited.get("license") or "")),
        "doi": str(cited.get("doi") or ""),
        "url": "" if cited.get("doi") else _address(cited),
    }
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items() if text]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def tell_contact(cited: dict) -> str:
    """Say whom to ask: a contact, else the address of the code or of the report, else that none is stated."""
    people = [
        _name_person(one) + (f" ({one['email']})" if one.get("email") else "")
        for one in cited.get("contact") or []
    ]
    if people:
        return translate("Questions and corrections go to {join}.", join=join(people))
    address = cited.get("repository-code") or cited.get("url")
    if address:
        return translate("Questions and corrections go to {address}.", address=address)
    return translate(
        "No address for questions and corrections is stated. Whoever publishes a report writes it into "
        "CITATION.cff."
    )


def list_licences(cited: dict, data: Path) -> pd.DataFrame:
    """List what may be done with which part: one row a part, with licence; "not stated" where nobody did.

    The tables of the first corpus are as its data package says; those of a project as its CITATION.cff says.
    """
    is_first = data.resolve() == HOME.resolve()
    tables = "CC0 1.0" if is_first else str(cited.get("license") or translate_word(NOT_STATED))
    rows = [
        (translate("the texts that were read"), translate("not included; they belong to their owners")),
        (translate("tables, decisions and findings"), tables),
        (
            translate("the software that counts, and these pages’ own prose"),
            str(cite_software().get("license") or translate_word(NOT_STATED)),
        ),
        (translate("icons of the pages (Font Awesome Free)"), "CC BY 4.0"),
    ]
    return pd.DataFrame(rows, columns=["part", "licence"])


def list_packed(data: Path) -> pd.DataFrame:
    """List what the file with the data holds: one row a part, with n_files and what it is.

    What a review writes beside it is left out: a page that told of it would change by being reviewed.
    """
    parts = pd.Series([name.split("/")[0] for name in list_download(data)], dtype="str")
    counts = parts.value_counts(sort=False)
    rows = [(part, int(counts[part]), translate_word(what)) for part, what in _WHAT.items() if part in counts]
    return pd.DataFrame(rows, columns=["part", "n_files", "what"])


def _name_authors(cited: dict, *, last_first: bool = False) -> list[str]:
    return [_name_person(one, last_first=last_first) for one in cited.get("authors") or []]


def _name_person(one: dict, *, last_first: bool = False) -> str:
    """Return the name of a person, or of a group; BibTeX takes a name in braces for one word."""
    if group := one.get("name"):
        return "{" + _escape(str(group)) + "}" if last_first else str(group)
    last = " ".join(filter(None, [str(one.get("name-particle") or ""), str(one.get("family-names") or "")]))
    given = str(one.get("given-names") or "")
    if not last or not given:
        return last or given or str(one.get("alias") or translate("anonymous"))
    return f"{_escape(last)}, {_escape(given)}" if last_first else f"{given} {last}"


def _year(cited: dict) -> str:
    found = re.match(r"\d{4}", str(cited.get("date-released") or ""))
    return found.group() if found else ""


def _address(cited: dict) -> str:
    if doi := cited.get("doi"):
        return f"https://doi.org/{doi}"
    return str(cited.get("url") or cited.get("repository-code") or "")


def _escape(text: str) -> str:
    """Escape what TeX reads as a sign."""
    return text.translate(_SIGNS)
