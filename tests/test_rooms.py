"""The rooms of the package: their order, and that importing the package loads nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import analysis
from analysis.lazy import read_offers

PACKAGE = Path(analysis.__file__).parent
# Bottom first; a room imports only rooms before it.
ORDER = (
    "errors", "messages", "lazy", "roles", "own_words", "suggested", "language", "statistics", "readers", "formats",
    "patterns", "counting", "storage", "topics", "phrases", "vocabulary", "versions", "readability", "quotes",
    "validation", "disclosure", "sensitivity", "changes", "pipeline", "projects", "report", "exchange", "figures",
    "pages", "commands", "__main__",
)  # fmt: skip
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")
HEAVY = ("pandas", "matplotlib", "scipy", "IPython")


def room_of(module: str) -> str:
    """The room of `analysis.ROOM.module`."""
    return module.split(".")[1]


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> list[tuple[str, str]]:
    """Return each (module, name) that a module imports from this package."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    lines = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    own = [line for line in lines if (line.module or "").split(".")[0] == "analysis"]
    return [(line.module, alias.name) for line in own for alias in line.names]


def offered(room: str) -> set[str]:
    """Return what another room may import from a room: its names, or everything of a single module."""
    return set(read_offers(PACKAGE / room / "__init__.pyi"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_from_rooms_below_and_only_what_they_offer(path):
    here = room_of(name_of(path))
    for module, name in imports(path):
        room = name if module == "analysis" else room_of(module)
        assert ORDER.index(room) <= ORDER.index(here), f"{name_of(path)} imports {name} from above"
        at_the_door = here == "__main__" or module == "analysis"  # the command line opens every command
        if room != here and not at_the_door and (PACKAGE / room).is_dir():
            assert module == f"analysis.{room}", f"{name_of(path)} imports past the door of {room}"
            assert name in offered(room), f"{room} does not offer {name}"


def test_every_room_has_its_place_in_the_order():
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    assert rooms == set(analysis.ROOMS) and rooms < set(ORDER)


def test_few_modules_stand_outside_the_rooms():
    assert len(list(PACKAGE.glob("*.py"))) <= 10


@pytest.mark.parametrize("room", ["", *analysis.ROOMS])
def test_every_name_offered_is_there_and_is_not_hidden_by_a_module(room):
    folder = PACKAGE / room
    package = getattr(analysis, room) if room else analysis
    for name, module in read_offers(folder / "__init__.pyi").items():
        assert hasattr(package, name) and name in dir(package)
        assert module.startswith("analysis.") and not (folder / f"{name}.py").exists()


def test_importing_the_package_loads_nothing():
    program = f"import sys, analysis; print([name for name in {HEAVY} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_name_nobody_offers_is_an_error():
    with pytest.raises(AttributeError, match="no attribute 'count_everything'"):
        analysis.count_everything  # noqa: B018
