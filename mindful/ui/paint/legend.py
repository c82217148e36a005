"""The key to the shape of the sit: a swell, a line, a bell, each with its word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mindful.ui.look import Look
from mindful.wording import _

MARK, GAP, APART = 20, 8, 18


class Legend(QWidget):
    """Three marks with their words, drawn as the strip draws them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = (_("voice"), _("quiet"), _("bell"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    def sizeHint(self) -> QSize:
        """One line of small text."""
        metrics = QFontMetricsF(self._look.font("small"))
        words = sum(metrics.horizontalAdvance(word) for word in self._words)
        return QSize(round(words + 3 * (MARK + GAP) + 2 * APART), self._look.line_height("small"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Marks and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._look.font("small")
        metrics = QFontMetricsF(font)
        middle, x = self.height() / 2, 0.0
        for word, mark in zip(self._words, (self._voice, self._quiet, self._bell), strict=True):
            mark(painter, QPointF(x + MARK / 2, middle))
            x += MARK + GAP
            width = metrics.horizontalAdvance(word)
            painter.setFont(font)
            painter.setPen(self._look.colour("ink2"))
            box = QRectF(x, 0, width + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, word)
            x += width + APART

    def _voice(self, painter: QPainter, at: QPointF) -> None:
        x, y = at.x(), at.y() + 5
        path = QPainterPath(QPointF(x - 10, y))
        path.cubicTo(x - 4, y, x - 5, y - 9, x, y - 9)
        path.cubicTo(x + 5, y - 9, x + 4, y, x + 10, y)
        painter.fillPath(path, self._look.colour("voiceLight", 0.6))
        painter.setPen(QPen(self._look.colour("voice"), 1.6))
        painter.drawPath(path)

    def _quiet(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(self._look.colour("still"), 1.5))
        painter.drawLine(at - QPointF(10, 0), at + QPointF(10, 0))

    def _bell(self, painter: QPainter, at: QPointF) -> None:
        centre = at + QPointF(0, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("bell"), 1.5))
        arc = QRectF(centre.x() - 8, centre.y() - 8, 16, 16)
        painter.drawArc(arc, 0, 180 * 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("bell"))
        painter.drawEllipse(centre, 3.2, 3.2)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()
