"""What is offered first where a feeling is strong: grounding, Help, kindness, a shorter sit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls import IconTextButton, Label, RoundButton
from mindful.ui.look import Look
from mindful.ui.pages.flow import FlowLayout
from mindful.ui.pages.gentle_length import GentleLength
from mindful.wording import _, ngettext


class StrongOffers(QWidget):
    """Ways to go first, and the length, which stays free to change."""

    ground_wanted = Signal()
    help_wanted = Signal()
    kindness_wanted = Signal()
    stepped = Signal(int)
    """A minute more (1) or less (-1)."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.ground = IconTextButton(look, _("Ground me"), "anchor-simple", flush=True)
        self.help = IconTextButton(look, _("Help"), "lifebuoy")
        self.kindness = IconTextButton(look, _("Kind Moment"), "heart")
        self.less = RoundButton(
            look, name=_("One minute less"), icon="minus", size=40, filled=False
        )
        self.more = RoundButton(look, name=_("One minute more"), icon="plus", size=40, filled=False)
        self._minutes = Label(look, role="small", wrap=True)
        line = _("That’s a lot. Grounding first is a good choice.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 10, 0)
        column.setSpacing(4)
        column.addWidget(Label(look, line, role="small", wrap=True))
        ways = FlowLayout(gap=4)
        for way in (self.ground, self.help, self.kindness):
            ways.addWidget(way)
        column.addLayout(ways)
        length = QHBoxLayout()
        length.setSpacing(8)
        length.addWidget(self._minutes, 1)
        for button in (self.less, self.more):
            length.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(length)
        self.ground.clicked.connect(self.ground_wanted)
        self.help.clicked.connect(self.help_wanted)
        self.kindness.clicked.connect(self.kindness_wanted)
        self.less.clicked.connect(lambda: self.stepped.emit(-1))
        self.more.clicked.connect(lambda: self.stepped.emit(1))

    def show_length(self, length: GentleLength) -> None:
        """Says how long the sit is now."""
        words = ngettext(
            "{count} minute for now. More or less is fine.",
            "{count} minutes for now. More or less is fine.",
            length.minutes,
        )
        self._minutes.setText(words.format(count=length.minutes))
        self.less.setEnabled(length.can_shorten)
        self.more.setEnabled(length.can_lengthen)
