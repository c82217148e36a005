"""The one function that opens the log's file. Nobody else connects to it."""

from __future__ import annotations

import os
from pathlib import Path

from sqlite_utils import Database

from mindful.log.driver import NOT_A_DATABASE, Error, connect_to, result_code
from mindful.log.errors import LogTrouble
from mindful.log.key import Key
from mindful.log.private_files import make_private_file, make_private_folder, sync_folder
from mindful.log.schema import APPLICATION_ID, is_newer, migrations
from mindful.log.sealed import is_sealed
from mindful.log.telling import telling

_SETTINGS = (
    "PRAGMA synchronous = FULL",  # a sit that was confirmed survives a power cut
    "PRAGMA temp_store = MEMORY",  # nothing private in the system's temporary folder
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten
    "PRAGMA cache_size = -32000",  # kibibytes: decrypting a page again costs more than keeping it
    "PRAGMA cell_size_check = ON",  # damage is seen where it lies, before it spreads
)
_LOOKS = 3
"""How often pages of an encrypted file are looked at before a wrong signature counts."""


def open_log(path: Path, *, key: Key | None = None, busy_seconds: float = 5.0) -> Database:
    """Open the log, made anew where there is none, checked and brought up to date.

    A file that is not ours, is locked, damaged or of a newer Mindful is left as it is. The
    file, and with it SQLite's ``-wal`` and ``-shm``, is for its owner only from its first
    moment; so is its folder where we make it.

    Args:
        path: the file. Its folder is made when missing.
        key: opens an encrypted log; a new one is encrypted with it. None for a plain one.
        busy_seconds: how long any statement waits while another process writes.

    Raises:
        LogTrouble: ``log-locked`` without the key, ``passphrase-wrong`` with another one;
            ``log-foreign``, ``log-newer``, ``log-damaged``, ``log-unwritable``, ``log-busy``,
            ``log-disk-full``, ``log-disk-failed`` or ``log-failed``, each with the path.
    """
    with telling(path):
        _make_missing(path)
        _refuse_scraps(path)
        _refuse_what_may_only_be_read(path)
        db = Database(connect_to(path, busy_seconds, key), execute_plugins=False)
        try:
            _prepare(db, path, key)
        except BaseException:
            db.close()
            raise
        return db


def _prepare(db: Database, path: Path, key: Key | None) -> None:
    _refuse_what_is_locked(db, path, key)
    for setting in _SETTINGS:
        db.execute(setting)
    if _is_new(db):
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _refuse_what_is_not_ours(db, path)
    _refuse_damage(db, path)
    if key is not None:
        _refuse_forgery(db, path)
    if is_newer(db):
        raise LogTrouble("log-newer", path=str(path))
    _make_private(path)
    db.execute("PRAGMA journal_mode = WAL")  # Stays another where the file system has no WAL.
    _bring_up_to_date(db)
    db.execute("PRAGMA foreign_keys = ON")  # After the steps: rebuilding a table needs it off.


def _make_missing(path: Path) -> None:
    make_private_folder(path.parent)
    try:
        make_private_file(path)
    except FileExistsError:
        return
    sync_folder(path.parent)  # SQLite does so for files it makes itself.


def _refuse_scraps(path: Path) -> None:
    """SQLite takes a file shorter than its least page for an empty one, and overwrites it.

    Only asked for its size: closing the file here would drop the locks of a connection that
    this process may have to it (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    if 0 < path.stat().st_size < 512:
        raise LogTrouble("log-foreign", path=str(path))


def _refuse_what_may_only_be_read(path: Path) -> None:
    """SQLite would open it, and make files beside it that stay read-only when it is not any more.

    Asked without opening it, for the reason above.
    """
    effective = os.access in os.supports_effective_ids
    if path.is_file() and not os.access(path, os.W_OK, effective_ids=effective):
        raise LogTrouble("log-unwritable", path=str(path))


def _refuse_what_is_locked(db: Database, path: Path, key: Key | None) -> None:
    try:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except Error as error:
        if result_code(error) != NOT_A_DATABASE or not is_sealed(path):
            raise
        code = "log-locked" if key is None else "passphrase-wrong"
        raise LogTrouble(code, path=str(path)) from None  # nothing of the key goes with it


def _make_private(path: Path) -> None:
    """Take others' rights from a file that was copied here with too many."""
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)


def _is_new(db: Database) -> bool:
    return _number(db, "PRAGMA application_id") == 0 and not _number(
        db, "SELECT count(*) FROM sqlite_master"
    )


def _refuse_what_is_not_ours(db: Database, path: Path) -> None:
    if _number(db, "PRAGMA application_id") != APPLICATION_ID:
        raise LogTrouble("log-foreign", path=str(path))


def _refuse_damage(db: Database, path: Path) -> None:
    if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise LogTrouble("log-damaged", path=str(path))


def _refuse_forgery(db: Database, path: Path) -> None:
    """Every page of an encrypted file is signed; here all are looked at, free ones too.

    It reads the file itself, past SQLite: what a crash left in the write-ahead log has to be
    brought over first, and another process that brings its own over is given time to end.
    """
    for _ in range(_LOOKS):
        db.execute("PRAGMA wal_checkpoint").fetchall()
        if not db.execute("PRAGMA cipher_integrity_check").fetchall():
            return
    raise LogTrouble("log-damaged", path=str(path))


def _bring_up_to_date(db: Database) -> None:
    ours = migrations()
    if not ours.pending(db):
        return
    # The write lock first: of two processes that find a step pending, one takes it.
    db.execute("BEGIN IMMEDIATE")
    try:
        ours.apply(db)
        db.commit()
    except BaseException:
        db.rollback()
        raise


def _number(db: Database, sql: str) -> int:
    (number,) = db.execute(sql).fetchone()
    return int(number)
