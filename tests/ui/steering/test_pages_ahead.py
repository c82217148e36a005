"""Pages are made ahead one by one, only while nobody touches anything and nothing moves."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mindful.ui.idle import IdleWatch
from mindful.ui.look import Look
from mindful.ui.rail import Place
from mindful.ui.steering.pages_ahead import LOOK_MS, PAGES, PAUSE_MS, QUIET, PagesAhead
from mindful.ui.window import Window

pytestmark = pytest.mark.window


class Page(QWidget):
    """Knows for which size it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: tuple[int, int] | None = None
        self.laid_out = False

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.laid_out = True

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), "white")
        self.painted = (self.width(), self.height())


class Stage:
    """A window with all pages, and a clock of our own."""

    def __init__(self, look: Look, qtbot: QtBot) -> None:
        look.set_reduced_motion(True)
        self.seconds = 0.0
        self.window = Window(look, (Place("sit", "Sit", "sun-horizon"),))
        qtbot.addWidget(self.window)
        for name in ("sit", "locked", *PAGES):
            full = name in {"grounding", "check-in", "sitting", "after", "locked"}
            self.window.add_page(name, Page, full_bleed=full)
        self.window.show()
        self.window.show_page("sit")
        self.idle = IdleWatch(lambda: self.seconds, lambda: 0.0, self.window)
        self.filled: list[str] = []
        self.ahead = PagesAhead(self.window, self.idle, self.filled.append)

    def look(self) -> None:
        """Time has passed, and it is seen whether something can be made."""
        self.ahead._timer.timeout.emit()

    @property
    def made(self) -> list[str]:
        return [name for name in PAGES if self.window.made(name)]


@pytest.fixture
def stage(look: Look, qtbot: QtBot) -> Stage:
    return Stage(look, qtbot)


def test_each_look_does_one_thing_until_all_is_made(stage: Stage) -> None:
    stage.seconds = QUIET
    made = 0
    for _look in range(4 * len(PAGES)):
        stage.look()
        assert len(stage.made) <= made + 1
        made = len(stage.made)
    assert stage.made == list(PAGES)
    assert stage.filled == list(PAGES)
    stage.ahead._timer.stop()
    stage.look()
    assert not stage.ahead._timer.isActive()


def test_ground_me_is_made_first(stage: Stage) -> None:
    stage.seconds = QUIET
    stage.look()
    assert stage.made == [], "its module is loaded in a turn of its own"
    stage.look()
    assert stage.made == ["grounding"]


def test_a_full_page_is_laid_out_without_a_picture(stage: Stage) -> None:
    stage.seconds = QUIET
    for _look in range(4):
        stage.look()
    page = stage.window.page("grounding")
    assert isinstance(page, Page)
    assert page.size() == stage.window.size()
    assert page.laid_out
    assert page.painted is None


def test_what_stands_beside_the_rail_is_laid_out_and_painted_unseen(stage: Stage) -> None:
    stage.seconds = QUIET
    for _look in range(4 * len(PAGES)):
        stage.look()
    page = stage.window.page("history")
    assert isinstance(page, Page)
    assert not page.isVisible()
    painted = page.painted
    stage.window.show_page("history")
    assert painted == (page.width(), page.height())


def test_until_the_first_touch_it_waits_for_nothing(stage: Stage) -> None:
    stage.ahead.begin_at_once()
    assert stage.ahead._timer.interval() == PAUSE_MS
    stage.look()
    stage.look()
    assert stage.made == ["grounding"]
    stage.idle.touch()
    stage.look()
    stage.look()
    assert stage.filled == []
    assert stage.ahead._timer.interval() == LOOK_MS


def test_nothing_is_made_while_somebody_is_busy(stage: Stage) -> None:
    stage.seconds = 100.0
    stage.idle.touch()
    stage.seconds += QUIET / 2
    stage.look()
    assert stage.made == []
    assert stage.ahead._timer.isActive(), "it looks again"


def test_nothing_is_made_during_a_sit_nor_while_locked(stage: Stage) -> None:
    stage.seconds = QUIET
    for name in ("sitting", "locked"):
        stage.window.show_page(name)
        made = stage.made
        stage.look()
        assert stage.made == made
    stage.window.show_page("sit")
    assert stage.ahead._timer.isActive(), "it goes on afterwards"


def test_a_page_put_away_is_made_again(stage: Stage) -> None:
    stage.seconds = QUIET
    for _look in range(4 * len(PAGES) + 1):
        stage.look()
    stage.window.show_page("locked")
    stage.window.forget_page("settings")
    stage.window.show_page("sit")
    assert "settings" not in stage.made
    stage.look()
    stage.look()
    assert "settings" in stage.made


def test_nothing_is_made_after_the_end(stage: Stage) -> None:
    stage.seconds = QUIET
    stage.ahead.stop()
    stage.ahead.stop()
    stage.window.show_page("history")
    assert not stage.ahead._timer.isActive()
