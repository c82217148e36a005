"""A person's own recording as an endless ambience: any place of it at once, looped unheard."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

import numpy as np
import soundfile

from mindful.audio.clip import Samples, floats
from mindful.audio.errors import SoundTrouble
from mindful.audio.overlap import draws

RATE = 48_000

_CROSSFADE = 5 * RATE
"""Frames over which the end goes over into the beginning, or a third of a short recording."""

_BLOCK = RATE
"""Frames read from the file at a time."""

_KEPT = 4
"""Blocks kept: the one that sounds, the next, and both again while the loop closes."""

_START_STREAM = 99
"""Which of the seed's random numbers the beginning is drawn from."""


class OwnAmbience:
    """A stored recording as a function of position (`mixer.Under`). For one thread.

    The file stays open until this object is gone, so a recording that is taken off the list in
    mid-sit goes on to its end.
    """

    def __init__(self, path: Path, seed: int) -> None:
        """The recording at `path`, stereo at 48 kHz; `seed` says where in it a sit begins.

        Raises:
            SoundTrouble: ``own-sound-gone`` or ``own-sound-damaged``.
        """
        if not path.exists():
            raise SoundTrouble("own-sound-gone")
        try:
            self._file = soundfile.SoundFile(path)
        except soundfile.LibsndfileError as error:
            raise SoundTrouble("own-sound-damaged") from error
        if self._file.samplerate != RATE or self._file.channels != 2 or self._file.frames < RATE:
            raise SoundTrouble("own-sound-damaged")
        self._crossfade = min(_CROSSFADE, self._file.frames // 3)
        self._period = int(self._file.frames) - self._crossfade
        self._begins = int(draws(seed, _START_STREAM, 0).integers(self._period))
        self._blocks: OrderedDict[int, Samples] = OrderedDict()

    def render(self, start: int, frames: int) -> Samples:
        """Samples from `start` on, the same whatever the block.

        Args:
            start: first frame; may be negative.
            frames: how many.

        Returns:
            float32 of shape ``(frames, 2)`` at 48 kHz.
        """
        out = np.empty((frames, 2), np.float32)
        done = 0
        while done < frames:
            place = (self._begins + start + done) % self._period
            edge = self._crossfade if place < self._crossfade else self._period
            length = min(edge - place, frames - done)
            out[done : done + length] = self._once_round(place, length)
            done += length
        return out

    def _once_round(self, place: int, frames: int) -> Samples:
        """A stretch that lies within the crossfade or after it, not in both.

        In the crossfade what begins and what ends keep their power together, since they have
        nothing to do with each other.
        """
        begins = self._read(place, frames)
        if place >= self._crossfade:
            return begins
        way = (np.arange(place, place + frames, dtype=np.float32)[:, None] + 0.5) * np.float32(
            np.pi / 2 / self._crossfade
        )
        ends = self._read(self._period + place, frames)
        return np.asarray(np.sin(way) * begins + np.cos(way) * ends, np.float32)

    def _read(self, place: int, frames: int) -> Samples:
        out = np.empty((frames, 2), np.float32)
        done = 0
        while done < frames:
            number, into = divmod(place + done, _BLOCK)
            part = self._block(number)[into : into + frames - done]
            out[done : done + len(part)] = part
            done += len(part)
        return out

    def _block(self, number: int) -> Samples:
        if number not in self._blocks:
            self._blocks[number] = self._decoded(number * _BLOCK)
            if len(self._blocks) > _KEPT:
                self._blocks.popitem(last=False)
        self._blocks.move_to_end(number)
        return self._blocks[number]

    def _decoded(self, first: int) -> Samples:
        """A block of the file; silence where it can no longer be read.

        A disk that goes away must not take the rest of the sit with it.
        """
        block = np.zeros((_BLOCK, 2), np.float32)
        try:
            self._file.seek(first)
            read = floats(self._file.read(_BLOCK, dtype="int16"))
        except soundfile.LibsndfileError:
            return block
        block[: len(read)] = read
        return block
