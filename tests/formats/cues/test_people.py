"""Names as printed: which labels name the speaker, and which labels are one person's."""

from __future__ import annotations

import pytest

from analysis.formats.cues.people import Speaker, group_people

NAMES_ROE = [
    "Jane Roe",
    "JANE ROE",
    "jane roe",
    "Roe",
    "ROE",
    "J. Roe",
    "J.A. Roe",
    "Roe J.A.",
    "Roe J.",
    "Roe Jane",
    "Roe, Jane",
    "Jane A. Roe",
    "Jane Alice Roe",
    "J.R.",
    "JR",
    "Ms Roe",
    "Ms. Roe",
    "Mrs. Jane Roe",
    "Minister Roe",
    "Foreign Minister Jane Roe",
    "The Minister of Trade, Jane Roe",
    "Roe, minister of trade",
    "JANE ROE (R), MINISTER OF TRADE",
    "Jane Roe (via interpreter)",
    "Dr. J. Roe",
    "Jane_Roe",
    "Jane Ro\u00ade",
    "Ro\u200be",
    "Roé",
]
NAMES_ANOTHER = [
    "",
    "Jane",
    "J",
    "R",
    "Tor Bakke",
    "Peter Roe",
    "P. Roe",
    "Roe, Peter",
    "Roe Peter",
    "Mr. Peter Roe",
    "Minister Peter Roe",
    "Roebuck",
    "Monroe",
    "Jane Roebuck",
    "Roe-Bakke",
    "Minister",
    "Question",
    "J.B.",
]


@pytest.mark.parametrize("label", NAMES_ROE)
def test_a_name_is_the_speakers_in_any_print(label):
    assert Speaker("Jane Roe").is_named_by(label)


@pytest.mark.parametrize("label", NAMES_ANOTHER)
def test_another_name_is_another_person(label):
    assert not Speaker("Jane Roe").is_named_by(label)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Ursa von der Linde", "von der Linde"),
        ("Ursa von der Linde", "VON DER LINDE"),
        ("Ursa von der Linde", "President von der Linde"),
        ("Ursa von der Linde", "Linde"),
        ("Ursa von der Linde", "U. von der Linde"),
        ("Pablo de la Orza", "Sr. de la Orza"),
        ("Émile d'Orval", "M. d’Orval"),
        ("Émile d’Orval", "Emile D'Orval"),
        ("Hu Lanyi", "Lanyi Hu"),
        ("Lanyi Hu", "HU Lanyi"),
        ("Anna-Lena Bork", "Anna-Lena Bork"),
        ("Anna-Lena Bork", "Anna Lena Bork"),
        ("Anna-Lena Bork", "Anna‑Lena Bork"),
        ("Anna-Lena Bork", "A.-L. Bork"),
        ("Maria Luisa Ferro", "Maria Ferro"),
        ("Maria Luisa Ferro", "Luisa Ferro"),
        ("Maria Luisa Ferro", "M. L. Ferro"),
        ("Maria Luisa Ferro", "MLF"),
        ("Ida Holm-Berg", "Holm-Berg"),
        ("Ida Holm-Berg", "HOLM-BERG"),
        ("Zoë Müller", "ZOE MULLER"),
        ("Jon Roe", "Jonas Roe"),
        ("Сергей Дубов", "ДУБОВ"),
        ("Сергей Дубов", "С. Дубов"),
    ],
)
def test_long_names_are_whole_in_every_spelling(name, label):
    assert Speaker(name).is_named_by(label)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Ursa von der Linde", "Otto von der Linde"),
        ("Ursa von der Linde", "von der Heide"),
        ("Pablo de la Orza", "de la Cruz"),
        ("Anna-Lena Bork", "Maria Bork"),
        ("Ida Holm-Berg", "Ida Holm"),
        ("Ida Holm-Berg", "Berg"),
        ("Jo Roe", "Joan Roe"),
        ("", "Roe"),
        ("", ""),
    ],
)
def test_half_a_name_and_another_given_name_are_somebody_else(name, label):
    assert not Speaker(name).is_named_by(label)


def test_a_listed_label_and_the_office_name_the_speaker():
    roe = Speaker("Jane Roe", ("The Old Fox",), "Foreign Minister")
    assert roe.is_named_by("THE OLD FOX")
    assert roe.is_named_by("Foreign Minister")
    assert not roe.is_named_by("Finance Minister")


@pytest.mark.parametrize(
    ("printed", "named", "people"),
    [
        (["JEFF LORN", "LORN", "JL"], [], ["jeff lorn"] * 3),
        (["Jeff Lorn", "Jeff"], [], ["jeff lorn"] * 2),
        (["LORN", "HOLT"], ["Jeff Lorn", "Mara Holt"], ["jeff lorn", "mara holt"]),
        (["JEFF LORN, HOST", "LORN"], [], ["jeff lorn"] * 2),
        (["Minister Holt", "Holt"], ["Mara Holt"], ["mara holt"] * 2),
        (["Jeff Lorn", "Ada Lorn", "Lorn"], [], ["jeff lorn", "ada lorn", "lorn"]),
        (["Jeff Lorn", "J"], [], ["jeff lorn"] * 2),
        (["Jeff Lorn", "June Holt", "J"], [], ["jeff lorn", "june holt", "j"]),
        (["Host", "Guest"], ["Jeff Lorn"], ["host", "guest"]),
    ],
)
def test_labels_of_one_person_are_grouped(printed, named, people):
    labels = {" ".join(name.casefold().replace(",", "").split()): name for name in printed}
    assert list(group_people(labels, named).values()) == people
