"""A model's codings: read from either format, a clear line for each fault, and its quotations looked up."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from click.testing import CliRunner
from quoted_sea import SPRING, sea_index

from analysis.__main__ import cli
from analysis.commands.code_models import look_up
from analysis.commands.code_steps import write_sheet
from analysis.errors import InputError
from analysis.storage import Corpus
from analysis.validation import read_model

SAMPLE = pd.DataFrame({"id": [1, 2], "source": "spring", "paragraph": [4, 6]})
PARAGRAPHS = pd.DataFrame({"source": "spring", "paragraph": [2, 4, 6]})
TOPICS = ["fish", "Reefs"]


def read(tmp_path, name: str, content: str) -> list[tuple]:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return list(read_model(path, SAMPLE, PARAGRAPHS, TOPICS).itertuples(index=False, name=None))


def test_csv_with_ids_of_the_sheet(tmp_path):
    rows = read(tmp_path, "m.csv", "paragraph,topic,quotation\n1,reefs,“14 reefs”\n1,fish,\n2,none,\n")
    assert rows == [("spring", 4, "Reefs", "“14 reefs”"), ("spring", 4, "fish", ""), ("spring", 6, "", "")]


def test_json_lines_with_places_and_several_topics(tmp_path):
    lines = [{"source": "spring", "paragraph": 2, "topic": ["fish", "reefs"]}, {"paragraph": 2, "topic": []}]
    rows = read(tmp_path, "m.jsonl", "\n".join(map(json.dumps, lines)))
    assert rows == [("spring", 2, "fish", ""), ("spring", 2, "Reefs", ""), ("spring", 6, "", "")]


CSV_FAULTS = {
    "paragraph,topic\n9,fish\n": "line 2: there is no paragraph '9'",
    "paragraph,topic\n1,ships\n": "line 2: there is no topic 'ships'; the topics are fish, Reefs",
    "paragraph,theme\n1,fish\n": "line 1: no column topic",
    "paragraph,topic\n": "nothing is coded",
}


JSON_FAULTS = {
    "{": "line 1: this is no JSON",
    "[1]": "line 1: this is no JSON object",
    '{"paragraph": 1}': "no 'topic'",
}


FAULTS = [("m.csv", *fault) for fault in CSV_FAULTS.items()] + [
    ("m.jsonl", *fault) for fault in JSON_FAULTS.items()
]


@pytest.mark.parametrize(("name", "content", "fault"), FAULTS)
def test_each_fault_has_its_line(tmp_path, name, content, fault):
    with pytest.raises(InputError, match=fault):
        read(tmp_path, name, content)


def test_quotations_are_looked_up_and_must_stand_in_their_paragraph():
    start = SPRING.index("We will not")
    segments = pd.DataFrame(
        {
            "source": "spring",
            "paragraph": [1, 2],
            "start": [start, start + 400],
            "end": [start + 300, start + 700],
        }
    )
    cited = {1: "have measured 14 reefs near Port Selm", 2: "have measured 40 reefs near Port Selm"}
    coded = [("spring", place, "Reefs", words) for place, words in cited.items()]
    coded.append(("spring", 1, "fish", ""))
    found = look_up(
        pd.DataFrame(coded, columns=["source", "paragraph", "topic", "quotation"]), segments, sea_index()
    )
    assert found["verdict"].tolist() == ["verbatim", "altered"]
    assert found["is_inside"].tolist() == [True, False]


def test_a_model_is_scored_beside_people(small_corpus, tmp_path):
    corpus, folder = Corpus(small_corpus), tmp_path / "coding"
    write_sheet(folder, corpus, n=12, seed=1, topic=None)
    sheet = pd.read_csv(folder / "sheet.csv", encoding="utf-8-sig", keep_default_na=False)
    sheet.assign(topics="fish").to_csv(folder / "anna.csv", index=False)
    cited = " ".join(sheet["text"][0].partition(": ")[2].split()[:8])  # without the label
    lines = [{"paragraph": 1, "topic": "fish", "quotation": cited}]
    lines += [{"paragraph": int(number), "topic": "treaty"} for number in sheet["id"][1:]]
    (folder / "parrot.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    args = ["code", "score", str(folder / "anna.csv"), "--model", str(folder / "parrot.jsonl")]
    run = CliRunner().invoke(
        cli,
        [*args, "--data", str(small_corpus), "--out", str(tmp_path / "out")],
        catch_exceptions=False,
        obj=iter,
    )
    assert "parrot, beside what people settled on" in run.output and "parrot cites: 1;" in run.output
    (row,) = pd.read_csv(tmp_path / "out" / "quotations-parrot.csv").itertuples()
    assert row.quotation == cited and row.verdict in ("verbatim", "asked") and row.is_inside
