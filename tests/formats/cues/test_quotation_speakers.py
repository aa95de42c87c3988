"""Whose words the quotations of a report are, by the words around them."""

from __future__ import annotations

import pytest
from splitting import of_role

from analysis.formats.cues.people import Speaker
from analysis.formats.report import split_report

OPEN = "Mayor Jane Roe opened the quay in Elm Port on Monday.\n“The quay is for everyone,” Roe said.\n"
OWN = "The quay is for everyone,"
CLOSE = "\nThe band went home when the rain came and the lamps were out."
MARKS = '“”„"‘’«»‹› \u00a0'


def quotes(text: str, speaker: str = "Jane Roe") -> list[str]:
    return [part.strip(MARKS) for part in of_role("quote", text, "report", speaker)]


def own(body: str) -> list[str]:
    """Return the speaker's quotations in a text that goes on from OPEN."""
    first, *rest = quotes(OPEN + body + CLOSE)
    assert first == OWN
    return rest


@pytest.mark.parametrize(
    "body",
    [
        "A ferryman who has lived there all his life said “she never came”.",
        "“She never came,” an old ferryman told the court.",
        "“Not for us,” one told this paper. “Nor for me,” said Anna, 34.",
        "Neighbours speak of “noise at night”. Two nurses called it “a waste”.",
        "“Nobody came,” according to two people who were there.",
        "“Resign!” shouted somebody at the back. The crowd chanted “go home”.",
        "The ministry said it was “pleased”. Police saw “no danger”.",
        "The law says “every citizen may land here”. The plaque reads “built in May”.",
        "A leaflet claims that “the mayor sold us”. A sign at the gate says “closed”.",
    ],
)
def test_persons_without_a_name_and_institutions(body):
    assert own(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Some carried a “no more stone” banner. The ship “Northern Star” lay there.",
        "Roe once wrote the book “The Sea and the Stone”. She sang “My Little Town”.",
        "Roe, known as “the iron lady of the quay”, left. Friends call her “the admiral”.",
        "Asked “Will you resign?”, Roe only waved. To the question “Why?” she said nothing.",
        "Roe was told “to go home”. She was called “a thief” by the foreman.",
        "The headline ran “mayor falls into the sea”. He read a poem with the title “stone”.",
    ],
)
def test_titles_banners_nicknames_and_questions_that_were_put(body):
    assert own(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "A spokesman for Roe said “no”. The office of Roe said “no”. Roe's husband said “no”.",
        "Her spokesman, Ben Pike, said: “No.” The mayor's lawyer said: “No.”",
        "A source close to the mayor said “she is tired”. “She is,” explained her daughter.",
        "The deputy mayor said “perhaps”. The former mayor said “no”.",
        "Hans Roe, her brother, said: “I never liked the quay.”",
    ],
)
def test_those_around_the_speaker(body):
    assert own(body) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("“Soup first,” ordered Roe.", ["Soup first,"]),
        ("“Never again!” Roe deadpanned. “Never again,” Roe deadpanned.", ["Never again,"]),
        (
            "“Of course,” was the reply of Roe. “So what?” came the answer from Roe.",
            ["Of course,", "So what?"],
        ),
        ("Her answer to the foreman was short: “We shall see.”", ["We shall see."]),
        ("“A friend,” was Roe's comment.", ["A friend,"]),
        ("Roe: “Fine.”\nForeman Tom Arden: “Not fine.”\nRoe on the bill: “High.”", ["Fine.", "High."]),
        ("In Roe's words, “it is a gift”.", ["it is a gift"]),
        ("Roe was quoted as saying “it is done”.", ["it is done"]),
        ("“It is safe,” as Roe put it.", ["it is safe,"]),
    ],
)
def test_unlisted_verbs_count_by_their_place(body, said):
    assert [part.casefold() for part in own(body)] == [part.casefold() for part in said]


def test_second_quotation_of_one_subject():
    body = (
        "Roe called it “a shame” and said it was “not worth it”. She spoke of “men”, of “fish” and “stone”."
    )
    assert own(body) == ["a shame", "not worth it", "men", "fish", "stone"]


def test_subject_changes_inside_a_sentence():
    body = (
        "Roe called it “a start”, while her guest, Tom Arden, called it “an end”; Roe said it was “neither”."
    )
    assert own(body) == ["a start", "neither"]


def test_verb_before_the_next_quotation_is_not_for_the_one_before():
    assert own("Unlike Arden, who said “no”, Roe said “yes”.") == ["yes"]


def test_pronoun_agrees_in_gender():
    body = (
        "Karl Lund, a fisherman, was there. “It is not hers,” he said. “It is,” she said.\n"
        "Ines Falk, who runs the shop, came, too. “I trust the flour,” she said."
    )
    assert own(body) == ["It is,"]


def test_pronoun_after_a_subordinate_clause():
    assert own("When a reporter asked “Will you go?”, she laughed. “Never,” she said.") == ["Never,"]


def test_guest_means_who_was_spoken_of_last():
    assert own("“We act,” Roe said.\n“At dawn,” the guest added.") == ["We act,", "At dawn,"]


def test_attribution_behind_a_dash_and_by_a_line():
    body = (
        "“A sad day.” – Tom Arden, foreman\n"
        "“A good day.” — Jane Roe, mayor\n"
        "From Foreman Tom Arden:\n“Bread is dear. I have said so for years.”\n"
        "Jane Roe, mayor\n“Bread is cheap. I have said so for years.”\n"
        "“It is a day like others.”\n— Tom Arden, foreman"
    )
    assert own(body) == ["A good day.", "Bread is cheap. I have said so for years."]


def test_paragraph_that_ends_in_a_colon_leads_to_the_next():
    body = "In an interview with the “Elm Herald”, Roe said:\n“We shall build it.”"
    assert own(body) == ["We shall build it."]


def test_paragraphs_of_one_quotation_have_one_speaker():
    body = "“First we measure.\n“Then we build,” Roe said."
    assert own(body) == ["First we measure.", "Then we build,"]


def test_reported_speech_without_marks_is_narration():
    assert own("Roe said that the quay would last. She added that it had been cheap.") == []


REPORTS = {
    "german": (
        "Die Bürgermeisterin Jane Roe war in Elm.\n„Der Hafen gehört uns“, sagte Roe. „Er bleibt es.“\n"
        "Ein Fischer widersprach: „Sie war nie hier.“ „Nie“, sagte der Sprecher der Bürgermeisterin.\n"
        "Roe nannte das „Unsinn“. „Niemand muss gehen“, so die Bürgermeisterin. Laut Roe ist alles „sicher“.",
        ["Der Hafen gehört uns", "Er bleibt es.", "Unsinn", "Niemand muss gehen", "sicher"],
    ),
    "french": (
        "La maire Jane Roe était à Elm.\n« Le port est à nous », a déclaré Mme Roe. « Il le restera. »\n"
        "« Elle n'est jamais venue », a dit un pêcheur. Le porte-parole de Roe a salué « un succès ».\n"
        "« Nous verrons », a-t-elle ajouté. « Jamais, dit Roe, on ne part. » Selon Roe, c'est « sûr ».",
        ["Le port est à nous", "Il le restera.", "Nous verrons", "Jamais", ", on ne part.", "sûr"],
    ),
    "spanish": (
        "La alcaldesa Jane Roe estuvo el lunes en Elm.\n«El puerto es nuestro», dijo Roe. «Y lo será».\n"
        "«Nunca vino», lamentó un pescador. «Nunca», aseguró el portavoz de Roe.\n"
        "Roe habló de «paciencia». Según Roe, la obra es «segura». Según los vecinos, es «cara».",
        ["El puerto es nuestro", "Y lo será", "paciencia", "segura"],
    ),
    "italian": (
        "La sindaca Jane Roe era lunedì a Elm.\n«Il porto è nostro», ha detto Roe. «Si cura», ha aggiunto.\n"
        "«Non è mai venuta», ha replicato un albergatore. Secondo il presidente, «tutto è fermo».\n"
        "Roe ha risposto che «la barca è pronta». «Mai», ha tuonato la sindaca.",
        ["Il porto è nostro", "Si cura", "la barca è pronta", "Mai"],
    ),
    "russian": (
        "Мэр Анна Белова в понедельник открыла порт.\n«Порт наш, — сказала Белова. — И будет наш».\n"
        "«Она никогда не приезжала», — сказал рыбак. Пресс-секретарь Беловой заявил: «Без комментариев».\n"
        "По словам Беловой, порт «безопасен». «Он широк», — ответила мэр.",
        ["Порт наш", ". — И будет наш", "безопасен", "Он широк"],
    ),
}


@pytest.mark.parametrize("language", REPORTS)
def test_reports_in_other_languages(language):
    text, said = REPORTS[language]
    assert quotes(text, "Анна Белова" if language == "russian" else "Jane Roe") == said


def doubts(body: str) -> list[tuple[str, str, str]]:
    """Return (kind, decided, text) of each doubt in a text that goes on from OPEN."""
    text = OPEN + body + CLOSE
    role_map = split_report(text, Speaker("Jane Roe"), {})
    return [(d.kind, d.decided, text[d.start : d.end]) for d in role_map.doubts]


def test_quotation_without_a_verb_goes_on_only_in_its_paragraph():
    body = "“We act,” Roe said. She saw the sea. “At dawn.”\nThe sun rose.\n“Nobody asked us about it.”"
    assert own(body) == ["We act,", "At dawn."]
    assert doubts(body) == [
        ("quotation only by continuation", "quote", "“At dawn.”"),
        ("quotation without a speaker", "narration", "“Nobody asked us about it.”"),
    ]


def test_nothing_goes_on_behind_another_person():
    body = "“We act,” Roe said. Karl Lund, the foreman, shook his head. “She has never been here.”"
    assert own(body) == ["We act,"]
    assert doubts(body) == [("quotation without a speaker", "narration", "“She has never been here.”")]


def test_titles_and_other_people_are_no_doubts():
    assert doubts("Tom Arden said “no”. A man said “no”. She wrote the book “The Sea”.") == []


def test_office_that_nobody_is_given_is_a_doubt():
    assert doubts("“It is closed,” the judge said.") == [
        ("quotation without a speaker", "narration", "“It is closed,”")
    ]
