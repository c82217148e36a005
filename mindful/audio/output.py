"""The sound card, through miniaudio. The only file that knows that library.

Measured on PulseAudio: at 500 ms a block the card asks every half second and has 0.27 to 0.77 s
unheard; opening takes 6 ms, starting 17 ms, and stopping is silent at once, dropping what was
unheard. At 700 ms and more it asks once and then never again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from typing import Protocol

from mindful.audio.errors import SoundTrouble

RATE = 48_000
"""Frames a second at the card."""

BLOCK_MS = 500
"""Milliseconds the card asks for at a time."""

FRAME_BYTES = 4
"""Bytes of a stereo frame of 16-bit samples."""

Take = Callable[[int], bytes]
"""Called by the card's own thread for so many frames; gives that many 16-bit stereo frames."""


class Device(Protocol):
    """A way to be heard."""

    @property
    def name(self) -> str:
        """What it is, for people."""

    def start(self, take: Take) -> None:
        """Begin to ask `take` for frames."""

    def stop(self) -> None:
        """Be silent at once; what is unheard is dropped. Can be started again."""

    def close(self) -> None:
        """Let it go. Safe to call twice."""


class SoundCard:
    """The system's default sound device.

    Raises:
        SoundTrouble: ``no-sound-device`` with ``reason`` where there is none.
    """

    def __init__(self) -> None:
        import miniaudio  # late: 50 ms

        self._miniaudio = miniaudio
        try:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=2,
                sample_rate=RATE,
                buffersize_msec=BLOCK_MS,
                backends=_backends(miniaudio.Backend),
                app_name="Mindful",
            )
        except miniaudio.MiniaudioError as error:
            raise SoundTrouble("no-sound-device", reason=str(error)) from error

    @property
    def name(self) -> str:
        """The sound system in use."""
        return str(self._device.backend)

    def start(self, take: Take) -> None:
        """Begin to ask `take` for frames.

        Raises:
            SoundTrouble: ``no-sound-device``.
        """

        def frames() -> Generator[bytes, int, None]:
            wanted = yield b""
            while True:
                wanted = yield take(wanted)

        source = frames()
        next(source)
        try:
            self._device.start(source)
        except self._miniaudio.MiniaudioError as error:
            raise SoundTrouble("no-sound-device", reason=str(error)) from error

    def stop(self) -> None:
        """Be silent at once."""
        try:
            self._device.stop()
        except self._miniaudio.MiniaudioError as error:
            raise SoundTrouble("no-sound-device", reason=str(error)) from error

    def close(self) -> None:
        """Let the device go."""
        self._device.close()


def _backends(backend: type) -> list[object]:
    """The real ones of this system; left alone, miniaudio silently takes one that plays nothing."""
    names = {"linux": ("PULSEAUDIO", "ALSA"), "win32": ("WASAPI",), "darwin": ("COREAUDIO",)}
    return [getattr(backend, name) for name in names.get(sys.platform, ("PULSEAUDIO", "ALSA"))]
