"""A line of the table that `scripts/bench` prints."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """What was measured beside its yardstick, the bar, and whether it is met."""

    what: str
    measured: str
    yardstick: str
    bar: str
    met: bool
