"""The voice that always works: pyttsx3, in a worker process."""

from __future__ import annotations

import platform
import sys
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

import msgspec
import numpy as np

from mindful.audio.clip import Clip
from mindful.voice.command import worker_command
from mindful.voice.errors import VoiceTrouble
from mindful.voice.espeak_voices import espeak_data, espeak_voices, language_tag
from mindful.voice.protocol import VoiceInfo
from mindful.voice.worker import Limits, WorkerHost

RATE_AT_PACE_1 = 110
"""pyttsx3's rate that articulates 143 words a minute with espeak (140 gives 182)."""

SLOWEST, FASTEST = 80, 450
"""The rates that espeak knows (speak_lib.h)."""

SYSTEM_RANK = 30
"""Rank of a voice that Windows or macOS brings; the system's default is one above."""


class Pyttsx3Engine:
    """pyttsx3 with espeak-ng from espeakng-loader on Linux, the system's voices elsewhere."""

    name = "pyttsx3"

    def __init__(self, limits: Limits | None = None) -> None:
        """Start nothing yet. Args: limits of time, by default 20 s to start, 5 s a line."""
        command = worker_command("mindful.voice.pyttsx3_worker")
        self._host = WorkerHost(self.name, command, limits or Limits())
        self._voices: tuple[VoiceInfo, ...] = ()

    @property
    def worker_pid(self) -> int | None:
        """Process id of the worker, None while none runs."""
        return self._host.pid

    @cached_property
    def version(self) -> str:
        """Versions of the packages or the system that make the sound, and our rate."""
        parts = [f"pyttsx3 {_version('pyttsx3')}", f"rate {RATE_AT_PACE_1}"]
        if _on_linux():
            return ", ".join([*parts, f"espeakng-loader {_version('espeakng-loader')}"])
        return ", ".join([*parts, platform.system(), platform.release()])

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices it knows, best first; why they are unavailable where they are.

        On Linux they are read from espeak's data. Windows and macOS tell theirs only to a
        running engine, so there the first call starts the worker.
        """
        if not self._voices:
            self._voices = _espeak_here() if _on_linux() else self._system_voices()
        return self._voices

    def speak(self, sentence: str, voice: str, pace: float) -> Clip:
        """As `mindful.voice.protocol.Engine.speak`; 22,050 Hz with espeak.

        Raises:
            VoiceTrouble: ``unknown-voice``, ``voice-silent``, ``voice-missing``,
                ``voice-start-failed``, ``voice-hung``, ``voice-died``, ``voice-garbled`` or
                ``voice-closed``.
        """
        request = {
            "text": sentence,
            "voice": voice.removeprefix(f"{self.name}:"),
            "rate": rate_at(pace),
        }
        header, sound = self._host.ask(request, sentence)
        return _clip(sound, header["rate"])

    def rest(self) -> None:
        """End the worker until the next line."""
        self._host.rest()

    def close(self) -> None:
        """End the worker for good, also while it speaks for another thread."""
        self._host.close()

    def _system_voices(self) -> tuple[VoiceInfo, ...]:
        if find_spec("pyttsx3") is None:
            return (_no_voice("pyttsx3-missing"),)
        try:
            facts = self._host.facts()
        except VoiceTrouble as trouble:
            return (_no_voice(trouble.code),)
        told = msgspec.convert(facts["voices"], list[tuple[str, str, str | None]])
        infos = [_system_voice(*voice, default=voice[0] == facts["default"]) for voice in told]
        return tuple(sorted(infos, key=lambda info: -info.rank))


def rate_at(pace: float) -> int:
    """pyttsx3's rate for a pace, within what espeak knows; others fail at a rate of nothing."""
    return min(max(round(RATE_AT_PACE_1 * pace), SLOWEST), FASTEST)


def _clip(sound: bytes, rate: object) -> Clip:
    assert isinstance(rate, int)
    samples = np.frombuffer(sound, dtype="<i2").astype(np.float32)
    return Clip(samples / np.float32(32768), rate)


def _espeak_here() -> tuple[VoiceInfo, ...]:
    if find_spec("pyttsx3") is None:
        return (_no_voice("pyttsx3-missing"),)
    data = espeak_data()
    if data is None or not data.is_dir():
        return (_no_voice("espeakng-loader-missing"),)
    return espeak_voices(data)


def _no_voice(why: str) -> VoiceInfo:
    return VoiceInfo(
        id="pyttsx3:none",
        engine="pyttsx3",
        name="Simple voice",
        language="en",
        licence="MPL-2.0",
        available=False,
        why=why,
    )


def _system_voice(voice: str, name: str, language: str | None, *, default: bool) -> VoiceInfo:
    return VoiceInfo(
        id=f"pyttsx3:{voice}",
        engine="pyttsx3",
        name=name,
        language=language_tag(language or "und"),
        licence="MPL-2.0 AND LicenseRef-system-voice",
        rank=SYSTEM_RANK + default,
    )


def _on_linux() -> bool:
    return sys.platform.startswith("linux")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
