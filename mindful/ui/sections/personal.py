"""Settings: what the exercises may call the person, and their own phrases."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.controls.card import Card
from mindful.ui.controls.field import Field, TextArea
from mindful.ui.controls.label import Label
from mindful.ui.controls.round_button import RoundButton
from mindful.ui.look import Look
from mindful.ui.models import SettingsView
from mindful.ui.sections.section import Section, beside, row
from mindful.wording import _


class PersonalSection(Section):
    """Name and phrases. All may stay empty; each is sent when the person leaves its field."""

    name_changed = Signal(str)
    said_changed = Signal(str)
    hear_wanted = Signal(str)
    """The person wants to hear their name: as it is spoken."""
    phrases_changed = Signal(tuple)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        detail = _("Some exercises speak these. They stay in your log on this computer.")
        super().__init__(look, _("Name and phrases"), detail, parent)
        self._shown: tuple[str, str, tuple[str, ...]] = ("", "", ())
        self.name = Field(look, _("Your name"), hint=_("Leave empty for none"))
        self.name.setMaxLength(60)
        self.said = Field(look, _("Said as"), hint=_("As it is written"))
        self.said.setMaxLength(60)
        self.hear = RoundButton(look, name=_("Hear your name"), icon="play", size=40)
        self.phrases = TextArea(look, _("Your own phrases, one on each line"))
        self.phrases.setFixedHeight(look.px(112))
        spoken = _("Spoken now and then, never often.")
        aloud = _("Where the voice gets it wrong, write how it sounds: “Ay-da” for Ada.")
        card = self.add_rows(
            row(look, _("Your name"), self.name, spoken),
            row(look, _("Said as"), beside(self.said, self.hear), aloud),
        )
        self._add_phrases(card)
        self.name.editingFinished.connect(self._send)
        self.said.editingFinished.connect(self._send)
        self.name.textChanged.connect(self._allow_hearing)
        self.said.textChanged.connect(self._allow_hearing)
        self.hear.clicked.connect(lambda: self.hear_wanted.emit(self._spoken))
        self._allow_hearing()
        self.phrases.edit.installEventFilter(self)

    def show_view(self, view: SettingsView) -> None:
        """Shows what is kept; what is being written stays, unless something else is kept now."""
        kept = (view.name, view.name_said, view.phrases)
        if kept == self._shown:
            return
        self._shown = kept
        self.name.setText(view.name)
        self.said.setText(view.name_said)
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

    @property
    def _spoken(self) -> str:
        return self.said.text().strip() or self.name.text().strip()

    def _allow_hearing(self) -> None:
        self.hear.setEnabled(bool(self._spoken))

    def _send(self) -> None:
        name, said = self.name.text().strip(), self.said.text().strip()
        lines = (line.strip() for line in self.phrases.words.splitlines())
        phrases = tuple(line for line in lines if line)
        before, self._shown = self._shown, (name, said, phrases)
        if name != before[0]:
            self.name_changed.emit(name)
        if said != before[1]:
            self.said_changed.emit(said)
        if phrases != before[2]:
            self.phrases_changed.emit(phrases)
