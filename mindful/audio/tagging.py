"""Title, artist, date and chapters, written into a sound file that is otherwise finished.

MP3 and WAV take ID3v2.4 (chapters after "ID3v2 Chapter Frame Addendum", 2005; in WAV it is a
chunk of its own, which few players look at); Ogg Vorbis, Opus and FLAC take Vorbis comments
(chapters as Xiph's "Chapter Extension" names them).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, cast

from mutagen import MutagenError
from mutagen.flac import FLAC
from mutagen.id3 import CHAP, CTOC, ID3, TDRC, TIT2, TPE1, CTOCFlags, Encoding
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis
from mutagen.wave import WAVE

from mindful.audio.file_kinds import FileKind

UNUSED = 0xFFFFFFFF
"""Of ID3's two ways to place a chapter, by time and by byte, the second is left open."""


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A part of a sit: its name, and where it starts and ends, in seconds."""

    name: str
    start: float
    end: float


@dataclass(frozen=True, kw_only=True)
class Tags:
    """What a file says about itself; nothing a person wrote.

    Attributes:
        title: shown by players.
        artist: likewise.
        day: when it was made.
        chapters: in order.
    """

    title: str
    artist: str
    day: date
    chapters: Sequence[Chapter] = ()


def tag(file: BinaryIO, kind: FileKind, tags: Tags) -> None:
    """Write `tags` into a finished `file` of that `kind`, open for reading and writing.

    Raises:
        OSError: the file cannot be written; a full disk is ``ENOSPC``.
    """
    file.seek(0)
    try:
        _write(file, kind, tags)
    except MutagenError as error:
        # mutagen wraps what the file system said; anything else would be a file we wrote badly.
        if error.args and isinstance(error.args[0], OSError):
            raise error.args[0] from error
        raise


def _write(file: BinaryIO, kind: FileKind, tags: Tags) -> None:
    match kind.ending:
        case ".mp3":
            _tag_mp3(file, tags)
        case ".wav":
            _tag_wav(file, tags)
        case ".ogg":
            _tag_comments(file, tags, OggVorbis(file))
        case ".opus":
            _tag_comments(file, tags, OggOpus(file))
        case _:
            _tag_comments(file, tags, FLAC(file))


def _tag_comments(file: BinaryIO, tags: Tags, sound: OggVorbis | OggOpus | FLAC) -> None:
    sound["title"], sound["artist"] = tags.title, tags.artist
    sound["date"] = tags.day.isoformat()
    for name, value in _chapter_comments(tags.chapters):
        sound[name] = value
    file.seek(0)
    sound.save(file)


def _chapter_comments(chapters: Sequence[Chapter]) -> Iterator[tuple[str, str]]:
    for number, chapter in enumerate(chapters, start=1):
        yield f"CHAPTER{number:03}", _clock(chapter.start)
        yield f"CHAPTER{number:03}NAME", chapter.name


def _clock(seconds: float) -> str:
    """Hours, minutes, seconds and thousandths."""
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandths:03}"


def _tag_mp3(file: BinaryIO, tags: Tags) -> None:
    frames = ID3()
    _add_frames(frames, tags)
    frames.save(file)


def _tag_wav(file: BinaryIO, tags: Tags) -> None:
    sound = WAVE(file)
    sound.add_tags()
    # As typed, a file without tags stays one.
    _add_frames(cast(ID3, sound.tags), tags)
    file.seek(0)
    sound.save(file)


def _add_frames(frames: ID3, tags: Tags) -> None:
    frames.add(_title(tags.title))
    frames.add(TPE1(encoding=Encoding.UTF8, text=tags.artist))
    frames.add(TDRC(encoding=Encoding.UTF8, text=tags.day.isoformat()))
    for frame in _chapter_frames(tags.chapters):
        frames.add(frame)


def _chapter_frames(chapters: Sequence[Chapter]) -> Iterator[CHAP | CTOC]:
    names = [f"chapter{number}" for number in range(1, len(chapters) + 1)]
    for name, chapter in zip(names, chapters, strict=True):
        yield CHAP(
            element_id=name,
            start_time=round(chapter.start * 1000),
            end_time=round(chapter.end * 1000),
            start_offset=UNUSED,
            end_offset=UNUSED,
            sub_frames=[_title(chapter.name)],
        )
    if names:
        order = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
        yield CTOC(element_id="chapters", flags=order, child_element_ids=names, sub_frames=[])


def _title(words: str) -> TIT2:
    return TIT2(encoding=Encoding.UTF8, text=words)
