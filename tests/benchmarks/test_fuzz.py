"""The fuzzer sees faults: it is shown a check of each kind that it must tell, and one that holds."""

from __future__ import annotations

import random

import pytest
from containers import write_container

from analysis.errors import InputError
from benchmarks import fuzz
from benchmarks.fuzz import EXPLAINED, WHOLE, draw, run, try_one
from benchmarks.fuzz_mutations import damage
from benchmarks.fuzz_targets import Target, check_pattern, check_reading, check_split


def refuse(name: str, content: bytes) -> None:
    raise InputError(f"{name}: not a herring; mend it.")


def refuse_in_two_lines(name: str, content: bytes) -> None:
    raise InputError("not a herring\nmend it.")


def divide(name: str, content: bytes) -> None:
    1 / 0  # noqa: B018


def lose_a_turn(name: str, content: bytes) -> None:
    raise AssertionError("turns do not follow")


def never_end(name: str, content: bytes) -> None:
    while True:
        try:
            len(content)
        except Exception:  # a reader may catch much, but not the end of its time
            continue


@pytest.mark.parametrize(
    ("check", "outcome"),
    [
        (lambda name, content: None, WHOLE),
        (refuse, EXPLAINED),
        (refuse_in_two_lines, "no sentence"),
        (divide, "ZeroDivisionError at test_fuzz.py"),
        (lose_a_turn, "AssertionError at test_fuzz.py"),
        (never_end, "TooLong"),
    ],
)
def test_what_becomes_of_a_file_is_told(check, outcome, monkeypatch):
    monkeypatch.setattr(fuzz, "LONGEST", 0.05)
    assert try_one(Target({}, check), "a.txt", b"a").startswith(outcome)


def test_a_fault_is_told_once_with_the_file_that_shows_it(tmp_path):
    target = Target({"part/a.txt": b"a herring"}, divide)
    outcomes, faults = run({"readers": target}, seconds=0.2, seed=1, folder=tmp_path)
    assert set(outcomes) == {("readers", "at fault")} and outcomes.total() > 1
    [(fault, path)] = faults.items()
    assert fault.startswith("readers: ZeroDivisionError")
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["plain.txt", "letters.docx"])
def test_a_seed_draws_the_same_damage_every_time(name):
    inputs = {name: write_container(name)}
    first, again, other = (draw(Target(inputs, refuse), random.Random(seed))[1] for seed in (1, 1, 2))
    assert first == again != other


def test_a_package_is_damaged_inside_of_a_part():
    whole = write_container("letters.docx")
    damaged = [damage(whole, [whole], random.Random(seed)) for seed in range(20)]
    assert sum(content.startswith(b"PK\x03\x04") for content in damaged) >= 15


def test_whole_files_pass_their_checks():
    check_reading("teams.vtt", write_container("teams.vtt"))
    check_split("interview", write_container("plain.txt"))
    check_pattern("all", b"root cause*\nEU")
    with pytest.raises(InputError, match=r"patterns.csv, line 3: .* names no word"):
        check_pattern("all", b"root cause*\n...")
