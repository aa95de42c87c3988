"""Words a source prints twice by mistake, found by aligning the source with itself."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import pairwise, takewhile
from typing import NamedTuple

from analysis.formats.role_map import RoleMap, Voice
from analysis.language import find_words, fold_word
from analysis.roles import SPOKEN

SEED = 4  # words in a row that start an alignment
PLACES = 3  # earlier places with which a seed is compared, the nearest first
OPEN_CHAINS = 8  # chains that a seed may go on
NEAR = 30  # words between the two printings, up to which they count as adjacent
NEAR_WORDS, NEAR_SHARE = 15, 0.8  # words in common, and as a share of the first printing: adjacent printings
FAR_WORDS, FAR_SHARE = 25, 0.9  # the same for printings far apart, where a speaker may well repeat a formula
GAP = 30  # words that one printing may have more than the other inside the passage
REWORDED = 3  # words in a row that may be worded differently and still be the same passage


class Block(NamedTuple):
    """Equal words of the two printings: where they start in each, and how many they are."""

    first: int
    second: int
    size: int


def assign_repeats(role_map: RoleMap) -> None:
    """Give the second printing of a passage to the role `repeat`; words that only it has stay the speaker's.

    The two printings are in one voice. They are aligned by seeds of four equal words, chained in order, and
    between the seeds by Ratcliff and Obershelp's matching (1988, as in difflib).
    """
    spoken = role_map.spoken()
    spans = [(start, end) for start, end in find_words(role_map.text) if spoken[start]]
    norms = [fold_word(role_map.text[start:end]) for start, end in spans]
    voices = [int(role_map.codes[start]) for start, _ in spans]
    for blocks in _find_copies(norms, voices):
        for begin, end in _second_printing(norms, voices, blocks):
            voice = Voice("repeat", role_map.voice_at(spans[begin][0]).speaker)
            role_map.reassign(spans[begin][0], spans[end - 1][1], voice, roles=(*SPOKEN, "repeat"))


def _find_copies(norms: list[str], voices: list[int]) -> list[list[Block]]:
    """Return the alignments of passages that are near-copies; no second printing overlaps another."""
    copies, done = [], 0
    for chain in _chain_seeds(_find_seeds(norms, voices)):
        blocks = _align(norms, chain)
        if blocks[0].second >= done and _is_copy(blocks):
            copies.append(blocks)
            done = blocks[-1].second + blocks[-1].size
    return [blocks for blocks in copies if _is_near(blocks) or not _is_formula(blocks, copies)]


def _is_formula(blocks: list[Block], copies: list[list[Block]]) -> bool:
    """Say whether a passage stands in three places or more: that is no misprint but what somebody keeps
    saying."""
    places = _ranges(blocks)
    others = [place for copy in copies if copy is not blocks for place in _ranges(copy)]
    return any(a < d and c < b for a, b in places for c, d in others)


def _ranges(blocks: list[Block]) -> list[tuple[int, int]]:
    """Return where the first printing begins and ends, and where the second does."""
    last = blocks[-1]
    return [(blocks[0].first, last.first + last.size), (blocks[0].second, last.second + last.size)]


def _find_seeds(norms: list[str], voices: list[int]) -> list[tuple[int, int]]:
    """Return (i, j), i < j, wherever SEED words of a voice at i are those at j; by j, the nearest i first."""
    places: dict[tuple, list[int]] = defaultdict(list)
    seeds = []
    for j in range(len(norms) - SEED + 1):
        if voices[j] != voices[j + SEED - 1]:
            continue
        same = places[(voices[j], *norms[j : j + SEED])]
        seeds += [(i, j) for i in reversed(same[-PLACES:])]
        same.append(j)
    return seeds


def _chain_seeds(seeds: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Join seeds that run on in both printings, as long as the first ends before the second begins."""
    chains: list[list[tuple[int, int]]] = []
    for seed in seeds:
        chain = next((c for c in reversed(chains[-OPEN_CHAINS:]) if _goes_on(c, seed)), None)
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


def _is_copy(blocks: list[Block]) -> bool:
    """Say whether enough of the first printing stands in the second."""
    common = sum(block.size for block in blocks)
    begin, end = _ranges(blocks)[0]
    if _is_near(blocks):
        return common >= NEAR_WORDS and common >= NEAR_SHARE * (end - begin)
    return common >= FAR_WORDS and common >= FAR_SHARE * (end - begin)


def _is_near(blocks: list[Block]) -> bool:
    """Say whether the second printing comes right after the first."""
    return blocks[0].second - _ranges(blocks)[0][1] <= NEAR


def _second_printing(norms: list[str], voices: list[int], blocks: list[Block]) -> list[tuple[int, int]]:
    """Return the ranges of the second printing that the first has too, in much the same words."""
    blocks = _run_on(norms, voices, blocks)
    ranges = [(block.second, block.second + block.size) for block in blocks]
    joined = ranges[:1]
    for begin, end in ranges[1:]:
        if begin - joined[-1][1] <= REWORDED:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined


def _run_on(norms: list[str], voices: list[int], blocks: list[Block]) -> list[Block]:
    """Let adjacent printings run on: the first to the second's beginning, the second by as much and a gap."""
    last = blocks[-1]
    end, start = last.first + last.size, last.second + last.size
    rest = blocks[0].second - end
    if rest > NEAR:
        return blocks
    behind = _match(
        norms,
        (end, _end_of_voice(voices, end, blocks[0].second)),
        (start, _end_of_voice(voices, start, start + rest + GAP)),
    )
    while behind and behind[-1].size < REWORDED:
        behind.pop()
    return blocks + behind


def _end_of_voice(voices: list[int], start: int, limit: int) -> int:
    """Return up to where, at most `limit`, words are in the voice of the word before `start`."""
    return start + sum(1 for _ in takewhile(lambda voice: voice == voices[start - 1], voices[start:limit]))
