"""Codings out of a REFI-QDA project (.qdpx), as QualCoder and its like write it: what each user coded, by paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

import pandas as pd

from analysis.errors import InputError
from analysis.readers import Archive, parse_xml
from analysis.storage import LARGEST, read_bytes
from analysis.validation.agreement import PARAGRAPH
from analysis.validation.codings import CODING
from analysis.validation.sheets import NONE

QDA_NAMESPACE = "urn:QDA-XML:project:1.0"
QDA_TEXTS = "sources"  # the folder of an archive that holds them, small by the standard; some write it large
QDA_ENDING = ".qdpx"
QDA_USER = "Refrain"  # whose codings are those of the dictionary, and nobody's witness
_FEWEST = (
    2  # characters that a passage and a paragraph must share: some programs count the end otherwise by one
)


class Passage(NamedTuple):
    """A coded passage: the source by name, offsets in its text, the user's name, the code's name, and its own name."""

    source: str
    start: int
    end: int
    coder: str
    code: str
    name: str


class Project(NamedTuple):
    """What a project holds: the text of each source by name, and the coded passages."""

    texts: dict[str, str]
    passages: list[Passage]


def read_project(path: Path) -> Project:
    """Read the plain texts of a project and what is coded in them.

    Raises InputError, naming the file, where it is no such project.
    """
    content = read_bytes(path, largest=LARGEST)
    try:
        archive = Archive(content)
        members = {name: archive.read(name) for name in sorted(archive.names) if _is_read(name)}
    except InputError as error:
        raise InputError(f"{path}: this is no REFI-QDA project that can be read: {error}") from None
    described = next((content for name, content in members.items() if name.lower().endswith(".qde")), None)
    if described is None:
        raise InputError(f"{path}: it holds no project.qde; export it as a REFI-QDA project.")
    try:
        root = parse_xml(described)
    except InputError as error:
        raise InputError(f"{path}: its project.qde cannot be read ({error})") from None
    return _read_root(root, members, path)


def _is_read(name: str) -> bool:
    """Say whether a member is read: the description and the plain texts are."""
    return name.lower().endswith((".qde", ".txt"))


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _read_root(root: Element, members: Mapping[str, bytes], path: Path) -> Project:
    users = {user.get("guid", ""): user.get("name", "") for user in root.iter() if _local(user) == "User"}
    codes = {code.get("guid", ""): code.get("name", "") for code in root.iter() if _local(code) == "Code"}
    counts_ends_once = (
        "ATLAS" in root.get("origin", "").upper()
    )  # it counts the two signs of a line's end as one
    texts: dict[str, str] = {}
    passages: list[Passage] = []
    for source in (element for element in root.iter() if _local(element) == "TextSource"):
        name = re.sub(r"\.(?:txt|docx?|odt|rtf|md)$", "", source.get("name", ""), flags=re.IGNORECASE)
        text = _find_text(source, members)
        if text is None:
            raise InputError(
                f"{path}: the plain text of '{name}' is not in it; export the project with its texts."
            )
        coded = list(_list_passages(source, name, users, codes, path))
        texts[name] = _settle_ends(text, coded, counts_ends_once=counts_ends_once)
        passages += coded
    return Project(texts, passages)


def _settle_ends(text: str, passages: list[Passage], *, counts_ends_once: bool) -> str:
    """Return the text that positions count: some programs count the two signs of a line's end as one.

    Where passages bear their own words as names, the reading under which more of them do is taken.
    """
    once = text.replace("\r\n", "\n")
    met = {same: sum(same[p.start : p.end] == p.name for p in passages) for same in (text, once)}
    if met[text] != met[once]:
        return max(met, key=lambda same: met[same])
    return once if counts_ends_once else text


def _find_text(source: Element, members: Mapping[str, bytes]) -> str | None:
    inside = next((child for child in source if _local(child) == "PlainTextContent"), None)
    if inside is not None:
        return inside.text or ""
    file = source.get("plainTextPath", "").rpartition("/")[2].casefold()
    found = next((content for name, content in members.items() if name.casefold().endswith(f"/{file}")), None)
    return None if found is None or not file else found.decode("utf-8-sig", errors="replace")


def _list_passages(
    source: Element, name: str, users: Mapping[str, str], codes: Mapping[str, str], path: Path
) -> Iterator[Passage]:
    for passage in (child for child in source if _local(child) == "PlainTextSelection"):
        place = [passage.get(side, "") for side in ("startPosition", "endPosition")]
        if not all(side.isdecimal() for side in place):
            raise InputError(f"{path}: a passage of '{name}' has no position; export the project anew.")
        for coding in (child for child in passage if _local(child) == "Coding"):
            user = coding.get("creatingUser") or passage.get("creatingUser", "")
            code = next((child.get("targetGUID", "") for child in coding if _local(child) == "CodeRef"), "")
            yield Passage(
                name,
                int(place[0]),
                int(place[1]),
                users.get(user, ""),
                codes.get(code, ""),
                passage.get("name", ""),
            )


def read_project_codings(
    path: Path, sample: pd.DataFrame, paragraphs: pd.Series, topics: pd.DataFrame
) -> tuple[pd.DataFrame, list[str]]:
    """Read what the users of a project coded of a sample.

    sample: one row a paragraph (source, paragraph). paragraphs: their texts, in the same order, from `list_texts`.
    topics: one row a topic (topic, label); a code is a topic if it bears its name or its label.
    A paragraph bears the topics of every passage that shares two letters with it. Where a user has a code called none
    or -, only coded paragraphs are read ones; else every paragraph of a text in which that user coded something, and
    what bears no topic is about none. Codings of the user Refrain, which an export made, are passed over.
    Returns codings as `read_sheets` does, a coder a user (the file's name for a user without one), and a sentence on
    each coder, and on codes that are no topics. Raises InputError, naming the file, where nobody coded a topic.
    """
    project = read_project(path)
    people = [passage for passage in project.passages if passage.coder != QDA_USER]
    known = {name.casefold(): row.topic for row in topics.itertuples() for name in (row.label, row.topic)}
    known |= dict.fromkeys(NONE, "")
    named = [p._replace(coder=p.coder or path.stem) for p in people if p.code.casefold() in known]
    if not named:
        listed = ", ".join(topics["topic"])
        raise InputError(
            f"{path}: nobody coded a passage with a code named after a topic; they are {listed}."
        )
    places = _place_paragraphs(sample, paragraphs, project.texts, path)
    told = _tell_others(people, known)
    tables = []
    for coder in sorted({passage.coder for passage in named}):
        own = [passage for passage in named if passage.coder == coder]
        cells = _code_paragraphs(own, places, known)
        table = sample[PARAGRAPH].assign(topics=cells, coder=coder).dropna(subset="topics")
        n_none = int((table["topics"] == "").sum())
        told.append(
            f"{path.name}: {coder} read {len(table)} drawn paragraphs, {n_none} of them about no topic."
        )
        tables.append(table)
    return pd.concat(tables, ignore_index=True)[CODING], told


def _tell_others(passages: list[Passage], known: Mapping[str, str]) -> list[str]:
    others = sorted({passage.code for passage in passages if passage.code.casefold() not in known})
    return [f"These codes are no topics and are passed over: {', '.join(others)}."] if others else []


def _place_paragraphs(
    sample: pd.DataFrame, paragraphs: pd.Series, texts: Mapping[str, str], path: Path
) -> list[tuple[str, set[int]]]:
    """Return where the letters of each paragraph stand in the text of the project: the source, and offsets."""
    letters = {name: [i for i, sign in enumerate(text) if not sign.isspace()] for name, text in texts.items()}
    packed = {name: "".join(text.split()) for name, text in texts.items()}
    begun: dict[tuple[str, str], int] = defaultdict(int)
    places = []
    for row, words in zip(sample.itertuples(), paragraphs, strict=True):
        sought = "".join(words.split())
        at = packed.get(row.source, "").find(sought, begun[row.source, sought])
        if row.source in texts and at < 0:
            which = f"paragraph {row.paragraph} of {row.source}"
            raise InputError(
                f"{path}: {which} is not in its text of that name; code the text that was drawn from."
            )
        begun[row.source, sought] = at + 1
        found = letters[row.source][at : at + len(sought)] if row.source in texts else ()
        places.append((row.source, set(found)))
    return places


def _code_paragraphs(
    passages: list[Passage], places: list[tuple[str, set[int]]], known: Mapping[str, str]
) -> list[str | None]:
    """Return the topics of each paragraph, '' for none of them, None where it was not read."""
    says_none = any(known[passage.code.casefold()] == "" for passage in passages)
    read = set() if says_none else {passage.source for passage in passages}
    cells: list[str | None] = []
    for source, offsets in places:
        met = [p for p in passages if p.source == source and _share(p, offsets) >= _FEWEST]
        topics = {known[passage.code.casefold()] for passage in met} - {""}
        cells.append(" ".join(sorted(topics)) if met or source in read else None)
    return cells


def _share(passage: Passage, offsets: set[int]) -> int:
    return sum(passage.start <= offset < passage.end for offset in offsets)
