"""The length: a numeral to type into, less and more, and the rule below."""

from __future__ import annotations

import math

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QIntValidator,
    QKeyEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from mindful.ui.controls.field import writing_palette
from mindful.ui.controls.focus import FocusRing
from mindful.ui.controls.label import Label
from mindful.ui.controls.round_button import RoundButton
from mindful.ui.look import Look
from mindful.ui.models import Length
from mindful.ui.paint.length_rule import LengthRule
from mindful.wording import _

UNIT_GAP, UNTIL_GAP, BUTTON_GAP = 8, 14, 10

ENDS = 36
"""Pixels kept for the number at each end of the rule."""


class Numeral(QLineEdit):
    """The minutes, large; a click and a number change them. `typed` carries what was typed."""

    typed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._minutes = 0
        self.setFrame(False)
        self.setMaxLength(2)
        self.setValidator(QIntValidator(0, 99, self))
        self.setTextMargins(QMargins(-2, 0, 0, 0))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(_("Click to type a length"))
        self.ring = FocusRing(look, self, radius=lambda: 6.0, always=True)
        self.textChanged.connect(self._widen)
        look.changed.connect(self._relook)
        self._relook()

    def set_minutes(self, minutes: int) -> None:
        """Shows a length."""
        self._minutes = minutes
        self.setText(str(minutes))

    def sizeHint(self) -> QSize:
        """As wide as its figures."""
        metrics = QFontMetricsF(self._look.font("numeral"))
        figures = metrics.horizontalAdvance(self.text() or "0")
        return QSize(math.ceil(figures) + 4, self._look.line_height("numeral"))

    def minimumSizeHint(self) -> QSize:
        """It is never narrower."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Selects the figures, so that typing replaces them."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes what was typed."""
        super().focusOutEvent(event)
        self._commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what was typed, Escape takes it back."""
        if event.key() == Qt.Key.Key_Escape:
            self.set_minutes(self._minutes)
            self.selectAll()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._commit()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def _commit(self) -> None:
        minutes = int(self.text() or 0)
        self.set_minutes(self._minutes)
        if minutes not in {0, self._minutes}:
            self.typed.emit(minutes)

    def _widen(self) -> None:
        self.updateGeometry()

    def _relook(self) -> None:
        self.setFont(self._look.font("numeral"))
        palette = writing_palette(self._look, self.palette())
        palette.setColor(QPalette.ColorRole.Highlight, self._look.colour("selection"))
        self.setPalette(palette)
        self.updateGeometry()


class LengthBlock(QWidget):
    """Everything about the length; `chosen` carries minutes within what is offered."""

    chosen = Signal(int)
    hint_below = Signal(bool)
    """Whether the hint takes lines of its own, below the rule."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._length: Length | None = None
        self.numeral = Numeral(look)
        self.rule = LengthRule(look)
        self._unit = Label(look, "", "heading", "ink2", weight=400)
        self._until = Label(look, "", "small", "ink2")
        self._below = Label(look, "", "small", "ink2")
        self._hint = Label(look, "", "small", "ink2", wrap=True)
        self._hint.setContentsMargins(0, 0, 0, 6)
        self._hint_between = Label(look, "", "small", "ink2", parent=self)
        self.less = RoundButton(
            look, name=_("One minute less"), icon="minus", size=40, filled=False
        )
        self.more = RoundButton(look, name=_("One minute more"), icon="plus", size=40, filled=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._first_row())
        column.addLayout(self._second_row())
        column.addWidget(self.rule)
        column.addWidget(self._hint)
        self._hint.hide()
        self._hint_between.hide()
        self.rule.chosen.connect(self.chosen)
        self.numeral.typed.connect(self._typed)
        self.less.clicked.connect(lambda: self.rule.step(-1))
        self.more.clicked.connect(lambda: self.rule.step(1))

    def show_length(self, length: Length) -> None:
        """Shows a length and what is offered."""
        self._length = length
        self.numeral.set_minutes(length.minutes)
        self.numeral.setAccessibleName(_("Length in minutes"))
        self.rule.set_length(length.minutes, length.least, length.longest)
        words = [_("Length"), f"{length.minutes} {length.unit}", length.until]
        self.rule.setAccessibleName(", ".join(word for word in words if word))
        self._unit.setText(length.unit)
        self._hint.setText(length.hint)
        self._hint_between.setText(length.hint)
        self.less.setEnabled(length.minutes > length.least)
        self.more.setEnabled(length.minutes < length.longest)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Numeral and buttons; the words can stand below."""
        row = self.numeral.sizeHint().width() + 2 * self.less.sizeHint().width() + 2 * BUTTON_GAP
        width = max(row, self.rule.minimumSizeHint().width())
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says until when as fully as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Unit and end time beside the numeral, the latter briefly if need be, or else below."""
        if self._length is None:
            return
        buttons = 2 * self.less.sizeHint().width() + BUTTON_GAP
        taken = self.numeral.sizeHint().width() + buttons + UNIT_GAP + UNTIL_GAP + 8
        room = self.width() - taken - self._unit.text_width()
        for words in (self._length.until, self._length.until_brief):
            self._until.setText(words)
            if self._until.text_width() <= room:
                break
        beside = self._until.text_width() <= room
        self._unit.setVisible(beside)
        self._until.setVisible(beside)
        self._below.setVisible(not beside)
        self._below.setText(f"{self._length.unit}, {self._length.until_brief}")
        self._fit_hint()

    def _fit_hint(self) -> None:
        """The hint stands between the ends of the rule where it fits, and below them else."""
        hint, scale = self._hint_between, self.rule.scale
        left = scale.x(self.rule.minimum()) + self._look.px(ENDS)
        room = scale.x(self.rule.maximum()) - self._look.px(ENDS) - left
        between = bool(hint.text()) and hint.text_width() <= room
        hint.setVisible(between)
        below = bool(hint.text()) and not between
        self._hint.setVisible(below)
        self.hint_below.emit(below)
        width, height = math.ceil(hint.text_width()) + 2, hint.sizeHint().height()
        bottom = self.rule.geometry().bottom() + 1
        hint.setGeometry(round(left + (room - width) / 2), bottom - height, width, height)
        hint.raise_()

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.numeral, 0, Qt.AlignmentFlag.AlignBottom)
        row.addSpacing(UNIT_GAP)
        row.addLayout(_on_baseline(self._unit))
        row.addSpacing(UNTIL_GAP)
        row.addLayout(_on_baseline(self._until))
        row.addStretch(1)
        row.addWidget(self.less, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(BUTTON_GAP)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _second_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._below)
        self._below.hide()
        return row

    def _typed(self, minutes: int) -> None:
        if self._length is not None:
            self.chosen.emit(min(self._length.longest, max(self._length.least, minutes)))


def _on_baseline(label: Label) -> QVBoxLayout:
    """Lifts a small label so that it stands on the numeral's baseline."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 7)
    column.addStretch()
    column.addWidget(label)
    return column
