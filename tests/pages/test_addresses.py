"""Addresses of phrases and topics: readable, all different, and such as style sheets and the search take."""

from __future__ import annotations

import pytest

from analysis.pages.addresses import name_address, name_addresses


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("root causes", "root-causes"),
        ("Island’s salt-tax", "islands-salt-tax"),
        ("2030 agenda", "entry-2030-agenda"),  # a selector may not begin with a digit
        ("соляной налог", "соляной-налог"),
        ("ÉTÉ", "été"),
        ("e\u0301te\u0301", "été"),  # the same letters, made of two signs each
        ("हिन्दी भाषा", "हिन्दी-भाषा"),
        ("U.S. — salt", "u-s-salt"),
        ("…", "entry"),
    ],
)
def test_an_address_is_made_of_letters_and_digits_of_every_script(name, address):
    assert name_address(name) == address


def test_what_stands_first_has_the_address_and_later_ones_tell_their_kind():
    named = [("salt tax", "phrase"), ("Salt tax", "topic"), ("salt-tax", "topic"), ("salt  tax", "topic")]
    assert name_addresses(named) == ["salt-tax", "topic-salt-tax", "topic-salt-tax-2", "topic-salt-tax-3"]


def test_no_entry_takes_an_address_that_the_page_has():
    assert name_addresses([("main content", "phrase")]) == ["phrase-main-content"]
    assert name_addresses([("row houses", "found")]) == ["found-row-houses"]
