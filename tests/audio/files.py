"""Sound files as people have them."""

from pathlib import Path

import numpy as np
import soundfile

from mindful.audio.clip import Samples

RATE = 48_000


def ringing(seconds: float = 2.0, *, rate: int = RATE, lead: float = 0.3) -> Samples:
    """A bell of two tones after some silence; mono."""
    time = np.arange(round(seconds * rate)) / rate
    tone = np.sin(2 * np.pi * 440 * time) + 0.4 * np.sin(2 * np.pi * 1_230 * time)
    bell = 0.5 * tone * np.exp(-4 * time)
    return np.concatenate((np.zeros(round(lead * rate)), bell)).astype(np.float32)


def rushing(seconds: float, *, rate: int = RATE, channels: int = 2, seed: int = 0) -> Samples:
    """Noise, as of water; shape ``(frames, channels)``."""
    noise = np.random.default_rng(seed).standard_normal((round(seconds * rate), channels))
    return (0.1 * noise).astype(np.float32)


def write(path: Path, samples: Samples, rate: int = RATE, subtype: str | None = None) -> Path:
    """A file of the format its name says."""
    soundfile.write(path, samples, rate, subtype=subtype)
    return path
