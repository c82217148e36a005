"""Pictures without bands: painted with 16 bits a channel under a faint noise, then rounded to 8."""

from __future__ import annotations

import random
from array import array
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QBrush, QImage, QPainter, QPixmap

GRAIN = 64
"""Side of the noise tile in pixels."""


def deep_picture(
    size: QSize, ratio: float, paint: Callable[[QPainter, QRectF], None], *, white: bool
) -> QPixmap:
    """An opaque picture of slow gradients.

    Args:
        size: device-independent pixels.
        ratio: device pixels for a pixel.
        paint: fills the rectangle it is given.
        white: white noise, for dark pictures; black otherwise.
    """
    deep = QImage(size * ratio, QImage.Format.Format_RGBA64_Premultiplied)
    deep.setDevicePixelRatio(ratio)
    painter = QPainter(deep)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRectF(QPointF(0, 0), size.toSizeF()))
    painter.resetTransform()
    painter.fillRect(deep.rect(), QBrush(_grain(white=white)))
    painter.end()
    return QPixmap.fromImage(deep.convertToFormat(QImage.Format.Format_RGB32))


def _grain(*, white: bool) -> QImage:
    """A tile of noise no stronger than one step of an 8-bit channel."""
    dice = random.Random(GRAIN)  # noqa: S311 - grain is no secret
    pixels = array("H")
    for _ in range(GRAIN * GRAIN):
        alpha = dice.randrange(258)
        light = alpha if white else 0
        pixels.extend((light, light, light, alpha))
    tile = QImage(
        pixels.tobytes(), GRAIN, GRAIN, GRAIN * 8, QImage.Format.Format_RGBA64_Premultiplied
    )
    return tile.copy()
