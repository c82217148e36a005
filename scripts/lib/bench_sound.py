"""What `scripts/bench` measures of voice, sound and files."""

from __future__ import annotations

import statistics
import tempfile
import threading
import time
from pathlib import Path

import numpy as np
import soundfile

from mindful.audio.ambience import AMBIENCES, Ambience
from mindful.audio.output import SoundCard
from mindful.audio.playback import Playback
from mindful.exercises.compose import compose
from mindful.exercises.plan import estimated, plan
from mindful.exercises.timeline import RATE, Cue, Timeline
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.rendering import render_sit
from mindful.rendering_job import Order, RenderJob
from mindful.rendering_process import RenderingProcess
from mindful.sit.choice import Choice
from mindful.sitting import new_session
from scripts.lib.bench_row import Row
from tests.whole.quiet_listener import QuietListener

SENTENCES = (
    "Your eyes can be open or closed.",
    "You might use the breath as your anchor, or the sounds around you.",
    "Before long the attention will go somewhere else.",
    "Once you see that, come back with some kindness.",
    "Let the room come back to you, its light and its sounds.",
)


def voice_speed() -> list[Row]:
    """Seconds of work a second of speech, worker warm, nothing cached."""
    from mindful.audio.shaping import shaped

    with tempfile.TemporaryDirectory() as folder:
        parts = Parts(find_paths(Path(folder)))
        shares = {}
        for voice in ("kokoro:af_heart", parts.speaker.choose("pyttsx3:gmw/en-us+f3", "en").id):
            parts.speaker.speak("Here.", voice, private=True)
            began = time.perf_counter()
            clips = [parts.speaker.speak(text, voice, private=True) for text in SENTENCES]
            took = time.perf_counter() - began
            shares[voice] = took / sum(len(shaped(clip)) / RATE for clip in clips)
        parts.close()
    natural, simple = shares.values()
    return [
        Row(
            "natural voice: work a second of speech",
            f"{natural:.2f} s",
            f"simple voice {simple:.3f} s",
            "0.5 s",
            natural <= 0.5,
        )
    ]


class _FirstLine(QuietListener):
    """Notes where the first line was planned, and when the bell was struck and the line came."""

    def __init__(self) -> None:
        self.planned_at: list[int] = []
        self.bell_at = 0.0
        self.heard: Cue | None = None
        self.begun = threading.Event()

    def planned(self, timeline: Timeline) -> None:
        if self.heard is None:
            self.planned_at.append(timeline.spoken[0].start)

    def bell(self, _cue: Cue) -> None:
        self.bell_at = self.bell_at or time.monotonic()

    def caption(self, cue: Cue | None) -> None:
        if self.heard is None and cue is not None:
            self.heard = cue
            self.begun.set()


def cold_start() -> list[Row]:
    """Twenty starts with the natural voice, no clip cached, no worker running."""
    late: list[float] = []
    bells: list[float] = []
    for number in range(20):
        with tempfile.TemporaryDirectory() as folder:
            parts = Parts(find_paths(Path(folder)))
            parts.warm()  # as Home does
            exercise = parts.library.find(("breath", "sit-with-it", "kind-moment")[number % 3])
            choice = Choice(exercise=exercise, minutes=10, seed=number, voice="kokoro:af_heart")
            listener = _FirstLine()
            began = time.monotonic()
            session = new_session(parts, choice, listener)
            session.begin()
            listener.begun.wait(30)
            bells.append(listener.bell_at - began)
            assert listener.heard is not None
            late.append(max(0.0, (listener.heard.start - listener.planned_at[0]) / RATE))
            parts.close()
    in_time = sum(each == 0 for each in late)
    return [
        Row(
            "Begin to the opening bell, natural voice, cold",
            f"{statistics.median(bells) * 1000:.0f} ms (worst {max(bells) * 1000:.0f})",
            "—",
            "300 ms",
            max(bells) <= 0.3,
        ),
        Row(
            "first line late against the plan, cold, nothing made ahead",
            f"{in_time} of 20 in time (worst {max(late):.1f} s)",
            "—",
            "20 of 20",
            in_time == 20,
        ),
    ]


def ambience() -> list[Row]:
    """Work a second of each ambience."""
    took = {}
    for name in AMBIENCES:
        made = Ambience(name, 1)
        made.render(0, RATE)
        began = time.perf_counter()
        for second in range(1, 31):
            made.render(second * RATE, RATE)
        took[name] = (time.perf_counter() - began) / 30
    slowest = max(took, key=lambda name: took[name])
    began = time.perf_counter()
    for _ in range(30):
        np.random.default_rng(1).standard_normal((RATE, 2), np.float32)
    bare = (time.perf_counter() - began) / 30
    return [
        Row(
            f"a second of ambience ({slowest}, the slowest)",
            f"{took[slowest] * 1000:.1f} ms",
            f"bare random numbers {bare * 1000:.1f} ms",
            "20 ms",
            took[slowest] <= 0.020,
        )
    ]


def rendering() -> list[Row]:
    """Sixty minutes with rain to Vorbis, lines made before; and the same sit twice to FLAC."""
    with tempfile.TemporaryDirectory() as folder:
        parts = Parts(find_paths(Path(folder)))
        hour = Choice(
            exercise=parts.library.find("breath"),
            minutes=60,
            seed=1,
            voice="test:plain",
            ambience="rain",
        )
        _make_lines(parts, hour)
        began = time.perf_counter()
        _render(parts, hour, Path(folder) / "hour.ogg")
        took = time.perf_counter() - began
        began = time.perf_counter()
        _encode_noise(Path(folder) / "bare.ogg", seconds=300)
        bare = 300 / (time.perf_counter() - began)
        short = Choice(
            exercise=hour.exercise, minutes=2, seed=1, voice="test:plain", ambience="rain"
        )
        twice = []
        for name in ("one.flac", "two.flac"):
            _render(parts, short, Path(folder) / name)
            twice.append(soundfile.read(Path(folder) / name, dtype="int16")[0])
        parts.close()
    same = np.array_equal(*twice)
    return [
        Row(
            "60 minutes with rain to Vorbis",
            f"{3600 / took:.0f} × real time",
            f"encoding alone {bare:.0f} ×",
            "25 ×",
            3600 / took >= 25,
        ),
        Row("the same sit rendered twice", "the same" if same else "differs", "—", "same", same),
    ]


def writing_beside() -> list[Row]:
    """Frames a playing sit lacks while another one is written to MP3 in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        parts = Parts(find_paths(Path(folder)))
        cards: list[Playback] = []

        def opened() -> Playback:
            cards.append(Playback(SoundCard))
            return cards[-1]

        parts.playback = opened  # type: ignore[method-assign]  # it is looked at afterwards
        exercise = parts.library.find("breath")
        playing = Choice(exercise=exercise, minutes=10, voice="test:plain", ambience="ocean")
        written = Choice(exercise=exercise, minutes=30, voice="kokoro:af_heart", ambience="rain")
        session = new_session(parts, playing, QuietListener())
        session.begin()
        over = threading.Event()
        rendering = RenderingProcess(
            RenderJob(
                paths=parts.paths,
                order=Order(choice=written, output=Path(folder) / "sit.mp3"),
            ),
            lambda progress: over.set() if progress.over else None,
        )
        began = time.monotonic()
        rendering.start()
        over.wait(300)
        took = time.monotonic() - began
        missing, silent = cards[0].missing, cards[0].silent
        session.close()
        parts.close()
    return [
        Row(
            f"frames a sit lacks while another is written ({took:.0f} s, natural voice, MP3)",
            "no sound at all" if silent else f"{missing}",
            "—",
            "0",
            missing == 0 and not silent,
        )
    ]


def _make_lines(parts: Parts, choice: Choice) -> None:
    make = parts.line_maker(choice)
    script = compose(choice.exercise, choice.answers, choice.minutes, seed=choice.seed)
    for cue in plan(script, estimated).spoken:
        make(cue.text, private=cue.private)


def _render(parts: Parts, choice: Choice, output: Path) -> None:
    render_sit(parts, Order(choice=choice, output=output), lambda *_: None, lambda: False)


def _encode_noise(path: Path, seconds: int) -> None:
    noise = np.random.default_rng(1).standard_normal((RATE, 2), np.float32) * np.float32(0.01)
    with soundfile.SoundFile(path, "w", RATE, 2, format="OGG", subtype="VORBIS") as file:
        for _ in range(seconds):
            file.write(noise)
