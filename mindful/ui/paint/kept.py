"""Small pictures that are painted once: copying one takes a fraction of the time of its curves."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from mindful.ui.look import Look

MOST = 64
"""Pictures kept by one widget; more than it needs at one size of window."""


class KeptPictures:
    """Pictures by their keys, until the theme changes.

    Args:
        look: the look.
        most: how many are kept.
    """

    def __init__(self, look: Look, most: int = MOST) -> None:
        self._look = look
        self._most = most
        self._theme = look.theme
        self._kept: dict[Hashable, QPixmap] = {}

    def picture(
        self, key: Hashable, size: QSize, ratio: float, paint: Callable[[QPainter], None]
    ) -> QPixmap:
        """The picture of that key, painted if it is not kept.

        Args:
            key: says all that the picture depends on, but for size, ratio and theme.
            size: device-independent pixels.
            ratio: device pixels for a pixel.
            paint: paints it on nothing, antialiasing set.
        """
        if self._theme != self._look.theme:
            self._theme = self._look.theme
            self._kept.clear()
        whole = (key, size.width(), size.height(), ratio)
        if whole not in self._kept:
            if len(self._kept) >= self._most:
                self._kept.clear()
            self._kept[whole] = _painted(size, ratio, paint)
        return self._kept[whole]


def _painted(size: QSize, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return picture
