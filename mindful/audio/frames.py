"""Frames as the card takes them."""

from __future__ import annotations

import numpy as np

from mindful.audio.clip import Samples


def to_16_bit(samples: Samples) -> bytes:
    """Float samples within -1 and 1 as 16-bit little-endian frames, rounded."""
    rounded: np.ndarray = np.rint(np.clip(samples, -1.0, 1.0) * 32767.0).astype("<i2")
    return bytes(rounded.tobytes())


def silence(_start: int, frames: int) -> Samples:
    """A sit in which nothing sounds: samples of shape ``(frames, 2)``."""
    return np.zeros((frames, 2), np.float32)


def nothing(_at: int) -> bytes:
    """No frames at all: whatever a card asks for beyond them is silence."""
    return b""
