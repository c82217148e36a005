"""Own sounds: what is taken comes out level and whole; what cannot be leaves nothing behind."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pyloudnorm
import pytest

from mindful.audio.ambience import LOUDNESS
from mindful.audio.bells import CEILING_DBTP, FIRM_LUFS
from mindful.audio.clip import floats
from mindful.audio.errors import SoundTrouble
from mindful.audio.loudness import integrated, momentary_max, true_peak
from mindful.audio.own_making import AMBIENCE_CEILING_DBTP
from mindful.audio.own_sounds import Kind, OwnSounds, is_own, is_path
from tests.audio.files import RATE, ringing, rushing, write

BOTH_KINDS = pytest.mark.parametrize("kind", ["bell", "ambience"])


@pytest.fixture
def own(tmp_path: Path) -> OwnSounds:
    return OwnSounds(tmp_path / "sounds")


def kept(own: OwnSounds) -> list[Path]:
    """All files there are, hidden ones too."""
    return sorted(own._folder.iterdir()) if own._folder.exists() else []


def refused(own: OwnSounds, path: Path, kind: Kind) -> SoundTrouble:
    with pytest.raises(SoundTrouble) as caught:
        own.take(path, kind)
    assert kept(own) == []
    return caught.value


# What is taken


@pytest.mark.parametrize(
    ("name", "subtype"),
    [
        ("a.wav", "PCM_16"),
        ("a.wav", "FLOAT"),
        ("a.flac", None),
        ("a.ogg", None),
        ("a.mp3", None),
        ("a.aiff", None),
    ],
)
def test_a_bell_of_any_format_is_trimmed_and_levelled(
    own: OwnSounds, tmp_path: Path, name: str, subtype: str | None
) -> None:
    path = write(tmp_path / name, ringing(rate=44_100, lead=0.7), 44_100, subtype)
    bell = own.take(path, "bell")
    assert is_own(bell)
    strike = floats(own.load_bell(bell))
    assert strike.shape[1] == 2
    assert momentary_max(strike, RATE) == pytest.approx(FIRM_LUFS, abs=0.1)
    assert true_peak(strike, RATE) <= CEILING_DBTP + 0.01
    level = np.abs(strike).max(axis=1)
    assert level[: RATE // 100].max() > 0.1 * level.max(), "the onset is at the first frame"
    assert level[-10:].max() < 0.001 * level.max(), "it ends in silence"
    assert len(strike) < 2.2 * RATE


def test_eight_bits_mono_and_8_khz_will_do(own: OwnSounds, tmp_path: Path) -> None:
    path = write(tmp_path / "old.wav", ringing(rate=8_000), 8_000, "PCM_U8")
    strike = floats(own.load_bell(own.take(path, "bell")))
    assert momentary_max(strike, RATE) == pytest.approx(FIRM_LUFS, abs=0.1)
    water = write(tmp_path / "water.wav", rushing(5, rate=8_000, channels=1), 8_000, "PCM_U8")
    sound = own.open_ambience(own.take(water, "ambience"), 1).render(0, 4 * RATE)
    assert integrated(sound, RATE) == pytest.approx(LOUDNESS, abs=0.3)
    np.testing.assert_array_equal(sound[:, 0], sound[:, 1])


def test_a_click_stays_under_the_ceiling(own: OwnSounds, tmp_path: Path) -> None:
    click = np.zeros(RATE, np.float32)
    click[100:110] = 0.9
    strike = floats(own.load_bell(own.take(write(tmp_path / "a.wav", click), "bell")))
    assert true_peak(strike, RATE) == pytest.approx(CEILING_DBTP, abs=0.05)


@pytest.mark.parametrize("channels", [1, 2, 6])
def test_an_ambience_is_as_loud_as_ours_by_another_meter(
    own: OwnSounds, tmp_path: Path, channels: int
) -> None:
    path = write(tmp_path / "a.wav", rushing(14, rate=44_100, channels=channels) + 0.05, 44_100)
    sound = own.open_ambience(own.take(path, "ambience"), 1).render(0, 8 * RATE)
    meter = pyloudnorm.Meter(RATE, filter_class="DeMan")
    assert meter.integrated_loudness(sound.astype(np.float64)) == pytest.approx(LOUDNESS, abs=0.3)
    assert np.abs(sound.mean(axis=0)).max() < 1e-4, "its offset is gone"


def test_an_ambience_of_peaks_stays_under_its_ceiling(own: OwnSounds, tmp_path: Path) -> None:
    sound = rushing(8) * np.float32(0.002)
    sound[:: RATE // 2] = 0.9
    made = own.open_ambience(own.take(write(tmp_path / "a.wav", sound), "ambience"), 1)
    rendered = made.render(0, 12 * RATE)
    assert true_peak(rendered, RATE) <= CEILING_DBTP
    assert integrated(rendered, RATE) < LOUDNESS
    assert AMBIENCE_CEILING_DBTP < CEILING_DBTP


def test_the_same_file_is_kept_once_for_each_kind(own: OwnSounds, tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", ringing(4.0))
    bell = own.take(path, "bell")
    again = own.take(path.rename(tmp_path / "b.wav"), "bell")
    assert bell == again
    assert own.options("bell") == ((bell, "b"),)
    ambience = own.take(tmp_path / "b.wav", "ambience")
    assert ambience != bell
    assert own.options("ambience") == ((ambience, "b"),)


def test_only_the_person_can_read_what_is_kept(tmp_path: Path) -> None:
    own = OwnSounds(tmp_path / "data" / "sounds")
    own.take(write(tmp_path / "a.wav", ringing()), "bell")
    for folder in (own._folder, own._folder.parent):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert [file.suffix for file in kept(own)] == [".flac", ".name"], "nothing else stays"
    assert {file.stat().st_mode & 0o777 for file in kept(own)} == {0o600}


def test_a_name_is_shown_without_what_a_screen_cannot_show(own: OwnSounds, tmp_path: Path) -> None:
    name = "Großmutters\n Glocke\udcff " + "x" * 80 + ".wav"
    own.take(write(tmp_path / "a.wav", ringing()).rename(tmp_path / name), "bell")
    [(_, shown)] = own.options("bell")
    assert shown.startswith("Großmutters Glocke xxx")
    assert len(shown) == 60


def test_a_lost_name_leaves_the_sound(own: OwnSounds, tmp_path: Path) -> None:
    bell = own.take(write(tmp_path / "a.wav", ringing()), "bell")
    next(file for file in kept(own) if file.suffix == ".name").write_bytes(b"\xff\xfe\xff")
    assert own.options("bell") == ((bell, bell.removeprefix("own:")),)


def test_what_is_forgotten_is_gone(own: OwnSounds, tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", ringing())
    bell = own.take(path, "bell")
    own.forget(bell)
    assert own.options("bell") == ()
    assert kept(own) == []
    assert path.exists()
    with pytest.raises(SoundTrouble, match="own-sound-gone"):
        own.load_bell(bell)


def test_what_else_lies_in_the_folder_is_no_sound(own: OwnSounds, tmp_path: Path) -> None:
    own._folder.mkdir()
    for name in ("holiday.bell.flac", "0123456789AB.bell.flac", "0123456789ab.bell.wav"):
        (own._folder / name).write_bytes(b"x")
    assert own.options("bell") == ()


def test_listing_own_sounds_loads_no_numpy() -> None:
    asked = (
        "import sys, pathlib, mindful.audio.own_sounds as own\n"
        "own.OwnSounds(pathlib.Path('nowhere')).options('bell')\n"
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_a_path_is_told_from_an_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert is_path("bell.wav")
    assert is_path("~/bell")
    assert is_path("/somewhere/bell")
    assert not is_path("bell")
    (tmp_path / "bell").touch()
    assert is_path("bell")


# What is refused


@BOTH_KINDS
def test_what_is_not_sound_is_told(own: OwnSounds, tmp_path: Path, kind: Kind) -> None:
    text = tmp_path / "letter.wav"
    text.write_text("Dear bell,\n" * 200)
    assert refused(own, text, kind).code == "sound-not-audio"
    (tmp_path / "empty.wav").touch()
    assert refused(own, tmp_path / "empty.wav", kind).code == "sound-empty"
    headless = write(tmp_path / "none.wav", np.zeros(0, np.float32))
    assert refused(own, headless, kind).code == "sound-empty"
    assert refused(own, tmp_path / "gone.wav", kind).code == "sound-gone"


@BOTH_KINDS
def test_a_pipe_a_device_and_a_folder_are_never_opened(
    own: OwnSounds, tmp_path: Path, kind: Kind
) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    (tmp_path / "link.wav").symlink_to("/dev/zero")
    (tmp_path / "folder.wav").mkdir()
    for name in ("pipe.wav", "link.wav", "folder.wav"):
        assert refused(own, tmp_path / name, kind).code == "sound-no-file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(own: OwnSounds, tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", ringing())
    path.chmod(0)
    assert refused(own, path, "bell").code == "sound-forbidden"


def test_a_file_the_system_refuses_is_told(
    own: OwnSounds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.wav", ringing())

    def refuse(*_args: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)
    assert refused(own, path, "bell").code == "sound-forbidden"


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e30])
@BOTH_KINDS
def test_numbers_that_are_no_sound_are_refused(
    own: OwnSounds, tmp_path: Path, kind: Kind, value: float
) -> None:
    sound = ringing(4.0)
    sound[RATE:][:3] = value
    path = write(tmp_path / "a.wav", sound, subtype="FLOAT")
    assert refused(own, path, kind).code == "sound-not-finite"


@BOTH_KINDS
@pytest.mark.parametrize("level", [0.0, 1e-4])
def test_silence_is_refused(own: OwnSounds, tmp_path: Path, kind: Kind, level: float) -> None:
    path = write(tmp_path / "a.wav", rushing(4) * np.float32(level), subtype="FLOAT")
    assert refused(own, path, kind).code == "sound-silent"


@BOTH_KINDS
def test_an_hour_is_refused_before_any_of_it_is_read(
    own: OwnSounds, tmp_path: Path, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.flac", np.zeros(3_600 * 8_000, np.int16), 8_000)
    monkeypatch.setattr("mindful.audio.sound_file.SoundFile._read", pytest.fail)
    trouble = refused(own, path, kind)
    assert trouble.code == "sound-too-long"
    assert trouble.facts["longest"] == {"bell": 60, "ambience": 1_200}[kind]


def test_a_second_is_no_ambience(own: OwnSounds, tmp_path: Path) -> None:
    trouble = refused(own, write(tmp_path / "a.wav", rushing(1.0)), "ambience")
    assert trouble.code == "sound-too-short"
    assert trouble.facts["shortest"] == 2


def test_a_file_that_was_cut_off_gives_what_there_is(own: OwnSounds, tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", rushing(8))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert own.open_ambience(own.take(path, "ambience"), 1).render(0, RATE).any()


@BOTH_KINDS
def test_any_damage_is_told_or_survived(own: OwnSounds, tmp_path: Path, kind: Kind) -> None:
    """Bytes of real files are thrown about: a sound comes out of it, or a trouble does."""
    drawn = np.random.default_rng(5)
    for name in ("a.wav", "a.flac", "a.ogg", "a.mp3"):
        whole = write(tmp_path / name, ringing(3.0)).read_bytes()
        for _ in range(4):
            data = bytearray(whole)
            for place in drawn.integers(0, len(data), 40):
                data[place] = drawn.integers(0, 256)
            for place in drawn.integers(0, 60, 2):
                data[place] = drawn.integers(0, 256)
            (tmp_path / name).write_bytes(data)
            try:
                sound = own.take(tmp_path / name, kind)
            except SoundTrouble as trouble:
                assert trouble.code.startswith("sound-")
            else:
                assert sound.startswith("own:")
    assert not [file for file in kept(own) if file.suffix == ".part"]


# Where it cannot be kept


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    """A process whose files may not grow beyond 100 kB, as on a disk with no more room."""
    write(tmp_path / "a.wav", rushing(20))
    code = f"""
        import pathlib, resource, signal
        from mindful.audio.errors import SoundTrouble
        from mindful.audio.own_sounds import OwnSounds
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        folder = pathlib.Path({str(tmp_path)!r})
        try:
            OwnSounds(folder / "sounds").take(folder / "a.wav", "ambience")
        except SoundTrouble as trouble:
            print(trouble.code)
        print(*[file.name for file in (folder / "sounds").iterdir()])
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["sound-not-kept"]
    assert done.stderr == ""


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    own = OwnSounds(tmp_path / "file" / "sounds")
    with pytest.raises(SoundTrouble, match="sound-not-kept"):
        own.take(write(tmp_path / "a.wav", ringing()), "bell")


@pytest.mark.long
def test_twenty_minutes_are_taken_in_bounded_memory(own: OwnSounds, tmp_path: Path) -> None:
    write(tmp_path / "a.wav", rushing(1_190, channels=2), subtype="PCM_16")
    code = f"""
        import pathlib, resource
        from mindful.audio.own_making import ambience_from
        from mindful.audio.own_sounds import OwnSounds
        from mindful.audio.own_storing import write_flac
        from mindful.audio.sound_file import opened
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        folder = pathlib.Path({str(tmp_path)!r})
        OwnSounds(folder / "sounds").take(folder / "a.wav", "ambience")
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 64 * 1024, "kB; the whole would be 457 MB of floats"
