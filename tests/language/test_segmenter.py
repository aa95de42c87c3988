"""Words where none is parted from the next by a space; what the library finds, beside words marked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.counting import count_text
from analysis.formats import Speaker
from analysis.language import count_words_in, find_words, fold_words_of, has_segmenter, read_words

MARKED = Path(__file__).parents[1] / "data" / "segmented.txt"
# Word F1 of icu4py 1.2.0 (ICU), and of SudachiPy 0.7.0 for Japanese, on the marked words; rounded down.
LEAST = {"zh": 0.85, "ja": 0.99, "th": 0.85}
needed = pytest.mark.skipif(not has_segmenter(), reason="the extra `segmenter` is not installed")


def read_marked(language: str) -> tuple[str, set[tuple[int, int]]]:
    """Return a text and where its words stand; the file has a sentence a line, its words parted by bars."""
    lines = MARKED.read_text(encoding="utf-8").splitlines()
    sentences = [line.partition(" ")[2].split("|") for line in lines if line.startswith(language)]
    at, words = 0, set()
    for sentence in sentences:
        for word in sentence:
            words |= {(at, at + len(word))} if word[0].isalnum() else set()
            at += len(word)
        at += 2
    return "\n\n".join(map("".join, sentences)), words


@needed
@pytest.mark.parametrize("language", LEAST)
def test_words_are_those_that_a_hand_marked(language):
    text, marked = read_marked(language)
    found = find_words(text)
    assert 2 * len(marked & set(found)) / (len(marked) + len(found)) >= LEAST[language]


@needed
@pytest.mark.parametrize("language", LEAST)
def test_however_words_are_asked_for_they_are_the_same(language):
    text, _ = read_marked(language)
    words, found = read_words(text), find_words(text)
    assert list(zip(words.start.tolist(), words.end.tolist(), strict=True)) == found
    assert count_words_in(text) == len(found) == len(fold_words_of(text))


@needed
def test_offsets_are_those_of_the_text_behind_letters_of_the_higher_planes():
    text = "𠮷野先生说这座桥向所有人开放。😀我们永远不会关闭这条路。"
    tables = count_text(text, kind="prose", speaker=Speaker(""), language="zh")
    tokens = tables["tokens"]
    assert [text[row.start : row.end] for row in tokens.itertuples()] == tokens["token"].tolist()
    assert "开放" in tokens["token"].tolist() and len(tables["sentences"]) == 2


@needed
def test_roles_and_counts_of_a_transcript():
    asked = "记者：这座桥什么时候开放？\n\n部长：我们在三月开放。谢谢！"
    text = f"{asked}\n\n记者：谁付钱？\n\n部长：政府付钱，港口也付钱。"
    tables = count_text(text, kind="transcript", speaker=Speaker("部长"), language="zh")
    assert tables["segments"].groupby("role")["segment"].count().to_dict() == {
        "answer": 2, "apparatus": 4, "question": 2,
    }  # fmt: skip
    assert len(tables["sentences"]) == 5


@needed
def test_what_somebody_parted_stays_parted_and_a_foreign_name_is_one_word():
    assert count_words_in("部长 说 这 座 桥 向 所有人 开放 。") == 8
    assert count_words_in("The sign said 部长说这座桥 in red.") == 6
