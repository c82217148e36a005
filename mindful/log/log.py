"""The log, open: everything the program keeps of what a person did and wrote."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from mindful.log.backups import Backups
from mindful.log.deleting import Deletions
from mindful.log.errors import LogTrouble
from mindful.log.exports import Exports
from mindful.log.history import History
from mindful.log.imports import Imports
from mindful.log.instants import Clock
from mindful.log.journal import Journal
from mindful.log.key import Key
from mindful.log.mending import Mending
from mindful.log.merging import Merging
from mindful.log.opening import open_log
from mindful.log.playing import PlayingLock
from mindful.log.presets import Presets
from mindful.log.sealing import finish, is_unfinished, retire_copies
from mindful.log.sits import Sits
from mindful.log.statistics import Statistics
from mindful.log.store import Store
from mindful.log.uuid7 import Entropy
from mindful.log.words import Drafts, Profile


class Log:
    """One file, used by the thread that opened it. Outside a desk: tests and one-off commands.

    Args:
        path: the file; made when missing.
        clock: tells the present moment with the zone's offset.
        key: opens an encrypted log; None for a plain one.
        entropy: gives the random part of ids.
        busy_seconds: how long to wait while another process writes.

    Attributes:
        sits: writing sits down.
        mending: sits of the past, added and edited.
        deletions: sits deleted, with a while to undo it.
        history: reading them.
        statistics: what many of them say together.
        profile: the person's name and phrases.
        drafts: writing not finished yet.
        journal: all that was written, and entries without a sit.
        presets: settings of sits by name.
        imports: histories of other apps.
        exports: files to take away.
        merging: another computer's log.
        backups: copies of the whole.

    Raises:
        LogTrouble: the file cannot be opened; see `mindful.log.opening.open_log`.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        *,
        key: Key | None = None,
        entropy: Entropy = os.urandom,
        busy_seconds: float = 5.0,
    ) -> None:
        opened = open_log(path, key=key, busy_seconds=busy_seconds)
        self._store = Store(opened, path, clock)
        self.backups = Backups(opened.conn, path, clock, key)
        self._playing = PlayingLock(path.with_name(f"{path.name}.playing"))
        self.deletions = Deletions(self._store, clock, self.backups.forget_since)
        self.sits = Sits(self._store, self._playing, clock, entropy, self.deletions)
        self.mending = Mending(self._store, clock, entropy)
        self.history = History(self._store, clock)
        self.statistics = Statistics(self._store)
        self.profile = Profile(self._store, clock)
        self.drafts = Drafts(self._store, clock)
        self.journal = Journal(self._store, clock, entropy, self.backups.forget_since)
        self.presets = Presets(self._store, clock, entropy)
        self.merging = Merging(self._store, self.backups.forget_since)
        self.exports = Exports(self._store, self.history, clock)
        self.imports = Imports(self._store, clock, self.backups.forget_since)
        if is_unfinished(path):
            self._finish_change(key)

    def _finish_change(self, key: Key | None) -> None:
        """The log has another key than before: its first backup, then nothing older remains."""
        with contextlib.suppress(LogTrouble, OSError):  # no room, perhaps; the next start tries
            retire_copies(self._store.path, key)
            self.backups.renew_today()
            finish(self._store.path, key)

    def close(self) -> None:
        """Let the file go. Safe to call twice."""
        self._playing.release()
        self._store.close()
