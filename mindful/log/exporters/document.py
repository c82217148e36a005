"""Everything in a log as one JSON document, from which `mindful import` makes the same log again.

A record stands on each line, with its cells by column and the rows of its parts by table, as
``docs/schema.md`` has them; so a large one can be read line by line.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import msgspec

from mindful.log.importers.own_json import HEAD
from mindful.log.instants import written
from mindful.log.schema import STEPS
from mindful.log.which import ALL, Which
from mindful.log.whole import Kind, Rows, kinds, wholes

_LIVING = "deleted_at IS NULL"


def document_lines(rows: Rows, which: Which, moment: datetime, app_version: str) -> Iterator[str]:
    """The document, line by line without their ends.

    Args:
        rows: reads the log.
        which: the sits wanted; any choice among them leaves out what is no sit.
        moment: when it is made.
        app_version: of the Mindful that makes it.
    """
    facts = {
        "version": 1,
        "schema": [step.__name__ for step in STEPS],
        "exported_at": written(moment),
        "app_version": app_version,
    }
    yield f'{HEAD},{_json(facts)[1:-1]},"records":['
    before = ""
    for line in _records(rows, which):
        if before:
            yield f"{before},"
        before = line
    if before:
        yield before
    yield "]}"


def _records(rows: Rows, which: Which) -> Iterator[str]:
    every = kinds(rows)
    chosen = {"sits": every["sits"]} if which != ALL else every
    for kind in chosen.values():
        yield from _of_kind(rows, kind, which)


def _of_kind(rows: Rows, kind: Kind, which: Which) -> Iterator[str]:
    is_sits = kind.table == "sits"
    where, values = (which.where(), which.values()) if is_sits else (_LIVING, {})
    for whole in wholes(rows, kind, where, values):
        yield _json({"table": kind.table, "cells": whole.cells, "parts": whole.parts})


def _json(document: object) -> str:
    return msgspec.json.encode(document).decode()
