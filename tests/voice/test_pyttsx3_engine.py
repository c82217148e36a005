"""The real engine, its real worker, real faults."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import espeakng_loader
import numpy as np
import pytest

from mindful.audio.clip import Clip
from mindful.voice import pyttsx3_engine, pyttsx3_worker
from mindful.voice.errors import VoiceTrouble
from mindful.voice.espeak_voices import CURATED
from mindful.voice.pyttsx3_engine import Pyttsx3Engine
from mindful.voice.worker import Limits
from tests.voice.conftest import HANGS, folder_of, is_there

VOICE = "pyttsx3:gmw/en-us+f3"
LINE = "Let the breath come and go in its own time."


def speak(engine: Pyttsx3Engine, text: str = LINE, voice: str = VOICE, pace: float = 1.0) -> Clip:
    return engine.speak(text, voice, pace)


def loud(clip: Clip) -> bool:
    return bool(np.abs(clip.samples).max() > 0.05)


def pid_of(engine: Pyttsx3Engine) -> int:
    assert engine.worker_pid is not None
    return engine.worker_pid


def test_it_speaks(pyttsx3: Pyttsx3Engine) -> None:
    clip = speak(pyttsx3)
    assert clip.rate == 22_050
    assert clip.samples.dtype == np.float32
    assert 2.5 < clip.seconds < 6.0
    assert loud(clip)
    assert np.abs(clip.samples).max() <= 1.0


def test_a_long_first_line_is_whole(pyttsx3: Pyttsx3Engine) -> None:
    words = 150
    clip = speak(pyttsx3, "breathing " * words)
    assert clip.seconds > words / 3
    assert loud(Clip(clip.samples[-clip.rate * 3 :], clip.rate))


def test_of_200_lines_in_a_row_none_is_silent_or_cut(pyttsx3: Pyttsx3Engine) -> None:
    lines = [LINE, "Rest.", "Notice where you feel it, and how it changes, moment by moment."]
    lengths: dict[str, set[int]] = {line: set() for line in lines}
    for number in range(200):
        line = lines[number % 3]
        clip = speak(pyttsx3, line)
        assert loud(clip), number
        lengths[line].add(clip.frames)
    assert all(max(found) - min(found) < 0.1 * 22_050 for found in lengths.values())


FIRST_TRIES = """
import os, sys
from pathlib import Path
from mindful.voice import pyttsx3_worker
pyttsx3_worker.TRIES = 1
replies = os.fdopen(os.dup(1), "w")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
speech = pyttsx3_worker.SystemSpeech(Path(sys.argv[1]))
for number in range(1000):
    request = {"text": "Rest. " * (number % 5 + 1), "voice": "gmw/en-us+f3", "rate": 110}
    speech.answer(request)
print("all spoken", file=replies, flush=True)
os._exit(0)
"""


@pytest.mark.long
def test_of_1000_lines_none_needs_a_second_try(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FIRST_TRIES, str(tmp_path)]
    assert subprocess.check_output(command, text=True) == "all spoken\n"


def test_it_speaks_slower_at_a_slower_pace(pyttsx3: Pyttsx3Engine) -> None:
    lengths = [speak(pyttsx3, pace=pace).frames for pace in (1.2, 1.0, 0.86)]
    assert all(slower > 1.1 * quicker for quicker, slower in pairwise(lengths))


@pytest.mark.parametrize(("pace", "rate"), [(1.0, 110), (0.86, 95), (0.001, 80), (100.0, 450)])
def test_any_pace_is_a_rate_that_speaks(pyttsx3: Pyttsx3Engine, pace: float, rate: int) -> None:
    assert pyttsx3_engine.rate_at(pace) == rate
    assert loud(speak(pyttsx3, "Rest here.", pace=pace))


def test_voices_differ_and_none_sticks(pyttsx3: Pyttsx3Engine) -> None:
    voices = [f"pyttsx3:{voice[0]}" for voice in CURATED]
    clips = [speak(pyttsx3, voice=voice) for voice in [*voices, voices[0]]]
    assert all(loud(clip) for clip in clips)
    spectra = [np.abs(np.fft.rfft(clip.samples, 2**17))[:20_000] for clip in clips]
    first, last = spectra[0], spectra[-1]

    def likeness(a: np.ndarray, b: np.ndarray) -> float:
        return float(np.corrcoef(a, b)[0, 1])

    assert likeness(first, last) > max(likeness(first, other) for other in spectra[1:-1])


@pytest.mark.parametrize(
    "voice", ["gmw/en-us+nonsense", "nonsense", "nonsense+f3", "gmw/en-us+", "", "../en"]
)
def test_a_voice_it_does_not_know_is_not_ignored(pyttsx3: Pyttsx3Engine, voice: str) -> None:
    with pytest.raises(VoiceTrouble, match="unknown-voice"):
        speak(pyttsx3, voice=f"pyttsx3:{voice}")
    assert loud(speak(pyttsx3)), "and the next line is spoken"


@pytest.mark.parametrize("text", ["…", "...", "."])
def test_a_line_without_sound_is_a_trouble(pyttsx3: Pyttsx3Engine, text: str) -> None:
    with pytest.raises(VoiceTrouble, match="voice-silent"):
        speak(pyttsx3, text)
    assert loud(speak(pyttsx3))


@pytest.mark.parametrize(
    "text",
    ["naïve, été, Größe", "[[h@'loU]]", "<b>rest</b> &amp; breathe", "日本", "🙂 Ada"],
)
def test_odd_letters_are_only_text(pyttsx3: Pyttsx3Engine, text: str) -> None:
    assert loud(speak(pyttsx3, text))


def test_a_worker_that_hangs_is_replaced_within_the_line() -> None:
    engine = Pyttsx3Engine(Limits(line=HANGS, character=0.0))
    speak(engine)
    first = pid_of(engine)
    os.kill(first, signal.SIGSTOP)
    assert loud(speak(engine))
    assert pid_of(engine) != first
    assert not is_there(first)
    engine.close()


@pytest.mark.long
def test_a_hang_is_noticed_at_the_real_limits(pyttsx3: Pyttsx3Engine) -> None:
    speak(pyttsx3)
    os.kill(pid_of(pyttsx3), signal.SIGSTOP)
    assert loud(speak(pyttsx3))


def test_a_worker_that_is_killed_is_replaced(pyttsx3: Pyttsx3Engine) -> None:
    speak(pyttsx3)
    first = pid_of(pyttsx3)
    os.kill(first, signal.SIGKILL)
    assert loud(speak(pyttsx3))
    assert pid_of(pyttsx3) != first


def test_the_worker_is_small(pyttsx3: Pyttsx3Engine) -> None:
    speak(pyttsx3)
    process = Path(f"/proc/{pid_of(pyttsx3)}")
    libraries = process.joinpath("maps").read_text()
    assert "espeak" in libraries
    for large in ("numpy", "PySide6", "msgspec"):
        assert large not in libraries
    resident = next(
        line for line in process.joinpath("status").read_text().splitlines() if "VmRSS" in line
    )
    assert int(resident.split()[1]) < 30_000  # kB


def test_its_folder_is_private_in_memory_and_empty_after_each_line(pyttsx3: Pyttsx3Engine) -> None:
    speak(pyttsx3)
    folder = folder_of(pid_of(pyttsx3))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert folder.is_relative_to("/dev/shm")
    assert list(folder.glob("line*")) == []
    pyttsx3.close()
    assert not folder.exists()


def test_a_long_way_to_espeaks_data_does_not_matter(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    long = tmp_path / ("a long folder name " * 6) / ("and another one in it " * 5)
    long.mkdir(parents=True)
    (long / "espeakng_loader").symlink_to(Path(espeakng_loader.__file__).parent)
    assert len(str(long)) > 230
    monkeypatch.setenv("PYTHONPATH", str(long), prepend=os.pathsep)
    engine = Pyttsx3Engine()
    assert loud(speak(engine))
    assert (folder_of(pid_of(engine)) / "data").is_symlink()
    engine.close()


def test_the_voices_are_told_without_starting_a_worker(pyttsx3: Pyttsx3Engine) -> None:
    voices = pyttsx3.voices()
    assert pyttsx3.worker_pid is None
    assert voices[0].id == VOICE
    assert all(voice.available for voice in voices)


@pytest.mark.parametrize(
    ("package", "linux", "why"),
    [
        ("pyttsx3", True, "pyttsx3-missing"),
        ("pyttsx3", False, "pyttsx3-missing"),
        ("espeakng_loader", True, "espeakng-loader-missing"),
    ],
)
def test_a_missing_package_makes_it_unavailable(
    monkeypatch: pytest.MonkeyPatch, pyttsx3: Pyttsx3Engine, package: str, linux: bool, why: str
) -> None:
    from importlib.util import find_spec

    def without(name: str) -> object:
        return None if name == package else find_spec(name)

    monkeypatch.setattr(pyttsx3_engine, "_on_linux", lambda: linux)
    monkeypatch.setattr("mindful.voice.pyttsx3_engine.find_spec", without)
    monkeypatch.setattr("mindful.voice.espeak_voices.find_spec", without)
    assert [(voice.available, voice.why) for voice in pyttsx3.voices()] == [(False, why)]


def test_a_worker_that_misses_its_package_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pyttsx3: Pyttsx3Engine
) -> None:
    (tmp_path / "pyttsx3.py").write_text("raise ImportError('no such thing')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(VoiceTrouble, match="voice-missing"):
        speak(pyttsx3)


def test_elsewhere_the_running_system_tells_its_voices(
    monkeypatch: pytest.MonkeyPatch, pyttsx3: Pyttsx3Engine
) -> None:
    monkeypatch.setattr(pyttsx3_engine, "_on_linux", lambda: False)
    voices = pyttsx3.voices()
    assert len(voices) > 100
    assert voices[0].rank == voices[1].rank + 1, "the system's default comes first"
    assert pyttsx3.worker_pid is not None
    assert "Linux" in pyttsx3.version


def test_elsewhere_a_worker_that_fails_makes_it_unavailable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pyttsx3: Pyttsx3Engine
) -> None:
    (tmp_path / "pyttsx3.py").write_text("raise OSError")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(pyttsx3_engine, "_on_linux", lambda: False)
    assert [(v.available, v.why) for v in pyttsx3.voices()] == [(False, "voice-start-failed")]


def test_the_file_is_named_as_the_system_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pyttsx3_worker._ending() == ".wav"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert pyttsx3_worker._ending() == ".aiff"


def test_the_version_names_what_makes_the_sound(pyttsx3: Pyttsx3Engine) -> None:
    assert "pyttsx3 2." in pyttsx3.version
    assert "espeakng-loader 0." in pyttsx3.version
    assert "rate 110" in pyttsx3.version
    assert pyttsx3_engine._version("a package that is not here") == "absent"
