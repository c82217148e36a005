"""Whether there is a display to open a window on. Quick to load: it is asked before all else."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """Whether Qt can open a window here; it would abort where it cannot."""
    if not sys.platform.startswith("linux"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if chosen and chosen not in {"xcb", "wayland"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
