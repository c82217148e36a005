"""Settings: which bell and ambience sound, how loud each is, and the person's own files."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.round_button import RoundButton
from mindful.ui.controls.select import Select
from mindful.ui.controls.slider import Slider
from mindful.ui.home.notice import NoticeCard
from mindful.ui.look import Look
from mindful.ui.models import Notice, SettingsView
from mindful.ui.sections.own_sounds import OwnSoundsCard
from mindful.ui.sections.section import LIST, Level, Section, beside, row
from mindful.wording import _


class SoundsSection(Section):
    """Bell, ambience, three levels and a test; own sounds where there are any."""

    bell_chosen = Signal(str)
    ambience_chosen = Signal(str)
    preview_wanted = Signal(str)
    """The person wants to hear the bell or the ambience: its `SoundKind`."""
    file_wanted = Signal(str)
    """They want one from a file."""
    removed = Signal(str)
    """They remove this sound of their own."""
    voice_level_changed = Signal(int)
    bell_level_changed = Signal(int)
    ambience_level_changed = Signal(int)
    test_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        detail = _("Bells and ambience are made on this computer.")
        super().__init__(look, _("Sounds"), detail, parent)
        self.bell_choice = Select(look, _("Bell"), wide=LIST)
        self.ambience_choice = Select(look, _("Ambience"), wide=LIST)
        self.hear_bell = RoundButton(look, name=_("Hear the bell"), icon="play", size=40)
        self.hear_ambience = RoundButton(look, name=_("Hear the ambience"), icon="play", size=40)
        self.notice = NoticeCard(look)
        self.notice.hide()
        self.voice = Slider(look, _("Level of the voice"))
        self.bell = Slider(look, _("Level of the bells"))
        self.ambience = Slider(look, _("Level of the ambience"))
        self.test = PillButton(look, _("Play a bell"), "outline", icon="bell")
        self._add_choices()
        self._add_levels()
        self._own = OwnSoundsCard(look)
        self.column.addWidget(self._own)
        self._connect()

    def show_view(self, view: SettingsView) -> None:
        """Shows what is set."""
        own = _("Choose a file…")
        self.bell_choice.set_options(view.bells, action=own)
        self.bell_choice.set_chosen(view.bell)
        self.ambience_choice.set_options(view.ambiences, action=own)
        self.ambience_choice.set_chosen(view.ambience)
        self._own.show_sounds(view.own_sounds)
        self.voice.setValue(view.voice_level)
        self.bell.setValue(view.bell_level)
        self.ambience.setValue(view.ambience_level)

    def show_notice(self, notice: Notice | None) -> None:
        """Says what went wrong with a sound, or no more."""
        if notice is not None:
            self.notice.show_notice(notice)
        self.notice.setVisible(notice is not None)

    def _add_choices(self) -> None:
        fades = _("It fades in after the opening bell.")
        self.add_rows(
            row(self.look, _("Bell"), beside(self.bell_choice, self.hear_bell)),
            row(self.look, _("Ambience"), beside(self.ambience_choice, self.hear_ambience), fades),
        )
        self.column.addWidget(self.notice)

    def _add_levels(self) -> None:
        self.column.addWidget(Label(self.look, _("Levels"), "heading"))
        dips = _("It dips a little while the voice speaks.")
        self.add_rows(
            row(self.look, _("Voice"), self._level(self.voice)),
            row(self.look, _("Bell"), self._level(self.bell)),
            row(self.look, _("Ambience"), self._level(self.ambience), dips),
            row(
                self.look,
                _("Test the sound"),
                self.test,
                _("One strike and a sentence, at these levels."),
            ),
        )

    def _connect(self) -> None:
        self.bell_choice.chosen.connect(self.bell_chosen)
        self.ambience_choice.chosen.connect(self.ambience_chosen)
        self.bell_choice.acted.connect(lambda: self.file_wanted.emit("bell"))
        self.ambience_choice.acted.connect(lambda: self.file_wanted.emit("ambience"))
        self.hear_bell.clicked.connect(lambda: self.preview_wanted.emit("bell"))
        self.hear_ambience.clicked.connect(lambda: self.preview_wanted.emit("ambience"))
        self._own.removed.connect(self.removed)
        self.voice.valueChanged.connect(self.voice_level_changed)
        self.bell.valueChanged.connect(self.bell_level_changed)
        self.ambience.valueChanged.connect(self.ambience_level_changed)
        self.test.clicked.connect(self.test_wanted)

    def _level(self, slider: Slider) -> Level:
        slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return Level(self.look, slider, _("quiet"), _("loud"))
