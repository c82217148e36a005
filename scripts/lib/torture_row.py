"""One kind of harm done, and what became of it."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Bench:
    """What a fault is tried with.

    Attributes:
        folder: empty, for files.
        chance: decides what is left to chance; the seed is printed.
        short: whether a few tries are enough.
    """

    folder: Path
    chance: random.Random
    short: bool

    def times(self, many: int, few: int) -> int:
        """How often to try."""
        return few if self.short else many


@dataclass
class Row:
    """How often something was tried and survived, and what was seen besides."""

    what: str
    tried: int = 0
    survived: int = 0
    seen: str = ""
    wrong: list[str] = field(default_factory=list)

    def add(self, wrong: str | None) -> None:
        """Count one try; `wrong` says what was lost, None that nothing was."""
        self.tried += 1
        if wrong is None:
            self.survived += 1
        else:
            self.wrong.append(wrong)
