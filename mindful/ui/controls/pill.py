"""The pill: primary, outlined, quiet or dangerous."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.painted import PaintedButton
from mindful.ui.look import Look

PillKind = Literal["primary", "outline", "quiet", "danger"]
ICON, ICON_GAP, LEAST_PAD = 18, 10, 16
FAINT_FILL = 0.6
"""Opacity of an outlined one's ground over the land, which shows through a little."""


class PillButton(PaintedButton):
    """A button with round ends.

    Args:
        look: the look.
        words: what stands on it.
        kind: ``primary`` is filled and 56 high, once a page; ``outline`` and ``danger`` are
            outlined, ``quiet`` has no shape, all three 44 high.
        icon: a Phosphor icon before the words.
        name: what a screen reader says, where it is not the words.
        colour: colour of a quiet one's words.
        wide: least width in pixels, at every text size.
        over_land: an outlined one has a ground of its own.

    """

    def __init__(
        self,
        look: Look,
        words: str,
        kind: PillKind = "primary",
        *,
        icon: str = "",
        name: str = "",
        colour: str = "primary",
        wide: int = 0,
        over_land: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._kind = kind
        self._icon = icon
        self._quiet_colour = colour
        self._wide = wide
        self._over_land = over_land
        super().__init__(look, words, name=name, parent=parent)

    def text_font(self) -> QFont:
        """Larger on the primary one."""
        if self._kind == "primary":
            return self.look.font("button")
        if self._kind == "quiet":
            return self.look.font("button", weight=500)
        return self.look.font("label")

    def sizeHint(self) -> QSize:
        """Its words with room at both ends; hit area never below 40."""
        pad, height = {
            "primary": (27, 32 + self.look.line_height("button")),
            "quiet": (16, 20 + self.look.line_height("button")),
        }.get(self._kind, (20, 24 + self.look.line_height("label")))
        icon = self.look.px(ICON) + ICON_GAP if self._icon else 0
        width = max(round(self.text_width() + icon + 2 * pad), self._wide)
        return QSize(width, max(40, height))

    def minimumSizeHint(self) -> QSize:
        """Its words whole, with less room at their ends, where it may be squeezed at all."""
        size = self.sizeHint()
        icon = self.look.px(ICON) + ICON_GAP if self._icon else 0
        words = round(self.text_width() + icon) + 2 * LEAST_PAD
        return QSize(min(size.width(), max(words, self._wide)), size.height())

    def paint(self, painter: QPainter) -> None:
        """Shape, icon and words, the last two centred together."""
        ink = self._draw_shape(painter)
        rect = QRectF(self.rect())
        if self._icon:
            size = self.look.px(ICON)
            left = (rect.width() - size - ICON_GAP - self.text_width()) / 2
            self.draw_icon(
                painter, QRectF(left, (rect.height() - size) / 2, size, size), self._icon, ink
            )
            rect.adjust(size + ICON_GAP, 0, 0, 0)
        self.draw_words(painter, rect, ink)

    def _draw_shape(self, painter: QPainter) -> str:
        """Draws the shape, and says in which colour its words stand."""
        colour = self.look.colour
        if self._kind == "primary":
            self.fill_shape(painter, colour("primaryHover" if self.lit else "primary"))
            return "onPrimary"
        if self._kind == "danger":
            self.fill_shape(painter, colour("dangerSoft") if self.lit else None, colour("danger"))
            return "danger"
        if self._kind == "outline":
            ground = colour("raised", FAINT_FILL) if self._over_land else None
            self.fill_shape(
                painter, colour("primarySoft") if self.lit else ground, colour("lineStrong")
            )
            return "onPrimarySoft" if self.lit else "ink"
        if self.lit:
            self.fill_shape(painter, colour("primarySoft"))
            return "onPrimarySoft"
        return self._quiet_colour
