"""The way between pages: what leads where, and what happens to a sit on the way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QCloseEvent

from mindful.trouble import Trouble
from mindful.ui.background import Background
from mindful.ui.steering.again import sit_again
from mindful.ui.steering.countdown import Countdown
from mindful.ui.steering.extra_way import ExtraWay
from mindful.ui.steering.first_way import FirstWay
from mindful.ui.steering.help_way import HelpWay
from mindful.ui.steering.journey import Journey
from mindful.ui.steering.lock_way import LockWay
from mindful.ui.steering.means import Means
from mindful.ui.steering.pages import make_check_in, make_history, make_journal
from mindful.ui.steering.pages_ahead import PagesAhead
from mindful.ui.steering.privacy_way import PrivacyWay
from mindful.ui.steering.save_way import SaveWay
from mindful.ui.steering.sit_pages import SitPages
from mindful.ui.steering.stations import Stations
from mindful.wording import _

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from mindful.exercises.answers import Answers
    from mindful.parts import Parts
    from mindful.sit.choice import Choice
    from mindful.ui.look import Look
    from mindful.ui.pages.checkin import CheckInPage
    from mindful.ui.pages.exercise_errors import ExerciseErrors
    from mindful.ui.pages.history import HistoryPage
    from mindful.ui.pages.home import Home
    from mindful.ui.pages.settings import Settings
    from mindful.ui.steering.choosing import Chosen
    from mindful.ui.window import Window


class Steering:
    """Leads a person through the window.

    Args:
        window: shows the pages.
        look: the look.
        parts: the parts of the program.

    Attributes:
        stations: the steering of each page.
        tell_of_bug: says where the person is that we made a mistake.
        first: the first pages.
    """

    def __init__(self, window: Window, look: Look, parts: Parts) -> None:
        self._window = window
        self._look = look
        self._parts = parts
        self._background = Background(window)
        means = Means(window, look, parts, self._background, self.go)
        self.stations = Stations(means, self._set_up_a_voice)
        self._journey = Journey(means, self.stations)
        self.tell_of_bug = self._journey.tell_of_bug
        self._sit_pages = SitPages(means, self._journey, self.stations)
        self._save_way = SaveWay(means, self.stations)
        self._extra_way = ExtraWay(means, self.stations)
        self.first = FirstWay(window, look, self._welcomed, lambda: self.go("help"))
        self._help_way = HelpWay(means, self._journey)
        self._lock_way = LockWay(
            means,
            self.stations,
            is_busy=lambda: self._journey.running or self._save_way.busy,
            read_log=self._read_log,
        )
        self._privacy_way = PrivacyWay(means, self._erase)
        self._countdown = Countdown(window, look, self._journey.begin, lambda: self.go("sit"))
        self._add_pages()
        self._pages_ahead = PagesAhead(window, self._lock_way.idle, self.stations.show_known)
        window.navigated.connect(self.go)
        window.ground_me.connect(self._journey.ground)
        window.scale_wanted.connect(self._set_scale)
        window.closing.connect(self._close)

    @property
    def chosen(self) -> Chosen:
        """Exercise, length and voice on Home."""
        return self.stations.chosen

    def start(self, choice: Choice | None = None) -> None:
        """Show the first page, or begin a sit straight away."""
        if choice is not None:
            self._countdown.begin(choice)
        elif self._parts.settings.welcomed:
            self._window.show_page(self._lock_way.first_page())
        else:
            self._window.show_page("first-run")

    def wake(self) -> None:
        """Load what is slow, now that the window is painted."""
        home = self.stations.home
        soon = self._parts.soon(self._parts.warm)
        self._background.when(soon, home.show_voice, lambda _: home.show_voice(None))
        self._window.page("grounding")  # made before anyone needs it
        self._lock_way.wake()
        self._read_log()
        self._pages_ahead.begin_at_once()

    def _read_log(self) -> None:
        self.stations.home.refresh()
        if not self._parts.desk.locked:
            self._journey.check_out(self._background)
        kept = self._parts.desk.submit(lambda log: log.profile.all())
        self._background.when(kept, self.chosen.know_person, lambda _: None)

    def _erase(self) -> None:
        """Everything is to go: nothing of ours may have a file open then."""
        self.stop()
        self._window.erasing.emit()

    def stop_sit(self) -> None:
        """End a sit that runs, keeping what was sat."""
        self._journey.drop()

    def stop_saving(self) -> None:
        """Stop a saving that runs, leaving nothing behind."""
        self._save_way.close()

    def stop(self) -> None:
        """End what runs, keeping what was sat, and what was answered about it."""
        self._pages_ahead.stop()
        self.stations.settle()
        self._journey.leave_after()
        self._background.close()
        self.stop_saving()
        self.stop_sit()

    # Pages

    def _add_pages(self) -> None:
        window = self._window
        window.add_page("sit", self._make_home)
        window.add_page("history", self._make_history)
        window.add_page("journal", lambda: make_journal(self._look))
        window.add_page("settings", self._make_settings)
        window.add_page("exercise-errors", self._make_exercise_errors)
        window.add_page("check-in", self._make_check_in, full_bleed=True)

    def _make_home(self) -> Home:
        from mindful.ui.pages.home import Home

        page = Home(self._look)
        page.begin.connect(self.next_from_home)
        page.check_in_wanted.connect(lambda: self.stations.before.ask(self._begin, check_in=True))
        page.save_wanted.connect(self._save_way.ask)
        page.extra_wanted.connect(self._extra_way.ask)
        page.errors_wanted.connect(lambda: self.go("exercise-errors"))
        return page

    def _make_history(self) -> HistoryPage:
        again = partial(sit_again, self._parts, self.stations, self._background, self._begin)
        export = self._privacy_way.data.export
        return make_history(self._look, lambda: self.go("sit"), again, export)

    def _make_settings(self) -> Settings:
        from mindful.ui.pages.settings import Settings

        page = Settings(self._look)
        page.safety.help_wanted.connect(lambda: self.go("help"))
        self._privacy_way.connect(page.privacy)
        return page

    def _make_exercise_errors(self) -> ExerciseErrors:
        from mindful.ui.pages.exercise_errors import ExerciseErrors
        from mindful.ui.steering.exercise_errors import ExerciseErrorsSteering

        page = ExerciseErrors(self._look)
        self._errors = ExerciseErrorsSteering(page, self._parts, self.stations.home.read_again)
        page.left.connect(lambda: self.go("sit"))
        return page

    def _make_check_in(self) -> CheckInPage:
        page = make_check_in(self._look, self._parts.vocabulary)
        page.begun.connect(self.stations.before.answered)
        page.back.connect(lambda: self.go("sit"))
        page.help_wanted.connect(lambda: self.go("help"))
        page.ground_wanted.connect(self._journey.ground)
        page.kindness_wanted.connect(lambda: self.stations.before.instead("kind-moment"))
        return page

    # Ways

    def go(self, name: str) -> None:
        """To a page, by the rail or a key."""
        self._journey.leave_after()
        if self._window.current == "grounding":
            self.stations.grounding.stop()
        if self._window.current == "journal" != name:
            self.stations.journal.leave()
        self._help_way.remember_where(name)
        if self._lock_way.holds(name):
            return
        self.stations.show_known(name)
        self._window.show_page(name)
        self.stations.refresh(name)

    def _set_up_a_voice(self) -> None:
        self.go("settings")
        cast("Settings", self._window.page("settings")).begin_with_voice()

    def _welcomed(self) -> None:
        self._change(welcomed=True)
        self.go("sit")

    def next_from_home(self) -> None:
        """Begin was pressed on Home: feeling exercises ask first what is here."""
        self.stations.before.ask(self._begin)

    def begin_with(self, answers: Answers, strength: int | None) -> None:
        """Begin what is chosen on Home with these answers."""
        self._begin(self.stations.before.choice(answers, strength))

    def _begin(self, choice: Choice) -> None:
        self._countdown.begin(choice)
        self.chosen.renew()

    def _close(self, event: QCloseEvent) -> None:
        self._journey.close(event)
        if event.isAccepted():
            self._save_way.close_asked(event)
            if not event.isAccepted():
                self._journey.stay()
        if event.isAccepted():
            self._journey.leave_after()

    def _set_scale(self, scale: float) -> None:
        self._look.set_scale(scale)
        self._change(text_scale=scale)

    def _change(self, **settings: object) -> None:
        try:
            self._parts.change_settings(**settings)
        except Trouble as trouble:
            self.stations.home.show_trouble(_("Something couldn’t be kept"), trouble)
