"""Text in one of the design's roles, at the design's line height."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mindful.ui.look import Look

WIDEST = 1e6
"""Pixels: a line that is not to wrap."""


class Label(QLabel):
    """A text that keeps its role's font, colour and line height through every change of look.

    Args:
        look: the look.
        text: plain text; a newline begins a new line.
        role: a role of the type scale.
        colour: a colour of the theme.
        wrap: breaks into lines at the width given to it; otherwise elided at the end, with the
            whole text as tooltip.
        align: left, centre or right.
        strong: words of the text set at weight 600.
        italic: Newsreader italics.
        factor: size in place of the role's own, as a share of it, for narrow places.

    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: str = "body",
        colour: str = "ink",
        *,
        wrap: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        weight: int | None = None,
        tabular: bool = False,
        strong: tuple[str, ...] = (),
        italic: bool = False,
        factor: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._role = role
        self._colour = colour
        self._weight = weight
        self._tabular = tabular
        self._strong = strong
        self._italic = italic
        self._factor = factor
        self._measured: dict[float, tuple[int, float]] = {}
        self._measured_as: tuple[object, ...] = ()
        self._drawn: tuple[tuple[object, ...], QTextLayout] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self._option = QTextOption(align & Qt.AlignmentFlag.AlignHorizontal_Mask)
        modes = QTextOption.WrapMode
        self._option.setWrapMode(modes.WrapAtWordBoundaryOrAnywhere if wrap else modes.ManualWrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)
        self._relook()
        look.changed.connect(self._relook)

    def set_colour(self, colour: str) -> None:
        """Takes another colour of the theme."""
        self._colour = colour
        self.update()

    def setText(self, text: str) -> None:
        """Takes other words, and the height they need at the width it has."""
        super().setText(text)
        if self.isVisible():
            self._fit_height()

    def set_factor(self, factor: float) -> None:
        """Takes another size, as a share of the role's own."""
        if factor != self._factor:
            self._factor = factor
            self._relook()

    def set_strong(self, *words: str) -> None:
        """Sets these words of the text at weight 600."""
        self._strong = words
        self.updateGeometry()
        self.update()

    def text_width(self) -> float:
        """Pixels of the widest line when nothing wraps."""
        return self._measures(WIDEST)[1]

    def hasHeightForWidth(self) -> bool:
        """Wrapping text grows downwards."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """Whole lines at the role's line height."""
        margins = self.contentsMargins()
        if self.wordWrap():
            lines = self._lines_in(width - margins.left() - margins.right())
        else:
            lines = self._paragraphs()
        return self.line_height() * lines + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """The text on one line, or on about sixty letters where it wraps."""
        width = math.ceil(self.text_width())
        if self.wordWrap():
            width = min(width, self._look.px(440))
        width += self._margin_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One line high; narrow enough to be elided or wrapped."""
        return QSize(
            min(self.sizeHint().width(), self._look.px(64)),
            self.line_height() + self._margin_height(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes the height its width asks for, and says in a tooltip what no longer fits."""
        super().resizeEvent(event)
        if self.wordWrap():
            self._fit_height()
        else:
            cut = self.text_width() > self.contentsRect().width() + 1
            self.setToolTip(self.text() if cut else "")

    def showEvent(self, event: QShowEvent) -> None:
        """Takes the height of words that came while it was hidden."""
        super().showEvent(event)
        self._fit_height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the lines, each in the middle of its line height."""
        painter = QPainter(self)
        painter.setPen(self._look.colour(self._colour))
        if not self.isEnabled():
            painter.setOpacity(0.45)
        room = self.contentsRect()
        layout = self._to_draw(room.width())
        height = self.line_height() * layout.lineCount()
        layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - height) / 2))

    def line_height(self) -> int:
        """Pixels from line to line."""
        return round(self._look.line_height(self._role) * self._factor)

    def _font(self) -> QFont:
        if self._italic:
            font = self._look.italic(self._role)
        else:
            font = self._look.font(self._role, weight=self._weight, tabular=self._tabular)
        if self._factor != 1.0:
            font.setPointSizeF(font.pointSizeF() * self._factor)
        return font

    def _relook(self) -> None:
        self.setFont(self._font())
        if self.isVisible():
            self._fit_height()
        self.updateGeometry()
        self.update()

    def _fit_height(self) -> None:
        if self.wordWrap() and self.width() > 0:
            height = self.heightForWidth(self.width())
            if height != self.minimumHeight():
                self.setMinimumHeight(height)

    def _margin_width(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    def _margin_height(self) -> int:
        margins = self.contentsMargins()
        return margins.top() + margins.bottom()

    def _paragraphs(self) -> int:
        return self.text().count("\n") + 1

    def _lines_in(self, width: float) -> int:
        return max(1, self._measures(width)[0])

    def _measures(self, width: float) -> tuple[int, float]:
        """How many lines there are at that width, and the widest of them.

        Kept while the text and its size stay: until a page has found its place, its layouts ask
        the same of each label some twenty times.
        """
        shape = self._shape()
        if shape != self._measured_as:
            self._measured, self._measured_as = {}, shape
        if width not in self._measured:
            layout, widest = self._laid_out(width)
            self._measured[width] = layout.lineCount(), widest
        return self._measured[width]

    def _to_draw(self, width: float) -> QTextLayout:
        """The text as it is drawn; kept, because a page is painted more often than it changes."""
        shape = (width, self._look.theme, *self._shape())
        if self._drawn is None or self._drawn[0] != shape:
            self._drawn = shape, self._laid_out(width)[0]
        return self._drawn[1]

    def _shape(self) -> tuple[object, ...]:
        """What the lines depend on, but for the width and what never changes.

        Numbers in place of the font, which takes longer to make than all the rest.
        """
        return self.text(), self._look.scale, self._factor, self._strong, self.wordWrap()

    def _laid_out(self, width: float) -> tuple[QTextLayout, float]:
        """The text in lines of at most `width` pixels, and the widest of them."""
        layout = QTextLayout(self._shown_text(width), self._font())
        layout.setTextOption(self._option)
        layout.setFormats(self._formats(layout.text()))
        line_height = self.line_height()
        widest, y = 0.0, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (line_height - line.height()) / 2))
            y += line_height
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        return layout, widest

    def _shown_text(self, width: float) -> str:
        text = self.text()
        if not self.wordWrap() and width < WIDEST and self._paragraphs() == 1:
            text = QFontMetricsF(self._font()).elidedText(
                text, Qt.TextElideMode.ElideRight, math.ceil(width) + 0.5
            )
        return text.replace("\n", "\u2028")

    def _formats(self, text: str) -> list[QTextLayout.FormatRange]:
        ranges = []
        for word in self._strong:
            at = text.find(word)
            if at < 0:
                continue
            found = QTextLayout.FormatRange()
            found.start, found.length = at, len(word)
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.DemiBold)
            bold.setForeground(self._look.colour("ink"))
            found.format = bold
            ranges.append(found)
        return ranges
