"""Time `refrain tables` from five sources to 40 million words, beside the floor and other packages, in one run.

    python -m benchmarks.ladder [FOLDER ... --host NAME] [--texts FOLDER] [--millions N ...]

Each FOLDER holds conversations in Markdown, a bold label before each turn, of which those of the host are taken.
--texts: the texts of this repository's own report; an invented report of four sources stands in for it. Every run
is a process of its own. Seconds of wall time, and processor seconds of all its processes; the peak memory of all of
them together in GB (what they share counts once); `floors`: seconds divided by those of one regular expression for
the words and nupunkt for the sentences of the same texts, by one process. Other packages only count the words of each
text by form, a small part of the same work. Writes analysis/pages/speed.csv and speed_machine.csv.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click
import pandas as pd
import psutil

from analysis import pages
from analysis.pipeline import read_amount
from analysis.storage.schema import HOME
from benchmarks.ladder_corpora import write_speeches, write_talk
from benchmarks.ladder_peers import ALL, is_there

sys.path.append(str(Path(__file__).parents[1] / "tests" / "support"))
from corpus_of_three import write_corpus

FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
OUT = Path(pages.__file__).parent
LIBRARIES = ("numpy", "pandas", "nupunkt", "pyarrow")
EVERY = 0.25  # seconds between two looks at the memory
Rows = Iterator[dict]
Ways = tuple[int, int]  # how many processes, and the bytes that they may take; 0: as many as there are


@click.command(help=__doc__)
@click.argument("folders", type=FOLDER, nargs=-1)
@click.option(
    "--host", default="", help="Whose words are studied in FOLDER: the name as the labels there print it."
)
@click.option("--texts", type=FOLDER, help="The texts of the report in this repository.")
@click.option("--millions", type=float, multiple=True, default=(1, 10, 40), show_default=True)
@click.option(
    "--peers-up-to", default=10.0, show_default=True, help="Million words that other packages count."
)
@click.option("--processes", default=0, help="As for `refrain tables`; 0: as many as there are cores.")
@click.option("--memory", default="", help="As for `refrain tables`.")
@click.option("--out", type=FOLDER, default=OUT, help="Folder of the two tables.")
def main(
    folders: tuple[Path, ...],
    host: str,
    texts: Path | None,
    millions: tuple[float, ...],
    peers_up_to: float,
    processes: int,
    memory: str,
    out: Path,
) -> None:
    if folders and not host:
        raise click.UsageError("say with --host whose words are studied in FOLDER.")
    ways = (processes, read_amount(memory) if memory else 0)
    rows, versions = [], {}
    for name, data, own_texts in _write_corpora(folders, host, texts, millions):
        runs = _climb(name, data, own_texts, ways, peers_up_to, versions)
        rows += [_show(row) for row in runs]
        _save(rows, versions, out)  # a run that is stopped has written what it had measured


def _save(rows: list[dict], versions: dict, out: Path) -> None:
    table = pd.DataFrame(rows).round({"seconds": 3, "processor_seconds": 3, "memory": 3, "floors": 2})
    table.to_csv(out / "speed.csv", index=False, lineterminator="\n")
    facts = pd.DataFrame(_list_facts(versions), columns=["what", "which"])
    facts.to_csv(out / "speed_machine.csv", index=False, lineterminator="\n")


def _write_corpora(
    folders: tuple[Path, ...], host: str, texts: Path | None, millions: tuple[float, ...]
) -> Iterator[tuple[str, Path, Path]]:
    """Yield each corpus while it is there: its name, its data folder, and the folder of its texts."""
    with tempfile.TemporaryDirectory() as place:
        data = Path(place) / "own"
        if texts:
            for part in ("sources", "decisions"):
                shutil.copytree(HOME / part, data / part)
            yield "five sources", data, texts
        else:
            yield "four invented sources", write_corpus(data), data / "sources" / "texts"
        for i, talk in enumerate(folders):
            data = Path(place) / f"talk-{i}"
            write_talk(data, talk, host)
            yield f"talk of {talk.name}", data, data / "sources" / "texts"
        for n in millions:
            data = Path(place) / f"speeches-{n}"
            write_speeches(data, int(n * 1_000_000))
            yield f"speeches, {n:g} million words", data, data / "sources" / "texts"
            shutil.rmtree(data)


def _climb(name: str, data: Path, texts: Path, ways: Ways, peers_up_to: float, versions: dict) -> Rows:
    """Yield a row for each step of each run on one corpus."""
    floor = _run("ladder_peers", "floor", texts)
    first = _run("ladder_steps", data, texts, ways=ways)
    size = {"corpus": name, "sources": first["sources"], "words": first["words"]}
    runs = {"floor": floor, "refrain": first, "refrain, one text more": _run_again(data, texts, ways)}
    if first["words"] <= peers_up_to * 1_000_000:
        runs |= {who: _run("ladder_peers", who, texts) for who in ALL[1:] if is_there(who)}
    versions |= {who: run["version"] for who, run in runs.items() if "version" in run and who != "floor"}
    for who, run in runs.items():
        for step, seconds in run["steps"].items():
            memory = run["memory"] if step == "all" else None
            floors = seconds / floor["steps"]["all"]
            worked = run.get("worked", {}).get(step)
            took = {"seconds": seconds, "processor_seconds": worked, "memory": memory, "floors": floors}
            yield size | {"who": who, "step": step} | took


def _run_again(data: Path, texts: Path, ways: Ways) -> dict:
    """Build the tables once more when one text has grown by a paragraph, if the texts are ours to change."""
    if not texts.is_relative_to(data):
        return {"steps": {}}
    longest = max(texts.iterdir(), key=lambda path: path.stat().st_size)
    longest.write_text(longest.read_text(encoding="utf-8") + "\n\nAnd so it was.\n", encoding="utf-8")
    return _run("ladder_steps", data, texts, ways=ways)


def _run(module: str, *arguments: object, ways: Ways | None = None) -> dict:
    """Run a module of benchmarks; return what it wrote, with `memory`, the most that all its processes had, in GB."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "out.json"
        command = [sys.executable, "-m", f"benchmarks.{module}", *arguments, out, *(ways or ())]
        child = psutil.Popen([str(part) for part in command])
        peak = 0.0
        while child.poll() is None:
            peak = max(peak, _measure_tree(child))
            time.sleep(EVERY)
        if child.returncode:
            raise click.ClickException(f"{' '.join(map(str, command[2:]))} failed")
        run = json.loads(out.read_text())
        return run | {"memory": max(peak / 1e9, run["peak"])}  # a short peak may fall between two looks


def _measure_tree(process: psutil.Process) -> float:
    """Return the bytes that a process and all it started have, what they share counted once."""
    total = 0
    try:
        for one in [process, *process.children(recursive=True)]:
            total += one.memory_full_info().pss
    except psutil.Error:  # one has ended meanwhile
        pass
    return total


def _show(row: dict) -> dict:
    rate = row["words"] / row["seconds"] if row["seconds"] else 0
    memory = f", {row['memory']:.2f} GB" if row["memory"] else ""
    click.echo(
        f"{row['corpus']} ({row['words']:,} words): {row['who']}, {row['step']}: {row['seconds']:.2f} s, "
        f"{row['floors']:.1f} floors, {rate:,.0f} words a second{memory}"
    )
    return row


def _list_facts(versions: dict) -> list[tuple[str, str]]:
    memory = f"{psutil.virtual_memory().total / 1e9:.0f} GB"
    machine = [
        ("processor", _find_processor()),
        ("cores", str(len(os.sched_getaffinity(0)))),
        ("memory", memory),
        ("other programs at work", f"{os.getloadavg()[2]:.0f}, on average of the last quarter of an hour"),
        ("system", f"{platform.system()} {platform.release()}"),
    ]
    ours = [(name, version(name)) for name in LIBRARIES if name not in versions]
    return [*machine, ("Python", platform.python_version()), *ours, *sorted(versions.items())]


def _find_processor() -> str:
    """Return what the processor calls itself (Linux), or its kind."""
    place = Path("/proc/cpuinfo")
    lines = place.read_text(encoding="utf-8").splitlines() if place.exists() else []
    called = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return called[0] if called else platform.machine()


if __name__ == "__main__":
    main()
