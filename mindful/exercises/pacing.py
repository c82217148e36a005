"""Paced breath: what can be breathed, and a person's own pattern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mindful.exercises.errors import ExerciseTrouble
from mindful.exercises.model import LONGEST_STEP, Pattern, Step, steps_of

SHORTEST_BREATH = 2.0
"""The shortest whole breath that is paced, in seconds."""

LONGEST_OWN = 60.0
"""The longest whole breath of a person's own pattern, in seconds: one a minute."""


def step_faults(steps: Sequence[Step]) -> Iterator[str]:
    """What keeps the parts of a breath from being paced."""
    seconds = [length for _, length in steps]
    if not all(0 < length <= LONGEST_STEP for length in seconds):
        yield f"each part of a breath lasts more than 0 and at most {LONGEST_STEP:g} seconds"
    elif not {"in", "out"} <= {kind for kind, _ in steps} or sum(seconds) < SHORTEST_BREATH:
        yield f"a paced breath goes in and out, and takes {SHORTEST_BREATH:g} seconds at the least"


def own_pattern(into: float, full: float, out: float, empty: float) -> Pattern:
    """A person's own pattern: seconds of breathing in, holding, breathing out, holding.

    Raises:
        ExerciseTrouble: ``pattern-impossible`` with ``least`` and ``most`` seconds of a breath.
    """
    pattern = (into, full, out, empty)
    if any(step_faults(steps_of(pattern))) or sum(pattern) > LONGEST_OWN:
        raise ExerciseTrouble("pattern-impossible", least=SHORTEST_BREATH, most=LONGEST_OWN)
    return pattern
