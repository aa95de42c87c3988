"""Tables by name, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pandas as pd


class LazyTables(Mapping[str, pd.DataFrame]):
    """Tables that are made when somebody asks for them, once.

    makers: what makes each table, by its name. keys: of each table a digest of all that it is made from, where that is
    known before it is made: the same key, the same table.
    """

    def __init__(
        self, makers: Mapping[str, Callable[[], pd.DataFrame]], keys: Mapping[str, str] | None = None
    ) -> None:
        self._makers, self._made = dict(makers), {}
        self.keys_of_tables = dict(keys or {})

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self._makers[name] = None  # what it was made from may leave the memory
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)

    def __contains__(self, name: object) -> bool:
        return name in self._makers

    def __or__(self, others: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
        return {**self, **others}

    def __reduce__(self) -> tuple:
        return dict, (dict(self),)
