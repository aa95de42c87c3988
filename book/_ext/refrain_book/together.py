"""Pages are read side by side, for each waits for a kernel of its own; what they leave is the same as one by one.

Sphinx does so where more than five pages are read and every extension allows it. Pages are written one behind the
other: that takes little, and what stands at their ends is kept in this process.
"""

from __future__ import annotations

import os
from multiprocessing import current_process, parent_process

from jupyter_client.connect import LocalPortCache
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxParallelError
from sphinx.util import logging

from . import entries, terms

MOST = 4  # pages at a time: each kernel takes some 300 MB
FIRST = 1
REMEMBERED = {entries.PAGE: "refrain_entries", terms.PAGE: "refrain_glossary"}  # by the page it is read from
# Extensions that do not say whether they allow it, and why they may.
SILENT = {"sphinx_multitoc_numbering": "it numbers sections once all pages are read"}

PARTS = 8  # of all ports; more than there are processes at a time

logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    app.connect("env-before-read-docs", read_together)
    app.connect("source-read", part_ports)
    app.connect("env-merge-info", remember)
    app.connect("env-updated", write_in_turn, priority=FIRST)
    app.connect("build-finished", tell_cause)


def read_together(app: Sphinx, env: BuildEnvironment, pages: list[str]) -> None:
    """Let Sphinx read as many pages at a time as there are processors."""
    app.parallel = min(MOST, count_processors())
    for name in SILENT.keys() & app.extensions.keys():
        app.extensions[name].parallel_read_safe = True


def count_processors() -> int:
    """Return how many processors this process may use."""
    usable = getattr(os, "sched_getaffinity", None)  # not every system has it
    return len(usable(0)) if usable else os.cpu_count() or 1


def part_ports(app: Sphinx, page: str, source: list[str]) -> None:
    """Let kernels of pages that are read side by side have ports of their own.

    A port is looked for some time before the kernel takes it; another process could find the same one meanwhile.
    """
    if parent_process() is not None:
        part = int(current_process().name.rpartition("-")[2]) % PARTS
        others = (
            port for port in range(2**16) if port // 2 % PARTS != part
        )  # Linux gives kernels odd ports alone
        LocalPortCache.instance().currently_used_ports.update(others)


def remember(app: Sphinx, env: BuildEnvironment, pages: set[str], other: BuildEnvironment) -> None:
    """Take over what another process remembers of the pages that it has read."""
    for page in REMEMBERED.keys() & pages:
        if hasattr(other, REMEMBERED[page]):
            setattr(env, REMEMBERED[page], getattr(other, REMEMBERED[page]))


def write_in_turn(app: Sphinx, env: BuildEnvironment) -> None:
    """Write pages one behind the other."""
    app.parallel = 1


def tell_cause(app: Sphinx, exception: Exception | None) -> None:
    """Print what went wrong in another process, of which Sphinx keeps the last line alone."""
    if isinstance(exception, SphinxParallelError):
        logger.info(exception.traceback)
