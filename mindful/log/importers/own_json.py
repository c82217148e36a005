"""Our own JSON, as `mindful.log.exporters.document` writes it: a document, a record a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from mindful.log.errors import LogTrouble
from mindful.log.importers.model import BadLine

ID = "mindful-json"
HEAD = '{"mindful":"log"'
"""How such a file begins."""

Cells = dict[str, str | int | float | None]


class OwnRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A record of a log, as its table has it.

    Attributes:
        line: where it stands.
        table: the table it belongs to.
        cells: by column.
        parts: rows of other tables that belong to it, by table.
    """

    table: str
    cells: Cells
    parts: dict[str, list[Cells]] = {}
    line: int = 0


class _Head(msgspec.Struct, frozen=True):
    mindful: str
    version: int
    schema: Sequence[str]


class _Whole(_Head, frozen=True):
    records: list[msgspec.Raw]


_Kind = TypeVar("_Kind", bound=_Head)


def read_own_json(lines: Iterator[str], known: Sequence[str]) -> Iterator[OwnRecord | BadLine]:
    """The records, line by line; a document laid out by another program is read as a whole.

    Args:
        lines: of the file.
        known: names of the steps this Mindful knows.

    Raises:
        LogTrouble: ``import-newer``; ``import-broken`` with ``line``.
    """
    first = next(lines, "")
    if not first.rstrip().endswith("["):
        yield from _read_whole("\n".join([first, *lines]), known)
        return
    _check(_decoded(f"{first}]}}", _Head), known)
    decoder = msgspec.json.Decoder(OwnRecord)
    for number, line in enumerate(lines, 2):
        text = line.strip().removesuffix(",")
        if text == "]}":
            return
        if text:
            yield _record(decoder, number, text)
    raise LogTrouble("import-cut-short")


def _read_whole(text: str, known: Sequence[str]) -> Iterator[OwnRecord | BadLine]:
    document = _decoded(text, _Whole)
    _check(document, known)
    decoder = msgspec.json.Decoder(OwnRecord)
    for number, raw in enumerate(document.records, 1):
        yield _record(decoder, number, bytes(raw).decode())


def _record(
    decoder: msgspec.json.Decoder[OwnRecord], number: int, text: str
) -> OwnRecord | BadLine:
    try:
        return msgspec.structs.replace(decoder.decode(text), line=number)
    except (msgspec.DecodeError, RecursionError):
        return BadLine(number, "record-broken")


def _check(head: _Head, known: Sequence[str]) -> None:
    if head.mindful != "log" or head.version != 1 or not set(head.schema) <= set(known):
        raise LogTrouble("import-newer")


def _decoded(text: str, kind: type[_Kind]) -> _Kind:
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise LogTrouble("import-broken", line=1) from error
