"""A project from a folder of texts: everything is made beside its place, and put there when all of it is whole."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.errors import InputError
from analysis.formats import Speaker
from analysis.messages import choose_site_language, translate, translate_number
from analysis.pipeline import Ways, build_full
from analysis.projects.arrivals import Arrival, read_folder
from analysis.projects.book_files import copy_chapters
from analysis.projects.chapters_renewed import record_chapters
from analysis.projects.event_guesses import group_events, link_texts, list_event_rows, tell_links
from analysis.projects.first_checks import FILE, SEVERITIES, Check, tell_check, write_checks
from analysis.projects.manifest_guesses import Guess, guess_text
from analysis.projects.starter import suggest
from analysis.projects.text_checks import check_texts, tell_doubts
from analysis.projects.voice_rows import list_voice_rows
from analysis.projects.who_speaks import guess_studied
from analysis.roles import OWN, SPOKEN
from analysis.storage import PARTS, Corpus, load_schema, make_folder_beside

Progress = Callable[[Iterable], Iterable]
_MANIFEST = ["source", "event", "title", "outlet", "kind", "published", "language", "url", "sha256", "note"]


class New(NamedTuple):
    """What was made: the folder, what it holds in a few sentences, what to check first, and what to run next."""

    folder: Path
    summary: list[str]
    checks: list[Check]
    next_steps: list[str]


def make_project(
    folder: Path,
    texts: Path,
    *,
    speaker: str = "",
    office: str = "",
    language: str = "",
    site_language: str = "en",
    progress: Progress = iter,
) -> New:
    """Make a project in `folder` from the files of the folder `texts`.

    speaker: whose words are studied; guessed from labels if ''. office: by which labels name the speaker. language: of
    all texts (BCP 47); guessed for each if ''. site_language: of the report's own words, one of
    `messages.list_site_languages`. progress: hands on the texts, and may show how far it is.
    Raises InputError where `folder` holds something, no text can be read, nobody tells whose words are studied, or no
    text holds a word of the speaker. Then nothing is written.
    """
    _refuse_used(folder)
    choose_site_language(site_language)
    arrivals, checks = read_folder(texts)
    person, said = _name_speaker(arrivals, speaker, office)
    guesses = {arrival.source: guess_text(arrival, person, language) for arrival in progress(arrivals)}
    _refuse_silence(guesses, person)
    checks += check_texts(guesses, person, is_guessed=not speaker)
    folder.absolute().parent.mkdir(parents=True, exist_ok=True)
    with make_folder_beside(folder.absolute()) as fresh:
        made = _fill(fresh, folder, arrivals, guesses, person, said, checks, progress)
        if folder.is_dir():
            folder.rmdir()  # an empty one, which `_refuse_used` lets through
        fresh.rename(folder.absolute())
    return made


def _refuse_used(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(
            f"{folder}: there is something already; name a folder that is empty or not there yet."
        )


def _name_speaker(arrivals: list[Arrival], speaker: str, office: str) -> tuple[Speaker, str]:
    """Return the speaker, and how one knows."""
    if name := " ".join(speaker.split()):
        return Speaker(name, (), office.strip()), "Named when the project was made"
    name, n = guess_studied(arrivals)
    return Speaker(name, (), office.strip()), f"suggested: answers most in {n} of {len(arrivals)} texts"


def _refuse_silence(guesses: dict[str, Guess], person: Speaker) -> None:
    if any(guess.n_own for guess in guesses.values()):
        return
    fault = next((f" ({guess.fault.rstrip('.')})" for guess in guesses.values() if guess.fault), "")
    raise InputError(
        f"no word of any text is {person.name}'s{fault}; write --speaker as the texts print the name, or say --office."
    )


def _fill(
    fresh: Path,
    folder: Path,
    arrivals: list[Arrival],
    guesses: dict[str, Guess],
    person: Speaker,
    said: str,
    checks: list[Check],
    progress: Progress,
) -> New:
    """Write the whole project into an empty folder. folder: what it will be called."""
    _copy_texts(arrivals, fresh / "sources" / "texts")
    _write_received(fresh, {source: source for source in guesses}, guesses)
    _write_people(fresh, guesses, person, said)
    # The counts are kept, so that the tables need not count the same texts again.
    full = build_full(Corpus(fresh), progress=progress, ways=Ways(fresh / PARTS))
    links = link_texts(
        full["tokens"], guesses, {arrival.source: arrival.reading.text for arrival in arrivals}
    )
    _write_received(fresh, group_events(links, guesses), guesses)
    sources = Corpus(fresh).sources
    decided, told = suggest(full, sources, names=_list_names(guesses, person))
    for name, table in decided.items():
        _write(fresh, name, table)
    _ = Corpus(fresh).decisions  # refused now rather than later, if they do not hold together
    checks = [*checks, *tell_links(links), *told, *tell_doubts(full["doubts"])]
    has_book = copy_chapters(fresh / "book")
    if has_book:
        record_chapters(fresh / "book")
    made = New(
        folder,
        _summarise(full, sources, person),
        sorted(checks, key=lambda check: check.severity),
        _list_steps(folder, has_book),
    )
    page = write_checks(made.checks, summary=made.summary, next_steps=made.next_steps)
    (fresh / FILE).write_text(page, encoding="utf-8", newline="\n")
    return made


def _copy_texts(arrivals: list[Arrival], target: Path) -> None:
    target.mkdir(parents=True)
    for arrival in arrivals:
        shutil.copyfile(arrival.path, target / f"{arrival.source}{arrival.path.suffix.casefold()}")


def _write_received(fresh: Path, event_of: dict[str, str], guesses: dict[str, Guess]) -> None:
    rows = [guess.row | {"event": event_of[source]} for source, guess in guesses.items()]
    manifest = pd.DataFrame(rows).reindex(columns=_MANIFEST, fill_value="")
    _write(fresh, "manifest", manifest.sort_values("source"))
    _write(fresh, "events", list_event_rows(event_of, guesses))


def _write_people(fresh: Path, guesses: dict[str, Guess], person: Speaker, said: str) -> None:
    voices = {source: guess.voices for source, guess in guesses.items() if guess.voices is not None}
    _write(fresh, "speakers", list_voice_rows(voices, person, said=said))
    reason = f"suggested: no word of {person.name} was found"
    silent = [(source, reason) for source, guess in guesses.items() if not guess.n_own]
    _write(fresh, "absent", pd.DataFrame(sorted(silent), columns=["source", "reason"]))


def _write(fresh: Path, name: str, table: pd.DataFrame) -> None:
    path = fresh / load_schema()[name]["path"]
    path.parent.mkdir(parents=True, exist_ok=True)
    table.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")


def _list_names(guesses: dict[str, Guess], person: Speaker) -> set[str]:
    """Return the folded words of the names of all who speak, and of the outlets."""
    labels = [
        label for guess in guesses.values() if guess.voices is not None for label in guess.voices["label"]
    ]
    outlets = [guess.row["outlet"] for guess in guesses.values()]
    return {word.strip(".,").casefold() for name in (person.name, *labels, *outlets) for word in name.split()}


def _summarise(full: dict[str, pd.DataFrame], sources: pd.DataFrame, person: Speaker) -> list[str]:
    """Say in two sentences what was read, and how much of it is the speaker's."""
    words = full["segments"].groupby("role")["n_words"].sum()
    running, own = (int(words[words.index.isin(roles)].sum()) for roles in (SPOKEN, OWN))
    n_events, n = sources["event"].nunique(), len(sources)
    texts = translate_number(n, "{n} text", "{n} texts", n=n)
    events = translate_number(n_events, "{n} event", "{n} events", n=n_events)
    of = {"running": running, "own": own, "name": person.name}
    return [
        translate(
            "{texts} of {events}; of {running:,} running words {own:,} are {name}'s.",
            texts=texts,
            events=events,
            **of,
        ),
        translate(
            "What is marked “suggested” was found by counting, until you replace the reason of its row by your own."
        ),
    ]


def _list_steps(folder: Path, has_book: bool) -> list[str]:
    """Return the commands that come next, with names that the shell takes as they are."""
    place = shlex.quote(str(folder))
    return [f"refrain check {place}", f"refrain {'report' if has_book else 'tables --data'} {place}"]


def tell_made(made: New, *, most: int = 5) -> list[str]:
    """Say on the command line what was made: the checks of each severity, a few of them, and the next command."""
    lines = [*made.summary]
    for severity, name in enumerate(SEVERITIES):
        listed = [check for check in made.checks if check.severity == severity]
        if listed:
            lines += ["", f"{name}:", *(f"- {tell_check(check)}" for check in listed[:most])]
            lines += (
                [f"- and {len(listed) - most} more in {made.folder / FILE}"] if len(listed) > most else []
            )
    return [
        *lines,
        "",
        f"All of this stands in {made.folder / FILE}. Next:",
        *(f"  {step}" for step in made.next_steps),
    ]
