"""What is measured beside other packages, and the authors' own examples."""

from __future__ import annotations

from analysis.readability.peers import list_familiar, list_peers


def test_words_are_as_familiar_as_their_authors_say():
    familiar = list_familiar()
    assert familiar.loc[~familiar["agrees"], "word"].tolist() == []


def test_every_difference_has_a_cause_and_a_version():
    peers = list_peers()
    assert (peers["cause"] != "").all() and peers["cause"].notna().all()
    assert peers["peer"].str.fullmatch(r"[a-z-]+ [0-9.]+").all()
    differences = peers["theirs"] - peers["ours"]
    assert (abs(differences - peers["largest_difference"]) < 0.01).all()
