"""The way to a file: from Home, through the check-in where it asks, to the page that saves."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mindful.wording import _

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from mindful.rendering_job import Order, Progress
    from mindful.sit.choice import Choice
    from mindful.ui.pages.home import Home
    from mindful.ui.pages.saving import SavePage
    from mindful.ui.steering.means import Means
    from mindful.ui.steering.saving import Rendering, SaveSteering
    from mindful.ui.steering.stations import Stations

PAGE = "saving"


class SaveWay:
    """Leads to the page that saves, and keeps the window open while it saves.

    Args:
        means: what every way leads with.
        stations: the steering of the other pages.
    """

    def __init__(self, means: Means, stations: Stations) -> None:
        self._window, self._look = means.window, means.look
        self._parts, self._go = means.parts, means.go
        self._stations = stations
        self._saving: SaveSteering | None = None
        self._warned = False
        means.window.add_page(PAGE, self._make_page)
        means.window.leaving.connect(self._leave)

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._saving is not None and self._saving.busy

    def ask(self) -> None:
        """Save as audio was pressed on Home: show what is under way, or ask for what is new."""
        if self._saving is not None and self._saving.has_news:
            self._window.show_page(PAGE)
        else:
            self._stations.before.ask(self._offer, on=_("Next"))

    def close_asked(self, event: QCloseEvent) -> None:
        """The window is to be closed: while it saves, the page says so; a second press closes."""
        if self._saving is not None and self._saving.busy and not self._warned:
            self._warned = True
            self._window.show_page(PAGE)
            self._saving.warn()
            event.ignore()

    def close(self) -> None:
        """Stop what is under way, leaving nothing behind. Safe to call twice."""
        if self._saving is not None:
            self._saving.close()

    def _offer(self, choice: Choice) -> None:
        self._window.page(PAGE)
        assert self._saving is not None
        self._saving.offer(choice)
        self._window.show_page(PAGE)

    def _make_page(self) -> SavePage:
        from mindful.ui.pages.saving import SavePage
        from mindful.ui.steering.saving import SaveSteering

        page = SavePage(self._look)
        page.left.connect(lambda: self._go("sit"))
        home = cast("Home", self._window.page("sit"))
        self._saving = SaveSteering(page, self._parts, self._open_rendering, home.set_save)
        return page

    def _open_rendering(self, order: Order, told: Callable[[Progress], None]) -> Rendering:
        from mindful.rendering_job import RenderJob
        from mindful.rendering_process import RenderingProcess

        return RenderingProcess(RenderJob(paths=self._parts.paths, order=order), told)

    def _leave(self, name: str) -> None:
        if name == PAGE and self._saving is not None:
            self._warned = False
            self._saving.leave()
