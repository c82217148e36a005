"""How alike two lines sound: the token-set ratio, as rapidfuzz defines it.

Our own few lines, since nothing else at run time needs that library; a test holds them against
it. https://rapidfuzz.github.io/RapidFuzz/Usage/fuzz.html#token-set-ratio
"""

from __future__ import annotations

from functools import lru_cache

NEAR_REPEAT = 85.0
"""Token-set ratio from which two lines of a sit sound like a repeat."""


def token_set_ratio(one: str, other: str) -> float:
    """Likeness of two texts by the words they share, 0 to 100.

    Words are what stands between spaces, in any order, each counted once.
    """
    words, others = set(one.split()), set(other.split())
    if not words or not others:
        return 0.0
    both = words & others
    if both in (words, others):
        return 100.0
    left, right = " ".join(sorted(words - both)), " ".join(sorted(others - both))
    shared = len(" ".join(both))
    gap = bool(shared)
    total = 2 * (shared + gap) + len(left) + len(right)
    best = _ratio(len(left) + len(right) - 2 * _common(left, right), total)
    if shared:
        for rest in (len(left), len(right)):
            best = max(best, _ratio(rest + 1, 2 * shared + 1 + rest))
    return best


@lru_cache(maxsize=65_536)  # pure; the same two lines meet in many sits of a review
def near_repeats(one: str, other: str) -> bool:
    """Whether two lines of an exercise file sound like a repeat."""
    return token_set_ratio(one, other) >= NEAR_REPEAT


def _ratio(distance: int, total: int) -> float:
    return 100.0 * (1 - distance / total)


def _common(one: str, other: str) -> int:
    """Length of the longest common subsequence, by bits.

    Hyyrö, Bit-Parallel LCS-length Computation Revisited (AWOCA 2004).
    """
    where: dict[str, int] = {}
    for index, sign in enumerate(one):
        where[sign] = where.get(sign, 0) | 1 << index
    everywhere = (1 << len(one)) - 1
    unmatched = everywhere
    for sign in other:
        matches = unmatched & where.get(sign, 0)
        unmatched = (unmatched + matches) | (unmatched - matches)
    return (~unmatched & everywhere).bit_count()
