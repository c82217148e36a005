"""Playback through a real sound server, recorded. Every frame carries its number, so that a
loss, a repeat or a shift of a single frame shows.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from mindful.audio import playback as module
from mindful.audio.clip import Samples
from mindful.audio.output import RATE, Device, SoundCard
from mindful.audio.playback import Playback
from mindful.audio.splice import FADE_IN
from tests.sound_server import PulseServer, Recording

pytestmark = pytest.mark.sound

LOW = 20_011
BASE = 1_000
"""The left channel counts up to LOW, the right one its rounds; both from BASE on."""

EDGE = RATE // 50
"""Frames at the edge of a fade that are too loud to tell from those beside it."""

AT_ONCE = 0.3
"""Seconds. 5 to 16 ms are measured where nothing else runs; sound that a server was not told to
drop would be heard for 0.4 to 0.7."""

RENDERED_AHEAD = 0.02
"""Seconds by which a null sink hands to its monitor what it will say is heard: as many as the
recorder asks for."""

LONG = RATE // 10
"""A stretch of so many frames in a row is not found by chance."""


def numbered(start: int, frames: int) -> Samples:
    number = np.arange(start, start + frames)
    both = np.stack((number % LOW + BASE, number // LOW + BASE), axis=1)
    sound: Samples = both.astype(np.float32) / np.float32(32767)
    return sound


def numbers(recorded: bytes) -> NDArray[np.int64]:
    """The number of each recorded frame; -1 for silence and fades."""
    both = np.frombuffer(recorded, "<i2").reshape(-1, 2).astype(np.int64) - BASE
    whole = (both >= 0).all(axis=1)
    return np.where(whole, both[:, 0] + both[:, 1] * LOW, -1)


@dataclass(frozen=True)
class Stretch:
    """Frames heard in a row: where in the recording, and which of the sit."""

    at: int
    first: int
    last: int


def stretches(recorded: bytes) -> list[Stretch]:
    number = numbers(recorded)
    follows = np.concatenate(([False], (number[:-1] >= 0) & (np.diff(number) == 1), [False]))
    starts = np.flatnonzero(~follows[:-1] & follows[1:])
    ends = np.flatnonzero(follows[:-1] & ~follows[1:])
    return [
        Stretch(int(a), int(number[a]), int(number[b]))
        for a, b in zip(starts, ends, strict=True)
        if b - a > LONG
    ]


def until(holds: Callable[[], bool], seconds: float = 60.0) -> None:
    deadline = time.monotonic() + seconds
    waiting = threading.Event()
    while not holds():
        assert time.monotonic() < deadline, "it never came about"
        waiting.wait(0.01)


def place(playback: Playback) -> tuple[float, float]:
    """Where playback says it is, in seconds, and the monotonic second at which it says so.

    Of many looks the one that took least: in any other this thread may have been held up.
    """
    looks = []
    for _ in range(50):
        before = time.monotonic()
        said = playback.position() / RATE
        after = time.monotonic()
        looks.append((after - before, said, (before + after) / 2))
    _, said, moment = min(looks)
    return said, moment


def lead(playback: Playback, recording: Recording, seconds: float) -> float:
    """By how many seconds playback says more than is recorded; ends the recording.

    Both are dated by the monotonic clock, the recording by its piece that came soonest, so that
    nobody who is held up moves anything.
    """
    recording.wait_for(recording.seconds + seconds)
    said, moment = place(playback)
    recording.wait_for(recording.seconds + 0.1)
    last = stretches(recording.finish())[-1]
    heard = last.first - last.at + (moment - recording.began - RENDERED_AHEAD) * RATE
    return said - float(heard) / RATE


def since(begun: float, playback: Playback) -> float:
    """By how many seconds playback says more than has passed since `begun`."""
    said, moment = place(playback)
    return said - (moment - begun)


def on(server: PulseServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Playback]:
    """Playback on a server, and nothing left behind."""

    def open_there() -> Device:
        with monkeypatch.context() as there:
            there.setenv("PULSE_SERVER", server.address)
            return SoundCard()

    playback = Playback(open_there)
    yield playback
    playback.close()
    left = {thread.name for thread in threading.enumerate()}
    assert not left & {"playback", "sound-device"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PulseServer]:
    """One that is not killed, kept awake: a sink that nobody hears wakes every 2 s only."""
    with PulseServer(tmp_path_factory.mktemp("aloud") / "pulse") as server:
        listening = server.record()
        yield server
        listening.finish()


@pytest.fixture
def frail(tmp_path: Path) -> Iterator[PulseServer]:
    """One of the test's own."""
    with PulseServer(tmp_path / "pulse") as server:
        yield server


@pytest.fixture
def playback(server: PulseServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Playback]:
    yield from on(server, monkeypatch)


@pytest.fixture
def frail_playback(frail: PulseServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Playback]:
    yield from on(frail, monkeypatch)


def test_nothing_is_lost_or_repeated_through_pause_and_resume(
    server: PulseServer, playback: Playback
) -> None:
    recording = server.record()
    playback.start(numbered)
    recording.wait_for(1.1)
    stood = playback.pause()
    until(lambda: not playback.fading)
    playback.resume()
    recording.wait_for(recording.seconds + 0.8)
    again = playback.pause()
    playback.resume()
    recording.wait_for(recording.seconds + 0.5)
    assert playback.missing == 0
    first, second, third = stretches(recording.finish())
    assert first.first == 0
    assert stood <= first.last < stood + EDGE
    assert stood + FADE_IN - EDGE < second.first <= stood + FADE_IN
    assert again <= second.last < again + EDGE
    assert again + FADE_IN - EDGE < third.first <= again + FADE_IN


def test_halt_is_heard_at_once(server: PulseServer, playback: Playback) -> None:
    recording = server.record()
    playback.start(numbered)
    recording.wait_for(0.9)
    at = playback.halt()
    halted = time.monotonic() - recording.began
    recording.wait_for(halted + 1.0)
    recorded = recording.finish()
    silent_from = int((halted + AT_ONCE) * RATE)
    assert not np.any(np.frombuffer(recorded, "<i2").reshape(-1, 2)[silent_from:])
    assert at == pytest.approx(stretches(recorded)[-1].last, abs=AT_ONCE * RATE)


def test_a_killed_server_is_bridged_and_its_next_one_found(
    frail: PulseServer, frail_playback: Playback
) -> None:
    recording = frail.record()
    frail_playback.start(numbered)
    recording.wait_for(0.8)
    said, moment = place(frail_playback)
    begun = moment - said
    frail.kill()
    recording.finish()
    until(lambda: frail_playback.silent)
    assert since(begun, frail_playback) == pytest.approx(0, abs=0.03)
    frail.start()
    recording = frail.record()
    until(lambda: not frail_playback.silent)
    assert lead(frail_playback, recording, 2.0) == pytest.approx(0, abs=0.03)
    assert since(begun, frail_playback) == pytest.approx(0, abs=0.03)


def test_without_a_server_time_passes_until_there_is_one(
    frail: PulseServer, frail_playback: Playback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new server's sink sleeps: sound comes up to 2 s after it was asked for."""
    monkeypatch.setattr(module, "RETRY_SECONDS", 1.0)
    frail.stop()
    frail_playback.start(numbered)
    assert frail_playback.silent
    frail.start()
    recording = frail.record()
    until(lambda: not frail_playback.silent)
    assert lead(frail_playback, recording, 2.0) == pytest.approx(0, abs=0.03)


@pytest.fixture
def busy() -> Iterator[None]:
    """Two processes that take what they get."""
    both = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    yield
    for process in both:
        process.kill()
        process.wait()


@pytest.mark.usefixtures("busy")
def test_a_busy_machine_makes_no_gap(server: PulseServer, playback: Playback) -> None:
    recording = server.record()
    playback.start(numbered)
    recording.wait_for(recording.seconds + 3.0)
    assert playback.missing == 0
    (heard,) = stretches(recording.finish())
    assert heard.first == 0
    assert heard.last > 2 * RATE
