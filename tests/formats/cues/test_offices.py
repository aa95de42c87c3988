"""Whom reports mean by an office under another name, and by words around a quotation that name nobody."""

from __future__ import annotations

import pytest

from analysis.formats import Speaker, split_source

INTRODUCED = {
    "en": "The foreign minister of Elmland, Jane Roe, came to Ashland on Monday.",
    "de": "Die Außenministerin von Elmland, Jane Roe, kam am Montag nach Eschland.",
    "fr": "La ministre des Affaires étrangères d’Elmie, Jane Roe, est arrivée lundi en Frênie.",
    "es": "La ministra de Exteriores de Elmia, Jane Roe, llegó el lunes a Fresnia.",
    "it": "La ministra degli Esteri di Elmia, Jane Roe, è arrivata lunedì in Frassinia.",
    "ru": "Министр иностранных дел Вязии Анна Роева прилетела в понедельник в Ясению.",
}


def list_quotes(language: str, said: str, introduced: str = "") -> list[str]:
    """Return what the speaker says in a paragraph behind the one that introduces her."""
    text = f"{introduced or INTRODUCED[language]}\n\n{said}\n"
    speaker = Speaker("Анна Роева" if language == "ru" else "Jane Roe")
    segments = split_source(text, kind="report", speaker=speaker, language=language).segments
    return [text[row.start : row.end] for row in segments.itertuples() if row.role == "quote"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "“We build,” said the head of diplomacy."),
        ("de", "„Wir bauen“, sagte die Chefdiplomatin."),
        ("fr", "« Nous bâtissons », a dit la cheffe de la diplomatie."),
        ("fr", "« Nous bâtissons », a dit le chef de la diplomatie elmienne."),
        ("es", "«Construimos», dijo la titular de Exteriores."),
        ("es", "«Construimos», dijo la ministra."),
        ("it", "«Costruiamo», ha detto la titolare degli Esteri."),
        ("ru", "«Строим», – сказала глава внешнеполитического ведомства."),
        ("ru", "«Строим», – сказала глава вязийского МИД."),
    ],
)
def test_an_office_under_another_name_means_who_holds_it(language, said):
    assert len(list_quotes(language, said)) == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "“We build,” said the Ashlandish foreign minister."),
        ("en", "“We build,” said the foreign minister of Ashland."),
        ("en", "“We build,” said the prime minister."),
        ("de", "„Wir bauen“, sagte der eschländische Außenminister."),
        ("de", "„Wir bauen“, sagte der Außenminister."),  # a man's noun, and she is a woman
        ("fr", "« Nous bâtissons », a dit le chef de la diplomatie frénienne."),
        ("fr", "« Nous bâtissons », a dit la ministre de la Culture."),
        ("es", "«Construimos», dijo la ministra fresniana."),
        ("es", "«Construimos», dijo la ministra de cultura."),
        ("it", "«Costruiamo», ha detto il capo della diplomazia frassinese."),
        ("it", "«Costruiamo», ha detto la ministra della cultura."),
        ("ru", "«Строим», – сказал глава ясенийского МИД."),
        ("ru", "«Строим», – сказала министр культуры."),
        ("ru", "«Строим», – сказал помощник министра."),
    ],
)
def test_an_office_of_another_country_or_field_does_not(language, said):
    assert list_quotes(language, said) == []


@pytest.mark.parametrize(
    ("language", "between", "said"),
    [
        ("de", "Ihr Amtskollege Max Arden war da.", "„Wir bauen“, sagte die Spitze des Hauses."),
        ("de", "Ihre Amtskollegin war da.", "„Wir bauen“, sagte die Chefdiplomatin."),
        ("fr", "Elle a vu son homologue.", "« Nous bâtissons », a dit la cheffe de la diplomatie."),
        ("es", "Vio a su homóloga.", "«Construimos», dijo la jefa de la diplomacia."),
        ("it", "Ha visto la sua omologa.", "«Costruiamo», ha detto il capo della diplomazia."),
    ],
)
def test_where_a_counterpart_is_spoken_of_the_other_name_is_nobody_s(language, between, said):
    assert list_quotes(language, f"{between} {said}") == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The text, Roe said, is “ready”."),
        ("en", "In her view, the text is “ready”."),
        ("de", "Der Text, so Roe weiter, sei „fertig“."),
        ("de", "Roe zufolge ist der Text „fertig“."),
        ("fr", "Le texte, assure-t-elle, est « prêt »."),
        ("fr", "À ses yeux, le texte est « prêt »."),
        ("es", "El texto, reconoció Roe, está «listo»."),
        ("es", "A su juicio, el texto está «listo»."),
        ("it", "Il testo, ha ammesso Roe, è «pronto»."),
        ("it", "A suo dire il testo è «pronto»."),
        ("ru", "Текст, признала Роева, вышел «готовым»."),
        ("ru", "По её мнению, текст «готов»."),
    ],
)
def test_words_aside_say_who_speaks(language, said):
    assert len(list_quotes(language, said)) == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [("it", "Roe, dicono in municipio, è «stanca»."), ("es", "Roe, dicen en su oficina, está «cansada».")],
)
def test_what_others_say_of_her_aside_is_not_hers(language, said):
    assert list_quotes(language, said) == []


DIALOGUES = {
    "es": (
        "—¿Se ríe? —preguntó un niño.",
        "—Sonrío —corrigió Roe—. Es otra cosa.",
        ["—Sonrío", "—. Es otra cosa."],
    ),
    "fr": (
        "— Vous riez ? demande un enfant.",
        "— Je souris, corrige Mme Roe. Elle s’en va.",
        ["— Je souris"],
    ),
    "it": (
        "– Ride? – chiede un bambino.",
        "– Sorrido – corregge Roe. – Altra cosa.",
        ["– Sorrido", ". – Altra cosa."],
    ),
    "ru": ("— Смеётесь? — спросил мальчик.", "— Улыбаюсь, — сказала Роева. Она ушла.", ["— Улыбаюсь"]),
}


@pytest.mark.parametrize("language", DIALOGUES)
def test_a_dialogue_behind_dashes_has_its_speakers(language):
    asked, answered, own = DIALOGUES[language]
    assert list_quotes(language, f"{asked}\n\n{answered}") == own


def test_one_paragraph_behind_a_dash_is_no_dialogue():
    assert list_quotes("es", "—El puerto —dijo Roe—, ¿crece?") == []
