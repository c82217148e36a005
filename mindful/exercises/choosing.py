"""Which lines a sit of some length says.

Optional lines enter with length, each time where the voice is thinnest, until the share of the
sit that is voiced reaches what the exercise aims at. They leave in the reverse order.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from mindful.exercises import rules, slots
from mindful.exercises.answers import Answers
from mindful.exercises.estimate import line_frames
from mindful.exercises.feelings import valence
from mindful.exercises.model import Density, Exercise, Line
from mindful.exercises.script import CORE
from mindful.exercises.timeline import RATE


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A line on its way into a script: its alternative chosen, its slots still open.

    Attributes:
        key: stable name of the line in its exercise, such as ``2.3``.
        phase: index of its phase.
        order: place in the exercise.
        line: the line itself.
        words: the chosen alternative.
        seconds: its estimated length.
        rank: `CORE`, or when it entered among the optional lines.
    """

    key: str
    phase: int
    order: int
    line: Line
    words: str
    seconds: float
    rank: int = CORE

    @property
    def unit(self) -> str:
        """Lines of one unit enter together: a module of its phase, or the line alone."""
        return f"{self.phase}/{self.line.module}" if self.line.module else self.key

    @property
    def needed(self) -> float:
        """Seconds it takes with its least pause."""
        return self.seconds + self.line.pause


def drafts(exercise: Exercise, answers: Answers, minutes: int, seed: int) -> Iterator[Draft]:
    """Every line that this length and these answers allow, in order, not yet ranked.

    The alternative is drawn for every line of the file in turn, allowed or not, so that sits of
    one seed say the same words at every length.
    """
    # Not cryptography: the seed is logged so that a sit can be composed again.
    draw = random.Random(f"{exercise.id}/{seed}")  # noqa: S311
    given = _given(answers)
    felt = valence(answers.feelings)
    order = 0
    for number, phase in enumerate(exercise.phase):
        for place, line in enumerate(phase.line):
            words = line.alternatives[draw.randrange(len(line.alternatives))]
            order += 1
            if _allowed(line, minutes, given, felt):
                sample = slots.fill(words, answers, name=False)
                yield Draft(
                    key=f"{number + 1}.{place + 1}",
                    phase=number,
                    order=order,
                    line=line,
                    words=words,
                    seconds=line_frames(sample, exercise.pace) / RATE,
                )


def _given(answers: Answers) -> set[str]:
    named = {
        "feeling": answers.feelings,
        "place": answers.places,
        "name": answers.name,
        "phrase": answers.phrase,
    }
    return {name for name, value in named.items() if value}


def _allowed(line: Line, minutes: int, given: set[str], felt: str) -> bool:
    if line.valence == "pleasant" and felt != "pleasant":
        return False
    if line.valence == "hard" and felt == "pleasant":
        return False
    in_length = line.since <= minutes <= line.upto
    return in_length and given.issuperset(line.needs) and given.isdisjoint(line.without)


def ranked(
    exercise: Exercise, allowed: Sequence[Draft], minutes: int, said: Collection[str]
) -> list[Draft]:
    """Give every draft its rank: core lines and what was said first, then as lines enter.

    At each step the phase whose voice is thinnest takes the next of its units that fits into
    its time; units that fit nowhere come last.
    """
    phases = range(len(exercise.phase))
    core = [draft for draft in allowed if draft.line.core or draft.key in said]
    waiting = {
        number: _entering_order([d for d in allowed if d.phase == number and d not in core])
        for number in phases
    }
    voiced = [sum(d.seconds for d in core if d.phase == number) for number in phases]
    needed = [sum(d.needed for d in core if d.phase == number) for number in phases]
    room = _room(exercise, needed, minutes)
    ranks: dict[str, int] = {}

    def enter(unit: list[Draft]) -> None:
        rank = max(ranks.values(), default=CORE) + 1
        for draft in unit:
            ranks[draft.key] = rank
            voiced[draft.phase] += draft.seconds
            needed[draft.phase] += draft.needed

    too_long: list[list[Draft]] = []
    while any(waiting.values()):
        number = min((n for n in phases if waiting[n]), key=lambda n: (voiced[n] / room[n], n))
        unit = waiting[number].pop(0)
        if needed[number] + sum(draft.needed for draft in unit) <= room[number]:
            enter(unit)
        else:
            too_long.append(unit)
    for unit in too_long:
        enter(unit)
    return [msgspec.structs.replace(d, rank=ranks.get(d.key, CORE)) for d in allowed]


def _room(exercise: Exercise, core: Sequence[float], minutes: int) -> list[float]:
    """Seconds that each phase will have: its core lines and its share of what remains."""
    spare = max(0.0, minutes * 60.0 - sum(core))
    longest = [phase.longest or minutes * 60.0 for phase in exercise.phase]
    room = [0.0] * len(core)
    open_phases = set(range(len(core)))
    # What a phase cannot take for its longest goes to the others, by share.
    while open_phases:
        shares = sum(exercise.phase[number].share for number in open_phases)
        full = set()
        for number in open_phases:
            room[number] = core[number] + spare * exercise.phase[number].share / shares
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


def chosen(
    exercise: Exercise, candidates: Sequence[Draft], minutes: int, density: Density
) -> list[Draft]:
    """The drafts that are said, in order."""
    if density is Density.BELLS:
        return []
    core = [draft for draft in candidates if draft.rank == CORE]
    if density is Density.LITTLE:
        return core
    entered = _entered(exercise, core, candidates, minutes)
    if density is Density.SOME:
        entered = entered[: round(len(entered) * rules.SOME_OF_OPTIONAL)]
        last = entered[-1].rank if entered else CORE
        entered = [draft for draft in candidates if CORE < draft.rank <= last]
    return sorted([*core, *entered], key=lambda draft: draft.order)


def _entered(
    exercise: Exercise, core: Sequence[Draft], candidates: Sequence[Draft], minutes: int
) -> list[Draft]:
    """The optional drafts of full guidance, in the order they enter."""
    total = minutes * 60.0
    missing = (1 - rules.unvoiced_share(exercise, minutes)) * total - sum(d.seconds for d in core)
    spare = total - sum(draft.needed for draft in core) - rules.SETTLING[1]
    units: dict[int, list[Draft]] = {}
    for draft in sorted(candidates, key=lambda draft: (draft.rank, draft.order)):
        if draft.rank != CORE:
            units.setdefault(draft.rank, []).append(draft)
    entered: list[Draft] = []
    for unit in units.values():
        seconds = sum(draft.seconds for draft in unit)
        # A unit that would overshoot by more than it mends is one too many.
        if seconds / 2 > missing or sum(draft.needed for draft in unit) > spare:
            break
        entered.extend(unit)
        missing -= seconds
        spare -= sum(draft.needed for draft in unit)
    return entered
