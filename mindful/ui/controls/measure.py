"""A column no wider than its lines are read well, at every text size."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mindful.ui.look import Look

WIDEST = 720
"""Pixels at the design's text size."""


class Measure(QWidget):
    """As wide as its place, up to `WIDEST`, which grows with the text."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(self._look.px(WIDEST))
