"""CITATION.cff, .zenodo.json and the RO-Crate say the same."""

from __future__ import annotations

import importlib.util
import json
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_SPEC = importlib.util.spec_from_file_location("metadata_of_the_repository", ROOT / "docs" / "metadata.py")
METADATA = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(METADATA)


@pytest.mark.parametrize("name", [".zenodo.json", "ro-crate-metadata.json"])
def test_what_is_committed_is_what_the_citation_gives(name):
    assert (ROOT / name).read_text(encoding="utf-8") == METADATA.write_metadata()[name]


def test_the_version_and_the_licence_are_those_of_the_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    cited = METADATA.read_citation()
    assert (cited["version"], cited["license"]) == (project["version"], project["license"])


def test_everything_in_the_crate_is_there_and_told_once():
    crate = json.loads((ROOT / "ro-crate-metadata.json").read_text(encoding="utf-8"))["@graph"]
    names = [entity["@id"] for entity in crate]
    files = [entity["@id"] for entity in crate if entity["@type"] == "File"]
    root = next(entity for entity in crate if entity["@id"] == "./")
    assert len(set(names)) == len(names) and len(files) > 20
    assert all((ROOT / file).is_file() for file in files)
    assert [part["@id"] for part in root["hasPart"]] == files
    assert {root["license"]["@id"], *(author["@id"] for author in root["author"])} <= set(names)
