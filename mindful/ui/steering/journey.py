"""One sit's way through the window: begun, grounded, ended, asked about, left."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mindful.wording import bug

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from PySide6.QtGui import QCloseEvent

    from mindful.log.records import Ended, Sit
    from mindful.sit.choice import Choice
    from mindful.ui.background import Background
    from mindful.ui.pages.sit import SitPage
    from mindful.ui.sit_models import AfterAnswer
    from mindful.ui.steering.means import Means
    from mindful.ui.steering.sit import SitSteering
    from mindful.ui.steering.stations import Stations

UNASKED_SECONDS = 60
"""A sit ended within its first minute leads home, without questions."""


class Journey:
    """Leads through sits, one at a time.

    Args:
        means: what every way leads with.
        stations: the steering of the other pages.
    """

    def __init__(self, means: Means, stations: Stations) -> None:
        self._window, self._parts, self._go = means.window, means.parts, means.go
        self._stations = stations
        self._sit: SitSteering | None = None
        self._came_from = ""
        self._closing = False

    @property
    def running(self) -> bool:
        """Whether a sit is under way, paused and grounded included."""
        return self._sit is not None and self._sit.running

    def tell_of_bug(self, report: str) -> None:
        """A mistake of ours: say so at Home, and in a sit, which goes on."""
        self._stations.home.show_bug(report)
        if self.running:
            cast("SitPage", self._window.page("sitting")).set_notice(bug(report))

    def begin(self, choice: Choice) -> None:
        """Begin a sit."""
        from mindful.ui.steering.sit import SitSteering

        page = cast("SitPage", self._window.page("sitting"))
        self.drop()
        self._sit = SitSteering(page, self._parts, choice, self._parts.now, self._ended)
        self._window.show_page("sitting")

    def ground(self) -> None:
        """Ground me, from wherever the person is; a sit falls silent at once."""
        if self._window.current == "grounding":
            return
        self._came_from = self._window.current
        if self._sit is not None and self._sit.running:
            self._sit.ground()
        self._stations.grounding.begin(from_sit=self.running)
        self._window.show_page("grounding")

    def leave_grounding(self) -> None:
        """Back to where Ground me was pressed; a sit goes on."""
        if self.running:
            self.back_to_sit()
        else:
            self._stations.grounding.stop()
            self._window.show_page(self._came_from or "sit")

    def back_to_sit(self) -> None:
        """From Ground me, or from Help, to the sit that waits."""
        self._stations.grounding.stop()
        if self._sit is not None:
            self._sit.back()
        self._window.show_page("sitting")

    def save(self, answer: AfterAnswer) -> None:
        """Keep what was answered, then home."""
        self._stations.after.save(answer, lambda: self._go("sit"))

    def discard(self) -> None:
        """Delete the sit that has just ended, then home."""
        self._stations.after.discard()
        self.drop()
        self._go("sit")

    def close(self, event: QCloseEvent) -> None:
        """The window is to be closed: in mid-sit it asks, as Escape does; a second press closes."""
        if self.running and self._window.current == "sitting" and not self._closing:
            assert self._sit is not None
            self._closing = True
            self._sit.ask_end()
            event.ignore()

    def stay(self) -> None:
        """The person keeps sitting, so the window stays."""
        self._closing = False

    def leave_after(self) -> None:
        """Keep what was answered on After so far, where the person is there."""
        if self._window.current == "after":
            self._stations.after.leave()

    def drop(self) -> None:
        """Let go of the last sit; what still runs ends here and is kept."""
        if self._sit is not None:
            self._sit.close()
            self._sit = None

    def _ended(self, steering: SitSteering, ended: Ended, seconds: float) -> None:
        """The sit is over; its last strike may ring on under the next page."""
        if self._closing:
            self._window.close()
        elif seconds < UNASKED_SECONDS or self._parts.desk.locked:
            # Of a sit that a locked log does not keep, nothing is asked either.
            self._go("sit")
        else:
            self._stations.after.show(
                steering.choice, steering.session.sit, steering.began, ended, seconds
            )
            asleep = ended is _finished() and not steering.choice.exercise.closing
            if asleep:
                self._parts.remember(check_out=steering.session.sit or "")
            self._window.show_page("night" if asleep else "after")

    def wake(self) -> None:
        """After Sleep: someone is there again."""
        self._parts.remember(check_out="")
        self._window.show_page("after")

    def check_out(self, background: Background) -> None:
        """Ask about a sleep that nobody has woken from here, the next time Mindful is opened."""
        sit = self._parts.settings.check_out
        if not sit:
            return
        self._parts.remember(check_out="")

        def ask(kept: Sit) -> None:
            if self._window.current == "sit":
                self._stations.after.show_kept(kept)
                self._window.show_page("after")

        found = self._parts.desk.submit(lambda log: log.history.get(sit))
        background.when(found, ask, lambda _: None)


def _finished() -> Ended:
    from mindful.log.records import Ended  # late: the database's library comes after the window

    return Ended.FINISHED
