"""Settings: how loud voice, bell and ambience are."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.slider import Slider
from mindful.ui.look import Look
from mindful.ui.models import SettingsView
from mindful.ui.sections.section import Level, Section, row
from mindful.wording import _


class SoundsSection(Section):
    """Three levels and a test."""

    voice_level_changed = Signal(int)
    bell_level_changed = Signal(int)
    ambience_level_changed = Signal(int)
    test_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        detail = _("Bells and ambience are made on this computer.")
        super().__init__(look, _("Sounds"), detail, parent)
        self.voice = Slider(look, _("Level of the voice"))
        self.bell = Slider(look, _("Level of the bells"))
        self.ambience = Slider(look, _("Level of the ambience"))
        dips = _("It dips a little while the voice speaks.")
        self.test = PillButton(look, _("Play a bell"), "outline", icon="bell")
        self.add_rows(
            row(look, _("Voice"), self._level(self.voice)),
            row(look, _("Bell"), self._level(self.bell)),
            row(look, _("Ambience"), self._level(self.ambience), dips),
            row(look, _("Test the sound"), self.test, _("One strike, at these levels.")),
        )
        self.voice.valueChanged.connect(self.voice_level_changed)
        self.bell.valueChanged.connect(self.bell_level_changed)
        self.ambience.valueChanged.connect(self.ambience_level_changed)
        self.test.clicked.connect(self.test_wanted)

    def show_view(self, view: SettingsView) -> None:
        """Shows what is set."""
        self.voice.setValue(view.voice_level)
        self.bell.setValue(view.bell_level)
        self.ambience.setValue(view.ambience_level)

    def _level(self, slider: Slider) -> Level:
        slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return Level(self.look, slider, _("quiet"), _("loud"))
