"""Scripts that tell a language, and those without spaces between words."""

from __future__ import annotations

import pytest

from analysis.counting import count_text
from analysis.errors import InputError
from analysis.formats import Speaker
from analysis.language import choose_lists, count_words_in, guess_language, is_unspaced
from analysis.readability import choose_formulas
from analysis.readability.scores import find_unfit

TEXTS = {
    "ar": "قال الوزير إن الجسر مفتوح للجميع. لن نغلق الطريق أبدا. هذا وعد قطعناه على أنفسنا.",
    "he": "השר אמר שהגשר פתוח לכולם. לא נסגור את הדרך לעולם. זו הבטחה שנתנו.",
    "hi": "मंत्री ने कहा कि पुल सबके लिए खुला है। हम सड़क कभी बंद नहीं करेंगे। यह हमारा वादा है।",
    "ja": "大臣は橋が皆に開かれていると言いました。私たちは道を決して閉ざしません。これは約束です。",
    "zh": "部长说这座桥向所有人开放。我们永远不会关闭这条路。这是我们的承诺，也是我们的责任。",
}
N_WORDS = {"ar": 15, "he": 13, "hi": 19}  # counted by hand


@pytest.mark.parametrize("language", TEXTS)
def test_the_script_tells_the_language_and_no_english_list_is_used(language):
    assert guess_language(TEXTS[language]) == language
    assert not choose_lists([language]).is_english
    assert all(find_unfit(formula, [language]) for formula in choose_formulas([language]))


@pytest.mark.parametrize(("language", "n"), N_WORDS.items())
def test_words_are_counted_where_spaces_part_them(language, n):
    assert count_words_in(TEXTS[language]) == n and not is_unspaced(TEXTS[language])


@pytest.mark.parametrize("language", ["ja", "zh"])
def test_what_has_no_spaces_is_refused_in_a_sentence_that_names_the_extra(language, monkeypatch):
    monkeypatch.setattr("analysis.counting.texts.has_segmenter", lambda: False)
    with pytest.raises(InputError, match=r"not parted by spaces: .*pip install 'refrain\[segmenter\]'"):
        count_text(TEXTS[language], kind="prose", speaker=Speaker(""))


def test_words_that_somebody_parted_are_counted():
    parted = "部长 说 这 座 桥 向 所有人 开放 。 我们 永远 不会 关闭 这 条 路 。"
    tables = count_text(parted, kind="prose", speaker=Speaker(""))
    assert len(tables["tokens"]) == 15


def test_a_foreign_name_makes_no_text_unspaced():
    assert not is_unspaced(
        "The minister, 部长说这座桥向所有人开放, was quoted in the original by every paper in town."
    )
