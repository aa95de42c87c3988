"""A Dask cluster as a place to count in: `refrain[cluster]`."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import contextmanager
from importlib.util import find_spec
from urllib.parse import urlsplit

from analysis.errors import InputError

PATIENCE = 20  # seconds for a scheduler to answer, and for a first worker


@contextmanager
def open_cluster(address: str) -> Iterator[Executor]:
    """Open the executor of a cluster. Raises InputError where dask, the scheduler or every worker is missing.

    A worker that is lost is replaced by the scheduler; BrokenExecutor says that it has lost too many.
    """
    if find_spec("distributed") is None:
        raise InputError("--scheduler needs dask; install it with `pip install 'refrain[cluster]'`.")
    from distributed import Client, KilledWorker

    with _connect(Client, address) as client:
        try:
            yield client.get_executor()
        except KilledWorker as error:
            raise BrokenExecutor(str(error)) from error


def _connect(client_type: type, address: str):
    try:
        _knock(address)
        client = client_type(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(
            f"--scheduler {address}: no scheduler answers; start one with `dask scheduler` ({error})."
        ) from None
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        client.close()
        raise InputError(
            f"--scheduler {address}: it has no worker; start one with `dask worker {address}`."
        ) from None
    return client


def _knock(address: str) -> None:
    """Raise OSError or ValueError where nothing listens: a client of dask would try for long, and tell more."""
    place = urlsplit(address)
    if place.hostname and place.port:
        socket.create_connection((place.hostname, place.port), timeout=PATIENCE).close()
