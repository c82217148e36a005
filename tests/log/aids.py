"""What several tests of the log need."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.records import Ended, NewSit, SpokenCue, Written

ROOT = Path(__file__).parents[2]
PAGE = 4096


class Hands:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime | None = None) -> None:
        self.now = now or datetime(2026, 11, 23, 7, 5, 4, 321_000, timezone(timedelta(hours=1)))

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


def a_sit(**fields: Any) -> NewSit:  # whatever type the field has
    """A sit about to begin, ordinary but for the fields given."""
    ordinary: dict[str, Any] = {
        "exercise": "breath",
        "title": "Mindfulness of Breath",
        "language": "en",
        "app_version": "0.1.0",
        "minutes": 5,
        "seed": 7,
        "density": "full",
    }
    return NewSit(**(ordinary | fields))


def a_cue(number: int, text: str = "You might notice the breath.") -> SpokenCue:
    """The cue of that number, one every ten seconds."""
    start = number * 480_000
    return SpokenCue(
        kind="say", phase="Stay", line=f"stay-{number}", start=start, end=start + 9, text=text
    )


def a_page(text: str, **fields: Any) -> Written:  # whatever type the field has
    """A page of writing, the note of the second phase but for the fields given."""
    ordinary: dict[str, Any] = {
        "page": 1,
        "phase": "Write",
        "prompt": "What is on your mind?",
        "kind": "note",
        "text": text,
    }
    return Written(**(ordinary | fields))


def code_of(trouble: pytest.ExceptionInfo[LogTrouble]) -> str:
    return trouble.value.code


def utc_now() -> datetime:
    return datetime.now(UTC)


def start(path: Path, *what: str) -> subprocess.Popen[str]:
    """Start `tests.log.sitter`, another process with the same log."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.log.sitter", str(path), *what],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def keep_sits(log: Log, hands: Hands, count: int, *, hours: float = 5.0) -> list[str]:
    """Sit so many ordinary sits, and give their ids."""
    ids = []
    for number in range(count):
        hands.move(hours=hours)
        sit = log.sits.begin(a_sit(feelings=("sad", "tired"), places=("chest",)))
        log.sits.finish(sit.id, Ended.FINISHED, 300.0, [a_cue(cue) for cue in range(20)])
        log.sits.reflect(sit.id, intensity_after=3, note=f"note {number} of {sit.id}")
        ids.append(sit.id)
    return ids


def last_page_of(path: Path, table: str) -> int:
    """Number from 0 of the last page that holds rows of a table, in a file at rest."""
    with closing(sqlite3.connect(path)) as db:
        (page,) = db.execute("SELECT max(pageno) FROM dbstat WHERE name = ?", [table]).fetchone()
    return int(page) - 1


def damage_page(path: Path, page: int, chance: random.Random) -> None:
    """Put noise where a page of 4,096 bytes was."""
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(chance.randbytes(PAGE))


def stamp_of(log: Log, sit: str) -> int:
    """The stamp of a sit's last edit."""
    (row,) = log._store.rows("SELECT hlc FROM sits WHERE uuid = :sit", {"sit": sit})
    assert isinstance(row["hlc"], int)
    return row["hlc"]
