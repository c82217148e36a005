"""Every record of a log with all its parts, whatever tables there are.

A record is a row with a stamp and a tombstone of its own; its parts are the rows of other
tables that refer to it. Which tables these are is read from the file, so that what a later
step adds is exported, imported and merged without a word here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from mindful.log.store import Row, Value, Values

Rows = Callable[[str, Values | None], list[Row]]
"""`Store.rows` or `Change.rows`."""

_STAMPED = {"hlc", "device", "deleted_at"}
_AT_ONCE = 500
"""Records read together; a sit may have hundreds of cues."""

_COLUMNS = """
SELECT tables.name AS "table", columns.name AS "column"
FROM pragma_table_list AS tables JOIN pragma_table_info(tables.name) AS columns
WHERE tables.schema = 'main' AND tables.type = 'table'
ORDER BY tables.name, columns.cid
"""
_LINKS = """
SELECT tables.name AS part, keys."table" AS record, keys."from" AS link
FROM pragma_table_list AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
WHERE tables.schema = 'main' AND tables.type = 'table'
"""


class Part(msgspec.Struct, frozen=True):
    """A table whose rows belong to records.

    Attributes:
        table: its name.
        link: the column that holds the record's number.
        columns: the others.
    """

    table: str
    link: str
    columns: tuple[str, ...]


class Kind(msgspec.Struct, frozen=True):
    """A table of records.

    Attributes:
        table: its name.
        key: the column that names a record in every file, ``uuid`` or ``key``.
        order: the column they are read in the order of.
        columns: all but the number a row has in its file alone.
        parts: what belongs to its records.
    """

    table: str
    key: str
    order: str
    columns: tuple[str, ...]
    parts: tuple[Part, ...]


class Whole(msgspec.Struct, frozen=True):
    """A record: its cells by column, and the rows of its parts by their table."""

    cells: Row
    parts: dict[str, list[Row]]


def kinds(rows: Rows) -> dict[str, Kind]:
    """The tables of records in a file, by name."""
    columns: dict[str, list[str]] = {}
    for row in rows(_COLUMNS, None):
        columns.setdefault(str(row["table"]), []).append(str(row["column"]))
    links = [(str(row["part"]), str(row["record"]), str(row["link"])) for row in rows(_LINKS, None)]
    return {
        table: Kind(
            table=table,
            key="uuid" if "uuid" in names else "key",
            order="id" if "id" in names else "key",
            columns=tuple(name for name in names if name != "id"),
            parts=tuple(
                Part(part, link, tuple(name for name in columns[part] if name != link))
                for part, record, link in links
                if record == table
            ),
        )
        for table, names in columns.items()
        if set(names) >= _STAMPED
    }


def wholes(
    rows: Rows, kind: Kind, where: str = "deleted_at IS NULL", values: Values | None = None
) -> Iterator[Whole]:
    """Records with their parts, in the order they were first written down; a few at a time.

    Args:
        rows: reads the file.
        kind: which records.
        where: a condition of ours on the table.
        values: what it names.
    """
    names = ", ".join(quoted((kind.order, *kind.columns)))
    sql = (
        f"SELECT {names} FROM {kind.table} WHERE ({where}) AND {kind.order} > :after_ "
        f"ORDER BY {kind.order} LIMIT {_AT_ONCE}"
    )
    after: Value = 0 if kind.order == "id" else ""
    while some := rows(sql, {**(values or {}), "after_": after}):
        numbers = [row.pop("id") if kind.order == "id" else row["key"] for row in some]
        parts = {part.table: _by_record(rows, part, numbers) for part in kind.parts}
        for number, row in zip(numbers, some, strict=True):
            yield Whole(row, {table: by[number] for table, by in parts.items() if number in by})
        after = numbers[-1]


def quoted(names: Iterable[str]) -> list[str]:
    """Columns as a statement names them; ``end`` is a word of SQL too."""
    return [f'"{name}"' for name in names]


def _by_record(rows: Rows, part: Part, numbers: Sequence[Value]) -> Mapping[Value, list[Row]]:
    by: dict[Value, list[Row]] = {}
    for row in rows(
        f"SELECT {part.link} AS record_, {', '.join(quoted(part.columns))} FROM {part.table} "
        f"WHERE {part.link} IN (SELECT value FROM json_each(:numbers)) ORDER BY 1, 2, 3",
        {"numbers": msgspec.json.encode(list(numbers)).decode()},
    ):
        by.setdefault(row.pop("record_"), []).append(row)
    return by
