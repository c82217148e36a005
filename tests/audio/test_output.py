from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mindful.audio.errors import SoundTrouble
from mindful.audio.output import BLOCK_MS, FRAME_BYTES, RATE, SoundCard
from tests.sound_server import PulseServer


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PulseServer]:
    with PulseServer(tmp_path_factory.mktemp("output") / "pulse") as server:
        yield server


def clients(server: PulseServer) -> int:
    """How many are connected to the server, the one who asks among them."""
    listed = subprocess.run(
        ["pactl", "list", "short", "clients"],
        env={**os.environ, "PULSE_SERVER": server.address},
        capture_output=True,
        check=True,
    )
    return len(listed.stdout.splitlines())


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.sound
def test_it_asks_for_frames_and_may_be_closed_twice(
    server: PulseServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", server.address)
    asked: list[int] = []
    heard = threading.Event()

    def take(frames: int) -> bytes:
        asked.append(frames)
        heard.set()
        return bytes(frames * FRAME_BYTES)

    card = SoundCard()
    assert card.name == "PulseAudio"
    card.start(take)
    assert heard.wait(60)
    card.close()
    card.close()
    assert asked[0] == BLOCK_MS * RATE // 1000


@pytest.mark.sound
def test_a_device_that_is_closed_leaves_no_connection(
    server: PulseServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server takes 64; a sit with as many pauses would fall silent."""
    monkeypatch.setenv("PULSE_SERVER", server.address)
    before = clients(server), open_files()
    for _ in range(70):
        card = SoundCard()
        card.start(lambda frames: bytes(frames * FRAME_BYTES))
        card.close()
    assert (clients(server), open_files()) == before


@pytest.mark.sound
@pytest.mark.usefixtures("no_server")
def test_no_device_is_said_in_one_way_and_without_noise(
    capfd: pytest.CaptureFixture[str],
) -> None:
    for _ in range(2):
        with pytest.raises(SoundTrouble) as caught:
            SoundCard()
        assert caught.value.code == "no-sound-device"
        assert caught.value.facts["reason"]
    assert capfd.readouterr() == ("", "")
