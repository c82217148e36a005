"""Scrolling: pages longer than the window, with a slim bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from mindful.ui.look import Look

BAR, HANDLE = 12, 8


class SlimBar(QScrollBar):
    """A vertical scroll bar: a round handle on nothing."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """12 wide."""
        return QSize(BAR, 60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The handle, where Qt's style has it."""
        # QStyle's enumerations take 10 ms to load, and most first windows show no bar.
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        hot = self.underMouse() or self.isSliderDown()
        painter.setBrush(self._look.colour("lineStrong" if hot else "ambience"))
        side = (self.width() - HANDLE) / 2
        painter.drawRoundedRect(QRectF(handle).adjusted(side, 1, -side, -1), HANDLE / 2, HANDLE / 2)


def slim_bars(look: Look, area: QAbstractScrollArea) -> None:
    """Gives `area` a slim vertical bar, and no horizontal one."""
    area.setVerticalScrollBar(SlimBar(look, area))
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class Scroll(QScrollArea):
    """Shows `content` as wide as there is room, and scrolls it downwards; has no ground.

    Args:
        look: the look.
        content: what is shown.
        keys: arrows and page keys scroll; without it they are left to the page around.
    """

    def __init__(
        self, look: Look, content: QWidget, *, keys: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = SlimBar(look, self)
        self._couple(self._bar, self.verticalScrollBar())
        self._content = content
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the bar at the right edge, over the content, so that it takes no room."""
        super().resizeEvent(event)
        self._bar.setGeometry(self.width() - BAR, 0, BAR, self.height())
        self._bar.raise_()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its content can be, and any height."""
        return QSize(self._content.minimumSizeHint().width(), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolls, or leaves the key to the page around."""
        if self._keys:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _couple(self, shown: QScrollBar, real: QScrollBar) -> None:
        """Makes the bar shown follow Qt's own, which stays hidden, and the other way round."""

        def follow() -> None:
            shown.setRange(real.minimum(), real.maximum())
            shown.setPageStep(real.pageStep())
            shown.setSingleStep(real.singleStep())
            shown.setVisible(real.maximum() > real.minimum())

        real.rangeChanged.connect(follow)
        real.valueChanged.connect(shown.setValue)
        shown.valueChanged.connect(real.setValue)
        follow()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Moves the focus, and scrolls to where it went."""
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        if moved and self._content.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, 24)
        return moved
