"""Somebody who types in the Journal until killed: run as a process by a test."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.ui.background import Background
from mindful.ui.look import Look
from mindful.ui.pages.journal import JournalPage
from mindful.ui.steering.journal import JournalSteering


def write(folder: Path) -> None:
    """Type words for ever; say each draft that is on the disk."""
    QApplication.setStyle("Fusion")
    qt = QApplication([])
    parts = Parts(find_paths(folder), now=lambda: datetime.now().astimezone())
    page = JournalPage(Look(qt))
    background = Background(page)
    steering = JournalSteering(page, parts, background, parts.now, lambda _trouble: None)
    page.editor.drafted.connect(lambda text: parts.desk.submit(lambda _log: tell(text)))
    page.resize(900, 700)
    page.show()
    steering.refresh()
    steering.write()
    while True:
        if page.writing:
            QTest.keyClicks(page.editor.paper, "word ")
        qt.processEvents()


def tell(text: str) -> None:
    """Say how much is on the disk; on the log's thread, after the draft was saved."""
    print("saved", len(text), flush=True)  # noqa: T201  the parent reads it


if __name__ == "__main__":
    write(Path(sys.argv[1]))
