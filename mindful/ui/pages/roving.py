"""Scattered words as one stop for the Tab key: arrows go on to the nearest word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mindful.ui.pages.nearest import DIRECTIONS, nearest


class Roving(QObject):
    """Each group of widgets is one stop for Tab, where it was left; arrows move among all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[tuple[QWidget, ...]] = []

    def set_groups(self, *groups: Sequence[QWidget]) -> None:
        """Takes these in place of those before; the first of each is its stop."""
        self._groups = [tuple(group) for group in groups if group]
        for group in self._groups:
            self._stop_at(group[0], group)
            for widget in group:
                widget.installEventFilter(self)

    def stop(self, group: int) -> QWidget:
        """The widget of a group that Tab comes to."""
        policy = Qt.FocusPolicy.StrongFocus
        return next(one for one in self._groups[group] if one.focusPolicy() == policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the focus, and the arrow keys."""
        group = self._group_of(watched)
        if group is None or not isinstance(watched, QWidget):
            return False
        if event.type() is QEvent.Type.FocusIn:
            self._stop_at(watched, group)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in DIRECTIONS:
                self._go(watched, key)
                return True
        return False

    def _go(self, origin: QWidget, key: Qt.Key) -> None:
        everyone = [widget for group in self._groups for widget in group]
        found = nearest(everyone, origin, key)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)

    def _group_of(self, watched: QObject) -> tuple[QWidget, ...] | None:
        return next((group for group in self._groups if watched in group), None)

    def _stop_at(self, widget: QWidget, group: Sequence[QWidget]) -> None:
        for one in group:
            policy = Qt.FocusPolicy
            one.setFocusPolicy(policy.StrongFocus if one is widget else policy.ClickFocus)
