"""Put pages of other apps' journals into ours, as Markdown that reads as it did there."""

from __future__ import annotations

from mindful.log.batches import Batch
from mindful.log.importers.model import ImportedEntry
from mindful.log.sorting import When
from mindful.log.store import Value

AT_ONCE = 1000
"""Pages written together."""

_COLUMNS = ("uuid", "hlc", "device", "deleted_at", "written_at", "utc_offset", "text")
_ADD = f"""
INSERT INTO entries ({", ".join(_COLUMNS)}) VALUES ({", ".join(f":{name}" for name in _COLUMNS)})
ON CONFLICT (uuid) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _COLUMNS)}
"""


class EntryTaker:
    """Writes pages as they come.

    Args:
        batch: the import.
    """

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._entries: list[dict[str, Value]] = []

    def add(self, text: str, when: When, uuid: str) -> None:
        """Keep a page written at a moment, under this id."""
        stamp = self._batch.change.stamp
        self._entries.append(
            {
                "uuid": uuid,
                "hlc": stamp.hlc,
                "device": stamp.device,
                "deleted_at": None,
                "written_at": when.at,
                "utc_offset": when.offset,
                "text": text,
            }
        )
        if len(self._entries) >= AT_ONCE:
            self.finish()

    def finish(self) -> None:
        """Write what waits."""
        self._batch.note("entries", [str(entry["uuid"]) for entry in self._entries])
        self._batch.change.run_many(_ADD, self._entries)
        self._entries.clear()


def as_page(entry: ImportedEntry, feeling: str) -> str:
    """What stands on the page: the title, the words, then the feeling and what was chosen."""
    title = f"# {entry.title.strip()}" if entry.title.strip() else ""
    chosen = " · ".join(filter(None, (feeling, *entry.tags)))
    return "\n\n".join(filter(None, (title, entry.text.strip(), chosen)))
