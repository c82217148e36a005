"""The cross-fade from page to page: two pictures, one over the other, and nothing slides."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

BEGUN = 0.2
"""How far the first frame has come, so that the new page is seen in it; the curve's second frame
would be there anyway."""

KEEPING = {"xcb", "windows", "offscreen"}
"""Platforms where what is on the screen lies in memory as one picture, until it changes."""


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
        self._motion.setStartValue(BEGUN)
        self._motion.setEndValue(1.0)
        self._motion.setDuration(milliseconds)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self.update)
        self._motion.finished.connect(self.end)

    @property
    def over(self) -> bool:
        """It has ended; Qt may have deleted it since."""
        return self._over

    def begin(self, below: QWidget) -> None:
        """Shows the first frame before it returns, and sets off.

        Args:
            below: a sibling that lies over the fade, and does not fade itself.
        """
        self.show()
        self.stackUnder(below)
        self.repaint()
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
        painter.setOpacity(float(self._motion.currentValue() or BEGUN))
        painter.drawPixmap(0, 0, self._after)


def picture_of(window: QWidget) -> QPixmap:
    """The window as it would be painted now; opaque, which is drawn faster than `grab`'s."""
    ratio = window.devicePixelRatioF()
    picture = QPixmap(window.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    window.render(picture)
    return picture


def picture_shown(window: QWidget) -> QPixmap:
    """What is on the screen of the window; copied where it is kept, or else painted."""
    shown: object = None
    if QGuiApplication.platformName() in KEEPING and window.isVisible():
        shown = window.backingStore().paintDevice()
    wanted = window.size() * window.devicePixelRatioF()
    if not isinstance(shown, QImage) or shown.size() != wanted:
        return picture_of(window)
    picture = QPixmap.fromImage(shown.convertToFormat(QImage.Format.Format_RGB32))
    picture.setDevicePixelRatio(window.devicePixelRatioF())
    return picture
