"""After's steering: what is asked of a sit that has ended, and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from mindful.exercises.slots import within
from mindful.log.records import Ended, Sit
from mindful.parts import Parts
from mindful.sit.choice import Choice
from mindful.sit.safety import Felt
from mindful.trouble import Trouble
from mindful.ui.background import Background
from mindful.ui.pages.after import AfterPage
from mindful.ui.sit_models import AfterAnswer, AfterView
from mindful.wording import tell

if TYPE_CHECKING:  # the database's library comes after the window
    from mindful.log.log import Log


class AfterSteering:
    """Keeps what is said after a sit; a note is a draft until it is saved.

    Args:
        page: the page.
        parts: the parts of the program.
        background: brings the log's answers.
    """

    def __init__(self, page: AfterPage, parts: Parts, background: Background) -> None:
        self._page = page
        self._parts = parts
        self._background = background
        self._sit: str | None = None
        page.drafted.connect(self._draft)

    def show(
        self, choice: Choice, sit: str | None, began: datetime, ended: Ended, seconds: float
    ) -> None:
        """Ask about a sit; `sit` is its id in the log, or None where it could not be kept."""
        self._sit = sit
        self._page.set_view(
            AfterView(
                title=choice.exercise.title,
                began=began,
                ended=began + timedelta(seconds=seconds),
                seconds=seconds,
                ended_early=ended is not Ended.FINISHED,
                feelings=tuple(feeling.adjective for feeling in choice.answers.feelings),
                within=tuple(filter(None, map(within, choice.answers.places))),
                before=choice.intensity_before,
                numbers=not self._parts.settings.hide_numbers,
                asks_strength="feeling" in choice.exercise.asks and bool(choice.answers.feelings),
                offers_gentler="feeling" in choice.exercise.asks,
                gentler=self._parts.settings.gentler_next,
            )
        )
        self._look_back(sit)

    def show_kept(self, sit: Sit) -> None:
        """Ask about a sit of some time ago."""
        self._sit = sit.id
        self._page.set_view(
            AfterView(
                title=sit.title,
                began=sit.started_there,
                ended=sit.started_there + timedelta(seconds=sit.sat_seconds),
                seconds=sit.sat_seconds,
                ended_early=sit.ended is not Ended.FINISHED,
                feelings=sit.feelings,
                before=sit.intensity_before,
                asks_strength=bool(sit.feelings),
                offers_gentler=bool(sit.feelings),
                gentler=self._parts.settings.gentler_next,
                note=sit.note or "",
                numbers=not self._parts.settings.hide_numbers,
            )
        )
        self._look_back(sit.id)

    def save(self, answer: AfterAnswer, then: Callable[[], None]) -> None:
        """Keep the answers, then go on; where that fails the note stays on the screen."""
        self._reflect(answer, then)

    def discard(self) -> None:
        """Delete the sit, truly."""
        sit, self._sit = self._sit, None
        if sit is not None:
            self._submit(lambda log: _discard(log, sit))

    def leave(self) -> None:
        """Go without Save: the sit is kept, and so is what was answered."""
        self._reflect(self._page.answer, lambda: None)

    def _reflect(self, answer: AfterAnswer, then: Callable[[], None]) -> None:
        sit = self._sit
        if sit is None:
            then()
            return

        def done(_: Sit) -> None:
            self._sit = None
            then()

        self._background.when(
            self._parts.desk.submit(partial(_reflect, sit=sit, answer=answer)), done, self._failed
        )

    def _look_back(self, sit: str | None) -> None:
        """Whether it was stronger after the last sit too; a log that cannot say changes nothing."""

        def told(felt: Felt) -> None:
            if self._sit == sit:
                self._page.set_last(felt)

        self._background.when(
            self._parts.desk.submit(partial(_felt_last, sit=sit)), told, lambda _: None
        )

    def _draft(self, note: str) -> None:
        sit = self._sit
        if sit is not None:
            self._submit(lambda log: log.drafts.save(f"note/{sit}", note))

    def _submit(self, work: Callable[[Log], None]) -> None:
        self._background.when(self._parts.desk.submit(work), lambda _: None, self._failed)

    def _failed(self, trouble: Trouble) -> None:
        self._page.set_notice(tell(trouble))


def _felt_last(log: Log, sit: str | None) -> Felt:
    return Felt(*log.history.strength_before(sit))


def _reflect(log: Log, sit: str, answer: AfterAnswer) -> Sit:
    kept = log.sits.reflect(
        sit,
        intensity_after=answer.strength,
        able_to_be_with=answer.able,
        note=answer.note,
    )
    log.drafts.clear(f"note/{sit}")
    return kept


def _discard(log: Log, sit: str) -> None:
    log.sits.discard(sit)
    log.drafts.clear(f"note/{sit}")
