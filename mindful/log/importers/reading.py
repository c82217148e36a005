"""Open a file of another app, recognise it by what is in it, and read it record by record."""

from __future__ import annotations

import contextlib
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

import msgspec

from mindful.log.errors import LogTrouble
from mindful.log.importers import apple_health, meditation_json, own_json
from mindful.log.importers.breathe_cli import BREATHE_CLI
from mindful.log.importers.brethap import BRETHAP
from mindful.log.importers.daylio import DAYLIO
from mindful.log.importers.insight_timer import INSIGHT_TIMER
from mindful.log.importers.meditate import MEDITATE
from mindful.log.importers.meditation_assistant import MEDITATION_ASSISTANT
from mindful.log.importers.model import Item
from mindful.log.importers.own_csv import OWN_CSV
from mindful.log.importers.own_json import OwnRecord
from mindful.log.importers.table import Numbered, find_header, rows
from mindful.log.importers.text import encoding_of, lines_of
from mindful.log.schema import STEPS

TABLES = (
    OWN_CSV,
    INSIGHT_TIMER,
    MEDITATE,
    MEDITATION_ASSISTANT,
    BREATHE_CLI,
    BRETHAP,
    DAYLIO,
)
OWN_LOG = "mindful-log"
FORMATS = (
    *(one.id for one in TABLES),
    apple_health.ID,
    meditation_json.ID,
    own_json.ID,
    OWN_LOG,
)
"""Every format there is, by id."""

_SQLITE = b"SQLite format 3\0"
_ZIP = b"PK\x03\x04"
_HEALTH_INSIDE = "export.xml"
_MOST_JSON = 64 << 20
"""Bytes of a JSON file that has to be read as a whole."""
_MOST_SWELLING = 200
"""How many bytes one byte of an archive may become; Apple Health's becomes about thirty."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was recognised.

    Attributes:
        format: its id.
        is_local: whether its times are those of a clock whose zone is not in the file.
        items: what is in it, read as it is asked for. A file of ours has records as they are.
    """

    format: str
    is_local: bool
    items: Iterator[Item | OwnRecord]


@contextlib.contextmanager
def reading(path: Path, wanted: str | None = None) -> Iterator[Found]:
    """A file's records while the block lasts.

    Args:
        path: the file.
        wanted: the format the person says it is in; None to recognise it.

    Raises:
        LogTrouble: ``import-missing``, ``import-unreadable``, ``import-not-a-file``,
            ``import-empty``, ``import-binary``, ``import-unknown``, ``import-other-format``,
            ``import-broken``, ``import-bomb``, ``import-newer``, ``import-too-large`` or
            ``import-is-log``, all with ``path``. While its items are read, some of these too.
    """
    try:
        with _opened(path) as file:
            yield _recognised(file, wanted)
    except LogTrouble as trouble:
        raise LogTrouble(trouble.code, **{**trouble.facts, "path": str(path)}) from trouble


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # A pipe would be waited for without end.
            raise LogTrouble("import-not-a-file")
        file = path.open("rb")
    except OSError as error:
        gone = isinstance(error, FileNotFoundError)
        raise LogTrouble("import-missing" if gone else "import-unreadable") from error
    with file:
        if file.read(len(_ZIP)) == _ZIP:
            with _unpacked(file) as inside:
                yield inside
        else:
            file.seek(0)
            yield file


@contextlib.contextmanager
def _unpacked(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """The one file in an archive that can be meant: Apple Health's, or the only one."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir()]
            health = [part for part in parts if part.filename.endswith(_HEALTH_INSIDE)]
            meant = health[:1] or parts
            if len(meant) != 1:
                raise LogTrouble("import-unknown")
            if meant[0].file_size > _MOST_SWELLING * max(1, meant[0].compress_size):
                raise LogTrouble("import-bomb")
            with archive.open(meant[0]) as inside:
                yield inside
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise LogTrouble("import-broken", line=1) from error


def _recognised(file: IO[bytes], wanted: str | None) -> Found:
    head = file.read(4096)
    file.seek(0)
    if not head:
        raise LogTrouble("import-empty")
    if head.startswith(_SQLITE):
        raise LogTrouble("import-is-log")
    encoding = encoding_of(file)
    start = head.decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        found = _as_xml(file, start)
    elif start.startswith(("{", "[")):
        found = _as_json(file, start, encoding)
    else:
        found = _as_table(file, encoding)
    if wanted not in {None, found.format}:
        raise LogTrouble("import-other-format", found=found.format, asked=wanted)
    return found


def _as_xml(file: IO[bytes], start: str) -> Found:
    if "HealthData" not in start:
        raise LogTrouble("import-unknown")
    items = apple_health.read_apple_health(file)
    return Found(format=apple_health.ID, is_local=False, items=items)


def _as_json(file: IO[bytes], start: str, encoding: str) -> Found:
    if '"mindful"' in start[:200].replace(" ", ""):
        lines = lines_of(file, encoding)
        known = [step.__name__ for step in STEPS]
        records = cast("Iterator[Item | OwnRecord]", own_json.read_own_json(lines, known))
        return Found(format=own_json.ID, is_local=False, items=records)
    text = file.read(_MOST_JSON + 1)
    if len(text) > _MOST_JSON:
        raise LogTrouble("import-too-large")
    items = meditation_json.read_meditation(text.decode(encoding, "replace").encode())
    return Found(format=meditation_json.ID, is_local=True, items=items)


def _as_table(file: IO[bytes], encoding: str) -> Found:
    lines = Numbered(lines_of(file, encoding))
    header = find_header(lines, TABLES)
    return Found(
        format=header.format.id,
        is_local=header.format.is_local(frozenset(header.columns)),
        items=rows(lines, header),
    )
