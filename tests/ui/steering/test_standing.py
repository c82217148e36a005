"""Home's notices: the most pressing is shown, each goes by itself."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal

from mindful.audio.errors import SoundTrouble
from mindful.preflight import Ready
from mindful.ui.models import Notice
from mindful.ui.pages.home import Home
from mindful.ui.steering.sounds import preflight_notices
from mindful.ui.steering.standing import Standing


class Page(QObject):
    """Stands for Home, which is more than a notice."""

    notice_acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Notice | None] = []

    def set_notice(self, notice: Notice | None) -> None:
        self.shown.append(notice)


@pytest.fixture
def page() -> Page:
    return Page()


def test_the_most_pressing_notice_is_shown_and_its_button_acts(page: Page) -> None:
    standing = Standing(cast("Home", page))
    acted: list[str] = []
    voice, log = Notice("voice", "", "Set up"), Notice("log", "", "Restore")
    standing.put("voice", voice, lambda: acted.append("voice"))
    standing.put("log", log, lambda: acted.append("log"))
    assert page.shown[-1:] == [log]
    page.notice_acted.emit()
    standing.put("log", None)
    assert page.shown[-1:] == [voice]
    page.notice_acted.emit()
    standing.put("voice", Notice("no button", ""))
    page.notice_acted.emit()
    standing.put("voice", None)
    page.notice_acted.emit()
    assert page.shown[-1:] == [None]
    assert acted == ["log", "voice"]


def test_before_begin_home_says_what_will_be_missing() -> None:
    assert preflight_notices(Ready()) == (None, None)
    sound, bell = preflight_notices(
        Ready(bell=SoundTrouble("own-sound-gone"), sound=SoundTrouble("no-sound-device", reason=""))
    )
    assert sound is not None
    assert sound.action == "Look again"
    assert "You can still begin" in sound.detail
    assert bell is not None
    assert "low bowl" in bell.detail
