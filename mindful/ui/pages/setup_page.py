"""What the pages that set a practice up have in common: Back, a title, one scrolling column."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.measure import WIDEST, Measure
from mindful.ui.controls.row import IconTextButton
from mindful.ui.controls.scroll import Scroll
from mindful.ui.look import Look
from mindful.wording import _

MARGIN = 24


class SetupPage(QWidget):
    """A page behind Home. `column` takes its sections; Escape goes back.

    Args:
        look: the look.
        title: of the page.
    """

    left = Signal()

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.back = IconTextButton(look, _("Back"), "arrow-left", colour="ink2", flush=True)
        self.what = Label(look, "", "body", "ink2", wrap=True)
        self.column = QVBoxLayout()
        self.column.setSpacing(24)
        self.column.setContentsMargins(0, 0, 0, 0)
        body = Measure(look)
        body.setLayout(self.column)
        content = QWidget()
        self._margins = QHBoxLayout(content)
        self._margins.addWidget(body, WIDEST)
        self._margins.addStretch(1)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(Label(look, title, "display", wrap=True))
        head.addWidget(self.what)
        self.column.addLayout(head)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(look, content))
        self.back.clicked.connect(self.left)
        self.set_compact(compact=False)

    def set_compact(self, compact: bool) -> None:
        """Narrower margins."""
        side = 16 if compact else MARGIN
        self._margins.setContentsMargins(side, 12 if compact else 21, side, MARGIN)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Back has the focus first: everything here may stay as it is."""
        self.back.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
