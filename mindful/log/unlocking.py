"""From a passphrase to the key that opens a log."""

from __future__ import annotations

import contextlib
from pathlib import Path

from mindful.log.driver import NOT_A_DATABASE, Error, connect_to_read, result_code
from mindful.log.errors import LogTrouble
from mindful.log.key import Key
from mindful.log.rotation import backups_in, folder_beside
from mindful.log.sealed import header_of
from mindful.log.sealing import is_unfinished
from mindful.log.telling import telling

_BACKUPS = 3
"""How many backups are asked whether the passphrase was right after all."""


def key_for(log: Path, passphrase: str) -> Key:
    """The key of a locked log. Nothing is altered, and nothing counted.

    Args:
        log: the file, which nobody in this process has open.
        passphrase: as typed.

    Raises:
        LogTrouble: ``passphrase-wrong``; ``log-damaged`` where it does not open the log but
            opens its backup, so that nobody is told to have forgotten what they know.
    """
    with telling(log):
        key = Key.derived(passphrase, header_of(log))
        if _opens(log, key):
            return key
        # After a change that was interrupted, backups may still have the passphrase of before.
        backups = () if is_unfinished(log) else backups_in(folder_beside(log))[:_BACKUPS]
        if any(_opens_copy(backup.path, key, passphrase) for backup in backups):
            raise LogTrouble("log-damaged", path=str(log))
        raise LogTrouble("passphrase-wrong", path=str(log))


def _opens_copy(path: Path, key: Key, passphrase: str) -> bool:
    salt = header_of(path)
    return _opens(path, key if key.salt == salt else Key.derived(passphrase, salt))


def _opens(path: Path, key: Key) -> bool:
    with contextlib.closing(connect_to_read(path, key)) as connection:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except Error as error:
            if result_code(error) != NOT_A_DATABASE:
                raise
            return False
    return True
