"""All faults of a folder at once, and what is not built yet."""

from __future__ import annotations

from click.testing import CliRunner

from analysis.__main__ import cli
from analysis.storage import list_faults

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


def test_a_folder_without_tables_is_not_built_yet(tmp_path):
    run = CliRunner().invoke(cli, ["check", str(write(tmp_path, SOUND))], catch_exceptions=False)
    assert run.exit_code == 0 and "nothing is wrong; the tables are not built yet" in run.output


def test_faults_are_counted_and_two_folders_are_refused(tmp_path):
    write(tmp_path, FILES)
    run = CliRunner().invoke(cli, ["check", "--data", str(tmp_path)])
    assert run.output.count("fault: ") == 5 and "5 faults, listed above" in str(run.exception)
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
