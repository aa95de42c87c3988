"""Words a source prints twice by mistake, found by aligning the source with itself."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher

from analysis.formats.canvas import Canvas, Voice
from analysis.words import find_words, fold_word

SEED = 4  # words in a row that start an alignment
NEAR = 30  # words between the two printings, up to which they count as adjacent
NEAR_WORDS, NEAR_SHARE = 15, 0.8  # words in common, and as a share of the first printing: adjacent printings
FAR_WORDS, FAR_SHARE = 25, 0.9  # the same for printings far apart, where a speaker may well repeat a formula
GAP = 30  # words that one printing may have more than the other inside the passage
REWORDED = 3  # words in a row that may be worded differently and still be the same passage


def paint_repeats(canvas: Canvas) -> None:
    """Give the second printing of a passage to the role `repeat`; words that only it has stay the speaker's.

    Two printings are aligned by seeds of four equal words, chained in order and compared with Ratcliff and
    Obershelp's matching (1988, as in difflib).
    """
    spans = _spoken_words(canvas)
    norms = [fold_word(canvas.text[s:e]) for s, e in spans]
    for first, second in _find_pairs(norms):
        for a, b in _same_words(norms, *_extend(norms, first, second)):
            _paint_words(canvas, spans[a:b])


def _spoken_words(canvas: Canvas) -> list[tuple[int, int]]:
    spoken = canvas.spoken()
    return [(s, e) for s, e in find_words(canvas.text) if spoken[s]]


def _find_pairs(norms: list[str]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return pairs of word ranges (first printing, second printing) that are near-copies."""
    pairs, done = [], 0
    for chain in _chains(_seeds(norms)):
        first = (chain[0][0], chain[-1][0] + SEED)
        second = (chain[0][1], chain[-1][1] + SEED)
        if second[0] >= max(first[1], done) and _is_copy(norms, first, second):
            pairs.append((first, second))
            done = second[1]
    return pairs


def _seeds(norms: list[str]) -> list[tuple[int, int]]:
    """Return (i, j), i < j, wherever SEED words at i are the SEED words at j, for the nearest such i."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    seeds = []
    for j in range(len(norms) - SEED + 1):
        key = tuple(norms[j : j + SEED])
        seeds += [(i, j) for i in places[key][-3:]]
        places[key].append(j)
    return sorted(seeds, key=lambda seed: (seed[1], -seed[0]))


def _chains(seeds: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Join seeds that run on in both printings, longest chains first found first."""
    chains: list[list[tuple[int, int]]] = []
    for i, j in seeds:
        for chain in reversed(chains[-8:]):
            di, dj = i - chain[-1][0], j - chain[-1][1]
            if 0 < di <= GAP and 0 < dj <= GAP and min(di, dj) <= SEED + 2 * REWORDED:
                chain.append((i, j))
                break
        else:
            chains.append([(i, j)])
    return chains


def _is_copy(norms: list[str], first: tuple[int, int], second: tuple[int, int]) -> bool:
    matcher = SequenceMatcher(None, norms[slice(*first)], norms[slice(*second)], autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    share = common / (first[1] - first[0])
    near = second[0] - first[1] <= NEAR
    return common >= (NEAR_WORDS if near else FAR_WORDS) and share >= (NEAR_SHARE if near else FAR_SHARE)


def _extend(norms, first, second) -> tuple[tuple[int, int], tuple[int, int]]:
    """Let adjacent printings run on: the first up to where the second begins, the second as far, and a gap more."""
    rest = second[0] - first[1]
    if rest > NEAR:
        return first, second
    return (first[0], second[0]), (second[0], min(len(norms), second[1] + rest + GAP))


def _same_words(norms, first, second) -> list[tuple[int, int]]:
    """Return the ranges of the second printing that stand in the first, in the same or slightly other words."""
    matcher = SequenceMatcher(None, norms[slice(*first)], norms[slice(*second)], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    while blocks[-1].size < REWORDED:
        blocks.pop()
    ranges = [[second[0] + blocks[0].b, second[0] + blocks[0].b + blocks[0].size]]
    for block in blocks[1:]:
        begin = second[0] + block.b
        if begin - ranges[-1][1] <= REWORDED:
            ranges[-1][1] = begin + block.size
        else:
            ranges.append([begin, begin + block.size])
    return [(a, b) for a, b in ranges]


def _paint_words(canvas: Canvas, spans: list[tuple[int, int]]) -> None:
    """Paint words together with the punctuation and space between them, as far as it is spoken."""
    if not spans:
        return
    spoken = canvas.spoken()
    speaker = canvas.voice_at(spans[0][0]).speaker
    for offset in range(spans[0][0], spans[-1][1]):
        if spoken[offset] or canvas.voice_at(offset).role == "repeat":
            canvas.paint(offset, offset + 1, Voice("repeat", speaker))
