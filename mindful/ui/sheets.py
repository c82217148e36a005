"""Where a long page is parted into sheets of paper: between rows of its table, never within one.

Qt's own paging parts a table's row between any two lines of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable, QTextTableCell

_WITH_RULE = 0.7
"""How much of the space between two rows stays with the upper one: the rule below it too."""


class Span(NamedTuple):
    """A part of a page, from its upper to its lower edge, in the units it is laid out in."""

    top: float
    bottom: float

    @property
    def height(self) -> float:
        """From edge to edge."""
        return self.bottom - self.top


class Piece(NamedTuple):
    """What stays together where it can: a line, or a row of a table.

    Attributes:
        span: where it lies; pieces follow each other without a gap.
        lines: where it may be parted all the same, as far as it is longer than a sheet.
    """

    span: Span
    lines: tuple[float, ...] = ()


class Sheet(NamedTuple):
    """What stands on a sheet of paper: the table's head again, where it goes on, and its part."""

    head: Span | None
    part: Span


def sheets_of(document: QTextDocument, height: float) -> tuple[Sheet, ...]:
    """The sheets of a page that is laid out in one, with at most one table.

    Args:
        document: the page.
        height: of a sheet's part and head together.
    """
    pieces: list[Piece] = []
    table = slice(0)
    for child in _children(document):
        if isinstance(child, QTextTable):
            rows = list(_rows(child))
            table = slice(len(pieces), len(pieces) + len(rows))
            pieces += rows
        elif child.text():  # Qt puts an empty line behind a table, which needs no sheet
            pieces += [Piece(Span(top, bottom)) for top, bottom in _lines(child)]
    joined = list(_joined(pieces))
    if not joined[table]:
        return tuple(parted(joined, height))
    head, last = joined[table][0], joined[table][-1]
    return tuple(parted(joined, height, head.span, last.span.bottom))


def parted(
    pieces: Iterable[Piece], height: float, head: Span | None = None, end: float = 0.0
) -> Iterator[Sheet]:
    """Put pieces on sheets, as many on each as it holds.

    Args:
        pieces: from top to bottom, each beginning where the one before ends.
        height: of a sheet.
        head: what stands again above each part that begins below it and above `end`.
        end: of the table whose head it is.
    """
    top = bottom = 0.0

    def again() -> Span | None:
        return head if head is not None and head.bottom <= top < end else None

    def room() -> float:
        found = again()
        return height - (found.height if found is not None else 0.0)

    for piece in pieces:
        if piece.span.bottom - top > room() and piece.span.top > top:
            yield Sheet(again(), Span(top, piece.span.top))
            top = piece.span.top
        while piece.span.bottom - top > room():
            lowest = top + room()
            cut = max((line for line in piece.lines if top < line <= lowest), default=lowest)
            yield Sheet(again(), Span(top, cut))
            top = cut
        bottom = piece.span.bottom
    yield Sheet(again(), Span(top, bottom))


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The same pieces without gaps between them."""
    below = 0.0
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        gap = 0.0 if after is None else after.span.top - piece.span.bottom
        bottom = piece.span.bottom + gap * _WITH_RULE
        yield Piece(Span(below, bottom), piece.lines)
        below = bottom


def _children(document: QTextDocument) -> Iterator[QTextBlock | QTextTable]:
    block = document.begin()
    while block.isValid():
        table: QTextTable | None = QTextCursor(block).currentTable()
        yield block if table is None else table
        block = (block if table is None else table.lastCursorPosition().block()).next()


def _rows(table: QTextTable) -> Iterator[Piece]:
    for row in range(table.rows()):
        lines = [
            line
            for column in range(table.columns())
            for block in _blocks(table.cellAt(row, column))
            for line in _lines(block)
        ]
        span = Span(min(top for top, _ in lines), max(bottom for _, bottom in lines))
        yield Piece(span, tuple(sorted(top for top, _ in lines)))


def _blocks(cell: QTextTableCell) -> Iterator[QTextBlock]:
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    yield block
    while block != last:
        block = block.next()
        yield block


def _lines(block: QTextBlock) -> Iterator[tuple[float, float]]:
    """Upper and lower edge of each line of a block."""
    place = block.document().documentLayout().blockBoundingRect(block)
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        top = place.top() + line.y()
        yield top, top + line.height()
