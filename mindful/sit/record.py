"""What a running sit writes into the log, without ever waiting for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from mindful.exercises.timeline import Cue
from mindful.log.desk import LogDesk
from mindful.log.errors import LogTrouble
from mindful.log.records import Ended, NewSit, SpokenCue
from mindful.sit.writing import Writing

if TYPE_CHECKING:  # the log's own libraries are loaded on its thread, not on ours
    from concurrent.futures import Future

    from mindful.log.log import Log


class Record:
    """One sit's way into the log. A log that cannot be written never stops a sit.

    Args:
        desk: the thread that has the log.
        new: what is known of the sit before it begins.
        now: tells the present moment with its zone.
        failed: told, once, when the sit cannot be kept; called on the desk's thread.
    """

    def __init__(
        self,
        desk: LogDesk,
        new: NewSit,
        now: Callable[[], datetime],
        failed: Callable[[LogTrouble], None],
    ) -> None:
        self._desk = desk
        self._new = new
        self._now = now
        self._failed = failed
        self._told = False
        self._sit: str | None = None
        self._heard: list[SpokenCue] = []
        self._pages: dict[int, Writing] = {}

    @property
    def sit(self) -> str | None:
        """The sit's id in the log, or None while it could not be written."""
        return self._sit

    def begin(self) -> Future[None]:
        """Write the sit down as it begins; its start is now, however late it can be written."""
        self._new = msgspec.structs.replace(self._new, started_at=self._now())
        return self._submit()

    def heard(self, cue: Cue) -> None:
        """A line was begun; it is written with the next touch."""
        self._heard.append(SpokenCue.of(cue))

    def keep(self, seconds: float) -> Future[None]:
        """Write down how long has been sat, and what was heard."""

        def work(log: Log) -> None:
            heard = list(self._heard)
            log.sits.touch(self._id(log), seconds, heard)
            self._written(heard)
            self._keep_pages(log)

        return self._submit(work)

    def wrote(self, writing: Writing) -> Future[None]:
        """Keep what stands on a page of writing. May be called from any thread."""
        self._pages[writing.page] = writing
        return self._submit(self._keep_pages)

    def keep_phrases(self, phrases: Sequence[str]) -> Future[None]:
        """Keep phrases of the person's own for other sits. May be called from any thread."""
        return self._submit(lambda log: log.profile.add_phrases(phrases))

    def grounded(self) -> Future[None]:
        """Count one use of Ground me."""
        return self._submit(lambda log: log.sits.grounded(self._id(log)))

    def finish(self, ended: Ended, seconds: float) -> Future[None]:
        """Write down how the sit ended."""

        def work(log: Log) -> None:
            heard = list(self._heard)
            log.sits.finish(self._id(log), ended, seconds, heard)
            self._written(heard)
            self._keep_pages(log)

        finished = self._submit(work)
        # Behind it, so that no sit waits for a backup; one that fails is told by the doctor.
        self._desk.submit(lambda log: log.backups.keep_today())
        return finished

    def _keep_pages(self, log: Log) -> None:
        """Write down the pages that are not safe yet; those that are written on again remain."""
        for page, writing in list(self._pages.items()):
            log.sits.wrote(self._id(log), page, writing.rows)
            if self._pages.get(page) is writing:
                del self._pages[page]

    def _written(self, heard: list[SpokenCue]) -> None:
        """Forget what is safe now; what could not be written is tried with the next touch."""
        del self._heard[: len(heard)]

    def _id(self, log: Log) -> str:
        """The sit's id; a sit that could not be begun before is begun now."""
        if self._sit is None:
            self._sit = log.sits.begin(self._new).id
        return self._sit

    def _submit(self, work: Callable[[Log], None] | None = None) -> Future[None]:
        def begun(log: Log) -> None:
            self._id(log)
            if work is not None:
                work(log)

        future = self._desk.submit(begun)
        future.add_done_callback(self._look)
        return future

    def _look(self, future: Future[None]) -> None:
        error = None if future.cancelled() else future.exception()
        if isinstance(error, LogTrouble) and not self._told:
            self._told = True
            self._failed(error)
