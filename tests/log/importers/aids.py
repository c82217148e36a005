"""Reading files of other apps in tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mindful.log.importers.model import BadLine, ImportedEntry, ImportedSit
from mindful.log.importers.own_json import OwnRecord
from mindful.log.importers.reading import reading

FILES = Path(__file__).parent / "files"

Read = ImportedSit | ImportedEntry | BadLine | OwnRecord


def read(path: Path, wanted: str | None = None) -> tuple[str, list[Read]]:
    """The format a file was recognised as, and all that is in it."""
    with reading(path, wanted) as found:
        return found.format, list(found.items)


def sits(path: Path) -> list[ImportedSit]:
    """The sits of a file in which every line can be read."""
    _, items = read(path)
    kept = [item for item in items if isinstance(item, ImportedSit)]
    assert kept == items
    return kept


def written(folder: Path, content: str | bytes | Sequence[str], name: str = "history.csv") -> Path:
    """A file with this content."""
    path = folder / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        text = content if isinstance(content, str) else "\n".join(content)
        path.write_text(text, encoding="utf-8", newline="")
    return path
