"""The first pages: what Mindful is, and what was removed when all was deleted before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from collections.abc import Callable

    from mindful.erasing import Erased
    from mindful.ui.look import Look
    from mindful.ui.pages.erasing import ErasedPage
    from mindful.ui.pages.first_run import FirstRun
    from mindful.ui.window import Window

FIRST_RUN, ERASED = "first-run", "erased"


class FirstWay:
    """Leads in.

    Args:
        window: shows the pages.
        look: the look.
        welcomed: called when the first page was left by its button.
        help_wanted: leads to who Mindful is for.
    """

    def __init__(
        self,
        window: Window,
        look: Look,
        welcomed: Callable[[], None],
        help_wanted: Callable[[], None],
    ) -> None:
        self._window = window
        self._look = look
        self._welcomed = welcomed
        self._help_wanted = help_wanted
        window.add_page(FIRST_RUN, self._make_page, full_bleed=True)

    def say_erased(self, erased: Erased) -> None:
        """Everything was deleted: show what was removed; the way on is the first page."""

        def make() -> ErasedPage:
            from mindful.ui.pages.erasing import ErasedPage

            removed, left = (tuple(map(str, places)) for places in (erased.removed, erased.left))
            page = ErasedPage(self._look, removed, left)
            page.left.connect(lambda: self._window.show_page(FIRST_RUN))
            return page

        self._window.add_page(ERASED, make)
        self._window.show_page(ERASED)

    def _make_page(self) -> FirstRun:
        from mindful.ui.pages.first_run import FirstRun

        page = FirstRun(self._look)
        page.begin.connect(self._welcomed)
        page.who_for.connect(self._help_wanted)
        return page
