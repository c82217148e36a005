"""Exercise files that can't be used: which, where in them, and what is wrong there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls.card import Card, Rule
from mindful.ui.controls.label import Label
from mindful.ui.controls.measure import WIDEST, Measure
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.row import IconTextButton
from mindful.ui.controls.scroll import Scroll
from mindful.ui.file_models import BrokenFiles, FileError
from mindful.ui.look import Look
from mindful.ui.pages.flow import FlowLayout
from mindful.wording import _

MARGIN = 24


class ExerciseErrors(QWidget):
    """A pure view. `again_wanted` asks to read the files anew, `folder_wanted` to open theirs."""

    left = Signal()
    again_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.back = IconTextButton(look, _("Back"), "arrow-left", colour="ink2", flush=True)
        self.again = PillButton(look, _("Read them again"), "outline", icon="arrow-clockwise")
        self.folder = PillButton(look, _("Open their folder"), "outline", icon="folder-open")
        self._said = Label(look, "", "body", wrap=True)
        self._place = Label(look, "", "small", "ink2", wrap=True)
        self._card = Card(look, pad=0)
        self._card.column.setContentsMargins(MARGIN, 10, MARGIN, 10)
        content = QWidget()
        self._content = QHBoxLayout(content)
        body = Measure(look)
        self._fill(body)
        self._content.addWidget(body, WIDEST)
        self._content.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(look, content))
        self.back.clicked.connect(self.left)
        self.again.clicked.connect(self.again_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.set_compact(compact=False)

    def show_view(self, view: BrokenFiles) -> None:
        """Shows the errors there are, or that there are none any more."""
        while (item := self._card.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, error in enumerate(view.errors):
            if number:
                self._card.column.addWidget(Rule(self._look))
            self._card.column.addWidget(self._line(error))
        self._card.setVisible(bool(view.errors))
        self._said.setText(view.said)
        self._place.setText(view.folder)

    def set_compact(self, compact: bool) -> None:
        """Narrower margins."""
        side = 16 if compact else MARGIN
        self._content.setContentsMargins(side, 12 if compact else 21, side, MARGIN)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The way back has the focus first."""
        self.back.setFocus(reason)

    def _fill(self, body: QWidget) -> None:
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(Label(self._look, _("Exercise files with errors"), "display", wrap=True))
        head.addWidget(self._said)
        column.addLayout(head)
        column.addWidget(self._card)
        column.addWidget(self._place)
        actions = FlowLayout(gap=12)
        actions.addWidget(self.again)
        actions.addWidget(self.folder)
        column.addLayout(actions)
        column.addStretch()

    def _line(self, error: FileError) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(2)
        for words, role, colour in ((error.place, "label", "ink"), (error.message, "body", "ink2")):
            column.addWidget(Label(self._look, words, role, colour, wrap=True))
        return line
