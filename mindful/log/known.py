"""Which sits a log has already, told by when they began and how long they were."""

from __future__ import annotations

WITHIN = 60.0
"""Seconds by which starts, and lengths, of the same sit may differ between two apps: some keep
whole minutes. The two must overlap besides, as nobody sits twice at once; short sits that follow
each other stay two."""


class KnownSits:
    """Starts and lengths, in seconds."""

    def __init__(self) -> None:
        self._by_minute: dict[int, list[tuple[float, float]]] = {}

    def add(self, start: float, seconds: float) -> None:
        """Take in a sit."""
        self._by_minute.setdefault(int(start // WITHIN), []).append((start, seconds))

    def has(self, start: float, seconds: float) -> bool:
        """Whether a sit is there that this can only be."""
        minute = int(start // WITHIN)
        for near in (minute - 1, minute, minute + 1):
            for other in self._by_minute.get(near, ()):
                if _same(start, seconds, *other):
                    return True
        return False


def _same(start: float, seconds: float, other_start: float, other_seconds: float) -> bool:
    apart = start - other_start
    lasts = seconds if apart < 0 else other_seconds  # of the one that began first
    return abs(apart) <= WITHIN and abs(seconds - other_seconds) <= WITHIN and abs(apart) < lasts
