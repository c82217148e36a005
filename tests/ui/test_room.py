"""Nothing is cut, nothing overlaps and everything can be reached: in small windows, with large
text, and in a language that takes more room."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.painted import PaintedButton
from mindful.ui.controls.row import RowButton
from mindful.ui.controls.select import Select
from mindful.ui.home.practice_row import PracticeRow
from mindful.ui.paint.dumbbells import Dumbbells
from mindful.ui.paint.share_rows import ShareRows
from scripts.lib.tour import STOPS, stops_of
from scripts.lib.tour_guide import Guide
from tests.ui.longer_words import speak_longer
from tests.ui.reading import Text, contents, covers, read, scrolls

pytestmark = pytest.mark.window

ELIDING = (PracticeRow, RowButton, Select, Dumbbells, ShareRows)
"""Rows of lists, and what opens a list: these elide, with the whole words in a tooltip or list."""

SAMPLE = ((1180, 780, 1.0), (420, 780, 1.0), (420, 780, 2.0))
EVERY = tuple(
    (width, height, scale)
    for width, height in ((1180, 780), (960, 700), (420, 780), (420, 600))
    for scale in (0.8, 1.0, 1.5, 2.0)
)

Size = tuple[int, int, float]
"""Pixels of the window, and the text size."""


@pytest.mark.parametrize("filled", [False, True])
def test_every_page_has_room(qapp: QApplication, filled: bool) -> None:
    wrong = complaints(qapp, filled, SAMPLE, step=5)
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("filled", [False, True])
def test_every_page_has_room_in_every_size(qapp: QApplication, filled: bool) -> None:
    wrong = complaints(qapp, filled, EVERY)
    assert not wrong, "\n".join(wrong)


def test_longer_words_have_room(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    speak_longer(monkeypatch)
    wrong = complaints(qapp, True, ((1180, 780, 1.0), (420, 600, 1.0)), 5)
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("filled", [False, True])
def test_longer_words_have_room_on_every_page(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, filled: bool
) -> None:
    speak_longer(monkeypatch)
    sizes = tuple((width, height, 1.0) for width, height, scale in EVERY if scale == 1.0)
    wrong = complaints(qapp, filled, sizes)
    assert not wrong, "\n".join(wrong)


def complaints(
    qapp: QApplication,
    filled: bool,
    sizes: tuple[Size, ...],
    step: int = 1,
) -> list[str]:
    """What is wrong on the pages of the tour; on each `step`-th one of them."""
    guide = Guide(qapp, filled=filled, voice="test:plain", reduced_motion=True)
    guide.open()
    found = []
    for number, size in enumerate(sizes):
        guide.resize(*size[:2])
        layout = "wide" if size[0] / size[2] >= 960 else "narrow"
        stops = [stop for stop in STOPS if stop.filled is filled and layout in stop.widths]
        stops = stops[number % step :: step]
        for stop in stops_of(guide, tuple(stops)):
            guide.resize(*size)
            found += [f"{stop.name} {size}: {words}" for words in wrong_with(guide)]
            guide.resize(*size[:2])
    guide.close()
    return found


def wrong_with(guide: Guide) -> Iterator[str]:
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
