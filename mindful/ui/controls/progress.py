"""How far something is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from mindful.ui.look import Look

TRACK, STEPS = 8, 1000


class Progress(QProgressBar):
    """A bar that fills from the left, its words elsewhere. Nothing moves but the progress.

    Args:
        look: the look.
        name: what is under way, for a screen reader.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setRange(0, STEPS)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """Fills this part of it, 0 to 1."""
        self.setValue(round(min(1.0, max(0.0, share)) * STEPS))

    def sizeHint(self) -> QSize:
        """A comfortable length."""
        return QSize(self._look.px(240), TRACK)

    def minimumSizeHint(self) -> QSize:
        """Short enough for narrow windows."""
        return QSize(96, TRACK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track and filled part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(self.rect())
        painter.setBrush(self._look.colour("line"))
        painter.drawRoundedRect(bar, TRACK / 2, TRACK / 2)
        if self.value():
            # Never narrower than its round ends.
            bar.setWidth(max(TRACK, bar.width() * self.value() / STEPS))
            painter.setBrush(self._look.colour("primary"))
            painter.drawRoundedRect(bar, TRACK / 2, TRACK / 2)
