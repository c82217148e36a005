"""An own recording: any place at once, one level, a loop that is not heard."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.audio.ambience import LOUDNESS
from mindful.audio.errors import SoundTrouble
from mindful.audio.loudness import integrated
from mindful.audio.own_ambience import OwnAmbience
from mindful.audio.own_sounds import OwnSounds
from tests.audio.files import RATE, rushing, write

SECONDS = 16
PERIOD = (SECONDS - 5) * RATE


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("own")


@pytest.fixture(scope="module")
def kept(folder: Path) -> Path:
    OwnSounds(folder / "sounds").take(write(folder / "river.wav", rushing(SECONDS)), "ambience")
    return next((folder / "sounds").glob("*.ambience.flac"))


@settings(max_examples=12, deadline=None)
@given(
    start=st.one_of(st.integers(-3 * RATE, 40 * RATE), st.integers(0, 12 * 3_600 * RATE)),
    blocks=st.lists(st.integers(0, 70_000), min_size=1, max_size=5),
)
def test_samples_do_not_depend_on_the_block_or_the_start(
    kept: Path, start: int, blocks: list[int]
) -> None:
    whole = OwnAmbience(kept, seed=3).render(start, sum(blocks))
    playing = OwnAmbience(kept, seed=3)
    parts, at = [], start
    for frames in blocks:
        parts.append(playing.render(at, frames))
        at += frames
    np.testing.assert_array_equal(np.concatenate(parts), whole)


def test_it_comes_round_without_a_seam_or_a_change_of_level(kept: Path) -> None:
    sound = OwnAmbience(kept, seed=1).render(0, 3 * PERIOD)
    np.testing.assert_array_equal(sound[:PERIOD], sound[PERIOD : 2 * PERIOD])
    seconds = np.split(sound[: len(sound) // RATE * RATE], len(sound) // RATE)
    levels = [integrated(second, RATE) for second in seconds]
    assert max(levels) - min(levels) < 0.6
    steps = np.abs(np.diff(sound, axis=0)).max(axis=1)
    assert steps.max() < 2 * np.quantile(steps, 0.999), "no click anywhere"


def test_it_has_the_loudness_of_ambience(kept: Path) -> None:
    assert integrated(OwnAmbience(kept, seed=1).render(0, 20 * RATE), RATE) == pytest.approx(
        LOUDNESS, abs=0.3
    )


def test_another_seed_begins_elsewhere(kept: Path) -> None:
    one, other = (OwnAmbience(kept, seed).render(0, RATE) for seed in (1, 2))
    assert not np.array_equal(one, other)


def test_it_keeps_only_a_few_seconds_in_memory(kept: Path) -> None:
    ambience = OwnAmbience(kept, seed=1)
    for second in range(60):
        ambience.render(second * RATE, RATE)
    assert sum(block.nbytes for block in ambience._blocks.values()) < 2_000_000


def test_it_plays_on_after_its_file_is_deleted(folder: Path) -> None:
    own = OwnSounds(folder / "deleted")
    sound = own.take(write(folder / "brook.wav", rushing(12.0, seed=4)), "ambience")
    ambience = own.open_ambience(sound, 1)
    own.forget(sound)
    assert ambience.render(5 * RATE, RATE).any()


@pytest.mark.parametrize("damage", ["empty", "no sound", "cut"])
def test_a_damaged_file_is_told(kept: Path, tmp_path: Path, damage: str) -> None:
    data = {"empty": b"", "no sound": b"not a sound at all", "cut": kept.read_bytes()[:60]}[damage]
    broken = tmp_path / "0123456789ab.ambience.flac"
    broken.write_bytes(data)
    with pytest.raises(SoundTrouble, match="own-sound-damaged"):
        OwnAmbience(broken, 1)


def test_what_cannot_be_read_in_mid_sit_is_silence(kept: Path, tmp_path: Path) -> None:
    broken = tmp_path / "0123456789ab.ambience.flac"
    data = bytearray(kept.read_bytes())
    data[len(data) // 3 :] = bytes(len(data) - len(data) // 3)
    broken.write_bytes(data)
    sound = OwnAmbience(broken, 1).render(0, PERIOD)
    assert np.isfinite(sound).all()
    assert sound.shape == (PERIOD, 2)
