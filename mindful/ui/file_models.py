"""What the page of exercise files with errors shows: frozen records of words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FileError:
    """Where in an exercise file something is wrong, and what: "breath.toml:12", a message."""

    place: str
    message: str


@dataclass(frozen=True)
class BrokenFiles:
    """What the page of exercise files with errors shows.

    Attributes:
        said: what that means for the other exercises, or that nothing is wrong any more.
        folder: where the files lie.
        errors: the first error of each file.
    """

    said: str
    folder: str
    errors: tuple[FileError, ...]
