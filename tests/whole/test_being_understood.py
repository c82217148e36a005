"""A recogniser listens to rendered sits: it hears the planned words at the planned times.

It is a weak one, so its figures mean something only against each other.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from pocketsphinx import Decoder
from rapidfuzz.distance import Levenshtein

from mindful.exercises.timeline import RATE, Cue
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.rendering import render_sit
from mindful.rendering_job import Order
from mindful.sit.choice import SILENT, Choice

# A sit in the natural voice and a recogniser over all of it: a minute of work and more.
pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]

HEARING_RATE = 16_000


@pytest.fixture(scope="module")
def ear() -> Decoder:
    return Decoder(samprate=HEARING_RATE, loglevel="FATAL")


def words(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.casefold().replace("’", "'"))


def heard(ear: Decoder, samples: np.ndarray) -> list[str]:
    """The words that the recogniser hears in mono samples at 48 kHz."""
    slow = soxr.resample(samples, RATE, HEARING_RATE)
    ear.start_utt()
    ear.process_raw((slow * 32767).astype("<i2").tobytes(), full_utt=True)
    ear.end_utt()
    found = ear.hyp()
    return words(found.hypstr) if found else []


def understood(ear: Decoder, sound: Path, spoken: tuple[Cue, ...]) -> float:
    """Share of the planned words that are heard where the plan has them."""
    samples, _ = soundfile.read(sound, dtype="float32")
    right = total = 0
    for cue in spoken:
        said = words(cue.text)
        got = heard(ear, samples[cue.start : cue.end].mean(axis=1))
        right += max(0, len(said) - Levenshtein.distance(said, got))
        total += len(said)
    return right / total


def test_the_natural_voice_is_understood_clearly_better(tmp_path: Path, ear: Decoder) -> None:
    parts = Parts(find_paths(tmp_path))
    share = {}
    try:
        for voice in ("kokoro:af_heart", "pyttsx3:gmw/en-us+f3"):
            choice = Choice(
                exercise=parts.library.find("breath"),
                minutes=2,
                seed=0,
                voice=voice,
                ambience=SILENT,
            )
            sound = tmp_path / "sit.wav"
            order = Order(choice=choice, output=sound, replace=True)
            made = render_sit(parts, order, lambda *_: None, lambda: False)
            assert made.unspoken == 0
            share[voice] = understood(ear, sound, made.timeline.spoken)
    finally:
        parts.close()
    natural, simple = share.values()
    assert natural > 0.7
    assert natural > simple + 0.2
