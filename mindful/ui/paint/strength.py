"""How strong a feeling is: eleven circles that grow from barely there to as strong as it gets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from mindful.ui.controls.focus import FocusRing
from mindful.ui.look import Look
from mindful.wording import _

HIGHEST = 10
UNSET = -1
"""Value of the slider while nothing is chosen. There is no default strength."""

ROW = 40.0
"""Height in pixels of the row of circles, the dashed ring of the strongest included."""

CROWDED = 35.0
"""Pixels from circle to circle below which all of them shrink."""

KEY_ZERO = int(Qt.Key.Key_0)
KEYPAD = Qt.KeyboardModifier.KeypadModifier


class StrengthRow(QAbstractSlider):
    """A choice of 0 to 10, or none. A slider to a screen reader, eleven columns to a pointer.

    Digits choose (1 then 0 is ten), arrows step, Backspace or a second press takes it back.

    Args:
        look: the look.
        low: legend under the weak end.
        high: legend under the strong end.
        parent: where it lies.
        small: even, smaller circles, for what is asked in passing.

    """

    chosen = Signal(object)
    """The new strength as ``int``, or ``None`` when taken back."""

    def __init__(
        self,
        look: Look,
        low: str | None = None,
        high: str | None = None,
        parent: QWidget | None = None,
        *,
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._small = small
        self._low = _("barely there") if low is None else low
        self._high = _("as strong as it gets") if high is None else high
        self._before: int | None = None
        self._hovered: int | None = None
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(UNSET, HIGHEST)
        self.setValue(UNSET)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._tell)
        FocusRing(look, self, radius=lambda: float(look.token("radius", "sm")))
        look.changed.connect(self._restyle)
        self._describe()

    @property
    def strength(self) -> int | None:
        """What is chosen, 0 to 10, or ``None``."""
        return None if self.value() == UNSET else self.value()

    def set_strength(self, strength: int | None) -> None:
        """Chooses `strength`, or nothing."""
        self.setValue(UNSET if strength is None else strength)

    def set_before(self, before: int | None) -> None:
        """Marks the strength before the sit with a dashed ring: a memory, never a target."""
        self._before = before
        self._describe()
        self.update()

    def press_digit(self, digit: int) -> None:
        """Chooses `digit`; a nought after a one makes ten."""
        ten = digit == 0 and self.strength == 1
        self.set_strength(10 if ten else digit)

    def column(self, strength: int) -> QRectF:
        """The whole hit area of a strength, in the widget's pixels."""
        pitch = self._pitch()
        return QRectF(self._centre(strength).x() - pitch / 2, 0, pitch, self.height())

    def sizeHint(self) -> QSize:
        """Circles, numbers and legends."""
        lines = 0 if self._small else 1 + self._legend_lines()
        return QSize(440, round(self._row() + lines * self._look.line_height("small")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Legends that do not fit beside each other take two lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Columns of no less than 26 pixels."""
        return QSize(286, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, arrows, Home and End choose; Backspace and Delete take back."""
        key = event.key()
        if KEY_ZERO <= key <= KEY_ZERO + 9 and not event.modifiers() & ~KEYPAD:
            self.press_digit(key - KEY_ZERO)
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Up}:
            self.set_strength(min(HIGHEST, self.value() + 1))
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Down}:
            self.set_strength(max(0, self.value() - 1))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.set_strength(0 if key == Qt.Key.Key_Home else HIGHEST)
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.set_strength(None)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the column under the pointer; pressing the chosen one takes it back."""
        if event.button() is Qt.MouseButton.LeftButton:
            pressed = self._at(event.position())
            self.set_strength(None if pressed == self.strength else pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hovering darkens the outline; dragging chooses."""
        under = self._at(event.position())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.set_strength(under)
        if under != self._hovered:
            self._hovered = under
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Nothing is left to do: the press chose."""

    def leaveEvent(self, _event: object) -> None:
        """The pointer is gone."""
        self._hovered = None
        self.update()

    def event(self, event: QEvent) -> bool:
        """The tooltip says which strength a press would choose, and what its ends mean."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            strength = self._at(QPointF(event.pos()))
            told = _("{strength} of 10").format(strength=strength)
            ends = {0: self._low, HIGHEST: self._high}
            meant = ends.get(strength, "")
            QToolTip.showText(event.globalPos(), f"{told}, {meant}" if meant else told, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: object) -> None:
        """Eleven circles with their numbers, the dashed ring, the legends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for strength in range(HIGHEST + 1):
            self._paint_circle(painter, strength)
        self._paint_before(painter)
        self._paint_legends(painter)

    def _paint_circle(self, painter: QPainter, strength: int) -> None:
        centre, radius = self._centre(strength), self._radius(strength)
        selected = strength == self.strength
        passed = self.strength is not None and strength < self.strength
        if selected:
            radius = max(radius, 12.0 * self._growth())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if selected or passed:
            fill = self._look.colour("primary") if selected else self._look.colour("still", 0.62)
            painter.setBrush(fill)
        else:
            outline = "primary" if strength == self._hovered else "lineStrong"
            painter.setPen(QPen(self._look.colour(outline), 1.3))
        painter.drawEllipse(centre, radius, radius)
        self._paint_number(painter, strength, centre, radius)

    def _paint_number(
        self, painter: QPainter, strength: int, centre: QPointF, radius: float
    ) -> None:
        """Inside the chosen circle, below the others; in the small row always inside."""
        selected = strength == self.strength
        font = self._look.font("small", weight=600 if selected else 400)
        inside = self._small or (selected and QFontMetricsF(font).height() <= 2 * radius)
        box = QRectF(centre.x() - 30, self._row(), 60, self._look.line_height("small"))
        if inside:
            box = QRectF(centre.x() - 30, centre.y() - 30, 60, 60)
        ink = "primary" if selected else "ink3"
        if inside:
            ink = "onPrimary" if selected else "ink"
        painter.setFont(font)
        painter.setPen(self._look.colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(strength))

    def _paint_before(self, painter: QPainter) -> None:
        if self._before is None:
            return
        paint_before_ring(
            painter, self._centre(self._before), self._radius(self._before) + 4.5, self._look
        )

    def _paint_legends(self, painter: QPainter) -> None:
        if self._small:
            return
        line = self._look.line_height("small")
        box = QRectF(0, self._row() + line, self.width(), line)
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour("ink3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, self._low)
        box.translate(0, line * (self._legend_lines() - 1))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, self._high)

    def _legend_lines(self) -> int:
        metrics = QFontMetricsF(self._look.font("small"))
        both = metrics.horizontalAdvance(self._low) + metrics.horizontalAdvance(self._high)
        return 1 if both + 16 <= self.width() else 2

    def _radius(self, strength: int) -> float:
        if self._small:
            return min(float(self._look.px(12)), self._pitch() / 2 - 1.5)
        return (9 + 0.72 * strength) * self._growth()

    def _pitch(self) -> float:
        right = self._left() if self._small else 21 * self._growth()
        return (self.width() - self._left() - right) / HIGHEST

    def _row(self) -> float:
        if self._small:
            return max(ROW, self._look.px(12) * 2 + 6.0)
        return ROW * max(1.0, self._growth())

    def _growth(self) -> float:
        """Size of the circles against the design's: as the text, as far as there is room."""
        return min(self._look.scale, (self.width() - 32) / HIGHEST / CROWDED)

    def _left(self) -> float:
        """Pixels from the left edge to the middle of the first circle."""
        return self._look.px(12) + 2 if self._small else 11 * self._growth()

    def _centre(self, strength: int) -> QPointF:
        return QPointF(self._left() + self._pitch() * strength, self._row() / 2)

    def _at(self, position: QPointF) -> int:
        return max(0, min(HIGHEST, round((position.x() - self._left()) / self._pitch())))

    def _tell(self) -> None:
        self._describe()
        self.update()
        self.chosen.emit(self.strength)

    def _describe(self) -> None:
        if self.strength is None:
            text = _("not chosen")
        else:
            text = _("{strength} of 10").format(strength=self.strength)
        if self._before is not None:
            text = _("{now}; before, {before}").format(now=text, before=self._before)
        self.setAccessibleDescription(text)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def paint_before_ring(painter: QPainter, centre: QPointF, radius: float, look: Look) -> None:
    """The dashed ring that stands for "before", in the row and in its legend."""
    pen = QPen(look.colour("before"), 2)
    pen.setDashPattern([1.5, 1.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius, radius)
