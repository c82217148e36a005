"""The way to Help, from anywhere, and back to where the person was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from collections.abc import Callable

    from mindful.parts import Parts
    from mindful.ui.background import Background
    from mindful.ui.look import Look
    from mindful.ui.pages.help import Help
    from mindful.ui.steering.journey import Journey
    from mindful.ui.window import Window

PAGE = "help"
RETURNING = {"history", "journal", "settings", "first-run", "check-in", "asking", "locked"}
"""Pages that Help leads back to; from others it leads home."""


class HelpWay:
    """Leads to Help and back.

    Args:
        window: shows the pages.
        look: the look.
        parts: the parts of the program.
        background: brings answers of other threads.
        journey: the sit that may wait meanwhile.
        go: leads to another page by its name.
    """

    def __init__(
        self,
        window: Window,
        look: Look,
        parts: Parts,
        background: Background,
        journey: Journey,
        go: Callable[[str], None],
    ) -> None:
        self._window = window
        self._look = look
        self._parts = parts
        self._background = background
        self._journey = journey
        self._go = go
        self._came_from = "sit"
        window.add_page(PAGE, self._make_page)
        window.help_wanted.connect(lambda: go(PAGE))

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
