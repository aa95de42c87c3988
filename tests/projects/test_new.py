"""A project from a folder of invented texts: what is told is written down, what is not stays empty."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from analysis.__main__ import cli
from analysis.errors import InputError
from analysis.pipeline import Ways, build_full
from analysis.projects import make_project, tell_made
from analysis.storage import PARTS, Corpus, read_table

ASKED = ["What of the harbour?", "And the fish?", "When does the bridge open?", "Anything else?"]
ANSWERS = [
    "I keep the harbour open for all.",
    "We counted the fish twice in May.",
    "I open the bridge in spring.",
    "We will see what the winter brings.",
]
HEAD = "Minister Jane Roe on the islands\n\n17 May 2031\n\n"


def talk(asks="Question", answers="Jane Roe", *, more=""):
    pairs = zip(ASKED, ANSWERS, strict=True)
    return "\n\n".join(f"{asks}: {q}\n\n{answers}: {a} {more}".strip() for q, a in pairs) + "\n"


def put(folder, **texts):
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


def read(project, name):
    return read_table(project, name)


def test_a_text_tells_its_kind_title_day_language_and_who_asks(tmp_path):
    texts = put(tmp_path / "texts", Talk__txt=HEAD + talk("Kim Lake"))
    project = make_project(tmp_path / "mine", texts).folder
    (row,) = read(project, "manifest").to_dict("records")
    assert (row["source"], row["kind"], row["title"]) == (
        "talk",
        "transcript",
        "Minister Jane Roe on the islands",
    )
    assert row["language"] == "en" and row["outlet"] == row["published"] == row["url"] == row["sha256"] == ""
    assert row["note"] == "The file came as Talk.txt"
    assert read(project, "events").to_dict("records") == [
        {"event": "talk", "date": "2031-05-17", "interviewer": "Kim Lake"}
    ]
    assert (project / "sources" / "texts" / "talk.txt").read_bytes() == (texts / "Talk.txt").read_bytes()


def test_the_speaker_is_guessed_and_every_label_has_its_row(tmp_path):
    project = make_project(tmp_path / "mine", put(tmp_path / "texts", a__txt=talk())).folder
    speakers = read(project, "speakers").set_index("label")
    assert list(speakers.index) == ["", "Jane Roe", "Question"]
    assert list(speakers["role"]) == ["answer", "answer", "question"]
    assert speakers.at["", "reason"] == "suggested: answers most in 1 of 1 texts"
    assert speakers.at["Question", "reason"] == (
        "suggested: seems who asks; texts: 1, turns: 4, words: 14, turns that ask: 100%"
    )


def test_the_guests_of_a_host_who_is_studied_do_not_ask(tmp_path):
    """Ann Holt asks in every turn, and her words are studied: who answers her is not taken for who asks."""
    texts = put(tmp_path / "texts", a__txt=talk("Ann Holt", "Jane Roe"), b__txt=talk("Ann Holt", "Kim Lake"))
    project = make_project(tmp_path / "mine", texts, speaker="Ann Holt").folder
    speakers = read(project, "speakers").set_index("label")["role"]
    assert speakers.to_dict() == {
        "": "answer",
        "Ann Holt": "answer",
        "Jane Roe": "other",
        "Kim Lake": "other",
    }


def test_a_speaker_who_is_named_is_no_guess(tmp_path):
    made = make_project(tmp_path / "mine", put(tmp_path / "texts", a__txt=talk()), speaker=" Jane  Roe ")
    assert read(made.folder, "speakers")["reason"][0] == "Named when the project was made"
    assert not [check for check in made.checks if check.severity == 0]


def test_where_nobody_can_be_guessed_the_voices_are_listed_and_nothing_is_written(tmp_path):
    one, two = talk(answers="Jane Roe"), talk(answers="Ann Holt")
    texts = put(tmp_path / "texts", a__txt=one, b__txt=two)
    with pytest.raises(
        InputError, match=r"more than half of the 2 texts \(the labels are .*Ann Holt.*--speaker"
    ):
        make_project(tmp_path / "mine", texts)
    with pytest.raises(InputError, match="no name could be found for who answers in the text; say whose"):
        make_project(tmp_path / "mine", put(tmp_path / "other", a__txt="I thank you. " * 30))
    with pytest.raises(
        InputError, match=r"no word of any text is Eve Nobody's .*write --speaker as the texts print"
    ):
        make_project(tmp_path / "mine", texts, speaker="Eve Nobody")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other", "texts"]


def test_a_text_without_the_speaker_is_absent_and_told_first(tmp_path):
    texts = put(tmp_path / "texts", a__txt=talk(), b__txt=talk(answers="Ann Holt"))
    made = make_project(tmp_path / "mine", texts, speaker="Jane Roe")
    assert read(made.folder, "absent").to_dict("records") == [
        {"source": "b", "reason": "suggested: no word of Jane Roe was found"}
    ]
    assert made.checks[0].what == "no word of Jane Roe was found in b"
    assert set(read(made.folder, "speakers").query("label == 'Ann Holt'")["role"]) == {"other"}


def test_a_speech_has_no_interviewer_and_no_label(tmp_path):
    texts = put(tmp_path / "texts", speech__txt="Friends, I thank you.\n\n" + "\n\n".join(ANSWERS))
    project = make_project(tmp_path / "mine", texts, speaker="Jane Roe").folder
    assert list(read(project, "manifest")["kind"]) == ["speech"]
    assert read(project, "events").to_dict("records") == [{"event": "speech", "date": "", "interviewer": ""}]
    assert list(Corpus(project).sources["label"]) == ["speech"]


def test_copies_are_one_event_and_the_transcript_stands_for_it(tmp_path):
    more = "The long bridge carries every cart of salt from the old harbour to the new market."
    texts = put(tmp_path / "texts", a__txt=talk(more=more), b__txt=talk("Kim Lake", more=more))
    made = make_project(tmp_path / "mine", texts)
    assert set(read(made.folder, "manifest")["event"]) == {"a"}
    assert read(made.folder, "events").to_dict("records") == [
        {"event": "a", "date": "", "interviewer": "Kim Lake"}
    ]
    (told,) = [check.what for check in made.checks if "one occasion" in check.what]
    assert (
        told
        == "a and b are taken for one occasion, as they share 100% of the running words of the shorter one"
    )


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    texts = put(tmp_path / "texts", a__txt=talk())
    with pytest.raises(InputError, match="there is something already; name a folder that is empty"):
        make_project(texts, texts)
    (tmp_path / "empty").mkdir()
    assert make_project(tmp_path / "empty", texts).folder == tmp_path / "empty"
    assert [path.name for path in texts.iterdir()] == ["a.txt"]


def test_what_was_counted_is_not_counted_again(tmp_path):
    made = make_project(tmp_path / "mine", put(tmp_path / "texts", a__txt=talk(), b__txt=talk("Kim Lake")))
    ways = Ways(made.folder / PARTS, only_gather=True)  # a source without its part would be refused
    assert set(build_full(Corpus(made.folder), ways=ways)["segments"]["source"]) == {"a", "b"}


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_made(tmp_path):
    texts = put(tmp_path / "texts", a__txt=talk())
    (texts / "b.docx").write_bytes(b"PK\x03\x04 nothing")
    made = make_project(tmp_path / "mine", texts)
    assert made.checks[0].what.startswith(f"not read: {texts / 'b.docx'}: ")
    assert list(read(made.folder, "manifest")["source"]) == ["a"]


def test_the_page_says_what_the_command_says_and_the_project_passes_its_check(tmp_path):
    texts, mine = put(tmp_path / "texts", a__txt=HEAD + talk()), tmp_path / "mine"
    runner = CliRunner()
    told = runner.invoke(cli, ["new", str(mine), "--texts", str(texts)], obj=iter, catch_exceptions=False)
    assert told.exit_code == 0 and f"refrain report {mine}" in told.output
    page = (mine / "first-checks.md").read_text(encoding="utf-8")
    assert page.startswith("# What to check first\n\n1 text of 1 event; ")
    assert "## Decide these first" in page and "Jane Roe is taken for the speaker" in page
    checked = runner.invoke(cli, ["check", str(mine)], catch_exceptions=False)
    assert checked.output == (
        f"{mine}: the tables are not built yet: `refrain report {mine}` builds them and the report.\n"
    )


def test_the_same_texts_make_the_same_project(tmp_path):
    texts = put(tmp_path / "texts", a__txt=HEAD + talk(), b__txt=talk("Kim Lake"))
    one, two = (make_project(tmp_path / name, texts).folder for name in ("one", "two"))
    files = [path.relative_to(one) for path in sorted(one.rglob("*.csv"))]
    assert files and all((one / file).read_bytes() == (two / file).read_bytes() for file in files)


def test_only_a_few_checks_of_a_kind_are_printed(tmp_path):
    made = make_project(tmp_path / "mine", put(tmp_path / "texts", a__txt=talk()))
    lines = tell_made(made, most=1)
    n = sum(check.severity == 1 for check in made.checks)
    assert f"- and {n - 1} more in {made.folder / 'first-checks.md'}" in lines
