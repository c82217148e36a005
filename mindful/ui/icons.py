"""Phosphor icons, drawn from their SVG files at the size and colour asked for."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from mindful.assets import asset

LIGHT_FROM = 20
"""Pixels from which the light weight is clear enough; smaller icons take the regular one."""

STAND_IN = "leaf"
"""Drawn for a name that does not ship, as a person's own exercise may ask for."""


class IconShelf:
    """Draws each icon once for a size, colour and resolution."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, int, str, float], QPixmap] = {}

    def pixmap(self, name: str, size: int, colour: QColor, ratio: float) -> QPixmap:
        """The icon, `size` device-independent pixels square; ``fill/…`` names a filled one."""
        key = (name, size, colour.name(QColor.NameFormat.HexArgb), ratio)
        if key not in self._drawn:
            self._drawn[key] = _draw(name, size, colour, ratio)
        return self._drawn[key]


def _draw(name: str, size: int, colour: QColor, ratio: float) -> QPixmap:
    # Imported when the first icon is drawn: nothing else needs it.
    from PySide6.QtSvg import QSvgRenderer

    weight = "light" if size >= LIGHT_FROM else "regular"
    path = f"{name}.svg" if "/" in name else f"{weight}/{name}.svg"
    file = asset("icons", *path.split("/"))
    if not file.is_file():
        file = asset("icons", weight, f"{STAND_IN}.svg")
    svg = file.read_bytes()
    coloured = svg.replace(b"currentColor", colour.name().encode())
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(coloured)).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
