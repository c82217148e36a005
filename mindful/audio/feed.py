"""Rendered sound on its way to the card: a queue that the card's thread only copies from."""

from __future__ import annotations

from collections import deque

from mindful.audio.output import FRAME_BYTES


class Feed:
    """A queue of rendered blocks for one run of a device.

    One thread appends, the card's thread takes. No lock: `deque` is safe for both.
    """

    def __init__(self) -> None:
        self._blocks: deque[bytes] = deque()
        self._rest = b""
        self._queued = 0
        self.missing = 0

    @property
    def queued(self) -> int:
        """Frames appended so far, and those that came too late and were passed over."""
        return self._queued

    def append(self, block: bytes) -> None:
        """Add 16-bit stereo frames."""
        self._blocks.append(block)
        self._queued += len(block) // FRAME_BYTES

    def skip_to(self, frame: int) -> None:
        """Frames before `frame` were not there in time: the card has had silence for them."""
        self.missing += max(0, frame - self._queued)
        self._queued = max(self._queued, frame)

    def cut(self, taken: int, block: bytes) -> None:
        """Drop all that the card has not asked for, and play `block` in its place.

        Should the card's thread be in the middle of a request, it may take the first of `block`
        into it: in a fade nobody can hear that.

        Args:
            taken: frames that the card has asked for.
            block: 16-bit stereo frames.
        """
        self._blocks.clear()
        self._rest = b""
        self._queued = taken
        self.append(block)

    def take(self, frames: int) -> bytes:
        """So many frames; what is not there yet is silence. Called by the card's thread."""
        wanted = frames * FRAME_BYTES
        parts = [self._rest]
        have = len(self._rest)
        while have < wanted and self._blocks:
            block = self._blocks.popleft()
            parts.append(block)
            have += len(block)
        joined = b"".join(parts)
        self._rest = joined[wanted:]
        return joined[:wanted].ljust(wanted, b"\0")
