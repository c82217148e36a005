"""The way to Help, from anywhere, and back to where the person was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from mindful.ui.pages.help import Help
    from mindful.ui.steering.journey import Journey
    from mindful.ui.steering.means import Means

PAGE = "help"
RETURNING = {"history", "journal", "settings", "first-run", "check-in", "asking", "locked"}
"""Pages that Help leads back to; from others it leads home."""


class HelpWay:
    """Leads to Help and back.

    Args:
        means: what every way leads with.
        journey: the sit that may wait meanwhile.
    """

    def __init__(self, means: Means, journey: Journey) -> None:
        self._window, self._look = means.window, means.look
        self._parts, self._background, self._go = means.parts, means.background, means.go
        self._journey = journey
        self._came_from = "sit"
        means.window.add_page(PAGE, self._make_page)
        means.window.help_wanted.connect(lambda: self._go(PAGE))

    def remember_where(self, name: str) -> None:
        """Another page is about to be shown: Help leads back to the one before it."""
        if name == PAGE != self._window.current:
            self._came_from = self._window.current

    def _make_page(self) -> Help:
        from mindful.ui.steering.help import HelpSteering
        from mindful.ui.steering.pages import make_help

        page = make_help(self._look)
        self._help = HelpSteering(page, self._parts, self._background)
        page.left.connect(self._leave)
        return page

    def _leave(self) -> None:
        back = self._came_from
        if self._journey.running:
            self._journey.back_to_sit()
        elif back == "locked":
            self._window.show_page(back)
        else:
            self._go(back if back in RETURNING else "sit")
