"""Someone to reach: who, and a number that a press copies."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.pair import Pair
from mindful.ui.controls.round_button import RoundButton
from mindful.ui.controls.row import IconTextButton
from mindful.ui.look import Look
from mindful.ui.models import HelpLine
from mindful.wording import _

TICKED_MS = 2_000
"""How long a tick says that a number was copied."""


class ReachButton(IconTextButton):
    """A number in large figures; a press copies it, which a tick tells."""

    def __init__(self, look: Look, line: HelpLine, *, large: bool = False) -> None:
        self._large = large
        name = _("{who}: {reach}. Copy").format(who=line.who, reach=line.reach)
        super().__init__(look, line.reach, "copy", name=name)
        self.setToolTip(_("Copy {reach}").format(reach=line.reach))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TICKED_MS)
        self._rest.timeout.connect(lambda: self.set_icon("copy"))
        self.clicked.connect(self._tick)

    @property
    def ticked(self) -> bool:
        """It says for a moment that it was copied."""
        return self._rest.isActive()

    def _tick(self) -> None:
        self.set_icon("check")
        self._rest.start()

    def minimumSizeHint(self) -> QSize:
        """A number of one's own may be a whole sentence: it is elided, and copied in full."""
        size = self.sizeHint()
        return QSize(min(size.width(), self.look.px(110)), size.height())

    def text_font(self) -> QFont:
        """Large enough to be read from the arm's length of a telephone."""
        role = "title" if self._large else "heading"
        return self.look.font(role, weight=None if self._large else 500, tabular=True)


class ReachRow(QWidget):
    """A line of a card.

    Args:
        look: the look.
        line: whom to reach.
        large: it stands first, alone.
        removable: the person's own, who can be taken off the list.
    """

    copied = Signal(str)
    removed = Signal()

    def __init__(
        self, look: Look, line: HelpLine, *, large: bool = False, removable: bool = False
    ) -> None:
        super().__init__()
        who = QWidget()
        column = QVBoxLayout(who)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(0)
        column.addWidget(Label(look, line.who, "heading" if large else "label", wrap=True))
        if line.note:
            column.addWidget(Label(look, line.note, "small", "ink2", wrap=True))
        self.reach = ReachButton(look, line, large=large)
        self.reach.clicked.connect(lambda: self.copied.emit(line.reach))
        ends = QWidget()
        end = QHBoxLayout(ends)
        end.setContentsMargins(0, 0, 0, 0)
        end.setSpacing(8)
        end.addWidget(self.reach)
        if removable:
            name = _("Take {who} off the list").format(who=line.who)
            self.remove = RoundButton(look, name=name, icon="x", size=40, filled=False)
            self.remove.clicked.connect(self.removed)
            end.addWidget(self.remove)
        row = QVBoxLayout(self)
        edge = 4 if removable else 0  # the cross is as high as the row
        row.setContentsMargins(0, edge, 0, edge)
        row.addWidget(Pair(who, ends, below=0))
