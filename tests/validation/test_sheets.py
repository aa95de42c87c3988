"""From texts to a sheet, through two coders' spreadsheets, back to scores; a clear line for each fault."""

from __future__ import annotations

import csv
import io
import re
import shutil
import sys
from pathlib import Path

import pandas as pd
import pytest
from corpus_of_three import read_rows, renew_digests, write_corpus, write_rows

from analysis import __main__ as command_line
from analysis.commands.check_remarks import STOPS
from analysis.commands.check_steps import check_data
from analysis.commands.code_steps import find_paragraphs, score_sheets, write_sheet
from analysis.errors import InputError
from analysis.report import load_report
from analysis.storage.corpus import Corpus
from analysis.storage.schema import HOME
from analysis.validation.codings import load_codings
from analysis.validation.sheets import SHEET_COLUMNS, load_sample, read_sheets

TOPICS = ["fish", "harbours", "treaty"]
PLACE = ["source", "paragraph"]


@pytest.fixture
def texts(small_corpus) -> Path:
    return small_corpus / "sources" / "texts"


@pytest.fixture(scope="module")
def drawn_once(tmp_path_factory) -> Path:
    """A folder with a sheet of 20 paragraphs, for all tests together: never change it."""
    root = tmp_path_factory.mktemp("drawn")
    write_sheet(root / "coding", Corpus(write_corpus(root / "data")), n=20, seed=1, topic=None)
    return root / "coding"


@pytest.fixture
def folder(small_corpus, drawn_once, tmp_path) -> Path:
    """A copy of it, beside the texts it was drawn from."""
    return shutil.copytree(drawn_once, tmp_path / "coding")


def read_sheet(folder: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / "sheet.csv").read_text("utf-8-sig"))))


def fill(folder: Path, coder: str, topics, *, delimiter=",", newline="\n", bom="") -> Path:
    """Fill a copy of the sheet as a spreadsheet saves it; topics: from a row to its cell."""
    rows = [{**row, "topics": topics(row)} for row in read_sheet(folder)]
    out = io.StringIO()
    writer = csv.DictWriter(out, SHEET_COLUMNS, delimiter=delimiter, lineterminator=newline)
    writer.writeheader()
    writer.writerows(rows)
    path = folder / f"{coder}.csv"
    path.write_bytes((bom + out.getvalue()).encode("utf-8"))
    return path


def by_eye(row: dict[str, str]) -> str:
    """Topics that a reader of the words would note."""
    words = {"fish": "herring|fisher|shoal|waters", "harbours": "harbour|ferr", "treaty": "agreement|sign"}
    found = [topic for topic, pattern in words.items() if re.search(pattern, row["text"].lower())]
    return " ".join(found) or "none"


# writing


def test_a_sheet_holds_what_a_coder_needs_and_no_prediction(folder, texts):
    rows = read_sheet(folder)
    assert list(rows[0]) == ["id", "source", "paragraph", "text", "topics"]
    assert len(rows) == 20 and {row["topics"] for row in rows} == {""}
    printed = " ".join((texts / f"{rows[0]['source']}.txt").read_text("utf-8").split())
    assert rows[0]["text"] in printed
    assert "courier" not in " ".join(row["source"] for row in rows)  # its event is told by another source
    order = [(row["source"], int(row["paragraph"])) for row in rows]
    assert order == sorted(order)
    assert [row["topic"] for row in csv.DictReader((folder / "topics.csv").open())] == TOPICS
    assert (folder / "sheet.csv").read_bytes().startswith(b"\xef\xbb\xbf")  # spreadsheets look for it


def test_the_sample_says_how_each_paragraph_was_drawn(folder, small_corpus):
    sample, found = load_sample(folder / "sample.csv"), find_paragraphs(Corpus(small_corpus))
    predicted = sample.merge(found.predicted[PLACE].drop_duplicates())
    assert predicted["is_predicted"].all() and len(predicted) == sample["is_predicted"].sum()
    strata = sample.groupby(["event", "is_predicted"])["n_stratum"].first()
    assert strata.sum() == len(found.paragraphs)


def test_the_same_seed_writes_the_same_bytes(folder, small_corpus, tmp_path):
    write_sheet(tmp_path / "again", Corpus(small_corpus), n=20, seed=1, topic=None)
    write_sheet(folder, Corpus(small_corpus), n=20, seed=1, topic=None)  # into the same folder, too
    for name in ("sheet.csv", "sample.csv", "topics.csv"):
        assert (tmp_path / "again" / name).read_bytes() == (folder / name).read_bytes()
    write_sheet(tmp_path / "other", Corpus(small_corpus), n=20, seed=2, topic=None)
    assert (tmp_path / "other" / "sheet.csv").read_bytes() != (folder / "sheet.csv").read_bytes()


def test_a_sheet_does_not_replace_another(folder, small_corpus):
    with pytest.raises(InputError, match=r"sample.csv: there is another one already; name another folder"):
        write_sheet(folder, Corpus(small_corpus), n=20, seed=2, topic=None)


@pytest.mark.parametrize("place", ["data", "data/coding", None])
def test_a_sheet_does_not_go_where_it_might_be_published(small_corpus, tmp_path, place):
    target = tmp_path / place if place else HOME.parent / "coding"
    with pytest.raises(InputError, match="may be published; name a folder outside it"):
        write_sheet(target, Corpus(small_corpus), n=20, seed=1, topic=None)


def test_a_paragraph_that_looks_like_a_formula_is_no_formula(small_corpus, texts, tmp_path):
    path = texts / "2031-09-20-forum.txt"
    path.write_text(
        path.read_text("utf-8") + "\n=2+2, said the pilot, is the whole of our policy.\n", "utf-8"
    )
    write_sheet(tmp_path / "coding", Corpus(small_corpus), n=500, seed=1, topic=None)
    (row,) = [row for row in read_sheet(tmp_path / "coding") if "2+2" in row["text"]]
    assert row["text"].startswith(" =")
    sheet = fill(tmp_path / "coding", "ida", lambda row: "none")
    assert len(read_sheets([sheet], load_sample(tmp_path / "coding" / "sample.csv"), TOPICS)) > 20


# reading


def read(folder: Path, *sheets: Path) -> pd.DataFrame:
    return read_sheets(sheets, load_sample(folder / "sample.csv"), TOPICS)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_sheet_is_read_however_it_was_saved(folder, delimiter, newline):
    ida = fill(folder, "ida", by_eye)
    jon = fill(folder, "jon", by_eye, delimiter=delimiter, newline=newline, bom="\ufeff")
    codings = read(folder, ida, jon)
    assert codings["coder"].unique().tolist() == ["ida", "jon"]
    same = [codings[codings["coder"] == coder].drop(columns="coder") for coder in ("ida", "jon")]
    pd.testing.assert_frame_equal(*(part.reset_index(drop=True) for part in same))
    assert len(same[0]) == 20


def test_cells_may_be_written_carelessly(folder):
    cells = {"1": " Treaty ,FISH ", "2": "NONE", "3": "-", "4": "harbours; harbours", "5": ""}
    codings = read(folder, fill(folder, "ida", lambda row: cells.get(row["id"], "fish")))
    assert codings["topics"].tolist()[:4] == ["fish treaty", "", "", "harbours"]
    assert len(codings) == 19  # an empty cell is a paragraph that was not read


def test_rows_may_be_sorted_and_columns_added(folder):
    rows = list(csv.reader(io.StringIO(fill(folder, "ida", by_eye).read_text("utf-8"))))
    before = read(folder, folder / "ida.csv")
    moved = [[*row[::-1], "a remark"] for row in [rows[0], *rows[:0:-1]]]
    write_rows(folder / "ida.csv", [*moved, [""] * 6])
    pd.testing.assert_frame_equal(read(folder, folder / "ida.csv"), before)


def change(row: int, column: str, value: str):
    def edit(rows: list[list[str]]) -> list[list[str]]:
        rows[row][rows[0].index(column)] = value
        return rows

    return edit


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (change(3, "topics", "fish tready"), r"ida.csv, line 4: there is no topic 'tready'; did you mean"),
        (change(3, "topics", "xyz"), r"line 4: there is no topic 'xyz'; the topics are fish, harbours, tr"),
        (change(3, "topics", "none fish"), r"line 4: 'none fish' says none and names a topic; decide for"),
        (change(3, "id", "99"), r"line 4: id '99', paragraph '.*' of '.*' is not in the sample; restore"),
        (change(3, "paragraph", "98"), r"line 4: id '3', paragraph '98' of '.*' is not in the sample; rest"),
        (change(3, "text", "Other words."), r"line 4: the text is not the one that was drawn; restore it"),
        (lambda rows: [*rows, rows[3]], r"line 22: id 3 stands above already; remove one of the two"),
        (lambda rows: rows[:3] + rows[4:], r"ida.csv: id 3, paragraph \d+ of .*, is missing; restore its"),
        (lambda rows: rows[:1], r"ida.csv: there are no rows below the first; restore them"),
        (lambda rows: [], r"ida.csv, line 1: no column id, source, paragraph, text, topics; restore"),
        (lambda rows: [[*rows[0][:4], "codes"], *rows[1:]], r"line 1: no column topics; restore the first"),
    ],
)  # fmt: skip
def test_a_fault_in_a_sheet_is_named_with_its_line(folder, edit, message):
    path = fill(folder, "ida", by_eye)
    write_rows(path, edit(read_rows(path)))
    with pytest.raises(InputError, match=message):
        read(folder, path)


def test_an_empty_sheet_is_refused(folder):
    with pytest.raises(InputError, match=r"ida.csv: nothing is coded; write topics, or 'none'"):
        read(folder, fill(folder, "ida", lambda row: "  "))


def test_two_sheets_of_one_coder_are_refused(folder):
    path = fill(folder, "ida", by_eye)
    with pytest.raises(InputError, match="a second sheet called ida; name each by its coder"):
        read(folder, path, path)


# scoring


def test_two_coders_and_the_dictionary(folder, small_corpus):
    ida = fill(folder, "ida", by_eye)
    jon = fill(folder, "jon", lambda row: "none" if row["id"] == "7" else by_eye(row))
    result = score_sheets([ida, jon], folder / "sample.csv", Corpus(small_corpus))
    agreement = result.agreement.set_index("topic")
    assert agreement.loc["all topics", ["n_paragraphs", "n_coders"]].tolist() == [20, 2]
    assert agreement.loc["all topics", "alpha"] > 0.8
    scores = result.scores.set_index("topic")
    assert scores.loc["fish", "recall"] < 1 <= scores.loc["fish", "precision"]  # waters are no pattern
    shares = result.shares.set_index("topic")
    assert (shares["low"] <= shares["share"]).all() and (shares["share"] <= shares["high"]).all()
    assert result.codings.columns.tolist() == ["source", "paragraph", "coder", "topics"]


def test_a_better_dictionary_is_scored_on_the_same_sheets(folder, small_corpus):
    ida = fill(folder, "ida", by_eye)
    before = score_sheets([ida], folder / "sample.csv", Corpus(small_corpus)).scores.set_index("topic")
    path = small_corpus / "decisions" / "patterns.csv"
    write_rows(path, [*read_rows(path), ["fish", "waters", "where it lives"]])
    after = score_sheets([ida], folder / "sample.csv", Corpus(small_corpus)).scores.set_index("topic")
    assert before.loc["fish", "recall"] < after.loc["fish", "recall"] == 1


def test_paragraphs_nobody_read_are_made_up_for_by_others_of_their_kind(folder, small_corpus):
    whole = score_sheets([fill(folder, "ida", by_eye)], folder / "sample.csv", Corpus(small_corpus))
    part = fill(folder, "jon", lambda row: "" if row["id"] in "369" else by_eye(row))
    result = score_sheets([part], folder / "sample.csv", Corpus(small_corpus))
    assert len(result.codings) == 17 < result.n_drawn == len(whole.codings) == 20
    assert result.agreement["n_paragraphs"].eq(0).all()


def test_one_topic_alone(small_corpus, tmp_path):
    write_sheet(tmp_path / "treaty", Corpus(small_corpus), n=20, seed=1, topic="treaty")
    ida = fill(tmp_path / "treaty", "ida", lambda row: "treaty" if "treaty" in by_eye(row) else "none")
    result = score_sheets([ida], tmp_path / "treaty" / "sample.csv", Corpus(small_corpus))
    assert result.scores["topic"].tolist() == ["treaty", "micro", "macro"]
    assert not result.is_whole  # its codings would say that other topics were looked for and not found
    assert result.shares["topic"].tolist() == ["treaty"]
    jon = fill(tmp_path / "treaty", "jon", by_eye)
    with pytest.raises(InputError, match=r"there is no topic '(fish|harbours)'; the topics are treaty"):
        read_sheets([jon], load_sample(tmp_path / "treaty" / "sample.csv"), ["treaty"])


def test_texts_that_changed_since_are_seen(folder, small_corpus, texts):
    ida = fill(folder, "ida", by_eye)
    path = texts / "2031-06-02-lantern.txt"
    path.write_text(path.read_text("utf-8").replace("harbours", "havens"), "utf-8")
    with pytest.raises(
        InputError, match=r"sample.csv: paragraph \d+ of 2031-06-02-lantern reads otherwise now"
    ):
        score_sheets([ida], folder / "sample.csv", Corpus(small_corpus))


# the command line


@pytest.fixture
def refrain(capsys, monkeypatch):
    def run(*arguments: object) -> tuple[str, str]:
        monkeypatch.setattr(sys, "argv", ["refrain", *map(str, arguments)])
        try:
            command_line.main()
        except SystemExit as ending:
            return capsys.readouterr().out, str(ending.code)
        return tuple(capsys.readouterr())

    return run


def test_the_commands_end_to_end(refrain, small_corpus, tmp_path):
    out, err = refrain("code", "sheet", tmp_path / "c", "--data", small_corpus, "--n", 20, "--seed", 3)
    assert out.splitlines()[0].startswith(f"{tmp_path}/c/sheet.csv: 20 of ")
    assert "reading 1 of 4" in err
    sheets = [fill(tmp_path / "c", coder, by_eye) for coder in ("ida", "jon")]
    out, _ = refrain("code", "score", *sheets, "--data", small_corpus, "--out", tmp_path / "o")
    assert "20 of 20 drawn paragraphs are coded." in out and "all decisions (micro)" in out
    assert "2 coders; 20 paragraphs read by two or more of them; alpha over all topics 1.00" in out
    assert sorted(path.name for path in (tmp_path / "o").iterdir()) == [
        "agreement.csv", "codings.csv", "scores.csv", "shares.csv",
    ]  # fmt: skip


def test_the_codings_written_are_those_the_page_reads(refrain, built_corpus, tmp_path):
    refrain("code", "sheet", tmp_path / "c", "--data", built_corpus, "--n", 20)
    sheet = fill(tmp_path / "c", "ida", by_eye)
    refrain("code", "score", sheet, "--data", built_corpus, "--out", built_corpus / "decisions" / "coding")
    (built_corpus / "decisions" / "coding" / "codings.csv").rename(codings_of(built_corpus))
    renew_digests(built_corpus)
    report = load_report(built_corpus)
    assert len(report.codings) == 20 and set(report.codings["coder"]) == {"ida"}
    told = [remark.sentence for remark in check_data(Corpus(built_corpus))]
    assert "codings: 20 paragraphs, coders: ida" in told


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["sheet", "{c}", "--topic", "fisch"], "there is no topic 'fisch'; the topics are fish, harbours"),
        (["sheet", "{c}", "--n", "3"], "3 paragraphs are too few for 6 groups of an event, predicted or not"),
        (["sheet", "{c}", "--texts", "nowhere"], "nowhere: there is no such folder"),
        (["score", "{c}/ida.csv"], "sample.csv: there is no such file; check its name and folder."),
        (["score"], "Missing argument 'SHEETS...'"),
    ],
)  # fmt: skip
def test_bad_input_is_one_line(refrain, small_corpus, tmp_path, arguments, message):
    given = [argument.format(c=tmp_path / "c") for argument in arguments]
    _, error = refrain("code", *given[:1], *given[1:], "--data", small_corpus)
    assert message in error and len(error.splitlines()) == 1
    assert not (tmp_path / "c").exists()


# the codings of a data folder


def codings_of(data: Path) -> Path:
    return data / "decisions" / "coding" / "topics.csv"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (["2031-06-02-lantern", 2, "ida", "fish boat"], r"line 3: the topic 'boat' is not in topics.csv"),
        (["2031-06-02-lantern", 400, "ida", ""], r"line 3: 2031-06-02-lantern has no paragraph 400; mend or"),
        (["2031-none", 2, "ida", ""], r"line 3: source '2031-none' is not in manifest.csv"),
        (["2031-06-02-lantern", 3, "ida", ""], r"line 3: source, paragraph, coder .* stands above already"),
    ],
)  # fmt: skip
def test_a_fault_in_the_codings_is_named_with_its_line(built_corpus, row, message):
    first = ["2031-06-02-lantern", 3, "ida", "fish"]
    write_rows(codings_of(built_corpus), [["source", "paragraph", "coder", "topics"], first, row])
    renew_digests(built_corpus)
    with pytest.raises(InputError, match=message):
        _ = load_report(built_corpus).codings


def test_a_fault_in_the_codings_is_named_by_the_check(built_corpus):
    row = ["2031-06-02-lantern", 3, "ida", "boat"]
    write_rows(codings_of(built_corpus), [["source", "paragraph", "coder", "topics"], row])
    renew_digests(built_corpus)
    told = [remark.sentence for remark in check_data(Corpus(built_corpus)) if remark.severity == STOPS]
    assert len(told) == 1 and "line 2: the topic 'boat' is not in topics.csv" in told[0]


def test_no_file_is_no_coding(small_corpus):
    topics, segments = pd.DataFrame({"topic": TOPICS}), pd.DataFrame({"source": [], "paragraph": []})
    codings = load_codings(small_corpus, topics, segments)
    assert codings.empty and codings.columns.tolist() == ["source", "paragraph", "coder", "topics"]
