"""Whether words stand together more often than chance puts them there."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from scipy.special import factorial, gammaln, pdtrc

ALIKE = 1e-4  # what chance repeats alike more often than this is no family
IN_ANY_FORM = 1e-8  # the same for uses in whatever order and with whatever words between
FEWEST_COMPOUNDS = 3  # uses from which a hyphenated word counts, joined by its hyphen and not by chance
APART = 5e-6  # the same for uses in one order, with a slot or without one
FEWEST_APART = 3  # uses in one order from which a slot may be wide
PLACES_APART = 3  # where the second word may stand in one order: next to the first, one or two further on
TIES = 1000  # times as often as independent words, from which words without content tie a sequence
SAME_JOINT = 0.18  # how often two pairs of neighbouring content words have the same words between them


def are_beyond_chance(sets: pd.DataFrame) -> np.ndarray:
    """Tell which sets of words stand together more often than independent words hardly ever do.

    sets: one row a set of content words: n (its words), n_uses, alike (uses that have both the order and the
    words between in common, at most), in_order (those in one order, with
    whatever slot), n_places (where the second word may then stand) and expected (how often
    independent words would stand next to each other in one order). These are those whose uses alike have a chance
    of at most 0.0001, or all of whose uses have one of at most 0.00000001 (Poisson; Dunning 1993 discusses why
    such tests, and not normal ones, suit rare words), or that stay together apart, see `stay_together`. Single
    words, compounds, are kept from three uses.
    """
    n_uses, n, expected = (sets[name].to_numpy(dtype=float) for name in ("n_uses", "n", "expected"))
    all_uses = np.where(
        n_uses > 0, pdtrc(n_uses - 1, expected * factorial(n)), 1
    )  # a Poisson variable is larger
    beyond = (measure_likeness(sets) <= ALIKE) | (all_uses <= IN_ANY_FORM) | stay_together(sets)
    return np.where(n > 1, beyond, n_uses >= FEWEST_COMPOUNDS).astype(bool)


def measure_likeness(sets: pd.DataFrame) -> np.ndarray:
    """Bound the chance of so many uses alike by the expected number of such groups of uses.

    sets: n, alike and expected, as above. Independent words make expected**k / k! groups of k uses. The
    words between two neighbours are the same in all of a group with a probability of at most
    SAME_JOINT ** (k / 2), since no sum of q**k exceeds the sum of q**2 to the power of k / 2.
    """
    k = sets["alike"].to_numpy(dtype=float)
    groups = k * np.log(np.maximum(sets["expected"], 1e-300)) - gammaln(k + 1)
    joints = k / 2 * (sets["n"].to_numpy() - 1) * math.log(SAME_JOINT)
    return np.where(k > 1, np.exp(np.minimum(groups + joints, 0)), 1.0)


def stay_together(sets: pd.DataFrame) -> np.ndarray:
    """Tell which pairs stand in one order so often that the words in a slot between them may be any.

    sets: n, in_order, n_places and expected, as above. They do from three uses in one order that have a chance of at
    most 0.000005 (Poisson).
    """
    in_order = sets["in_order"].to_numpy(dtype=float)
    chance = pdtrc(in_order - 1, (sets["n_places"] * sets["expected"]).to_numpy(dtype=float))
    return ((sets["n"] == 2) & (in_order >= FEWEST_APART) & (chance <= APART)).to_numpy(dtype=bool)


def are_tied(n_uses: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """Tell which sequences of words stand together far more often than grammar brings them together.

    n_uses: how often each stands. expected: how often independent words would stand so. Words of one language are
    not independent (there is a), so a sequence must also be a thousand times as frequent as they would be.
    """
    are_frequent = n_uses >= TIES * expected
    chance = np.ones(len(n_uses))
    chance[are_frequent] = pdtrc(n_uses[are_frequent] - 1, expected[are_frequent])
    return chance <= IN_ANY_FORM
