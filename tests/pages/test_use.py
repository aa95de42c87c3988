"""How a report is cited, and that nothing is made up where nobody wrote it down."""

from __future__ import annotations

import pytest
from reports import report_of

from analysis.errors import InputError
from analysis.pages.use import (
    NOT_STATED,
    cite_report,
    cite_software,
    list_licences,
    list_packed,
    tell_citation,
    tell_contact,
    write_bibtex,
)
from analysis.storage import HOME

CITED = """\
cff-version: 1.2.0
title: Salt & sails
authors:
  - {family-names: Berg, given-names: Ada, name-particle: van den}
  - {name: The Harbour Group}
version: 2.0
date-released: 2031-06-02
license: CC-BY-4.0
doi: 10.1234/x_5
contact:
  - {family-names: Berg, given-names: Ada, email: ada@harbour.example}
"""


@pytest.fixture
def report():
    report = report_of(2)
    report.occasion = "interview"
    return report


def test_a_citation_file_is_told_and_written_as_bibtex(report, tmp_path):
    (tmp_path / "CITATION.cff").write_text(CITED)
    cited = cite_report(report, tmp_path)
    said = "Ada van den Berg and The Harbour Group (2031). Salt & sails, version 2.0. https://doi.org/10.1234/x_5"
    assert tell_citation(cited) == said
    assert write_bibtex(cited, key="salt").splitlines() == [
        "@misc{salt,",
        "  author = {van den Berg, Ada and {The Harbour Group}},",
        "  title = {{Salt \\& sails}},",
        "  year = {2031},",
        "  version = {2.0},",
        "  license = {CC-BY-4.0},",
        "  doi = {10.1234/x_5},",
        "}",
    ]
    assert tell_contact(cited) == "Questions and corrections go to Ada Berg (ada@harbour.example)."
    assert list_licences(cited, tmp_path)["licence"].tolist()[1] == "CC-BY-4.0"


def test_without_a_citation_file_nothing_is_made_up(report, tmp_path):
    cited = cite_report(report, tmp_path)
    assert tell_citation(cited) == "What Ingrid Halvarsen keeps saying: 2 interviews, 1 May to 2 May 2031."
    assert [line.split(" = ")[0].strip() for line in write_bibtex(cited, key="a").splitlines()[1:-1]] == [
        "title"
    ]
    assert tell_contact(cited).startswith("No address for questions and corrections is stated.")
    assert list_licences(cited, tmp_path)["licence"].tolist()[1] == NOT_STATED


def test_the_first_corpus_is_cited_as_the_software_is(report):
    assert cite_report(report, HOME) == cite_software()
    assert "version" in cite_software()


@pytest.mark.parametrize("text", ["title: [", "- a list", "authors: []", "title: '  '"])
def test_a_citation_file_that_is_none_is_told(report, tmp_path, text):
    (tmp_path / "CITATION.cff").write_text(text)
    with pytest.raises(InputError, match=r"CITATION\.cff: (not a citation file|names no title)"):
        cite_report(report, tmp_path)


def test_what_a_review_writes_does_not_change_the_page(corpus_built_once, built_corpus):
    (built_corpus / "findings.json").write_text("[]")
    assert list_packed(built_corpus).equals(list_packed(corpus_built_once))
    assert {"sources", "decisions", "tables"} <= set(list_packed(built_corpus)["part"])
