"""One of a few, all shown side by side."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QSizePolicy, QWidget

from mindful.ui.controls.card import Card
from mindful.ui.controls.painted import PaintedButton
from mindful.ui.look import Look

PAD, GAP = 4, 2


class Segments(Card):
    """Options side by side on a sunken ground; `chosen` carries the id a person chose.

    Args:
        look: the look.
        name: what is chosen, for a screen reader.
        options: ids and words.

    """

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        options: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, pad=PAD, fill="sunken", line="", radius="md", parent=parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys: dict[int, str] = {}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(GAP)
        for number, (key, words) in enumerate(options):
            segment = _Segment(look, words, name=f"{name}: {words}", parent=self)
            # Of the segment and not of the group, which hears nothing of a screen reader's press.
            segment.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
            self._group.addButton(segment, number)
            self._keys[number] = key
            self._row.addWidget(segment)
        self.column.addLayout(self._row)

    def minimumSizeHint(self) -> QSize:
        """The widest option, for they can stand below each other."""
        width = max(
            (button.minimumSizeHint().width() for button in self._group.buttons()), default=0
        )
        return QSize(width + 2 * PAD, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """All options side by side."""
        buttons = self._group.buttons()
        width = sum(button.sizeHint().width() + GAP for button in buttons) - GAP
        return QSize(width + 2 * PAD, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns the row into a column where it does not fit."""
        super().resizeEvent(event)
        buttons = self._group.buttons()
        needed = sum(button.minimumSizeHint().width() + GAP for button in buttons) + 2 * PAD
        way = QBoxLayout.Direction
        wanted = way.LeftToRight if needed <= self.width() else way.TopToBottom
        if wanted is not self._row.direction():
            self._row.setDirection(wanted)
            self.updateGeometry()

    @property
    def choice(self) -> str:
        """Id of the option chosen; empty while there is none."""
        return self._keys.get(self._group.checkedId(), "")

    def set_chosen(self, key: str) -> None:
        """Chooses the option with this id, where there is one."""
        for number, own in self._keys.items():
            if own == key:
                self._group.button(number).setChecked(True)


class _Segment(PaintedButton):
    def __init__(self, look: Look, words: str, *, name: str, parent: QWidget) -> None:
        super().__init__(look, words, name=name, parent=parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # so that a screen reader calls it one of several
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def corner(self) -> float:
        """The small radius."""
        return float(self.look.token("radius", "sm"))

    def text_font(self) -> QFont:
        """Heavier when chosen."""
        return self.look.font("label", weight=600 if self.isChecked() else 400)

    def sizeHint(self) -> QSize:
        """The words at their heavier weight; 36 high on a ground of 44."""
        widest = QFontMetricsF(self.look.font("label", weight=600))
        width = round(widest.horizontalAdvance(self.words)) + 32
        return QSize(width, 16 + self.look.line_height("label"))

    def minimumSizeHint(self) -> QSize:
        """The words with little room round them."""
        return QSize(self.sizeHint().width() - 22, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose at once, as a person expects of options side by side."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        buttons = self.group().buttons()
        at = buttons.index(self) + step
        if 0 <= at < len(buttons):
            buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
            buttons[at].click()

    def paint(self, painter: QPainter) -> None:
        """Filled when chosen."""
        ink = "ink2"
        if self.isChecked():
            self.fill_shape(painter, self.look.colour("primaryHover" if self.lit else "primary"))
            ink = "onPrimary"
        elif self.lit:
            self.fill_shape(painter, self.look.colour("primarySoft"))
            ink = "onPrimarySoft"
        self.draw_words(painter, QRectF(self.rect()), ink)
