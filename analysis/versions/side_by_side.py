"""Two texts of one event side by side: whose sentences come back in the other, in which part, as which kind.

Of a pair, the `source` is the text that stands for the event where it is one of the two, and the `report` the
other. Nothing here judges: a sentence is kept, left out, or worded otherwise.
"""

from __future__ import annotations

import pandas as pd

from analysis.messages import translate, translate_word
from analysis.roles import OWN, QUESTION, SPOKEN
from analysis.versions.alignment import pair_sources

PAIR = ["report", "source"]
PART = [*PAIR, "part"]
PLACE = ["source", "paragraph", "role"]
SIDES = ("source", "report")
# How a sentence reports another, closest first. Their rules stand with the alignment; these are their names.
KINDS = {
    "verbatim": "quoted in nearly the same words",
    "condensed": "quoted in fewer words",
    "altered": "quoted in other words",
    "paraphrase": "paraphrased",
}
NO_LINK = "no counterpart found"
_SHOWN = ("part", "sentence", "role", "n_words")
_MARKED = ["text", "sentence", "segment", "role", "is_own", "part", "unit", "n_words", "n_own", "before"]


def list_pairs(sources: pd.DataFrame) -> pd.DataFrame:
    """List every two texts of one event.

    sources: one row per source (source, event, label, date, outlet, kind, is_reference).
    Returns one row per pair, by date, then by name: event, label, report, source, report_name and source_name
    (the outlet, or the kind of text where no outlet is known), pair (how the two are printed). Of two texts
    the reference source is the `source`, else the one of the fuller kind, else the first by name.
    """
    known = sources.assign(name=_name_texts(sources)).set_index("source")
    pairs = pd.DataFrame(pair_sources(sources), columns=PAIR)
    pairs = pairs.merge(known[["event", "label", "date"]], left_on="source", right_index=True)
    pairs = pairs.sort_values(["date", "event"], kind="stable", ignore_index=True)
    pairs = pairs.assign(**{f"{side}_name": pairs[side].map(known["name"]) for side in PAIR})
    pairs = pairs[["event", "label", *PAIR, "report_name", "source_name"]]
    printed = (
        pairs["report_name"] + translate(" beside ") + pairs["source_name"] + " (" + pairs["label"] + ")"
    )
    return pairs.assign(pair=printed.astype(object))


def _name_texts(sources: pd.DataFrame) -> pd.Series:
    """Name each text by its outlet, else its kind, and by its source as well where two would be alike."""
    name = sources["outlet"].where(sources["outlet"] != "", ("the " + sources["kind"]).map(translate_word))
    alike = pd.DataFrame({"event": sources["event"], "name": name}).duplicated(keep=False)
    return name.where(~alike, name + " (" + sources["source"] + ")")


def name_rows(row: pd.Series, table: pd.DataFrame, pairs: pd.DataFrame) -> pd.Series:
    """Return the names of a table's rows; where there are several pairs, with as much of theirs as is needed.

    row: one name a row. table: the same rows, with report and source. pairs: from `list_pairs`.
    """
    if len(pairs) < 2:
        return row
    dated = pairs["report_name"] + " (" + pairs["label"] + ")"
    shortest = next(name for name in (pairs["report_name"], dated, pairs["pair"]) if name.is_unique)
    named = table[PAIR].merge(pairs[PAIR].assign(name=shortest), on=PAIR, how="left").set_index(table.index)
    return named["name"] + ": " + row


def list_parts(segments: pd.DataFrame) -> pd.DataFrame:
    """Divide each text into parts, as its makers did.

    segments: one row per segment, none left out (source, segment, paragraph, role).
    Returns one row per segment of running text: source, segment, part (from 1), unit. Where questions are
    printed, a part is a question with its answer, and what precedes the first question is part 0; elsewhere a
    part is a section, and a new one begins after a heading or any other line that is no running text.
    """
    ordered = segments.sort_values(["source", "segment"])
    spoken = ordered.assign(above=_count_headings(ordered))[ordered["role"].isin(SPOKEN)]
    source, is_question = spoken["source"], spoken["role"] == QUESTION
    prints = is_question.groupby(source).transform("any")
    opens = is_question & ~is_question.groupby(source).shift(fill_value=False)
    heads = spoken["above"] != spoken.groupby("source")["above"].shift()
    part = opens.where(prints, heads).groupby(source).cumsum()
    unit = prints.map({True: "answer", False: "section"})
    return spoken.assign(part=part, unit=unit)[["source", "segment", "part", "unit"]]


def _count_headings(ordered: pd.DataFrame) -> pd.Series:
    """Count the lines without running text, such as headings, that stand above each segment of a source."""
    is_spoken = ordered["role"].isin(SPOKEN)
    runs_on = is_spoken.groupby([ordered["source"], ordered["paragraph"]]).transform("any")
    is_heading = ~runs_on & (ordered["role"] == "apparatus")
    return is_heading.groupby(ordered["source"]).cumsum()


def count_running_words(sentences: pd.DataFrame, segments: pd.DataFrame) -> pd.Series:
    """Count all words of each sentence, whatever their role.

    sentences: one row per sentence, whose n_words are those of its own role. segments: one row per
    segment. Returns words by the index of sentences. In `Roe said: "We wait."` the words of the other role
    are those of the segment that no sentence of that role holds; where several sentences of a paragraph share
    them, they are divided by length.
    """
    reached = _list_reached(sentences, segments).merge(_count_unclaimed(sentences, segments), on=PLACE)
    all_reached = reached.groupby(PLACE)["length"].transform("sum")
    share = reached["n_unclaimed"] * reached["length"] / all_reached
    others = share.groupby(reached["index"]).sum().reindex(sentences.index, fill_value=0)
    return (sentences["n_words"] + others).round().astype(int)


def _count_unclaimed(sentences: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Count the words of each role in each paragraph that no sentence of that role holds: n_unclaimed."""
    spoken = segments[segments["role"].isin(SPOKEN)]
    printed, held = (table.groupby(PLACE)["n_words"].sum() for table in (spoken, sentences))
    return printed.sub(held, fill_value=0).rename("n_unclaimed").reset_index()


def _list_reached(sentences: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """List the segments of another role that each sentence (index) reaches into: length, in characters."""
    spans = sentences.reset_index()[["index", *PLACE, "start", "end"]]
    met = spans.merge(segments, on=["source", "paragraph"], suffixes=("_own", ""))
    start, end = met[["start", "start_own"]].max(axis=1), met[["end", "end_own"]].min(axis=1)
    met = met.assign(length=end - start)
    return met[(met["length"] > 0) & (met["role"] != met["role_own"])]


def mark_sentences(
    pairs: pd.DataFrame, passages: pd.DataFrame, sentences: pd.DataFrame, segments: pd.DataFrame
) -> pd.DataFrame:
    """Mark, in both texts of each pair, which sentences have a counterpart in the other.

    pairs: one row per pair, from `list_pairs`. passages: one row per link (report, report_sentence, source,
    source_sentence, score, kind). sentences, segments: one row each, none left out.
    Returns one row per (pair, side, sentence of running text), in order: report, source, side ("source" or
    "report"), text (the source on this side), sentence, segment, role, is_own (the speaker's words), part,
    unit, n_words (of any role), n_own (of the role of the sentence, where that is the speaker's, else 0),
    before (words before it in the text), kind (of its best link; '' where there is none), has_link.
    """
    sides = [pairs[PAIR].assign(side=side, text=pairs[side], rank=pairs.index) for side in SIDES]
    running = _describe_running(sentences, segments)
    marked = pd.concat(sides).merge(running, on="text")
    marked = marked.merge(_choose_kinds(passages), on=[*PAIR, "side", "sentence"], how="left")
    by = ["rank", "side", "sentence"]
    marked = marked.sort_values(by, ascending=[True, False, True], ignore_index=True)
    kind = marked["kind"].astype(object).where(marked["kind"].notna(), "")
    return marked.assign(kind=kind, has_link=kind != "").drop(columns="rank")


def _describe_running(sentences: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Describe each sentence of running text: the columns _MARKED, in order of the texts."""
    running = sentences[sentences["role"].isin(SPOKEN)]
    is_own = running["role"].isin(OWN)
    n_own = running["n_words"].where(is_own, 0)
    running = running.assign(is_own=is_own, n_own=n_own, n_words=count_running_words(running, segments))
    running = running.merge(list_parts(segments), on=["source", "segment"])
    running = running.sort_values(["source", "sentence"])
    before = running.groupby("source")["n_words"].cumsum() - running["n_words"]
    return running.assign(before=before).rename(columns={"source": "text"})[_MARKED]


def _choose_kinds(passages: pd.DataFrame) -> pd.DataFrame:
    """Return the kind of the best link of each sentence on each side; of equal ones the closest kind."""
    closeness = passages["kind"].map({kind: place for place, kind in enumerate(KINDS)})
    ranked = passages.assign(closeness=closeness).sort_values(["score", "closeness"], ascending=[False, True])
    links = [ranked.assign(side=side, sentence=ranked[f"{side}_sentence"]) for side in SIDES]
    by = [*PAIR, "side", "sentence"]
    return pd.concat(links).drop_duplicates(by)[[*by, "kind"]]


def list_links(marked: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """List what the map draws: every link, and every sentence of either text that has none.

    marked: from `mark_sentences`. passages: one row per link. Returns one row per link or unlinked sentence,
    by pair and sentence: report, source; part, sentence, role and n_words of either side, as source_part and
    so on (missing on the other side of a sentence that has no link); kind (NO_LINK there), score.
    """
    source, report = (_list_side(marked, side) for side in SIDES)
    links = source.merge(passages, on=[*PAIR, "source_sentence"], how="left")
    links = links.merge(report, on=[*PAIR, "report_sentence"], how="outer")
    links["kind"] = links["kind"].astype(object).where(links["kind"].notna(), NO_LINK)
    columns = [f"{side}_{name}" for side in SIDES for name in _SHOWN]
    numbers = dict.fromkeys((name for name in columns if not name.endswith("role")), "Int64")
    by = [*PAIR, "source_sentence", "report_sentence"]
    return links.astype(numbers).sort_values(by, ignore_index=True)[[*PAIR, *columns, "kind", "score"]]


def _list_side(marked: pd.DataFrame, side: str) -> pd.DataFrame:
    columns = {name: f"{side}_{name}" for name in _SHOWN}
    return marked.loc[marked["side"] == side, [*PAIR, *columns]].rename(columns=columns)


def carry_words(links: pd.DataFrame) -> pd.DataFrame:
    """Give each link the words of the report that it carries.

    links: from `list_links`. Returns the rows that are links, with n_words: the words of the report's
    sentence, divided equally among its links; and is_own, whether it reports own words.
    """
    links = links[links["kind"] != NO_LINK]
    n_links = links.groupby([*PAIR, "report_sentence"])["kind"].transform("size")
    return links.assign(
        n_words=links["report_n_words"].astype(float) / n_links, is_own=links["source_role"].isin(OWN)
    )
