"""Parted into sheets: all of a page, in its order, and no row of its table in two pieces."""

from __future__ import annotations

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from mindful.ui.sheets import Piece, Sheet, Span, parted, sheets_of

HEIGHT = 100.0
heights = st.lists(st.integers(1, 60).map(float), min_size=1, max_size=60)


def pieces_of(sizes: list[float]) -> list[Piece]:
    return [Piece(Span(top, bottom)) for top, bottom in pairwise([0.0, *accumulate(sizes)])]


def taken(sheet: Sheet) -> float:
    return sheet.part.height + (sheet.head.height if sheet.head else 0.0)


@given(heights)
def test_pieces_stay_whole_and_in_order(sizes: list[float]) -> None:
    pieces = pieces_of(sizes)
    sheets = list(parted(pieces, HEIGHT, pieces[0].span if sizes[0] <= 40 else None, sum(sizes)))
    assert [sheet.part.top for sheet in sheets[1:]] == [sheet.part.bottom for sheet in sheets[:-1]]
    assert (sheets[0].part.top, sheets[-1].part.bottom) == (0.0, sum(sizes))
    assert {sheet.part.bottom for sheet in sheets} <= {piece.span.bottom for piece in pieces}
    assert max(map(taken, sheets)) <= HEIGHT
    assert [sheet.head is None for sheet in sheets] == [
        number == 0 or sizes[0] > 40 for number in range(len(sheets))
    ]


def test_a_sheet_holds_as_many_as_it_can() -> None:
    told = [sheet.part.bottom for sheet in parted(pieces_of([30.0] * 7), HEIGHT)]
    assert told == [90.0, 180.0, 210.0]


def test_what_is_longer_than_a_sheet_is_parted_between_its_lines() -> None:
    note = Piece(Span(30.0, 260.0), tuple(30.0 + 23.0 * line for line in range(10)))
    told = [sheet.part for sheet in parted([Piece(Span(0.0, 30.0)), note], HEIGHT)]
    assert told == [Span(0.0, 30.0), Span(30.0, 122.0), Span(122.0, 214.0), Span(214.0, 260.0)]


def test_the_head_stands_again_only_where_its_table_goes_on() -> None:
    pieces = pieces_of([10.0] * 30)
    told = [sheet.head for sheet in parted(pieces, HEIGHT, pieces[1].span, 150.0)]
    assert told == [None, pieces[1].span, None, None]


def test_no_row_of_a_real_page_lies_on_two_sheets(qapp: QApplication) -> None:
    rows = "".join(
        f"<tr><td>2026-03-{day:02}</td><td>{'a feeling of many words, ' * (day % 4)}</td></tr>"
        for day in range(1, 61)
    )
    document = QTextDocument()
    document.setHtml(f"<h1>Sits</h1><table><thead><tr><th>Date</th></tr></thead>{rows}</table>")
    document.setTextWidth(300)
    sheets = sheets_of(document, 400)
    edges = {sheet.part.bottom for sheet in sheets[:-1]}
    assert len(edges) == 4
    assert all(sheet.head == sheets[1].head is not None for sheet in sheets[1:])
    layout = document.documentLayout()
    for number in range(document.blockCount()):
        place = layout.blockBoundingRect(document.findBlockByNumber(number))
        assert not any(place.top() < edge < place.bottom() for edge in edges)
