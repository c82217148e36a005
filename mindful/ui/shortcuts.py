"""The keys that work anywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from mindful.ui.window import Window

SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""Text sizes that Ctrl+plus and Ctrl+minus step through."""


def add_shortcuts(window: Window, places: Sequence[str]) -> None:
    """Ground me, the places by number, text size, full screen, the lock and help."""
    ground = _on(window, "Ctrl+G", lambda: _ground(window))
    ground.setContext(Qt.ShortcutContext.ApplicationShortcut)
    _on(window, "F1", window.help_wanted.emit)
    _on(window, "Ctrl+L", window.lock_wished.emit)
    _on(window, "F11", window.toggle_full_screen)
    for number, name in enumerate(places, start=1):
        _on(window, f"Ctrl+{number}", partial(window.navigated.emit, name))
    for keys in ("Ctrl++", "Ctrl+="):
        _on(window, keys, lambda: step_scale(window, 1))
    _on(window, "Ctrl+-", lambda: step_scale(window, -1))
    _on(window, "Ctrl+0", lambda: window.scale_wanted.emit(1.0))


def step_scale(window: Window, by: int) -> None:
    """Asks for the next larger (1) or smaller (-1) text size."""
    now = window.look.scale
    steps = [scale for scale in SCALES if (scale - now) * by > 0.001]
    if steps:
        window.scale_wanted.emit(steps[0] if by > 0 else steps[-1])


def _ground(window: Window) -> None:
    """Ground me, also from a list that is open over the window."""
    while (over := QApplication.activePopupWidget()) is not None and over.close():
        pass
    window.ground_me.emit()


def _on(window: Window, keys: str, act: Callable[[], None]) -> QShortcut:
    shortcut = QShortcut(QKeySequence(keys), window)
    shortcut.activated.connect(act)
    return shortcut
