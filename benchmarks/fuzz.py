"""Damage invented files and look whether each is read or refused in a sentence, in bounded time and memory.

    python -m benchmarks.fuzz [--seconds N] [--seed N] [--target NAME]

The targets (readers, splitter, patterns, tables) share the time. Besides a result that holds what `fuzz_targets`
asks, only InputError of one line is allowed. For a seed, the n-th file of a target is always the same. A fault is
told once for each place in the code, with the file that shows it; then the program ends with 1. What it finds
becomes a test.
"""

from __future__ import annotations

import random
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import click

from analysis.errors import InputError
from benchmarks.fuzz_mutations import damage
from benchmarks.fuzz_targets import Target, list_targets

LONGEST = 10  # processor seconds that one file of some kilobytes may take
MOST_MEMORY = 1_500_000_000  # bytes that may be asked for, beyond what the program holds at the start
WHOLE, EXPLAINED = ALLOWED = ("whole", "refused in a sentence")


class TooLong(BaseException):
    """A file took too long. It is no Exception, which a reader may have reason to catch."""


@click.command()
@click.option("--seconds", default=120, show_default=True, help="How long to go on, in all.")
@click.option("--seed", default=1, show_default=True, help="Another seed draws other files.")
@click.option("--target", "names", multiple=True, help="Only this target; may be given again.")
def main(seconds: int, seed: int, names: tuple[str, ...]) -> None:
    """Fuzz until the time is over, then tell the faults."""
    targets = {name: target for name, target in list_targets().items() if name in names or not names}
    folder = Path(tempfile.mkdtemp(prefix="refrain-faults-"))
    limit_memory()
    outcomes, faults = run(targets, seconds=seconds, seed=seed, folder=folder)
    for (target, outcome), n in sorted(outcomes.items()):
        click.echo(f"{target}: {n} {outcome}")
    for fault, path in faults.items():
        click.echo(f"FAULT {fault}\n  in {path}")
    sys.exit(1 if faults else 0)


def run(
    targets: dict[str, Target], *, seconds: float, seed: int, folder: Path
) -> tuple[Counter[tuple[str, str]], dict[str, Path]]:
    """Return how many files of each target ended how, and the first file that shows each fault.

    A file that kills the whole program stays in `folder` as `running`.
    """
    outcomes, faults, spent = Counter(), {}, dict.fromkeys(targets, 0.0)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        name = min(spent, key=spent.get)
        begin, number = time.process_time(), sum(n for (of, _), n in outcomes.items() if of == name)
        what, content = draw(targets[name], random.Random(f"{seed} {name} {number}"))
        (folder / "running").write_bytes(content)
        outcome = try_one(targets[name], what, content)
        outcomes[name, outcome if outcome in ALLOWED else "at fault"] += 1
        if outcome not in ALLOWED and f"{name}: {outcome}" not in faults:
            faults[f"{name}: {outcome}"] = _keep(folder, len(faults), what, content)
        spent[name] += time.process_time() - begin
    (folder / "running").unlink(missing_ok=True)
    return outcomes, faults


def draw(target: Target, dice: random.Random) -> tuple[str, bytes]:
    """Return the name of one of a target's inputs, and that input damaged."""
    what = dice.choice(sorted(target.inputs))
    return what, damage(target.inputs[what], list(target.inputs.values()), dice)


def try_one(target: Target, what: str, content: bytes) -> str:
    """Return how the check of one damaged file ended: whole, refused in a sentence, or the fault and its place."""
    try:
        with time_limit(LONGEST):
            target.check(what, content)
    except InputError as refused:
        return EXPLAINED if _is_sentence(str(refused)) else f"no sentence: {str(refused)[:200]!r}"
    except (Exception, TooLong, RecursionError) as fault:
        frame = traceback.extract_tb(fault.__traceback__)[-1]
        places = [f for f in traceback.extract_tb(fault.__traceback__) if "/analysis/" in f.filename] or [
            frame
        ]
        place = f"{Path(places[-1].filename).name}:{places[-1].lineno}"
        return f"{type(fault).__name__} at {place}: {str(fault)[:120]}"
    return WHOLE


def _is_sentence(message: str) -> bool:
    return message.endswith(".") and "\n" not in message


def _keep(folder: Path, number: int, what: str, content: bytes) -> Path:
    path = folder / f"{number}-{what.replace('/', '-').replace(' ', '-')}"
    path.write_bytes(content)
    return path


@contextmanager
def time_limit(seconds: int):
    """Raise TooLong when so many processor seconds of this process have passed."""

    def stop(signal_number, frame):
        raise TooLong(f"more than {seconds} seconds")

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def limit_memory() -> None:
    """Let this process ask for no more memory than it holds now and MOST_MEMORY besides."""
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + MOST_MEMORY, held + MOST_MEMORY))


if __name__ == "__main__":
    main()
