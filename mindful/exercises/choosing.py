"""Which lines a sit of some length says.

Optional lines enter with length, each time where the voice is thinnest, until the share of the
sit that is voiced reaches what the exercise aims at. They leave in the reverse order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec

from mindful.exercises import rules
from mindful.exercises.drafting import Draft
from mindful.exercises.model import Density, Exercise, PhaseKind
from mindful.exercises.rooms import room_of
from mindful.exercises.script import CORE


class Choosing:
    """The drafts of a sit with their ranks, of which some are said.

    Args:
        exercise: where they are from.
        allowed: the drafts that length and answers allow, in order.
        minutes: length of the sit.
        said: keys of those already said, which count as core lines.
    """

    def __init__(
        self, exercise: Exercise, allowed: Sequence[Draft], minutes: int, said: Collection[str]
    ) -> None:
        self._exercise = exercise
        self._minutes = minutes
        self._said = said
        self._core = [draft for draft in allowed if draft.line.core or draft.key in said]
        needed = [0.0] * len(exercise.phase)
        for draft in self._core:
            needed[draft.phase] += draft.needed
        room = room_of(exercise.phase, needed, minutes * 60.0)
        self._writing = sum(
            room[number] - needed[number]
            for number, phase in enumerate(exercise.phase)
            if phase.kind is PhaseKind.WRITE
        )
        self.candidates = _ranked(allowed, self._core, needed, room)
        """Every draft in order, with its rank."""

    def lines(self, density: Density, beside: float = 0.0) -> list[Draft]:
        """The drafts that are said, in order.

        Args:
            density: how much of the guidance is spoken.
            beside: seconds of speech that come on top of the lines.
        """
        if density is Density.BELLS:
            return [draft for draft in self._core if draft.key in self._said]
        if density is Density.LITTLE:
            return self._core
        entered = self._entered(beside)
        if density is Density.SOME:
            entered = entered[: round(len(entered) * rules.SOME_OF_OPTIONAL)]
            last = entered[-1].rank if entered else CORE
            entered = [draft for draft in self.candidates if CORE < draft.rank <= last]
        return sorted([*self._core, *entered], key=lambda draft: draft.order)

    def _entered(self, beside: float) -> list[Draft]:
        """The optional drafts of full guidance, in the order they enter."""
        total = self._minutes * 60.0
        aim = (1 - rules.unvoiced_share(self._exercise, self._minutes)) * (total - self._writing)
        missing = aim - beside - sum(draft.seconds for draft in self._core)
        needed = sum(draft.needed for draft in self._core)
        spare = total - self._writing - needed - rules.SETTLING[1]
        entered: list[Draft] = []
        for unit in _units_by_rank(self.candidates):
            seconds = sum(draft.seconds for draft in unit)
            needed = sum(draft.needed for draft in unit)
            # A unit that would overshoot by more than it mends is one too many.
            if seconds / 2 > missing or needed > spare:
                break
            entered.extend(unit)
            missing -= seconds
            spare -= needed
        return entered


def _units_by_rank(candidates: Iterable[Draft]) -> Iterable[list[Draft]]:
    units: dict[int, list[Draft]] = {}
    for draft in sorted(candidates, key=lambda draft: (draft.rank, draft.order)):
        if draft.rank != CORE:
            units.setdefault(draft.rank, []).append(draft)
    return units.values()


def _ranked(
    allowed: Sequence[Draft], core: Sequence[Draft], needed: Sequence[float], room: Sequence[float]
) -> list[Draft]:
    """Give every draft its rank: core lines and what was said first, then as lines enter.

    At each step the phase whose optional lines fill least of the time that its core leaves takes
    the next of its units that fits; units that fit nowhere come last.
    """
    fixed = {draft.key for draft in core}
    waiting: dict[int, list[list[Draft]]] = {}
    for number in range(len(room)):
        optional = (d for d in allowed if d.phase == number and d.key not in fixed)
        waiting[number] = _entering_order(optional)
    free = [max(1.0, space - taken) for space, taken in zip(room, needed, strict=True)]
    voiced, taken = [0.0] * len(room), [0.0] * len(room)
    order: list[list[Draft]] = []
    too_long: list[list[Draft]] = []
    while True:
        open_phases = [number for number, units in waiting.items() if units]
        if not open_phases:
            break
        number = min(open_phases, key=lambda n: voiced[n] / free[n])
        unit = waiting[number].pop(0)
        more = sum(draft.needed for draft in unit)
        if taken[number] + more <= free[number]:
            order.append(unit)
            taken[number] += more
            voiced[number] += sum(draft.seconds for draft in unit)
        else:
            too_long.append(unit)
    ranks = {
        draft.key: rank
        for rank, unit in enumerate([*order, *too_long], start=CORE + 1)
        for draft in unit
    }
    return [
        msgspec.structs.replace(draft, rank=ranks[draft.key]) if draft.key in ranks else draft
        for draft in allowed
    ]


def _entering_order(lines: Iterable[Draft]) -> list[list[Draft]]:
    """The units of a phase, ordered so that any first few of them lie evenly over it.

    Their places in the order of van der Corput's sequence in base 2.
    """
    units: dict[str, list[Draft]] = {}
    for draft in lines:
        units.setdefault(draft.unit, []).append(draft)
    listed = list(units.values())
    width = max(1, (len(listed) - 1).bit_length())
    order = sorted(range(len(listed)), key=lambda place: int(f"{place:0{width}b}"[::-1], 2))
    return [listed[place] for place in order]
