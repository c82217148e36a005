"""The sound card, through miniaudio. The only file that knows that library.

Measured on PulseAudio: at 500 ms a block the card asks every half second and has 0.27 to 0.77 s
unheard; opening takes 3 ms, starting 3 ms, and closing is silent at once, dropping what was
unheard. A device that is only stopped keeps that, and plays it first when started again, so a
device is used for one run. At 700 ms and more it asks once and then never again.
"""

from __future__ import annotations

import ctypes
import functools
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
    """A way to be heard: started once, closed at the end. Used by one thread."""

    @property
    def name(self) -> str:
        """What it is, for people."""

    def start(self, take: Take) -> None:
        """Begin to ask `take` for frames; may raise `SoundTrouble`."""

    def close(self) -> None:
        """Be silent at once, drop what is unheard, and let it go. Safe to call twice."""


class SoundCard:
    """The system's default sound device.

    Raises:
        SoundTrouble: ``no-sound-device`` with ``reason`` where there is none.
    """

    def __init__(self) -> None:
        import miniaudio  # late: 50 ms

        _quiet_alsa()
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
        self._open = True

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

    def close(self) -> None:
        """Be silent at once, drop what is unheard, and let the device go."""
        if self._open:
            self._open = False
            self._device.close()
            # The library leaves its context open, and with it a connection to the sound server,
            # which takes 64 at most.
            self._miniaudio.lib.ma_context_uninit(self._device._context)  # noqa: SLF001


def _backends(backend: type) -> list[object]:
    """The real ones of this system; left alone, miniaudio silently takes one that plays nothing."""
    names = {"linux": ("PULSEAUDIO", "ALSA"), "win32": ("WASAPI",), "darwin": ("COREAUDIO",)}
    return [getattr(backend, name) for name in names.get(sys.platform, ("PULSEAUDIO", "ALSA"))]


@functools.cache  # once a process; and the library may call the function as long as that lives
def _quiet_alsa() -> object:
    """Let ALSA not write to standard error: 45 lines each time there is no device to open."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        alsa = ctypes.CDLL("libasound.so.2")
    except OSError:
        return None  # not installed, so nobody writes
    # http://www.alsa-project.org/alsa-doc/alsa-lib/group___error.html: file, line, function,
    # error, format and what fills it, which is not looked at.
    text, number = ctypes.c_char_p, ctypes.c_int
    ignore = ctypes.CFUNCTYPE(None, text, number, text, number, text)(lambda *_: None)
    alsa.snd_lib_error_set_handler(ignore)
    return ignore
