from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF

from mindful.ui.paint.scatter import GAP, height_of, rows_of, scatter

WIDTHS = st.lists(st.floats(40, 180), max_size=14)
LINE = 36.0


@given(WIDTHS, st.floats(200, 500), st.floats(0, 300))
def test_no_word_lies_on_another_or_outside(widths: list[float], room: float, spare: float) -> None:
    part = QRectF(40, 30, room, height_of(widths, room, LINE) + spare)

    places = scatter(widths, part, LINE)

    rects = [QRectF(at, QSizeF(width, LINE)) for at, width in zip(places, widths, strict=True)]
    for number, rect in enumerate(rects):
        assert part.adjusted(-1, -1, 1, 1).contains(rect)
        assert not any(rect.intersects(other) for other in rects[number + 1 :])


@given(WIDTHS, st.floats(200, 500))
def test_words_keep_their_order_in_rows_that_fit(widths: list[float], room: float) -> None:
    rows = rows_of(widths, room)

    assert [at for row in rows for at in row] == list(range(len(widths)))
    for row in rows:
        assert sum(widths[at] for at in row) + GAP * (len(row) - 1) <= room


def test_the_same_words_always_lie_at_the_same_places() -> None:
    part = QRectF(0, 0, 320, 180)
    assert scatter([80, 90, 70], part, LINE) == scatter([80, 90, 70], part, LINE)


def test_they_are_scattered() -> None:
    places = scatter([80.0] * 9, QRectF(0, 0, 400, 240), LINE)

    assert len({round(place.y()) for place in places}) > 3
    assert len({round(place.x()) for place in places}) > 3
