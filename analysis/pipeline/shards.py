"""Sources dealt to several machines."""

from __future__ import annotations

import re

from analysis.errors import InputError
from analysis.pipeline.jobs import Job


def choose_shard(jobs: list[Job], shard: str) -> list[Job]:
    """Return the jobs of one shard, such as "2/4", the second of four; by name.

    The texts are dealt out from the longest to the shortest, so that all shards have about as much to do. Each
    is in one shard. Raises InputError for anything but two whole numbers.
    """
    i, k = _read_shard(shard)
    dealt = sorted(jobs, key=lambda job: (-len(job.text), job.source))
    return sorted(dealt[i - 1 :: k], key=lambda job: job.source)


def _read_shard(shard: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6})", shard)
    i, k = map(int, found.groups()) if found else (0, 0)
    if not 1 <= i <= k:
        raise InputError(f"--shard '{shard}': write I/K with I from 1 to K, such as 2/4.")
    return i, k
