"""The full-text index of what was written: its tables, and the triggers that keep it in step.

Part of a step of `mindful.log.schema`, so what is released here is never altered either.
"""

from __future__ import annotations

INDEX = """
CREATE VIEW sit_texts AS                   -- what can be searched of a sit: one document
    SELECT id, note, coalesce((
        SELECT group_concat(text, char(10)) FROM sit_writings WHERE sit = sits.id
    ), '') AS writings
    FROM sits WHERE deleted_at IS NULL AND ended IS NOT NULL;
CREATE VIEW entry_texts AS
    SELECT id, text FROM entries WHERE deleted_at IS NULL;

CREATE VIRTUAL TABLE sit_words USING fts5 (
    note, writings,
    content = 'sit_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE entry_words USING fts5 (
    text,
    content = 'entry_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
"""
"""Accents and case make no difference; a running sit is indexed when it ends."""

WORDED = """
DROP VIEW sit_texts;
CREATE VIEW sit_texts AS                   -- what can be searched of a sit that has words
    SELECT id, note, coalesce((
        SELECT group_concat(text, char(10)) FROM sit_writings WHERE sit = sits.id
    ), '') AS writings
    FROM sits WHERE deleted_at IS NULL AND ended IS NOT NULL AND (
        note <> '' OR EXISTS (SELECT 1 FROM sit_writings WHERE sit = sits.id AND text <> ''));

DROP TRIGGER sits_insert_forgets;
CREATE TRIGGER sits_insert_forgets BEFORE INSERT ON sits WHEN new.id > 0 BEGIN
    INSERT INTO sit_words (sit_words, rowid, note, writings)
    SELECT 'delete', id, note, writings FROM sit_texts WHERE id = new.id;
END;
DROP TRIGGER sits_insert_learns;
CREATE TRIGGER sits_insert_learns AFTER INSERT ON sits WHEN new.note <> '' BEGIN
    INSERT INTO sit_words (rowid, note, writings)
    SELECT id, note, writings FROM sit_texts WHERE id = new.id;
END;
"""
"""Sits without a word have no document. Until a new sit has a number of its own, ``new.id`` is -1;
what is written on its pages comes after it."""

_CHANGES = (  # a table, a change of it, and the key of the document it is in
    ("sits", "INSERT", "id"),
    ("sits", "UPDATE OF note, ended, deleted_at", "id"),
    ("sits", "DELETE", "id"),
    ("sit_writings", "INSERT", "sit"),
    ("sit_writings", "UPDATE", "sit"),
    ("sit_writings", "DELETE", "sit"),
    ("entries", "INSERT", "id"),
    ("entries", "UPDATE OF text, deleted_at", "id"),
    ("entries", "DELETE", "id"),
)


_DOCUMENTS = {  # of a table: the index that knows them, the view it reads, and their columns
    "sits": ("sit_words", "sit_texts", "note, writings"),
    "sit_writings": ("sit_words", "sit_texts", "note, writings"),
    "entries": ("entry_words", "entry_texts", "text"),
}

_FORGET = """
CREATE TRIGGER {table}_{verb}_forgets BEFORE {change} ON {table} BEGIN
    INSERT INTO {index} ({index}, rowid, {words})
    SELECT 'delete', id, {words} FROM {view} WHERE id = {before}.{key};
END;
"""
_LEARN = """
CREATE TRIGGER {table}_{verb}_learns AFTER {change} ON {table} BEGIN
    INSERT INTO {index} (rowid, {words}) SELECT id, {words} FROM {view} WHERE id = {after}.{key};
END;
"""


def triggers() -> str:
    """Before a change the index forgets a document as the view has it; after it, learns it anew.

    An index over other tables has to be told exactly the words it is to forget
    (https://sqlite.org/fts5.html#external_content_tables), and until the change the view has
    them. ``INSERT OR REPLACE`` that replaces a row of another key is not seen.
    """
    return "".join(_of(*change) for change in _CHANGES)


def _of(table: str, change: str, key: str) -> str:
    verb, *_ = change.lower().split()
    index, view, words = _DOCUMENTS[table]
    return (_FORGET + _LEARN).format(
        table=table,
        verb=verb,
        change=change,
        key=key,
        index=index,
        view=view,
        words=words,
        before="new" if verb == "insert" else "old",
        after="old" if verb == "delete" else "new",
    )
