"""A REFI-QDA project (.qdpx): the texts, the topics as codes, and the paragraphs that mention them as codings.

After the Project Exchange standard of the Rotterdam Exchange Format Initiative, version 1.0 (2019). Positions count
characters (code points) of the plain text, the end being the first character behind the passage.
"""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

import pandas as pd

from analysis.exchange.gathering import Export
from analysis.exchange.shown import write_pieces
from analysis.validation import QDA_NAMESPACE, QDA_TEXTS, QDA_USER

_SPACE = uuid.UUID(
    "6f1f2c0e-3a57-5d1c-9a43-0f6b8d8f7a21"
)  # of our identifiers: the same data give the same ones
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of every member of the archive
_VARIABLES = ("event", "date", "outlet", "interviewer", "kind", "language")
_COLOURS = ("#1B9E77", "#D95F02", "#7570B3", "#E7298A", "#66A61E", "#E6AB02", "#A6761D", "#666666")
NAME = "refrain.qdpx"


class Source(NamedTuple):
    """A source as it stands in the project: its text, and where each paragraph is in it (paragraph, start, end)."""

    text: str
    places: dict[int, tuple[int, int]]


def write_project(export: Export) -> dict[str, bytes]:
    """Write the project as one archive. Its texts end lines with \\n alone, and no character moves."""
    by_source = dict(list(export.segments.groupby("source", sort=False)))
    names = [name for name in export.sources["source"] if name in by_source]
    sources = {name: _lay_out(by_source[name], export.texts.get(name)) for name in names}
    members = {"project.qde": "".join(_write_qde(export, sources))}
    members |= {f"{QDA_TEXTS}/{_identify('source', name)}.txt": sources[name].text for name in names}
    return {NAME: _pack(members)}


def _pack(members: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content.encode("utf-8"))
    return file.getvalue()


def _lay_out(segments: pd.DataFrame, text: str | None) -> Source:
    """Return a whole text as it is, or what is shown of its paragraphs, one below the other."""
    if text is not None:
        reach = segments.groupby("paragraph").agg(start=("start", "min"), end=("end", "max"))
        plain = text.replace("\r\n", " \n").replace("\r", "\n")  # so that no offset moves
        return Source(plain, {row.Index: (row.start, row.end) for row in reach.itertuples()})
    written, places = "", {}
    for paragraph, rows in segments.groupby("paragraph"):
        start = len(written)
        written += write_pieces(rows["pieces"].sum())
        places[int(paragraph)] = (start, len(written))
        written += "\n\n"
    return Source(written, places)


def _identify(*names: object) -> str:
    return str(uuid.uuid5(_SPACE, "\x1f".join(map(str, names)))).upper()


def _write_qde(export: Export, sources: dict[str, Source]) -> Iterator[str]:
    user = _identify("user")
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f'<Project xmlns="{QDA_NAMESPACE}" name={quoteattr(export.name)} origin="Refrain"'
    yield f' creatingUserGUID="{user}">\n'
    yield f'<Users><User guid="{user}" name="{QDA_USER}"/></Users>\n'
    yield from _write_codes(export)
    yield "<Variables>\n"
    for name in _VARIABLES:
        yield f'<Variable guid="{_identify("variable", name)}" name="{name}" typeOfVariable="Text"/>\n'
    yield "</Variables>\n<Sources>\n"
    rows = export.sources.set_index("source")
    codings = dict(list(_list_codings(export.hits).groupby("source")))
    for name, source in sources.items():
        yield from _write_source(name, source, rows.loc[name], codings.get(name), user)
    yield "</Sources>\n</Project>\n"


def _write_codes(export: Export) -> Iterator[str]:
    """Write a code a topic; a project without topics has no code book, which may not be empty."""
    if export.topics.empty:
        return
    yield "<CodeBook><Codes>\n"
    for number, topic in enumerate(export.topics.itertuples()):
        colour = _COLOURS[number % len(_COLOURS)]
        told = escape(f"{topic.label}. {topic.description}".strip())
        yield f'<Code guid="{_identify("code", topic.topic)}" name={quoteattr(topic.topic)} isCodable="true"'
        yield f' color="{colour}"><Description>{told}</Description></Code>\n'
    yield "</Codes></CodeBook>\n"


def _list_codings(hits: pd.DataFrame) -> pd.DataFrame:
    """List which topics are met in which paragraphs: source, paragraph, topic, each once."""
    return (
        hits.astype({"topic": "str"})[["source", "paragraph", "topic"]]
        .drop_duplicates()
        .sort_values(["source", "paragraph", "topic"])
    )


def _write_source(
    name: str, source: Source, row: pd.Series, codings: pd.DataFrame | None, user: str
) -> Iterator[str]:
    key = _identify("source", name)
    yield f'<TextSource guid="{key}" name={quoteattr(name)} plainTextPath="internal://{key}.txt"'
    yield f' creatingUser="{user}">\n'
    for paragraph, rows in codings.groupby("paragraph") if codings is not None else ():
        start, end = source.places[paragraph]
        yield f'<PlainTextSelection guid="{_identify("passage", name, paragraph)}" name="paragraph {paragraph}"'
        yield f' startPosition="{start}" endPosition="{end}" creatingUser="{user}">\n'
        for topic in rows["topic"]:
            coding = _identify("coding", name, paragraph, topic)
            code = _identify("code", topic)
            yield f'<Coding guid="{coding}" creatingUser="{user}"><CodeRef targetGUID="{code}"/></Coding>\n'
        yield "</PlainTextSelection>\n"
    for variable in _VARIABLES:
        value = escape(str(row[variable]))
        reference = f'<VariableRef targetGUID="{_identify("variable", variable)}"/>'
        yield f"<VariableValue>{reference}<TextValue>{value}</TextValue></VariableValue>\n"
    yield "</TextSource>\n"
