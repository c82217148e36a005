"""What was sat most: a row for each, with a bar as long as its part of the time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mindful.ui.history_models import Share
from mindful.ui.look import Look
from mindful.ui.paint.picking import PickChart
from mindful.wording import _, length_words, ngettext

PAD, BAR = 6, 6
"""Pixels above and below a row, and of the bar's height."""


class ShareRows(PickChart):
    """Names with their time, and bars below them. Picking one looks at its sits.

    Args:
        look: the look.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._shares: tuple[Share, ...] = ()
        self._numbers = True
        self.setAccessibleName(_("Practices"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_shares(self, shares: Sequence[Share]) -> None:
        """Shows these, in this order."""
        self._shares = tuple(shares)
        self.parts_changed()

    def show_numbers(self, *, numbers: bool) -> None:
        """With sits and minutes, or the bars alone."""
        self._numbers = numbers
        self.parts_changed()

    def count(self) -> int:
        """The rows."""
        return len(self._shares)

    def part_words(self, number: int) -> str:
        """A row in words."""
        if not 0 <= number < len(self._shares):
            return ""
        share = self._shares[number]
        if not self._numbers:
            return share.words
        sits = ngettext("{count} sit", "{count} sits", share.sits).format(count=f"{share.sits:,}")
        return f"{share.words}, {sits}, {length_words(60 * share.minutes)}"

    def part_rect(self, number: int) -> QRect:
        """The row, from edge to edge."""
        return QRect(0, number * self._row(), self.width(), self._row())

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(self.look.px(312), len(self._shares) * self._row())

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(self.look.px(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names, times, bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((share.minutes for share in self._shares), default=0) or 1
        for number, share in enumerate(self._shares):
            row = QRectF(self.part_rect(number))
            if number == self.lit:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.look.colour("primarySoft", 0.4))
                painter.drawRoundedRect(row.adjusted(-6, 0, 6, 0), 8, 8)
            line = QRectF(row.x(), row.y() + PAD, row.width(), self.look.line_height("small"))
            self._draw_words(painter, line, share)
            bar = QRectF(row.x(), line.bottom() + 2, row.width(), BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour("sunken"))
            painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
            bar.setWidth(max(BAR, row.width() * share.minutes / most))
            painter.setBrush(self.look.colour("still"))
            painter.drawRoundedRect(bar, BAR / 2, BAR / 2)

    def _draw_words(self, painter: QPainter, line: QRectF, share: Share) -> None:
        font = self.look.font("small", tabular=True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        room = line.width()
        if self._numbers:
            time = length_words(60 * share.minutes)
            painter.setPen(self.look.colour("ink2"))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, time)
            room -= metrics.horizontalAdvance(time) + 12
        painter.setPen(self.look.colour("ink"))
        name = metrics.elidedText(share.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)

    def _row(self) -> int:
        return self.look.line_height("small") + 2 + BAR + 2 * PAD
