"""TEI as ParlaMint has it: a turn an utterance `u`, a paragraph a `seg`, what nobody says a `note`.

The elements and their order follow ParlaMint's schema for the text (Erjavec et al. 2023); who speaks is told in a
`listPerson`, when in the setting.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

import pandas as pd

from analysis.exchange.gathering import Export
from analysis.exchange.shown import CLOSING, Piece, write_pieces
from analysis.roles import OWN, QUESTION, SPOKEN

SAID = (*OWN, QUESTION, "other")  # what somebody says; narration is a note
_ROLES = {
    "answer": "the person whose words are studied, in a transcript or a speech",
    "quote": "the same person, inside a report",
    "question": "whoever asks",
    "other": "somebody who neither asks nor is studied",
}


def write_tei(export: Export) -> dict[str, bytes]:
    """Write a TEI document a source, SOURCE.xml."""
    by_source = dict(list(export.segments.groupby("source", sort=False)))
    return {
        f"{row.source}.xml": "".join(_write_document(row, by_source[row.source], export)).encode("utf-8")
        for row in export.sources.itertuples()
        if row.source in by_source
    }


def _write_document(source, segments: pd.DataFrame, export: Export) -> Iterator[str]:
    who = _name_people(segments)
    key = f"s-{source.source}"
    language = f" xml:lang={quoteattr(source.language)}" if source.language else ""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{key}"{language}>\n'
    yield from _write_header(source, who, export)
    yield "<text>\n<body>\n"
    yield from _write_body(segments, who, key)
    yield "</body>\n</text>\n</TEI>\n"


def _name_people(segments: pd.DataFrame) -> dict[str, str]:
    """Return the identifier of each voice that says something, in the order in which they begin."""
    spoken = segments[segments["role"].isin(SAID) & (segments["speaker"] != "")]
    return {name: f"p{number}" for number, name in enumerate(spoken["speaker"].unique(), 1)}


def _write_header(source, who: dict[str, str], export: Export) -> Iterator[str]:
    title = source.title or f"{source.label} ({source.source})"
    whole = source.source in export.texts
    terms = (
        source.licence if whole else "Only words that the published tables show; gaps stand for the others."
    )
    yield "<teiHeader>\n<fileDesc>\n"
    yield f'<titleStmt><title type="main">{_write_text(title)}</title></titleStmt>\n'
    yield f"<publicationStmt><p>{_write_text(terms)}</p></publicationStmt>\n"
    yield f"<sourceDesc><bibl>{_write_bibl(source)}</bibl></sourceDesc>\n</fileDesc>\n"
    yield "<encodingDesc><classDecl><taxonomy>\n"
    for role, meaning in _ROLES.items():
        yield f'<category xml:id="{role}"><catDesc><term>{role}</term>: {meaning}</catDesc></category>\n'
    yield "</taxonomy></classDecl></encodingDesc>\n<profileDesc>\n"
    day = f'<date when="{source.date}">{source.date}</date>' if source.date else "<date>not known</date>"
    yield f"<settingDesc><setting><name>{_write_text(source.label)}</name>{day}</setting></settingDesc>\n"
    if who:
        yield "<particDesc><listPerson>\n"
        for name, key in who.items():
            term = f"<persName><term>{_write_text(name)}</term></persName>"
            yield f'<person xml:id="{key}">{term}</person>\n'
        yield "</listPerson></particDesc>\n"
    yield "</profileDesc>\n</teiHeader>\n"


def _write_bibl(source) -> str:
    title = f"<title>{_write_text(source.title)}</title>" if source.title else ""
    outlet = f"<publisher>{_write_text(source.outlet)}</publisher>" if source.outlet else ""
    address = f'<idno type="URI">{_write_text(source.url)}</idno>' if source.url else ""
    day = f'<date when="{source.published}">{source.published}</date>' if source.published else ""
    return title + outlet + address + day or _write_text(source.source)


def _write_body(segments: pd.DataFrame, who: dict[str, str], key: str) -> Iterator[str]:
    """Write divisions: each begins with the headings that stand above it, and holds turns and notes."""
    heads: list[str] = []
    parts: list[str] = []
    for kind, rows in _group_rows(segments):
        if kind == "heading":
            if parts:
                yield _write_division(heads, parts)
                heads, parts = [], []
            heads += [said for row in rows if (said := _write_line(row.pieces))]
        else:
            parts += _write_part(kind, rows, who, key)
    if heads or parts:
        yield _write_division(
            heads if parts else [], parts or [_write_note(head, "heading") for head in heads]
        )


def _write_division(heads: list[str], parts: list[str]) -> str:
    kind = "debateSection" if any(part.startswith("<u ") for part in parts) else "commentSection"
    inside = "".join(f"<head>{head}</head>\n" for head in heads) + "".join(parts)
    return f'<div type="{kind}">\n{inside}</div>\n'


def _group_rows(segments: pd.DataFrame) -> Iterator[tuple[str, list]]:
    """Yield the rows of each turn, and those between turns by kind: heading, label, or their role."""
    rows = list(segments.itertuples())
    spoken = {row.paragraph for row in rows if row.role in SPOKEN}
    for (kind, _), group in groupby(rows, lambda row: _find_kind(row, spoken)):
        yield kind, list(group)


def _find_kind(row, spoken: set[int]) -> tuple[str, object]:
    if pd.notna(row.turn):
        return "turn", row.turn
    if row.role == "apparatus":
        return ("label" if row.paragraph in spoken else "heading"), 0
    return row.role, 0


def _write_part(kind: str, rows: list, who: dict[str, str], key: str) -> list[str]:
    said = next((row for row in rows if row.role in SPOKEN), None)
    if kind == "turn" and said is not None and said.role in SAID:
        return [_write_utterance(rows, said, who, f"{key}.u{int(said.turn)}")]
    kinds = {"label": "speaker"}
    return [_write_note(_write_line(row.pieces), kinds.get(kind, row.role)) for row in rows]


def _write_utterance(rows: list, said, who: dict[str, str], key: str) -> str:
    """Write a turn: a segment a paragraph; notes and words printed twice stand where they stand in the text."""
    speaker = f' who="#{who[said.speaker]}"' if said.speaker else ""
    parts = []
    for number, (_, group) in enumerate(groupby(rows, lambda row: row.paragraph), 1):
        inside = _write_paragraph(list(group))
        parts.append(
            inside if inside.startswith("<note") else f'<seg xml:id="{key}.{number}">{inside}</seg>\n'
        )
    return f'<u xml:id="{key}"{speaker} ana="#{said.role}">\n{"".join(parts)}</u>\n'


def _write_paragraph(rows: list) -> str:
    """Write the words of a paragraph of a turn; one of notes alone is a note each."""
    is_said = any(row.role in SPOKEN for row in rows)
    written = ""
    for row in rows:
        if row.role in SPOKEN:
            written = _join(written, _write_said(row.pieces))
        else:
            note = _write_note(_write_line(row.pieces), row.role)
            written = _join(written, note.rstrip("\n")) if is_said else written + note
    return written


def _join(before: str, words: str) -> str:
    tight = words.startswith(CLOSING)
    return before + ("" if not before or tight else " ") + words


def _write_note(words: str, kind: str) -> str:
    return f'<note type="{kind}">{words}</note>\n' if words else ""


def _write_said(pieces: list[Piece]) -> str:
    """Write what somebody says in a segment; words that are not released are a gap that says how many they are."""
    written = ""
    for piece in pieces:
        if isinstance(piece, int):
            many = "word is" if piece == 1 else "words are"
            gap = f'<gap reason="editorial"><desc>{piece} {many} not released</desc></gap>'
            written = _join(written, gap)
        else:
            written = _join(written, _write_text(piece))
    return written


def _write_line(pieces: list[Piece]) -> str:
    """Write what is shown of a heading or a note, which may hold no gap."""
    return _write_text(write_pieces(pieces))


def _write_text(words: str) -> str:
    return escape(" ".join(words.split()))
