"""The steering of each page, made when it is first needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from collections.abc import Callable

    from mindful.ui.pages.after import AfterPage
    from mindful.ui.pages.grounding import GroundingPage
    from mindful.ui.pages.history import HistoryPage
    from mindful.ui.pages.home import Home
    from mindful.ui.pages.journal import JournalPage
    from mindful.ui.pages.settings import Settings
    from mindful.ui.steering.after import AfterSteering
    from mindful.ui.steering.before import Before
    from mindful.ui.steering.choosing import Chosen
    from mindful.ui.steering.diagnosing import Diagnosing
    from mindful.ui.steering.grounding import GroundingSteering
    from mindful.ui.steering.history import HistorySteering
    from mindful.ui.steering.home import HomeSteering
    from mindful.ui.steering.journal import JournalSteering
    from mindful.ui.steering.means import Means
    from mindful.ui.steering.previews import Previews
    from mindful.ui.steering.settings import SettingsSteering


class Stations:
    """What the pages are steered by, and what several of them share.

    Args:
        means: what every way leads with.
        set_up_a_voice: leads to where a voice is set up.
    """

    def __init__(
        self,
        means: Means,
        set_up_a_voice: Callable[[], None],
    ) -> None:
        self._set_up_a_voice = set_up_a_voice
        self._window, self._look = means.window, means.look
        self._parts, self._background = means.parts, means.background

    def show_known(self, name: str) -> None:
        """Show on the page of that name what is known without asking; it is about to be seen."""
        if name == "sit":
            self.home.show_all()
        elif name == "history":
            self.history.show_known()
        elif name == "settings":
            self.settings.show_known()
        elif name == "journal":
            _ = self.journal  # made now, filled once the log has answered

    def refresh(self, name: str) -> None:
        """Ask for the rest of what the page of that name shows; it is seen by now."""
        if name == "sit":
            self.home.refresh()
            self.home.prepare()
        elif name == "history":
            self.history.refresh()
        elif name == "journal":
            self.journal.refresh()
        elif name == "settings":
            self.settings.refresh()

    def forget_own_words(self) -> None:
        """Let go of what may hold a person's own words; it is made anew when needed."""
        for name in ("before", "history", "journal", "settings", "after"):
            self.__dict__.pop(name, None)
        self.chosen.forget_person()
        self.home.forget_log()

    @cached_property
    def chosen(self) -> Chosen:
        """Exercise, length and voice on Home."""
        from mindful.ui.steering.choosing import Chosen

        return Chosen(self._parts)

    @cached_property
    def before(self) -> Before:
        """Asks what an exercise needs to know."""
        from mindful.ui.steering.before import Before

        return Before(self._window, self._parts, self.chosen, self._background)

    @cached_property
    def previews(self) -> Previews:
        """Lets sounds be heard before a sit; they fall silent when a page is left."""
        from mindful.ui.steering.previews import Previews

        previews = Previews(self._parts, self._window)
        self._window.leaving.connect(previews.hush)
        return previews

    @cached_property
    def home(self) -> HomeSteering:
        """Fills Home."""
        from mindful.ui.steering.home import HomeSteering

        page = cast("Home", self._window.page("sit"))
        return HomeSteering(
            page,
            self._parts,
            self.chosen,
            self._background,
            self.previews,
            self._set_up_a_voice,
        )

    @cached_property
    def history(self) -> HistorySteering:
        """Fills History."""
        from mindful.ui.steering.history import HistorySteering

        page = cast("HistoryPage", self._window.page("history"))
        failed = self.home.show_unread
        history = HistorySteering(page, self._parts, self._background, self._parts.now, failed)
        self._window.leaving.connect(history.leave)
        return history

    def settle(self) -> None:
        """The app ends: what waits for an undo is done, and the length chosen last is kept."""
        if "chosen" in self.__dict__:
            self.chosen.keep_minutes()
        if "history" in self.__dict__:
            self.history.edits.settle()

    @cached_property
    def journal(self) -> JournalSteering:
        """Fills the Journal."""
        from mindful.ui.steering.journal import JournalSteering

        page = cast("JournalPage", self._window.page("journal"))
        failed = self.home.show_unread
        return JournalSteering(page, self._parts, self._background, self._parts.now, failed)

    @cached_property
    def settings(self) -> SettingsSteering:
        """Fills Settings."""
        from mindful.ui.steering.settings import SettingsSteering

        page = cast("Settings", self._window.page("settings"))
        page.safety.diagnostics_wanted.connect(self.diagnosing.open)
        return SettingsSteering(
            page,
            self._look,
            self._parts,
            self.chosen,
            self._background,
            self.previews,
            self.home.show_voice,
        )

    @cached_property
    def diagnosing(self) -> Diagnosing:
        """Fills the diagnostics page."""
        from mindful.ui.steering.diagnosing import Diagnosing

        return Diagnosing(self._window, self._look, self._parts, self._background)

    @cached_property
    def grounding(self) -> GroundingSteering:
        """Runs Ground me."""
        from mindful.ui.steering.grounding import GroundingSteering

        page = cast("GroundingPage", self._window.page("grounding"))
        return GroundingSteering(page, self._parts, lambda: self.chosen.voice)

    @cached_property
    def after(self) -> AfterSteering:
        """Asks about a sit that has ended."""
        from mindful.ui.steering.after import AfterSteering

        page = cast("AfterPage", self._window.page("after"))
        return AfterSteering(page, self._parts, self._background)
