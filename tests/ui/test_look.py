from __future__ import annotations

from enum import Enum
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.assets import asset
from mindful.ui.look import LARGEST_SCALE, SMALLEST_SCALE, Look
from tests.ui.contrast import contrast

pytestmark = pytest.mark.window

ROLES = (
    "caption",
    "display",
    "title",
    "numeral",
    "heading",
    "body",
    "label",
    "button",
    "small",
)


def test_colours_are_the_themes(look: Look, dark_look: Look) -> None:
    assert look.colour("ink").name().upper() == "#1C2928"
    assert dark_look.colour("ink").name().upper() == "#E9ECE5"
    assert (look.dark, dark_look.dark) == (False, True)


def test_a_colour_altered_leaves_the_theme_as_it_was(look: Look) -> None:
    look.colour("ink").setAlphaF(0.0)
    assert look.colour("ink").alphaF() == 1.0
    assert look.colour("ink", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_a_font_that_ships(look: Look, role: str) -> None:
    family = QFontInfo(look.font(role)).family()
    assert family.startswith(("Figtree", "Newsreader"))
    assert look.line_height(role) > 0


def test_sizes_grow_with_the_text(look: Look, qtbot: QtBot) -> None:
    small = look.font("small").pointSizeF()
    with qtbot.waitSignal(look.changed):
        look.set_scale(2.0)
    assert look.font("small").pointSizeF() == pytest.approx(2 * small)
    assert look.px(68) == 136


@pytest.mark.parametrize(("asked", "held"), [(0.1, SMALLEST_SCALE), (9.0, LARGEST_SCALE)])
def test_the_text_size_is_held_within_its_range(look: Look, asked: float, held: float) -> None:
    look.set_scale(asked)
    assert look.scale == held


class Preference(Enum):
    """What Qt's preferences are called."""

    NoPreference = 0
    HighContrast = 1
    ReducedMotion = 2


class Wishes(QObject):
    """What a desktop asks for beside its colours, as Qt tells it from 6.12 on."""

    contrastPreferenceChanged = Signal()
    motionPreferenceChanged = Signal()
    contrast = motion = Preference.NoPreference

    def contrastPreference(self) -> Preference:
        return self.contrast

    def motionPreference(self) -> Preference:
        return self.motion


class Hints(QObject):
    """A desktop whose colour scheme a test changes."""

    colorSchemeChanged = Signal(Qt.ColorScheme)
    scheme = Qt.ColorScheme.Light

    def __init__(self) -> None:
        super().__init__()
        self.wishes: QObject = Wishes()

    def accessibility(self) -> QObject:
        return self.wishes

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


class Desktop:
    """An application on that desktop."""

    def __init__(self, app: QApplication) -> None:
        self.hints = Hints()
        self.primaryScreen = app.primaryScreen

    def styleHints(self) -> Hints:
        return self.hints


def test_it_follows_the_desktop_when_asked_to(qapp: QApplication, qtbot: QtBot) -> None:
    desktop = Desktop(qapp)
    look = Look(cast("QApplication", desktop), theme="system")
    assert look.theme == "light"
    with qtbot.waitSignal(look.changed):
        desktop.hints.turn(Qt.ColorScheme.Dark)
    assert look.theme == "dark"
    look.set_theme("light")
    assert (look.theme, look.choice) == ("light", "light")
    desktop.hints.turn(Qt.ColorScheme.Dark)
    assert look.theme == "light"


@pytest.mark.parametrize(
    ("scheme", "theme"),
    [(Qt.ColorScheme.Light, "highContrastLight"), (Qt.ColorScheme.Dark, "highContrast")],
)
def test_it_follows_a_desktop_of_high_contrast(
    qapp: QApplication, qtbot: QtBot, scheme: Qt.ColorScheme, theme: str
) -> None:
    desktop = Desktop(qapp)
    look = Look(cast("QApplication", desktop), theme="system")
    desktop.hints.turn(scheme)
    wishes = cast("Wishes", desktop.hints.wishes)
    with qtbot.waitSignal(look.changed):
        wishes.contrast = Preference.HighContrast
        wishes.contrastPreferenceChanged.emit()
    assert (look.theme, look.high_contrast) == (theme, True)


def test_it_follows_a_desktop_that_wants_little_motion(qapp: QApplication, qtbot: QtBot) -> None:
    desktop = Desktop(qapp)
    look = Look(cast("QApplication", desktop), reduced_motion="system")
    assert (look.reduced_motion, look.desktop_motion) == (False, False)
    wishes = cast("Wishes", desktop.hints.wishes)
    with qtbot.waitSignal(look.changed):
        wishes.motion = Preference.ReducedMotion
        wishes.motionPreferenceChanged.emit()
    assert (look.reduced_motion, look.desktop_motion) == (True, True)
    look.set_reduced_motion(False)
    assert not look.reduced_motion


def test_where_qt_does_not_tell_nothing_is_reduced(qapp: QApplication) -> None:
    desktop = Desktop(qapp)
    desktop.hints.wishes = QObject()
    look = Look(cast("QApplication", desktop), theme="system", reduced_motion="system")
    assert (look.theme, look.reduced_motion, look.desktop_motion) == ("light", False, None)


def test_every_theme_has_every_colour(look: Look) -> None:
    colours = look.token("color")
    assert set(colours) == {"light", "dark", "highContrast", "highContrastLight"}
    assert {frozenset(theme) for theme in colours.values()} == {frozenset(colours["light"])}
    assert set(look.token("orb", "gradients")) == set(colours)


def test_every_pair_of_the_tokens_is_clear_enough(look: Look) -> None:
    for theme, pairs in look.token("contrast", "pairs").items():
        colours = look.token("color", theme)
        for pair in pairs:
            told = contrast(QColor(colours[pair["fg"]]), QColor(colours[pair["bg"]]))
            assert told >= pair["need"], (theme, pair)


def test_the_same_again_changes_nothing(look: Look, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.set_theme("light")
        look.set_scale(1.0)
        look.set_reduced_motion(False)


def test_reduced_motion_takes_no_time(look: Look) -> None:
    assert look.duration("page") == 220
    look.set_reduced_motion(True)
    assert look.duration("page") == 0


def test_icons_are_drawn_in_the_colour_for_the_screen(look: Look) -> None:
    pixmap = look.icon("wind", 22, "primary", 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (44, 2.0)
    image = pixmap.toImage()
    opaque = {
        image.pixelColor(x, y).name()
        for x in range(44)
        for y in range(44)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert opaque == {look.colour("primary").name()}


def test_an_unknown_icon_has_a_stand_in(look: Look) -> None:
    assert not look.icon("no-such-icon", 22, "ink").toImage().isNull()


def test_what_ships_has_its_licence() -> None:
    assert "SIL Open Font" in asset("fonts", "OFL-Figtree.txt").read_text(encoding="utf-8")
    assert "SIL Open Font" in asset("fonts", "OFL-Newsreader.txt").read_text(encoding="utf-8")
    assert "MIT" in asset("icons", "LICENSE").read_text(encoding="utf-8")


def test_every_icon_has_both_weights() -> None:
    light = {path.name for path in asset("icons", "light").iterdir()}
    regular = {path.name for path in asset("icons", "regular").iterdir()}
    assert light == regular
