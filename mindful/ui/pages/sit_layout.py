"""Where everything stands on the sit page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from mindful.ui.pages.sit import SitPage

TOP = 76
"""Pixels at the top that belong to title and time."""

CAPTION_GAP = 53
"""Pixels between the caption's third line and the controls."""


def place_all(page: SitPage) -> None:
    """Controls at the edges, the caption above those at the foot, the sky in what is left."""
    width, height = page.width(), page.height()
    controls = page.bottom.heightForWidth(width)
    page.top.setGeometry(0, 0, width, max(TOP, page.top.sizeHint().height()))
    page.bottom.setGeometry(0, height - controls, width, controls)
    words = page.caption.sizeHint().height()
    caption_top = height - controls - CAPTION_GAP - words
    page.caption.setGeometry(24, caption_top, width - 48, words)
    page.notice.place(width, caption_top + words, CAPTION_GAP)
    page.sky.place(page.top.height(), caption_top)
    _place_cards(page, controls)


def _place_cards(page: SitPage, controls: int) -> None:
    width, height = page.width(), page.height()
    page.sounds.place(width, height - controls - 10)
    page.changes.place(width, height - controls - 10)
    page.end_card.place(width, page.sky.centre.y(), TOP)
    head = page.top.height()
    note = 0 if page.notice.isHidden() else page.notice.height() + 8
    page.writing.place(QRect(0, head, width, height - controls - 16 - note - head))
