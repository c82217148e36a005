from __future__ import annotations

import pytest

from mindful.voice.espeak_voices import espeak_data, espeak_voices, language_tag
from mindful.voice.pyttsx3_engine import Pyttsx3Engine


@pytest.mark.parametrize(
    ("system", "tag"),
    [
        ("en", "en"),
        ("en-us", "en-US"),
        ("en_GB", "en-GB"),
        ("en-gb-x-rp", "en-GB-x-rp"),
        ("en-us-x-xy", "en-US-x-xy"),
        ("cmn-latn-pinyin", "cmn-Latn-pinyin"),
        ("en-gb-scotland", "en-GB-scotland"),
        ("es-419", "es-419"),
        ("zh_HANT_TW", "zh-Hant-TW"),
    ],
)
def test_language_tags_are_cased_as_bcp_47_says(system: str, tag: str) -> None:
    assert language_tag(system) == tag


def test_the_data_tells_the_voices_that_the_library_knows(pyttsx3: Pyttsx3Engine) -> None:
    data = espeak_data()
    assert data is not None
    read = {voice.id for voice in espeak_voices(data)}
    told = pyttsx3._host.facts()["voices"]
    assert isinstance(told, list)
    assert {voice for voice in read if "+" not in voice} == {f"pyttsx3:{v[0]}" for v in told}


def test_the_best_voice_comes_first_and_ids_are_unique() -> None:
    data = espeak_data()
    assert data is not None
    voices = espeak_voices(data)
    assert voices[0].id == "pyttsx3:gmw/en-us+f3"
    assert [voice.rank for voice in voices] == sorted((v.rank for v in voices), reverse=True)
    assert len({voice.id for voice in voices}) == len(voices) > 100
    assert all(voice.name and voice.language for voice in voices)
