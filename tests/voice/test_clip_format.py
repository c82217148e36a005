from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mindful.audio.clip import Clip
from mindful.voice.clip_format import Corrupt, pack, unpack

LOUDNESS = st.floats(-1.5, 1.5, width=32)


@given(arrays(np.float32, st.integers(0, 300), elements=LOUDNESS), st.integers(1, 200_000))
def test_a_clip_comes_back_rounded_to_16_bits(samples: np.ndarray, rate: int) -> None:
    back = unpack(pack(Clip(samples, rate)))
    assert back.rate == rate
    assert back.samples.dtype == np.float32
    within = samples.clip(-1, 32767 / 32768)
    assert np.allclose(back.samples, within, atol=0.5 / 32768 + 1e-7)
    assert pack(back) == pack(Clip(samples, rate)), "rounding again changes nothing"


@given(st.data())
def test_any_damage_is_noticed(data: st.DataObject) -> None:
    whole = pack(Clip(np.linspace(-0.5, 0.5, 50, dtype=np.float32), 22_050))
    place = data.draw(st.integers(0, len(whole) - 1))
    flipped = bytes([whole[place] ^ data.draw(st.integers(1, 255))])
    with pytest.raises(Corrupt):
        unpack(whole[:place] + flipped + whole[place + 1 :])
    with pytest.raises(Corrupt):
        unpack(whole[:place])


def test_it_is_compact() -> None:
    second = Clip(np.zeros(22_050, np.float32), 22_050)
    assert len(pack(second)) == 2 * 22_050 + 18
