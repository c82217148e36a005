"""Which widget lies nearest in a direction: how arrow keys move among scattered words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

DIRECTIONS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}

ASIDE = 2
"""A pixel to the side counts as much as this many ahead."""


def nearest(widgets: Sequence[QWidget], origin: QWidget, key: Qt.Key) -> QWidget | None:
    """The visible widget nearest to `origin` in the direction of an arrow key, if there is one."""
    ahead = DIRECTIONS[key]
    window = origin.window()
    start = origin.mapTo(window, origin.rect().center())
    best: QWidget | None = None
    least = 0
    for widget in widgets:
        if widget is origin or not widget.isVisible():
            continue
        way = widget.mapTo(window, widget.rect().center()) - start
        forward = QPoint.dotProduct(way, ahead)
        aside = abs(way.x() * ahead.y()) + abs(way.y() * ahead.x())
        distance = forward + ASIDE * aside
        if forward > 0 and (best is None or distance < least):
            best, least = widget, distance
    return best
