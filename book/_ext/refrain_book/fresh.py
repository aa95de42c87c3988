"""Numbers are never stale: pages are read again when what they are computed from has changed.

Sphinx reads a page again when its file is younger than the last build. A chapter's numbers also depend on
`data/`, on `analysis/`, on this extension and on the libraries installed, and a file that is put back is old.
So digests of all that are kept beside Sphinx's own state. They are written only after a build without errors
and warnings: what went wrong once goes wrong again until mended.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

STATE = "inputs.json"
EXECUTED = "jupyter_execute"
IGNORED = {"__pycache__", ".ipynb_checkpoints"}
INSTALLED = ("*.dist-info", "*.egg-info")  # folders whose names are those of libraries and their releases
DATA = ("sources", "decisions", "tables", "changes")  # of a project; what else lies there decides no number
WRITTEN_ANEW = {"_build", "_static", "_toc.yml"}  # of the book's folder: no page is computed from these


def setup(app: Sphinx) -> None:
    root = Path(app.srcdir).resolve().parent
    _import_analysis_from(root)
    _show_project(root)
    app.connect("env-get-outdated", outdated_pages)
    app.connect("build-finished", record_inputs)


def input_folders(book: Path) -> list[Path]:
    """The folders whose content decides the numbers: data, code, this extension, and REFRAIN_DATA if set."""
    data = Path(os.environ.get("REFRAIN_DATA") or book.parent / "data").resolve()
    holds_book = data == book.parent.resolve()  # a project: its pages and its log lie there too
    return [_find_code(book), book / "_ext", *([data / part for part in DATA] if holds_book else [data])]


def _find_code(book: Path) -> Path:
    """The package beside the book, else the one that is installed."""
    beside = book.parent / "analysis"
    installed = find_spec("analysis")
    if beside.is_dir() or installed is None:
        return beside
    return Path(installed.origin).parent


def digest(folders: list[Path]) -> str:
    """SHA-256 over the names and bytes of all files below `folders`, the same wherever the folders lie."""
    return _hash("".join(_list_files(folder, folder.rglob("*")) + "\0" for folder in folders))


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Every page if the inputs differ from those of the last clean build, else those whose text differs."""
    before, now = _read_state(app), _measure(app, env)
    # Until the build has succeeded nothing may be taken for fresh, even if the old data come back.
    _state_file(app).unlink(missing_ok=True)
    app.refrain_inputs = now
    executed = digest([executed_folder(app)])
    if before.get("inputs") != now["inputs"] or before.get("executed") != executed:
        return sorted(env.found_docs)
    return sorted(page for page, text in now["pages"].items() if before["pages"].get(page) != text)


def record_inputs(app: Sphinx, exception: Exception | None) -> None:
    """Remember the inputs of a clean build, as they were before the first page was read."""
    if exception is None and app._warncount == 0 and hasattr(app, "refrain_inputs"):
        state = app.refrain_inputs | {"executed": digest([executed_folder(app)])}
        _state_file(app).write_text(json.dumps(state, indent=1, sort_keys=True), encoding="utf-8")
    elif exception is not None or app._warncount:
        _state_file(app).unlink(missing_ok=True)


def executed_folder(app: Sphinx) -> Path:
    """Where MyST-NB puts executed notebooks, what they glue and the pictures they draw."""
    return Path(app.outdir).parent / EXECUTED


def _measure(app: Sphinx, env: BuildEnvironment) -> dict:
    """Digests of the text of each page, and of everything else that decides what a page says."""
    book = Path(app.srcdir).resolve()
    pages = {page: Path(env.doc2path(page)).resolve() for page in sorted(env.found_docs)}
    others = [path for path in book.rglob("*") if _decides(path.relative_to(book))]
    beside = _list_files(book, set(others) - set(pages.values()))
    inputs = _hash(digest(input_folders(book)) + beside + _list_versions())
    return {"inputs": inputs, "pages": {page: _hash(path.read_bytes()) for page, path in pages.items()}}


def _decides(name: Path) -> bool:
    return name.parts[0] not in WRITTEN_ANEW and not any(part.startswith(".") for part in name.parts)


def _list_files(folder: Path, paths: Iterable[Path]) -> str:
    """A line for each file: its name below `folder` and the digest of its bytes."""
    files = [(path.relative_to(folder), path) for path in sorted(paths) if path.is_file()]
    lines = [f"{name.as_posix()}\0{_hash(path.read_bytes())}\n" for name, path in files if _is_kept(name)]
    return "".join(lines)


def _is_kept(name: Path) -> bool:
    return not IGNORED & set(name.parts)


def _list_versions() -> str:
    """Python and every library of this environment: another release may draw or count otherwise."""
    folders = [Path(folder or ".") for folder in sys.path]
    installed = {path.name for folder in folders for ending in INSTALLED for path in folder.glob(ending)}
    return "\n".join([platform.python_version(), *sorted(installed)])


def _hash(content: str | bytes) -> str:
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def _read_state(app: Sphinx) -> dict:
    state = _state_file(app)
    return json.loads(state.read_text(encoding="utf-8")) if state.exists() else {}


def _state_file(app: Sphinx) -> Path:
    # One state for each builder: `html` and `singlehtml` share the folder of parsed pages.
    return Path(app.doctreedir) / f"{app.builder.name}-{STATE}"


def _import_analysis_from(root: Path) -> None:
    # The chapters must run the code whose digest is kept, not a copy installed elsewhere.
    others = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    paths = [str(root), *(path for path in others if path and path != str(root))]
    os.environ["PYTHONPATH"] = os.pathsep.join(paths)


def _show_project(root: Path) -> None:
    # A book in a project's folder shows that project, without being told.
    if (root / "sources" / "manifest.csv").is_file():
        os.environ.setdefault("REFRAIN_DATA", str(root))
