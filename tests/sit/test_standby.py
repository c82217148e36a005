"""What nobody should have to wait for: made ahead by the real simple voice, and said at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mindful.exercises.answers import Answers
from mindful.exercises.model import Pace
from mindful.ground_words import ground_words
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.sit.choice import Choice
from mindful.sit.standby import Standby
from mindful.voice.cache import ClipCache
from mindful.voice.speaker import Speaker
from tests.voice.conftest import ScriptedEngine, info


@pytest.fixture
def natural() -> ScriptedEngine:
    return ScriptedEngine("natural", info("natural:a", rank=80))


@pytest.fixture
def standby(tmp_path: Path, natural: ScriptedEngine) -> Iterator[Standby]:
    simple = ScriptedEngine("simple", info("simple:a", rank=20))
    speaker = Speaker([natural, simple], ClipCache(tmp_path))
    yield Standby(speaker=speaker, voice="natural:a", pace=1.0, kind=Pace.QUICK)
    speaker.close()


def test_a_line_that_is_kept_is_said_by_its_own_voice(
    standby: Standby, natural: ScriptedEngine
) -> None:
    text = "Look around. Name five things you can see."
    standby.say(text)
    assert natural.asked == []  # another voice, which is quicker
    for make in standby.keeping([text]):
        make()
    made = len(natural.asked)
    assert made == 2
    assert len(standby.say(text))
    assert len(natural.asked) == made


def test_a_bridge_waits_for_no_voice_that_has_not_made_it_yet(
    tmp_path: Path, standby: Standby, natural: ScriptedEngine
) -> None:
    parts = Parts(find_paths(tmp_path))
    parts.__dict__["speaker"] = standby.speaker
    exercise = parts.library.find("sit-with-it")
    choice = Choice(exercise=exercise, minutes=10, answers=Answers(), voice="natural:a")
    make, bridge = parts.line_maker(choice), parts.bridges.gentler[0]
    try:
        make(bridge, private=False)
        assert natural.asked == []
        for keep in parts._to_keep("natural:a"):
            keep()
        natural.asked.clear()
        make("Look around.", private=False)
        make(bridge, private=False)
        assert len(natural.asked) == 1  # the other is kept
    finally:
        parts.close()


def test_all_of_ground_me_and_of_the_bridges_is_to_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = Parts(find_paths(tmp_path))
    kept: list[str] = []
    monkeypatch.setattr(Speaker, "keep", lambda _self, text, _voice, _pace: kept.append(text))
    try:
        for make in parts._to_keep("test:plain"):
            make()
    finally:
        parts.close()
    said = " ".join(kept)
    for text in (*(text for text, _aside in ground_words()), *parts.bridges.words):
        assert text in said
    assert kept[0] in ground_words()[0][0]
