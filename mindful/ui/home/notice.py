"""A notice on Home: what happened, what is still possible, and a way on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.controls.card import Card
from mindful.ui.controls.label import Label
from mindful.ui.controls.pair import Pair
from mindful.ui.controls.pill import PillButton
from mindful.ui.look import Look
from mindful.ui.models import Notice
from mindful.wording import _

WORDS = 240
"""Least pixels of the words beside a button, at the design's text size."""

LEFT, ICON, GAP = 17, 24, 13
"""Pixels before the icon, of the icon at the design's text size, and between it and the words."""


class NoticeCard(Card):
    """An amber card with an icon, two lines and perhaps a button."""

    acted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, pad=0, fill="notice", line="noticeLine", radius="md", parent=parent)
        self._icon = ""
        self._title = Label(look, "", "label", "onNotice", weight=600, wrap=True)
        self._detail = Label(look, "", "small", "onNotice", wrap=True)
        self.action = PillButton(look, _("Go on"), "outline")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        both = QWidget()
        both.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(
            Pair(both, self.action, gap=12, below=8, least=lambda: look.px(WORDS))
        )
        self.action.clicked.connect(self.acted)
        look.changed.connect(self._make_room)
        self._make_room()

    def show_notice(self, notice: Notice) -> None:
        """Shows what is to be told."""
        self._icon = notice.icon
        self._title.setText(notice.title)
        self._detail.setText(notice.detail)
        if notice.action:
            self.action.set_words(notice.action)
        self.action.setVisible(bool(notice.action))
        self.setAccessibleName(f"{notice.title} {notice.detail}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and its icon."""
        super().paintEvent(event)
        size = self.look.px(ICON)
        pixmap = self.look.icon(self._icon, size, "onNotice", self.devicePixelRatioF())
        QPainter(self).drawPixmap(LEFT, (self.height() - size) // 2, pixmap)

    def _make_room(self) -> None:
        """Leaves the icon its place, which grows with the text."""
        self.column.setContentsMargins(LEFT + self.look.px(ICON) + GAP, 10, 12, 10)
