"""What every way between pages leads with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first window is painted before any of these is loaded
    from collections.abc import Callable

    from mindful.parts import Parts
    from mindful.ui.background import Background
    from mindful.ui.look import Look
    from mindful.ui.window import Window


@dataclass(frozen=True)
class Means:
    """What every way leads with.

    Attributes:
        window: shows the pages.
        look: the look.
        parts: the parts of the program.
        background: brings answers of other threads.
        go: leads to another page by its name.
    """

    window: Window
    look: Look
    parts: Parts
    background: Background
    go: Callable[[str], None]
