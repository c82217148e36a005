"""How History's parts lie on the page: room at the right edge, and columns that scroll."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls import Scroll
from mindful.ui.look import Look


def inset(widget: QWidget, room: int, *, left: bool = False) -> QHBoxLayout:
    """The widget with `room` pixels up to the window's edge.

    Args:
        widget: what is laid out.
        room: pixels to its right.
        left: it keeps its width and stands at the left.
    """
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, room, 0)
    layout.addWidget(widget)
    if left:
        layout.addStretch(1)
    return layout


def scrolling_column(look: Look, gap: int) -> tuple[Scroll, QVBoxLayout]:
    """A column that scrolls, and its layout; `gap` pixels lie between its parts and beside them.

    What is put in goes before the stretch at its end.
    """
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, gap, 0)
    column.setSpacing(gap)
    column.addStretch(1)
    return Scroll(look, content, keys=False), column
