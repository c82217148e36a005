"""Sits changed while they play, at random, over every exercise, length and density."""

from __future__ import annotations

import random
from collections.abc import Callable

from scripts.lib.torture_row import Bench, Row
from tests.sit.changing_sits import a_sit, changed_at_random
from tests.sit.test_live_changes import BRIDGES, LIBRARY, WORDS


def changed_sits(bench: Bench) -> Row:
    """Up to eight changes a sit; nothing played may move, and the end has to be exact."""
    row = Row("live changes: random sequences")
    for _ in range(bench.times(10_000, 200)):
        seed = bench.chance.randrange(2**32)
        draw = random.Random(seed)
        sit = a_sit(draw, LIBRARY.exercises, WORDS, BRIDGES)
        wrong = list(changed_at_random(sit, draw))
        row.add(f"sit {seed}: {wrong[0]}" if wrong else None)
    return row


FAULTS: dict[str, Callable[[Bench], Row]] = {"changes": changed_sits}
