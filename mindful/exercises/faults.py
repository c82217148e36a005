"""What is wrong with an exercise that types alone cannot say."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from mindful.exercises import rules, slots
from mindful.exercises.estimate import listed_frames
from mindful.exercises.model import (
    Exercise,
    Line,
    Phase,
    PhaseKind,
    Point,
)
from mindful.exercises.pacing import step_faults
from mindful.exercises.timeline import RATE

LINES = 500
"""Lines that an exercise has at most, three times those of the fullest."""

_JOINERS = "\u200c\u200d"
"""Signs without a shape that some languages need."""

Fault = tuple[str, str]
"""Where in the file (``phase[0].line[2].say``), and what is wrong there."""


def faults(exercise: Exercise, stem: str) -> Iterator[Fault]:
    """Everything that keeps an exercise from being sat with.

    Args:
        exercise: as its types have it.
        stem: name of its file without ``.toml``.
    """
    if exercise.id != stem:
        yield "id", f"must be the file's name, {stem!r}, in small letters, digits and hyphens"
    for field in ("title", "purpose", "icon"):
        yield from _unspeakable(field, getattr(exercise, field))
    total = sum(phase.share for phase in exercise.phase)
    if abs(total - 100) > 0.01:
        yield "phase[0].share", f"shares must add up to 100, not {total:g}"
    if isinstance(exercise.unvoiced, tuple):
        yield from _point_faults(exercise.unvoiced)
    for field in ("first", "cues"):
        for words in getattr(exercise.quiet, field):
            yield from _unspeakable(f"quiet.{field}", words)
    lines = sum(len(phase.line) for phase in exercise.phase)
    if lines > LINES:
        yield "phase", f"has {lines} lines; at most {LINES}"
    for number, phase in enumerate(exercise.phase):
        yield from _phase_faults(phase, f"phase[{number}]", exercise)
    yield from _minute_faults(exercise)


def _unspeakable(field: str, text: str) -> Iterator[Fault]:
    """Words are one line of visible signs: nothing steers a terminal or turns writing round."""
    if not text.isprintable() and any(map(_is_hidden, text)):
        yield field, "holds a line break or another sign that nobody can see"
    elif not text.strip() and field != "icon":
        yield field, "needs words"


def _is_hidden(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and sign not in _JOINERS


def _minute_faults(exercise: Exercise) -> Iterator[Fault]:
    minutes = exercise.minutes
    if not minutes.least <= minutes.suggested <= minutes.longest:
        yield "minutes", "must hold least <= suggested <= longest"
    breaths = sum(seconds for phase in exercise.phase for _, seconds in phase.breath)
    pages = sum(phase.kind is PhaseKind.WRITE for phase in exercise.phase)
    if breaths + pages * rules.WRITING_LEAST + rules.SETTLING[1] > minutes.least * 60:
        yield "minutes.least", "is too short for one breath and half a minute at each page"


def _point_faults(points: tuple[Point, ...]) -> Iterator[Fault]:
    at = [minutes for minutes, _ in points]
    if at != sorted(set(at)):
        yield "unvoiced", "points must rise in minutes"


def _phase_faults(phase: Phase, place: str, exercise: Exercise) -> Iterator[Fault]:
    yield from _unspeakable(f"{place}.name", phase.name)
    if phase.kind is PhaseKind.BREATH:
        field = f"{place}.steps" if phase.steps else f"{place}.pattern"
        if phase.pattern is not None and phase.steps:
            yield field, "a paced breath has a pattern or steps, not both"
        yield from ((field, reason) for reason in step_faults(phase.breath))
        if phase.line:
            yield f"{place}.line", "a paced breath has no lines"
    elif phase.breath:
        yield f"{place}.kind", "only a paced breath, kind = 'breath', has a pattern or steps"
    if phase.kind is PhaseKind.WRITE:
        yield from _unspeakable(f"{place}.prompt", phase.prompt)
        if "writing" not in exercise.asks:
            yield "asks", "an exercise with a page of writing asks for 'writing'"
    elif phase.prompt or phase.keeps != "note":
        yield f"{place}.kind", "only a page of writing, kind = 'write', has a prompt or keeps"
    for number, line in enumerate(phase.line):
        yield from _line_faults(line, f"{place}.line[{number}]", exercise)


def _line_faults(line: Line, place: str, exercise: Exercise) -> Iterator[Fault]:
    upto = min(line.upto, exercise.minutes.longest)
    for text in line.alternatives:
        yield from _unspeakable(f"{place}.say", text)
        for reason in slots.faults(text, exercise.asks, line.needs):
            yield f"{place}.say", reason
        seconds = listed_frames(text, exercise.pace) / RATE
        if seconds + line.pause > upto * 60:
            yield f"{place}.say", f"takes {seconds:.0f} seconds, too long for {upto} minutes"
    if line.cap is not None and line.cap < line.pause:
        yield f"{place}.cap", "must not be below the pause"
    if line.since > line.upto:
        yield f"{place}.from", "must not be above upto"
    for field, answers in (("needs", line.needs), ("without", line.without)):
        for answer in set(answers) - set(exercise.asks):
            yield f"{place}.{field}", f"{answer!r} is not among what the exercise asks"
