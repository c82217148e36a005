"""Several statements in a row within one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def run_script(db: Database, script: str) -> None:
    """Run statements one by one, as part of the transaction that is open.

    In place of ``Database.executescript``, which looks at a script anew after each of its letters:
    two thirds of the time that a new log took.
    """
    for statement in statements(script):
        db.execute(statement)


def statements(script: str) -> Iterator[str]:
    """The statements of a script; a semicolon in a text, a comment or a trigger ends none."""
    statement = ""
    for piece in script.split(";")[:-1]:
        statement += f"{piece};"
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
