"""Steps that another process does beside this one, into the folder where this one looks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, CancelledError, Future
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.pipeline.counted import count_sources
from analysis.pipeline.full import join_sources
from analysis.pipeline.gathering import Gathering
from analysis.pipeline.jobs import Job, list_jobs
from analysis.pipeline.steps import Steps
from analysis.pipeline.ways import Ways, can_gather_beside, open_pool
from analysis.storage import Corpus

# What families do not wait for, in the order in which the others ask for it; together they take about as long.
BESIDE = ("versions", "translations", "needed", "words", "vocabulary", "sensitivity")
_ALWAYS = BESIDE[:-1]  # where these are kept, there is too little left to do for two


@contextmanager
def do_beside(
    corpus: Corpus,
    jobs: list[Job],
    steps: Steps,
    reads: Mapping[str, Mapping[str, pd.DataFrame]],
    ways: Ways,
) -> Iterator[Callable[[str], None]]:
    """Let another process do some steps, where several are asked for or pay and these steps are not kept.

    jobs: counted already. reads: by step, from `list_reads`. Yields what waits for a step; what another process has
    not done, for whatever reason, is done here by whoever asks for it.
    """
    n_characters = sum(len(job.text) for job in jobs)
    is_kept = all(steps.is_kept(step, reads[step]) for step in _ALWAYS)
    if ways.folder is None or ways.scheduler or is_kept or not can_gather_beside(ways, n_characters):
        yield lambda step: None
        return
    with open_pool(ways, 1) as pool:
        place = (corpus.data, corpus.texts_folder, ways.folder)
        calls = {step: pool.submit(_do_step, step, *place) for step in BESIDE}
        yield lambda step: _wait_for(calls.get(step))


def _wait_for(call: Future | None) -> None:
    with suppress(BrokenExecutor, CancelledError, InputError):
        if call:
            call.result()


def _do_step(step: str, data: Path, texts: Path, folder: Path) -> None:
    getattr(_gather(data, texts, folder), step)


@lru_cache(maxsize=1)
def _gather(data: Path, texts: Path, folder: Path) -> Gathering:
    """Read in this process what was counted in another, once for all steps."""
    corpus = Corpus(data, texts)
    jobs = list_jobs(corpus)
    counted = count_sources(jobs, ways=Ways(folder, only_gather=True), progress=iter)
    return Gathering(corpus, join_sources(counted, jobs, corpus), Steps(folder, jobs))
