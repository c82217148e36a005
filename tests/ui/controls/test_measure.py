from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mindful.ui.controls.measure import WIDEST, Measure

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

pytestmark = pytest.mark.window


def test_a_column_grows_with_the_text(qtbot: QtBot, look: Look) -> None:
    column = Measure(look)
    qtbot.addWidget(column)
    assert column.maximumWidth() == WIDEST
    look.set_scale(2.0)
    assert column.maximumWidth() == 2 * WIDEST
