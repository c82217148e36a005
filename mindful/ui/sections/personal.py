"""Settings: what the exercises may call the person, and their own phrases."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.controls.card import Card
from mindful.ui.controls.field import Field, TextArea
from mindful.ui.controls.label import Label
from mindful.ui.look import Look
from mindful.ui.models import SettingsView
from mindful.ui.sections.section import Section, row
from mindful.wording import _


class PersonalSection(Section):
    """Name and phrases. Both may stay empty; both are sent when the person leaves the field."""

    name_changed = Signal(str)
    phrases_changed = Signal(tuple)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        detail = _("Some exercises speak these. They stay in your log on this computer.")
        super().__init__(look, _("Name and phrases"), detail, parent)
        self._shown: tuple[str, tuple[str, ...]] = ("", ())
        self.name = Field(look, _("Your name"), hint=_("Leave empty for none"))
        self.name.setMaxLength(60)
        self.phrases = TextArea(look, _("Your own phrases, one on each line"))
        self.phrases.setFixedHeight(look.px(112))
        spoken = _("Spoken now and then, never often.")
        card = self.add_rows(row(look, _("Your name"), self.name, spoken))
        self._add_phrases(card)
        self.name.editingFinished.connect(self._send)
        self.phrases.edit.installEventFilter(self)

    def show_view(self, view: SettingsView) -> None:
        """Shows what is kept."""
        self._shown = (view.name, view.phrases)
        self.name.setText(view.name)
        self.phrases.set_words("\n".join(view.phrases))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sends the phrases when the person leaves them."""
        if event.type() is QEvent.Type.FocusOut:
            self._send()
        return super().eventFilter(watched, event)

    def _add_phrases(self, card: Card) -> None:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(Label(self.look, _("Your own phrases"), "label"))
        words = _("Sentences that do you good, one on each line.")
        column.addWidget(Label(self.look, words, "small", "ink2", wrap=True))
        column.addWidget(self.phrases)
        card.column.addLayout(column)
        card.column.addSpacing(6)

    def _send(self) -> None:
        name = self.name.text().strip()
        lines = (line.strip() for line in self.phrases.words.splitlines())
        phrases = tuple(line for line in lines if line)
        before, self._shown = self._shown, (name, phrases)
        if name != before[0]:
            self.name_changed.emit(name)
        if phrases != before[1]:
            self.phrases_changed.emit(phrases)
