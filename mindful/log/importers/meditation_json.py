"""The package `meditation`'s ``.meditation_history.json``: a list of sessions, the place's clock.

Each has ``duration_seconds``, ``session_type`` and ``timestamp``, which is when it was over.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import msgspec

from mindful.log.errors import LogTrouble
from mindful.log.importers.model import BadLine, ImportedSit, Item, UnreadableCell
from mindful.log.importers.times import iso_moment, seconds_length

ID = "meditation"
_EXERCISES = {"breathing": "pacer-coherent"}


def read_meditation(text: bytes) -> Iterator[Item]:
    """The sessions, each with its number in the list for a line.

    Raises:
        LogTrouble: ``import-broken`` with ``line``; ``import-unknown``: JSON of something else.
    """
    try:
        document = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise LogTrouble("import-broken", line=1) from error
    if isinstance(document, dict):
        document = document.get("sessions")
    if not isinstance(document, list):
        raise LogTrouble("import-unknown")
    for number, each in enumerate(document, 1):
        yield _read(number, each)


def _read(number: int, session: object) -> Item:
    if not isinstance(session, dict) or not {"duration_seconds", "timestamp"} <= session.keys():
        return BadLine(number, "cells-missing")
    try:
        seconds = seconds_length(str(session["duration_seconds"]))
        over = iso_moment(str(session["timestamp"]))
        began = over - timedelta(seconds=seconds)
    except UnreadableCell as error:
        return BadLine(number, error.reason)
    except OverflowError:
        return BadLine(number, "length-unreadable")
    kind = str(session.get("session_type", ""))
    return ImportedSit(
        line=number,
        began=began,
        seconds=seconds,
        exercise=_EXERCISES.get(kind, "timer"),
        title=kind.capitalize(),
    )
