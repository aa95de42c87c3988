"""All faults of a folder at once, and what is not built yet."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from analysis.__main__ import cli
from analysis.commands.check_all import list_problems
from analysis.commands.check_remarks import (
    DOUBTFUL,
    HOLDS,
    LOOK,
    STOPS,
    WRONG,
    Remark,
    group_remarks,
    is_fault,
)
from analysis.storage import Corpus, list_faults

FILES = {
    "sources/manifest.csv": "source,event,kind\na,e,talk\nb,e,speech\nb,e,speech\n",
    "sources/events.csv": "event,date\ne,yesterday\n",
    "decisions/speakers.csv": "speaker,label,role,reason\nJane Roe,,answer,\n",
    "decisions/topics.csv": "topic,label,description\nsea,Sea,all of it\n",
    "decisions/patterns.csv": "topic,pattern,reason\nsea,sea,x\nsalt,salt,x\n",
}
SOUND = FILES | {
    "sources/manifest.csv": "source,event,kind\na,e,speech\n",
    "sources/events.csv": "event\ne\n",
    "decisions/speakers.csv": "speaker,label,role,reason\nJane Roe,,answer,x\n",
    "decisions/patterns.csv": "topic,pattern,reason\nsea,sea,x\n",
}


def write(folder, files):
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def test_every_fault_of_every_file_is_told_with_its_line(tmp_path):
    told = [fault.removeprefix(f"{tmp_path}/") for fault in list_faults(write(tmp_path, FILES))]
    assert [fault.partition(";")[0] for fault in told] == [
        "sources/manifest.csv, line 2: kind is 'talk'",
        "sources/manifest.csv, line 4: source b stands above already",
        "sources/events.csv, line 2: date is 'yesterday'",
        "decisions/speakers.csv, line 2: reason is ''",
        "decisions/patterns.csv, line 3: topic 'salt' is not in topics.csv",
    ]


def test_remarks_are_grouped_and_only_what_stops_or_is_wrong_is_a_fault():
    remarks = [
        Remark(LOOK, "d"),
        Remark(STOPS, "a"),
        Remark(HOLDS, "e"),
        Remark(WRONG, "b"),
        Remark(DOUBTFUL, "c"),
    ]
    assert list(group_remarks([*remarks, Remark(STOPS, "f")])) == [
        "Stops the build (2):", "- a", "- f",
        "Makes a number wrong (1):", "- b",
        "Makes a number doubtful (1):", "- c",
        "Worth a look (1):", "- d",
        "As it must be (1):", "- e",
    ]  # fmt: skip
    assert [remark.sentence for remark in remarks if is_fault(remark)] == ["a", "b"]


def test_what_contradicts_itself_is_told_at_once_with_texts_that_cannot_be_read(tmp_path):
    folder = write(tmp_path, SOUND | {
        "sources/manifest.csv": "source,event,kind\na,e,speech\nb,e,speech\n",
        "decisions/speakers.csv": "speaker,label,role,reason\nJane Roe,,answer,x\nEve Lake,,answer,x\n",
        "decisions/patterns.csv": "topic,pattern,reason\nsea,sea,x\nsea,Sea,x\nsea,-lake,x\n",
        "sources/texts/a.txt": "",
    })  # fmt: skip
    told = [remark.sentence.removeprefix(f"{tmp_path}/") for remark in list_problems(Corpus(folder))]
    assert [sentence.partition(";")[0] for sentence in told] == [
        "decisions/speakers.csv, line 3: a second speaker has the role 'answer'",
        "decisions/patterns.csv, line 4: '-lake' shares no word with a pattern that it could cancel",
        "sources/texts/a.txt, line 1: the file is empty",
        "sources/texts/b.txt: there is no such file",
    ]


@pytest.mark.parametrize("missing", ["topics", "patterns", "phrases", "label", "event columns"])
def test_only_what_is_needed_is_required(tmp_path, missing):
    files = dict(SOUND)
    if missing == "label":
        files["decisions/speakers.csv"] = "speaker,role,reason\nJane Roe,answer,x\n"
    elif missing == "event columns":
        files["sources/events.csv"] = "event\ne\n"
    else:
        for name in {"topics": ("topics", "patterns"), "patterns": ("patterns",)}.get(missing, ()):
            del files[f"decisions/{name}.csv"]
    assert list(list_problems(Corpus(write(tmp_path, files)))) == []


def test_a_folder_without_tables_is_not_built_yet(tmp_path):
    run = CliRunner().invoke(cli, ["check", str(write(tmp_path, SOUND))], catch_exceptions=False)
    assert run.exit_code == 0
    assert (
        run.output
        == f"{tmp_path}: the tables are not built yet: `refrain report {tmp_path}` builds them and the report.\n"
    )


def test_faults_are_counted_and_two_folders_are_refused(tmp_path):
    write(tmp_path, FILES)
    run = CliRunner().invoke(cli, ["check", "--data", str(tmp_path)])
    assert run.output.startswith("Stops the build (5):\n- ") and run.output.count("\n- ") == 5
    assert "5 faults, listed above; mend them and check again" in str(run.exception)
    run = CliRunner().invoke(cli, ["check", str(tmp_path), "--data", "other"])
    assert "are two folders; name one of them" in str(run.exception)


def test_a_folder_without_anything_says_what_is_missing(tmp_path):
    told = list(list_faults(tmp_path))
    assert len(told) == 3 and all(
        "there is no such file; write one with the columns" in fault for fault in told
    )


def test_columns_say_what_they_mean():
    run = CliRunner().invoke(cli, ["columns", "events"], catch_exceptions=False)
    assert "  date (date, may be empty): day on which the words were spoken or given" in run.output
    assert "events: A row is an event" in CliRunner().invoke(cli, ["columns"]).output
    run = CliRunner().invoke(cli, ["columns", "nonsense"])
    assert "there is no table 'nonsense'; the tables are manifest" in str(run.exception)
