"""What Qt does not tell screen readers by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def announce_windows(kind: type[QWidget]) -> None:
    """Have widgets of this kind told as windows; once in a program.

    Qt calls a plain widget at the top level a filler, and a screen reader that looks for the
    window in use passes it over.
    """
    made: list[QAccessibleInterface] = []  # Qt keeps no reference of its own

    def make(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
        if not isinstance(thing, kind):
            return None
        made.append(QAccessibleWidget(thing, QAccessible.Role.Window, ""))
        return made[-1]

    QAccessible.installFactory(make)


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something, when it has nothing else to say."""
    if words:
        event = QAccessibleAnnouncementEvent(widget, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)
