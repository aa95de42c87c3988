"""A data folder with its texts: each part is read and checked once, when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.errors import InputError
from analysis.storage.schema import data_folder

# What reads the parts is loaded with the first of them: where nothing has changed, none is asked for.
if TYPE_CHECKING:
    import pandas as pd

    from analysis.formats import Place, Speaker, Voice


class Corpus:
    """What was received and decided, for every step of one command.

    data: the folder with sources/, decisions/ and tables/; the one that REFRAIN_DATA names, else the
    repository's, if left out. texts_folder: the folder with the texts; sources/texts in data if left out.
    Each part raises InputError, naming file and line, when it is first asked for and is not as it must be.
    """

    def __init__(self, data: Path | None = None, texts_folder: Path | None = None) -> None:
        self.data = data or data_folder()
        if not self.data.is_dir():
            raise InputError(
                f"{self.data}: there is no such folder; name one with sources/ and decisions/ as --data."
            )
        self.texts_folder = texts_folder or self.data / "sources" / "texts"

    @cached_property
    def sources(self) -> pd.DataFrame:
        """One row a source, by date, as from `load_manifest`."""
        from analysis.storage.sources import load_manifest

        return load_manifest(self.data)

    @cached_property
    def decisions(self) -> dict[str, pd.DataFrame]:
        """Topics, patterns, phrases and equivalents, by name, as from `load_decisions`."""
        from analysis.storage.decisions import load_decisions

        return load_decisions(self.data)

    @property
    def speaker(self) -> Speaker:
        """The person whose words are studied."""
        return self._people[0]

    @property
    def voices(self) -> dict[str, Voice]:
        """Whom each printed label announces, where that is decided."""
        return self._people[1]

    @cached_property
    def texts(self) -> pd.DataFrame:
        """One row a source, in the order of sources: source, kind, text, marks, sha256, as from `read_texts`."""
        from analysis.storage.sources import read_texts

        return read_texts(self.sources, self.data, self.texts_folder)

    @cached_property
    def places(self) -> dict[str, list[Place]]:
        """Stretches of the texts whose voice was decided by hand, by source."""
        from analysis.storage.voices import load_places

        return load_places(self.data, self.texts)

    @cached_property
    def absent(self) -> set[str]:
        """The sources that are meant to hold no word of the speaker."""
        from analysis.storage.tables import check_references, read_optional

        table = read_optional(self.data, "absent")
        check_references({"manifest": self.sources, "absent": table}, self.data)
        return set(table["source"])

    @cached_property
    def _people(self) -> tuple[Speaker, dict[str, Voice]]:
        from analysis.storage.voices import load_speaker

        return load_speaker(self.data)
