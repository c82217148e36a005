"""After a sit, no sound of a person's own words is on the disk, and no trace of it in the cache."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from mindful.exercises.answers import answers_from
from mindful.exercises.compose import compose
from mindful.exercises.estimate import ARTICULATION, sentences
from mindful.exercises.plan import estimated, plan
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.rendering import render_sit
from mindful.rendering_job import Order
from mindful.sit.ahead import first_lines
from mindful.sit.choice import Choice
from mindful.voice.cache import clip_key
from mindful.voice.speaker import plain

OWN = ("like wet wool", "Quixotl", "Zebedee")
"""A feeling, a place and a name that no file of ours holds."""


@pytest.fixture
def choice(parts: Parts) -> Choice:
    exercise = parts.library.find("sit-with-it")
    answers = answers_from(parts.vocabulary, feelings=OWN[:1], places=OWN[1:2], name=OWN[2])
    return Choice(exercise=exercise, minutes=10, answers=answers, voice="pyttsx3:gmw/en-us+f3")


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    return Parts(find_paths(tmp_path / "data"))


def test_clips_of_own_words_are_never_on_the_disk(
    parts: Parts, choice: Choice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    lines = plan(compose(choice.exercise, choice.answers, 10, seed=0), estimated).spoken
    own = [cue for cue in lines if cue.private]
    assert len(own) >= 3
    assert all(any(word in cue.text for word in OWN) for cue in own)
    make = parts.line_maker(choice)
    for line in first_lines(choice):
        make(line.text, private=line.private)
    render_sit(
        parts, Order(choice=choice, output=tmp_path / "sit.wav"), lambda *_: None, lambda: False
    )
    kept = {path.stem for path in parts.paths.clips.glob("*.clip")}
    assert kept
    engine = next(e for e in parts.speaker._engines.values() if e.name == "pyttsx3")
    for cue in own:
        for sentence in sentences(cue.text):
            key = clip_key(
                engine="pyttsx3",
                version=engine.version,
                voice=choice.voice or "",
                pace=choice.pace * ARTICULATION[choice.exercise.pace],
                text=plain(sentence),
            )
            assert key not in kept, sentence
    parts.close()
    for path in tmp_path.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not any(word.encode() in data for word in OWN), path
