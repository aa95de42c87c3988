"""Words of Arabic, Hebrew, Hindi and Persian, counted by hand; where their sentences end."""

from __future__ import annotations

import pytest

from analysis.counting import count_text
from analysis.formats import Speaker
from analysis.language import find_words, fold_word, fold_words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("والجسر مفتوح للجميع، أليس كذلك؟", 5),  # a joined `and`, `the` or `for` is part of its word
        ("دفعنا ٤٬٥٠٠ كرون، أي ٢٫٥٪", 5),
        ("בית־הספר נפתח ב־1974", 3),  # maqaf is a hyphen
        ("עורכת-הדין ד״ר כהן וח״כ לוי", 5),
        ("ג׳ירפה, צ'ק ופרופ' לוי", 4),
        ("मंत्री ने कहा कि ४,५०० रुपये दिए।", 7),
        ("क्या न्याय हुआ? नहीं॥", 4),
        ("می‌روم و کتاب‌ها را می‌خوانم", 5),  # a joiner without width stands inside a word
    ],
)
def test_words_are_counted_as_a_hand_counts_them(text, words):
    assert len(find_words(text)) == words


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("الوزيـــر", "الوزير"),
        ("مفتوحٌ", "مفتوح"),
        ("הַגֶּשֶׁר", "הגשר"),
        ("בית־הספר", "בית-הספר"),
        ("צה״ל", 'צה"ל'),
    ],
)
def test_a_word_with_signs_that_need_not_be_written_is_the_same_word(printed, plain):
    assert fold_word(printed) == fold_word(plain)


def test_signs_of_other_scripts_stay():
    assert fold_words_of("क्या हाँ") == ["क्या", "हाँ"]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("ar", ["هل الجسر مفتوح؟", "نعم، وسيبقى؛ هذا وعد.", "قال د. أحمد ذلك.", "شكرا!"]),
        ("he", ["האם הגשר פתוח?", "כן, אמר ד״ר כהן.", "בשעה 9.30 נפגשנו.", "פרופ' לוי הגיע."]),
        ("hi", ["क्या पुल खुला है?", "डॉ. शर्मा ने कहा कि हाँ।", "वे ३ मई को मिले॥", "ठीक है!"]),
    ],
)
def test_where_sentences_end(language, sentences):
    text = " ".join(sentences)
    ends = count_text(text, kind="prose", speaker=Speaker(""), language=language)["sentences"]
    assert [text[row.start : row.end] for row in ends.itertuples()] == sentences
