"""A chip: a word that is chosen or not, or one that can be taken away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.painted import PaintedButton
from mindful.ui.look import Look

PAD, CROSS, CROSS_GAP = 16, 12, 8


class Chip(PaintedButton):
    """A word in a pill, 36 high.

    Args:
        look: the look.
        words: the word.
        removable: shows a cross, cannot be checked; a click asks for its removal.
        name: what a screen reader says, where it is not the word.

    """

    def __init__(
        self,
        look: Look,
        words: str,
        *,
        removable: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._removable = removable
        self._plain = False
        super().__init__(look, words, name=name, parent=parent)
        self.setCheckable(not removable)

    def set_plain(self, *, plain: bool) -> None:
        """Is the bare word until it is chosen, for a painted ground; or a pill with a line."""
        self._plain = plain
        self.update()

    def text_font(self) -> QFont:
        """Heavier when chosen."""
        return self.look.font("label", weight=600 if self.isChecked() else 500)

    def sizeHint(self) -> QSize:
        """The word at its heavier weight, so that choosing it moves nothing."""
        widest = QFontMetricsF(self.look.font("label", weight=600))
        words = widest.horizontalAdvance(self.words)
        cross = self.look.px(CROSS) + CROSS_GAP if self._removable else 0
        return QSize(round(words + cross) + 2 * PAD, 16 + self.look.line_height("label"))

    def minimumSizeHint(self) -> QSize:
        """It is never smaller."""
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        """Pill, word, cross."""
        ink = self._draw_shape(painter)
        rect = QRectF(self.rect())
        if self._removable:
            size = self.look.px(CROSS)
            left = self.width() - PAD - size + 2
            self.draw_icon(painter, QRectF(left, (self.height() - size) / 2, size, size), "x", ink)
            rect.adjust(0, 0, -size - CROSS_GAP, 0)
        self.draw_words(painter, rect, ink)

    def _draw_shape(self, painter: QPainter) -> str:
        colour = self.look.colour
        if self.isChecked():
            self.fill_shape(painter, colour("primaryHover" if self.lit else "primary"))
            return "onPrimary"
        if self._removable:
            self.fill_shape(painter, colour("selection" if self.lit else "primarySoft"))
            return "onPrimarySoft"
        line = None if self._plain and not self.look.high_contrast else colour("lineStrong")
        self.fill_shape(painter, colour("primarySoft") if self.lit else None, line)
        if self.lit:
            return "onPrimarySoft"
        return "ink" if self._plain else "ink2"
