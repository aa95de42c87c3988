"""The certificate of a review: what was reviewed, by digests, with which versions, and what came out.

It is `certificate.json` beside the findings. It holds no time and no path of a machine, so that two reviews of
the same tree and data write the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.figures import translate_stored
from analysis.pages.findings import write_whole
from analysis.storage import HOME, load_schema

CERTIFICATE = "certificate"
TREE = HOME.parent
NOTHING = {"verdict": "nothing has been reviewed yet", "python": "", "code": {}, "data": {}, "texts": {}}
CODE = ("analysis", "book", "data/datapackage.json", "pyproject.toml", "requirements.lock")
BUILT = ("_build", "__pycache__", ".ipynb_checkpoints")


def digest_code(tree: Path = TREE) -> dict[str, str]:
    """Return the SHA-256 of each part of a checkout that decides what the report says, by name."""
    return {part: _digest(tree / part) for part in CODE if (tree / part).exists()}


def digest_data(data: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a data folder that the schema names, by its path there."""
    paths = [resource["path"] for resource in load_schema().values()]
    return {path: _digest(data / path) for path in sorted(paths) if (data / path).is_file()}


def list_versions(lock: Path) -> dict[str, str]:
    """Return the version of each library that a lock names, and the installed one where it is another."""
    lines = lock.read_text(encoding="utf-8").splitlines() if lock.is_file() else []
    locked = [line.split(" ")[0].split("==") for line in lines if "==" in line.split(";")[0]]
    return {name: _tell_version(name, pinned) for name, pinned in sorted(locked)}


def write_certificate(tree: Path, data: Path, *, texts: dict[str, str], verdict: str) -> None:
    """Write the certificate of a review into a data folder, beside the findings.

    texts: the SHA-256 of each text that tables were rebuilt from; none where they were not. verdict: what the
    review found, in one phrase.
    """
    findings = data / "findings.json"
    certificate = {
        "verdict": verdict,
        "findings": _digest(findings) if findings.is_file() else "",
        "code": digest_code(tree),
        "data": digest_data(data),
        "texts": texts,
        "python": platform.python_version(),
        "versions": list_versions(tree / "requirements.lock"),
    }
    content = json.dumps(certificate, indent=2, ensure_ascii=False) + "\n"
    write_whole(data / f"{CERTIFICATE}.json", content)


def list_certificate(data: Path) -> pd.DataFrame:
    """List what the certificate of a data folder says, one row each with what, says and now.

    now: whether the code and data that this page is made of are those reviewed: "the same" or "another".
    Raises InputError if the file is no certificate.
    """
    certificate = _load(data / f"{CERTIFICATE}.json")
    now = {"code": digest_code(), "data": digest_data(data)}
    rows = [("verdict", translate_stored(certificate["verdict"]), ""), ("Python", certificate["python"], "")]
    for kind, digests in now.items():
        rows += [_compare(kind, name, digest, digests) for name, digest in certificate[kind].items()]
    rows += [(f"text {source}", digest, "") for source, digest in certificate["texts"].items()]
    return pd.DataFrame(rows, columns=["what", "says", "now"], dtype="str")


def _compare(kind: str, name: str, digest: str, now: dict[str, str]) -> tuple[str, str, str]:
    return f"{kind} {name}", digest, "the same" if now.get(name) == digest else "another"


def _load(path: Path) -> dict:
    if not path.is_file():
        return NOTHING
    try:
        certificate = json.loads(path.read_text(encoding="utf-8"))
        return {part: certificate[part] for part in ("verdict", "python", "code", "data", "texts")}
    except (ValueError, TypeError, KeyError) as error:
        raise InputError(f"{path}: no certificate ({error!r}); run `python -m analysis review`.") from error


def _digest(path: Path) -> str:
    """Return the SHA-256 of a file, or of the names and contents of all files in a folder that are not built."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    whole = hashlib.sha256()
    for file in sorted(path.rglob("*")):
        name = file.relative_to(path)
        if file.is_file() and not set(BUILT) & set(name.parts):
            whole.update(f"{name.as_posix()}\0{_digest(file)}\n".encode())
    return whole.hexdigest()


def _tell_version(name: str, locked: str) -> str:
    """Say what a lock asks for; a library that this machine needs not is not installed."""
    try:
        installed = version(name)
    except PackageNotFoundError:
        return locked
    return locked if installed == locked else f"{locked}, but {installed} is installed"
