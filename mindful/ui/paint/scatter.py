"""Where words lie on the field of feelings: scattered over their part, never over each other."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

A_ROW = 3
"""Words in a row at most, where there is room for as many rows."""

SWAY = 0.75
"""How unevenly the free room of a row lies between its words, 0 to 1."""

GAP = 8.0
"""Least pixels between two words."""


def rows_of(widths: Sequence[float], room: float) -> list[list[int]]:
    """Numbers of the words in each row: as even as can be, and none wider than the room."""
    count = len(widths)
    for rows in range(max(1, math.ceil(count / A_ROW)), count):
        split = [list(range(count * n // rows, count * (n + 1) // rows)) for n in range(rows)]
        if all(_width([widths[at] for at in row]) <= room for row in split):
            return split
    return [[at] for at in range(count)]


def height_of(widths: Sequence[float], room: float, line: float) -> float:
    """Least pixels of height that the words take in a part `room` wide, each `line` high."""
    rows = len(rows_of(widths, room))
    return rows * line + max(0, rows - 1) * GAP


def scatter(widths: Sequence[float], part: QRectF, line: float) -> list[QPointF]:
    """Upper left corners of words of these widths, all `line` pixels high, within `part`.

    The same words always lie at the same places. Rows share the height; within a row the free
    room lies unevenly between the words, and each stands a little above or below its row.
    """
    places = [QPointF()] * len(widths)
    rows = rows_of(widths, part.width())
    pitch = part.height() / max(1, len(rows))
    play = max(0.0, (pitch - line - GAP) / 2)
    for number, row in enumerate(rows):
        free = max(0.0, part.width() - _width([widths[at] for at in row]))
        shares = [1 + SWAY * _wave(number, at) for at in range(len(row) + 1)]
        x = part.x()
        for at, word in enumerate(row):
            x += free * shares[at] / sum(shares)
            y = part.y() + number * pitch + (pitch - line) / 2 + play * _wave(word, number + 1)
            places[word] = QPointF(x, y)
            x += widths[word] + GAP
    return places


def _width(widths: Sequence[float]) -> float:
    return sum(widths) + max(0, len(widths) - 1) * GAP


def _wave(first: int, second: int) -> float:
    """A number between -1 and 1 that looks like chance and is always the same."""
    return math.fmod(first * 0.618034 + second * 0.754878 + 0.2, 1.0) * 2 - 1
