"""Read exercise files, and say where one is wrong: file, line and field."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from mindful.exercises.errors import ExerciseTrouble
from mindful.exercises.faults import faults
from mindful.exercises.locate import line_of
from mindful.exercises.model import Exercise

LARGEST_FILE = 1_000_000
"""Bytes; a larger file is refused unread."""


_PART = r"""(?>[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_DEEP_KEY = re.compile(
    rf"(?:^|[{{,\[])[ \t]*{_PART}(?:[ \t]*\.[ \t]*{_PART}){{8,}}[ \t]*[=\]]", re.MULTILINE
)
"""A key of nine parts and more: no exercise has one, and tomllib takes minutes for long ones."""


def load(path: Path) -> Exercise:
    """Read and check one exercise file.

    Raises:
        ExerciseTrouble: ``exercise-unreadable`` (path), or ``exercise-broken`` with the facts
            ``path``, ``line`` (from 1), ``field`` and ``reason``.
    """
    return parse(read(path), path)


def read(path: Path) -> str:
    """The text of an exercise file.

    Raises:
        ExerciseTrouble: as `load`.
    """
    try:
        if not path.is_file():
            # A pipe would wait for ever, a device never end.
            raise ExerciseTrouble("exercise-unreadable", path=_named(path))
        if path.stat().st_size > LARGEST_FILE:
            raise _broken(path, 1, "", f"larger than {LARGEST_FILE:,} bytes")
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise _broken(path, line, "", "not UTF-8 text") from error
    except OSError as error:
        raise ExerciseTrouble("exercise-unreadable", path=_named(path)) from error


def parse(text: str, path: Path) -> Exercise:
    """Turn the text of an exercise file into an exercise.

    Args:
        text: the whole file.
        path: its name, which the id has to match, and which a trouble names.

    Raises:
        ExerciseTrouble: ``exercise-broken``, as `load`.
    """
    try:
        exercise = msgspec.convert(_table(text, path), Exercise)
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at `")
        where = place.rstrip("`") or "$"
        raise _broken(path, line_of(text, where), where.removeprefix("$."), reason) from error
    for where, reason in faults(exercise, path.stem):
        raise _broken(path, line_of(text, where), where, reason)
    return exercise


def digest(exercise: Exercise) -> str:
    """A short fingerprint of an exercise's content, kept with each sit of it (hex, 16 digits).

    Fields at their defaults are left out, so that new ones change no fingerprint.
    """
    return hashlib.sha256(msgspec.json.encode(exercise, order="deterministic")).hexdigest()[:16]


def _table(text: str, path: Path) -> dict[str, Any]:  # Any: TOML values, checked by the caller
    deep = _DEEP_KEY.search(text)
    if deep:
        raise _broken(path, text.count("\n", 0, deep.start()) + 1, "", "a key has too many parts")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        number = int(line[1]) if line else text.count("\n") + 1
        raise _broken(path, number, "", str(error)) from error
    except RecursionError as error:
        raise _broken(path, 1, "", "tables or lists lie too deep within one another") from error
    except ValueError as error:
        # tomllib lets pass what Python says of a number of thousands of digits.
        raise _broken(path, 1, "", "a number or a date is out of any range") from error


def _broken(path: Path, line: int, field: str, reason: str) -> ExerciseTrouble:
    return ExerciseTrouble(
        "exercise-broken", path=_named(path), line=line, field=field, reason=reason
    )


def _named(path: Path) -> str:
    """A file's name as it can be shown, though its bytes be no text."""
    return str(path).encode(errors="replace").decode()
