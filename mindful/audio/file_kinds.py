"""Which kinds of sound file a sit can be written to. No arrays: listing them loads no numpy."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from mindful.audio.errors import SoundTrouble


@dataclass(frozen=True, kw_only=True)
class FileKind:
    """A kind of sound file.

    Attributes:
        ending: of its names, with the dot.
        container: as libsndfile names it.
        coding: likewise.
        lossy: whether the samples come back only nearly.
        effort: libsndfile's compression level, 0 to 1; None for its own.
        mode: libsndfile's bit rate mode; None for its own.
    """

    ending: str
    container: str
    coding: str
    lossy: bool = False
    effort: float | None = None
    mode: str | None = None


FILE_KINDS: MappingProxyType[str, FileKind] = MappingProxyType(
    {
        kind.ending: kind
        for kind in (
            FileKind(
                ending=".mp3",
                container="MP3",
                coding="MPEG_LAYER_III",
                lossy=True,
                effort=0.3,
                mode="VARIABLE",
            ),
            FileKind(ending=".ogg", container="OGG", coding="VORBIS", lossy=True, effort=0.6),
            FileKind(ending=".opus", container="OGG", coding="OPUS", lossy=True),
            FileKind(ending=".flac", container="FLAC", coding="PCM_16"),
            FileKind(ending=".wav", container="WAV", coding="PCM_16"),
        )
    }
)
"""All kinds by their ending, the most widely played first.

MP3 is LAME's V3, Vorbis quality 4, Opus libsndfile's own: each clear for a voice over rain.
"""


def file_kind(path: Path) -> FileKind:
    """The kind of file that `path` is to be, by the ending of its name; letter case aside.

    Raises:
        SoundTrouble: ``file-ending-unknown`` with ``asked``, ``nearest`` and ``known``.
    """
    asked = path.suffix.lower()
    if asked in FILE_KINDS:
        return FILE_KINDS[asked]
    near = difflib.get_close_matches(asked, FILE_KINDS, n=1, cutoff=0.0)
    raise SoundTrouble(
        "file-ending-unknown",
        asked=asked[:12] or path.name[:60],
        nearest=near[0],
        known=" ".join(FILE_KINDS),
    )
