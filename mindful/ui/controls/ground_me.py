"""Ground me: the one button that is on every page, always in the same place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.painted import PaintedButton
from mindful.ui.look import Look
from mindful.wording import _

PAD, ICON, GAP = 17, 26, 12

MARGIN = 24
"""Pixels from the window's left and bottom edges, on every page."""


class GroundMeButton(PaintedButton):
    """160 × 68 at the design's text size, in clay, with an anchor."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Ground me"), parent=parent)

    def corner(self) -> float:
        """The large radius."""
        return float(self.look.token("radius", "lg"))

    def text_font(self) -> QFont:
        """As on a primary button."""
        return self.look.font("button")

    def sizeHint(self) -> QSize:
        """160 × 68 growing with the text, and as wide as a longer translation asks."""
        return button_size(self.look, self.text_width())

    def minimumSizeHint(self) -> QSize:
        """It is never smaller."""
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        """Clay, anchor, words."""
        fill = self.look.colour("clayHover" if self.lit else "clay")
        self.fill_shape(painter, fill, self.look.colour("clayLine"))
        size = self.look.px(ICON)
        middle = self.height() / 2
        self.draw_icon(
            painter, QRectF(PAD, middle - size / 2, size, size), "anchor-simple", "onClay"
        )
        left = PAD + size + GAP
        rect = QRectF(left, 0, self.width() - left - 8, self.height())
        self.draw_words(painter, rect, "onClay", Qt.AlignmentFlag.AlignLeft)


def ground_me_room(look: Look) -> QSize:
    """The corner at the window's bottom left that a page leaves free for Ground me.

    Pixels from both edges to the far side of the button, and a margin beyond it.
    """
    words = QFontMetricsF(look.font("button")).horizontalAdvance(_("Ground me"))
    button = button_size(look, words)
    return QSize(button.width() + 2 * MARGIN, button.height() + 2 * MARGIN)


def button_size(look: Look, words: float) -> QSize:
    """160 × 68, growing with the text, and as wide as `words` pixels of text ask."""
    asked = PAD * 2 + look.px(ICON) + GAP + words
    return QSize(max(52 + look.px(108), round(asked)), 44 + look.line_height("button"))
