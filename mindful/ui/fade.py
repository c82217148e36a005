"""The cross-fade from page to page: two pictures, one over the other, and nothing slides.

At its end the page below is uncovered in bands, one a frame: to paint a whole page in one go can
take longer than a frame has.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEasingCurve, QObject, QRect, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

BEGUN = 0.2
"""How far the first frame has come, so that the new page is seen in it; the curve's second frame
would be there anyway."""

BANDS = 4
"""In how many steps the page is uncovered, from above."""

KEEPING = {"xcb", "windows", "offscreen"}
"""Platforms where what is on the screen lies in memory as one picture, until it changes."""


class CrossFade(QObject):
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
        self.before = before
        self.after = after
        self._bands = [_Band(self, rect, parent) for rect in _bands_of(parent.rect())]
        self._over = False
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(BEGUN)
        self._motion.setEndValue(1.0)
        self._motion.setDuration(milliseconds)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._update)
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._uncover)
        self._motion.finished.connect(self._turn.start)

    @property
    def over(self) -> bool:
        """It has ended; Qt may have deleted it since."""
        return self._over

    @property
    def come(self) -> float:
        """How far the fade has come, 0 to 1."""
        return float(self._motion.currentValue() or BEGUN)

    def begin(self, below: QWidget) -> None:
        """Shows the first frame before it returns, and sets off.

        Args:
            below: a sibling that lies over the fade, and does not fade itself.
        """
        for band in self._bands:
            band.show()
            band.stackUnder(below)
        # Once all cover the page; with one of them, all that waits to be painted is.
        self._bands[0].repaint()
        self._motion.start()

    def end(self) -> None:
        """Uncovers the page at once. Safe to call twice."""
        while not self._over:
            self._uncover()

    def _update(self) -> None:
        for band in self._bands:
            band.update()

    def _uncover(self) -> None:
        """Uncovers one more band; each is painted before the next, as a turn of the timer."""
        band = self._bands.pop(0)
        band.hide()
        band.deleteLater()
        if not self._bands:
            self._over = True
            self._motion.stop()
            self._turn.stop()
            self.deleteLater()


class _Band(QWidget):
    """One part of a fade: opaque, so that what lies below is not painted."""

    def __init__(self, fade: CrossFade, rect: QRect, parent: QWidget) -> None:
        super().__init__(parent)
        self._fade = fade
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(rect)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What was, and over it what will be, as far as the fade has come."""
        painter = QPainter(self)
        painter.drawPixmap(0, -self.y(), self._fade.before)
        painter.setOpacity(self._fade.come)
        painter.drawPixmap(0, -self.y(), self._fade.after)


def _bands_of(whole: QRect) -> list[QRect]:
    edges = [round(whole.height() * number / BANDS) for number in range(BANDS + 1)]
    return [QRect(0, top, whole.width(), end - top) for top, end in pairwise(edges)]


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
