from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mindful.ui.controls import Label
from mindful.ui.look import Look

pytestmark = pytest.mark.window

LONG = "Sitting can stir things up. That isn’t failing, and you don’t have to carry it alone."


def test_lines_stand_at_the_designs_height(look: Look, qtbot: QtBot) -> None:
    label = Label(look, LONG, "body", wrap=True)
    qtbot.addWidget(label)
    one, many = label.heightForWidth(4000), label.heightForWidth(200)
    assert one == look.line_height("body")
    assert many % one == 0
    assert many >= 3 * one


def test_what_does_not_fit_is_told_in_a_tooltip(look: Look, qtbot: QtBot) -> None:
    label = Label(look, LONG, "label")
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.toolTip() == LONG
    label.resize(2000, 20)
    assert label.toolTip() == ""


def test_strong_words_are_drawn_heavier(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "You came in anxious.", "body")
    qtbot.addWidget(label)
    plain = label.text_width()
    label.set_strong("anxious")
    assert label.text_width() > plain


def test_it_follows_the_look(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "Arrive", "heading")
    qtbot.addWidget(label)
    height = label.sizeHint().height()
    look.set_scale(2.0)
    assert label.sizeHint().height() == 2 * height


def test_words_that_came_while_it_was_hidden_have_their_height(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    label = Label(look, "Short.", wrap=True)
    column.addWidget(label)
    page.resize(200, 300)
    page.show()
    one = label.height()
    label.setText("Long enough to need a second line, and then perhaps a third.")
    qtbot.waitUntil(lambda: label.height() > one)
    label.hide()
    label.setText("Short.")
    label.show()
    qtbot.waitUntil(lambda: label.minimumHeight() == one)


def test_strong_words_take_the_ink_of_another_theme(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "You came in anxious.", "body", strong=("anxious",))
    qtbot.addWidget(label)
    before = label.grab().toImage()
    look.set_theme("dark")
    assert label.grab().toImage() != before
    ink = look.colour("ink").lightness()
    image = label.grab().toImage()
    seen = [
        image.pixelColor(x, y).lightness()
        for x in range(image.width())
        for y in range(image.height())
    ]
    assert max(seen) > 0.9 * ink
