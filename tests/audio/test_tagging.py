"""Tags: every kind of file says what it is, and its sound stays as it was."""

from __future__ import annotations

import io
from datetime import date

import mutagen
import numpy as np
import pytest
import soundfile

from mindful.audio.file_kinds import FILE_KINDS, FileKind
from mindful.audio.sound_writer import RATE, SoundWriter
from mindful.audio.tagging import Chapter, Tags, tag

TAGS = Tags(
    title="Sit With the Feeling, 12 minutes",
    artist="Mindful",
    day=date(2026, 11, 24),
    chapters=(
        Chapter(name="Arrive", start=0.0, end=61.5),
        Chapter(name="Allow it, kindly", start=61.5, end=3725.25),
    ),
)


def tagged(kind: FileKind) -> tuple[bytes, io.BytesIO]:
    """The file before, and with its tags."""
    at = np.arange(3 * RATE)
    sound = (0.2 * np.sin(at / 20))[:, None].repeat(2, axis=1).astype(np.float32)
    file = io.BytesIO()
    with SoundWriter(file, kind) as writer:
        writer.write(sound)
    before = file.getvalue()
    tag(file, kind, TAGS)
    return before, file


@pytest.mark.parametrize("kind", FILE_KINDS.values(), ids=lambda kind: kind.ending)
def test_tags_leave_the_sound_as_it_was(kind: FileKind) -> None:
    before, after = tagged(kind)
    after.seek(0)
    heard, _ = soundfile.read(after)
    untagged, _ = soundfile.read(io.BytesIO(before))
    assert np.array_equal(heard, untagged)


@pytest.mark.parametrize("ending", [".ogg", ".opus", ".flac"])
def test_vorbis_comments_hold_title_date_and_chapters(ending: str) -> None:
    _, file = tagged(FILE_KINDS[ending])
    file.seek(0)
    found = mutagen.File(file).tags
    assert found["title"] == ["Sit With the Feeling, 12 minutes"]
    assert found["artist"] == ["Mindful"]
    assert found["date"] == ["2026-11-24"]
    assert found["chapter001"] == ["00:00:00.000"]
    assert found["chapter001name"] == ["Arrive"]
    assert found["chapter002"] == ["00:01:01.500"]
    assert found["chapter002name"] == ["Allow it, kindly"]
    assert "chapter003" not in found


@pytest.mark.parametrize("ending", [".mp3", ".wav"])
def test_id3_holds_title_date_and_chapters(ending: str) -> None:
    _, file = tagged(FILE_KINDS[ending])
    file.seek(0)
    found = mutagen.File(file).tags
    assert str(found["TIT2"]) == "Sit With the Feeling, 12 minutes"
    assert str(found["TPE1"]) == "Mindful"
    assert str(found["TDRC"]) == "2026-11-24"
    assert found["CTOC:chapters"].child_element_ids == ["chapter1", "chapter2"]
    second = found["CHAP:chapter2"]
    assert (second.start_time, second.end_time) == (61_500, 3_725_250)
    assert str(second.sub_frames["TIT2"]) == "Allow it, kindly"
