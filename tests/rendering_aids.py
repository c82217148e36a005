"""What the tests of rendering share: short sits, and what a file turned out to hold."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import numpy as np
import soundfile

from mindful.audio.clip import Samples
from mindful.exercises.answers import answers_from
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.rendering_job import Order
from mindful.sit.choice import Choice

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def some_parts(folder: Path) -> Parts:
    """Parts that keep everything in `folder`, on a noon in November."""
    return Parts(find_paths(folder), lambda: NOON)


def a_choice(parts: Parts, minutes: int = 2, **changes: object) -> Choice:
    """A short sit with a bell that soon falls silent and the test voice."""
    choice = Choice(
        exercise=parts.library.find("breath"),
        minutes=minutes,
        answers=answers_from(parts.vocabulary, feelings=("seasick",), name="Rosalind"),
        seed=7,
        voice="test:plain",
        bell="wood-block",
    )
    return msgspec.structs.replace(choice, **changes)


def an_order(parts: Parts, output: Path, **changes: object) -> Order:
    """To write that sit to `output`, its captions beside it."""
    captions = output.with_suffix(".vtt")
    return Order(choice=a_choice(parts, **changes), output=output, captions=captions)  # type: ignore[arg-type] # the fields of Choice


def decoded(path: Path) -> Samples:
    """All samples of a file, shape ``(frames, 2)``."""
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    assert rate == 48_000
    return np.asarray(samples)
