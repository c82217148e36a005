"""Rows and links: an icon and words, chosen one of many or leading somewhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from mindful.ui.controls.painted import PaintedButton
from mindful.ui.look import Look

ICON, ICON_GAP, CHEVRON = 22, 14, 16


class RowButton(PaintedButton):
    """A row of a list or of the navigation, 44 high: icon, words, filled when chosen.

    Args:
        look: the look.
        words: what stands in it; elided, with a tooltip, where it does not fit.
        icon: a Phosphor icon before the words.
        pad: pixels before the icon.
        ink: colour of the words while it is not chosen.
        chevron: shows that it leads somewhere; it is then not checkable.

    """

    def __init__(
        self,
        look: Look,
        words: str,
        icon: str = "",
        *,
        pad: int = 14,
        ink: str = "ink",
        chevron: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._icon = icon
        self._pad = pad
        self._ink = ink
        self._chevron = chevron
        super().__init__(look, words, parent=parent)
        if not chevron:
            self._become_one_of_many()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _become_one_of_many(self) -> None:
        """Is a radio button to a screen reader; which row is marked is the page's to say.

        In a group that is not exclusive, Qt itself chooses nothing.
        """
        self.setCheckable(True)
        self.setAutoExclusive(True)
        alone = QButtonGroup(self)
        alone.setExclusive(False)
        alone.addButton(self)

    def corner(self) -> float:
        """The medium radius."""
        return float(self.look.token("radius", "md"))

    def text_font(self) -> QFont:
        """Heavier when chosen."""
        return self.look.font("label", weight=600 if self.isChecked() else 500)

    def sizeHint(self) -> QSize:
        """The words at their heavier weight, so that choosing moves nothing."""
        words = QFontMetricsF(self.look.font("label", weight=600)).horizontalAdvance(self.words)
        after = self._pad + (self.look.px(CHEVRON) if self._chevron else 0)
        return QSize(round(self._text_left() + words + after), 24 + self.look.line_height("label"))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to elide its words."""
        wanted = self.sizeHint()
        return QSize(min(wanted.width(), self._text_left() + self.look.px(64)), wanted.height())

    def paint(self, painter: QPainter) -> None:
        """Fill, icon, words, chevron."""
        ink, icon_ink = self._draw_shape(painter)
        middle = self.height() / 2
        if self._icon:
            size = self.look.px(ICON)
            box = QRectF(self._pad, middle - size / 2, size, size)
            self.draw_icon(painter, box, self._icon, icon_ink)
        right = self.width() - self._pad
        if self._chevron:
            size = self.look.px(CHEVRON)
            right -= size
            box = QRectF(right, middle - size / 2, size, size)
            self.draw_icon(painter, box, "caret-right", "ink2")
        left = self._text_left()
        room = QRectF(left, 0, right - left, self.height())
        side = Qt.AlignmentFlag.AlignLeft if self._icon else Qt.AlignmentFlag.AlignHCenter
        self.draw_words(painter, room, ink, side)
        self._explain(elided=self.text_width() > room.width() + 1)

    def _explain(self, *, elided: bool) -> None:
        """Says in a tooltip what is cut off, unless another tooltip says more than the words."""
        words = self.words if elided else ""
        if words != self.toolTip() and (elided or self.toolTip() == self.words):
            self.setToolTip(words)

    def _text_left(self) -> int:
        return self._pad + (self.look.px(ICON) + ICON_GAP - 1 if self._icon else 0)

    def _draw_shape(self, painter: QPainter) -> tuple[str, str]:
        """Draws the fill, and says in which colours words and icon stand."""
        if self.isChecked():
            self.fill_chosen(painter)
            return "onPrimarySoft", "onPrimarySoft"
        if self.lit:
            self.fill_shape(painter, self.look.colour("primarySoft", 0.5))
        return self._ink, "ink2"


class IconTextButton(PaintedButton):
    """A link: an icon and words without a shape, 40 high.

    Args:
        look: the look.
        words: what stands in it.
        icon: a Phosphor icon before the words.
        colour: of icon and words.
        flush: begins at its very edge, to stand above or below other text.
        name: what a screen reader says, where it is not the words.

    """

    def __init__(
        self,
        look: Look,
        words: str,
        icon: str = "",
        *,
        colour: str = "primary",
        flush: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._icon = icon
        self._colour = colour
        self._start = 0 if flush else 8
        super().__init__(look, words, name=name, parent=parent)

    def set_icon(self, icon: str) -> None:
        """Takes another icon."""
        self._icon = icon
        self.update()

    def corner(self) -> float:
        """The small radius."""
        return float(self.look.token("radius", "sm"))

    def sizeHint(self) -> QSize:
        """Icon, gap and words with 8 px at both ends, or at the right one."""
        width = self._start + 8 + self._icon_room() + self.text_width()
        return QSize(round(width), max(40, 20 + self.look.line_height("label")))

    def minimumSizeHint(self) -> QSize:
        """It is never smaller."""
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        """Icon and words; a soft ground under the pointer, or at an edge another colour."""
        ink = self._colour
        if self.lit and self._start:
            self.fill_shape(painter, self.look.colour("primarySoft", 0.6))
        elif self.lit:
            ink = "primary"
        if self._icon:
            size = self.look.px(18)
            box = QRectF(self._start, (self.height() - size) / 2, size, size)
            self.draw_icon(painter, box, self._icon, ink)
        left = self._start + self._icon_room()
        rect = QRectF(left, 0, self.width() - left, self.height())
        self.draw_words(painter, rect, ink, Qt.AlignmentFlag.AlignLeft)

    def _icon_room(self) -> int:
        return self.look.px(18) + 8 if self._icon else 0
