from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from mindful.ui.history_models import HistoryRow, PastSit
from mindful.ui.pages.history_sit import PastSitPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

SIT = PastSit(HistoryRow("a", datetime(2026, 3, 11, 19, 2), "Breath", 20), "to its end")  # noqa: DTZ001 - a local time, as pages are given


@pytest.mark.window
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_can_be_done_stays_in_one_row_without_its_words_if_need_be(
    qtbot: QtBot, look: Look, scale: float
) -> None:
    page = PastSitPage(look)
    qtbot.addWidget(page)
    page.resize(720, 600)
    page.show_sit(SIT, numbers=True)
    page.show()
    look.set_scale(scale)
    buttons = (page.again, page.edit, page.delete)
    assert [button.words for button in buttons] == ["Sit this again", "Edit", "Delete"]
    page.resize(420, 600)
    if scale > 1:
        assert [button.words for button in buttons] == ["", "", ""]
        assert page.delete.toolTip() == page.delete.accessibleName() == "Delete"
    row = (page.back, *buttons)
    qtbot.waitUntil(lambda: all(button.size() == button.sizeHint() for button in row))
    assert page.delete.geometry().right() < 420
