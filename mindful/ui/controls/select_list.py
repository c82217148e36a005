"""The list a `Select` opens, loaded when the first one is opened."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from mindful.ui.look import Look

PAD, ROW = 14, 40


class OptionList(QListView):
    """A list whose ground follows the look."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setItemDelegate(OptionRow(look, self))
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, self._look.colour("raised"))
        self.setPalette(palette)


class OptionRow(QStyledItemDelegate):
    """Draws an option of the opened list."""

    def __init__(self, look: Look, options: QListView) -> None:
        super().__init__(options)
        self._look = look
        self._list = options

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """At least 40 high."""
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        width = QFontMetricsF(self._look.font("label")).horizontalAdvance(words)
        return QSize(round(width) + 2 * PAD, max(ROW, self._look.px(ROW)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Words, on a soft ground where the pointer or the keyboard is."""
        rect = QRectF(option.rect)
        # The list marks by its current row: a combo box selects nothing before the first key.
        current = index.row() == self._list.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, self._look.colour("raised"))
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("primarySoft"))
            painter.drawRoundedRect(rect.adjusted(4, 2, -4, -2), 8, 8)
        painter.setFont(self._look.font("label"))
        there = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        painter.setPen(
            self._look.colour("onPrimarySoft" if current else "ink" if there else "ink3")
        )
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(PAD, 0, -PAD, 0), flags, words)
        painter.restore()
