"""Views for people who open the log with a program of their own.

Part of a step of `mindful.log.schema`, so what is released here is never altered.
"""

from __future__ import annotations

READABLE = """
CREATE VIEW sits_readable AS               -- sits that are over, as a person reads them
    SELECT uuid AS id,
        strftime('%Y-%m-%d %H:%M', started_at, utc_offset || ' seconds') AS started_there,
        round(sat_seconds / 60, 1) AS minutes,
        title, exercise,
        (SELECT group_concat(word, ', ') FROM
            (SELECT word FROM sit_feelings WHERE sit = sits.id ORDER BY position)) AS feelings,
        (SELECT group_concat(word, ', ') FROM
            (SELECT word FROM sit_places WHERE sit = sits.id ORDER BY position)) AS places,
        intensity_before AS before, intensity_after AS after, able_to_be_with,
        ended, groundings, note
    FROM sits WHERE deleted_at IS NULL AND ended IS NOT NULL;

CREATE VIEW entries_readable AS            -- entries of the journal
    SELECT uuid AS id,
        strftime('%Y-%m-%d %H:%M', written_at, utc_offset || ' seconds') AS written_there, text
    FROM entries WHERE deleted_at IS NULL;

CREATE VIEW writings_readable AS           -- what was written on the pages of sits
    SELECT sits.uuid AS sit,
        strftime('%Y-%m-%d %H:%M', started_at, utc_offset || ' seconds') AS started_there,
        title, prompt, text, rating
    FROM sit_writings JOIN sits ON sits.id = sit
    WHERE deleted_at IS NULL AND ended IS NOT NULL;
"""
