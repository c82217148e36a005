"""Rows under a header, as lines of text: commas, semicolons or tabs, quotes, notes over lines."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator, Sequence

import msgspec

from mindful.log.errors import LogTrouble
from mindful.log.importers.model import BadLine, Item, TableFormat, UnreadableCell
from mindful.log.importers.text import LONGEST_LINE

_DELIMITERS = (",", ";", "\t")
_HEADER_WITHIN = 10
"""Lines; some apps put a title or a date before the header."""
_LONGEST_RECORD = 2 * LONGEST_LINE
_MOST_COLUMNS = 1000


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """The header of a table: its number, what parts its cells, and its columns."""

    line: int
    delimiter: str
    columns: tuple[str, ...]
    format: TableFormat


class Numbered:
    """Lines with their numbers; some can be given back, to be read again."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self.number = 0

    def next(self) -> str | None:
        """The next line; None behind the last."""
        line = self._again.popleft() if self._again else next(self._lines, None)
        if line is not None:
            self.number += 1
        return line

    def give_back(self, lines: Sequence[str]) -> None:
        """Have these read again, in their order."""
        self._again.extendleft(reversed(lines))
        self.number -= len(lines)


def find_header(lines: Numbered, formats: Sequence[TableFormat]) -> Header:
    """The first line that names all columns a format is known by.

    Raises:
        LogTrouble: ``import-empty``: there are no words; ``import-unknown``: no line is a header.
    """
    seen = False
    while lines.number < _HEADER_WITHIN and (line := lines.next()) is not None:
        seen = seen or bool(line.strip())
        for delimiter in _DELIMITERS if len(line) < LONGEST_LINE else ():
            cells = _cells(line, delimiter) or []
            columns = tuple(plain_name(cell) for cell in cells[:_MOST_COLUMNS])
            for one in formats:
                if one.fits(frozenset(columns)):
                    return Header(
                        line=lines.number, delimiter=delimiter, columns=columns, format=one
                    )
    raise LogTrouble("import-unknown" if seen else "import-empty")


def rows(lines: Numbered, header: Header) -> Iterator[Item]:
    """A record for each row that is not blank, or why it cannot be read."""
    read, columns, width = header.format.read, header.columns, len(header.columns)
    for number, cells in _records(lines, header.delimiter):
        if isinstance(cells, str):
            yield BadLine(number, cells)
        elif any(cells):
            try:
                cells.extend([""] * (width - len(cells)))
                yield read(number, dict(zip(columns, cells, strict=False)))
            except UnreadableCell as error:
                yield BadLine(number, error.reason)
            except KeyError:
                yield BadLine(number, "cells-missing")


def plain_name(cell: str) -> str:
    """A column's name as formats know it: small letters, single spaces, no quotes or mark."""
    return " ".join(cell.strip('\ufeff" ').casefold().split())


def _records(lines: Numbered, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Cells of each record with the number of its first line, or the reason against it."""
    while (line := lines.next()) is not None:
        number = lines.number
        if len(line) > LONGEST_LINE:
            yield number, "line-endless"
        elif '"' not in line:
            yield number, line.split(delimiter)
        else:
            record = _whole(line, lines)
            cells = None if record is None else _cells(record, delimiter)
            yield number, "quotes-open" if cells is None else cells


def _whole(line: str, lines: Numbered) -> str | None:
    """A record with all its lines, which is when its quotes are even; None if they never are."""
    parts, length, odd = [line], len(line), line.count('"') % 2
    while odd:
        more = lines.next()
        if more is None or (length := length + len(more)) > _LONGEST_RECORD:
            lines.give_back([*parts[1:], *([] if more is None else [more])])
            return None
        parts.append(more)
        odd ^= more.count('"') % 2
    return "\n".join(parts)


def _cells(record: str, delimiter: str) -> list[str] | None:
    try:
        return next(csv.reader([record], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None
