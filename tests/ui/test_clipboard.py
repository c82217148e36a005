"""What is put on the clipboard holds nothing that a person wrote, and nothing is notified."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication

from scripts.lib import tour
from scripts.lib.tour_guide import Guide

pytestmark = [pytest.mark.window, pytest.mark.sound]

ROOT = Path(__file__).parents[2]


@pytest.fixture
def guide(qapp: QApplication) -> Iterator[Guide]:
    guide = Guide(qapp, voice="test:plain", reduced_motion=True)
    guide.open()
    yield guide
    guide.close()


def private(guide: Guide) -> set[str]:
    """Every word of the notes, feelings and places in the log, and the name."""
    sits = guide.parts.desk.submit(lambda log: log.history.find()).result(60)
    written = {"Ada"}
    for sit in sits:
        written |= {*sit.feelings, *sit.places, *filter(None, [sit.note])}
    assert len(written) > 5
    return written


def test_every_copy_button_copies_no_private_words(guide: Guide) -> None:
    guide.parts.desk.submit(lambda log: log.profile.set("name", "Ada")).result(60)
    written, copied = private(guide), []
    for stop in (tour.help_page, tour.diagnostics, tour.settings("voice")):
        stop(guide)
        guide.settle()
        for button in guide.app.window.findChildren(QAbstractButton):
            if "Copy" not in button.accessibleName() or not button.isVisible():
                continue
            guide.until(button.isEnabled)
            QGuiApplication.clipboard().clear()
            button.click()
            copied.append(QGuiApplication.clipboard().text())
    assert len(copied) > 3
    assert all(copied)
    for text in copied:
        words = set(re.findall(r"\w+", text.casefold()))
        assert not [one for one in written if set(re.findall(r"\w+", one.casefold())) <= words]


def test_nothing_else_reaches_the_clipboard_or_the_desktop() -> None:
    """Who adds a copy button, a notification or a tray icon looks at its words here first."""
    wanted = re.compile(
        r"clipboard\(\)\.set|setMimeData|QSystemTrayIcon|showMessage|[Nn]otify-send"
    )
    found = sorted(
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "mindful").rglob("*.py")
        if wanted.search(path.read_text(encoding="utf-8"))
    )
    assert found == [
        "mindful/ui/steering/diagnosing.py",
        "mindful/ui/steering/pages.py",
        "mindful/ui/steering/settings.py",
    ]
