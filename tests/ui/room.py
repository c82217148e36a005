"""What is wrong with the room that a page gives its words: cut, overlapping, or out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.painted import PaintedButton
from mindful.ui.controls.row import RowButton
from mindful.ui.controls.select import Select
from mindful.ui.home.practice_row import PracticeRow
from mindful.ui.paint.dumbbells import Dumbbells
from mindful.ui.paint.share_rows import ShareRows
from scripts.lib.tour_guide import Guide
from tests.ui.reading import Text, contents, covers, read, scrolls

ELIDING = (PracticeRow, RowButton, Select, Dumbbells, ShareRows)
"""Rows of lists, and what opens a list: these elide, with the whole words in a tooltip or list."""


def wrong_with(guide: Guide) -> Iterator[str]:
    """Each fault of the page that is shown, in words."""
    window = guide.app.window
    for root in (window, *contents(window)):
        texts = [
            text for text in read(root).texts if root is not window or not scrolls(text.widget)
        ]
        for text in texts:
            yield from cut(text, root)
        for one, other in combinations(texts, 2):
            if overlap(one, other, root):
                yield f"“{one.words}” and “{other.words}” overlap"
        if root is window:
            yield from under_ground_me(guide, texts)
        elif root.width() > (seen := root.visibleRegion().boundingRect().width()) + 1:
            yield f"{root.width()} pixels wide, of which {seen} are to be seen"


def cut(text: Text, root: QWidget) -> Iterator[str]:
    elided = text.words.endswith("…") and text.words not in whole_words(text.widget)
    if elided and not isinstance(text.widget, ELIDING):
        yield f"“{text.words}” is elided"
    box = QRectF(text.widget.rect()).adjusted(-1.5, -2.5, 1.5, 2.5)
    if not box.contains(text.rect):
        yield f"“{text.words}” is cut: {text.rect.toRect()} in {box.toRect()}"
    place = text.place(root)
    if not QRectF(root.rect()).adjusted(-1, -2, 1, 2).contains(place):
        yield f"“{text.words}” is outside: {place.toRect()} in {root.rect()}"


def whole_words(widget: QWidget) -> str:
    """What a label or a button is to say; empty for what is neither."""
    if isinstance(widget, PaintedButton):
        return widget.words
    return widget.text() if isinstance(widget, Label) else ""


def overlap(one: Text, other: Text, root: QWidget) -> bool:
    """Whether two texts share pixels, and neither lies under a card that holds the other."""
    shared = inner(one, root) & inner(other, root)
    if shared.isEmpty():
        return False
    over = root.childAt(shared.center().toPoint())
    return not (covers(over, one) or covers(over, other))


def under_ground_me(guide: Guide, texts: list[Text]) -> Iterator[str]:
    ground = guide.app.window.ground
    if ground.isVisible():
        for text in texts:
            below = inner(text, guide.app.window).intersects(QRectF(ground.geometry()))
            if text.widget is not ground and below:
                yield f"“{text.words}” lies under Ground me"


def inner(text: Text, root: QWidget) -> QRectF:
    """Its place without the air above and below the letters."""
    return text.place(root).adjusted(1, 2, -1, -2)
