"""The length: presets to press, and below them a slider on which each stands in its place."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip, QWidget

from mindful.ui.controls.focus import FocusRing
from mindful.ui.look import Look
from mindful.ui.paint.length_scale import LengthScale
from mindful.wording import ngettext

TRACK, HANDLE, STROKE, DOT, TICK = 4, 10.8, 2.2, 3.4, 1.6
CELL_INSET = 4
TRACK_BELOW = 21
"""Pixels from the presets' ground down to the middle of the track."""
ENDS_BELOW = 11
"""Pixels from the middle of the track down to the words at its ends."""


class LengthRule(QSlider):
    """A slider in whole minutes; `chosen` carries a length that a person chose.

    It is Qt's slider painted anew, so that a screen reader finds role, range and value.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._over: int | None = None
        self.setRange(1, 90)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.ring = FocusRing(
            look, self, radius=lambda: HANDLE * self._grow(), shape=self._handle_rect
        )
        self.valueChanged.connect(self._moved)
        look.changed.connect(self._moved)

    @property
    def scale(self) -> LengthScale:
        """Where lengths stand at the present width."""
        return LengthScale(self.minimum(), self.maximum(), float(self.width()))

    def set_length(self, minutes: int, least: int, longest: int) -> None:
        """Shows a length and the range it may be chosen from."""
        self.setRange(least, longest)
        self.setValue(minutes)
        self._moved()

    def sizeHint(self) -> QSize:
        """Presets, track and the words at its ends."""
        ends = self._look.line_height("small")
        below = round((TRACK_BELOW + ENDS_BELOW) * self._grow())
        return QSize(self._look.px(440), self._tray() + below + ends)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the smallest window."""
        return QSize(200, self.sizeHint().height())

    def step(self, by: int) -> None:
        """Chooses a length longer (or shorter) by whole minutes."""
        self._choose(self.value() + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right a minute, Page keys a preset, Home and End the ends; Up and Down are not
        taken, for they change the practice.
        """
        if not self.press(event.key()):
            event.ignore()

    def press(self, key: int) -> bool:
        """Acts on a key as `keyPressEvent` does, and says whether it was one of ours."""
        key = Qt.Key(key)
        targets = {
            Qt.Key.Key_Left: self.value() - 1,
            Qt.Key.Key_Right: self.value() + 1,
            Qt.Key.Key_PageUp: self.scale.next_preset(self.value(), 1),
            Qt.Key.Key_PageDown: self.scale.next_preset(self.value(), -1),
            Qt.Key.Key_Home: self.minimum(),
            Qt.Key.Key_End: self.maximum(),
        }
        if key not in targets:
            return False
        self._choose(targets[key])
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the page: scrolling past must not change the length."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A preset under the pointer is chosen; on the track the handle comes."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x, y = event.position().x(), event.position().y()
        if y < self._tray():
            preset = self.scale.preset_at(x)
            if preset is not None:
                self._choose(preset)
            return
        self.setSliderDown(True)
        self._choose(self.scale.minutes(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags the handle, or lights the preset under the pointer."""
        x, y = event.position().x(), event.position().y()
        if self.isSliderDown():
            self._choose(self.scale.minutes(x))
            return
        over = self.scale.preset_at(x) if y < self._tray() else None
        if over != self._over:
            self._over = over
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No preset is lit any more."""
        super().leaveEvent(event)
        self._over = None
        self.update()

    def event(self, event: QEvent) -> bool:
        """The tooltip says which length a press would choose."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            x, y = event.pos().x(), event.pos().y()
            minutes = self.scale.preset_at(x) if y < self._tray() else self.scale.minutes(x)
            words = ngettext("{count} minute", "{count} minutes", minutes or 0)
            told = words.format(count=minutes) if minutes else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Lets go of the handle."""
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Presets, track, ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_presets(painter)
        self._draw_track(painter)
        self._draw_ends(painter)

    def _choose(self, minutes: int) -> None:
        minutes = min(self.maximum(), max(self.minimum(), minutes))
        if minutes != self.value():
            self.setValue(minutes)
            self.chosen.emit(minutes)

    def _draw_presets(self, painter: QPainter) -> None:
        colour, radius = self._look.colour, float(self._look.token("radius", "md"))
        outlined = self._look.high_contrast
        painter.setPen(QPen(colour("lineStrong"), 1) if outlined else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(colour("sunken"))
        tray = QRectF(0, 0, self.width(), self._tray())
        inset = 0.5 if outlined else 0.0
        painter.drawRoundedRect(tray.adjusted(inset, inset, -inset, -inset), radius, radius)
        scale, height = self.scale, self._tray()
        fonts = {weight: self._preset_font(weight) for weight in (500, 600)}
        for place, preset in enumerate(scale.presets):
            cell = QRectF(place * scale.cell, 0, scale.cell, height)
            ink, weight = "ink2", 500
            if preset in {self.value(), self._over}:
                chosen = preset == self.value()
                ink, weight = ("onPrimary", 600) if chosen else ("onPrimarySoft", 500)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("primary" if chosen else "primarySoft"))
                inner = cell.adjusted(CELL_INSET, CELL_INSET, -CELL_INSET, -CELL_INSET)
                painter.drawRoundedRect(inner, radius - CELL_INSET, radius - CELL_INSET)
            painter.setFont(fonts[weight])
            painter.setPen(colour(ink))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(preset))

    def _draw_track(self, painter: QPainter) -> None:
        colour, scale, y = self._look.colour, self.scale, self._track_y()
        left, right = scale.x(self.minimum()), scale.x(self.maximum())
        x = scale.x(self.value())
        before, behind = colour("onPrimary"), colour("lineStrong")
        painter.setPen(Qt.PenStyle.NoPen)
        for end, name in ((right, "line"), (x, "primary")):
            painter.setBrush(colour(name))
            painter.drawRoundedRect(QRectF(left, y - TRACK / 2, end - left, TRACK), 2, 2)
        for preset in scale.presets:
            at = scale.x(preset)
            painter.setBrush(before if at < x else behind)
            painter.drawEllipse(QPointF(at, y), TICK, TICK)
        x = self._handle_x()
        painter.setPen(QPen(colour("primary"), STROKE))
        painter.setBrush(colour("card"))
        handle, dot = HANDLE * self._grow(), DOT * self._grow()
        painter.drawEllipse(QPointF(x, y), handle, handle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("primary"))
        painter.drawEllipse(QPointF(x, y), dot, dot)

    def _draw_ends(self, painter: QPainter) -> None:
        font = self._look.font("small")
        painter.setFont(font)
        painter.setPen(self._look.colour("ink2"))
        top, line = self._track_y() + ENDS_BELOW * self._grow(), self._look.line_height("small")
        for minutes in (self.minimum(), self.maximum()):
            width = QFontMetricsF(font).horizontalAdvance(str(minutes)) + 1
            # Under its end of the track, and whole.
            left = self.scale.x(minutes) - width / 2
            left = min(self.width() - width, max(0.0, left))
            box = QRectF(left, top, width, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(minutes))

    def _preset_font(self, weight: int) -> QFont:
        font = self._look.font("heading", weight=weight, tabular=True)
        if self.scale.cell < self._look.px(32):
            font = self._look.font("small", weight=weight, tabular=True)
        return font

    def _tray(self) -> int:
        return 20 + self._look.line_height("heading")

    def _track_y(self) -> float:
        return self._tray() + TRACK_BELOW * self._grow()

    def _grow(self) -> float:
        """Handle and gaps grow with the text, but less than it."""
        return math.sqrt(self._look.scale)

    def _handle_x(self) -> float:
        """The handle stays whole at the ends of the track."""
        reach = HANDLE * self._grow() + STROKE / 2
        return min(self.width() - reach, max(reach, self.scale.x(self.value())))

    def _handle_rect(self) -> QRect:
        half = round(HANDLE * self._grow() + 1)
        return QRect(
            round(self._handle_x()) - half, round(self._track_y()) - half, 2 * half, 2 * half
        )

    def _moved(self) -> None:
        self.updateGeometry()
        self.ring.refresh()
        self.update()
