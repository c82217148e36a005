from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mindful.ui.controls import Label
from mindful.ui.file_models import BrokenFiles, FileError
from mindful.ui.look import Look
from mindful.ui.pages.exercise_errors import ExerciseErrors

pytestmark = pytest.mark.window


def test_each_error_stands_with_its_place(look: Look, qtbot: QtBot) -> None:
    page = ExerciseErrors(look)
    qtbot.addWidget(page)
    errors = (FileError("calm.toml:12", "share: not 100"), FileError("odd.toml:1", "no title"))
    page.show_view(BrokenFiles("Mend them.", "They lie there.", errors))
    page.resize(800, 600)
    page.show()

    def words() -> list[str]:
        return [label.text() for label in page.findChildren(Label) if label.isVisible()]

    assert {"calm.toml:12", "share: not 100", "odd.toml:1", "no title"} <= set(words())
    page.show_view(BrokenFiles("Nothing is wrong.", "They lie there.", ()))
    assert "Nothing is wrong." in words()
    assert "calm.toml:12" not in words()
    for button, signal in (
        (page.again, page.again_wanted),
        (page.folder, page.folder_wanted),
        (page.back, page.left),
    ):
        with qtbot.waitSignal(signal):
            button.click()
