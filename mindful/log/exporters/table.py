"""Sits as a table, a row each: what a spreadsheet can open, and `mindful import` read again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from mindful.log.importers.own_csv import COLUMNS, escaped
from mindful.log.records import Sit


def table_lines(sits: Iterable[Sit]) -> Iterator[str]:
    """The header and a record for each sit, with their ends: RFC 4180, no cell a formula."""
    yield _record(COLUMNS)
    for sit in sits:
        yield _record([escaped(cell) for cell in _cells(sit)])


def _cells(sit: Sit) -> list[str]:
    return [
        sit.id,
        sit.started_there.isoformat(timespec="milliseconds"),
        sit.exercise,
        sit.title,
        _number(sit.planned_seconds),
        f"{sit.sat_seconds:g}" if sit.sat_seconds < 1e6 else str(sit.sat_seconds),
        "" if sit.ended is None else sit.ended.value,
        "|".join(sit.feelings),
        "|".join(sit.places),
        _number(sit.intensity_before),
        _number(sit.intensity_after),
        _number(sit.able_to_be_with),
        str(sit.groundings),
        sit.note,
    ]


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _record(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
