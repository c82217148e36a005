"""Before Begin: Home says when nothing can be heard, or the bell chosen cannot be struck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mindful import preflight
from mindful.ui.steering.sounds import preflight_notices

if TYPE_CHECKING:  # numpy stands behind this, and the window comes first
    from mindful.parts import Parts
    from mindful.ui.background import Background
    from mindful.ui.steering.standing import Standing


class Lookout:
    """Tries bell and device beside the window's work, and puts notices up or takes them down.

    Args:
        standing: shows notices on Home.
        parts: the parts of the program.
        background: brings answers of other threads.
    """

    def __init__(self, standing: Standing, parts: Parts, background: Background) -> None:
        self._standing = standing
        self._parts = parts
        self._background = background

    def look(self) -> None:
        """Try them now."""
        ready = self._parts.soon(lambda: preflight.look(self._parts))
        self._background.when(ready, self._tell, lambda _: None)

    def _tell(self, ready: preflight.Ready) -> None:
        sound, bell = preflight_notices(ready)
        self._standing.put("sound", sound, self.look)
        self._standing.put("bell", bell)
