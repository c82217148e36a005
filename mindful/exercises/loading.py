"""Read exercise files, and say where one is wrong: file, line and field."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from mindful.exercises import slots
from mindful.exercises.errors import ExerciseTrouble
from mindful.exercises.locate import line_of
from mindful.exercises.model import Exercise, Line, Phase, PhaseKind

LARGEST_FILE = 1_000_000
"""Bytes; a larger file is refused unread."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


def load(path: Path) -> Exercise:
    """Read and check one exercise file.

    Raises:
        ExerciseTrouble: ``exercise-unreadable`` (path), or ``exercise-broken`` with the facts
            ``path``, ``line`` (from 1), ``field`` and ``reason``.
    """
    text = _read(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        number = int(line[1]) if line else text.count("\n") + 1
        raise _broken(path, number, "", str(error)) from error
    try:
        exercise = msgspec.convert(data, Exercise)
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at `")
        where = place.rstrip("`") or "$"
        raise _broken(path, line_of(text, where), where.removeprefix("$."), reason) from error
    for where, reason in _faults(exercise, path.stem):
        raise _broken(path, line_of(text, where), where, reason)
    return exercise


def digest(exercise: Exercise) -> str:
    """A short fingerprint of an exercise's content, kept with each sit of it (hex, 16 digits)."""
    return hashlib.sha256(msgspec.json.encode(exercise, order="deterministic")).hexdigest()[:16]


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _broken(path, 1, "", f"larger than {LARGEST_FILE:,} bytes")
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise _broken(path, 1, "", "not UTF-8 text") from error
    except OSError as error:
        raise ExerciseTrouble("exercise-unreadable", path=str(path)) from error


def _broken(path: Path, line: int, field: str, reason: str) -> ExerciseTrouble:
    return ExerciseTrouble("exercise-broken", path=str(path), line=line, field=field, reason=reason)


def _faults(exercise: Exercise, stem: str) -> Iterator[tuple[str, str]]:
    """What types alone cannot say, as (place, reason)."""
    if not _ID.fullmatch(exercise.id) or exercise.id != stem:
        yield "id", f"must be the file's name, {stem!r}, in small letters, digits and hyphens"
    minutes = exercise.minutes
    if not 1 <= minutes.least <= minutes.suggested <= minutes.longest <= 90:
        yield "minutes", "must hold 1 <= least <= suggested <= longest <= 90"
    if not exercise.phase:
        yield "phase", "needs at least one phase"
    total = sum(phase.share for phase in exercise.phase)
    if exercise.phase and abs(total - 100) > 0.01:
        yield "phase[0].share", f"shares must add up to 100, not {total:g}"
    if isinstance(exercise.unvoiced, tuple):
        yield from _point_faults(exercise.unvoiced)
    for number, phase in enumerate(exercise.phase):
        yield from _phase_faults(phase, f"phase[{number}]", exercise)


def _point_faults(points: tuple[tuple[int, float], ...]) -> Iterator[tuple[str, str]]:
    at = [minutes for minutes, _ in points]
    if not points or at != sorted(set(at)) or not all(0 <= share <= 1 for _, share in points):
        yield "unvoiced", "points must rise in minutes, with shares from 0 to 1"


def _phase_faults(phase: Phase, place: str, exercise: Exercise) -> Iterator[tuple[str, str]]:
    if not phase.name.strip():
        yield f"{place}.name", "must not be empty"
    if phase.share <= 0:
        yield f"{place}.share", "must be above 0"
    if phase.longest is not None and phase.longest <= 0:
        yield f"{place}.longest", "must be above 0 seconds"
    if phase.kind is PhaseKind.BREATH:
        if phase.pattern is None or min(phase.pattern) < 0 or sum(phase.pattern) < 2:
            yield f"{place}.pattern", "needs four durations in seconds, in all at least 2"
        if phase.line:
            yield f"{place}.line", "a paced breath has no lines"
    if not 0 <= phase.every <= 60:
        yield f"{place}.every", "must be 0 to 60 minutes"
    for number, line in enumerate(phase.line):
        yield from _line_faults(line, f"{place}.line[{number}]", exercise)


def _line_faults(line: Line, place: str, exercise: Exercise) -> Iterator[tuple[str, str]]:
    if not line.alternatives:
        yield f"{place}.say", "needs words"
    for text in line.alternatives:
        for reason in slots.faults(text, exercise.asks, line.needs):
            yield f"{place}.say", reason
    if not 0.5 <= line.pause <= 60:
        yield f"{place}.pause", "must be 0.5 to 60 seconds"
    if line.share < 0:
        yield f"{place}.share", "must not be negative"
    if line.cap is not None and line.cap < line.pause:
        yield f"{place}.cap", "must not be below the pause"
    if line.since > line.upto:
        yield f"{place}.from", "must not be above upto"


def schema() -> dict[str, Any]:  # Any: a JSON document
    """The JSON Schema of an exercise file, for editors."""
    return msgspec.json.schema(Exercise)
