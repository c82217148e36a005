"""Rows of a long list, of which only those that were looked at are held."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Row = TypeVar("Row")

PAGE = 100
"""Rows that are fetched together."""
PAGES_HELD = 40
"""Pages kept; the one not looked at for longest is let go, and fetched anew if it is needed."""


class PagedRows(Generic[Row]):
    """Gives the rows that are there, and asks for those that are not.

    Args:
        wanted: called with the number of a page that is to be fetched, once until it came.
    """

    def __init__(self, wanted: Callable[[int], None]) -> None:
        self._wanted = wanted
        self._pages: OrderedDict[int, Sequence[Row | None]] = OrderedDict()
        self._asked: set[int] = set()
        self.count = 0

    def begin(self, count: int, first: Sequence[Row | None]) -> None:
        """Takes other rows in place of all before: how many, and the first page of them."""
        self.count = count
        self._pages.clear()
        self._asked.clear()
        if first:
            self._pages[0] = first[:PAGE]

    def fill(self, page: int, rows: Sequence[Row | None]) -> None:
        """Takes the rows of a page; None for one deleted since the list was read."""
        self._asked.discard(page)
        self._pages[page] = rows
        while len(self._pages) > PAGES_HELD:
            self._pages.popitem(last=False)

    def row(self, number: int) -> Row | None:
        """The row of that number; None until it is there."""
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is not None:
            self._pages.move_to_end(page)
            return rows[place] if place < len(rows) else None
        if page not in self._asked:
            self._asked.add(page)
            self._wanted(page)
        return None
