"""What the desktop asks of every program's looks, as far as Qt tells."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QStyleHints


class DesktopHints(QObject):
    """Colours, contrast and motion as the desktop has them, and when they change.

    Args:
        hints: Qt's own.
        parent: owns it.
    """

    changed = Signal()

    def __init__(self, hints: QStyleHints, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints = hints
        # Any: Qt tells of contrast from 6.10 on and of motion from 6.12 on, and older versions run.
        self._more: Any = hints.accessibility() if hasattr(hints, "accessibility") else None
        hints.colorSchemeChanged.connect(self.changed)
        for name in ("contrastPreferenceChanged", "motionPreferenceChanged"):
            if hasattr(self._more, name):
                getattr(self._more, name).connect(self.changed)

    @property
    def theme(self) -> str:
        """The theme that comes nearest to the desktop's."""
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        if self._high_contrast:
            return "highContrast" if dark else "highContrastLight"
        return "dark" if dark else "light"

    @property
    def reduced_motion(self) -> bool | None:
        """Whether motion is to be reduced; None where Qt does not tell."""
        if not hasattr(self._more, "motionPreference"):
            return None
        return bool(self._more.motionPreference().name == "ReducedMotion")

    @property
    def _high_contrast(self) -> bool:
        if not hasattr(self._more, "contrastPreference"):
            return False
        return bool(self._more.contrastPreference().name == "HighContrast")
