"""Which kinds of export there are, a line each."""

from __future__ import annotations

from collections.abc import Callable

from analysis.exchange.csv_files import write_csv_files, write_parquet_files
from analysis.exchange.gathering import Export
from analysis.exchange.qda_project import write_project
from analysis.exchange.quanteda import write_quanteda
from analysis.exchange.readme import write_readme
from analysis.exchange.tei import write_tei
from analysis.exchange.workbook import write_workbook

KINDS: dict[str, Callable[[Export], dict[str, bytes]]] = {
    "csv": write_csv_files,
    "parquet": write_parquet_files,
    "xlsx": write_workbook,
    "tei": write_tei,
    "quanteda": write_quanteda,
    "qdpx": write_project,
}


def write_export(export: Export, kind: str) -> dict[str, bytes]:
    """Return the files of an export, by their paths in its folder. kind: a key of KINDS."""
    return KINDS[kind](export) | {"README.txt": write_readme(export, kind)}
