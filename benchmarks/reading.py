"""Time reading files of an hour of speech, beside the same words as plain text.

    python -m benchmarks.reading [--files N] [--counted N]

An hour is 9,000 words of two voices in cues of seven words, drawn from a list with a fixed seed. Every file is another
one. All are read, some are also split and counted as for a report. Behind them, a Word file of 200 pages is read, whose
runs are cut as Word cuts them. Seconds are processor seconds of one thread; the kinds of files take turns.
"""

from __future__ import annotations

import random
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import click

from analysis.counting import count_text
from analysis.formats import Speaker
from analysis.readers import Reading
from analysis.storage import read_file

N_WORDS, A_CUE, A_TURN = 9_000, 7, 140
VOICES = ("Paul Inger", "Maren Oldwick")
# Common words first: the square of a random number draws them oftener.
_SAID = """
    the of and to in that we it is a for on with as they this are by from have not be which at or was but their our
    harbour ferry quarrel water lamp pilot herring quota island map paper table signature summer winter shoal net
    root causes settlement patience meeting agreement border larder road school fisherman lighthouse question answer
"""
WORDS = _SAID.split()

Cue = tuple[float, str, str]


def draw_cues(seed: int) -> list[Cue]:
    """Return the cues of an hour: when each begins, in seconds, whose it is, and its words."""
    draw = random.Random(seed)
    words = [WORDS[int(len(WORDS) * draw.random() ** 2)] for _ in range(N_WORDS)]
    cues = []
    for i in range(0, N_WORDS, A_CUE):
        said = " ".join(words[i : i + A_CUE]) + ("." if i % (3 * A_CUE) == 0 else "")
        cues.append((3600 * i / N_WORDS, VOICES[i // A_TURN % 2], said))
    return cues


def write_text(cues: list[Cue]) -> str:
    """Return the words as plain text: a paragraph a turn, its label before it."""
    parts, before = [], ""
    for _, voice, said in cues:
        parts.append(f" {said}" if voice == before else f"\n\n{voice}: {said}")
        before = voice
    return "".join(parts).strip() + "\n"


def write_voices(cues: list[Cue]) -> str:
    """Return WebVTT with a voice tag a cue, as Teams writes it."""
    return _write(cues, lambda voice, said: f"<v {voice}>{said}</v>")


def write_labels(cues: list[Cue]) -> str:
    """Return WebVTT with a printed label a cue, as Zoom writes it."""
    return _write(cues, lambda voice, said: f"{voice}: {said}")


def write_rolling(cues: list[Cue]) -> str:
    """Return WebVTT that shows each line twice, below the line before it, with a label where the voice changes."""
    lines, before = [], ""
    for begin, voice, said in cues:
        lines.append((begin, voice, said if voice == before else f"{voice}: {said}"))
        before = voice
    above = ["", *(f"{said}\n" for _, _, said in lines)]
    rolled = [(begin, voice, over + said) for over, (begin, voice, said) in zip(above, lines, strict=False)]
    return _write(rolled, lambda _, said: said)


def _write(cues: list[Cue], say: Callable[[str, str], str]) -> str:
    blocks = [
        f"{i}\n{_clock(begin)} --> {_clock(begin + 2.8)}\n{say(voice, said)}\n"
        for i, (begin, voice, said) in enumerate(cues, 1)
    ]
    return "\n".join(["WEBVTT\n", *blocks])


def _clock(seconds: float) -> str:
    return f"{int(seconds // 3600):02}:{int(seconds // 60 % 60):02}:{seconds % 60:06.3f}"


KINDS = {
    "text.txt": write_text,
    "voices.vtt": write_voices,
    "labels.vtt": write_labels,
    "rolling.vtt": write_rolling,
}
PLAIN = "text.txt"
A_PAGE, N_PAGES = 400, 200  # words of a page of a Word file
_OFFICE = "http://schemas.openxmlformats.org"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@click.command(help=__doc__)
@click.option("--files", default=1000, show_default=True, help="Files of each kind that are read.")
@click.option("--counted", default=40, show_default=True, help="Of these, how many are split and counted.")
def main(files: int, counted: int) -> None:
    reading, counting = Counter[str](), Counter[str]()
    _count(Reading(write_text(draw_cues(0)), PLAIN))  # lists of words are loaded once
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(files):
            cues = draw_cues(seed)
            for name, write in KINDS.items():
                path = Path(folder) / name
                path.write_text(write(cues), encoding="utf-8")
                read, seconds = _read(path)
                reading[name] += seconds
                counting[name] += _count(read) if seed < counted else 0.0
        pages = Path(folder) / "pages.docx"
        write_word(pages)
        _, seconds = _read(pages)
    _tell(reading, counting, files, min(files, counted))
    click.echo(f"a Word file of {N_PAGES} pages, {A_PAGE * N_PAGES:,} words: {seconds:.2f} s to read")


def _read(path: Path) -> tuple[Reading, float]:
    began = time.process_time()
    read = read_file(path)
    return read, time.process_time() - began


def _count(read: Reading) -> float:
    """Split and count a reading as for a report; return the seconds that it takes."""
    began = time.process_time()
    count_text(read.text, kind="transcript", speaker=Speaker(VOICES[1]), marks=read)
    return time.process_time() - began


def _tell(reading: Counter[str], counting: Counter[str], files: int, counted: int) -> None:
    whole = {name: 1000 * (reading[name] / files + counting[name] / counted) for name in KINDS}
    for name in KINDS:
        click.echo(
            f"{name:<12} {reading[name] / files * 1000:8.2f} ms to read, {counting[name] / counted * 1000:8.2f} ms to "
            f"split and count, {whole[name]:8.2f} ms both, {whole[name] / whole[PLAIN]:.2f} x plain text"
        )


def write_word(path: Path) -> None:
    """Write a Word file of many pages: a paragraph a turn, its runs cut where a word is marked or was typed later."""
    turns = [cue for seed in range(A_PAGE * N_PAGES // N_WORDS + 1) for cue in draw_cues(seed)]
    paragraphs = [_write_paragraph(turns[i : i + 20]) for i in range(0, A_PAGE * N_PAGES // A_CUE, 20)]
    declared = f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main"'
    relation = f'Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types><Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        )
        archive.writestr("_rels/.rels", f'<Relationships><Relationship Id="r1" {relation}/></Relationships>')
        body = f"<w:body>{''.join(paragraphs)}</w:body>"
        archive.writestr("word/document.xml", f"<w:document {declared}>{body}</w:document>")


def _write_paragraph(cues: list[Cue]) -> str:
    """Return a paragraph with a run a cue, its label first, and marks of the speller between the runs."""
    run = '<w:r w:rsidR="00A1B2C3"><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">{} </w:t></w:r>'
    runs = "".join(
        f'<w:proofErr w:type="spellStart"/>{run.format(said)}<w:proofErr w:type="spellEnd"/>'
        for *_, said in cues
    )
    return f'<w:p w:rsidR="00A1B2C3"><w:pPr><w:spacing w:after="0"/></w:pPr>{run.format(cues[0][1] + ":")}{runs}</w:p>'


if __name__ == "__main__":
    main()
