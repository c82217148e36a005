"""The ring round what has the focus: 2 px, 3 px away, only when the keyboard brought it there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from mindful.ui.look import Look

KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
RETURNING = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}
"""The focus comes back to where it was: the ring is as it was before."""

MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class FocusRing(QObject):
    """Watches a widget and draws the ring round it while the keyboard has brought focus to it.

    The ring lies over the page, or over the content of the scroll area the widget is in, so that
    it needs no room of its own in any layout.

    Args:
        look: the look.
        target: whose focus is watched.
        radius: corner radius of the shape ringed; a function where it depends on the size.
        shape: the rectangle ringed, in coordinates of `around`; all of it when not given.
        around: the widget ringed, where it is not the target.
        always: ring it also when the pointer brought the focus, as fields for writing do.

    """

    def __init__(
        self,
        look: Look,
        target: QWidget,
        *,
        radius: Callable[[], float],
        shape: Callable[[], QRect] | None = None,
        around: QWidget | None = None,
        always: bool = False,
    ) -> None:
        super().__init__(target)
        self._look = look
        self._target = target
        self._around = around or target
        self._radius = radius
        self._shape = shape or self._around.rect
        self._always = always
        self._wanted = False
        self._overlay: _Overlay | None = None
        self._watched: list[QWidget] = []
        target.installEventFilter(self)

    @property
    def shown(self) -> bool:
        """The ring is drawn now."""
        return self._overlay is not None

    def expect(self) -> None:
        """Draws the ring as soon as the focus is here.

        A window not yet active tells nobody for what reason its first widget has the focus.
        """
        self._wanted = True
        if self._target.hasFocus():
            self._show()

    def refresh(self) -> None:
        """Follows the shape when it changed without the widget moving."""
        if self._overlay is not None:
            self._place(self._overlay)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees focus come and go, and follows the widget; swallows nothing."""
        kind = event.type()
        if isinstance(event, QFocusEvent) and watched is self._target:
            self._focused(event)
        elif kind in MOVES and self._overlay is not None:
            self._place(self._overlay)
        return False

    def _focused(self, event: QFocusEvent) -> None:
        if event.lostFocus():
            self._hide()
            return
        if event.reason() not in RETURNING:
            self._wanted = event.reason() in KEYBOARD
        if self._wanted or self._always:
            self._show()

    def _show(self) -> None:
        self._hide()
        stage = _stage(self._around)
        self._overlay = _Overlay(self._look, stage)
        widget: QWidget | None = self._around
        while widget is not None and widget is not stage:
            self._watched.append(widget)
            widget.installEventFilter(self)
            widget = widget.parentWidget()
        self._place(self._overlay)
        self._overlay.show()

    def _hide(self) -> None:
        for widget in self._watched:
            if widget is not self._target:
                widget.removeEventFilter(self)
        self._watched = []
        if self._overlay is not None:
            self._overlay.hide()
            self._overlay.deleteLater()
            self._overlay = None

    def _place(self, overlay: _Overlay) -> None:
        reach = _reach(self._look)
        shape = self._shape()
        stage = overlay.parentWidget()
        corner = self._around.mapTo(stage, shape.topLeft()) if stage else QPoint()
        overlay.radius = self._radius() + float(self._look.token("focus", "radiusAdd"))
        overlay.setGeometry(
            QRect(corner, shape.size()).adjusted(-reach, -reach, reach, reach),
        )
        overlay.setVisible(self._around.isVisible())
        overlay.raise_()
        overlay.update()


class _Overlay(QWidget):
    """The ring itself: takes no clicks and no focus, and is not seen by a screen reader."""

    def __init__(self, look: Look, stage: QWidget) -> None:
        super().__init__(stage)
        self._look = look
        self.radius = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Strokes the ring inside its edge."""
        width = float(self._look.token("focus", "width"))
        half = width / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), width))
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = min(self.radius, shape.height() / 2)
        painter.drawRoundedRect(shape, radius, radius)


def _reach(look: Look) -> int:
    return int(look.token("focus", "offset")) + int(look.token("focus", "width"))


def _stage(widget: QWidget) -> QWidget:
    """The widget the ring is laid over: the content of a scroll area, or the window."""
    stage = widget
    while (parent := stage.parentWidget()) is not None and not stage.isWindow():
        if stage is not widget and isinstance(parent.parentWidget(), QAbstractScrollArea):
            break
        stage = parent
    return stage
