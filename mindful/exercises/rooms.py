"""How the time of a sit is shared among its phases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Sharing(Protocol):
    """A phase as far as it shares the time: its percent, and the most seconds it takes."""

    @property
    def share(self) -> float:
        """Percent of what is left when every phase has its core lines."""

    @property
    def longest(self) -> float | None:
        """The most it lasts, in seconds."""


def room_of(phases: Sequence[Sharing], core: Sequence[float], total: float) -> list[float]:
    """Seconds that each phase will have: its core lines and its share of what remains.

    What a phase cannot take for its longest goes to the others, by share.

    Args:
        phases: of the exercise.
        core: seconds that the core lines of each take with their least pauses.
        total: seconds of the sit.
    """
    spare = max(0.0, total - sum(core))
    longest = [phase.longest or total for phase in phases]
    room = [0.0] * len(core)
    open_phases = set(range(len(core)))
    while open_phases:
        shares = sum(phases[number].share for number in open_phases)
        full = set()
        for number in open_phases:
            room[number] = core[number] + spare * phases[number].share / shares
            if room[number] > longest[number]:
                full.add(number)
        if not full:
            break
        for number in full:
            room[number] = longest[number]
            spare -= max(0.0, longest[number] - core[number])
        open_phases -= full
        spare = max(0.0, spare)
    return [max(1.0, seconds) for seconds in room]
