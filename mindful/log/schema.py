"""The tables of the log, as steps that each file goes through once, in order.

A step that was released is never altered; what changes is a new step at the end.

Every record that merging moves has a stamp of the hybrid logical clock (`hlc`), the device
that made the last edit (`device`) and `deleted_at`, which is null while the record lives. A
deleted record stays as a tombstone without content, so that a merge carries the deletion.
Children have none of the three: a sit and its children are one record with one winner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mindful.log.indexing import INDEX, WORDED, triggers
from mindful.log.readable import READABLE
from mindful.log.script import run_script

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x4D6E6466
"""``Mndf`` in the file's header, at offset 68: tells our file from any other SQLite file."""

_INSTANT = "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9]*Z"

_FIRST = f"""
CREATE TABLE device (
    id INTEGER PRIMARY KEY CHECK (id = 1), -- one row
    device TEXT NOT NULL,                  -- this copy of the log, 16 hex digits
    hlc INTEGER NOT NULL                   -- the newest stamp given or seen here
) STRICT;

CREATE TABLE sits (
    id INTEGER PRIMARY KEY,                -- of this file only; full-text search needs it
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),  -- version 7, the same in every file
    hlc INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_at TEXT CHECK (deleted_at GLOB '{_INSTANT}'),
    begun_on TEXT NOT NULL,                -- the device the sit was begun on
    exercise TEXT NOT NULL,
    title TEXT NOT NULL,                   -- as it was shown then
    language TEXT NOT NULL,                -- BCP 47
    started_at TEXT NOT NULL CHECK (started_at GLOB '{_INSTANT}'),  -- UTC
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),  -- seconds, there
    minutes INTEGER CHECK (minutes > 0),   -- the length chosen; null: open-ended
    planned_seconds INTEGER CHECK (planned_seconds >= 0),  -- null: open-ended
    sat_seconds REAL NOT NULL CHECK (sat_seconds >= 0),
    ended TEXT CHECK (ended IN ('finished', 'early', 'interrupted')),  -- null while it runs
    touched_at TEXT NOT NULL CHECK (touched_at GLOB '{_INSTANT}'),  -- last heard of, UTC
    intensity_before INTEGER CHECK (intensity_before BETWEEN 0 AND 10),
    intensity_after INTEGER CHECK (intensity_after BETWEEN 0 AND 10),
    able_to_be_with INTEGER CHECK (able_to_be_with BETWEEN 0 AND 10),
    note TEXT NOT NULL DEFAULT '',
    groundings INTEGER NOT NULL DEFAULT 0 CHECK (groundings >= 0),
    voice TEXT,                            -- null: no voice
    density TEXT,
    seed INTEGER,
    digest TEXT,                           -- of the exercise's content
    app_version TEXT NOT NULL
) STRICT;

CREATE INDEX sits_by_start ON sits (started_at DESC)
    WHERE deleted_at IS NULL AND ended IS NOT NULL;
CREATE INDEX sits_by_exercise ON sits (exercise, started_at DESC)
    WHERE deleted_at IS NULL AND ended IS NOT NULL;
CREATE INDEX sits_running ON sits (begun_on) WHERE ended IS NULL;

CREATE TABLE sit_feelings (
    sit INTEGER NOT NULL REFERENCES sits (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    word TEXT NOT NULL CHECK (word <> ''),
    PRIMARY KEY (sit, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX sit_feelings_by_word ON sit_feelings (word);

CREATE TABLE sit_places (
    sit INTEGER NOT NULL REFERENCES sits (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    word TEXT NOT NULL CHECK (word <> ''),
    PRIMARY KEY (sit, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX sit_places_by_word ON sit_places (word);

CREATE TABLE sit_cues (                    -- what was really spoken
    sit INTEGER NOT NULL REFERENCES sits (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL,
    phase TEXT NOT NULL,
    line TEXT NOT NULL,
    start INTEGER NOT NULL,                -- frames at 48,000 a second from the opening strike
    "end" INTEGER NOT NULL CHECK ("end" >= start),
    text TEXT NOT NULL,
    PRIMARY KEY (sit, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile (                     -- the person's name, phrases, whom to call
    key TEXT PRIMARY KEY,
    hlc INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_at TEXT CHECK (deleted_at GLOB '{_INSTANT}'),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (                      -- writing not finished yet
    key TEXT PRIMARY KEY,
    hlc INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_at TEXT CHECK (deleted_at GLOB '{_INSTANT}'),
    saved_at TEXT NOT NULL CHECK (saved_at GLOB '{_INSTANT}'),
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE presets (                     -- a sit's settings under a name of the person's own
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_at TEXT CHECK (deleted_at GLOB '{_INSTANT}'),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    settings TEXT NOT NULL CHECK (json_valid(settings))
) STRICT;
"""


def m001_first(db: Database) -> None:
    """Everything that a first sit needs, and what is known to come."""
    run_script(db, _FIRST)
    db.execute("INSERT INTO device VALUES (1, lower(hex(randomblob(8))), 0)")


_WRITINGS = """
CREATE TABLE sit_writings (                -- what was written on the pages of a sit, as typed
    sit INTEGER NOT NULL REFERENCES sits (id) ON DELETE CASCADE,
    page INTEGER NOT NULL CHECK (page >= 0),          -- index of the phase that is the page
    position INTEGER NOT NULL CHECK (position >= 0),  -- of a phrase on its page, else 0
    phase TEXT NOT NULL,
    prompt TEXT NOT NULL,                  -- as it was shown then
    kind TEXT NOT NULL CHECK (kind IN ('note', 'sentence', 'phrases')),
    text TEXT NOT NULL,
    rating INTEGER CHECK (rating BETWEEN 0 AND 10),   -- of a phrase; null: not rated
    PRIMARY KEY (sit, page, position)
) STRICT, WITHOUT ROWID;
"""


def m002_writings(db: Database) -> None:
    """Pages of writing."""
    run_script(db, _WRITINGS)


_JOURNAL = f"""
CREATE TABLE entries (                     -- written in the journal without a sit, as typed
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    hlc INTEGER NOT NULL,
    device TEXT NOT NULL,
    deleted_at TEXT CHECK (deleted_at GLOB '{_INSTANT}'),  -- the text stays until it is swept
    written_at TEXT NOT NULL CHECK (written_at GLOB '{_INSTANT}'),  -- begun, UTC
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),  -- seconds, there
    text TEXT NOT NULL
) STRICT;

CREATE INDEX entries_by_time ON entries (written_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX sits_with_note ON sits (started_at DESC)
    WHERE deleted_at IS NULL AND ended IS NOT NULL AND note <> '';
CREATE INDEX sit_writings_with_text ON sit_writings (sit) WHERE text <> '';
"""


def m003_journal(db: Database) -> None:
    """Free entries, and full-text search of all that was written.

    A later step that builds ``sits``, ``sit_writings`` or ``entries`` anew loses its triggers
    with the old table, and has to make them again.
    """
    run_script(db, _JOURNAL + INDEX + triggers())
    db.execute("INSERT INTO sit_words (sit_words) VALUES ('rebuild')")


_SEEING_MANY = """
DROP INDEX sits_by_start;
DROP INDEX sits_by_exercise;
-- Sums over all sits are read from an index alone, a tenth of the table.
CREATE INDEX sits_by_start ON sits (started_at, utc_offset, sat_seconds, ended, deleted_at)
    WHERE deleted_at IS NULL AND ended IS NOT NULL;
CREATE INDEX sits_by_exercise ON sits (exercise, started_at, sat_seconds, ended, deleted_at)
    WHERE deleted_at IS NULL AND ended IS NOT NULL;
CREATE INDEX sits_by_length ON sits (sat_seconds, started_at)
    WHERE deleted_at IS NULL AND ended IS NOT NULL;
CREATE INDEX sits_by_strength ON sits (intensity_before, intensity_after, able_to_be_with)
    WHERE deleted_at IS NULL AND ended IS NOT NULL
        AND intensity_before IS NOT NULL AND intensity_after IS NOT NULL;
-- Deleted, and not erased yet: see `mindful.log.deleting`.
CREATE INDEX sits_to_erase ON sits (deleted_at)
    WHERE deleted_at IS NOT NULL AND (exercise <> '' OR started_at <> deleted_at);
"""


def m004_seeing_many(db: Database) -> None:
    """Indexes for lists and sums over very many sits."""
    run_script(db, _SEEING_MANY)


_IMPORTS = f"""
CREATE TABLE imports (                     -- histories brought in from files, of this file only
    id INTEGER PRIMARY KEY,
    made_at TEXT NOT NULL CHECK (made_at GLOB '{_INSTANT}'),
    format TEXT NOT NULL,
    undone_at TEXT CHECK (undone_at GLOB '{_INSTANT}')
) STRICT;

CREATE TABLE import_records (              -- which records came with it, so that it can be undone
    import INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    record_table TEXT NOT NULL,
    record_key TEXT NOT NULL,
    hlc INTEGER NOT NULL,                  -- the record's stamp then: another one means an edit
    device TEXT NOT NULL,
    before TEXT CHECK (before IS NULL OR json_valid(before)),  -- the deleted record in its place
    PRIMARY KEY (import, record_table, record_key)
) STRICT, WITHOUT ROWID;
"""


def m005_imports(db: Database) -> None:
    """What was brought in from files, to be undone as one."""
    run_script(db, _IMPORTS)


def m006_readable(db: Database) -> None:
    """Views for people who open the file with a program of their own."""
    run_script(db, READABLE)


_QUICK = f"""
DROP INDEX sits_by_start;
-- With the number behind the moment, a list in order is read off without sorting.
CREATE INDEX sits_by_start ON sits (started_at, id, utc_offset, sat_seconds, ended, deleted_at)
    WHERE deleted_at IS NULL AND ended IS NOT NULL;
-- Counted from the year 1: below zero the remainder would be another.
CREATE INDEX sits_by_hour ON sits (
        (unixepoch(started_at) + utc_offset + 62135596800) / 3600 % 24,
        sat_seconds, ended, deleted_at
    ) WHERE deleted_at IS NULL AND ended IS NOT NULL;
{WORDED}"""


def m007_quick(db: Database) -> None:
    """Lists and times of day are read off an index; sits without a word cost the search nothing."""
    run_script(db, _QUICK)
    db.execute("INSERT INTO sit_words (sit_words) VALUES ('rebuild')")


STEPS = (
    m001_first,
    m002_writings,
    m003_journal,
    m004_seeing_many,
    m005_imports,
    m006_readable,
    m007_quick,
)
"""Oldest first. SQLite 3.38 or newer is needed (strict tables, unixepoch())."""


def migrations() -> Migrations:
    """The steps as sqlite-utils applies them, each once and whole."""
    from sqlite_utils import Migrations

    ours = Migrations("mindful")
    for step in STEPS:
        ours()(step)
    return ours


def is_newer(db: Database) -> bool:
    """Whether a later Mindful has taken the file through a step this one does not know."""
    known = {step.__name__ for step in STEPS}
    return any(done.name not in known for done in migrations().applied(db))
