"""Apple Health's ``export.xml``: mindful sessions of every app, among millions of other records.

Read as a stream: no tree is built, so that its size does not matter. Its document type is
declared inside the file; entities are refused, and nothing outside it is ever read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Protocol
from xml.etree.ElementTree import ParseError

from mindful.log.errors import LogTrouble
from mindful.log.importers.model import BadLine, ImportedSit, Item, UnreadableCell
from mindful.log.importers.times import iso_moment

ID = "apple-health"
_SESSION = "HKCategoryTypeIdentifierMindfulSession"
_PIECE = 64 * 1024
_LONGEST_TAG = 1 << 20
"""Bytes between two ``>``; the parser keeps that much in memory."""
_DEEPEST = 50


class _Parser(Protocol):
    """What is used of defusedxml's parser, which has no types."""

    parser: _Expat

    def feed(self, data: bytes) -> None: ...
    def close(self) -> object: ...


class _Expat(Protocol):
    CurrentLineNumber: int


class _Sessions:
    """Hears the tags, and keeps what is a session until it is fetched."""

    def __init__(self) -> None:
        self.parser: _Parser | None = None
        self.found: list[Item] = []
        self._depth = 0

    def start(self, tag: str, cells: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise LogTrouble("import-bomb")
        if tag == "Record" and cells.get("type") == _SESSION and self.parser is not None:
            self.found.append(_read(self.parser.parser.CurrentLineNumber, cells))

    def end(self, _tag: str) -> None:
        self._depth -= 1

    def data(self, _text: str) -> None:
        """Text between tags says nothing."""

    def close(self) -> None:
        """Nothing is built."""

    def fetch(self) -> list[Item]:
        found, self.found = self.found, []
        return found


def read_apple_health(file: IO[bytes]) -> Iterator[Item]:
    """The mindful sessions of a file, as it is read.

    Raises:
        LogTrouble: ``import-bomb``: entities, or tags without end; ``import-broken`` with
            ``line``: it is no XML from there on.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    sessions = _Sessions()
    parser: _Parser = DefusedXMLParser(target=sessions)
    sessions.parser = parser
    try:
        for piece in _pieces(file):
            parser.feed(piece)
            yield from sessions.fetch()
        parser.close()
    except DefusedXmlException as error:
        raise LogTrouble("import-bomb") from error
    except LookupError as error:  # it names an encoding that nobody knows
        raise LogTrouble("import-broken", line=1) from error
    except ParseError as error:
        raise LogTrouble("import-broken", line=error.position[0]) from error


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    open_for = 0
    while piece := file.read(_PIECE):
        last = piece.rfind(b">")
        open_for = open_for + len(piece) if last < 0 else len(piece) - last
        if open_for > _LONGEST_TAG:
            raise LogTrouble("import-bomb")
        yield piece


def _read(line: int, cells: dict[str, str]) -> Item:
    try:
        began, ended = iso_moment(cells["startDate"]), iso_moment(cells["endDate"])
        seconds = (ended - began).total_seconds()
    except UnreadableCell as error:
        return BadLine(line, error.reason)
    except KeyError:
        return BadLine(line, "cells-missing")
    except TypeError:  # One with a zone, the other without.
        return BadLine(line, "date-unreadable")
    return ImportedSit(line=line, began=began, seconds=seconds, title=cells.get("sourceName", ""))
