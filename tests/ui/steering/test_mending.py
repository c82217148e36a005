"""A damaged log met in the window: a good copy is offered, and put in its place."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.log.log import Log
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.ui.home.notice import NoticeCard
from mindful.ui.pages.home import Home
from mindful.ui.steering.mending import day_words
from tests.log.aids import Hands, damage_page, keep_sits

pytestmark = pytest.mark.window


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    parts = Parts(find_paths(tmp_path))
    parts.change_settings(welcomed=True)
    yield parts
    parts.close()


@pytest.fixture
def hands() -> Hands:
    return Hands()


def a_damaged_log(path: Path, hands: Hands, *, backup: bool) -> None:
    log = Log(path, hands)
    keep_sits(log, hands, 12)
    if backup:
        log.backups.keep_today()
    log.close()
    for page in range(2, path.stat().st_size // 4096):
        damage_page(path, page, random.Random(page))


def opened(app: App, qtbot: QtBot) -> NoticeCard:
    app.open()
    qtbot.waitUntil(lambda: app.window.current == "sit")
    home = app.window.page("sit")
    assert isinstance(home, Home)
    return home.panel.notice


def test_the_copy_is_offered_by_its_day_and_restored(
    qapp: QApplication, qtbot: QtBot, parts: Parts, hands: Hands
) -> None:
    a_damaged_log(parts.paths.log, hands, backup=True)
    app = App(qapp, parts.paths, parts)
    try:
        notice = opened(app, qtbot)
        offer = f"Restore the copy of {day_words(hands.now.date())}"
        qtbot.waitUntil(lambda: notice.action.accessibleName() == offer)
        assert "holds 12 sits" in notice.accessibleName()
        notice.action.click()
        qtbot.waitUntil(lambda: "Your history is back" in notice.accessibleName())
        found = parts.desk.submit(lambda log: len(log.history.find())).result()
        assert found == 12
        assert list((parts.paths.data / "backups").glob("before-restoring-*"))
        notice.action.click()
        assert "Your history" not in notice.accessibleName() or not notice.isVisible()
    finally:
        app.close()


def test_without_a_copy_what_can_be_read_is_saved(
    qapp: QApplication, qtbot: QtBot, parts: Parts, hands: Hands
) -> None:
    a_damaged_log(parts.paths.log, hands, backup=False)
    app = App(qapp, parts.paths, parts)
    try:
        notice = opened(app, qtbot)
        qtbot.waitUntil(lambda: notice.action.accessibleName() == "Save what can be read")
        notice.action.click()
        qtbot.waitUntil(lambda: "Your history is back" in notice.accessibleName())
    finally:
        app.close()


def test_a_bug_is_told_at_home_in_one_sentence(
    qapp: QApplication, qtbot: QtBot, parts: Parts, tmp_path: Path
) -> None:
    app = App(qapp, parts.paths, parts)
    try:
        notice = opened(app, qtbot)
        app.tell_of_bug(tmp_path / "report.txt")
        qtbot.waitUntil(lambda: "report.txt" in notice.accessibleName())
    finally:
        app.close()
