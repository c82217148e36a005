"""Orb, ring and ripple together: placed as one, told of breath and bells as one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from mindful.sit.breathing import Breath
from mindful.ui.look import Look
from mindful.ui.paint import breath
from mindful.ui.paint.orb import Orb
from mindful.ui.paint.ring import Ring
from mindful.ui.paint.ripple import Ripple

RADIUS, DESIGN_HEIGHT = 116, 780
"""Radius of the orb in a window of the design's height, both in pixels."""

LARGEST = 1.5
"""How far the orb grows in taller windows."""

LEAST = 36
"""Where there is room for less, as with the largest text, the words have it."""

AIR, RISE = 50, 15
"""Pixels left free round the ring, and by which it stands above the middle of its room."""


class Sky:
    """The light on the sit page.

    Args:
        look: the look.
        page: whose children the three pieces become.
    """

    def __init__(self, look: Look, page: QWidget) -> None:
        self._look = look
        self._page = page
        self._scale = float(look.token("ring", "radiusScale"))
        self._shown = self._ring_shown = True
        self._fits = True
        self.centre = QPoint()
        self.orb = Orb(look, RADIUS, page)
        self.ring = Ring(look, RADIUS * self._scale, page)
        self.ripple = Ripple(look, RADIUS, page)

    def place(self, top: int, bottom: int) -> None:
        """As large as the room between `top` and `bottom` allows, up to a limit."""
        room = min(bottom - top - AIR, self._page.width() - 48)
        largest = RADIUS * min(LARGEST, max(1.0, self._page.height() / DESIGN_HEIGHT))
        radius = min(largest, room / 2 / self._scale)
        self._fits = radius >= LEAST
        radius = max(radius, LEAST)
        self.centre = QPoint(self._page.width() // 2, (top + bottom) // 2 - RISE)
        self.orb.set_radius(radius)
        self.ring.set_radius(radius * self._scale)
        self.ripple.set_radius(radius)
        for piece in (self.orb, self.ring, self.ripple):
            size = piece.sizeHint()
            corner = self.centre - QPoint(size.width() // 2, size.height() // 2)
            piece.setGeometry(QRect(corner, size))
        self._show()

    def show_ring(self, *, shown: bool) -> None:
        """Shows or hides the ring, as the time left is shown or hidden."""
        self._ring_shown = shown
        self._show()

    def set_shown(self, *, shown: bool) -> None:
        """Shows or hides all of it."""
        self._shown = shown
        self._show()

    def set_breath(self, paced: Breath | None, seconds: float) -> None:
        """Paces orb, or with reduced motion ring, `seconds` after the first breath began."""
        self.orb.set_breathing(paced)
        if paced is None:
            self.ring.set_pace(None)
            return
        self.orb.set_place(seconds)
        reduced = self._look.reduced_motion
        self.ring.set_pace(breath.stepped_share(paced, seconds) if reduced else None)

    def strike(self) -> None:
        """A bell: ripples, or with reduced motion the ring brightens once."""
        self.ripple.strike()
        if self._look.reduced_motion:
            self.ring.brighten()

    def _show(self) -> None:
        shown = self._shown and self._fits
        self.orb.setVisible(shown)
        self.ring.setVisible(shown and self._ring_shown)
