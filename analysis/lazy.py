"""Names that a room offers, each loaded when it is first used (PEP 562).

A room lists its names once, in the stub `__init__.pyi` beside its `__init__.py`: type checkers read the
stub, and so does this module.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any


def offer(room: str, file: str, *, rooms: tuple[str, ...] = ()) -> tuple[Callable, Callable, list[str]]:
    """Return `__getattr__`, `__dir__` and `__all__` of a room.

    room: its `__name__`. file: its `__file__`. rooms: packages inside it that are reached as attributes.
    """
    homes = read_offers(Path(file).with_suffix(".pyi"))
    names = sorted(homes)

    def load(name: str) -> Any:
        if name in homes:
            return getattr(import_module(homes[name]), name)
        if name in rooms:
            return import_module(f"{room}.{name}")
        raise AttributeError(f"module {room!r} has no attribute {name!r}")

    return load, lambda: sorted({*names, *rooms}), names


def read_offers(stub: Path) -> dict[str, str]:
    """Return the module of each name that a stub imports."""
    lines = ast.parse(stub.read_text(encoding="utf-8")).body
    return {alias.name: line.module for line in lines for alias in line.names}
