"""The steps that compare sources, each by its name: done at once, or before, or by another process."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial

import numpy as np
import pandas as pd

from analysis.disclosure import (
    choose_words,
    count_words,
    find_named,
    find_needed,
    list_chosen,
    mask_texts,
    mask_words,
    spell_names,
    weigh_words,
)
from analysis.language import base_language, fit_equivalents
from analysis.phrases import decide_families, list_reuse_chance
from analysis.pipeline.check_families import check_families
from analysis.pipeline.counted import Progress
from analysis.pipeline.found import Found, Sought, find_families, find_sought
from analysis.pipeline.lazy_tables import LazyTables
from analysis.pipeline.steps import Steps
from analysis.quotes import check_reports
from analysis.sensitivity import NEAR, SPLITTERS, Answered, Case, measure_sensitivity
from analysis.storage import Corpus, digest_table, read_optional
from analysis.validation import load_codings
from analysis.versions import (
    align_sentences,
    align_translations,
    list_renderings,
    list_rewordings,
    measure_false_links,
    measure_overlaps,
    pair_translations,
)
from analysis.vocabulary import list_chance, list_contrasts, list_cut_chance

ASKED = ["source", "event", "date", "label", "kind", "is_reference"]  # what findings are counted by
READ = [*ASKED, "language"]  # what any step reads of sources
CUT, ANSWERS = "cut answers", "answers of other ways to count"  # the names under which they are kept
Tables = Mapping[str, pd.DataFrame]


def list_reads(corpus: Corpus) -> dict[str, Tables]:
    """List the tables that each step reads beside the texts, by step."""
    decisions = corpus.decisions
    masked = {"withheld": decisions["withheld"]}
    dated = masked | {"sources": corpus.sources[READ]}
    alike = dated | {"equivalents": decisions["equivalents"]}
    return {
        "words": masked,
        "needed": dated,
        "families": alike,
        "versions": alike,
        "translations": alike
        | {"translated": pd.DataFrame({"source": sorted(list_translated(corpus))}, dtype="str")},
        "vocabulary": alike,
        "quotes": dated,
        "shown": alike | {"families": decisions["families"]},  # and what is found
        "sensitivity": dated | list_asked(decisions),
    }


def list_asked(decisions: Tables) -> Tables:
    """Return the decisions that findings are counted with, without their reasons, which change no count."""
    names = ("topics", "patterns", "phrases")
    return {name: decisions[name].drop(columns="reason", errors="ignore") for name in names}


class Gathering:
    """What is found by comparing sources, each step when it is first asked for.

    full: the tables from `build_full`; where names are withheld, words lose their letters in it once what
    is looked for has been found. steps: where results are kept. wait: waits for a step that another process
    does. progress: hands on the variants of counting.
    """

    def __init__(
        self,
        corpus: Corpus,
        full: Tables,
        steps: Steps,
        wait: Callable[[str], None] = lambda step: None,
        progress: Progress = iter,
    ) -> None:
        self.corpus = corpus
        self._steps, self._wait, self._progress = steps, wait, progress
        self._sources = corpus.sources[READ]
        self._equivalents = fit_equivalents(corpus.decisions["equivalents"], self._sources["language"])
        self._translated = list_translated(corpus)
        self._reads = list_reads(corpus)
        self.sought = find_sought(lambda: full["tokens"], corpus.decisions, self._sources, steps)
        names = spell_names(corpus.decisions["withheld"]["name"])
        self.full, self.texts = take_letters(full, corpus.texts, names) if names else (full, corpus.texts)
        self._hold()

    def _hold(self) -> None:
        """Let what is kept of each step stay, though it may not be asked for."""
        apart = {name: self._list_reads_of(name) for name in (CUT, NEAR, *SPLITTERS)}
        for step, reads in apart.items():
            self._steps.hold(step, reads)
        for step in self._reads:
            self._steps.hold(step, self._list_reads(step))
        self._steps.hold(ANSWERS, {})

    def _list_reads(self, step: str) -> Tables:
        """List all that a step reads beside the texts."""
        more = {"sensitivity": lambda: self._codings, "shown": lambda: self._found_now}
        return self._reads[step] | (more[step]() if step in more else {})

    def name(self, step: str) -> str:
        """Return a digest of all that the tables of a step are made from."""
        return self._steps.name(step, self._list_reads(step))

    def make_missing(self, steps: Iterable[str]) -> None:
        """Do those of these steps whose results are not kept, or not known to be those of the texts as they are."""
        for step in steps:
            if not self._steps.is_done(step, self._list_reads(step)):
                getattr(self, step)

    def _ask(self, step: str, make: Callable[[], Tables]) -> Tables:
        return self._steps.ask(step, make, self._list_reads(step), wait=self._wait)

    @cached_property
    def words(self) -> Tables:
        """The tables from `disclosure.count_words`."""
        return self._steps.ask_apart(
            "words", lambda sources: count_words(self._take(sources)), self._reads["words"], wait=self._wait
        )

    def _take(self, sources: set[str] | None) -> Tables:
        """Return words and segments of some sources, or of all."""
        tables = {name: self.full[name] for name in ("tokens", "segments")}
        if sources is None:
            return tables
        return {name: table[table["source"].isin(sources)] for name, table in tables.items()}

    @cached_property
    def needed(self) -> pd.DataFrame:
        """One row a word, from `disclosure.find_needed`."""
        found = self._ask("needed", lambda: {"needed": find_needed(self.full["tokens"], self._sources)})
        return found["needed"]

    @cached_property
    def found(self) -> Found:
        """All that is looked for, and what recurs without being named."""
        known = self._equivalents, self._sources
        found = self._ask("families", lambda: find_families(self.full["tokens"], *known))
        families = decide_families(found["families"], self.corpus.decisions["families"])
        check_families(families, self.corpus)
        return Found(*self.sought, families=families, asked=found["asked"])

    @cached_property
    def versions(self) -> Tables:
        """The tables from `compare_versions`."""
        decided = self.corpus.decisions["equivalents"]
        return self._ask("versions", lambda: compare_versions(self.full, self._sources, decided))

    @cached_property
    def translations(self) -> Tables:
        """The tables from `compare_translations`."""
        known = self._sources, self.corpus.decisions["equivalents"], self._translated
        return self._ask("translations", lambda: compare_translations(self.full, *known))

    @cached_property
    def vocabulary(self) -> Tables:
        """The tables from `release_vocabulary`."""
        known = self._sources, self._equivalents
        return self._ask("vocabulary", lambda: release_vocabulary(self.full, *known, self._cut_answers()))

    def _cut_answers(self) -> pd.DataFrame:
        """Return what `vocabulary.list_cut_chance` does."""
        made = self._steps.ask_apart(
            CUT, lambda sources: {CUT: list_cut_chance(**self._take(sources))}, self._reads["words"]
        )
        return made[CUT]

    @cached_property
    def quotes(self) -> Tables:
        """The table from `quotes.check_reports`."""
        return self._ask("quotes", self._check_quotes)

    def _check_quotes(self) -> Tables:
        texts = dict(zip(self.texts["source"], self.texts["text"], strict=True))
        known = self.full["tokens"], self.full["segments"], self.corpus.sources
        return {"quotes": check_reports(*known, texts, self.corpus.speaker)}

    @cached_property
    def shown(self) -> Tables:
        """The tables from `choose_shown`."""
        reads = self._list_reads("shown")
        shown = self._steps.ask_through("shown", self._choose_shown, reads, self._weigh)
        self.__dict__.pop("_costs", None)  # a number a word, which nobody needs any more
        return shown

    @cached_property
    def _found_now(self) -> Tables:
        return {name: getattr(self.sought, name) for name in ("topics", "phrases", "phrase_hits")}

    def _weigh(self) -> Tables:
        """Return all on which it rests what is shown, beside the texts."""
        weighed = pd.DataFrame({"costs": [digest_table(pd.DataFrame({"cost": self._costs}))]}, dtype="str")
        rewordings = self.versions["rewordings"]
        return self._reads["words"] | {
            "cost": weighed,
            "uses": self.found.phrase_hits,
            "rewordings": rewordings,
        }

    @cached_property
    def _costs(self) -> np.ndarray:
        return weigh_words(self.full["tokens"], self.needed, self.found.parts)

    def _choose_shown(self) -> Tables:
        uses, rewordings = self.found.phrase_hits, self.versions["rewordings"]
        return choose_shown(self.full["tokens"], self._costs, self.texts, uses, rewordings)

    @cached_property
    def case(self) -> Case:
        """What findings are counted from; sentences that other rules end are kept by source."""
        made = make_case(self.corpus, self.full, self.sought)
        return made._replace(recall=self._recall)

    @cached_property
    def _codings(self) -> Tables:
        return {
            "codings": load_codings(self.corpus.data, self.corpus.decisions["topics"], self.full["segments"])
        }

    @cached_property
    def sensitivity(self) -> Tables:
        """The table from `sensitivity.measure_sensitivity`."""
        return self._ask("sensitivity", self._measure_sensitivity)

    def _measure_sensitivity(self) -> Tables:
        answered = Answered((self._steps.recall(ANSWERS) or {}).get(ANSWERS))
        measured = measure_sensitivity(self.case, progress=self._progress, answered=answered)
        if len(asked := answered.list_asked()):
            self._steps.keep(ANSWERS, {ANSWERS: asked})
        return {"sensitivity": measured}

    def _recall(self, name: str, make: Callable[[set[str] | None], Tables]) -> Tables:
        return self._steps.ask_apart(name, make, self._list_reads_of(name))

    def _list_reads_of(self, name: str) -> Tables:
        """List what is read by a step that looks at each source by itself, beside the source."""
        sought = list_asked(self.corpus.decisions) if name == NEAR else {}
        return self._reads["words"] | {table: rows for table, rows in sought.items() if table != "topics"}


def choose_shown(
    tokens: pd.DataFrame,
    cost: np.ndarray,
    texts: pd.DataFrame,
    uses: pd.DataFrame,
    rewordings: pd.DataFrame,
) -> Tables:
    """Choose what may be shown: the tables of `disclosure.list_chosen`, and withheld: n, words kept back.

    Takes what `disclosure.choose_words` does.
    """
    chosen = choose_words(tokens, cost, uses, rewordings, texts)
    n = int(((cost > 0) & ~chosen.kept).sum())
    return list_chosen(chosen) | {"withheld": pd.DataFrame({"n": [n]})}


def take_letters(
    full: Tables, texts: pd.DataFrame, names: re.Pattern[str]
) -> tuple[LazyTables, pd.DataFrame]:
    """Return full tables and texts without the letters of names that nothing published may hold."""
    tokens = full["tokens"]
    is_named = find_named(tokens, texts, names)
    others = {name: partial(full.__getitem__, name) for name in full}
    masked = LazyTables(others | {"tokens": lambda: mask_words(tokens, is_named)})
    return masked, mask_texts(texts, tokens, is_named)


def make_case(corpus: Corpus, full: Tables, found: Sought | Found) -> Case:
    """Return what findings are counted from, as it is before anything is counted otherwise."""
    return Case(
        sources=corpus.sources[READ],
        segments=full["segments"],
        tokens=full["tokens"],
        topic_hits=found.topic_hits,
        phrase_hits=found.phrase_hits,
        decisions=list_asked(corpus.decisions),
        texts=corpus.texts.set_index("source")["text"].to_dict(),
        codings=load_codings(corpus.data, corpus.decisions["topics"], full["segments"]),
    )


def compare_versions(
    full: dict[str, pd.DataFrame], sources: pd.DataFrame, equivalents: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """Return how sources of one language go together: passages, rewordings (all of them), overlaps, false links.

    full: tables by name. sources: as for `versions.align_sentences`. equivalents: as decided.
    """
    spoken = sources["language"].map(base_language)
    parts = [
        _compare_in_language(full, rows, fit_equivalents(equivalents, [code]))
        for code, rows in sources.groupby(spoken)
    ]
    joined = {name: _join_tables([part[name] for part in parts]) for name in parts[0]}
    return joined | {"overlaps": measure_overlaps(full["tokens"])}


def _compare_in_language(full: Tables, sources: pd.DataFrame, equivalents: pd.DataFrame) -> Tables:
    tokens, sentences = full["tokens"], full["sentences"]
    passages = align_sentences(tokens, sentences, sources, equivalents)
    rewordings = list_rewordings(tokens, passages, equivalents)
    false_links = measure_false_links(tokens, sentences, sources, equivalents)
    return {"passages": passages, "rewordings": rewordings, "false_links": false_links}


def _join_tables(parts: list[pd.DataFrame]) -> pd.DataFrame:
    """Return the rows of all parts in the order that each has: by their first columns."""
    filled = [part for part in parts if len(part)] or parts[:1]
    if len(filled) == 1:
        return filled[0]
    joined = pd.concat(filled)
    return joined.sort_values(list(joined.columns), ignore_index=True)


def list_translated(corpus: Corpus) -> frozenset[str]:
    """Return the sources that a person knows to be translations."""
    deliveries = read_optional(corpus.data, "deliveries")
    return frozenset(deliveries.loc[deliveries["translated"] == "yes", "source"])


def compare_translations(
    full: Tables, sources: pd.DataFrame, equivalents: pd.DataFrame, translated: frozenset[str]
) -> Tables:
    """Return how originals and translations go together: translations (of sentences), renderings (of formulas).

    full: tables by name. sources, translated: as for `versions.pair_translations`. equivalents: as decided.
    """
    pairs = pair_translations(sources, translated)
    links = align_translations(full["tokens"], full["sentences"], full["segments"], pairs)
    renderings = list_renderings(full["tokens"], links, pairs, equivalents)
    return {"translations": links, "renderings": renderings}


def release_vocabulary(
    full: dict[str, pd.DataFrame], sources: pd.DataFrame, equivalents: pd.DataFrame, cut: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """Return the tables on vocabulary that need words in their turns: contrasts, chance.

    full: tables by name. sources, equivalents, cut: as for `vocabulary.list_chance`.
    """
    counted = (full["tokens"], full["segments"], sources, equivalents)
    drawn = [list_chance(*counted, cut), list_reuse_chance(full["tokens"], sources)]
    chance = pd.concat([table for table in drawn if len(table)] or drawn[:1])
    ordered = chance.sort_values(["figure", "source"], ignore_index=True)
    return {"contrasts": list_contrasts(*counted), "chance": ordered}
