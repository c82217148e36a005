"""From a choice to its sit, through the time to settle in where there is some."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from collections.abc import Callable

    from mindful.sit.choice import Choice
    from mindful.ui.look import Look
    from mindful.ui.pages.countdown import CountdownPage
    from mindful.ui.window import Window

PAGE = "countdown"

LOOK_MS = 100
"""How often the time left is looked at."""


class Countdown:
    """Counts down to a sit; it stands still while its page is not seen, as in Ground me.

    Args:
        window: shows the pages.
        look: the look.
        begin: begins the sit.
        back: leads back where it is left.
        now: monotonic seconds.
    """

    def __init__(
        self,
        window: Window,
        look: Look,
        begin: Callable[[Choice], None],
        back: Callable[[], None],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._window = window
        self._look = look
        self._begin = begin
        self._back = back
        self._now = now
        self._choice: Choice | None = None
        self._left = 0.0
        self._seen_at = 0.0
        self._timer = QTimer(window)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.tick)
        window.add_page(PAGE, self._make_page, full_bleed=True)

    def begin(self, choice: Choice) -> None:
        """Begin a sit, when its time to settle in is over."""
        if not choice.prepare:
            self._begin(choice)
            return
        self._choice = choice
        self._left = choice.prepare
        self._seen_at = self._now()
        page = self._page()
        page.set_title(choice.exercise.title)
        page.set_seconds(choice.prepare)
        self._window.show_page(PAGE)

    def tick(self) -> None:
        """Show the time left, and begin when none is."""
        now = self._now()
        self._left -= now - self._seen_at
        self._seen_at = now
        if self._left <= 0:
            self._go()
        else:
            self._page().set_seconds(-int(-self._left // 1))

    def _go(self) -> None:
        choice, self._choice = self._choice, None
        self._timer.stop()
        if choice is not None:
            self._begin(choice)

    def _leave(self) -> None:
        self._choice = None
        self._timer.stop()
        self._back()

    def _come(self) -> None:
        if self._choice is not None:
            self._seen_at = self._now()
            self._timer.start()

    def _page(self) -> CountdownPage:
        return cast("CountdownPage", self._window.page(PAGE))

    def _make_page(self) -> CountdownPage:
        from mindful.ui.pages.countdown import CountdownPage

        page = CountdownPage(self._look)
        page.begin_wanted.connect(self._go)
        page.left.connect(self._leave)
        page.came.connect(self._come)
        page.went.connect(self._timer.stop)
        return page
