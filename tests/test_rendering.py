"""A sit as a file: the strikes where the plan says, the words in time, nothing left behind."""

from __future__ import annotations

import itertools
import resource
from collections.abc import Iterator
from pathlib import Path

import mutagen
import numpy as np
import pytest

from mindful.audio.clip import Samples
from mindful.exercises.model import Density
from mindful.exercises.timeline import RATE, Timeline
from mindful.parts import Parts
from mindful.rendering import Rendered, render_sit
from mindful.rendering_job import Order
from mindful.sit.choice import SILENT
from mindful.sit.render import Cancelled
from mindful.sit.scoring import onsets
from mindful.trouble import Trouble
from mindful.voice.errors import VoiceTrouble
from tests.rendering_aids import an_order, decoded, some_parts

ATTACK = RATE // 20
"""Frames of a strike that are looked for."""


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    parts = some_parts(tmp_path / "data")
    yield parts
    parts.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def write(parts: Parts, order: Order) -> Rendered:
    return render_sit(parts, order, lambda _stage, _share, _left: None, lambda: False)


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def strikes_found(heard: Samples, timeline: Timeline, bell: Samples) -> list[int]:
    """Frames by which each strike comes late, within 20 ms."""
    reach = RATE // 50
    padded = np.pad(heard[:, 0], reach).astype(np.float64)
    attack = bell[:ATTACK, 0].astype(np.float64)
    late = []
    for onset in itertools.chain.from_iterable(onsets(cue) for cue in timeline.bells):
        around = padded[onset : onset + ATTACK + 2 * reach]
        late.append(int(np.argmax(np.correlate(around, attack, "valid"))) - reach)
    return late


@pytest.mark.parametrize("ending", [".flac", ".wav", ".ogg", ".opus", ".mp3"])
def test_every_strike_lies_where_the_plan_says(parts: Parts, folder: Path, ending: str) -> None:
    timer = parts.library.find("timer")
    order = an_order(parts, folder / f"sit{ending}", minutes=1, exercise=timer)
    rendered = write(parts, order)
    heard = decoded(order.output)
    assert len(heard) == rendered.frames
    bell = np.asarray(parts.rack.get("wood-block", soft=False), np.float32)
    late = strikes_found(heard, rendered.timeline, bell)
    assert len(late) >= 2
    assert set(late) == {0}
    assert rendered.timeline.bells[-1].start == 60 * RATE


def test_the_last_strike_rings_out_and_then_it_ends(parts: Parts, folder: Path) -> None:
    order = an_order(parts, folder / "sit.wav")
    rendered = write(parts, order)
    last = onsets(rendered.timeline.bells[-1])[-1]
    bell = parts.rack.get("wood-block", soft=False)
    assert rendered.frames == last + len(bell)


def test_the_same_sit_twice_gives_the_same_samples(parts: Parts, folder: Path) -> None:
    timer = parts.library.find("timer")
    for name in ("one.wav", "two.wav"):
        order = an_order(parts, folder / name, minutes=1, exercise=timer, ambience="rain")
        write(parts, order)
    assert np.array_equal(decoded(folder / "one.wav"), decoded(folder / "two.wav"))


def test_the_captions_have_the_times_really_used(parts: Parts, folder: Path) -> None:
    order = an_order(parts, folder / "sit.wav", pace=1.3)
    rendered = write(parts, order)
    assert order.captions is not None
    cues = order.captions.read_text(encoding="utf-8").split("\n\n")[1:]
    heard = np.abs(decoded(order.output)).max(axis=1)
    assert len(cues) >= len(rendered.timeline.spoken) > 3
    for cue, after in itertools.pairwise(rendered.timeline.spoken):
        # The test voice hums from the first frame of a line to its last.
        assert heard[cue.start : cue.start + 480].max() > 0.01
        assert heard[cue.end - 480 : cue.end].max() > 0.01
        assert heard[cue.end + 480 : after.start - 480].max() < 0.01


def test_the_tags_tell_the_exercise_and_nothing_of_the_person(parts: Parts, folder: Path) -> None:
    kind_moment = parts.library.find("kind-moment")
    order = an_order(parts, folder / "sit.flac", minutes=3, exercise=kind_moment, voice=None)
    write(parts, order)
    tags = {name: " ".join(values) for name, values in mutagen.File(order.output).tags.items()}
    assert tags["title"] == f"{kind_moment.title}, 3 minutes"
    assert tags["date"] == "2026-11-24"
    assert tags["chapter001name"] == order.choice.exercise.phase[0].name
    everything = " ".join(tags.values()).casefold()
    assert "seasick" not in everything
    assert "rosalind" not in everything


def test_nothing_goes_to_the_log(parts: Parts, folder: Path) -> None:
    write(parts, an_order(parts, folder / "sit.wav", voice=None, density=Density.BELLS))
    assert not parts.paths.log.exists()


def test_a_sit_without_sound_is_as_long_as_it_should_be(parts: Parts, folder: Path) -> None:
    rendered = write(parts, an_order(parts, folder / "sit.wav", voice=None, bell=SILENT))
    heard = decoded(folder / "sit.wav")
    assert rendered.frames == len(heard) == 2 * 60 * RATE
    assert np.abs(heard).max() < 3 / 32767


def test_progress_goes_from_voice_to_sound_and_never_back(parts: Parts, folder: Path) -> None:
    told: list[tuple[str, float]] = []
    order = an_order(parts, folder / "sit.wav")
    render_sit(parts, order, lambda stage, share, _left: told.append((stage, share)), lambda: False)
    assert [stage for stage, _ in itertools.groupby(told, lambda one: one[0])] == ["voice", "sound"]
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)


@pytest.mark.parametrize("stage", ["voice", "sound"])
def test_cancelled_at_any_stage_nothing_is_left(parts: Parts, folder: Path, stage: str) -> None:
    reached: list[str] = []
    order = an_order(parts, folder / "sit.ogg")
    with pytest.raises(Cancelled):
        render_sit(
            parts, order, lambda now, _share, _left: reached.append(now), lambda: stage in reached
        )
    assert left(folder) == []


def test_lines_that_cannot_be_spoken_are_captions_only(
    parts: Parts, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak = parts.speaker.speak

    def failing(sentence: str, voice: str, pace: float = 1.0, *, private: bool) -> object:
        if "breath" in sentence:
            raise VoiceTrouble("voice-died", engine="test")
        return speak(sentence, voice, pace, private=private)

    monkeypatch.setattr(parts.speaker, "speak", failing)
    order = an_order(parts, folder / "sit.wav")
    rendered = write(parts, order)
    assert 0 < rendered.unspoken < len(rendered.timeline.spoken)
    assert order.captions is not None
    assert "breath" in order.captions.read_text(encoding="utf-8")


def test_a_voice_that_says_nothing_at_all_is_a_trouble(
    parts: Parts, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_args: object, **_options: object) -> object:
        raise VoiceTrouble("voice-died", engine="test")

    monkeypatch.setattr(parts.speaker, "speak", failing)
    with pytest.raises(VoiceTrouble, match="voice-died"):
        write(parts, an_order(parts, folder / "sit.wav"))
    assert left(folder) == []


@pytest.mark.parametrize("ending", [".flac", ".wav", ".ogg", ".opus", ".mp3"])
def test_a_disk_that_fills_up_is_told_and_nothing_is_left(
    parts: Parts, folder: Path, ending: str
) -> None:
    order = an_order(parts, folder / f"sit{ending}", voice=None, ambience="rain")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))  # a real error of write()
    try:
        with pytest.raises(Trouble) as trouble:
            write(parts, order)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert trouble.value.code == "file-disk-full"
    assert trouble.value.facts == {"path": str(order.output)}
    assert left(folder) == []


def test_a_wrong_place_is_told_before_a_line_is_spoken(parts: Parts, tmp_path: Path) -> None:
    order = an_order(parts, tmp_path / "gone" / "sit.ogg")
    with pytest.raises(Trouble) as trouble:
        render_sit(parts, order, lambda *_: pytest.fail("it began"), lambda: False)
    assert trouble.value.code == "folder-missing"
