"""Names that nothing published may hold: counted like other words, printed nowhere."""

from __future__ import annotations

import pandas as pd
import pytest
from corpus_of_three import read_rows, write_rows

from analysis.disclosure.names import WITHHELD, find_named, mask_tables, mask_texts, mask_words, spell_names
from analysis.errors import InputError
from analysis.language.folded_words import fold_words
from analysis.language.words import find_words
from analysis.pipeline.build import build_counts
from analysis.storage.corpus import Corpus

TEXT = "Ask JUNO Vale, or Vale's brother; the Juno-led fleet, Juno\nVale’s own, saw a valley."
NAMES = pd.Series(["Juno Vale", "vale"])


def make_words() -> tuple[pd.DataFrame, pd.DataFrame]:
    spans = find_words(TEXT)
    tokens = pd.DataFrame(spans, columns=["start", "end"]).assign(source="daily")
    tokens["token"] = [TEXT[start:end] for start, end in spans]
    return tokens.assign(norm=fold_words(tokens["token"])), pd.DataFrame(
        {"source": ["daily"], "text": [TEXT]}
    )


def test_whole_words_are_masked_in_any_case_and_over_ends_of_lines():
    tokens, texts = make_words()
    is_named = find_named(tokens, texts, spell_names(NAMES))
    assert tokens["token"][is_named].tolist() == ["JUNO", "Vale", "Vale's", "Juno", "Vale’s"]
    masked = mask_words(tokens, is_named)
    assert masked["norm"][is_named].unique().tolist() == [WITHHELD] and "valley" in set(masked["norm"])


def test_no_character_of_a_text_moves_and_what_is_blanked_prints_as_withheld():
    tokens, texts = make_words()
    blanked = mask_texts(texts, tokens, find_named(tokens, texts, spell_names(NAMES)))["text"][0]
    assert len(blanked) == len(TEXT) and blanked.index("brother") == TEXT.index("brother")
    table = pd.DataFrame({"left": [blanked[4:24]], "label": ["Juno Vale:"], "n": [3]})
    row = mask_tables({"contexts": table}, spell_names(NAMES))["contexts"].iloc[0].tolist()
    assert row == [f"{WITHHELD} {WITHHELD}, or {WITHHELD}", f"{WITHHELD}:", 3]


def test_categories_are_masked_as_words_are():
    table = pd.DataFrame({"norm": pd.Categorical(["juno", "vale", "oak", "vale"])})
    masked = mask_tables({"tokens": table}, spell_names(pd.Series(["Vale", "Juno"])))["tokens"]
    assert masked["norm"].tolist() == [WITHHELD, WITHHELD, "oak", WITHHELD]


def test_without_names_nothing_is_looked_for():
    assert spell_names(pd.Series([], dtype="str")) is None


def keep_out(data, *names: str) -> None:
    write_rows(
        data / "decisions" / "withheld.csv", [["name", "reason"], *([name, "asked us"] for name in names)]
    )


def test_tables_hold_no_letter_of_a_name_and_count_it(small_corpus, counted_once):
    keep_out(small_corpus, "Port Selm", "coffee", "fishermen")
    built = build_counts(Corpus(small_corpus))
    whole, masked = counted_once.released, built.released
    for name, table in masked.items():
        assert not any(word in table.to_csv().casefold() for word in ("selm", "coffee", "fishermen")), name
    for name in ("segments", "sentences"):
        numbers = whole[name].select_dtypes("number").columns
        pd.testing.assert_frame_equal(masked[name][numbers], whole[name][numbers])
    assert masked["words"]["n"].sum() == whole["words"]["n"].sum()
    assert (masked["words"]["norm"] == WITHHELD).any()


def test_what_people_wrote_is_refused_where_it_holds_a_name(small_corpus):
    keep_out(small_corpus, "lighthouse")
    with pytest.raises(
        InputError, match=r"patterns.csv, line \d+: holds a name that .*withheld.csv keeps out"
    ):
        Corpus(small_corpus).decisions  # noqa: B018
    keep_out(small_corpus, "selm  courier")
    with pytest.raises(InputError, match=r"(manifest|events).csv, line \d+: holds a name"):
        Corpus(small_corpus).decisions  # noqa: B018


def test_a_name_without_a_letter_is_refused(small_corpus):
    keep_out(small_corpus, "...")
    with pytest.raises(InputError, match=r"withheld.csv, line 2: name is '...'; write a word"):
        Corpus(small_corpus).decisions  # noqa: B018
    assert read_rows(small_corpus / "decisions" / "withheld.csv")
