"""The cross-fade from page to page: two pictures, one over the other, and nothing slides."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget


class CrossFade(QWidget):
    """Lies over the page while it fades, showing pictures of what was and what will be.

    It deletes itself at its end; `over` says so.

    Pictures, because a page painted afresh for each frame would not keep up with the screen.

    Args:
        before: what was shown.
        after: what is shown now, below.
        milliseconds: how long it takes.
        parent: the window.
    """

    def __init__(self, before: QPixmap, after: QPixmap, milliseconds: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = before
        self._after = after
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(parent.rect())
        self._over = False
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setDuration(milliseconds)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self.update)
        self._motion.finished.connect(self.end)

    @property
    def over(self) -> bool:
        """It has ended; Qt may have deleted it since."""
        return self._over

    def begin(self) -> None:
        """Shows the first frame and sets off."""
        self.show()
        self._motion.start()

    def end(self) -> None:
        """Uncovers the page at once. Safe to call twice."""
        if self._over:
            return
        self._over = True
        self._motion.stop()
        self.hide()
        self.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What was, and over it what will be, as far as the fade has come."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._before)
        painter.setOpacity(float(self._motion.currentValue() or 0.0))
        painter.drawPixmap(0, 0, self._after)
