"""From an exercise, answers and a length to a script: the lines of a sit in the person's words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec

from mindful.exercises import drafting
from mindful.exercises.answers import Answers
from mindful.exercises.choosing import Choosing
from mindful.exercises.drafting import Draft
from mindful.exercises.errors import ExerciseTrouble
from mindful.exercises.layout import lay
from mindful.exercises.model import Density, Exercise, Pattern, Phase, PhaseKind, Step, steps_of
from mindful.exercises.saying import Saying
from mindful.exercises.script import Bells, Script, ScriptLine, ScriptPhase
from mindful.exercises.timeline import RATE, Cue

SILENCE_RULE = "silence"
"""The rule an exercise is exempt from whose silences have no cap: timer, sleep, paced breath."""

GUIDED = frozenset({Density.FULL, Density.SOME})
"""Densities at which silences have a cap and are announced."""

ANNOUNCEMENTS_MATTER = 6.0
"""Seconds of announcements from which lines are chosen again with less time for them."""


def compose(
    exercise: Exercise,
    answers: Answers,
    minutes: int,
    density: Density = Density.FULL,
    seed: int = 0,
    spoken: Sequence[Cue] = (),
    bells: Bells | None = None,
    pattern: Pattern | None = None,
    lengths: Sequence[int] = (),
) -> Script:
    """Choose the lines of a sit and put the person's words into them.

    Pure: the same arguments give the same script.

    Args:
        exercise: what to sit with.
        answers: what the person said of themselves.
        minutes: length, within what the exercise offers.
        density: how much of the guidance is spoken.
        seed: chooses among equal alternatives.
        spoken: ``say`` cues of this sit so far. They stay word for word, are never repeated,
            and count against the mentions of name and feeling.
        bells: strikes, where they differ from the exercise's own.
        pattern: the person's own paced breath, seconds of in, hold, out, hold, in place of the
            exercise's.
        lengths: minutes by phase, where the length has changed in mid-sit: see `drafting.drafts`.

    Raises:
        ExerciseTrouble: ``length-out-of-range`` with ``title``, ``asked``, ``least``, ``longest``.
    """
    check_length(exercise, minutes)
    said = {cue.line: cue for cue in spoken}
    drafts = drafting.drafts(exercise, answers, minutes, seed, said, lengths)
    choosing = Choosing(exercise, _still_open(list(drafts), said), minutes, said)
    saying = Saying(exercise, answers, said, seed)
    phases = tuple(_phases(exercise, pattern))
    empty = _empty(exercise, minutes, density, seed, phases, bells or own_bells(exercise))
    chosen = choosing.lines(density)
    script = _worded(empty, chosen, choosing, saying)
    announced = _announced_seconds(script.lines, chosen)
    if announced > ANNOUNCEMENTS_MATTER:
        script = _worded(empty, choosing.lines(density, announced), choosing, saying)
    return script


def _still_open(drafts: Sequence[Draft], said: Collection[str]) -> list[Draft]:
    """Those that were said, and those behind the last of them."""
    reached = max((draft.order for draft in drafts if draft.key in said), default=0)
    return [draft for draft in drafts if draft.key in said or draft.order > reached]


def _empty(
    exercise: Exercise,
    minutes: int,
    density: Density,
    seed: int,
    phases: tuple[ScriptPhase, ...],
    bells: Bells,
) -> Script:
    """The script before a line is in it."""
    return Script(
        exercise=exercise.id,
        minutes=minutes,
        frames=minutes * 60 * RATE,
        density=density,
        seed=seed,
        pace=exercise.pace,
        phases=phases,
        lines=(),
        bells=bells,
        capped=density in GUIDED and SILENCE_RULE not in exercise.exempt,
        lulling=not exercise.closing,
    )


def _worded(empty: Script, drafts: Sequence[Draft], choosing: Choosing, saying: Saying) -> Script:
    """The script with `drafts` in it, silences announced where the layout makes them long."""
    bare = msgspec.structs.replace(
        empty,
        lines=tuple(saying.bare(drafts)),
        reserve=tuple(saying.reserve(_reserve(choosing.candidates, drafts, empty))),
    )
    layout = lay(bare, lambda line: line.frames)
    return msgspec.structs.replace(bare, lines=tuple(saying.final(drafts, bare, layout)))


def _reserve(candidates: Iterable[Draft], drafts: Iterable[Draft], script: Script) -> list[Draft]:
    """Lines that could still come in, the first to enter first; none where nothing is capped."""
    if not script.capped:
        return []
    taken = {draft.key for draft in drafts}
    spare = [draft for draft in candidates if draft.key not in taken]
    return sorted(spare, key=lambda draft: (draft.rank, draft.order))


def _announced_seconds(lines: Iterable[ScriptLine], drafts: Iterable[Draft]) -> float:
    """Seconds that announcements add to the lines."""
    plain = {draft.key: draft.seconds for draft in drafts}
    return sum(line.frames / RATE - plain[line.key] for line in lines if line.announces)


def _phases(exercise: Exercise, pattern: Pattern | None) -> Iterable[ScriptPhase]:
    for phase in exercise.phase:
        yield ScriptPhase(
            name=phase.name,
            share=phase.share,
            kind=phase.kind,
            longest=phase.longest,
            steps=_steps(phase, pattern),
            prompt=phase.prompt,
            keeps=phase.keeps,
        )


def _steps(phase: Phase, pattern: Pattern | None) -> tuple[Step, ...]:
    own = pattern is not None and phase.kind is PhaseKind.BREATH
    return steps_of(pattern) if own and pattern else phase.breath


def check_length(exercise: Exercise, minutes: int) -> None:
    """Refuse a length that the exercise does not offer.

    Raises:
        ExerciseTrouble: ``length-out-of-range`` with ``title``, ``asked``, ``least``, ``longest``.
    """
    offered = exercise.minutes
    if not offered.least <= minutes <= offered.longest:
        raise ExerciseTrouble(
            "length-out-of-range",
            title=exercise.title,
            asked=minutes,
            least=offered.least,
            longest=offered.longest,
        )


def own_bells(exercise: Exercise) -> Bells:
    """The strikes that an exercise has of itself."""
    every = max((phase.every for phase in exercise.phase), default=0)
    return Bells(closing=Bells().closing if exercise.closing else 0, every=every)
