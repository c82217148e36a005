"""What a page may tell the window: how it changes for a narrow window, and where focus begins.

A page is any widget. The window looks which of these it has.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@runtime_checkable
class Responsive(Protocol):
    """A page with a compact layout."""

    def set_compact(self, compact: bool) -> None:
        """Takes the compact layout, or the wide one."""


@runtime_checkable
class Focusing(Protocol):
    """A page that knows which of its widgets has the focus first."""

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Gives the focus to it."""


@runtime_checkable
class Acting(Protocol):
    """A page whose primary action stands in the bottom bar of the compact layout."""

    def primary(self) -> QWidget:
        """The widget that stands there; the page has it back with `keep_primary`."""

    def keep_primary(self) -> None:
        """Puts the primary action back into the page's own layout."""
