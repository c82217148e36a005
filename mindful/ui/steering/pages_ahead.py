"""Pages are made before they are wanted, while nobody touches anything."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from mindful.ui.idle import IdleWatch
    from mindful.ui.window import Window

PAGES = {
    "grounding": "grounding",
    "sitting": "sit",
    "history": "history",
    "settings": "settings",
    "journal": "journal",
    "help": "help",
    "check-in": "checkin",
    "after": "after",
}
"""What is made ahead, and its module of `mindful.ui.pages`: what is likely to be needed first."""

CALM = frozenset({"sit", "history", "journal", "settings", "help"})
"""Where nothing moves, and nothing is being written, that the making of a page could disturb."""

QUIET = 1.0
"""Seconds without a touch after which the next page may be made."""

LOOK_MS, PAUSE_MS = 1500, 30
"""Until it is seen whether all is quiet, and from one thing to the next; what comes in between
is answered at once."""


class PagesAhead:
    """Loads, makes, fills and lays out one page after another, each in a turn of its own.

    It begins as soon as the window is painted, and from the first touch on waits for quiet. Pages
    that the lock put away are made again once another page is shown after it.

    Args:
        window: knows the pages.
        idle: tells for how long nothing was touched.
        fill: shows on a page that is made what is known without asking.
    """

    def __init__(self, window: Window, idle: IdleWatch, fill: Callable[[str], None]) -> None:
        self._window = window
        self._idle = idle
        self._fill = fill
        self._fresh = ""
        self._steps: list[Callable[[str], None]] = []
        self._over = False
        self._timer = QTimer(window)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        window.leaving.connect(lambda _page: self.begin())

    def begin(self, after: int = LOOK_MS) -> None:
        """Make what is missing, as soon as all is quiet.

        Args:
            after: milliseconds until it is seen whether it is.
        """
        if not self._over:
            self._timer.start(after)

    def begin_at_once(self) -> None:
        """The window has just been painted, and nobody has touched it yet."""
        self.begin(PAUSE_MS)

    def stop(self) -> None:
        """Make nothing more. Safe to call twice."""
        self._over = True
        self._timer.stop()

    def _look(self) -> None:
        if self._window.current not in CALM:
            return  # shown from there, the next page lets this begin again
        if self._idle.quiet < QUIET and not self._idle.untouched:
            self.begin()
        elif self._step():
            self._timer.start(PAUSE_MS)

    def _step(self) -> bool:
        """Do the next thing that is to be done; False where there is none."""
        missing = next((name for name in PAGES if not self._window.made(name)), "")
        if self._steps:
            self._steps.pop(0)(self._fresh)
        elif missing:
            import_module(f"mindful.ui.pages.{PAGES[missing]}")
            self._fresh = missing
            self._steps = [self._make, self._fill, self._window.lay_out_ahead]
        return bool(self._steps or missing)

    def _make(self, name: str) -> None:
        self._window.page(name)
