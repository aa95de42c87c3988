"""The certificate: digests that change with what was reviewed, and nothing that changes by itself."""

from __future__ import annotations

import json

import pytest

from analysis.errors import InputError
from analysis.pages import certificate
from analysis.pages.certificate import digest_code, list_certificate, list_versions, write_certificate


@pytest.fixture
def tree(tmp_path):
    (tmp_path / "analysis").mkdir()
    (tmp_path / "analysis" / "fish.py").write_text("N = 1\n")
    (tmp_path / "requirements.lock").write_text(
        "nowhere-installed==1.2 \\\n    --hash=sha256:0\nclick==0.1 \\\n"
    )
    (tmp_path / "data" / "tables").mkdir(parents=True)
    (tmp_path / "data" / "tables" / "words.csv").write_text("source\n")
    return tmp_path


def certify(tree):
    write_certificate(tree, tree / "data", texts={"evening": "ab"}, verdict="3 findings, all as published")
    return (tree / "data" / "certificate.json").read_bytes()


def test_twice_gives_the_same_bytes_wherever_it_lies(tree, tmp_path_factory):
    first = certify(tree)
    assert certify(tree) == first
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "copy"
    tree.rename(elsewhere)
    assert certify(elsewhere) == first
    assert str(elsewhere).encode() not in first


def test_it_says_what_was_reviewed(tree):
    said = json.loads(certify(tree))
    assert said["verdict"] == "3 findings, all as published"
    assert set(said["data"]) == {"tables/words.csv"} and len(said["data"]["tables/words.csv"]) == 64
    assert set(said["code"]) == {"analysis", "requirements.lock"}
    assert said["texts"] == {"evening": "ab"}
    assert said["versions"]["nowhere-installed"] == "1.2"
    assert said["versions"]["click"].startswith("0.1, but ")  # another is installed


def test_built_files_are_no_code_and_every_other_change_is(tree):
    before = digest_code(tree)
    (tree / "analysis" / "__pycache__").mkdir()
    (tree / "analysis" / "__pycache__" / "fish.pyc").write_text("x")
    assert digest_code(tree) == before
    (tree / "analysis" / "fish.py").rename(tree / "analysis" / "eel.py")
    assert digest_code(tree)["analysis"] != before["analysis"]


def test_the_page_tells_what_is_no_longer_what_was_reviewed(tree, monkeypatch):
    certify(tree)
    monkeypatch.setattr(certificate, "TREE", tree)
    monkeypatch.setattr(certificate.digest_code, "__defaults__", (tree,))
    assert set(list_certificate(tree / "data")["now"]) == {"", "the same"}
    (tree / "data" / "tables" / "words.csv").write_text("source\ncod\n")
    listed = list_certificate(tree / "data").set_index("what")["now"]
    assert listed[listed == "another"].index.tolist() == ["data tables/words.csv"]


def test_without_a_review_it_says_so_and_a_broken_certificate_is_an_error(tree):
    assert list_certificate(tree / "data")["says"].tolist() == ["nothing has been reviewed yet", ""]
    (tree / "data" / "certificate.json").write_text('{"verdict": 1}')
    with pytest.raises(InputError, match=r"certificate\.json: no certificate"):
        list_certificate(tree / "data")


def test_a_tree_without_a_lock_has_no_versions(tmp_path):
    assert list_versions(tmp_path / "requirements.lock") == {}
