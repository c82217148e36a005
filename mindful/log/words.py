"""What the person wrote that belongs to no sit: their profile, and drafts."""

from __future__ import annotations

from collections.abc import Sequence

from mindful.log.instants import Clock, written
from mindful.log.reading import record_of
from mindful.log.records import Draft, check_text
from mindful.log.store import Store


class Profile:
    """The person's name, phrases and the like, by key. All methods raise LogTrouble.

    Args:
        store: the open file.
        clock: tells the present moment.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> dict[str, str]:
        """Everything kept, by key."""
        rows = self._store.rows("SELECT key, value FROM profile WHERE deleted_at IS NULL")
        return {str(row["key"]): str(row["value"]) for row in rows}

    def get(self, key: str) -> str | None:
        """What is kept under a key; None when nothing is."""
        return self.all().get(key)

    def set(self, key: str, value: str) -> None:
        """Keep a value, in place of any before.

        Raises:
            LogTrouble: ``text-too-long``.
        """
        check_text(value)
        with self._store.change() as change:
            change.put("profile", {"key": key, "value": value, "deleted_at": None})

    def add_phrases(self, phrases: Sequence[str]) -> None:
        """Keep sentences of the person's own behind those kept before, each once.

        Raises:
            LogTrouble: ``text-too-long``.
        """
        before = [phrase for phrase in (self.get("phrases") or "").split("\n") if phrase]
        added = [" ".join(phrase.split()) for phrase in phrases]
        every = list(dict.fromkeys([*before, *filter(None, added)]))
        if every != before:
            self.set("phrases", "\n".join(every))

    def forget(self, key: str) -> None:
        """Delete a value truly."""
        now = written(self._clock())
        with self._store.change() as change:
            change.put("profile", {"key": key, "value": "", "deleted_at": now})
        self._store.sweep()


class Drafts:
    """Writing saved as it is typed, by key. All methods raise LogTrouble.

    Args:
        store: the open file.
        clock: tells the present moment.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def save(self, key: str, text: str) -> None:
        """Keep a draft, in place of the one before.

        Raises:
            LogTrouble: ``text-too-long``.
        """
        check_text(text)
        draft = {"key": key, "text": text, "saved_at": written(self._clock()), "deleted_at": None}
        with self._store.change() as change:
            change.put("drafts", draft)

    def load(self, key: str) -> Draft | None:
        """The draft as typed last; None when there is none."""
        rows = self._store.rows(
            "SELECT text, saved_at FROM drafts WHERE key = :key AND deleted_at IS NULL",
            {"key": key},
        )
        return record_of(rows[0], Draft, self._store.path) if rows else None

    def unfinished(self, *beginnings: str) -> str | None:
        """Key of the draft saved last whose key begins with one of these; None without one."""
        rows = self._store.rows(
            "SELECT key FROM drafts WHERE deleted_at IS NULL AND text <> '' ORDER BY saved_at DESC"
        )
        keys = (str(row["key"]) for row in rows)
        return next((key for key in keys if key.startswith(beginnings)), None)

    def clear(self, key: str) -> None:
        """Delete a draft truly."""
        now = written(self._clock())
        with self._store.change() as change:
            change.put("drafts", {"key": key, "text": "", "saved_at": now, "deleted_at": now})
        self._store.sweep()
