from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.audio.clip import Clip
from mindful.voice.cache import ClipCache
from mindful.voice.clip_format import pack
from mindful.voice.errors import VoiceTrouble
from mindful.voice.estimated import EstimatedVoice
from mindful.voice.pyttsx3_engine import Pyttsx3Engine
from mindful.voice.speaker import LONGEST, Speaker, plain
from tests.voice.conftest import ScriptedEngine, folder_of, info


@pytest.fixture
def natural() -> ScriptedEngine:
    return ScriptedEngine("natural", info("natural:a", rank=80), info("natural:de", "de", 80))


@pytest.fixture
def simple() -> ScriptedEngine:
    return ScriptedEngine("simple", info("simple:low", rank=5), info("simple:high", rank=20))


@pytest.fixture
def speaker(tmp_path: Path, natural: ScriptedEngine, simple: ScriptedEngine) -> Speaker:
    test = EstimatedVoice(lambda _: 1.0)
    return Speaker([test, simple, natural], ClipCache(tmp_path / "clips"))


@pytest.fixture
def real(tmp_path: Path, pyttsx3: Pyttsx3Engine) -> Iterator[Speaker]:
    speaker = Speaker([pyttsx3], ClipCache(tmp_path / "clips"))
    yield speaker
    speaker.close()


def test_a_sentence_is_made_once(speaker: Speaker, natural: ScriptedEngine) -> None:
    first = speaker.speak("Rest here.", "natural:a", private=False)
    again = speaker.speak("  Rest\n here. ", "natural:a", private=False)
    assert np.array_equal(first.samples, again.samples)
    assert natural.asked == [("Rest here.", "natural:a", 1.0)]


def test_what_changes_the_sound_is_made_anew(speaker: Speaker, natural: ScriptedEngine) -> None:
    speaker.speak("Rest.", "natural:a", private=False)
    speaker.speak("Rest.", "natural:de", private=False)
    speaker.speak("Rest.", "natural:a", 0.86, private=False)
    natural.version = "2"
    speaker.speak("Rest.", "natural:a", private=False)
    assert len(natural.asked) == 4


def test_private_words_are_kept_apart(
    speaker: Speaker, natural: ScriptedEngine, tmp_path: Path
) -> None:
    speaker.speak("Rest, Ada.", "natural:a", private=True)
    speaker.speak("Rest, Ada.", "natural:a", private=True)
    assert len(natural.asked) == 1
    assert list(tmp_path.rglob("*")) == []


def test_no_engine_is_used_by_two_threads(speaker: Speaker, natural: ScriptedEngine) -> None:
    inside = 0
    most = 0
    plain_speak = natural.speak

    def counted(sentence: str, voice: str, pace: float) -> Clip:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        clip = plain_speak(sentence, voice, pace)
        inside -= 1
        return clip

    natural.speak = counted  # type: ignore[method-assign]  # watched from within
    lines = [f"Line {number % 10}" for number in range(40)]
    threads = [
        threading.Thread(target=speaker.speak, args=(line, "natural:a"), kwargs={"private": True})
        for line in lines
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1
    assert len(natural.asked) == 10


def test_who_asks_for_a_line_while_it_is_made_gets_that_clip(
    tmp_path: Path, natural: ScriptedEngine
) -> None:
    both_missed = threading.Semaphore(0)

    class WatchedCache(ClipCache):
        def get(self, key: str, *, private: bool) -> Clip | None:
            clip = super().get(key, private=private)
            if clip is None:
                both_missed.release()
            return clip

    plain_speak = natural.speak

    def patient(sentence: str, voice: str, pace: float) -> Clip:
        for _ in range(3):  # the first asker misses before and behind the lock, the other before
            assert both_missed.acquire(timeout=60.0)
        return plain_speak(sentence, voice, pace)

    natural.speak = patient  # type: ignore[method-assign]  # held until both have asked
    speaker = Speaker([natural], WatchedCache(tmp_path))
    clips: list[Clip] = []

    def ask() -> None:
        clips.append(speaker.speak("Rest.", "natural:a", private=False))

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(natural.asked) == 1
    assert np.array_equal(clips[0].samples, clips[1].samples)


def test_another_engine_stands_in(
    speaker: Speaker, natural: ScriptedEngine, simple: ScriptedEngine
) -> None:
    natural.trouble = "voice-hung"
    assert speaker.speak("Rest.", "natural:a", private=False).frames
    assert simple.asked == [("Rest.", "simple:high", 1.0)]
    natural.trouble = None
    speaker.speak("Rest.", "natural:a", private=False)
    assert len(natural.asked) == 2, "its clip was not taken for the other's"


def test_when_none_can_speak_the_first_trouble_is_told(
    speaker: Speaker, natural: ScriptedEngine, simple: ScriptedEngine
) -> None:
    natural.trouble, simple.trouble = "voice-hung", "voice-died"
    with pytest.raises(VoiceTrouble, match="voice-hung"):
        speaker.speak("Rest.", "natural:a", private=False)
    assert len(simple.asked) == 1, "the test voice stands in for none"


def test_no_voice_of_another_language_stands_in(speaker: Speaker, natural: ScriptedEngine) -> None:
    natural.trouble = "voice-hung"
    with pytest.raises(VoiceTrouble, match="voice-hung"):
        speaker.speak("Ruhe.", "natural:de", private=False)


def test_after_closing_nothing_stands_in(
    speaker: Speaker, natural: ScriptedEngine, simple: ScriptedEngine
) -> None:
    natural.trouble = "voice-closed"
    with pytest.raises(VoiceTrouble, match="voice-closed"):
        speaker.speak("Rest.", "natural:a", private=False)
    assert simple.asked == []


def test_an_unavailable_voice_is_replaced(tmp_path: Path, simple: ScriptedEngine) -> None:
    gone = ScriptedEngine("gone", info("gone:a", why="package-missing"))
    speaker = Speaker([gone, simple], ClipCache(tmp_path))
    assert speaker.speak("Rest.", "gone:a", private=False).frames
    assert gone.asked == []


def test_choosing(speaker: Speaker) -> None:
    assert speaker.choose(None, "en").id == "natural:a"
    assert speaker.choose("", "de-DE").id == "natural:de"
    assert speaker.choose("test:plain", "en").id == "test:plain"
    with pytest.raises(VoiceTrouble, match="unknown-voice"):
        speaker.choose("natural:b", "en")
    with pytest.raises(VoiceTrouble, match="unknown-voice"):
        speaker.speak("Rest.", "natural:b", private=False)
    assert [voice.rank for voice in speaker.voices()] == [80, 80, 20, 5, 0]


def test_closing_closes_all(
    speaker: Speaker, natural: ScriptedEngine, simple: ScriptedEngine
) -> None:
    speaker.close()
    assert (natural.closed, simple.closed) == (1, 1)


@pytest.mark.parametrize("nothing", ["", "   ", "…", "\n\t", "?!", "\u200b", "\x00"])
def test_nothing_to_say(speaker: Speaker, nothing: str) -> None:
    with pytest.raises(VoiceTrouble, match="nothing-to-say"):
        speaker.speak(nothing, "natural:a", private=True)


def test_a_sentence_can_be_too_long() -> None:
    assert len(plain("x" * LONGEST)) == LONGEST
    with pytest.raises(VoiceTrouble) as caught:
        plain("x" * (LONGEST + 1))
    assert (caught.value.code, caught.value.facts) == ("sentence-too-long", {"longest": LONGEST})


@given(st.text(max_size=200))
def test_plain_text_stays_plain(text: str) -> None:
    try:
        words = plain(text + "x")
    except VoiceTrouble:
        return
    assert plain(words) == words
    words.encode("utf-8")
    assert "\n" not in words
    assert "\0" not in words
    assert "  " not in words


def test_composed_and_decomposed_letters_are_one_sentence() -> None:
    assert plain("e\u0301te\u0301") == plain("été")


def test_a_persons_words_reach_no_file(
    real: Speaker, pyttsx3: Pyttsx3Engine, tmp_path: Path
) -> None:
    voice = real.choose(None, "en").id
    real.speak("Breathe in.", voice, private=False)
    words = "May you be kind to yourself, Philippa Ravensworth."
    clip = real.speak(words, voice, private=True)
    sound = pack(clip)[18:]
    assert pyttsx3.worker_pid is not None
    places = [tmp_path, folder_of(pyttsx3.worker_pid)]
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    assert len(files) == 1, "the clip of the line anyone may know"
    kept = files[0].read_bytes()
    assert b"Ravensworth" not in kept
    assert sound[10_000:10_200] not in kept


def test_a_real_line_survives_a_broken_cache(pyttsx3: Pyttsx3Engine, tmp_path: Path) -> None:
    (tmp_path / "clips").write_text("a file in its place")
    speaker = Speaker([pyttsx3], ClipCache(tmp_path / "clips"))
    voice = speaker.choose(None, "en").id
    first = speaker.speak("Breathe in.", voice, private=False)
    pyttsx3.rest()
    again = speaker.speak("Breathe in.", voice, private=False)
    assert pyttsx3.worker_pid is None, "it came from memory"
    assert np.array_equal(first.samples, again.samples)


def test_what_is_made_ahead_is_kept_and_made_once(
    tmp_path: Path, speaker: Speaker, natural: ScriptedEngine
) -> None:
    for _time in range(2):
        speaker.keep("Look around.", "natural:a", 1.0)
    assert len(natural.asked) == 1
    assert [path.suffix for path in (tmp_path / "clips").iterdir()] == [".kept"]
    speaker.speak("Look around.", "natural:a", private=False)
    assert len(natural.asked) == 1


def test_nothing_is_kept_of_voices_for_trying_out(tmp_path: Path, speaker: Speaker) -> None:
    speaker.keep("Look around.", "test:plain", 1.0)
    assert not (tmp_path / "clips").exists()


def test_nobody_else_speaks_for_a_voice_ahead(speaker: Speaker, natural: ScriptedEngine) -> None:
    natural.trouble = "voice-hung"
    with pytest.raises(VoiceTrouble):
        speaker.keep("Look around.", "natural:a", 1.0)


def test_the_simple_voice_speaks_at_once_until_the_natural_one_is_ready(speaker: Speaker) -> None:
    both = ("Look around.", "Name five things.")
    assert speaker.at_once(both, "natural:a", 1.0) == "simple:high"
    speaker.keep(both[0], "natural:a", 1.0)
    assert speaker.at_once(both, "natural:a", 1.0) == "simple:high"
    speaker.keep(both[1], "natural:a", 1.0)
    assert speaker.at_once(both, "natural:a", 1.0) == "natural:a"


def test_the_simple_voice_waits_for_no_better_one(speaker: Speaker) -> None:
    assert speaker.at_once(("Look around.",), "simple:low", 1.0) == "simple:low"
