"""Settings: whether the guidance is spoken, by whom, how fast, and how it sounds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls.card import Card
from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.round_button import RoundButton
from mindful.ui.controls.select import Select
from mindful.ui.controls.slider import Slider
from mindful.ui.controls.toggle import Toggle
from mindful.ui.look import Look
from mindful.ui.models import SettingsView
from mindful.ui.sections.section import Level, Section, row
from mindful.ui.sections.voice_setup import VoiceSetup
from mindful.wording import _

SLOWEST, FASTEST = 70, 140
"""Percent of the usual pace."""


class VoiceSection(Section):
    """Speaking, voice, pace, preview, and the lines kept."""

    speak_toggled = Signal(bool)
    aloud_toggled = Signal(bool)
    voice_chosen = Signal(str)
    pace_changed = Signal(int)
    preview_wanted = Signal()
    clear_wanted = Signal()
    """The person wants the kept lines gone."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        detail = _("The voice is made on this computer. Nothing is sent anywhere.")
        super().__init__(look, _("Voice"), detail, parent)
        self.speak = Toggle(look, _("Speak the guidance"))
        self.aloud = Toggle(look, _("Speak words of my own"))
        self.voice = Select(look, _("Voice"))
        self.voice.setMinimumWidth(220)
        self.pace = Slider(look, _("Pace"), least=SLOWEST, most=FASTEST, value=100)
        self.pace.setSingleStep(5)
        self.preview = RoundButton(
            look, name=_("Hear the voice"), icon="fill/play", size=52, primary=True
        )
        self.clear = PillButton(look, _("Clear"), "outline", name=_("Clear the spoken lines"))
        self._kept = Label(look, "", "small", "ink2", wrap=True)
        self._why = Label(look, "", "small", "ink2", wrap=True)
        self._sentence = Label(look, "", "title", wrap=True, factor=0.79)
        self.setup = VoiceSetup(look)
        self.column.addWidget(self.setup)
        pace = Level(look, self.pace, _("slower"), _("faster"))
        captions = _("Captions always show the same words.")
        own = _("Feelings, places and phrases. Without it, a sit that has any shows captions only.")
        rows = self.add_rows(
            row(look, _("Speak the guidance"), self.speak, captions),
            row(look, _("Speak words of my own"), self.aloud, own),
            self._voice_row(),
            row(look, _("Pace"), pace),
        )
        preview = self._preview_card()
        self.column.addWidget(preview)
        kept = self.add_rows(row(look, _("Spoken lines"), self.clear, below=self._kept))
        self._usual = (rows, preview, kept)
        self.setup.hide()
        self.speak.clicked.connect(self.speak_toggled)
        self.aloud.clicked.connect(self.aloud_toggled)
        self.voice.chosen.connect(self.voice_chosen)
        self.pace.valueChanged.connect(self.pace_changed)
        self.preview.clicked.connect(self.preview_wanted)
        self.clear.clicked.connect(self.clear_wanted)

    def show_view(self, view: SettingsView) -> None:
        """Shows what is set; where no voice is found and one is wanted, what would help."""
        missing = view.voice_missing and view.speak
        self.setup.show_looked(view.voice_looked)
        self.setup.setVisible(missing)
        for card in self._usual:
            card.setHidden(missing)
        self.speak.setChecked(view.speak)
        self.aloud.setChecked(view.aloud)
        self.voice.set_options(view.voices, unavailable=view.voices_unavailable)
        self.voice.set_chosen(view.voice)
        self.voice.setEnabled(bool(view.voices))
        self._why.setText(view.voices_why)
        self._why.setVisible(bool(view.voices_why))
        self.pace.setValue(view.pace)
        self._sentence.setText(view.preview)
        self.preview.setEnabled(any(key == view.voice for key, _words in view.voices))
        kept = _("Kept on this computer, so that no line is made twice: {size}.")
        self._kept.setText(kept.format(size=view.lines_kept or _("nothing yet")))
        self.clear.setEnabled(bool(view.lines_kept))

    def _voice_row(self) -> QWidget:
        """The list; below it, why some of it can't be chosen."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(row(self.look, _("Voice"), self.voice))
        column.addWidget(self._why)
        return both

    def _preview_card(self) -> Card:
        card = Card(self.look, pad=22)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._sentence)
        said = _("A sentence, at this pace.")
        words.addWidget(Label(self.look, said, "small", "ink2", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(20)
        line.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        card.column.addLayout(line)
        return card
