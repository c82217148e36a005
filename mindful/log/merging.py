"""Two logs into one: another computer's file is brought in, and the last edit of each record wins.

Stamps of the hybrid clock tell which edit is later, on whichever computer it was made; equal ones
are told apart by the device. A deletion is an edit. A sit and all its parts are one record with
one winner. So the order of merging makes no difference, and merging twice changes nothing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from mindful.log.checking import check_copy, trouble_of, unreadable
from mindful.log.driver import Error
from mindful.log.errors import LogTrouble
from mindful.log.key import Key
from mindful.log.opening import open_log
from mindful.log.own_records import LATEST_STAMP
from mindful.log.sealed import is_sealed
from mindful.log.store import Change, Row, Store
from mindful.log.swapping import copy_with_journals, fold, remove
from mindful.log.telling import telling
from mindful.log.unlocking import key_of_copy
from mindful.log.whole import Kind, kinds, quoted

_COMING = """
INSERT INTO temp.coming
SELECT '{table}', theirs.{key}, ours.{key} IS NOT NULL,
    ours.{key} IS NOT NULL AND ours.deleted_at IS NULL, theirs.deleted_at IS NULL, {began}
FROM theirs.{table} AS theirs LEFT JOIN main.{table} AS ours ON ours.{key} = theirs.{key}
WHERE {settled}
    AND (ours.{key} IS NULL OR (theirs.hlc, theirs.device) > (ours.hlc, ours.device))
"""
_SETTLED = "theirs.ended IS NOT NULL AND (ours.uuid IS NULL OR ours.ended IS NOT NULL)"
"""A sit that runs is its own computer's until it is over."""
_COUNTS = """
SELECT count(*) FILTER (WHERE lives AND NOT lived) AS added,
    count(*) FILTER (WHERE lives AND lived) AS changed,
    count(*) FILTER (WHERE lived AND NOT lives) AS removed,
    min(began) FILTER (WHERE lived AND NOT lives) AS since, count(*) AS records
FROM temp.coming
"""
_AMONG = "SELECT key FROM temp.coming WHERE record_table = '{table}'"
_DROP_PARTS = """
DELETE FROM main.{part} WHERE {link} IN
    (SELECT id FROM main.{table} WHERE {key} IN ({among}))
"""
_REPLACE = """
UPDATE main.{table} SET ({columns}) =
    (SELECT {columns} FROM theirs.{table} AS theirs WHERE theirs.{key} = main.{table}.{key})
WHERE {key} IN ({among} AND is_here)
"""
_ADD = """
INSERT INTO main.{table} ({columns}) SELECT {columns} FROM theirs.{table}
WHERE {key} IN ({among} AND NOT is_here) ORDER BY {order}
"""
_ADD_PARTS = """
INSERT INTO main.{part} ({link}, {part_columns})
SELECT ours.id, {their_columns} FROM theirs.{part} AS parts
JOIN theirs.{table} AS theirs ON theirs.id = parts.{link}
JOIN main.{table} AS ours ON ours.{key} = theirs.{key}
WHERE theirs.{key} IN ({among})
"""
_TAKE_TIME = """
UPDATE main.device SET hlc = max(hlc, (SELECT hlc FROM theirs.device))
"""
_BE_ANOTHER = (
    (
        "UPDATE main.sits SET begun_on = :other WHERE ended IS NULL "
        "AND begun_on = (SELECT device FROM main.device)"
    ),
    "UPDATE main.device SET device = :other",
)
"""For a log that was copied with its device's id: from now on their edits are told apart."""


class Merged(msgspec.Struct, frozen=True):
    """How many records came, were edited since, or were deleted on the other computer."""

    added: int
    changed: int
    removed: int


class Merging:
    """Brings other logs in. All methods raise LogTrouble.

    Args:
        store: the open log.
        discarded: told when deletions came, with the moment the oldest of them began.
    """

    def __init__(self, store: Store, discarded: Callable[[datetime], None]) -> None:
        self._store = store
        self._discarded = discarded

    def preview(self, other: Path, passphrase: str | None = None) -> Merged:
        """What `merge` would do. No record is changed.

        Raises:
            LogTrouble: as `merge`.
        """
        with self._beside(other, passphrase), self._store.change() as change:
            counts = _counted(change, kinds(change.rows).values(), other)
            change.run("DROP TABLE temp.coming", {})
        return msgspec.convert(counts, Merged, strict=False)

    def merge(self, other: Path, passphrase: str | None = None) -> Merged:
        """Bring another log in. It is only read; all of it is taken, or nothing.

        Args:
            other: the file; an older Mindful's will do.
            passphrase: of a locked one.

        Raises:
            LogTrouble: ``merge-locked`` where a passphrase is needed, ``passphrase-wrong``,
                ``merge-is-the-log``, or as `check_copy` for a file that is none of ours.
        """
        with self._beside(other, passphrase):
            merged, since = self._take(other)
        self._store.sweep()
        if since is not None:
            self._discarded(since)
        return merged

    @contextlib.contextmanager
    def _beside(self, other: Path, passphrase: str | None) -> Iterator[None]:
        path = self._store.path
        if other.exists() and other.samefile(path):
            raise LogTrouble("merge-is-the-log", path=str(other))
        with _copied(other, path, passphrase) as (copy, key), self._store.beside(copy, key):
            yield

    def _take(self, other: Path) -> tuple[Merged, datetime | None]:
        with self._store.change() as change:
            every = kinds(change.rows).values()
            counts = _counted(change, every, other)
            for kind in every:
                _bring(change, kind)
            change.run(_TAKE_TIME, {})
            _part_from_a_twin(change)
            change.run("DROP TABLE temp.coming", {})
        counted = msgspec.convert(counts, Merged, strict=False)
        since = counts["since"]
        return counted, None if since is None else datetime.fromisoformat(str(since))


@contextlib.contextmanager
def _copied(other: Path, log: Path, passphrase: str | None) -> Iterator[tuple[Path, Key | None]]:
    """A private copy of the other log, looked through and of this Mindful's schema."""
    copy = log.with_name(f".{log.name}.merging")
    with telling(log):
        remove(copy)  # of an attempt that a power cut ended
        try:
            other.open("rb").close()
        except OSError as error:
            raise unreadable(error, other) from error
        try:
            copy_with_journals(other, copy)
            key = _key_of(copy, other, passphrase)
            try:
                fold(copy, 0, key)
            except Error as error:
                raise trouble_of(error, other, copy) from error
            check_copy(copy, called=other, key=key)
            open_log(copy, key=key).close()
            fold(copy, 0, key)
            yield copy, key
        finally:
            remove(copy)


def _key_of(copy: Path, other: Path, passphrase: str | None) -> Key | None:
    if not is_sealed(copy):
        return None
    if not passphrase:
        raise LogTrouble("merge-locked", path=str(other))
    try:
        return key_of_copy(copy, passphrase)
    except LogTrouble as trouble:
        raise LogTrouble(trouble.code, path=str(other)) from trouble


def _refuse_nonsense(change: Change, kind: Kind, other: Path) -> None:
    """A stamp of the far future would win over every edit for ever."""
    latest = {"latest": LATEST_STAMP}
    if change.rows(f"SELECT 1 FROM theirs.{kind.table} WHERE hlc >= :latest LIMIT 1", latest):
        raise LogTrouble("backup-damaged", path=str(other))


def _counted(change: Change, every: Collection[Kind], other: Path) -> Row:
    """How many of their records would come; which they are stands in ``temp.coming`` then."""
    for kind in every:
        _refuse_nonsense(change, kind, other)
    _find_coming(change, every)
    (counts,) = change.rows(_COUNTS)
    return counts


def _find_coming(change: Change, every: Iterable[Kind]) -> None:
    """Note which of their records are later than ours, or only there."""
    change.run(
        "CREATE TABLE temp.coming (record_table, key, is_here, lived, lives, began, "
        "PRIMARY KEY (record_table, key))",
        {},
    )
    for kind in every:
        is_sits = kind.table == "sits"
        change.run(
            _COMING.format(
                table=kind.table,
                key=kind.key,
                settled=_SETTLED if is_sits else "true",
                began="ours.started_at" if is_sits else "NULL",
            ),
            {},
        )


def _bring(change: Change, kind: Kind) -> None:
    """Put their later records in the place of ours, with their parts."""
    names = {
        "table": kind.table,
        "key": kind.key,
        "order": kind.order,
        "among": _AMONG.format(table=kind.table),
        "columns": ", ".join(quoted(kind.columns)),
    }
    for part in kind.parts:
        change.run(_DROP_PARTS.format(**names, part=part.table, link=part.link), {})
    change.run(_REPLACE.format(**names), {})
    change.run(_ADD.format(**names), {})
    for part in kind.parts:
        columns = quoted(part.columns)
        change.run(
            _ADD_PARTS.format(
                **names,
                part=part.table,
                link=part.link,
                part_columns=", ".join(columns),
                their_columns=", ".join(f"parts.{name}" for name in columns),
            ),
            {},
        )


def _part_from_a_twin(change: Change) -> None:
    same = change.rows(
        "SELECT lower(hex(randomblob(8))) AS other FROM main.device AS ours "
        "JOIN theirs.device AS theirs ON ours.device = theirs.device"
    )
    for row in same:
        for sql in _BE_ANOTHER:
            change.run(sql, {"other": row["other"]})
