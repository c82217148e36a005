"""Where everything stands on the sit page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from mindful.ui.controls.caption_lines import MAX_LINES
from mindful.ui.controls.ground_me import MARGIN, ground_me_room

if TYPE_CHECKING:
    from mindful.ui.pages.sit import SitPage

TOP = 76
"""Pixels at the top that belong to title and time."""

CAPTION_GAP, LEAST_GAP = 53, 10
"""Pixels between the caption's third line and the controls; where there is little height."""

LEAST_PAPER = 250
"""Pixels at the design's text size that a page of writing needs."""

LEAST_GROW = 0.45
"""Size of the guide's words in the lowest window, as a share of their usual one."""


def place_all(page: SitPage) -> None:
    """Controls at the edges, the caption above those at the foot, the sky in what is left."""
    width, height = page.width(), page.height()
    writing = not page.writing.isHidden()
    head = max(TOP, page.top.heightForWidth(width))
    page.top.show()
    gap = _take_form(page, head, writing=writing)
    controls = page.bottom.heightForWidth(width)
    page.top.setGeometry(0, 0, width, head)
    page.bottom.setGeometry(0, height - controls, width, controls)
    words = page.caption.sizeHint().height()
    caption_top = height - controls - gap - words
    page.caption.setGeometry(24, caption_top, width - 48, words)
    page.notice.place(width, caption_top + words, gap)
    page.sky.place(head, caption_top)
    _place_cards(page, head, controls)


def _take_form(page: SitPage, head: int, *, writing: bool) -> int:
    """Chooses the form of controls and words; the pixels between both.

    Where the labelled controls would leave too little height, they stand bare; where even that
    is too little for three lines of the guide's words, these are smaller.
    """
    width, height = page.width(), page.height()
    page.bottom.set_form(bare=False, writing=writing)
    page.caption.set_grow(1.0)
    line = page.caption.line_height
    least = page.look.px(LEAST_PAPER) if writing else MAX_LINES * line + CAPTION_GAP
    if head + least + page.bottom.heightForWidth(width) <= height:
        return CAPTION_GAP
    page.bottom.set_form(bare=True, writing=writing)
    gap = LEAST_GAP
    if not page.notice.isHidden():
        gap += page.notice.tall(width) + LEAST_GAP
    room = height - page.bottom.heightForWidth(width) - gap - head
    page.caption.set_grow(max(LEAST_GROW, min(1.0, room // MAX_LINES / line)))
    return gap


def _place_cards(page: SitPage, head: int, controls: int) -> None:
    width, height = page.width(), page.height()
    above_controls = height - controls - LEAST_GAP
    above_ground_me = height - ground_me_room(page.look).height() + MARGIN - LEAST_GAP
    page.sounds.place(width, above_controls, above_ground_me)
    page.changes.place(width, above_controls, above_ground_me)
    page.end_card.place(width, page.sky.centre.y(), TOP, above_ground_me)
    note = 0 if page.notice.isHidden() else page.notice.height() + 8
    if page.bottom.bare and not page.writing.isHidden():
        page.top.hide()  # the paper has its height, and tells its own time
        head = 8
    page.writing.place(QRect(0, head, width, height - controls - 16 - note - head))
