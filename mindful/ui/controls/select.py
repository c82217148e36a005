"""One of a few, from a list that opens."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QStandardItemModel,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from mindful.ui.controls.focus import FocusRing
from mindful.ui.controls.painted import DISABLED
from mindful.ui.look import Look

PAD, CARET = 14, 16
WIDEST_WORDS = 130, 260
"""Pixels of words, at the design's text size, that a list asks room for on a painted ground and
in a box. A person's own file may have a longer name: it is elided."""
BRIEF_WORDS = 80
"""The same where room is scarce: longer names are elided rather than given a row of their own."""


class Select(QComboBox):
    """A list that opens, of options with an id and words.

    `chosen` carries the id when a person chose one, and not when `set_chosen` did. A list may
    end with something to do, such as "Choose a file…": that is no choice, it sends `acted`, and
    only the opened list offers it, so that the arrow keys never do it in passing.

    Args:
        look: the look.
        name: what is chosen, for a screen reader.
        options: ids and words.
        boxed: draws the outlined box; without it only words and caret, for a painted ground.
        icon: a Phosphor icon before the words.
        caption: a small line above the words, where there is one.
        wide: least width in pixels, growing with the text, so that lists below each other align.

    """

    chosen = Signal(str)
    acted = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        options: Iterable[tuple[str, str]] = (),
        *,
        boxed: bool = True,
        icon: str = "",
        caption: str = "",
        wide: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._boxed = boxed
        self._icon = icon
        self._caption = caption
        self._wide = wide
        self._brief = False
        self._dressed = False
        self._taken: tuple[object, ...] = ()
        self._stepping = False
        self._action = -1
        self._before = -1
        self.setAccessibleName(name)
        # On Linux, Qt gives the current choice as the name, and leaves what is chosen unsaid.
        self.setAccessibleDescription(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.ring = FocusRing(look, self, radius=self._corner)
        self.activated.connect(self._take)
        look.changed.connect(self._relook)
        self._relook()
        self.set_options(options)

    @property
    def choice(self) -> str:
        """Id of the option chosen; empty while there are none."""
        return str(self.currentData() or "")

    def set_options(
        self,
        options: Iterable[tuple[str, str]],
        *,
        unavailable: Collection[str] = (),
        action: str = "",
    ) -> None:
        """Takes other options, keeping the choice where it is still there.

        Args:
            options: ids and words.
            unavailable: ids of those that are shown, but can't be chosen now.
            action: words of something to do, at the end of the list; empty for nothing.
        """
        taken = tuple(options), tuple(unavailable), action
        if taken == self._taken:
            return
        self._taken = taken
        before = self.choice
        blocked = QSignalBlocker(self)
        self.clear()
        rows = self.model()
        assert isinstance(rows, QStandardItemModel)  # a combo box's own, unless told otherwise
        for key, words in taken[0]:
            self.addItem(words, key)
            rows.item(self.count() - 1).setEnabled(key not in unavailable)
        self._action = -1
        if action:
            self._action = self.count()
            self.addItem(action, "")
        blocked.unblock()
        self.set_chosen(before)
        self.updateGeometry()

    def set_chosen(self, key: str) -> None:
        """Chooses the option with this id, where there is one."""
        index = self.findData(key)
        if index >= 0 and index != self._action:
            self.setCurrentIndex(index)
        self._before = self.currentIndex()

    def wanted_width(self, *, brief: bool = False) -> int:
        """Pixels for the widest option; briefly, without caret."""
        font = QFontMetricsF(self._look.font("label"))
        words = [self.itemText(i) for i in range(self.count()) if i != self._action]
        widest = max((font.horizontalAdvance(text) for text in words), default=0.0)
        widest = min(widest, self._look.px(BRIEF_WORDS if brief else WIDEST_WORDS[self._boxed]))
        caption = QFontMetricsF(self._look.font("small"))
        widest = max(widest, caption.horizontalAdvance(self._caption))
        return math.ceil(self._text_left() + widest) + self._after(brief=brief)

    def set_brief(self, *, brief: bool) -> None:
        """Leaves the caret out where room is scarce."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()
            self.update()

    def set_icon(self, icon: str) -> None:
        """Takes another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """The widest option, and 44 high; more where a caption stands above."""
        lines = self._look.line_height("label") + 24
        if self._caption:
            lines = self._look.line_height("small") + self._look.line_height("label") + 4
        return QSize(max(self.wanted_width(brief=self._brief), self._look.px(self._wide)), lines)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to elide the words."""
        width = round(self._text_left()) + self._look.px(40) + self._after(brief=self._brief)
        return QSize(width, self.sizeHint().height())

    def showPopup(self) -> None:
        """Opens the list, dressed when it is opened for the first time."""
        if not self._dressed:
            # Views and their styles take 15 ms to load, which no first window should wait for.
            from mindful.ui.controls.select_list import OptionList

            self._dressed = True
            view = OptionList(self._look)
            self.setView(view)
            self.setItemDelegate(view.itemDelegate())
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steps through the options while the list is closed, and never on to the action."""
        self._stepping = True
        super().keyPressEvent(event)
        self._stepping = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the page: scrolling past must not choose."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, icon, words, caret."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(DISABLED)
        if self._boxed:
            self._draw_box(painter)
        if self._icon:
            size = self._look.px(22)
            self._draw_icon(painter, self._icon, 0 if not self._boxed else PAD, size, "ink")
        right = self.width() - self._after(brief=self._brief) + (4 if self._brief else 12)
        if not self._brief:
            self._draw_icon(painter, "caret-down", right, self._look.px(CARET), "ink2")
        self._draw_words(painter, right - 8)

    def _take(self, index: int) -> None:
        if index != self._action:
            self._before = index
            self.chosen.emit(self.itemData(index))
            return
        self.setCurrentIndex(self._before)
        if not self._stepping:
            self.acted.emit()

    def _draw_box(self, painter: QPainter) -> None:
        hover = self.underMouse() and self.isEnabled()
        painter.setBrush(self._look.colour("raised"))
        painter.setPen(QPen(self._look.colour("primary" if hover else "lineStrong"), 1))
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(shape, self._corner() - 0.5, self._corner() - 0.5)

    def _draw_icon(self, painter: QPainter, name: str, left: float, size: int, ink: str) -> None:
        pixmap = self._look.icon(name, size, ink, self.devicePixelRatioF())
        painter.drawPixmap(round(left), round((self.height() - size) / 2), pixmap)

    def _draw_words(self, painter: QPainter, right: float) -> None:
        left = self._text_left()
        rect = QRectF(left, 0, right - left, self.height())
        if self._caption:
            line = self._look.line_height("small")
            top = (self.height() - line - self._look.line_height("label")) / 2
            painter.setFont(self._look.font("small"))
            painter.setPen(self._look.colour("ink2"))
            small = QRectF(left, top, right - left, line)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(small, flags, self._caption)
            rect = QRectF(left, top + line, right - left, self._look.line_height("label"))
        font = self._look.font("label")
        painter.setFont(font)
        painter.setPen(self._look.colour("ink"))
        words = QFontMetricsF(font).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, rect.width() + 1
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _text_left(self) -> float:
        pad = PAD if self._boxed else 0
        return pad + (self._look.px(22) + 12 if self._icon else 0)

    def _after(self, *, brief: bool) -> int:
        """Pixels from the words to the right edge."""
        caret = 4 if brief else 12 + self._look.px(CARET)
        return caret + (PAD if self._boxed else 0)

    def _corner(self) -> float:
        return float(self._look.token("radius", "md" if self._boxed else "sm"))

    def _relook(self) -> None:
        self.setFont(self._look.font("label"))
        self.updateGeometry()
        self.ring.refresh()
        self.update()
