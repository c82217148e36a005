"""Where everything stands on Ground me's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from mindful.ui.pages.grounding import GroundingPage

TOP, MARGIN = 76, 24
"""Pixels at the top that belong to title and promise, and those left free at the edges."""

ORB, LEAST_ORB = 94, 36
"""Radius of the orb in a window of the design's height; below the least one words have its room."""

DESIGN_HEIGHT, LARGEST = 780, 1.5
"""Of a window, in pixels; and how far the orb grows in taller ones."""

GROWN, LEAST_GROW, STEP = 1.25, 0.45, 0.05
"""Size of an instruction against a caption; in the lowest window; and steps between both."""

SMALLER = 0.75
"""Size of the quieter sentence where there is little height, as a share of its usual one."""

TITLED = 0.7
"""Where an instruction would be smaller than this, the page's name gives it its room."""

WIDEST = 640
"""Pixels of the quieter sentence at the design's text size."""

AIR = 10
"""Least pixels between two pieces."""


def place_all(page: GroundingPage) -> None:
    """The ways on at the foot, title and promise at the top, the instruction between them."""
    ways_top = _place_ways(page)
    page.title.show()
    page.words.set_grow(GROWN)
    page.aside.set_factor(1.0)
    head = _place_head(page)
    answers_top = _place_answers(page, _place_hint(page, ways_top) - 13)
    top = _usual_top(page, answers_top)
    if top < head or page.words.parts > 1:
        page.hint.hide()
        answers_top = _place_answers(page, ways_top - AIR)
        top = _crowd(page, answers_top)
    page.words.move(MARGIN, top)
    page.aside.move(page.aside.x(), _below(page, top))
    _place_orb(page, top)


def _place_head(page: GroundingPage) -> int:
    """Title and promise; the first free pixel below them."""
    room = page.width() - 2 * MARGIN
    page.title.setGeometry(MARGIN, 25, room, page.title.sizeHint().height())
    under = AIR if page.title.isHidden() else page.title.geometry().bottom() + 3
    page.promise.setGeometry(MARGIN, under, room, page.promise.heightForWidth(room))
    return page.promise.geometry().bottom() + AIR


def _place_ways(page: GroundingPage) -> int:
    """A person at the left and the way out at the right; above it where both do not fit."""
    width, foot = page.width(), page.height() - MARGIN
    person, done = page.person.sizeHint(), page.done.sizeHint()
    page.person.setGeometry(QRect(QPoint(MARGIN, foot - person.height()), person))
    stacked = person.width() + done.width() + 8 > width - 2 * MARGIN
    left = MARGIN if stacked else width - MARGIN - done.width()
    foot = page.person.y() - 8 if stacked else foot
    page.done.setGeometry(QRect(QPoint(left, foot - done.height()), done))
    return page.person.y() if page.done.isHidden() else min(page.person.y(), page.done.y())


def _place_hint(page: GroundingPage, ways_top: int) -> int:
    """The keys' hint in the middle, beside the ways on or above them; its top."""
    page.hint.setVisible(page.instructing)
    hint = page.hint.sizeHint()
    beside = page.person.geometry().right() <= (page.width() - hint.width()) // 2 - 8
    top = ways_top - hint.height() + (7 if beside else -AIR)
    page.hint.setGeometry(0, top, page.width(), hint.height())
    return top


def _place_answers(page: GroundingPage, foot: int) -> int:
    """Next and the answers, standing on `foot`; the top of what is shown of them."""
    width, room = page.width(), page.width() - 2 * MARGIN
    size = page.next.sizeHint()
    wide = min(room, max(240, size.width()))
    page.next.setGeometry((width - wide) // 2, foot - size.height(), wide, size.height())
    top = page.next.y()
    for choices in page.choices.values():
        tall = choices.height_for(room)
        choices.setGeometry(MARGIN, foot - tall, room, tall)
        if not choices.isHidden():
            top = min(top, choices.y())
    return top


def _usual_top(page: GroundingPage, foot: int) -> int:
    """Where the instruction begins, when nothing has to give way."""
    _fit_words(page)
    line = page.words.line_height
    usual = foot - 3 * line - 45 - page.look.line_height("heading")
    return min(usual, foot - AIR - (_below(page, 0) + page.aside.height()))


def _crowd(page: GroundingPage, foot: int) -> int:
    """Makes the instruction as large as there is room for, in one piece; where it begins."""
    head = _place_head(page)
    grow = _largest(page, foot - AIR - head)
    if grow < TITLED:
        page.aside.set_factor(SMALLER)
        grow = _largest(page, foot - AIR - head)
    if grow < TITLED:
        page.title.hide()
        head = _place_head(page)
        _largest(page, foot - AIR - head)
    used = _below(page, 0) + page.aside.height()
    return head + max(0, foot - AIR - head - used) // 2


def _largest(page: GroundingPage, room: int) -> float:
    """Gives the instruction the largest size at which it is whole in `room` pixels."""
    steps = round((GROWN - LEAST_GROW) / STEP)
    for step in range(steps + 1):
        grow = GROWN - step * STEP
        page.words.set_grow(grow)
        _fit_words(page)
        if page.words.parts <= 1 and _below(page, 0) + page.aside.height() <= room:
            break
    return grow


def _fit_words(page: GroundingPage) -> None:
    """Takes width and height of the instruction and of the quieter sentence."""
    room = page.width() - 2 * MARGIN
    page.words.resize(room, 3 * page.words.line_height)
    wide = min(room, page.look.px(WIDEST))
    left = (page.width() - wide) // 2
    tall = page.aside.heightForWidth(wide) if page.aside.text() else 0
    page.aside.setGeometry(left, page.aside.y(), wide, tall)


def _below(page: GroundingPage, top: int) -> int:
    """Where the quieter sentence begins under an instruction that begins at `top`."""
    crowded = page.hint.isHidden() and page.instructing
    rows = page.words.rows if crowded or not page.instructing else max(2, page.words.rows)
    return top + rows * page.words.line_height + (AIR if crowded else 22)


def _place_orb(page: GroundingPage, words_top: int) -> None:
    """The orb and, where motion is reduced, the ring round it, in what is left."""
    top = max(TOP, page.promise.geometry().bottom() + AIR)
    room = words_top - top
    scale = min(LARGEST, max(1.0, page.height() / DESIGN_HEIGHT))
    radius = min(ORB * scale, room * 0.3)
    page.show_light(shown=radius >= LEAST_ORB)
    radius = max(float(LEAST_ORB), radius)
    page.orb.set_radius(radius)
    page.ring.set_radius(radius * float(page.look.token("ring", "radiusScale")))
    for piece in (page.orb, page.ring):
        _centre(piece, QPoint(page.width() // 2, top + room // 2))


def _centre(piece: QWidget, centre: QPoint) -> None:
    size = piece.sizeHint()
    piece.setGeometry(QRect(centre - QPoint(size.width() // 2, size.height() // 2), size))
