"""From a passphrase to the key that opens a log."""

from __future__ import annotations

import contextlib
from pathlib import Path

from mindful.log.driver import NOT_A_DATABASE, Error, connect_to_read, result_code
from mindful.log.errors import LogTrouble
from mindful.log.key import Key
from mindful.log.rotation import backups_in, folder_beside
from mindful.log.sealed import header_of, is_sealed
from mindful.log.sealing import is_unfinished
from mindful.log.telling import telling

_BACKUPS = 3
"""How many backups are asked whether the passphrase was right after all."""


def key_for(log: Path, passphrase: str) -> Key:
    """The key of a locked log. Nothing is altered, and nothing counted.

    Args:
        log: the file, which nobody in this process has open.
        passphrase: as typed.

    Returns:
        The key. It may be one that opens no more than a backup, where the log's beginning is
        damaged: nobody is told to have forgotten what they know.

    Raises:
        LogTrouble: ``passphrase-wrong``.
    """
    with telling(log):
        keys = {header_of(log): Key.derived(passphrase, header_of(log))}
        # After a change that was interrupted, backups may still have the passphrase of before.
        backups = () if is_unfinished(log) else backups_in(folder_beside(log))[:_BACKUPS]
        for path in (log, *(backup.path for backup in backups)):
            salt = header_of(path)
            key = keys.get(salt) or keys.setdefault(salt, Key.derived(passphrase, salt))
            if opens(path, key):
                return key
        raise LogTrouble("passphrase-wrong", path=str(log))


def key_of_copy(copy: Path, passphrase: str) -> Key | None:
    """The key of a locked backup; None for one that is not locked.

    Raises:
        LogTrouble: ``passphrase-wrong``.
    """
    with telling(copy):
        if not is_sealed(copy):
            return None
        key = Key.derived(passphrase, header_of(copy))
        if not opens(copy, key):
            raise LogTrouble("passphrase-wrong", path=str(copy))
        return key


def opens(path: Path, key: Key) -> bool:
    """Whether a key opens a file at rest.

    Raises:
        Error: the file cannot be read.
    """
    with contextlib.closing(connect_to_read(path, key)) as connection:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except Error as error:
            if result_code(error) != NOT_A_DATABASE:
                raise
            return False
    return True
