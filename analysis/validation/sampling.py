"""Which paragraphs people should code: a sample with known chances, so that its scores can be weighted."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.validation.agreement import PARAGRAPH

STRATUM = ["event", "is_predicted"]
FEWEST = 2  # paragraphs of a stratum, where it has as many


def draw_sample(
    paragraphs: pd.DataFrame, predicted: pd.DataFrame, *, n: int, seed: int, topic: str | None = None
) -> pd.DataFrame:
    """Draw paragraphs for coding, stratified by event and by whether a topic is predicted.

    paragraphs: one row per paragraph (source, paragraph, event). predicted: one row per (source, paragraph,
    topic). n: how many to draw; all are taken if there are no more. topic: the only topic to be coded; None:
    all, and then a paragraph counts as predicted if any topic is.
    Half of the sample goes to paragraphs that are predicted and half to those that are not, if there are so
    many; each half is shared among the events by their paragraphs, with at least two for each. Inside a
    stratum one half of the chance is the same for all paragraphs; the other is larger the rarer the predicted
    topics are (the sum over them of 1 / number of paragraphs), so that rare topics get into the sample too.
    Returns one row per drawn paragraph, in reading order: source, paragraph, event, is_predicted, n_stratum
    (paragraphs in its stratum) and probability (its chance to be drawn, never 0). The weight 1 / probability
    makes totals unbiased (Horvitz and Thompson 1952, A generalization of sampling without replacement from a
    finite universe, Journal of the American Statistical Association 47); drawn is systematically from a
    random order (Madow 1949, On the theory of systematic sampling, II, Annals of Mathematical Statistics 20).
    Raises InputError if n is too small for the strata.
    """
    if topic is not None:
        predicted = predicted[predicted["topic"] == topic]
    frame = _place(paragraphs, predicted)
    groups = frame.groupby(STRATUM, sort=True)
    sizes = groups.size()
    wanted = _allocate(sizes, min(n, len(frame)))
    rng = np.random.default_rng(seed)
    drawn = [_draw_stratum(part, wanted[key], rng) for key, part in groups]
    columns = [*PARAGRAPH, *STRATUM, "n_stratum", "probability"]
    sample = pd.concat(drawn) if drawn else frame.assign(n_stratum=0, probability=1.0)
    return sample[columns].sort_values(PARAGRAPH, ignore_index=True)


def _place(paragraphs: pd.DataFrame, predicted: pd.DataFrame) -> pd.DataFrame:
    """Give each paragraph is_predicted, and rarity: the sum over its topics of 1 / number of paragraphs."""
    here = predicted.astype({"topic": str}).merge(paragraphs[PARAGRAPH], on=PARAGRAPH)
    here = here.drop_duplicates([*PARAGRAPH, "topic"])
    here = here.assign(rarity=1 / here.groupby("topic")["topic"].transform("size"))
    rarity = here.groupby(PARAGRAPH)["rarity"].sum().reset_index()
    frame = paragraphs.merge(rarity, how="left", on=PARAGRAPH)
    frame = frame.assign(is_predicted=frame["rarity"].notna(), rarity=frame["rarity"].fillna(1.0))
    return frame.sort_values(PARAGRAPH, ignore_index=True)


def _allocate(sizes: pd.Series, n: int) -> pd.Series:
    """Share n paragraphs out among strata (event, is_predicted), none of which gets more than it has."""
    wanted = sizes.clip(upper=FEWEST)
    if n < wanted.sum():
        few = f"{n} paragraphs are too few for {len(sizes)} groups of an event, predicted or not"
        raise InputError(f"{few}; ask for at least {wanted.sum()} with --n.")
    sides = sizes.groupby("is_predicted")
    target = (n / max(sides.ngroups, 1) * sizes / sides.transform("sum")).to_numpy()
    given, most = wanted.to_numpy(copy=True), sizes.to_numpy()
    for _ in range(n - given.sum()):
        given[np.where(given < most, target - given, -np.inf).argmax()] += 1
    return pd.Series(given, index=sizes.index)


def _draw_stratum(part: pd.DataFrame, n: int, rng: np.random.Generator) -> pd.DataFrame:
    chance = (1 / len(part) + part["rarity"] / part["rarity"].sum()) / 2
    probability = _limit_chances(chance.to_numpy(), n)
    order = rng.permutation(len(part))
    reach = np.cumsum(probability[order]).round(9)
    steps = np.floor(reach + rng.random())
    is_drawn = np.diff(steps, prepend=0) > 0
    drawn = part.assign(n_stratum=len(part), probability=probability)
    return drawn.iloc[np.sort(order[is_drawn])]


def _limit_chances(size: np.ndarray, n: int) -> np.ndarray:
    """Return chances in proportion to size that add up to n; who would exceed 1 is certain to be drawn."""
    is_certain = np.full(len(size), n == len(size))
    while not is_certain.all():
        chance = np.where(is_certain, 1.0, (n - is_certain.sum()) * size / size[~is_certain].sum())
        if (chance <= 1).all():
            return chance
        is_certain |= chance >= 1
    return np.ones(len(size))
