"""The order in which Tab goes: as the page is laid out, and so as it is read.

Qt's own order is that in which widgets were made. Words, rows and cards that are shown later would
come last, wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLayout,
    QLineEdit,
    QScrollArea,
    QWidget,
)


@runtime_checkable
class Holding(Protocol):
    """Has buttons of its own in it, beside Qt's inner widgets."""

    @property
    def inner_stops(self) -> Sequence[QWidget]:
        """These, in their order."""
        ...


def tab_stops(root: QWidget) -> list[QWidget]:
    """Every widget within `root` that Tab stops at now: visible, enabled, in reading order."""
    return [widget for widget in _as_read(root) if _is_stop(widget)]


def next_stop(
    roots: Sequence[QWidget], current: QWidget | None, *, forward: bool
) -> QWidget | None:
    """The stop after `current`, or before it; from the end on to the beginning.

    It is found from where `current` stands, also when that is no stop any more: what has the
    focus may just have been hidden.

    Args:
        roots: what is read, one after the other.
        current: what has the focus.
        forward: whether the next one is wanted, and not the one before.
    """
    read = [widget for root in roots for widget in _as_read(root)]
    if not forward:
        read.reverse()
    at = read.index(current) if current in read else -1
    return next(filter(_is_stop, [*read[at + 1 :], *read[: max(at, 0)]]), None)


def _as_read(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    for child in _children(widget):
        yield from _as_read(child)


def _children(widget: QWidget) -> Sequence[QWidget]:
    """Child widgets as the layout has them, then those that stand free, as they were made.

    Qt's own inner widgets are left alone: Python's hold on one of them would end with that of
    its parent, also where others hold it, such as a scroll bar.
    """
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        return [] if content is None else [content]
    if isinstance(widget, Holding):
        return widget.inner_stops
    if isinstance(widget, QAbstractScrollArea | QComboBox | QLineEdit):
        return []
    layout = widget.layout()
    laid = list(_laid_out(layout)) if layout is not None else []
    free = (child for child in widget.children() if isinstance(child, QWidget))
    return [*laid, *(child for child in free if child not in laid)]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (None, None) if item is None else (item.widget(), item.layout())
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _is_stop(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus.value
    reached = bool(widget.focusPolicy().value & tab) and widget.focusProxy() is None
    return reached and widget.isEnabled() and widget.isVisible() and not _is_passed_over(widget)


def _is_passed_over(widget: QWidget) -> bool:
    """Of several buttons of which one is chosen, that one is the stop; arrows go on from it."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive() or group.checkedButton() is None:
        return False
    return group.checkedButton() is not widget
