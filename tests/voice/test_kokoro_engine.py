"""The natural voice itself: its real network in its real worker, and real faults."""

from __future__ import annotations

import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from os import kill
from pathlib import Path
from threading import Thread

import numpy as np
import pytest

from mindful.audio.shaping import shaped
from mindful.voice import kokoro_engine
from mindful.voice.cache import ClipCache
from mindful.voice.errors import VoiceTrouble
from mindful.voice.kokoro_engine import KokoroEngine, speed_at
from mindful.voice.kokoro_model import SHA256
from mindful.voice.pyttsx3_engine import Pyttsx3Engine
from mindful.voice.speaker import Speaker
from tests.voice.conftest import wait_for_end

STYLES = Path(__file__).parents[2] / "assets" / "voices" / "kokoro"
HEART = "kokoro:af_heart"


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the network is joined once for all tests of this file."""
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home folder of its workers."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def engine(models: Path, home: Path) -> Iterator[KokoroEngine]:
    made = KokoroEngine(STYLES, models)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.delenv("XDG_CACHE_HOME", raising=False)
        yield made
    made.close()


def test_it_speaks_the_same_samples_every_time(engine: KokoroEngine) -> None:
    first = engine.speak("Rest here.", HEART, 1.0)
    again = engine.speak("Rest here.", HEART, 1.0)
    assert first.rate == 24_000
    assert 0.5 < len(shaped(first)) / 48_000 < 2.0
    assert np.abs(first.samples).max() > 0.1
    assert np.array_equal(first.samples, again.samples)


def test_a_slower_pace_takes_longer(engine: KokoroEngine) -> None:
    usual, slow = (len(shaped(engine.speak("Rest here.", HEART, p))) for p in (1.0, 0.75))
    assert slow > 1.15 * usual


def test_its_voices_differ(engine: KokoroEngine) -> None:
    heart = engine.speak("Yes.", HEART, 1.0).samples
    for other in ("kokoro:am_michael", "kokoro:af_bella"):
        spoken = engine.speak("Yes.", other, 1.0).samples
        assert np.abs(spoken).max() > 0.1
        assert len(spoken) != len(heart) or not np.allclose(spoken, heart, atol=0.05)


def test_accents_are_read_and_foreign_letters_left_to_other_voices(engine: KokoroEngine) -> None:
    plain = engine.speak("Zoe.", HEART, 1.0).samples
    assert np.array_equal(engine.speak("Zoé.", HEART, 1.0).samples, plain)
    with pytest.raises(VoiceTrouble, match="voice-unable"):
        engine.speak("你好", HEART, 1.0)


@pytest.mark.parametrize("voice", ["kokoro:nobody", "kokoro:../kokoro/af_heart"])
def test_an_unknown_voice_is_refused(engine: KokoroEngine, voice: str) -> None:
    with pytest.raises(VoiceTrouble, match="unknown-voice"):
        engine.speak("Yes.", voice, 1.0)


def test_a_worker_killed_in_a_line_is_replaced(engine: KokoroEngine) -> None:
    engine.speak("Yes.", HEART, 1.0)
    before = engine.worker_pid
    assert before is not None
    killer = Thread(target=kill, args=(before, signal.SIGKILL))
    killer.start()
    assert engine.speak("You might notice the breath.", HEART, 1.0).seconds > 1.0
    killer.join()
    assert engine.worker_pid != before


def test_resting_ends_the_worker_until_the_next_line(engine: KokoroEngine) -> None:
    engine.speak("Yes.", HEART, 1.0)
    pid = engine.worker_pid
    assert pid is not None
    engine.rest()
    wait_for_end(pid)
    assert engine.worker_pid is None


def test_a_damaged_network_is_joined_anew(models: Path, tmp_path: Path) -> None:
    kept = models / f"kokoro-{SHA256[:12]}.onnx"
    damaged = tmp_path / kept.name
    damaged.write_bytes(b"\0" * 1000)
    engine = KokoroEngine(STYLES, tmp_path)
    try:
        assert engine.speak("Yes.", HEART, 1.0).seconds > 0.3
    finally:
        engine.close()
    assert damaged.read_bytes() == kept.read_bytes()
    assert list(tmp_path.iterdir()) == [damaged]


def test_where_it_cannot_load_the_simple_voice_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    styles = tmp_path / "styles"
    shutil.copytree(STYLES, styles)
    (styles / "vocab.json").write_text("{")
    monkeypatch.setattr(kokoro_engine, "PATIENCE", 1)
    kokoro, simple = KokoroEngine(styles, tmp_path), Pyttsx3Engine()
    speaker = Speaker([kokoro, simple], ClipCache(tmp_path / "clips"))
    try:
        assert speaker.speak("Yes.", HEART, private=True).rate == 22_050
        assert [voice.available for voice in kokoro.voices()] == [False] * 3
        assert speaker.choose(None, "en").engine == "pyttsx3"
    finally:
        speaker.close()


def test_its_runtime_tells_nobody_of_its_start(engine: KokoroEngine, home: Path) -> None:
    """It would keep a number of this computer in the home folder, and send it away."""
    engine.speak("Yes.", HEART, 1.0)
    assert list(home.rglob("*")) == []


OUT_OF_MEMORY = """
import resource, sys
from pathlib import Path
from mindful.voice.errors import VoiceTrouble
from mindful.voice.kokoro_engine import KokoroEngine
resource.setrlimit(resource.RLIMIT_AS, (400_000_000, 400_000_000))
engine = KokoroEngine(Path(sys.argv[1]), Path(sys.argv[2]))
try:
    engine.speak("Yes.", "kokoro:af_heart", 1.0)
except VoiceTrouble as trouble:
    print(trouble.code)
finally:
    engine.close()
"""


def test_too_little_memory_is_a_trouble_not_a_crash(models: Path) -> None:
    assert resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY
    done = subprocess.run(
        [sys.executable, "-c", OUT_OF_MEMORY, str(STYLES), str(models)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() in {"memory-short", "voice-unloadable", "voice-start-failed"}


def test_without_its_packages_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kokoro_engine, "missing_packages", lambda: ("onnxruntime",))
    voices = KokoroEngine(STYLES, tmp_path).voices()
    assert {voice.why for voice in voices} == {"natural-missing"}
    assert not any(voice.available for voice in voices)


def test_speeds_stay_natural() -> None:
    assert speed_at(1.0) == 0.7
    assert speed_at(0.86) == pytest.approx(0.6, abs=0.005)
    assert speed_at(9.0) == kokoro_engine.FASTEST
    assert speed_at(0.1) == kokoro_engine.SLOWEST
