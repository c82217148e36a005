"""Home's length: followed at once while it is dragged, and kept when it has stood for a while."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QLocale, QTime, QTimer

from mindful.parts import Parts
from mindful.ui.models import Length
from mindful.ui.pages.home import Home
from mindful.ui.steering.choosing import Chosen
from mindful.ui.steering.extras import extra_of
from mindful.ui.turn import OnceATurn
from mindful.wording import _, early_words, gentler_words, ngettext

TICK_MS = 20_000
"""How often the time at which a sit would end is looked at again."""

STOOD_MS = 400
"""After this a length is taken for chosen: until then a drag may go on."""


class LengthSteering:
    """Shows the length and the shape of the sit, and follows them.

    Args:
        page: Home.
        parts: the parts of the program.
        chosen: exercise and length.
        moved: told after each change; the primary button names the length.
        stood: told when a length has stood for a while.

    Attributes:
        clock: ticks while the window is open.
    """

    def __init__(
        self,
        page: Home,
        parts: Parts,
        chosen: Chosen,
        moved: Callable[[], None],
        stood: Callable[[], None],
    ) -> None:
        self._page = page
        self._chosen = chosen
        self._now = parts.now
        self._moved = moved
        self._stood = stood
        self._shape = OnceATurn(lambda: page.set_timeline(chosen.timeline()), page)
        self._standing = QTimer(page)
        self._standing.setSingleShot(True)
        self._standing.setInterval(STOOD_MS)
        self._standing.timeout.connect(self._keep)
        self.clock = QTimer(page)
        self.clock.timeout.connect(self._tick)
        self.clock.start(TICK_MS)
        page.minutes_changed.connect(self._set_minutes)

    def show(self) -> None:
        """Show the length chosen, and the plan."""
        self._show_end()
        self._page.set_extra(extra_of(self._chosen), open_ended=self._chosen.open_ended)
        self._shape.ask()

    def _set_minutes(self, minutes: int) -> None:
        """Only what tells of the length follows each step; files and voice wait for its end."""
        self._chosen.set_minutes(minutes)
        self._show_end()
        self._shape.ask()
        self._moved()
        self._standing.start()

    def _keep(self) -> None:
        self._chosen.keep_minutes()
        self._stood()

    def _tick(self) -> None:
        """Time has passed: the sit would end later."""
        if self._page.isVisible() and not self._page.panel.length.numeral.hasFocus():
            self._show_end()

    def tell(self) -> None:
        """Say anew until when, and what is suggested."""
        self._show_end()

    def _show_end(self) -> None:
        chosen = self._chosen
        offered = chosen.exercise.minutes
        end = self._now() + timedelta(minutes=chosen.minutes)
        until = QLocale().toString(QTime(end.hour, end.minute), QLocale.FormatType.ShortFormat)
        self._page.set_length(
            Length(
                minutes=chosen.minutes,
                least=offered.least,
                longest=offered.longest,
                unit=ngettext("minute", "minutes", chosen.minutes),
                until=_("until about {time}").format(time=until),
                until_brief=_("to {time}").format(time=until),
                hint=length_hint(chosen),
            )
        )


def length_hint(chosen: Chosen) -> str:
    """One quiet line beside the length: what is suggested, and the exercise's caution."""
    told = []
    if chosen.gentler:
        told.append(gentler_words())
    elif chosen.long_so_early:
        told.append(early_words())
    return " ".join(filter(None, [*told, chosen.exercise.caution]))
