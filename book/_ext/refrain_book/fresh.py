"""Numbers are never stale: pages are read again when what they are computed from has changed.

Sphinx reads a page again when the page itself changed. A chapter's numbers also depend on `data/`, on
`analysis/` and on this extension, so a digest of those folders is kept beside Sphinx's own state. It is
written only after a build without errors and warnings: what went wrong once goes wrong again until mended.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

STATE = "inputs.sha256"
IGNORED = {"__pycache__", ".ipynb_checkpoints"}


def setup(app: Sphinx) -> None:
    root = Path(app.srcdir).resolve().parent
    _import_analysis_from(root)
    app.connect("env-get-outdated", outdated_pages)
    app.connect("build-finished", record_inputs)


def input_folders(book: Path) -> list[Path]:
    """The folders whose content decides the numbers: data, code, this extension, and REFRAIN_DATA if set."""
    folders = [book.parent / "data", book.parent / "analysis", book / "_ext"]
    return folders + [Path(folder) for folder in [os.environ.get("REFRAIN_DATA")] if folder]


def digest(folders: list[Path]) -> str:
    """SHA-256 over the names and bytes of all files below `folders`, the same wherever the folders lie."""
    whole = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder)
            if path.is_file() and not IGNORED & set(name.parts):
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                whole.update(f"{name.as_posix()}\0{content}\n".encode())
        whole.update(b"\0")
    return whole.hexdigest()


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Every page if the inputs differ from those of the last clean build, else none."""
    current = digest(input_folders(Path(app.srcdir).resolve()))
    state = _state_file(app)
    if state.exists() and state.read_text() == current:
        return []
    # Until the build has succeeded nothing may be taken for fresh, even if the old data come back.
    state.unlink(missing_ok=True)
    app.refrain_inputs = current
    return sorted(env.found_docs)


def record_inputs(app: Sphinx, exception: Exception | None) -> None:
    """Remember the inputs of a clean build, as they were before the first page was read."""
    if exception is None and app._warncount == 0 and hasattr(app, "refrain_inputs"):
        _state_file(app).write_text(app.refrain_inputs)
    elif exception is not None or app._warncount:
        _state_file(app).unlink(missing_ok=True)


def _state_file(app: Sphinx) -> Path:
    # One state for each builder: `html` and `singlehtml` share the folder of parsed pages.
    return Path(app.doctreedir) / f"{app.builder.name}-{STATE}"


def _import_analysis_from(root: Path) -> None:
    # The chapters must run the code whose digest is kept, not a copy installed elsewhere.
    others = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    paths = [str(root), *(path for path in others if path and path != str(root))]
    os.environ["PYTHONPATH"] = os.pathsep.join(paths)
