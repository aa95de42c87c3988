"""A built site holds what the contents name, and nothing else.

Sphinx writes into the folder of the last build and removes nothing: a page that left the contents stays
public, and so do its source, its notebook and its words in the search index. Here each build writes all pages
into an empty folder beside the site, from pages that were read now or earlier. When it is done, the site is
made equal to that folder. So a site built in steps has the bytes of one built from nothing, and a build that
fails leaves the last site whole.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from .fresh import executed_folder

MARK = ".buildinfo"  # Sphinx's own: a folder with it is a site that Sphinx has built
FIRST, LAST = 1, 999  # before and after every other extension


def setup(app: Sphinx) -> None:
    app.connect("builder-inited", write_beside_the_site, priority=FIRST)
    app.connect("env-purge-doc", remove_notebook)
    app.connect("env-updated", remove_leftovers, priority=LAST)
    app.connect("build-finished", replace_site, priority=LAST)


def write_beside_the_site(app: Sphinx) -> None:
    """Let the builder write HTML into an empty folder beside the site."""
    if app.builder.format == "html":
        app.refrain_site = Path(app.outdir)
        fresh = app.refrain_site.with_name(f".{app.refrain_site.name}-new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir()
        _write_to(app, fresh)


def remove_notebook(app: Sphinx, env: BuildEnvironment, page: str) -> None:
    """Remove what an earlier execution of a page left, before the page is read again or goes."""
    for ending in (".ipynb", ".glue.json"):
        (executed_folder(app) / f"{page}{ending}").unlink(missing_ok=True)


def remove_leftovers(app: Sphinx, env: BuildEnvironment) -> None:
    """Remove pictures that no page shows any more, and the parsed pages that left the contents."""
    executed, parsed = executed_folder(app), Path(app.doctreedir)
    used = {(Path(app.srcdir) / name).resolve() for name in [*env.images, *env.dlfiles]}
    notebooks = {
        executed / f"{page}{ending}" for page in env.found_docs for ending in (".ipynb", ".glue.json")
    }
    _remove_files(executed, keep=used | notebooks)
    pages = {parsed / f"{page}.doctree" for page in env.found_docs}
    _remove_files(parsed, keep=pages | {path for path in parsed.rglob("*") if path.suffix != ".doctree"})


def replace_site(app: Sphinx, exception: Exception | None) -> None:
    """Make the site equal to what was written beside it, or leave it whole if the build has failed."""
    if hasattr(app, "refrain_site"):
        fresh, site = Path(app.outdir), app.refrain_site
        if exception is None:
            make_equal(site, fresh)
        shutil.rmtree(fresh)
        _write_to(app, site)


def make_equal(site: Path, fresh: Path) -> None:
    """Move every new or changed file of `fresh` to `site`, and remove what it does not hold.

    Nothing is removed from a folder that is no site yet, nor hidden files at its top, as Git's are.
    """
    files = [path.relative_to(fresh) for path in sorted(fresh.rglob("*")) if path.is_file()]
    if (site / MARK).exists():
        _remove_files(site, keep={site / name for name in files})
    for name in files:
        if not _is_same(site / name, fresh / name):
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).replace(site / name)


def _remove_files(folder: Path, *, keep: set[Path]) -> None:
    """Remove the files below a folder that are not kept, and the folders that are empty then; hidden ones stay."""
    seen = [path for path in folder.rglob("*") if not path.relative_to(folder).parts[0].startswith(".")]
    for path in sorted(seen, reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in keep:
            path.unlink()


def _is_same(file: Path, other: Path) -> bool:
    return file.is_file() and file.read_bytes() == other.read_bytes()


def _write_to(app: Sphinx, folder: Path) -> None:
    app.outdir = app.builder.outdir = type(app.outdir)(folder)
