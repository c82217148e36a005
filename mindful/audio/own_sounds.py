"""The bells and ambiences a person brings along: taken from any file, kept in a folder.

Nothing here loads numpy until a sound is taken or opened, so that listing them is quick.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mindful.audio.errors import SoundTrouble

if TYPE_CHECKING:
    from mindful.audio.clip import Stored
    from mindful.audio.own_ambience import OwnAmbience

Kind = Literal["bell", "ambience"]

_ID = re.compile(r"own:([0-9a-f]{12})")
_DIGITS = 12
_LONGEST_NAME = 60
"""Characters of a file's name that are kept to be shown."""


def is_own(sound: str) -> bool:
    """Whether an id is that of an own sound, there or gone."""
    return _ID.fullmatch(sound) is not None


def is_path(wanted: str) -> bool:
    """Whether what was asked for is, or is meant as, a file rather than an id."""
    if any(sign in wanted for sign in ("/", os.sep, ".", "~")):
        return True
    return Path(wanted).exists()


class OwnSounds:
    """Own sounds in a folder. May be shared between threads and processes.

    A sound is a FLAC file (48 kHz, stereo, 16 bits) named after a digest of what it was made of,
    so that the same file taken twice is kept once; its own name lies beside it.

    Args:
        folder: where they are kept; made when the first one is taken.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, path: Path, kind: Kind) -> str:
        """Check, level and keep a file as a bell or an ambience. Slow: seconds for a long one.

        Returns:
            Its id, ``own:`` and twelve hexadecimal digits.

        Raises:
            SoundTrouble: the file cannot be used (codes as `sound_file.opened`,
                `own_making.bell_from` and `own_making.ambience_from`), or ``sound-not-kept``
                with ``path`` of the folder. Nothing of it is left then.
        """
        from mindful.audio.own_making import ambience_from, bell_from
        from mindful.audio.sound_file import opened

        make = bell_from if kind == "bell" else ambience_from
        with opened(path) as sound:
            digits = sound.digest(start=kind.encode())[:_DIGITS]
            if not self._file(digits, kind).exists():
                self._keep(make(sound), self._file(digits, kind))
            self._keep_name(path, self._file(digits, kind))
        return f"own:{digits}"

    def options(self, kind: Kind) -> tuple[tuple[str, str], ...]:
        """Ids of the own sounds of a kind, and the names of the files they came from."""
        found = [
            (f"own:{file.name[:_DIGITS]}", self._name(file))
            for file in self._folder.glob(f"*.{kind}.flac")
            if is_own(f"own:{file.name.removesuffix(f'.{kind}.flac')}")
        ]
        return tuple(sorted(found, key=lambda option: (option[1].casefold(), option[0])))

    def forget(self, sound: str) -> None:
        """Delete an own sound; the file it came from stays where it is.

        Raises:
            SoundTrouble: ``sound-not-deleted`` with ``path``.
        """
        for kind in ("bell", "ambience"):
            file = self._file(_digits(sound), kind)
            try:
                file.unlink(missing_ok=True)
                _name_file(file).unlink(missing_ok=True)
            except OSError as error:
                raise SoundTrouble("sound-not-deleted", path=str(file)) from error

    def load_bell(self, sound: str) -> Stored:
        """A firm strike: 16 bits of shape ``(frames, 2)`` at 48 kHz, the onset at frame 0.

        Raises:
            SoundTrouble: ``own-sound-gone`` or ``own-sound-damaged``.
        """
        from mindful.audio.own_bell import own_bell

        return own_bell(self._file(_digits(sound), "bell"))

    def open_ambience(self, sound: str, seed: int) -> OwnAmbience:
        """An own ambience that begins where `seed` says, for one thread.

        Raises:
            SoundTrouble: ``own-sound-gone`` or ``own-sound-damaged``.
        """
        from mindful.audio.own_ambience import OwnAmbience

        return OwnAmbience(self._file(_digits(sound), "ambience"), seed)

    def _file(self, digits: str, kind: str) -> Path:
        return self._folder / f"{digits}.{kind}.flac"

    def _keep(self, pieces: Iterator[Stored], file: Path) -> None:
        """Write a sound whole or not at all."""
        from mindful.audio.own_storing import write_flac

        try:
            # One by one: parents made along the way would be open to all.
            self._folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.mkdir(mode=0o700, exist_ok=True)
            self._folder.chmod(0o700)
        except OSError as error:
            raise SoundTrouble("sound-not-kept", path=str(self._folder)) from error
        temporary = self._temporary()
        try:
            write_flac(pieces, temporary)
            temporary.replace(file)
        except OSError as error:
            raise SoundTrouble("sound-not-kept", path=str(self._folder)) from error
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)

    def _keep_name(self, path: Path, file: Path) -> None:
        """Keep the name to be shown; without it the sound is still there."""
        shown = "".join(letter for letter in path.stem if letter.isprintable())[:_LONGEST_NAME]
        temporary = self._temporary()
        with contextlib.suppress(OSError):
            temporary.touch(mode=0o600)
            temporary.write_text(shown, encoding="utf-8")
            temporary.replace(_name_file(file))
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)

    def _temporary(self) -> Path:
        """A name nobody else uses, on the same disk."""
        return self._folder / f".{os.getpid()}-{secrets.token_hex(4)}.part"

    def _name(self, file: Path) -> str:
        try:
            shown = _name_file(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            shown = ""
        return shown or file.name[:_DIGITS]


def _name_file(file: Path) -> Path:
    return file.with_suffix(".name")


def _digits(sound: str) -> str:
    found = _ID.fullmatch(sound)
    if found is None:
        raise SoundTrouble("own-sound-gone")
    return found[1]
