"""History's steering: the log's answers as the page shows them, the quick ones first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from mindful.log.instants import day_of
from mindful.log.records import Ended, Sit, SpokenCue, TimeSat, Written
from mindful.parts import Parts
from mindful.trouble import Trouble
from mindful.ui.background import Background
from mindful.ui.history_models import (
    Habits,
    HistoryFilter,
    HistoryOptions,
    Option,
    SitsView,
    YearView,
)
from mindful.ui.pages.history import HistoryPage
from mindful.ui.pages.history_list import PAGE
from mindful.ui.paint.year_cells import WEEKS as YEAR_WEEKS
from mindful.ui.steering.history_edits import HistoryEdits
from mindful.ui.steering.history_habits import hours_of, months_of, practices_of
from mindful.ui.steering.history_words import change_of, past_sit_of, row_of, year_words
from mindful.wording import tell

if TYPE_CHECKING:  # the database's library comes after the window
    from mindful.log.log import Log
    from mindful.log.statistics import Hour, Tally, Totals
    from mindful.log.which import Order, Which

    First = tuple[tuple[int, ...], tuple[Sit | None, ...]]
    Offered = tuple[tuple[tuple[Tally, ...], ...], Totals]
    When = tuple[tuple[TimeSat, ...], tuple[Hour, ...], tuple[Tally, ...]]
    Kept = tuple[Sit, tuple[SpokenCue, ...], tuple[Written, ...]]

WEEKS = 12
"""How many weeks the bars show, the present one included."""

Answer = TypeVar("Answer")
Topic = Literal["list", "pictures", "options", "sit"]
"""Questions that take each other's place: only the newest one's answers are shown."""


class HistorySteering:
    """Fills History each time it is shown, and follows what is chosen on it.

    The newest sits come first, then the year; what takes longer is asked when these are shown,
    so that it takes no time from them. What was asked before something else is not even looked
    up any more, and an answer that comes later is dropped.

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
        self._keys: tuple[int, ...] = ()
        self._pictures_due = False
        self._chosen = page.filter
        page.filtered.connect(self._choose)
        page.rows_wanted.connect(self._fetch)
        page.opened.connect(self._open)
        page.numbers_wished.connect(self._show_numbers)
        self.edits = HistoryEdits(
            page, parts, background, keys=self._keys_of, changed=self.refresh, reopen=self._open
        )

    def show_known(self) -> None:
        """Show numbers or hide them, before anything is seen."""
        self._page.show_numbers(numbers=not self._parts.settings.hide_numbers)

    def refresh(self, row: int = -1) -> None:
        """Ask the log and show what it says; come back to a row where one is given."""
        self._begin("options")
        self.edits.begin()
        self._ask(pictures=True, row=row)

    def leave(self, page: str) -> None:
        """A page is left: History's deletions stay then, and it opens with its list again."""
        if page == "history":
            for topic in self._asked:
                self._begin(topic)
            self.edits.settle()
            self._page.show_all()

    def _keys_of(self, rows: Sequence[int]) -> tuple[int, ...]:
        """The log's numbers of rows."""
        return tuple(self._keys[row] for row in rows if row < len(self._keys))

    def _choose(self, chosen: HistoryFilter) -> None:
        """Other days or another order change the list alone; other filters all of the page."""
        before, self._chosen = self._chosen, chosen
        self._ask(pictures=before.sits != chosen.sits)

    def _ask(self, *, pictures: bool, row: int = -1) -> None:
        """The list, and where it is not the list alone that changes, all of the page."""
        self._begin("list")
        if pictures:
            self._begin("pictures")
            self._pictures_due = True
        chosen, day_ends = self._page.filter, self._parts.settings.day_ends
        which, order = which_of(chosen, day_ends), order_of(chosen)

        def look(log: Log) -> First:
            keys = log.history.keys(which, order)
            return keys, log.history.read(keys[:PAGE])

        def show(found: First) -> None:
            self._show_first(found, row)
            if self._pictures_due:
                self._pictures_due = False
                self._ask_pictures(chosen, day_ends)

        self._want("list", look, show)

    def _ask_pictures(self, chosen: HistoryFilter, day_ends: time) -> None:
        """One question a turn, so that rows that come into view need not wait for all."""
        year = which_of(chosen, day_ends, since=self._year_begins())
        every = which_of(chosen, day_ends, since=date.min)
        since = (self._today().replace(day=1) - timedelta(days=334)).replace(day=1)
        lately = msgspec.structs.replace(every, since=since)
        self._want("pictures", lambda log: log.history.days_of(year), self._show_days)
        self._want(
            "pictures",
            lambda log: (
                log.history.months_of(lately),
                log.statistics.hours(every),
                log.statistics.exercises(every),
            ),
            self._show_habits,
        )
        self._want(
            "pictures",
            lambda log: log.statistics.before_and_after(every),
            lambda told: self._page.show_changes(tuple(map(change_of, told))),
        )
        self._want("options", _offered, self._show_options)

    def _begin(self, topic: Topic) -> None:
        """Whatever was asked of it before is of no interest any more."""
        self._asked[topic] = self._asked.get(topic, 0) + 1

    def _want(
        self, topic: Topic, work: Callable[[Log], Answer], then: Callable[[Answer], None]
    ) -> None:
        asked = self._asked.get(topic)

        def look(log: Log) -> Answer | None:
            return work(log) if asked == self._asked.get(topic) else None

        def arrived(answer: Answer | None) -> None:
            if answer is not None and asked == self._asked.get(topic):
                then(answer)

        self._background.when(self._parts.desk.submit(look), arrived, self._tell)

    def _show_first(self, found: First, row: int) -> None:
        self._keys, sits = found
        rows = tuple(row_of(sit) for sit in sits if sit is not None)
        count = len(self._keys)
        settings = self._parts.settings
        view = SitsView(count, rows, self._now(), settings.day_ends, settings.hide_notes)
        self._page.show_sits(view, row)

    def _show_habits(self, when: When) -> None:
        months, hours, exercises = when
        self._page.show_habits(
            Habits(hours_of(hours), months_of(months, self._today()), practices_of(exercises))
        )

    def _show_days(self, days: tuple[TimeSat, ...]) -> None:
        minutes = {day.begins: round(day.seconds / 60) for day in days}
        year = YearView(minutes=minutes, today=self._today(), words=year_words(days))
        self._page.show_year(year, minutes_by_week(days, self._today()))

    def _show_options(self, found: Offered) -> None:
        (exercises, feelings, places), totals = found
        years: tuple[int, ...] = ()
        if totals.first is not None and totals.last is not None:
            years = tuple(range(totals.last.year, totals.first.year - 1, -1))
        self._page.show_options(
            HistoryOptions(_options(exercises), _options(feelings), _options(places), years)
        )

    def _fetch(self, page: int) -> None:
        """Rows that came into view; of no use any more when another list came before them."""
        listed = self._keys
        keys = listed[page * PAGE : (page + 1) * PAGE]

        def show(sits: tuple[Sit | None, ...]) -> None:
            if listed is self._keys:
                rows = [None if sit is None else row_of(sit) for sit in sits]
                self._page.model.fill(page, rows)

        self._want("list", lambda log: log.history.read(keys), show)

    def _open(self, key: str) -> None:
        def look(log: Log) -> Kept:
            return log.history.get(key), log.history.cues(key), log.history.writings(key)

        def show(kept: Kept) -> None:
            again = self.edits.can_be_sat(kept[0])
            self._page.show_sit(past_sit_of(*kept, again=again))

        self._begin("sit")
        self._want("sit", look, show)

    def _show_numbers(self, numbers: bool) -> None:
        self._parts.remember(hide_numbers=not numbers)
        self._page.show_numbers(numbers=numbers)

    def _tell(self, trouble: Trouble) -> None:
        self._page.show_trouble(tell(trouble))
        self._failed(trouble)

    def _today(self) -> date:
        return day_of(self._now(), self._parts.settings.day_ends)

    def _year_begins(self) -> date:
        return _monday(self._today()) - timedelta(weeks=YEAR_WEEKS - 1)


def _offered(log: Log) -> Offered:
    told = log.statistics
    return (told.exercises(), told.feelings(), told.places()), told.totals()


def _options(tallies: tuple[Tally, ...]) -> tuple[Option, ...]:
    return tuple((tally.key, tally.title) for tally in tallies)


def order_of(chosen: HistoryFilter) -> Order:
    """The order in which the log is to list them."""
    from mindful.log.which import Order

    return Order(chosen.order)


def which_of(chosen: HistoryFilter, day_ends: time, since: date | None = None) -> Which:
    """The log's sits that the page means; with `since`, all days from there on."""
    from mindful.log.which import Which

    all_days = since is not None
    return Which(
        since=since or chosen.since or date.min,
        until=date.max if all_days or chosen.until is None else chosen.until,
        exercise=chosen.exercise or None,
        feeling=chosen.feeling or None,
        place=chosen.place or None,
        ended=Ended(chosen.ended) if chosen.ended else None,
        search=chosen.search,
        day_ends=day_ends,
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
