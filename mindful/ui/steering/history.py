"""History's steering: the log's answers as the page shows them, the quick ones first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal, TypeVar

from mindful.log.records import Sit, SpokenCue, TimeSat
from mindful.parts import Parts
from mindful.trouble import Trouble
from mindful.ui.background import Background
from mindful.ui.history_models import HistoryFilter, HistoryOptions, SitsView, YearView
from mindful.ui.pages.history import HistoryPage
from mindful.ui.pages.history_list import PAGE
from mindful.ui.paint.year_cells import WEEKS as YEAR_WEEKS
from mindful.ui.steering.history_words import change_of, past_sit_of, row_of, year_words
from mindful.wording import tell

if TYPE_CHECKING:  # the database's library comes after the window
    from mindful.log.log import Log
    from mindful.log.statistics import Tally
    from mindful.log.which import Which

    First = tuple[int, tuple[Sit, ...]]
    Tallies = tuple[tuple[Tally, ...], tuple[Tally, ...]]

WEEKS = 12
"""How many weeks the bars show, the present one included."""

Answer = TypeVar("Answer")
Topic = Literal["list", "pictures", "options", "sit"]
"""Questions that take each other's place: only the newest one's answers are shown."""


class HistorySteering:
    """Fills History each time it is shown, and follows what is chosen on it.

    The newest sits come first, then the year; what takes longer follows.
    An answer that comes after something else was asked is dropped.

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
        self._asked: dict[Topic, int] = {}
        self._keys: tuple[int, ...] | None = None
        self._waiting: list[int] = []
        self._chosen = page.filter
        page.filtered.connect(self._choose)
        page.rows_wanted.connect(self._fetch)
        page.opened.connect(self._open)
        page.numbers_wished.connect(self._show_numbers)

    def refresh(self) -> None:
        """Ask the log and show what it says."""
        self._page.show_numbers(numbers=not self._parts.settings.hide_numbers)
        self._ask(pictures=True)
        self._want("options", _tallies, self._show_options)

    def _choose(self, chosen: HistoryFilter) -> None:
        """Another day changes the list alone; another practice or feeling all of the page."""
        before, self._chosen = self._chosen, chosen
        same = (before.exercise, before.feeling) == (chosen.exercise, chosen.feeling)
        self._ask(pictures=not same)

    def _ask(self, *, pictures: bool) -> None:
        """One question a turn, so that rows that come into view need not wait for all."""
        self._begin("list")
        if pictures:
            self._begin("pictures")
        self._keys, self._waiting = None, []
        which, begins = which_of(self._page.filter), self._year_begins()
        year = which_of(self._page.filter, since=begins)
        every = which_of(self._page.filter, since=date.min)
        self._want(
            "list",
            lambda log: (log.history.count(which), log.history.sits(which, PAGE)),
            self._show_first,
        )
        if pictures:
            self._want("pictures", lambda log: log.history.days_of(year), self._show_days)
        self._want("list", lambda log: log.history.keys(which), self._show_keys)
        if pictures:
            self._want(
                "pictures",
                lambda log: log.statistics.before_and_after(every),
                lambda told: self._page.show_changes(tuple(map(change_of, told))),
            )

    def _begin(self, topic: Topic) -> None:
        """Whatever was asked of it before is of no interest any more."""
        self._asked[topic] = self._asked.get(topic, 0) + 1

    def _want(
        self, topic: Topic, work: Callable[[Log], Answer], then: Callable[[Answer], None]
    ) -> None:
        asked = self._asked.get(topic)

        def arrived(answer: Answer) -> None:
            if asked == self._asked.get(topic):
                then(answer)

        self._background.when(self._parts.desk.submit(work), arrived, self._tell)

    def _show_first(self, found: First) -> None:
        count, sits = found
        rows = tuple(map(row_of, sits))
        self._page.show_sits(SitsView(count=count, first=rows, today=self._now()))

    def _show_days(self, days: tuple[TimeSat, ...]) -> None:
        minutes = {day.begins: round(day.seconds / 60) for day in days}
        year = YearView(minutes=minutes, today=self._today(), words=year_words(days))
        self._page.show_year(year, minutes_by_week(days, self._today()))

    def _show_keys(self, keys: tuple[int, ...]) -> None:
        self._keys = keys
        waiting, self._waiting = self._waiting, []
        for page in waiting:
            self._fetch(page)

    def _show_options(self, found: Tallies) -> None:
        exercises, feelings = (
            tuple((tally.key, tally.title) for tally in tallies) for tallies in found
        )
        self._page.show_options(HistoryOptions(exercises=exercises, feelings=feelings))

    def _fetch(self, page: int) -> None:
        """Rows that came into view; while the sits' numbers are still to come, they wait."""
        if self._keys is None:
            self._waiting.append(page)
            return
        keys = self._keys[page * PAGE : (page + 1) * PAGE]

        def show(sits: tuple[Sit | None, ...]) -> None:
            rows = [None if sit is None else row_of(sit) for sit in sits]
            self._page.model.fill(page, rows)

        self._want("list", lambda log: log.history.read(keys), show)

    def _open(self, key: str) -> None:
        def look(log: Log) -> tuple[Sit, tuple[SpokenCue, ...]]:
            return log.history.get(key), log.history.cues(key)

        self._begin("sit")
        self._want("sit", look, lambda found: self._page.show_sit(past_sit_of(*found)))

    def _show_numbers(self, numbers: bool) -> None:
        self._parts.remember(hide_numbers=not numbers)
        self._page.show_numbers(numbers=numbers)

    def _tell(self, trouble: Trouble) -> None:
        self._page.show_trouble(tell(trouble))
        self._failed(trouble)

    def _today(self) -> date:
        # Days end at four in the morning, as the log's do.
        return (self._now() - timedelta(hours=4)).date()

    def _year_begins(self) -> date:
        return _monday(self._today()) - timedelta(weeks=YEAR_WEEKS - 1)


def _tallies(log: Log) -> Tallies:
    return log.statistics.exercises(), log.statistics.feelings()


def which_of(chosen: HistoryFilter, since: date | None = None) -> Which:
    """The log's sits that the page means; with `since`, all days from there on."""
    from mindful.log.which import Which

    all_days = since is not None
    return Which(
        since=since or chosen.since or date.min,
        until=date.max if all_days or chosen.until is None else chosen.until,
        exercise=chosen.exercise or None,
        feeling=chosen.feeling or None,
    )


def minutes_by_week(days: tuple[TimeSat, ...], today: date) -> tuple[int, ...]:
    """Minutes of each of the last weeks, weeks without a sit included, the present one last."""
    first = _monday(today) - timedelta(weeks=WEEKS - 1)
    seconds = [0.0] * WEEKS
    for day in days:
        week = (day.begins - first).days // 7
        if 0 <= week < WEEKS:
            seconds[week] += day.seconds
    return tuple(round(sat / 60) for sat in seconds)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
