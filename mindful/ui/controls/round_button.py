"""A round button with an icon or a short text in it, and its label below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.painted import PaintedButton
from mindful.ui.look import Look

LABEL_GAP = 6
FAINT_FILL = 0.82
"""Opacity of the circle's fill: the land shows through a little."""


class RoundButton(PaintedButton):
    """A circle with an icon or text, its label below it.

    Args:
        look: the look.
        words: the label below; may be empty where `name` is given.
        icon: a Phosphor icon in the circle; ``fill/pause`` for a filled one.
        inner: a short text in the circle instead of an icon, such as ``+5``.
        size: diameter in pixels, not growing with the text below 1, growing with it above.
        primary: filled with the primary colour.
        filled: has a ground of its own; otherwise it is an outline.
        name: what a screen reader says, where it is not the label.

    """

    def __init__(
        self,
        look: Look,
        words: str = "",
        *,
        icon: str = "",
        inner: str = "",
        size: int = 48,
        primary: bool = False,
        filled: bool = True,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._icon = icon
        self._inner = inner
        self._size = size
        self._primary = primary
        self._filled = filled
        self._growth: float | None = None
        super().__init__(look, words, name=name, parent=parent)

    def set_icon(self, icon: str) -> None:
        """Takes another icon."""
        self._icon = icon
        self.update()

    def set_inner(self, inner: str) -> None:
        """Takes another text in the circle."""
        self._inner = inner
        self.update()

    @property
    def usual_diameter(self) -> int:
        """Pixels of the labelled circle at the design's text size."""
        return self._size

    def set_bare(self, growth: float | None) -> None:
        """Leaves out the label, the circle `growth` times its size; None brings the label back.

        The label is then the tooltip.
        """
        if growth != self._growth:
            self._growth = growth
            self.setToolTip("" if growth is None else self.accessibleName())
            self.updateGeometry()
            self.update()

    def diameter(self) -> int:
        """Pixels of the circle at the text size in force."""
        if self._growth is not None:
            return round(self._size * self._growth)
        return max(self._size, self.look.px(self._size))

    @property
    def _labelled(self) -> bool:
        return bool(self.words) and self._growth is None

    def shape_rect(self) -> QRect:
        """The circle, in the middle above the label, or alone in a hit area of 40."""
        size = self.diameter()
        top = 0 if self._labelled else (self.height() - size) // 2
        return QRect((self.width() - size) // 2, top, size, size)

    def text_font(self) -> QFont:
        """Small, below the circle."""
        return self.look.font("small")

    def sizeHint(self) -> QSize:
        """The circle and its label; never below a hit area of 40."""
        size = self.diameter()
        if not self._labelled:
            return QSize(max(40, size), max(40, size))
        width = max(size, round(self.text_width()) + 4)
        return QSize(width, size + LABEL_GAP + self.look.line_height("small"))

    def minimumSizeHint(self) -> QSize:
        """It is never smaller."""
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        """Circle, what is in it, label."""
        ink = self._draw_circle(painter)
        circle = QRectF(self.shape_rect())
        if self._icon:
            size = round(circle.height() * (0.44 if self._labelled else 0.5) / 2) * 2
            box = QRectF(0, 0, size, size)
            box.moveCenter(circle.center())
            self.draw_icon(painter, box, self._icon, ink)
        elif self._inner:
            self._draw_inner(painter, circle, ink)
        if self._labelled:
            below = QRectF(
                0, circle.bottom() + LABEL_GAP, self.width(), self.look.line_height("small")
            )
            self.draw_words(painter, below, "ink2")

    def _draw_inner(self, painter: QPainter, circle: QRectF, ink: str) -> None:
        font = self.look.font("label")
        painter.setFont(font)
        painter.setPen(self.look.colour(ink))
        if QFontMetricsF(font).horizontalAdvance(self._inner) > circle.width() - 14:
            painter.setFont(self.look.font("small"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._inner)

    def _draw_circle(self, painter: QPainter) -> str:
        """Draws the circle, and says in which colour its content stands."""
        colour = self.look.colour
        if self._primary:
            self.fill_shape(painter, colour("primaryHover" if self.lit else "primary"))
            return "onPrimary"
        if self.isChecked() or self.lit:
            line = "primary" if self.isChecked() else "lineStrong"
            self.fill_shape(painter, colour("primarySoft"), colour(line))
            return "onPrimarySoft"
        ground = colour("raised", FAINT_FILL) if self._filled else None
        self.fill_shape(painter, ground, colour("lineStrong"))
        return "ink"
