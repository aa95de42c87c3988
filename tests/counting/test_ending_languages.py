"""Ways of ending sentences in other languages than English: by their own words and signs."""

from __future__ import annotations

import pytest

from analysis.counting import count_text
from analysis.formats import Speaker

FEW = "{} eins zwei drei vier fünf sechs. "


def count_by(text: str, language: str) -> dict[str, int]:
    """How many sentences the prose has by each splitting but the library's."""
    table = count_text(text, kind="prose", speaker=Speaker(""), language=language)["splittings"]
    counts = table.groupby("splitting")["n_sentences"].sum().to_dict()
    return {name: n for name, n in counts.items() if name != "library"}


@pytest.mark.parametrize(
    ("language", "text", "counted", "others"),
    [
        ("de", "Wir warteten, aber sie kamen nicht.", 1, {"clauses": 2}),
        ("de", "Wir kauften Brot, Käse und Wein.", 1, {}),
        ("de", "Ich glaube, wir gehen jetzt heim.", 1, {}),  # what somebody thinks is no clause of its own
        ("fr", "Nous attendions, mais ils ne venaient pas.", 1, {"clauses": 2}),
        ("fr", "Il pleuvait, j’avais bien froid.", 1, {"clauses": 2}),
        ("fr", "Une île petite, mais belle.", 1, {}),  # one word is no clause
        ("fr", "Au soir, on réglait bien cela.", 1, {}),  # what opens the clause is none
        ("de", "Sie kamen, und zwar alle zusammen.", 1, {}),
        ("es", "Esperamos, pero ellos no vinieron.", 1, {"clauses": 2}),
        ("it", "Noi aspettavamo, loro non venivano mai.", 1, {"clauses": 2}),
        ("ru", "Мы ждали, но они не пришли.", 1, {"clauses": 2}),
        ("ru", "Мост – это обещание.", 1, {}),  # the dash is the verb
        ("fr", "Nous attendions – ils ne venaient pas.", 1, {"dashes": 2}),
        ("de", "Wir warteten; sie kamen.", 1, {"semicolons": 2}),
        ("ar", "انتظرنا؛ ثم جاؤوا.", 1, {"semicolons": 2}),
        ("de", "Er sagte: „Warte. Ich gehe.“ Dann ging er.", 3, {"quotations": 2, "joined": 1}),
        ("de", "Er sagte: »Warte. Ich gehe.« Dann ging er.", 3, {"quotations": 2, "joined": 1}),
        ("fr", "Il a dit : « Attends. Je viens. » Puis il est parti.", 3, {"quotations": 2, "joined": 1}),
        ("ru", "Он сказал: «Жди. Я иду». Потом он ушёл.", 3, {"quotations": 2, "joined": 1}),
    ],
)
def test_each_way_by_the_language_s_own_words(language, text, counted, others):
    found = count_by(text, language)
    assert found == dict.fromkeys(found, counted) | others


@pytest.mark.parametrize(
    ("language", "opener"), [("de", "Und"), ("fr", "Mais"), ("es", "Pero"), ("it", "Ma"), ("ru", "Но")]
)
def test_what_opens_with_and_or_but_is_joined(language, opener):
    seven, opened = FEW.format("Sieben"), FEW.format(opener)
    assert count_by(seven * 3, language)["joined"] == 2  # 21 words are too many
    assert count_by(seven * 2 + opened, language)["joined"] == 1
