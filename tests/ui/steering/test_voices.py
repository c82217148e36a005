from __future__ import annotations

from mindful.ui.steering.voices import language_words, offer
from mindful.voice.protocol import VoiceInfo


def voice(id_: str, rank: int, why: str = "") -> VoiceInfo:
    engine, _, name = id_.partition(":")
    return VoiceInfo(
        id=id_,
        engine=engine,
        name=name.title(),
        language="en-US",
        licence="MIT",
        available=not why,
        why=why,
        rank=rank,
    )


HEART = voice("kokoro:heart", 88, "kokoro-missing")
BELLA = voice("kokoro:bella", 84, "kokoro-missing")
ROBOT = voice("espeak:robot", 20)
BROKEN = voice("espeak:broken", 19, "espeakng-loader-missing")
TEST = voice("test:plain", 0)


def test_natural_voices_come_first_even_where_they_cannot_speak() -> None:
    offered = offer((ROBOT, BELLA, TEST, BROKEN, HEART), ROBOT)
    assert [key for key, _words in offered.offered] == [HEART.id, BELLA.id, ROBOT.id]
    assert offered.unavailable == {HEART.id, BELLA.id}


def test_one_sentence_says_why_for_all_it_holds_for() -> None:
    assert offer((HEART, BELLA, ROBOT), None).why.count("Heart, Bella") == 1
    assert offer((ROBOT,), None).why == ""


def test_the_chosen_voice_is_always_offered() -> None:
    offered = offer((ROBOT,), TEST)
    assert [key for key, _words in offered.offered] == [ROBOT.id, TEST.id]


def test_languages_have_names() -> None:
    assert language_words("en-US") == "American English"
    assert language_words("xx-unknown") == "xx-unknown"
