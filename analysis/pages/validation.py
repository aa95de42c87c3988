"""What the page on validation says, and what a terminal prints of it."""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd

from analysis.figures import display_text
from analysis.messages import translate, translate_word, write_number
from analysis.pages.phrasing import (
    Texts,
    Writer,
    count,
    join,
    out_of,
    percent,
    quote,
    sentence_if_empty,
    span,
)
from analysis.report import Report
from analysis.roles import QUESTION
from analysis.validation import ALL_TOPICS, MEASURES, PARAGRAPH

POOLED = {"micro": "all decisions (micro)", "macro": "mean over topics (macro)", ALL_TOPICS: ALL_TOPICS}
NOT_CODED = "No topic is coded, or found in coded paragraphs, so how well the two agree is not known."
_PERCENT = re.compile(r"\s?%")
FEWEST = 20  # codes, and finds; a share of fewer makes no title
LOW = 0.75  # of precision or recall; what lies below is named under the picture


class Coding(NamedTuple):
    """What was coded, and by whom: the names of coders, and how many paragraphs and interviews they read.

    n_read of n paragraphs; n_questions: those of n_read in which somebody asks; n_texts of n_all interviews.
    """

    coders: list[str]
    n_read: int
    n: int
    n_questions: int
    n_texts: int
    n_all: int

    @property
    def who(self) -> str:
        """The coders as a subject: one coder, 2 coders."""
        return (
            translate("one coder")
            if len(self.coders) == 1
            else translate("{n_coders} coders", n_coders=len(self.coders))
        )


def describe_coding(coded: pd.DataFrame, paragraphs: pd.DataFrame, segments: pd.DataFrame) -> Coding:
    """Describe what was coded.

    coded: one row per (source, paragraph, coder, topic) of listed paragraphs. paragraphs: those that coding is
    about, from `list_paragraphs`. segments: one row per run of one role.
    """
    read = coded[PARAGRAPH].drop_duplicates()
    asked = segments.loc[segments["role"] == QUESTION, PARAGRAPH].drop_duplicates()
    return Coding(
        coders=sorted(set(coded["coder"])),
        n_read=len(read),
        n=len(paragraphs),
        n_questions=len(read.merge(asked, on=PARAGRAPH)),
        n_texts=read["source"].nunique(),
        n_all=paragraphs["source"].nunique(),
    )


def tell_coding(coding: Coding) -> str:
    """Say who read how much of what; without a full stop."""
    if not coding.n_read:
        return translate("Nobody coded a paragraph of these interviews")
    names = join(quote(coding.coders))
    who = (
        translate("One coder, {names}, read", names=names)
        if len(coding.coders) == 1
        else translate("{who}, {names}, read", who=coding.who, names=names)
    )
    asked = translate(
        "questions among them: {n_questions} ({share})",
        n_questions=coding.n_questions,
        share=percent(coding.n_questions / coding.n_read),
    )
    where = out_of(coding.n_texts, coding.n_all, "interview")
    return translate(
        "{who} {n_read} of {paragraphs}, on {where}; {asked}",
        who=who,
        n_read=coding.n_read,
        paragraphs=count(coding.n, "paragraph"),
        where=where,
        asked=asked,
    )


def list_coverage(report: Report, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """List what was coded: one row per source, by date.

    paragraphs: those that coding is about, from `list_paragraphs`. Returns text (its name), n_paragraphs
    (missing for a source that repeats an event), n_coded (read by a coder) and coders, 'not coded' where
    there are none.
    """
    sources = report.sources["source"]
    read = report.codings.groupby("source")
    n_paragraphs = paragraphs.groupby("source").size()
    coders = read["coder"].agg(_join_coders).reindex(sources)
    columns = {
        "text": sources.map(report.text_names).to_numpy(),
        "n_paragraphs": n_paragraphs.reindex(sources).astype("Int64"),
        "n_coded": read["paragraph"].nunique().reindex(sources, fill_value=0),
        "coders": coders.astype(object).where(coders.notna(), translate("not coded")),
    }
    return pd.DataFrame(columns).reset_index(drop=True)


def _join_coders(names: pd.Series) -> str:
    return join(sorted(set(names)))


def sort_scores(scores: pd.DataFrame) -> pd.DataFrame:
    """Put the topics coded most often first, ties by topic, and micro and macro last.

    The more are coded, the more is known; by its score a topic of few paragraphs would lead by chance.
    """
    is_pooled = scores["topic"].isin(POOLED)
    known = scores[~is_pooled].sort_values(["n_coded", "topic"], ascending=[False, True])
    return pd.concat([known, scores[is_pooled]], ignore_index=True)


def list_validation(scores: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Write the scores of topics out: one row per row of `score_coding`, in its order.

    names: how topics are printed. Returns topic, n_coded, n_predicted, n_both; precision, recall and f1 as
    text, with their limits or why they are missing.
    """
    texts = {name: _write_limits(scores, name, percent, ends=f"{name}_") for name in MEASURES}
    listed = scores[["topic", "n_coded", "n_predicted", "n_both"]].assign(**texts)
    return listed.replace({"topic": names | {key: translate_word(name) for key, name in POOLED.items()}})


def list_shares(shares: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Write the shares of topics out: one row per row of `correct_shares`, by what is counted.

    Returns topic, n_predicted (the largest first, ties by topic), share_predicted and share (corrected, with its
    limits) as text. Corrected shares are not ranked: their order is hardly ever known.
    """
    ordered = shares.sort_values(["n_predicted", "topic"], ascending=[False, True])
    found = ordered["share_predicted"].map(percent)
    share = _write_limits(ordered, "share", percent)
    listed = ordered[["topic", "n_predicted"]].assign(share_predicted=found, share=share)
    return listed.replace({"topic": names})


def list_agreement(agreement: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Write the agreement of coders out: one row per topic and one for all; none if nobody read along.

    Returns topic, n_paragraphs, n_coded, agreement and alpha (with its limits) as text.
    """
    read = agreement[agreement["n_paragraphs"] > 0]
    agreed = read["agreement"].map(percent)
    alpha = _write_limits(read, "alpha", _hundredths)
    listed = read[["topic", "n_paragraphs", "n_coded"]].assign(agreement=agreed, alpha=alpha)
    return listed.replace({"topic": names | {key: translate_word(name) for key, name in POOLED.items()}})


def tell_agreement(agreement: pd.DataFrame) -> str:
    """Say how far coders agree, or why that is not known; without a full stop."""
    whole = agreement.iloc[-1]
    if whole["n_coders"] == 0:
        return translate("Nobody coded these paragraphs, so agreement among coders is not known here")
    if whole["n_coders"] == 1:
        return translate("Only one coder read these paragraphs, so agreement among coders is not known here")
    if not whole["n_paragraphs"]:
        return translate("No paragraph was read by two coders, so agreement among them is not known here")
    (alpha,) = _write_limits(agreement.tail(1), "alpha", _hundredths)
    read = count(whole["n_paragraphs"], "paragraph")
    return translate(
        "{n_coders} coders; {read} read by two or more of them; alpha over all topics {alpha}",
        n_coders=whole["n_coders"],
        read=read,
        alpha=alpha,
    )


@sentence_if_empty(NOT_CODED)
def say_validation(
    topics: pd.DataFrame, scores: pd.DataFrame, names: dict[str, str], *, coding: Coding
) -> Texts:
    """For `plot_validation`; topics: the rows of scores that are drawn; coding: what was coded."""
    micro = scores.set_index("topic").loc["micro"]
    is_weak = (topics["precision"] < LOW) | (topics["recall"] < LOW)
    weak = topics.loc[is_weak, "topic"].map(names)
    listed = "; ".join(
        f"{names[r.topic]}: {percent(r.precision)}, {percent(r.recall)}" for r in topics.itertuples()
    )
    found, noted = percent(micro["recall"]), percent(micro["precision"])
    return {
        "title": _title_validation(micro, coding),
        "subtitle": translate("By topic, with 95% intervals over paragraphs; expect lower figures elsewhere"),
        "note": translate(
            "Source: tables codings, tokens and segments. {tell_coding}. Labels at hand while patterns were "
            "written flatter the dictionary.",
            tell_coding=tell_coding(coding),
        ),
        "caption": translate(
            "Over all topics, precision {noted} and recall {found}. Below {share} in at least one of the "
            "two: {join}. The longer a line, the less is known.",
            noted=noted,
            found=found,
            share=percent(LOW),
            join=join(sorted(weak) or ["none"]),
        ),
        "alt": translate(
            "Dots with interval lines, a row a topic. Precision and recall: {listed}.", listed=listed
        ),
    }


def _title_validation(micro: pd.Series, coding: Coding) -> str:
    """Say on what, how much is found and how much of it is noted too, if both are known."""
    found, noted = micro["recall"], micro["precision"]
    is_few = min(micro["n_coded"], micro["n_predicted"]) < FEWEST
    if pd.isna(found) or pd.isna(noted) or is_few:
        return translate("How well the dictionary agrees with coded paragraphs")
    where = out_of(coding.n_texts, coding.n_all, "interview")
    return translate(
        "On {where}, the dictionary finds {share} of what {who} noted, and {share_2} of what it finds "
        "was noted too",
        where=where,
        share=percent(found),
        who=coding.who,
        share_2=percent(noted),
    )


def _write_limits(table: pd.DataFrame, value: str, write: Writer, *, ends: str = "") -> pd.Series:
    """Write a figure with its limits, 0.90 (0.71–0.97) or 90% (71–97), or with the reason for having none.

    value: the column of the figure. ends: what stands before low and high in the names of their columns.
    """
    rows = table[[value, f"{ends}low", f"{ends}high", "reason"]].itertuples(index=False)
    texts = [_write(*row, write) for row in rows]
    return pd.Series(texts, index=table.index, dtype=object)


def _write(figure: float, low: float, high: float, reason: str, write: Writer) -> str:
    if pd.isna(figure):
        return f"{display_text(figure)}: {translate_word(reason)}" if reason else display_text(figure)
    if pd.isna(low):
        return f"{write(figure)} ({translate_word(reason)})" if reason else write(figure)
    limits = span(low, high, write=write, dash="–")
    return f"{write(figure)} ({_PERCENT.sub('', limits)})"


def _hundredths(figure: float) -> str:
    return display_text(figure) if pd.isna(figure) else write_number(f"{figure:.2f}").replace("-", "−")
