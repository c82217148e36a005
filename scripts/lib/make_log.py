"""What `scripts/make-log` runs: a log as after years of sitting, the same for the same seed.

How a person sits is made up, but like what logs show: a few practices most of the time, mornings
and evenings, some weeks without, two homes and a few journeys, feelings with strengths that often
ebb and sometimes rise, a note now and then.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from mindful.exercises.feelings import load_vocabulary  # noqa: E402 — after the path
from mindful.exercises.library import load_library  # noqa: E402
from mindful.log.hlc import COUNTER_BITS  # noqa: E402
from mindful.log.instants import milliseconds_of, written  # noqa: E402
from mindful.log.log import Log  # noqa: E402
from mindful.log.uuid7 import uuid7  # noqa: E402

SITS = 100_000
UNTIL = datetime(2026, 11, 20, 21, tzinfo=UTC)
A_YEAR = 2000
"""Sits a year: more than anyone sits, so that large logs stay within a lifetime."""
SPOKEN = 200
"""Sits, the newest ones, of which what was spoken is kept too: 20 lines each."""
LENGTHS = (3, 5, 5, 10, 10, 10, 15, 20, 20, 30, 45)
ZONES = (3600,) * 8 + (0, -18_000, 19_800)
HOURS = (6, 7, 7, 8, 12, 13, 18, 20, 21, 21, 22, 23, 1)
BEGINNINGS = (
    "It was there again",
    "Hard to stay",
    "Rain on the roof",
    "A long day",
    "The cat came",
)
MIDDLES = (
    "after the call",
    "before the meeting",
    "in the train",
    "with the window open",
    "at last",
)
ENDS = (
    "and it moved.",
    "and it stayed.",
    "so I breathed.",
    "and then it was quiet.",
    "oddly kind.",
)


class Made(NamedTuple):
    """The rows of one sit."""

    sit: tuple[Any, ...]
    feelings: list[tuple[int, int, str]]
    places: list[tuple[int, int, str]]


class Sitter:
    """Makes sits up.

    Args:
        seed: the same seed sits the same.
        count: how many sits.
        until: when the last one begins, at the latest.
    """

    def __init__(self, seed: int, count: int, until: datetime) -> None:
        self._random = Random(seed)
        vocabulary = load_vocabulary(ROOT / "assets" / "feelings.toml")
        self._hard = [one.adjective for one in vocabulary.feeling if one.valence == "hard"]
        self._places = [one.name for one in vocabulary.place]
        library = load_library(ROOT / "assets" / "exercises" / "en")
        self._exercises = [(one.id, one.title, one.asks) for one in library.exercises]
        self._weights = [1 / (1 + place) for place in range(len(self._exercises))]
        self._count, self._until = count, until

    def sits(self, device: str) -> Iterator[Made]:
        """All of them, oldest first."""
        random = self._random
        days = max(1, round(365 * self._count / A_YEAR))
        first = self._until.replace(hour=0, minute=0) - timedelta(days=days)
        starts = sorted(
            first
            + timedelta(
                days=random.randrange(days),
                hours=random.choice(HOURS),
                milliseconds=random.randrange(3_600_000),
            )
            for _ in range(self._count)
        )
        for row, began in enumerate(starts, 1):
            yield self._sit(row, began, device)

    def _sit(self, row: int, began: datetime, device: str) -> Made:
        random = self._random
        (exercise, title, asks), *_ = random.choices(self._exercises, self._weights)
        minutes = random.choice(LENGTHS)
        ended = random.choices(("finished", "early", "interrupted"), (90, 9, 1))[0]
        seconds = minutes * 60.0 if ended == "finished" else random.uniform(20, minutes * 60)
        asked = "feeling" in asks or random.random() < 0.2
        # The square makes some feelings far more frequent than others.
        words = [self._hard[int(random.random() ** 2 * len(self._hard))] for _ in range(2)]
        feelings = list(dict.fromkeys(words))[: random.choice((1, 1, 2))] if asked else []
        places = random.sample(self._places, random.choice((0, 1, 1, 2))) if asked else []
        before = random.randint(2, 9) if asked and random.random() < 0.9 else None
        ebb = random.choice((3, 2, 2, 1, 1, 0, 0, -1, -2))
        after = None if before is None else min(10, max(0, before - ebb))
        stamp = milliseconds_of(began) << COUNTER_BITS
        sit = (
            *(row, uuid7(milliseconds_of(began), random.randbytes), stamp, device, device),
            *(exercise, title, "en", written(began), random.choice(ZONES)),
            *(minutes, minutes * 60, seconds, ended),
            written(began + timedelta(seconds=seconds)),
            *(before, after, random.randint(2, 9) if after is not None else None),
            *(self._note(), int(random.random() < 0.02), "pyttsx3:en", "full"),
            *(random.randrange(2**31), "made", "0"),
        )
        return Made(sit, _words(row, feelings), _words(row, places))

    def _note(self) -> str:
        random = self._random
        if random.random() > 0.4:
            return ""
        return " ".join(random.choice(part) for part in (BEGINNINGS, MIDDLES, ENDS))


def _words(row: int, words: list[str]) -> list[tuple[int, int, str]]:
    return [(row, place, word) for place, word in enumerate(words)]


_SIT = (
    "id, uuid, hlc, device, begun_on, exercise, title, language, started_at, utc_offset, minutes, "
    "planned_seconds, sat_seconds, ended, touched_at, intensity_before, intensity_after, "
    "able_to_be_with, note, groundings, voice, density, seed, digest, app_version"
)
_SPOKEN = """
WITH RECURSIVE line (position) AS (
    SELECT 0 UNION ALL SELECT position + 1 FROM line WHERE position < 19
)
INSERT INTO sit_cues (sit, position, kind, phase, line, start, "end", text)
SELECT sits.id, position, 'say', CASE WHEN position < 4 THEN 'Arrive' ELSE 'Stay' END, '',
    position * 1440000, position * 1440000 + 240000, 'You might notice the breath, as it is.'
FROM sits, line WHERE sits.id > :after
"""


def make_log(path: Path, count: int, seed: int = 0, until: datetime = UNTIL) -> None:
    """Write a log that was not there before.

    Args:
        path: the file.
        count: how many sits.
        seed: the same seed gives the same sits.
        until: the last sit begins before.

    Raises:
        FileExistsError: there is a file already.
    """
    if path.exists():
        raise FileExistsError(path)
    Log(path, lambda: until).close()
    connection = sqlite3.connect(path)
    (device,) = connection.execute("SELECT device FROM device").fetchone()
    marks = ", ".join("?" for _ in _SIT.split(", "))
    with connection:
        for made in Sitter(seed, count, until).sits(device):
            connection.execute(f"INSERT INTO sits ({_SIT}) VALUES ({marks})", made.sit)
            connection.executemany("INSERT INTO sit_feelings VALUES (?, ?, ?)", made.feelings)
            connection.executemany("INSERT INTO sit_places VALUES (?, ?, ?)", made.places)
        connection.execute(_SPOKEN, {"after": count - SPOKEN})
        connection.execute("UPDATE device SET hlc = ?", [milliseconds_of(until) << COUNTER_BITS])
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def main() -> int:
    """Make the log that the command line asks for."""
    parser = argparse.ArgumentParser(prog="scripts/make-log", description=__doc__)
    parser.add_argument(
        "count", nargs="?", type=int, default=SITS, metavar="N", help="how many sits"
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the log; it may not exist yet")
    parser.add_argument("--seed", type=int, default=0, help="the same seed makes the same sits")
    parser.add_argument("--until", default=UNTIL.isoformat(), help="the last sit begins before")
    asked = parser.parse_args()
    until = datetime.fromisoformat(asked.until)
    try:
        make_log(asked.file, asked.count, asked.seed, until.replace(tzinfo=until.tzinfo or UTC))
    except FileExistsError:
        print(f"{asked.file} is there already; it was left as it is.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
