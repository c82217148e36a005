"""History's steering: the sits of the log as rows, and the minutes of twelve weeks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from mindful.log.records import Sit, TimeSat
from mindful.parts import Parts
from mindful.trouble import Trouble
from mindful.ui.background import Background
from mindful.ui.pages.history import HistoryPage
from mindful.ui.sit_models import HistoryRow, HistoryView

if TYPE_CHECKING:  # the database's library comes after the window
    from mindful.log.log import Log

WEEKS = 12
"""How many weeks the bars show, this one included."""


class HistorySteering:
    """Fills History each time it is shown.

    Args:
        page: the page.
        parts: the parts of the program.
        background: brings the log's answers.
        now: tells the present moment with its zone.
        failed: told when the log cannot be read.
    """

    def __init__(
        self,
        page: HistoryPage,
        parts: Parts,
        background: Background,
        now: Callable[[], datetime],
        failed: Callable[[Trouble], None],
    ) -> None:
        self._page = page
        self._parts = parts
        self._background = background
        self._now = now
        self._failed = failed

    def refresh(self) -> None:
        """Ask the log and show what it says."""
        monday = _monday(self._now().date())
        since = monday - timedelta(weeks=WEEKS - 1)

        def look(log: Log) -> tuple[tuple[Sit, ...], tuple[TimeSat, ...]]:
            return log.history.find(), log.history.weeks(since=since)

        self._background.when(self._parts.desk.submit(look), self._show, self._failed)

    def _show(self, found: tuple[tuple[Sit, ...], tuple[TimeSat, ...]]) -> None:
        sits, weeks = found
        now = self._now()
        self._page.set_view(
            HistoryView(
                rows=tuple(map(row_of, sits)), weeks=minutes_by_week(weeks, now.date()), today=now
            )
        )


def row_of(sit: Sit) -> HistoryRow:
    """A sit as a row of the list."""
    return HistoryRow(
        key=sit.id,
        began=sit.started_there,
        title=sit.title,
        minutes=round(sit.sat_seconds / 60),
        feelings=sit.feelings,
        note=sit.note,
        before=sit.intensity_before,
        after=sit.intensity_after,
    )


def minutes_by_week(weeks: tuple[TimeSat, ...], today: date) -> tuple[int, ...]:
    """Minutes of each of the last weeks, weeks without a sit included, this one last."""
    sat = {week.begins: round(week.seconds / 60) for week in weeks}
    monday = _monday(today)
    return tuple(sat.get(monday - timedelta(weeks=back), 0) for back in range(WEEKS - 1, -1, -1))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
