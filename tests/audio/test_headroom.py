"""Headroom: what a lossy coder makes of a mix stays under its ceiling, and is else as it was."""

from __future__ import annotations

import io

import numpy as np
import pytest
import soundfile

from mindful.audio.clip import Samples
from mindful.audio.file_kinds import FILE_KINDS, FileKind
from mindful.audio.headroom import Headroom
from mindful.audio.loudness import true_peak
from mindful.audio.sound_writer import RATE, SoundWriter

LOSSY = [kind for kind in FILE_KINDS.values() if kind.lossy]


def a_mix(samples: Samples) -> Headroom:
    """Samples as a mix, with silence around them."""

    def render(start: int, frames: int) -> Samples:
        before, after = max(0, -start), max(0, start + frames - len(samples))
        part = samples[max(0, start) : max(0, start + frames)]
        return np.pad(part, ((min(before, frames), min(after, frames)), (0, 0)))

    return Headroom(render)


def a_hum(peak: float, hiss: float) -> Samples:
    """Two seconds, cut at `peak`.

    As every sit does, it ends in silence: sound cut off in full swing makes Opus ring.
    """
    at = np.arange(2 * RATE)
    noise = np.random.default_rng(1).standard_normal((len(at), 2))
    hum = np.sin(2 * np.pi * 90 * at / RATE)[:, None]
    fade = np.minimum(1.0, (len(at) - at) / RATE)[:, None]
    return np.clip(fade * (hum + hiss * noise), -peak, peak).astype(np.float32)


@pytest.mark.parametrize("kind", LOSSY, ids=lambda kind: kind.ending)
@pytest.mark.parametrize("hiss", [0.0, 0.05, 0.1])
def test_a_lossy_file_stays_under_its_ceiling_however_loud_the_sit(
    kind: FileKind, hiss: float
) -> None:
    loud = a_hum(0.89, hiss)
    file = io.BytesIO()
    with SoundWriter(file, kind) as writer:
        writer.write(a_mix(loud).render(0, len(loud)))
    heard, _ = soundfile.read(io.BytesIO(file.getvalue()), dtype="float32")
    assert true_peak(heard, RATE) <= -1.5


def test_what_is_not_loud_is_as_it_was() -> None:
    quiet = a_hum(0.3, 0.01)
    kept = a_mix(quiet).render(0, len(quiet))
    assert np.abs(kept - quiet).max() < 1e-6


def test_blocks_make_no_difference() -> None:
    mix = a_mix(a_hum(0.89, 0.3))
    whole = mix.render(0, 20_000)
    parts = [mix.render(start, 4_000) for start in range(0, 20_000, 4_000)]
    assert np.array_equal(np.concatenate(parts), whole)
