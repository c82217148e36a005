"""The shape of the sit: still water that swells with the voice, and the names of its phases."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mindful.exercises.timeline import PhaseSpan, Timeline
from mindful.ui.look import Look
from mindful.ui.paint.strip_drawing import StripPainter
from mindful.ui.paint.strip_shape import Shape, blend, place, shape_of
from mindful.ui.paint.strip_words import Label, describe, describe_phase, fit_labels
from mindful.wording import _

LABEL_GAP = 6
"""Pixels between the water and the names."""

LOW = 54.0
"""Height of the water in pixels where room is scarce."""


class Strip(QWidget):
    """Draws a planned sit and morphs to the next one. Not interactive; a picture with a text."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._timeline: Timeline | None = None
        self._from: Shape | None = None
        self._to: Shape | None = None
        self._low = False
        self._painter = StripPainter(look)
        self._morph = QVariantAnimation(self)
        self._morph.setStartValue(0.0)
        self._morph.setEndValue(1.0)
        self._morph.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._morph.setDuration(int(look.token("motion", "stripMorph", "ms")))
        self._morph.valueChanged.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Shape of the sit"))
        look.changed.connect(self._restyle)

    @property
    def shape_shown(self) -> Shape | None:
        """The shape as painted now, in the middle of a morph too; ``None`` before the first."""
        if self._from is None or self._to is None or not self._morphing():
            return self._to
        return blend(self._from, self._to, float(self._morph.currentValue()))

    def set_timeline(self, timeline: Timeline) -> None:
        """Shows this plan; from an earlier one the shape morphs, unless motion is reduced."""
        if timeline == self._timeline:
            return
        self._from = self.shape_shown
        self._timeline = timeline
        self._to = shape_of(timeline, self.width())
        self.setAccessibleDescription(describe(timeline))
        self._morph.stop()
        if self._from is not None and self.isVisible() and not self._look.reduced_motion:
            self._morph.start()
        self.update()

    def set_low(self, *, low: bool) -> None:
        """Takes less height, or its full one."""
        if low != self._low:
            self._low = low
            self._restyle()

    def phase_at(self, x: float) -> PhaseSpan | None:
        """The phase drawn at `x` pixels from the left edge."""
        if self._timeline is None:
            return None
        for phase in reversed(self._timeline.phases):
            if x >= place(phase.start, self._timeline, self.width()):
                return phase
        return self._timeline.phases[0]

    def labels(self) -> list[Label]:
        """The phases' names that fit, where they stand."""
        if self._timeline is None:
            return []
        metrics = QFontMetricsF(self._look.font("small"))
        width = self.width()
        labels = []
        for index, phase in enumerate(self._timeline.phases):
            taken = metrics.horizontalAdvance(phase.name)
            x = place(phase.start, self._timeline, width) if index else 0.0
            if index and index == len(self._timeline.phases) - 1:
                x = width - taken
            labels.append(Label(phase.name, x, taken, phase.end - phase.start))
        return fit_labels(labels)

    def sizeHint(self) -> QSize:
        """Height of the water and one line of names; any width."""
        return QSize(400, round(self._water() + LABEL_GAP + self._look.line_height("small")))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`, down to 160 pixels wide."""
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A shape belongs to a width, so it is made anew."""
        super().resizeEvent(event)
        self._morph.stop()
        self._from = None
        if self._timeline is not None:
            self._to = shape_of(self._timeline, self.width())

    def event(self, event: QEvent) -> bool:
        """The tooltip names the phase under the pointer, fitting label or not."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            phase = self.phase_at(event.pos().x())
            if phase is not None and self._timeline is not None:
                QToolTip.showText(event.globalPos(), describe_phase(self._timeline, phase), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Water and names."""
        shape = self.shape_shown
        if shape is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        water = self._water()
        paint = self._painter.paint if self._morphing() else self._painter.paint_still
        paint(painter, QSize(self.width(), round(water)), shape)
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour("ink2"))
        line = self._look.line_height("small")
        for label in self.labels():
            box = QRectF(QPointF(label.x, water + LABEL_GAP), QPointF(self.width(), 0))
            box.setHeight(line)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label.text
            )

    def _water(self) -> float:
        return LOW if self._low else float(self._look.token("strip", "height"))

    def _morphing(self) -> bool:
        return self._morph.state() is QVariantAnimation.State.Running

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
