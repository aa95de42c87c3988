"""A passage printed twice side by side, one copy torn out of its sentence: found by alignment."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from analysis.formats.cues.said_words import RUN
from analysis.language import FUNCTION_WORDS

FEWEST_WORDS = 20  # in common
SEED = RUN  # words in a row that start an alignment
PLACES = 3  # earlier places with which a seed is compared, the nearest first
OPEN_CHAINS = 8  # chains that a seed may go on
GAP = 30  # words that one printing may have more than the other inside the passage
BETWEEN = 3  # words between the two printings
REWORDED = 3  # words in a row that may be worded differently and still be the same passage
FARTHEST = 300  # words by which a third printing is followed
SHORT = 3  # letters: a word without weight in any language


class Block(NamedTuple):
    """Equal words of the two printings: where they start in each, and how many they are."""

    first: int
    second: int
    size: int


def find_second_printings(norms: list[str], stops: list[bool], repeated: list[int]) -> list[tuple[int, int]]:
    """Return the ranges of words that a turn prints a second time, right behind the first and torn.

    norms: the words of one turn, folded. stops: whether a sentence ends behind each. repeated: where SEED words
    begin that stand together elsewhere too. Printings are aligned by seeds of four equal words, chained in order,
    and between the seeds by Ratcliff and Obershelp's matching (1988, as in difflib). Words that only the second
    printing has are in none of the ranges.
    """
    found, done = [], 0
    for seeds in _chain_seeds(_find_seeds(norms, repeated)):
        if seeds[0][1] < done or not _may_be_copy(seeds):
            continue
        blocks = _run_on(norms, _align(norms, seeds))
        if _is_copy(norms, blocks) and _is_side_by_side(norms, blocks) and _is_torn(norms, stops, blocks):
            found += _join(blocks)
            done = _ends(blocks)[1]
    return found


def _may_be_copy(seeds: list[tuple[int, int]]) -> bool:
    """Say whether a chain is long enough, and its second printing near enough, to be worth an alignment."""
    begin, end = seeds[0][0], seeds[-1][0] + SEED
    return end - begin >= FEWEST_WORDS // 2 and seeds[0][1] - end <= GAP


def _find_seeds(norms: list[str], repeated: list[int]) -> list[tuple[int, int]]:
    """Return (i, j), i < j, wherever SEED words at i are those at j; by j, the nearest i first."""
    places: dict[tuple, list[int]] = defaultdict(list)
    seeds = []
    for j in repeated:
        same = places[tuple(norms[j : j + SEED])]
        seeds += [(i, j) for i in reversed(same[-PLACES:])]
        same.append(j)
    return seeds


def _chain_seeds(seeds: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Join seeds that run on in both printings, as long as the first ends before the second begins."""
    chains: list[list[tuple[int, int]]] = []
    for seed in seeds:
        chain = next((c for c in islice(reversed(chains), OPEN_CHAINS) if _goes_on(c, seed)), None)
        if chain is None:
            chains.append([seed])
        else:
            chain.append(seed)
    return chains


def _goes_on(chain: list[tuple[int, int]], seed: tuple[int, int]) -> bool:
    in_first, in_second = seed[0] - chain[-1][0], seed[1] - chain[-1][1]
    within = 0 < in_first <= GAP and 0 < in_second <= GAP and min(in_first, in_second) <= SEED + 2 * REWORDED
    return within and seed[0] + SEED <= chain[0][1]


def _align(norms: list[str], chain: list[tuple[int, int]]) -> list[Block]:
    """Return the equal words of two printings: those of the seeds, and between them what else matches."""
    anchors = _merge([Block(i, j, SEED) for i, j in chain])
    between = [
        block
        for a, b in pairwise(anchors)
        for block in _match(norms, (a.first + a.size, b.first), (a.second + a.size, b.second))
    ]
    return _merge(sorted(anchors + between))


def _match(norms: list[str], first: tuple[int, int], second: tuple[int, int]) -> list[Block]:
    matcher = SequenceMatcher(None, norms[slice(*first)], norms[slice(*second)], autojunk=False)
    found = [block for block in matcher.get_matching_blocks() if block.size]
    return [Block(first[0] + block.a, second[0] + block.b, block.size) for block in found]


def _merge(blocks: list[Block]) -> list[Block]:
    """Join blocks that touch or overlap in step, and cut from a block what the one before it has already."""
    merged = blocks[:1]
    for block in blocks[1:]:
        last = merged[-1]
        taken = max(last.first + last.size - block.first, last.second + last.size - block.second, 0)
        in_step = block.second - block.first == last.second - last.first
        if in_step and block.first <= last.first + last.size:
            merged[-1] = last._replace(size=max(last.size, block.first + block.size - last.first))
        elif taken < block.size:
            merged.append(Block(block.first + taken, block.second + taken, block.size - taken))
    return merged


def _is_copy(norms: list[str], blocks: list[Block]) -> bool:
    """Say whether twenty words are the same, and no word of weight is another one."""
    if sum(block.size for block in blocks) < FEWEST_WORDS:
        return False
    return all(_is_reworded(norms, a, b) for a, b in pairwise(blocks))


def _is_reworded(norms: list[str], before: Block, after: Block) -> bool:
    """Say whether each word of weight between two blocks stands in the second printing too, but for its end."""
    first = norms[before.first + before.size : after.first]
    second = norms[before.second + before.size : after.second]
    return all(_is_light(word) or any(_is_alike(word, other) for other in second) for word in first)


def _is_alike(word: str, other: str) -> bool:
    return word.startswith(other) or other.startswith(word)


def _is_light(norm: str) -> bool:
    return norm in FUNCTION_WORDS or len(norm) <= SHORT


def _run_on(norms: list[str], blocks: list[Block]) -> list[Block]:
    """Let printings run on: the first to the second's beginning, the second by as much and a gap."""
    end, start = _ends(blocks)
    rest = blocks[0].second - end
    if rest > GAP:
        return blocks
    behind = _match(norms, (end, blocks[0].second), (start, min(start + rest + GAP, len(norms))))
    while behind and behind[-1].size < REWORDED:
        behind.pop()
    return blocks + behind


def _ends(blocks: list[Block]) -> tuple[int, int]:
    """Return where the first printing ends, and where the second does."""
    last = blocks[-1]
    return last.first + last.size, last.second + last.size


def _is_side_by_side(norms: list[str], blocks: list[Block]) -> bool:
    """Say whether nothing, or nothing of weight, stands between the two printings."""
    between = norms[_ends(blocks)[0] : blocks[0].second]
    return len(between) <= BETWEEN and all(_is_light(word) for word in between)


def _is_torn(norms: list[str], stops: list[bool], blocks: list[Block]) -> bool:
    """Say whether one printing begins or ends in mid-sentence: no stop near, nor the turn's edge."""
    begins = _go_back(norms, blocks[0].first, blocks[0].second)
    before = [stops[i - REWORDED - 1 : i] for i in begins if i > REWORDED]
    ends = _go_on(norms, *_ends(blocks))
    behind = [stops[i - 1 : i + REWORDED] for i in ends if i + REWORDED < len(stops)]
    return not all(any(near) for near in before + behind)


def _go_back(norms: list[str], first: int, second: int) -> tuple[int, int]:
    """Return where two equal stretches begin that go on behind two places, as a third printing makes them."""
    same = takewhile(lambda n: norms[first - n] == norms[second - n], range(1, min(first, FARTHEST) + 1))
    n = sum(1 for _ in same)
    return first - n, second - n


def _go_on(norms: list[str], first: int, second: int) -> tuple[int, int]:
    """Return where two equal stretches end that begin before two places."""
    same = takewhile(
        lambda n: norms[first + n] == norms[second + n], range(min(len(norms) - second, FARTHEST))
    )
    n = sum(1 for _ in same)
    return first + n, second + n


def _join(blocks: list[Block]) -> list[tuple[int, int]]:
    """Return the ranges of the second printing, a few words that are worded differently included."""
    ranges = [(block.second, block.second + block.size) for block in blocks]
    joined = ranges[:1]
    for begin, end in ranges[1:]:
        if begin - joined[-1][1] <= REWORDED:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined
