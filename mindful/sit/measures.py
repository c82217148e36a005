"""The measures of the last sits, in a small file of their own.

Beside the log, not in it: they are wanted most where the log cannot be written, say nothing of
the person, belong to this computer alone, and are no part of backups or of merging.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import msgspec

from mindful.log.private_files import make_private_file, make_private_folder
from mindful.sit.measuring import Measure

KEPT = 20
"""Sits whose measures are kept."""


class Measures:
    """The file. A file that cannot be read counts as empty, one that cannot be written as it is.

    Args:
        path: where it lies; made when there is something to keep.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> tuple[Measure, ...]:
        """The measures, newest first."""
        try:
            kept = msgspec.json.decode(self._path.read_bytes(), type=tuple[Measure, ...])
        except (OSError, msgspec.DecodeError):
            return ()
        return kept[:KEPT]

    def add(self, measure: Measure) -> None:
        """Keep one more, and let go of the oldest. A measure is never worth a trouble."""
        kept = (measure, *self.all())[:KEPT]
        coming = self._path.with_name(f".{self._path.name}.part")
        with contextlib.suppress(OSError):
            make_private_folder(self._path.parent)
            coming.unlink(missing_ok=True)
            make_private_file(coming)
            coming.write_bytes(msgspec.json.encode(kept))
            coming.replace(self._path)
