"""The rack: each strike once, shared by all; own sounds among the others."""

import threading
from pathlib import Path

import numpy as np
import pytest

from mindful.audio.bells import FIRM_LUFS, SOFT_LUFS
from mindful.audio.clip import Stored, floats
from mindful.audio.errors import SoundTrouble
from mindful.audio.loudness import momentary_max
from mindful.audio.own_sounds import OwnSounds
from mindful.audio.rack import SoundRack
from tests.audio.files import RATE, ringing, write


@pytest.fixture
def own(tmp_path: Path) -> OwnSounds:
    return OwnSounds(tmp_path / "sounds")


def test_each_strike_is_made_once_for_all_threads() -> None:
    rack = SoundRack()
    start = threading.Barrier(4)
    got: list[Stored] = []

    def take() -> None:
        start.wait(timeout=10)
        got.append(rack.get("wood-block"))

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=10)
    assert len(got) == 4
    assert all(sound is got[0] for sound in got)
    assert rack.get("wood-block", soft=True) is not got[0]


def test_nobody_can_spoil_a_shared_strike() -> None:
    sound = SoundRack().get("wood-block")
    with pytest.raises(ValueError, match="read-only"):
        sound *= 2


def test_an_own_bell_is_struck_firmly_and_softly(own: OwnSounds, tmp_path: Path) -> None:
    bell = own.take(write(tmp_path / "mine.wav", ringing()), "bell")
    rack = SoundRack(own)
    firm, soft = floats(rack.get(bell)), floats(rack.get(bell, soft=True))
    assert momentary_max(firm, RATE) == pytest.approx(FIRM_LUFS, abs=0.2)
    assert momentary_max(soft, RATE) == pytest.approx(SOFT_LUFS, abs=0.2)


def test_a_bell_once_struck_outlives_its_file(own: OwnSounds, tmp_path: Path) -> None:
    bell = own.take(write(tmp_path / "mine.wav", ringing()), "bell")
    rack = SoundRack(own)
    firm = rack.get(bell)
    own.forget(bell)
    assert rack.get(bell) is firm
    assert rack.get(bell, soft=True).any()


def test_ambiences_are_the_same_by_id_and_seed() -> None:
    one, other = (SoundRack().ambience("rain", 5).render(0, 1_000) for _ in range(2))
    np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("rack", [SoundRack(), SoundRack(OwnSounds(Path("nowhere")))])
def test_an_own_sound_that_is_gone_is_told(rack: SoundRack) -> None:
    with pytest.raises(SoundTrouble, match="own-sound-gone"):
        rack.get("own:0123456789ab")
    with pytest.raises(SoundTrouble, match="own-sound-gone"):
        rack.ambience("own:0123456789ab", 1)
