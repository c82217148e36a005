"""What the voice tests share: real workers, a worker that misbehaves, a scripted engine."""

from __future__ import annotations

import select
import sys
from collections.abc import Callable, Iterator
from os import close, pidfd_open
from pathlib import Path

import numpy as np
import pytest

from mindful.audio.clip import Clip
from mindful.voice.errors import VoiceTrouble
from mindful.voice.protocol import VoiceInfo
from mindful.voice.pyttsx3_engine import Pyttsx3Engine
from mindful.voice.worker import Limits, WorkerHost

HostMaker = Callable[..., WorkerHost]

HANGS = 2.5
"""Seconds after which a worker hangs, in tests where it does: enough for its successor's answer on
a busy machine."""


@pytest.fixture
def host() -> Iterator[HostMaker]:
    """Makes hosts of a worker that misbehaves on command; its start, too, with an argument."""
    hosts: list[WorkerHost] = []

    def make(at_start: str = "well", line: float = 60.0, start: float = 60.0) -> WorkerHost:
        worker = str(Path(__file__).with_name("misbehaving_worker.py"))
        limits = Limits(start=start, line=line, character=0.0)
        hosts.append(WorkerHost("wild", [sys.executable, worker, at_start], limits))
        return hosts[-1]

    yield make
    for each in hosts:
        each.close()


@pytest.fixture
def pyttsx3() -> Iterator[Pyttsx3Engine]:
    """The real engine, with the real limits of time."""
    engine = Pyttsx3Engine()
    yield engine
    engine.close()


def wait_for_end(pid: int) -> None:
    """Return when the process has ended, at once if it already has; fail after a minute."""
    try:
        handle = pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        assert select.select([handle], [], [], 60.0)[0], f"process {pid} still runs"
    finally:
        close(handle)


def is_there(pid: int) -> bool:
    """Whether the process table knows `pid`, as a zombie too."""
    return Path(f"/proc/{pid}").exists()


def folder_of(pid: int) -> Path:
    """The private folder of a worker: its last argument."""
    return Path(Path(f"/proc/{pid}/cmdline").read_text().split("\0")[-2])


class ScriptedEngine:
    """An engine whose clips name what was asked, and which fails when told to."""

    version = "1"

    def __init__(self, name: str, *voices: VoiceInfo) -> None:
        self.name = name
        self.trouble: str | None = None
        self.asked: list[tuple[str, str, float]] = []
        self.closed = self.rested = 0
        self._voices = voices

    def voices(self) -> tuple[VoiceInfo, ...]:
        return self._voices

    def speak(self, sentence: str, voice: str, pace: float) -> Clip:
        self.asked.append((sentence, voice, pace))
        if self.trouble is not None:
            raise VoiceTrouble(self.trouble, engine=self.name)
        return Clip(np.full(480 * len(sentence), 0.123456, np.float32), 48_000)

    def rest(self) -> None:
        self.rested += 1

    def close(self) -> None:
        self.closed += 1


def info(voice: str, language: str = "en-US", rank: int = 50, why: str = "") -> VoiceInfo:
    """A voice for tests."""
    return VoiceInfo(
        id=voice,
        engine=voice.partition(":")[0],
        name=voice,
        language=language,
        licence="MIT",
        available=not why,
        why=why,
        rank=rank,
    )
