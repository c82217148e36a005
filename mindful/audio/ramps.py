"""How sound comes out of silence without a click."""

from __future__ import annotations

import numpy as np

from mindful.audio.clip import Samples


def half_cosine(frames: int) -> Samples:
    """From 0 to just below 1 along half a cosine, shape ``(frames, 1)``."""
    ramp = 0.5 - 0.5 * np.cos(np.pi * np.arange(frames) / max(1, frames))
    return np.asarray(ramp[:, None], np.float32)
