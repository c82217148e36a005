"""From rows to records."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from mindful.log.errors import LogTrouble
from mindful.log.records import Sit
from mindful.log.store import Row, Store

SIT = """
SELECT sits.id AS row, uuid AS id, exercise, title, language, started_at, utc_offset, minutes,
    planned_seconds, sat_seconds, ended, intensity_before, intensity_after, able_to_be_with, note,
    groundings, voice, density, seed, digest, app_version,
    (SELECT json_group_array(word) FROM
        (SELECT word FROM sit_feelings WHERE sit = sits.id ORDER BY position)) AS feelings,
    (SELECT json_group_array(word) FROM
        (SELECT word FROM sit_places WHERE sit = sits.id ORDER BY position)) AS places
FROM sits
"""
"""What `sit_of` needs; a WHERE goes behind it."""

_WORDS = msgspec.json.Decoder(tuple[str, ...])

Record = TypeVar("Record")


def record_of(row: Mapping[str, object], kind: type[Record], path: Path) -> Record:
    """A row as a record, its types checked.

    Raises:
        LogTrouble: ``log-damaged``, when the file holds what we never write.
    """
    try:
        return msgspec.convert(row, kind)
    except msgspec.ValidationError as error:
        raise LogTrouble("log-damaged", path=str(path)) from error


def sit_of(row: Row, path: Path) -> Sit:
    """A row of `SIT` as a sit."""
    words = {name: _WORDS.decode(str(row[name])) for name in ("feelings", "places")}
    return record_of({**row, **words}, Sit, path)


def get_sit(store: Store, sit: str) -> Sit:
    """One sit, running or not.

    Raises:
        LogTrouble: ``sit-unknown``.
    """
    rows = store.rows(f"{SIT} WHERE uuid = :sit AND deleted_at IS NULL", {"sit": sit})
    if not rows:
        raise LogTrouble("sit-unknown", id=sit)
    return sit_of(rows[0], store.path)
