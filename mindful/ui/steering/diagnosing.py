"""The steering of the diagnostics page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from mindful.parts import Parts
    from mindful.trouble import Trouble
    from mindful.ui.background import Background
    from mindful.ui.look import Look
    from mindful.ui.pages.diagnostics import Diagnostics
    from mindful.ui.window import Window

PAGE = "diagnostics"


class Diagnosing:
    """Opens the page from Settings, fills it, and leads back.

    Args:
        window: shows the pages.
        look: the look.
        parts: the parts of the program.
        background: brings answers of other threads.
    """

    def __init__(self, window: Window, look: Look, parts: Parts, background: Background) -> None:
        self._window = window
        self._look = look
        self._parts = parts
        self._background = background
        self._page: Diagnostics | None = None
        window.add_page(PAGE, self._make)

    def open(self) -> None:
        """Show the page, and look."""
        self._window.show_page(PAGE)
        self._look_again()

    def _make(self) -> Diagnostics:
        from mindful.ui.pages.diagnostics import Diagnostics

        page = self._page = Diagnostics(self._look)
        page.left.connect(lambda: self._window.show_page("settings"))
        page.again_wanted.connect(self._look_again)
        # A plain function: Qt's own slot of the clipboard cannot be connected from Python.
        page.copied.connect(lambda text: QGuiApplication.clipboard().setText(text))
        return page

    def _look_again(self) -> None:
        from mindful.diagnosis import diagnose

        if self._page is not None:
            self._page.show_looking()
            looked = self._parts.soon(lambda: diagnose(self._parts))
            self._background.when(looked, self._page.show_diagnosis, self._pass_over)

    def _pass_over(self, _trouble: Trouble) -> None:
        """Every trouble is a finding of its own, told on the page."""
