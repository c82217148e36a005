"""Settings: the sounds a person brought along."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.controls.card import Card, Rule
from mindful.ui.controls.label import Label
from mindful.ui.controls.row import IconTextButton
from mindful.ui.look import Look
from mindful.ui.models import Option
from mindful.ui.sections.section import BETWEEN, EDGE, PAD, row
from mindful.wording import _


class OwnSoundsCard(QWidget):
    """Names of the person's own files, each with a way to remove it; hidden without any."""

    removed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[Option, ...] = ()
        self._card = Card(look, pad=0)
        self._card.column.setContentsMargins(PAD, EDGE, PAD, EDGE)
        self._card.column.setSpacing(BETWEEN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Label(look, _("Your own sounds"), "heading"))
        column.addWidget(self._card)
        self.hide()

    def show_sounds(self, sounds: tuple[Option, ...]) -> None:
        """Shows these in place of those before."""
        if sounds == self._shown:
            return
        self._shown = sounds
        while (item := self._card.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, (sound, name) in enumerate(sounds):
            if number:
                self._card.column.addWidget(Rule(self._look))
            self._card.column.addWidget(self._row(sound, name))
        self.setVisible(bool(sounds))

    def _row(self, sound: str, name: str) -> QWidget:
        words = _("Remove {name}").format(name=name)
        remove = IconTextButton(self._look, _("Remove"), "trash", name=words)
        remove.clicked.connect(lambda: self.removed.emit(sound))
        return row(self._look, name, remove)
