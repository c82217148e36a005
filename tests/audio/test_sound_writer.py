"""Files: what comes back is what went in, frame for frame, in every kind; a full disk is told."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import numpy as np
import pytest
import soundfile

from mindful.audio.clip import Samples
from mindful.audio.errors import SoundTrouble
from mindful.audio.file_kinds import FILE_KINDS, FileKind, file_kind
from mindful.audio.sound_writer import RATE, SoundWriter, dithered

LOSSLESS = [kind for kind in FILE_KINDS.values() if not kind.lossy]


def written(kind: FileKind, samples: Samples, block: int = 16_384) -> bytes:
    file = io.BytesIO()
    with SoundWriter(file, kind) as writer:
        for start in range(0, len(samples), block):
            writer.write(samples[start : start + block])
    return file.getvalue()


def decoded(data: bytes) -> Samples:
    samples, rate = soundfile.read(io.BytesIO(data), dtype="float32", always_2d=True)
    assert rate == RATE
    return np.asarray(samples)


def a_strike() -> Samples:
    at = np.arange(RATE // 5) / RATE
    rung = np.exp(-at * 4) * np.sin(2 * np.pi * 220 * at) + np.exp(-at * 30) * np.sin(9000 * at)
    return np.asarray(0.2 * rung, np.float32)


def lag(heard: Samples, strike: Samples, onset: int) -> int:
    """Frames by which a strike comes late, within a fiftieth of a second."""
    reach = RATE // 50
    around = np.zeros(len(strike) + 2 * reach)
    first, last = max(0, onset - reach), min(len(heard), onset + len(strike) + reach)
    around[first - onset + reach : last - onset + reach] = heard[first:last, 0]
    return int(np.argmax(np.correlate(around, strike, "valid"))) - reach


@pytest.mark.parametrize("kind", FILE_KINDS.values(), ids=lambda kind: kind.ending)
def test_every_strike_is_at_its_frame_after_decoding(kind: FileKind) -> None:
    strike = a_strike()
    samples = np.zeros((6 * RATE + 1234, 2), np.float32)
    onsets = [0, 48_001, 111_111, len(samples) - RATE // 5]
    for onset in onsets:
        samples[onset : onset + len(strike)] += strike[:, None]
    heard = decoded(written(kind, samples))
    assert len(heard) == len(samples)
    assert [lag(heard, strike, onset) for onset in onsets] == [0, 0, 0, 0]


@pytest.mark.parametrize("kind", LOSSLESS, ids=lambda kind: kind.ending)
def test_the_same_samples_give_the_same_file_whatever_the_blocks(kind: FileKind) -> None:
    samples = a_strike()[:, None].repeat(2, axis=1)
    assert written(kind, samples) == written(kind, samples)
    steps = np.abs(decoded(written(kind, samples)) - samples) * 32768
    assert steps.max() < 2.1  # half a step of rounding, one of dither, and the two full scales


def test_dither_makes_the_error_of_rounding_independent_of_the_sound() -> None:
    faint = np.full((1 << 16, 2), 0.3 / 32767, np.float32)  # plain rounding would lose it
    steps = dithered(faint, 0)
    assert steps.mean() == pytest.approx(0.3, abs=0.01)
    assert steps.std() == pytest.approx((1 / 6 + 1 / 12) ** 0.5, abs=0.01)  # noise and rounding
    assert np.array_equal(steps, dithered(faint, 0))
    assert not np.array_equal(steps, dithered(faint, 1))


def test_dither_never_wraps_around() -> None:
    loudest = np.array([[1.0, -1.0]] * 4096, np.float32)
    steps = dithered(loudest, 0)
    assert steps[:, 0].min() > 32_000
    assert steps[:, 1].max() < -32_000


@pytest.mark.parametrize("kind", FILE_KINDS.values(), ids=lambda kind: kind.ending)
def test_a_full_disk_is_told_as_such(kind: FileKind) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("only Linux has a device that is always full")
    noise = np.random.default_rng(1).uniform(-0.5, 0.5, (4 * RATE, 2)).astype(np.float32)
    no_room = os.strerror(errno.ENOSPC)
    with (
        full.open("r+b", buffering=0) as file,
        pytest.raises(OSError, match=no_room),
        SoundWriter(file, kind) as writer,
    ):
        writer.write(noise)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("sit.mp4", ".mp3"), ("sit.oga", ".ogg"), ("sit.wave", ".wav"), ("sit", None)],
)
def test_an_unknown_ending_names_the_nearest(name: str, nearest: str | None) -> None:
    with pytest.raises(SoundTrouble) as trouble:
        file_kind(Path(name))
    assert trouble.value.code == "file-ending-unknown"
    assert trouble.value.facts["nearest"] == nearest or nearest is None
    assert trouble.value.facts["nearest"] in FILE_KINDS


def test_endings_are_known_in_capitals() -> None:
    assert file_kind(Path("Sit.MP3")).ending == ".mp3"


def test_other_players_are_told_the_delay_of_the_coder() -> None:
    samples = a_strike()[:, None].repeat(2, axis=1)
    mp3 = written(FILE_KINDS[".mp3"], samples)
    info = mp3.index(b"LAME")  # after "Xing" or "Info", in the first frame
    delay = mp3[info + 21] << 4 | mp3[info + 22] >> 4
    padding = (mp3[info + 22] & 15) << 8 | mp3[info + 23]
    assert b"Xing" in mp3[:info] or b"Info" in mp3[:info]
    assert delay >= 576  # LAME's own delay
    assert (len(samples) + delay + padding) % 1152 == 0
    opus = written(FILE_KINDS[".opus"], samples)
    head = opus.index(b"OpusHead")
    assert int.from_bytes(opus[head + 10 : head + 12], "little") >= 120  # RFC 7845, 5.1
