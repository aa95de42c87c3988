"""What memory a run may take, what it is likely to take, and what a step gives back."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from contextlib import suppress

from analysis.errors import InputError

UNITS = {"KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}
_AMOUNT = re.compile(rf"\s*(\d+(?:\.\d+)?)\s*({'|'.join(UNITS)})\s*", re.IGNORECASE)
# Bytes, as `benchmarks.ladder` and `benchmarks.counting` find them.
OF_A_PROCESS = 250_000_000
COUNTING = 50  # a character of the text that is being counted
GATHERING = 80  # a character of all texts, while sources are compared


def read_amount(amount: str) -> int:
    """Return the bytes of an amount such as `3GB` or `1.5 GB`. Raises InputError for anything else."""
    found = _AMOUNT.fullmatch(amount)
    n_bytes = int(float(found[1]) * UNITS[found[2].upper()]) if found else 0
    if not n_bytes:
        raise InputError(f"--memory '{amount}': write a number and {', '.join(UNITS)}, such as 3GB.")
    return n_bytes


def measure_machine() -> float:
    """Return the bytes of memory of this machine; infinite where it does not say."""
    try:
        return float(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    except (AttributeError, ValueError, OSError):  # Windows knows neither
        return float("inf")


def can_count(n_bytes: float, processes: int, longest: int) -> bool:
    """Say whether so many processes can each count a text of so many characters, beside the one that waits."""
    return OF_A_PROCESS + processes * (OF_A_PROCESS + COUNTING * longest) <= n_bytes


def guess_gathering(n_characters: int) -> int:
    """Return the bytes that one process is likely to take while it compares texts of so many characters."""
    return OF_A_PROCESS + GATHERING * n_characters


def tell_shortage(n_bytes: int, n_characters: int) -> str:
    """Return a sentence where so many bytes, if any are said (0: none), are too few to compare so many characters."""
    need = guess_gathering(n_characters)
    if not n_bytes or need <= n_bytes:
        return ""
    return (
        f"comparing {n_characters / 1e6:,.0f} million characters takes about {need / 1e9:.1f} GB in one process, more "
        f"than the {n_bytes / 1e9:.2g} GB of --memory; it is tried all the same, by one process."
    )


def give_back() -> None:
    """Give memory that nothing holds any more back to the machine, where its library can."""
    if arrow := sys.modules.get("pyarrow"):  # pandas keeps words in it where it is installed
        arrow.default_memory_pool().release_unused()
    with suppress(AttributeError, OSError, TypeError):  # only glibc has it
        ctypes.CDLL(None).malloc_trim(0)
