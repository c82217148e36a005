"""Settings: theme, text size, motion, and what a sit shows beside its words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.pair import Pair
from mindful.ui.controls.segments import Segments
from mindful.ui.controls.toggle import Toggle
from mindful.ui.look import Look
from mindful.ui.models import SettingsView
from mindful.ui.sections.section import Section, row
from mindful.wording import _

SCALES = (80, 100, 125, 150, 200)
"""Text sizes offered, in percent."""

CONTRAST = "contrast"
"""Stands for both themes of high contrast, until one is chosen."""

GROUNDS = ("highContrastLight", "highContrast")
"""Themes of high contrast: dark writing, light writing."""


class AppearanceSection(Section):
    """Theme, text size with a sample, reduced motion, and a sit's controls and time."""

    theme_chosen = Signal(str)
    scale_chosen = Signal(int)
    motion_chosen = Signal(str)
    """``on``, ``off`` or ``system``."""
    fade_toggled = Signal(bool)
    time_toggled = Signal(bool)
    keys_toggled = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Appearance"), "", parent)
        self._make_controls(look)
        sample = Pair(
            Label(look, _("And back to this one breath."), "caption", wrap=True),
            Label(look, _("caption, at this size"), "small", "ink2"),
        )
        grows = _("Everything grows together, up to twice the size.")
        back = _("Move the mouse or press any key to bring them back. Ground me never fades.")
        self._still = Label(look, "", "small", "ink2", wrap=True)
        self.add_rows(
            row(look, _("Theme"), self.themes),
            row(look, _("Text size"), self.scale, grows),
            sample,
            row(look, _("Reduced motion"), self.motion, below=self._still),
            row(look, _("Fade the controls while sitting"), self.fade, back),
            row(look, _("Show time left while sitting"), self.time),
            row(look, _("Single keys while sitting"), self.keys, _single_keys()),
        )
        self.theme.chosen.connect(self._choose_theme)
        self.ground.chosen.connect(self.theme_chosen)
        self.scale.chosen.connect(lambda key: self.scale_chosen.emit(int(key)))
        self.motion.chosen.connect(self.motion_chosen)
        self.fade.clicked.connect(self.fade_toggled)
        self.time.clicked.connect(self.time_toggled)
        self.keys.clicked.connect(self.keys_toggled)

    def show_view(self, view: SettingsView) -> None:
        """Shows what is set."""
        contrast = view.theme in GROUNDS
        self.theme.set_chosen(CONTRAST if contrast else view.theme)
        self.ground.setVisible(contrast)
        self.ground.set_chosen(view.theme)
        self.scale.set_chosen(str(view.scale))
        motions: dict[object, str] = {True: "on", False: "off"}
        self.motion.set_chosen(motions.get(view.reduced_motion, "system"))
        self._still.setText(_still_words(view))
        self.fade.setChecked(view.fade_controls)
        self.time.setChecked(view.show_time)
        self.keys.setChecked(view.single_keys)

    def _make_controls(self, look: Look) -> None:
        themes = (
            ("light", _("Light")),
            ("dark", _("Dark")),
            (CONTRAST, _("High contrast")),
            ("system", _("Follow system")),
        )
        grounds = (_("Black on white"), _("White on black"))
        motions = (("on", _("On")), ("off", _("Off")), ("system", _("Follow system")))
        self.theme = Segments(look, _("Theme"), themes)
        self.ground = Segments(look, _("High contrast"), zip(GROUNDS, grounds, strict=True))
        self.themes = _stacked(self.theme, self.ground)
        self.scale = Segments(
            look, _("Text size"), tuple((str(scale), f"{scale}%") for scale in SCALES)
        )
        self.motion = Segments(look, _("Reduced motion"), motions)
        self.fade = Toggle(look, _("Fade the controls while sitting"))
        self.time = Toggle(look, _("Show time left while sitting"))
        self.keys = Toggle(look, _("Single keys while sitting"))

    def _choose_theme(self, theme: str) -> None:
        """High contrast begins with the writing as dark or light as it was."""
        if theme == CONTRAST:
            theme = GROUNDS[self.look.dark]
        self.theme_chosen.emit(theme)
        self.ground.set_chosen(theme)
        self.ground.setVisible(theme in GROUNDS)


def _single_keys() -> str:
    return _(
        "G Ground me, 1 and 5 more minutes, R the line again, Q more quiet, S sounds, T time, "
        "C captions. Space always pauses."
    )


def _stacked(*parts: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for part in parts:
        column.addWidget(part)
    return both


def _still_words(view: SettingsView) -> str:
    """What reduced motion does, and where it is followed, what the desktop says."""
    words = _("The orb holds still and the ring carries the pace.")
    if view.reduced_motion != "system":
        return words
    now = {
        True: _("Now following your system: on."),
        False: _("Now following your system: off."),
        None: _("Your system doesn’t say, so it is off."),
    }
    return f"{words} {now[view.desktop_motion]}"
