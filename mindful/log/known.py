"""Which sits a log has already, told by when they began and how long they were."""

from __future__ import annotations

WITHIN = 60.0
"""Seconds by which starts, and lengths, of the same sit may differ between two apps: some keep
whole minutes. The two must overlap besides, as nobody sits twice at once; short sits that follow
each other stay two."""


class KnownSits:
    """Starts and lengths, in seconds."""

    def __init__(self) -> None:
        # Most minutes have one sit: a pair is smaller than a list of pairs, and sooner made.
        self._first: dict[int, tuple[float, float]] = {}
        self._more: dict[int, list[tuple[float, float]]] = {}

    def add(self, start: float, seconds: float) -> None:
        """Take in a sit."""
        minute = int(start // WITHIN)
        if minute in self._first:
            self._more.setdefault(minute, []).append((start, seconds))
        else:
            self._first[minute] = (start, seconds)

    def has(self, start: float, seconds: float) -> bool:
        """Whether a sit is there that this can only be."""
        minute = int(start // WITHIN)
        first = self._first
        for near in (minute - 1, minute, minute + 1):
            if near in first:
                for other in (first[near], *self._more.get(near, ())):
                    if _same(start, seconds, *other):
                        return True
        return False


def _same(start: float, seconds: float, other_start: float, other_seconds: float) -> bool:
    apart = start - other_start
    lasts = seconds if apart < 0 else other_seconds  # of the one that began first
    return abs(apart) <= WITHIN and abs(seconds - other_seconds) <= WITHIN and abs(apart) < lasts
