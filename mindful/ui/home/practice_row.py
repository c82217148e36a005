"""A practice as a row of the list, and the heading that folds a group of them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mindful.ui.controls.focus import KEYBOARD
from mindful.ui.controls.painted import PaintedButton
from mindful.ui.controls.row import RowButton
from mindful.ui.look import Look
from mindful.ui.models import Practice
from mindful.wording import _, ngettext

PAD, MARK = 14, 16
ABOVE, BELOW = 18, 5
"""Pixels above and below a heading's words, at every text size."""
CARET, CARET_GAP = 14, 8


class PracticeRow(RowButton):
    """One practice. Its purpose is the tooltip, also shown when the keyboard comes to it."""

    def __init__(self, look: Look, practice: Practice, parent: QWidget | None = None) -> None:
        self._own = practice.own
        self._purpose = practice.purpose
        super().__init__(look, practice.title, practice.icon, pad=PAD, parent=parent)
        mark = _("Your own.") if practice.own else ""
        self.setAccessibleDescription(f"{mark} {practice.purpose}".strip())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the purpose to whoever came by keyboard, as the pointer would."""
        super().focusInEvent(event)
        if event.reason() in KEYBOARD and not self.isChecked():
            QToolTip.showText(self.mapToGlobal(QPoint(PAD, self.height())), self._purpose, self)

    def sizeHint(self) -> QSize:
        """With room for the mark of one's own."""
        size = super().sizeHint()
        return QSize(size.width() + self._mark_room(), size.height())

    def paint(self, painter: QPainter) -> None:
        """The row, and the mark of one's own at its right."""
        super().paint(painter)
        if self._own:
            size = self.look.px(MARK)
            box = QRectF(self.width() - PAD - size, (self.height() - size) / 2, size, size)
            self.draw_icon(painter, box, "user", "ink2")

    def _explain(self, *, elided: bool) -> None:
        """The purpose is the tooltip, after the name where that is cut off."""
        cut = elided or self.text_width() > self._room_for_words()
        words = f"{self.words}\n{self._purpose}" if cut else self._purpose
        if words != self.toolTip():
            self.setToolTip(words)

    def _room_for_words(self) -> float:
        return self.width() - self._text_left() - PAD - self._mark_room() + 1

    def draw_words(
        self,
        painter: QPainter,
        rect: QRectF,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
    ) -> None:
        """Leaves the mark its room."""
        super().draw_words(painter, rect.adjusted(0, 0, -self._mark_room(), 0), colour, align)

    def _mark_room(self) -> int:
        return self.look.px(MARK) + 8 if self._own else 0


class GroupHead(PaintedButton):
    """The quiet heading of a group; a press folds the group, or unfolds it.

    Args:
        look: the look.
        title: the heading.
        count: how many practices the group has.
    """

    def __init__(self, look: Look, title: str, count: int, parent: QWidget | None = None) -> None:
        self._count = count
        self._folded = False
        self._foldable = True
        super().__init__(look, title, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, *, folded: bool, foldable: bool) -> None:
        """Shows whether its group is folded, and whether that can be changed now."""
        self._folded, self._foldable = folded, foldable
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if foldable else Qt.FocusPolicy.NoFocus)
        many = ngettext("{count} practice", "{count} practices", self._count)
        state = _("folded") if folded else _("unfolded")
        count = many.format(count=self._count)
        self.set_words(self.words, name=f"{self.words}, {count}, {state}")

    def text_font(self) -> QFont:
        """Small, as of a caption."""
        return self.look.font("small")

    def corner(self) -> float:
        """The small radius."""
        return float(self.look.token("radius", "sm"))

    def shape_rect(self) -> QRect:
        """The words and what is round them, without the gap towards the group above."""
        return self.rect().adjusted(PAD - 8, ABOVE - 4, -PAD + 8, -BELOW + 4)

    def sizeHint(self) -> QSize:
        """Its words, with the gap between two groups above them."""
        width = 2 * PAD + self.text_width() + CARET_GAP + self.look.px(CARET)
        return QSize(round(width), ABOVE + self.look.line_height("small") + BELOW)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to elide."""
        return QSize(self.look.px(96), self.sizeHint().height())

    def paint(self, painter: QPainter) -> None:
        """Words at the left; how many are folded away, and a caret, at the right."""
        if self.lit and self._foldable:
            self.fill_shape(painter, self.look.colour("primarySoft", 0.5))
        room = QRectF(self.rect()).adjusted(PAD, ABOVE, -PAD, -BELOW)
        if self._foldable:
            room.setRight(room.right() - self._draw_end(painter, room) - CARET_GAP)
        self.draw_words(painter, room, "ink2", Qt.AlignmentFlag.AlignLeft)

    def _draw_end(self, painter: QPainter, room: QRectF) -> float:
        """Draws caret and number; gives the pixels they take."""
        size = self.look.px(CARET)
        middle = room.center().y()
        box = QRectF(room.right() - size, middle - size / 2, size, size)
        self.draw_icon(painter, box, "caret-right" if self._folded else "caret-down", "ink2")
        if not self._folded:
            return size
        font = self.look.font("small", tabular=True)
        words = str(self._count)
        wide = QFontMetricsF(font).horizontalAdvance(words)
        painter.setFont(font)
        painter.setPen(self.look.colour("ink2"))
        place = QRectF(box.left() - CARET_GAP - wide, room.top(), wide + 1, room.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        return size + CARET_GAP + wide
