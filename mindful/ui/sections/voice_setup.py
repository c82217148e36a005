"""Settings: what to do where no voice was found, in three steps."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls.card import Card, Rule
from mindful.ui.controls.label import Label
from mindful.ui.controls.pair import Pair
from mindful.ui.controls.pill import PillButton
from mindful.ui.home.notice import NoticeCard
from mindful.ui.look import Look
from mindful.ui.models import Notice
from mindful.wording import _

COMMAND = "scripts/run"
"""What installs the voices."""

PAD, BETWEEN, NUMBER = 28, 20, 26


class VoiceSetup(QWidget):
    """Install the natural voice, use the computer's own, or stay with captions."""

    copied = Signal(str)
    """The command wanted on the clipboard."""
    look_wanted = Signal()
    captions_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.copy = PillButton(look, _("Copy the command"), "outline", icon="copy")
        self.again = PillButton(look, _("Look again"), "outline", icon="arrow-clockwise")
        self.captions = PillButton(look, _("Keep captions"), "outline", icon="check")
        self._looking = False
        self._looked = Label(look, "", "small", "ink2", wrap=True)
        notice = NoticeCard(look)
        notice.show_notice(
            Notice(
                _("No voice was found on this computer"),
                _(
                    "Captions and bells still work, so you can sit any time. "
                    "To hear the guidance, try one of these."
                ),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(notice)
        column.addWidget(self._steps())
        column.addWidget(self._looked)
        self.copy.clicked.connect(lambda: self.copied.emit(COMMAND))
        self.again.clicked.connect(self._ask)
        self.captions.clicked.connect(self.captions_wanted)

    @property
    def looking(self) -> bool:
        """A voice is being looked for; "Look again" keeps the focus, and waits."""
        return self._looking

    def show_looking(self) -> None:
        """Says that a voice is being looked for."""
        self._looking = True
        self._looked.setText(_("Looking…"))

    def show_looked(self, words: str) -> None:
        """Says what was looked for."""
        self._looking = False
        self._looked.setText(words)

    def _ask(self) -> None:
        if not self._looking:
            self.look_wanted.emit()

    def _steps(self) -> Card:
        card = Card(self._look, pad=0)
        card.column.setContentsMargins(PAD, BETWEEN, PAD, BETWEEN)
        card.column.setSpacing(BETWEEN)
        steps = (
            (_("Install the natural voice"), self._install_words(), self.copy),
            (_("Use this computer’s own voice"), _own_voice_words(), self.again),
            (
                _("Stay with captions"),
                _("Every practice works this way. Nothing is lost."),
                self.captions,
            ),
        )
        for number, (title, detail, button) in enumerate(steps, start=1):
            if number > 1:
                card.column.addWidget(Rule(self._look))
            card.column.addWidget(self._step(number, title, detail, button))
        return card

    def _step(self, number: int, title: str, detail: str, button: PillButton) -> Pair:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(self._look, title, "label", wrap=True))
        words.addWidget(Label(self._look, detail, "small", "ink2", wrap=True))
        numeral = Label(self._look, str(number), "title", "ink2")
        numeral.setFixedWidth(self._look.px(NUMBER))
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(numeral, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        return Pair(left, button, gap=24, below=10, least=lambda: self._look.px(240))

    def _install_words(self) -> str:
        return _(
            "Go online, close Mindful, and start it once with {command}. "
            "It fetches the voice; nothing of yours is sent."
        ).format(command=COMMAND)


def _own_voice_words() -> str:
    if platform.system() == "Linux":
        return _("A simple voice comes with {command} too. Then look again.").format(
            command=COMMAND
        )
    return _("Turn on speech in your system’s accessibility settings, then look again.")
