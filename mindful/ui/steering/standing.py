"""What stands on Home above the sounds: the most pressing of what there is to say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from mindful.ui.models import Notice
from mindful.ui.pages.home import Home

About = Literal["log", "passing", "sound", "bell", "voice"]
"""What a notice is about."""

ORDER: tuple[About, ...] = ("log", "passing", "sound", "bell", "voice")
"""The most pressing first."""

Act = Callable[[], None]


class Standing:
    """Notices of Home, one of which is shown; a new one takes the place of its own kind only.

    Args:
        page: shows them.
    """

    def __init__(self, page: Home) -> None:
        self._page = page
        self._notices: dict[About, tuple[Notice, Act | None]] = {}
        page.notice_acted.connect(self._act)

    def put(self, about: About, notice: Notice | None, act: Act | None = None) -> None:
        """Say something, or no more; `act` is called when the notice's button is pressed."""
        if notice is None:
            self._notices.pop(about, None)
        else:
            self._notices[about] = (notice, act)
        shown = self._shown()
        self._page.set_notice(None if shown is None else shown[0])

    def _shown(self) -> tuple[Notice, Act | None] | None:
        return next((self._notices[about] for about in ORDER if about in self._notices), None)

    def _act(self) -> None:
        shown = self._shown()
        if shown is not None and shown[1] is not None:
            shown[1]()
