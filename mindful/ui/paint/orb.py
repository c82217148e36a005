"""The orb: a low sun by day, a moon by night, that breathes with the sit's own clock.

Drawing it afresh costs about 4 ms. So the body is drawn once for each of a few positions of its
washes, kept, and only scaled while it breathes; the halo is scaled in coarse steps, and the last
one is kept. A frame that looks like the one before is not painted, and a changed one repaints only
the body's rectangle.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QWidget

from mindful.sit.breathing import Breath
from mindful.ui.look import Look
from mindful.ui.paint import breath
from mindful.ui.paint.orb_shape import OrbStyle, paint_body, paint_halo, square_round

FRAMES_A_SECOND = 24
"""What the budget of 2 % of one core allows, and the eye asks of something this slow."""

LONGEST_SLEEP = 6
"""Frames that may be left out when nothing changes; the sit's clock may still correct the place."""

DRIFT_STEPS = 10
"""Positions of the washes on each side of rest; one step moves an edge by half a pixel."""

HALO_STEPS = 5
"""Sizes of the halo from breathed out to breathed in; a step changes no pixel by over 1/255."""

SIZES_A_PIXEL = 2
"""Sizes of the body for each pixel of its radius; its soft edges hide steps of half a pixel."""

NO_STEP = -1

BODY_REACH = 1.05
"""How far the washes reach beyond the radius, wobbles included."""


class Frame(NamedTuple):
    """What one frame shows. Equal frames look the same.

    Attributes:
        size: radius in steps of `SIZES_A_PIXEL`.
        drift: position of the washes, from minus to plus `DRIFT_STEPS`.
        halo: step of the halo's size.

    """

    size: int
    drift: int
    halo: int


class Orb(QWidget):
    """The orb with its halo, centred in the widget. Decoration: no focus, no mouse.

    Args:
        look: colours, and whether motion is reduced.
        radius: pixels when breathed in.
        now: seconds of any steady clock; a test passes its own.

    """

    def __init__(
        self,
        look: Look,
        radius: float = 116,
        parent: QWidget | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._radius = radius
        self._now = now
        self._breath: Breath | None = None
        self._still = False
        self._place, self._placed_at = 0.0, now()
        self._style = OrbStyle.of(look)
        self._halo: QPixmap | None = None
        self._halo_now, self._halo_step = QPixmap(), NO_STEP
        self._bodies: dict[int, QPixmap] = {}
        self._watched: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._shown = self.frame()
        look.changed.connect(self._restyle)

    @property
    def radius(self) -> float:
        """Radius in pixels when breathed in."""
        return self._radius

    @property
    def moving(self) -> bool:
        """Whether frames are being made: shown, not still, and motion not reduced."""
        return self._timer.isActive()

    def set_radius(self, radius: float) -> None:
        """Sets the radius in pixels when breathed in."""
        if radius != self._radius:
            self._radius = radius
            self._forget()
            self.updateGeometry()

    def set_breathing(self, paced: Breath | None) -> None:
        """Paces the orb by a breath that repeats, or lets it idle for ``None``.

        While a breath is paced the washes keep their places: nothing else is to be followed.
        """
        if paced != self._breath:
            self._breath = paced
            self.set_place(0.0)

    def set_place(self, seconds: float) -> None:
        """Says where in the breath the sit's clock stands: seconds since the first breath began.

        Between two calls the orb goes on by itself.
        """
        self._place, self._placed_at = seconds, self._now()
        if not self.moving:
            self._tick()

    def set_still(self, *, still: bool) -> None:
        """Holds the orb where it is, as in a pause, or lets it go on from there."""
        if still == self._still:
            return
        self._place, self._placed_at = self._seconds(), self._now()
        self._still = still
        self._run_or_rest()

    def frame(self, ahead: float = 0.0) -> Frame:
        """What the orb looks like now, or some seconds ahead."""
        if self._look.reduced_motion:
            return self._frame_of(breath.STILL, 0.0)
        seconds = self._seconds() + ahead
        if self._breath is None:
            return self._frame_of(breath.idle_scale(seconds), breath.drift_phase(seconds))
        return self._frame_of(breath.paced_scale(self._breath, seconds), 0.0)

    def sizeHint(self) -> QSize:
        """Room for the whole halo."""
        side = 2 * round(self._radius * self._style.halo_scale)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Halo and body of the frame shown, scaled from kept pictures."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._style.halo:
            halo = self._scaled_halo(self._shown.halo)
            side = halo.deviceIndependentSize().width() / 2
            painter.drawPixmap((self._centre() - QPointF(side, side)).toPoint(), halo)
        body = self._kept_body(self._shown.drift)
        self._draw(painter, body, self._shown.size / SIZES_A_PIXEL / self._radius)

    def showEvent(self, event: QShowEvent) -> None:
        """Begins to move, and watches the window for being minimised."""
        super().showEvent(event)
        if self._watched is not self.window():
            if self._watched is not None:
                self._watched.removeEventFilter(self)
            self._watched = self.window()
            self._watched.installEventFilter(self)
        self._run_or_rest()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stops: nobody sees it."""
        super().hideEvent(event)
        self._run_or_rest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rests while the window is minimised."""
        if event.type() is QEvent.Type.WindowStateChange:
            self._run_or_rest()
        return super().eventFilter(watched, event)

    def _seconds(self) -> float:
        if self._still:
            return self._place
        return self._place + self._now() - self._placed_at

    def _frame_of(self, scale: float, phase: float) -> Frame:
        share = (scale - breath.LOW) / (breath.HIGH - breath.LOW)
        return Frame(
            size=round(scale * self._radius * SIZES_A_PIXEL),
            drift=round(phase / breath.DRIFT * DRIFT_STEPS),
            halo=round(share * HALO_STEPS),
        )

    def _go_on(self) -> None:
        """Shows the frame of now, and sleeps until the next one that looks different."""
        self._tick()
        waits = range(1, LONGEST_SLEEP)
        changes = (n for n in waits if self.frame(n / FRAMES_A_SECOND) != self._shown)
        self._timer.start(next(changes, LONGEST_SLEEP) * 1000 // FRAMES_A_SECOND)

    def _tick(self) -> None:
        frame = self.frame()
        if frame == self._shown:
            return
        if frame.halo != self._shown.halo:
            self.update()
        else:
            reach = max(frame.size, self._shown.size) / SIZES_A_PIXEL * BODY_REACH + 2
            self.update(square_round(self._centre(), reach).toAlignedRect())
        self._shown = frame

    def _run_or_rest(self) -> None:
        seen = self.isVisible() and not self.window().isMinimized()
        if seen and not self._still and not self._look.reduced_motion:
            self._go_on()
        else:
            self._timer.stop()

    def _restyle(self) -> None:
        self._style = OrbStyle.of(self._look)
        self._forget()
        self._run_or_rest()

    def _forget(self) -> None:
        self._halo, self._halo_step = None, NO_STEP
        self._bodies.clear()
        self._shown = self.frame()
        self.update()

    def _centre(self) -> QPointF:
        return QRectF(self.rect()).center()

    def _draw(self, painter: QPainter, picture: QPixmap, scale: float) -> None:
        reach = picture.deviceIndependentSize().width() / 2 * scale
        painter.drawPixmap(square_round(self._centre(), reach), picture, QRectF(picture.rect()))

    def _scaled_halo(self, step: int) -> QPixmap:
        """The halo at one of its sizes; only the last is kept, since each takes over a megabyte."""
        if self._halo is None:
            self._halo = self._picture(self._radius * self._style.halo_scale, paint_halo)
        if self._halo_step != step:
            scale = breath.LOW + (breath.HIGH - breath.LOW) * step / HALO_STEPS
            side = 2 * round(self._halo.width() * scale / 2)
            smooth = Qt.TransformationMode.SmoothTransformation
            self._halo_now = self._halo.scaledToWidth(side, smooth)
            self._halo_step = step
        return self._halo_now

    def _kept_body(self, drift: int) -> QPixmap:
        if drift not in self._bodies:
            phase = drift / DRIFT_STEPS * breath.DRIFT

            def body(painter: QPainter, centre: QPointF, radius: float, style: OrbStyle) -> None:
                paint_body(painter, centre, radius, style, phase)

            self._bodies[drift] = self._picture(self._radius * BODY_REACH, body)
        return self._bodies[drift]

    def _picture(
        self, reach: float, paint: Callable[[QPainter, QPointF, float, OrbStyle], None]
    ) -> QPixmap:
        ratio = self.devicePixelRatioF()
        side = round(2 * (reach + 1) * ratio)
        picture = QPixmap(side, side)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = picture.deviceIndependentSize().width() / 2
        paint(painter, QPointF(middle, middle), self._radius, self._style)
        painter.end()
        return picture
