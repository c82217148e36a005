from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mindful.ui.controls import (
    Chip,
    GroundMeButton,
    IconTextButton,
    PaintedButton,
    PillButton,
    RoundButton,
    RowButton,
    Segments,
    Toggle,
)
from mindful.ui.controls.ground_me import ground_me_room
from mindful.ui.look import Look

pytestmark = pytest.mark.window

MAKERS: dict[str, Callable[[Look], PaintedButton]] = {
    "primary": lambda look: PillButton(look, "Begin"),
    "outline": lambda look: PillButton(look, "Export", "outline", icon="copy"),
    "quiet": lambda look: PillButton(look, "Skip", "quiet"),
    "danger": lambda look: PillButton(look, "Delete", "danger"),
    "ground me": GroundMeButton,
    "round": lambda look: RoundButton(look, "Pause", icon="fill/pause", primary=True),
    "inner": lambda look: RoundButton(look, "minutes", inner="+5"),
    "bare round": lambda look: RoundButton(look, name="One minute less", icon="minus", size=36),
    "toggle": lambda look: Toggle(look, "Speak the guidance"),
    "chip": lambda look: Chip(look, "chest"),
    "removable": lambda look: Chip(look, "R&D", removable=True),
    "row": lambda look: RowButton(look, "History", "calendar-blank"),
    "link": lambda look: IconTextButton(look, "Hide", "eye-slash"),
}


@pytest.fixture(params=MAKERS)
def button(request: pytest.FixtureRequest, look: Look, qtbot: QtBot) -> PaintedButton:
    made = MAKERS[request.param](look)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def test_it_has_a_name_and_a_hit_area(button: PaintedButton) -> None:
    face = QAccessible.queryAccessibleInterface(button)
    assert face.text(QAccessible.Text.Name)
    # A chip of 36 stands in rows 8 apart, so that 40 and more belong to it.
    least = 36 if isinstance(button, Chip) else 40
    assert button.sizeHint().height() >= least
    assert button.sizeHint().width() >= 40


def test_space_and_mouse_press_it(button: PaintedButton, qtbot: QtBot) -> None:
    button.show()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_paints_in_every_state(button: PaintedButton, look: Look) -> None:
    plain = button.grab().toImage()
    button.setEnabled(False)
    assert button.grab().toImage() != plain
    button.setEnabled(True)
    look.set_theme("dark")
    assert button.grab().toImage() != plain


def test_it_grows_with_the_text(button: PaintedButton, look: Look) -> None:
    before = button.sizeHint()
    look.set_scale(2.0)
    after = button.sizeHint()
    assert after.width() > before.width()


def test_ground_me_has_the_designs_size(look: Look, qtbot: QtBot) -> None:
    button = GroundMeButton(look)
    qtbot.addWidget(button)
    assert (button.sizeHint().width(), button.sizeHint().height()) == (160, 68)
    assert (ground_me_room(look).width(), ground_me_room(look).height()) == (208, 116)


def test_choosing_a_chip_moves_nothing(look: Look, qtbot: QtBot) -> None:
    chip = Chip(look, "overwhelmed")
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before


def test_an_own_word_with_an_ampersand_stays_whole(look: Look, qtbot: QtBot) -> None:
    chip = Chip(look, "R&D", removable=True)
    qtbot.addWidget(chip)
    assert chip.words == "R&D"
    assert chip.accessibleName() == "R&D"


def test_arrows_are_left_to_the_page(look: Look, qtbot: QtBot) -> None:
    seen: list[int] = []

    class Page(QWidget):
        def keyPressEvent(self, event: object) -> None:
            seen.append(1)

    page = Page()
    qtbot.addWidget(page)
    button = PillButton(look, "Begin", parent=page)
    page.show()
    QTest.keyClick(button, Qt.Key.Key_Down)
    assert seen == [1]


@pytest.mark.parametrize("start", [False, True])
def test_a_screen_readers_press_is_a_press(look: Look, qtbot: QtBot, start: bool) -> None:
    toggle = Toggle(look, "Speak the guidance")
    qtbot.addWidget(toggle)
    toggle.setChecked(start)
    pressed: list[bool] = []
    toggle.clicked.connect(lambda checked: pressed.append(checked))
    press(toggle)
    assert pressed == [not start]
    toggle.setChecked(start)  # as the program knows it: nobody pressed
    assert pressed == [not start]
    toggle.click()
    assert pressed == [not start, not start]


def test_a_screen_reader_chooses_one_of_several_once(look: Look, qtbot: QtBot) -> None:
    segments = Segments(look, "Theme", (("light", "Light"), ("dark", "Dark")))
    qtbot.addWidget(segments)
    segments.set_chosen("light")
    chosen: list[str] = []
    segments.chosen.connect(chosen.append)
    dark = next(button for button in segments.findChildren(PaintedButton) if button.words == "Dark")
    assert QAccessible.queryAccessibleInterface(dark).role() is QAccessible.Role.RadioButton
    press(dark)
    assert (chosen, segments.choice) == (["dark"], "dark")


def press(button: PaintedButton) -> None:
    """As a screen reader does: by the first action there is."""
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    actions.doAction(actions.actionNames()[0])


def test_a_pill_may_be_squeezed_to_its_words_and_no_further(look: Look, qtbot: QtBot) -> None:
    pill = PillButton(look, "Begin with captions")
    qtbot.addWidget(pill)
    least, wanted = pill.minimumSizeHint(), pill.sizeHint()
    assert pill.text_width() + 30 < least.width() < wanted.width()
    assert least.height() == wanted.height()
