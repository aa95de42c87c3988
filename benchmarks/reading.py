"""Time reading files of an hour of speech, beside the same words as plain text.

    python -m benchmarks.reading [--files N]

An hour is 9,000 words of two voices in cues of seven words, drawn from a list with a fixed seed. Every file is another
one. Seconds are processor seconds of one thread; the kinds of files take turns.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import click

from analysis.formats import Speaker, split_source
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


def _write(cues: list[Cue], say: Callable[[str, str], str]) -> str:
    blocks = [
        f"{i}\n{_clock(begin)} --> {_clock(begin + 2.8)}\n{say(voice, said)}\n"
        for i, (begin, voice, said) in enumerate(cues, 1)
    ]
    return "\n".join(["WEBVTT\n", *blocks])


def _clock(seconds: float) -> str:
    return f"{int(seconds // 3600):02}:{int(seconds // 60 % 60):02}:{seconds % 60:06.3f}"


KINDS = {"text.txt": write_text, "voices.vtt": write_voices, "labels.vtt": write_labels}


@click.command(help=__doc__)
@click.option("--files", default=1000, show_default=True, help="Files of each kind.")
def main(files: int) -> None:
    reading, splitting = dict.fromkeys(KINDS, 0.0), dict.fromkeys(KINDS, 0.0)
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(files):
            cues = draw_cues(seed)
            for name, write in KINDS.items():
                path = Path(folder) / name
                path.write_text(write(cues), encoding="utf-8")
                _time(path, reading, splitting)
    for name in KINDS:
        both = reading[name] + splitting[name]
        times = both / (reading["text.txt"] + splitting["text.txt"])
        click.echo(
            f"{name:<12} {reading[name] / files * 1000:8.2f} ms to read, {splitting[name] / files * 1000:8.2f} ms to "
            f"split, {both / files * 1000:8.2f} ms both, {times:.2f} x plain text"
        )


def _time(path: Path, reading: dict[str, float], splitting: dict[str, float]) -> None:
    """Read and split a file as `roles` does, and add up what each takes."""
    began = time.process_time()
    read = read_file(path)
    middle = time.process_time()
    split_source(read.text, kind="transcript", speaker=Speaker(VOICES[1]), marks=read)
    reading[path.name] += middle - began
    splitting[path.name] += time.process_time() - middle


if __name__ == "__main__":
    main()
