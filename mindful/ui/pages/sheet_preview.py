"""A page to share as it will look: dark writing on white, whatever the window's theme."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from mindful.ui.controls.focus import FocusRing
from mindful.ui.controls.scroll import slim_bars
from mindful.ui.look import Look
from mindful.ui.pages.writing_paper import READING
from mindful.wording import _

PAPER, INK = "#ffffff", "#2b2a27"
"""The page's own colours, in print and in a browser."""
MARGIN = 12
"""Pixels; the page has a margin of its own."""
LINES = 18
WHOLE, LEAST, BROKEN = 760, 0.66, 0.4
"""Pixels, growing with the text, from which the letters have their size; their least share, and
the share of the pixels below which words are broken, so that nothing is cut off."""


class SheetPreview(QTextEdit):
    """Can be read, scrolled and copied from; nothing in it leads anywhere."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._html = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(READING)
        self.setAccessibleName(_("As it will look"))
        slim_bars(look, self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ring = FocusRing(look, self, radius=lambda: float(look.token("radius", "sm")))
        look.changed.connect(self._relook)
        self._relook()

    def show_page(self, html: str) -> None:
        """Shows a page; where it was scrolled to stays."""
        if html != self._html:
            self._html = html
            self._write()

    def sizeHint(self) -> QSize:
        """Enough lines to see how it looks."""
        return QSize(self._look.px(360), LINES * self._look.line_height("body"))

    def minimumSizeHint(self) -> QSize:
        """As high as it wants to be, and as narrow as need be."""
        return QSize(self._look.px(140), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow, the page is shown smaller rather than cut off."""
        super().resizeEvent(event)
        self._fit_letters()

    def _fit_letters(self) -> None:
        share = self.viewport().width() / self._look.px(WHOLE)
        font = self._look.font("body")
        font.setPointSizeF(font.pointSizeF() * min(1.0, max(LEAST, share)))
        mode = QTextOption.WrapMode
        broken = share < BROKEN
        self.setWordWrapMode(mode.WrapAtWordBoundaryOrAnywhere if broken else mode.WordWrap)
        if font != self.font():
            self.setFont(font)

    def _write(self) -> None:
        place = self.verticalScrollBar().value()
        self.setHtml(self._html)
        self.document().setDocumentMargin(MARGIN)
        self.verticalScrollBar().setValue(place)

    def _relook(self) -> None:
        palette = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, PAPER),
            (QPalette.ColorRole.Text, INK),
            (QPalette.ColorRole.Highlight, INK),
            (QPalette.ColorRole.HighlightedText, PAPER),
        ):
            palette.setColor(role, colour)
        self.setPalette(palette)
        self._fit_letters()
        self._write()
        self.updateGeometry()
