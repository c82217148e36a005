"""The head of the Journal: title, search, and the way to write something."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from mindful.ui.controls import Label, PaintedButton
from mindful.ui.home.finder import SearchField
from mindful.ui.look import Look
from mindful.wording import _

ROOM, ICON, PAD, ICON_GAP = 10, 18, 20, 10
TYPED = 120
"""Milliseconds without typing until a search is asked for."""


class WriteButton(PaintedButton):
    """A soft button with a pencil, as high as the field beside it."""

    def corner(self) -> float:
        """As the field's."""
        return float(self.look.token("radius", "md"))

    def sizeHint(self) -> QSize:
        """Pencil and words."""
        width = self.look.px(ICON) + ICON_GAP + self.text_width() + 2 * PAD
        return QSize(round(width), self.look.line_height("label") + 24)

    def minimumSizeHint(self) -> QSize:
        """Words on buttons are not cut."""
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        """Ground, pencil, words."""
        line = self.look.colour("lineStrong") if self.look.high_contrast else None
        self.fill_shape(painter, self.look.colour("selection" if self.lit else "primarySoft"), line)
        size = self.look.px(ICON)
        icon = QRectF(PAD, (self.height() - size) / 2, size, size)
        self.draw_icon(painter, icon, "pencil-simple", "onPrimarySoft")
        left = PAD + size + ICON_GAP
        words = QRectF(left, 0, self.width() - left, self.height())
        self.draw_words(painter, words, "onPrimarySoft", Qt.AlignmentFlag.AlignLeft)


class JournalHead(QWidget):
    """Wide, all in one row; compact, the search stands below the title."""

    searched = Signal(str)
    write_wanted = Signal()
    list_wanted = Signal()
    """The search is over: Enter or Esc."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        words = _("Search your words")
        self.search = SearchField(look, words, hint=words, icon="magnifying-glass")
        self.write = WriteButton(look, _("Write something"))
        self._title = Label(look, _("Journal"), role="display")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPED)
        self._top = QHBoxLayout()
        self._top.setSpacing(ROOM)
        self._top.addWidget(self._title, 1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(ROOM)
        self._box.addLayout(self._top, 1)
        self._box.addWidget(self.search)
        self._box.addWidget(self.write)
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(lambda: self.searched.emit(self.search.text()))
        self.search.taken.connect(self._take)
        self.search.escaped.connect(self._give_up)
        self.write.clicked.connect(self.write_wanted)
        look.changed.connect(self._fit)

    def begin_search(self) -> None:
        """The search has the keyboard, and what stood there can be typed over."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def set_compact(self, *, compact: bool) -> None:
        """In one row, or the search below."""
        (self._box if compact else self._top).removeWidget(self.write)
        right = Qt.AlignmentFlag.AlignRight
        (self._top if compact else self._box).addWidget(self.write, 0, right)
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if compact else way.LeftToRight)
        self._box.setStretchFactor(self._top, 0 if compact else 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the title does not fit, the way between the pages names the page as well."""
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        wanted = self._title.text_width() + ROOM + self.write.sizeHint().width()
        self._title.setVisible(self.width() >= wanted)

    def _fit(self) -> None:
        self._fit_title()
        wide = self._box.direction() is QBoxLayout.Direction.LeftToRight
        self.search.setMaximumWidth(self.search.sizeHint().width() if wide else 16_777_215)

    def _take(self) -> None:
        self._pause.stop()
        self.searched.emit(self.search.text())
        self.list_wanted.emit()

    def _give_up(self) -> None:
        self.search.clear()
        self._take()
