"""Rendered sound on its way to the card: a queue that the card's thread only copies from."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from mindful.audio.output import FRAME_BYTES


class Feed:
    """The frames of a sit for one run of a device, each at its place: late ones move no others.

    One thread at a time appends, goes over or ends, the card's thread takes, and neither waits
    for the other. Frames are counted as the sit counts them; inside, as the card does.

    Args:
        first: the frame the card gets first.
    """

    def __init__(self, first: int = 0) -> None:
        self._taken = first
        self._queued = first
        self._shift = 0
        self._missing = 0
        self._offered = self._playing = _Stretch(first)

    @property
    def taken(self) -> int:
        """The first frame that the card has not asked for."""
        return self._taken + self._shift

    @property
    def shift(self) -> int:
        """By how many frames the sit was moved against the card when it went over."""
        return self._shift

    @property
    def queued(self) -> int:
        """The first frame that is not queued; never one the card has asked for already."""
        return max(self._queued, self._taken) + self._shift

    @property
    def missing(self) -> int:
        """Frames the card asked for that were not there in time, and were silent."""
        return self._missing

    def append(self, first: int, block: bytes) -> None:
        """Queue 16-bit stereo frames from frame `first` on."""
        self._offered.append(first - self._shift, block)
        self._queued = first - self._shift + len(block) // FRAME_BYTES

    def end_with(self, make: Callable[[int], bytes]) -> int:
        """Drop all that the card has not asked for, and end with other frames.

        Args:
            make: gives the last 16-bit stereo frames, from the frame it is called with. It may
                take its time: should the card ask meanwhile, it is called again.

        Returns:
            The frame where they begin.
        """
        return self._go_over(lambda at: at, make, last=True)

    def join(self, place: Callable[[int], int], make: Callable[[int], bytes]) -> int:
        """Drop all that the card has not asked for, and go on at another frame of the sit.

        Args:
            place: the frame that belongs where the card's next one is, of which it is told the
                number it would have had.
            make: gives the first 16-bit stereo frames from there on; both as in `end_with`.

        Returns:
            The frame where they begin.
        """
        return self._go_over(place, make, last=False)

    def _go_over(
        self, place: Callable[[int], int], make: Callable[[int], bytes], *, last: bool
    ) -> int:
        before = self._offered
        while True:
            at = self._taken
            frame = place(at + self._shift)
            stretch = _Stretch(at, last=last)
            block = make(frame)
            stretch.append(at, block)
            self._offered = stretch
            # The card tells first what it takes and then looks what is offered. So if it has
            # told nothing new by now, it will find the stretch.
            if self._taken == at or not stretch.claim():
                self._shift = frame - at
                self._queued = at + len(block) // FRAME_BYTES
                return frame
            self._offered = before

    # The card's thread

    def take(self, frames: int) -> bytes:
        """So many frames; what is not there is silence."""
        start = self._taken
        self._taken = start + frames
        offered = self._offered
        if offered is not self._playing and offered.at == start and offered.claim():
            self._playing = offered
        block, found = self._playing.copy(start, start + frames)
        if not self._playing.last:
            self._missing += frames - found
        return block


class _Stretch:
    """Blocks in a row from frame `at` on; nothing comes after the last one.

    Either the card claims a stretch, and plays it, or whoever offered it, and takes it back.
    """

    def __init__(self, at: int, *, last: bool = False) -> None:
        self.at = at
        self.last = last
        self._blocks: deque[tuple[int, bytes]] = deque()
        self._claims = deque((True,))

    def claim(self) -> bool:
        """Whether the caller is the first to claim it. Taking out the only item is one step."""
        try:
            return self._claims.pop()
        except IndexError:
            return False

    def append(self, first: int, block: bytes) -> None:
        self._blocks.append((first, block))

    def copy(self, start: int, end: int) -> tuple[bytes, int]:
        """The frames between, silence where there are none, and how many there were."""
        out = bytearray((end - start) * FRAME_BYTES)
        found = 0
        while self._blocks and self._blocks[0][0] < end:
            first, block = self._blocks[0]
            after = first + len(block) // FRAME_BYTES
            there, until = max(first, start), min(after, end)
            if there < until:
                wanted = block[(there - first) * FRAME_BYTES : (until - first) * FRAME_BYTES]
                out[(there - start) * FRAME_BYTES : (until - start) * FRAME_BYTES] = wanted
                found += until - there
            if after > end:
                break
            self._blocks.popleft()
        return bytes(out), found
