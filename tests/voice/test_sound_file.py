from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from mindful.voice.sound_file import NOTHING, OddSound, read_sound

SAMPLES = (np.sin(np.arange(1001) / 7) * 20_000).astype(np.int16)


@pytest.mark.parametrize(
    ("name", "form", "endian"),
    [("a.wav", "WAV", "FILE"), ("a.aiff", "AIFF", "FILE"), ("b.aiff", "AIFF", "LITTLE")],
)
@pytest.mark.parametrize("rate", [8_000, 22_050, 48_000])
def test_what_systems_write_is_read_sample_for_sample(
    tmp_path: Path, name: str, form: str, endian: str, rate: int
) -> None:
    path = tmp_path / name
    soundfile.write(path, SAMPLES, rate, "PCM_16", endian, form)
    sound = read_sound(path)
    assert sound.rate == rate
    assert np.array_equal(np.frombuffer(sound.frames, "<i2"), SAMPLES)


@given(rate=st.integers(1, 2**31 - 1))
def test_any_rate_survives_the_extended_number(rate: int) -> None:
    from mindful.voice.sound_file import _extended

    shift = 63 - (rate.bit_length() - 1)
    number = (16383 + 63 - shift).to_bytes(2, "big") + (rate << shift).to_bytes(8, "big")
    assert _extended(number) == rate


@pytest.mark.parametrize(("name", "form"), [("a.wav", "WAV"), ("a.aiff", "AIFF")])
def test_other_forms_are_refused(tmp_path: Path, name: str, form: str) -> None:
    path = tmp_path / name
    soundfile.write(path, np.stack([SAMPLES, SAMPLES], axis=1), 8_000, "PCM_16", format=form)
    with pytest.raises(OddSound):
        read_sound(path)


def test_no_file_and_an_empty_one_are_silence(tmp_path: Path) -> None:
    assert read_sound(tmp_path / "absent.wav") == NOTHING
    (tmp_path / "empty.wav").touch()
    assert read_sound(tmp_path / "empty.wav") == NOTHING
    soundfile.write(tmp_path / "none.wav", SAMPLES[:0], 22_050, "PCM_16")
    assert read_sound(tmp_path / "none.wav").frames == b""
