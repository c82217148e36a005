"""The parts that are about the log: the thread that has it, and what unlocks it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from mindful.desktop.clocks import passing_clock
from mindful.desktop.key_ring import KeyRing
from mindful.log.desk import LogDesk
from mindful.log.sealed import is_sealed
from mindful.paths import Paths, private_folder
from mindful.sound_parts import SoundParts

if TYPE_CHECKING:
    from concurrent.futures import Future

    from mindful.log.key import Key

AskPassphrase = Callable[[], str]
"""Asks for the passphrase of a locked log; empty to leave it locked."""


class LogParts(SoundParts):
    """Builds and holds the log's desk; `parts.Parts` adds all the rest.

    Args:
        paths: where files are kept.
        now: tells the present moment with its zone.

    Attributes:
        passing: seconds that go on while the computer sleeps.
        ask_passphrase: asks, when the desk is first needed and the log is locked; None where
            nobody can be asked, or where the window does it.
    """

    def __init__(self, paths: Paths, now: Callable[[], datetime]) -> None:
        super().__init__(paths)
        self.now = now
        self.passing = passing_clock()
        self.ask_passphrase: AskPassphrase | None = None
        self._closers: list[Callable[[], None]] = []

    @cached_property
    def desk(self) -> LogDesk:
        """The thread that has the log.

        Raises:
            LogTrouble: the passphrase that was asked for does not open it.
        """
        with self._building:
            if not self.paths.data.exists():
                private_folder(self.paths.data)
            desk = LogDesk(self.paths.log, self.now)
            self._closers.append(desk.close)
            if desk.locked and self.settings.open_unasked:
                desk.unlock_by(self._kept_key)
            if self.ask_passphrase is not None and desk.is_locked_now():
                passphrase = self.ask_passphrase()
                if passphrase:
                    desk.unlock(passphrase).result()
            _tidy(desk)
            return desk

    @property
    def locked(self) -> bool:
        """Whether the passphrase is to be given; builds nothing to find out."""
        # Not the file while it is open: see `mindful.log.sealed.header_of`.
        return self.desk.locked if "desk" in self.__dict__ else is_sealed(self.paths.log)

    @cached_property
    def key_ring(self) -> KeyRing:
        """The operating system's keyring."""
        return KeyRing(self.paths.log)

    def unlock(self, passphrase: str) -> Future[Key]:
        """Open a locked log, and keep what was left unfinished in it.

        Returns:
            Its key, or the LogTrouble that came instead.
        """
        unlocked = self.desk.unlock(passphrase)
        _tidy(self.desk)
        return unlocked

    def forget_kept_key(self) -> None:
        """The log has another key, or none: what the keyring holds opens nothing any more."""
        if self.settings.open_unasked:
            self.key_ring.forget()
            self.remember(open_unasked=False)

    def _kept_key(self) -> Key | None:
        from mindful.log.key import Key

        return Key.from_text(self.key_ring.get())


def _tidy(desk: LogDesk) -> None:
    """Keep what another run left unfinished, and let go of what it deleted."""
    desk.submit(lambda log: log.sits.recover())
    desk.submit(lambda log: log.journal.sweep(left_behind=True))
    desk.submit(lambda log: log.deletions.erase_left_behind())
