"""Which bells and ambiences there are. No arrays here, so that listing them loads no numpy."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from mindful.audio.errors import SoundTrouble

BELLS: tuple[str, ...] = (
    "low-bowl",
    "mid-bowl",
    "high-bowl",
    "small-bell",
    "wood-block",
    "gong",
)
"""Names of all bells, as settings and the command line write them."""

AMBIENCES: tuple[str, ...] = ("brown", "rain", "ocean", "stream", "night", "room")
"""Names of all ambiences, likewise."""


def check_bell(name: str) -> str:
    """`name`, if there is such a bell.

    Raises:
        SoundTrouble: ``unknown-bell`` with ``asked`` and ``nearest``.
    """
    return _check(name, BELLS, "unknown-bell")


def check_ambience(name: str) -> str:
    """`name`, if there is such an ambience.

    Raises:
        SoundTrouble: ``unknown-ambience`` with ``asked`` and ``nearest``.
    """
    return _check(name, AMBIENCES, "unknown-ambience")


def _check(name: str, known: Sequence[str], code: str) -> str:
    if name in known:
        return name
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
    raise SoundTrouble(code, asked=name[:60], nearest="".join(near))
