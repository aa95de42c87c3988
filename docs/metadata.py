"""Write .zenodo.json and ro-crate-metadata.json from what CITATION.cff and data/datapackage.json say.

Run it after either has changed: `python docs/metadata.py`. A test holds that the files agree.
"""

from __future__ import annotations

import json
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
LICENCES = {"MIT": "https://spdx.org/licenses/MIT", "CC0-1.0": "https://spdx.org/licenses/CC0-1.0"}
_SHOWN = {"README.md": "text/markdown", "LICENSE": "text/plain", "CITATION.cff": "application/yaml"}


def read_citation() -> dict:
    """Return what CITATION.cff says, days as they are written."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    return cited | {"date-released": str(cited["date-released"])}


def read_package() -> dict:
    """Return what data/datapackage.json says."""
    return json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))


def describe_for_zenodo(cited: dict) -> dict:
    """Return the deposit as Zenodo's GitHub integration reads it."""
    return {
        "title": cited["title"],
        "description": cited["abstract"],
        "upload_type": "software",
        "creators": [{"name": _name(author)} for author in cited["authors"]],
        "version": cited["version"],
        "publication_date": cited["date-released"],
        "license": cited["license"],
        "keywords": cited["keywords"],
        "access_right": "open",
    }


def describe_crate(cited: dict, package: dict) -> dict:
    """Return the repository as an RO-Crate 1.1: a root data set, its files, its authors and licences."""
    files = [_describe_file(name, kind) for name, kind in _SHOWN.items()]
    tables = [_describe_table(resource) for resource in package["resources"]]
    described = _describe_file("data/datapackage.json", "application/json")
    parts = [*files, described, *tables]
    authors = [
        {"@id": f"#author-{i}", "@type": "Organization", "name": _name(author)}
        for i, author in enumerate(cited["authors"], 1)
    ]
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": cited["title"],
        "description": cited["abstract"],
        "datePublished": cited["date-released"],
        "version": cited["version"],
        "keywords": cited["keywords"],
        "license": {"@id": LICENCES[cited["license"]]},
        "author": [{"@id": author["@id"]} for author in authors],
        "hasPart": [{"@id": part["@id"]} for part in parts],
    }
    licences = [{"@id": at, "@type": "CreativeWork", "name": name} for name, at in LICENCES.items()]
    head = {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    graph = [head, root, *authors, *licences, *parts]
    return {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}


def _name(author: dict) -> str:
    """Return an author as printed: the name of a group, or family name, given names."""
    return author.get("name") or f"{author['family-names']}, {author['given-names']}"


def _describe_file(name: str, kind: str) -> dict:
    return {"@id": name, "@type": "File", "name": Path(name).name, "encodingFormat": kind}


def _describe_table(resource: dict) -> dict:
    about = {"name": resource["title"], "description": resource["description"]}
    return (
        _describe_file(f"data/{resource['path']}", "text/csv")
        | about
        | {"license": {"@id": LICENCES["CC0-1.0"]}}
    )


def write_metadata() -> dict[str, str]:
    """Return what each file holds, by its name."""
    cited = read_citation()
    described = {
        ".zenodo.json": describe_for_zenodo(cited),
        "ro-crate-metadata.json": describe_crate(cited, read_package()),
    }
    return {name: json.dumps(told, indent=2, ensure_ascii=False) + "\n" for name, told in described.items()}


if __name__ == "__main__":
    for name, content in write_metadata().items():
        (ROOT / name).write_text(content, encoding="utf-8", newline="\n")
