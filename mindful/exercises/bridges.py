"""Lines that lead from one course of a sit to another: they belong to no exercise."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from mindful.exercises.model import Words

Alternatives = Annotated[tuple[Words, ...], Meta(min_length=1, max_length=20)]


class Bridges(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said when a sit changes while it plays; equal alternatives, said in turn.

    Attributes:
        gentler: from contact with a feeling to an anchor.
        anchors: what keeps there.
        resting: the same, with a longer silence to come.
        finishing: two minutes are left.
        quieter: less is said from here on.
        silent: nothing is said from here on.
        silent_near: the same where the person is with a feeling; it leads to an anchor.
        anchoring: to an anchor, where a change left out the words that would have led there.
        staying: a minute longer, and a silence.
        staying_near: the same where the person is with a feeling; it leads to an anchor.
        longer: more minutes than there are words for, and a silence.
        quiet: cues that a line to come ends on, so as to announce a longer silence.
    """

    gentler: Alternatives
    anchors: Alternatives
    resting: Alternatives
    finishing: Alternatives
    quieter: Alternatives
    silent: Alternatives
    silent_near: Alternatives
    anchoring: Alternatives
    staying: Alternatives
    staying_near: Alternatives
    longer: Alternatives
    quiet: Alternatives

    @property
    def words(self) -> Iterator[str]:
        """Every line there is."""
        for name in self.__struct_fields__:
            yield from getattr(self, name)


def load_bridges(path: Path) -> Bridges:
    """Read the lines; the file is our own, so that anything wrong in it is a bug.

    Raises:
        OSError: the file cannot be read.
        msgspec.ValidationError: it is not as it has to be.
    """
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Bridges)
