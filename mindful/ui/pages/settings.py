"""Settings: one scrolling page, with an index beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.row import RowButton
from mindful.ui.controls.scroll import Scroll
from mindful.ui.look import Look
from mindful.ui.models import SettingsView
from mindful.ui.sections.appearance import AppearanceSection
from mindful.ui.sections.history import HistorySection
from mindful.ui.sections.personal import PersonalSection
from mindful.ui.sections.privacy import PrivacySection, SafetySection
from mindful.ui.sections.section import Section
from mindful.ui.sections.sounds import SoundsSection
from mindful.ui.sections.voice import VoiceSection
from mindful.wording import _

INDEX, MARGIN, BETWEEN = 192, 24, 32


class Settings(QWidget):
    """A pure view. Each section sends its own signals: `page.voice.pace_changed` and so on."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._compact = False
        self._wants_setup = False
        self.voice = VoiceSection(look)
        self.sounds = SoundsSection(look)
        self.appearance = AppearanceSection(look)
        self.personal = PersonalSection(look)
        self.history = HistorySection(look)
        self.privacy = PrivacySection(look)
        self.safety = SafetySection(look)
        self._sections: dict[RowButton, Section] = {}
        self._index = self._make_index()
        self._narrow_title = Label(look, _("Settings"), "display")
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(BETWEEN)
        self._column.addWidget(self._narrow_title)
        for section in self._sections.values():
            self._column.addWidget(section)
        self._column.addStretch()
        self._scroll = Scroll(look, content)
        self._scroll.verticalScrollBar().valueChanged.connect(self._mark_current)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._index)
        self._row.addWidget(self._scroll, 1)
        look.changed.connect(self._lay_out)
        self._lay_out()
        self._mark_current()

    def show_view(self, view: SettingsView) -> None:
        """Shows what is set; nothing is sent."""
        self.personal.setEnabled(not view.locked)  # what is written there could not be kept
        sections = (
            self.voice,
            self.sounds,
            self.appearance,
            self.personal,
            self.history,
            self.privacy,
        )
        for section in sections:
            blocked = section.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            section.show_view(view)
            section.blockSignals(blocked)
        self._begin_setup()

    def set_compact(self, compact: bool) -> None:
        """Leaves the index out, or shows it."""
        if compact != self._compact:
            self._compact = compact
            self._lay_out()

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The index has the focus first; without it, the first control."""
        first = self.voice.speak if self._compact else next(iter(self._sections))
        first.setFocus(reason)

    def begin_with_voice(self) -> None:
        """Shows what would help where no voice was found, with the focus on it."""
        self._wants_setup = True
        self._begin_setup()

    def _begin_setup(self) -> None:
        """Goes to the steps as soon as they are there: the voices may still be looked for."""
        if self._wants_setup and self.voice.setup.isVisible():
            self._wants_setup = False
            self._column.activate()
            self.go_to(self.voice)
            self.voice.setup.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, section: Section) -> None:
        """Scrolls a section to the top."""
        self._scroll.verticalScrollBar().setValue(
            section.y() - self._column.contentsMargins().top()
        )

    def _make_index(self) -> QWidget:
        index = QWidget()
        column = QVBoxLayout(index)
        column.setContentsMargins(MARGIN, 22, 0, MARGIN)
        column.setSpacing(0)
        column.addWidget(Label(self._look, _("Settings"), "display"))
        column.addSpacing(35)
        for section, words, icon in (
            (self.voice, _("Voice"), "speaker-simple-high"),
            (self.sounds, _("Sounds"), "bell"),
            (self.appearance, _("Appearance"), "sun"),
            (self.personal, _("Name and phrases"), "user-circle"),
            (self.history, _("History"), "calendar-blank"),
            (self.privacy, _("Privacy"), "lock-simple"),
            (self.safety, _("Help and safety"), "lifebuoy"),
        ):
            button = RowButton(self._look, words, icon, pad=12, ink="ink2")
            button.clicked.connect(lambda _checked, section=section: self._press(section))
            self._sections[button] = section
            column.addWidget(button)
        column.addStretch()
        return index

    def _press(self, section: Section) -> None:
        self.go_to(section)
        self._mark(section)

    def _mark_current(self) -> None:
        """Marks the section that the upper third of the page shows."""
        line = self._scroll.verticalScrollBar().value() + self._scroll.height() // 3
        above = [section for section in self._sections.values() if section.y() <= line]
        self._mark(above[-1] if above else self.voice)

    def _mark(self, current: Section) -> None:
        for button, section in self._sections.items():
            button.setChecked(section is current)

    def _lay_out(self) -> None:
        self._index.setVisible(not self._compact)
        self._index.setFixedWidth(self._look.px(INDEX) + MARGIN)
        self._narrow_title.setVisible(self._compact)
        side = 16 if self._compact else MARGIN
        top = 8 if self._compact else 23
        self._column.setContentsMargins(side, top, side, MARGIN)
