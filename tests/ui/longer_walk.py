"""One walk through the whole window in longer words, from which two tests take what they need."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtWidgets import QApplication

from scripts.lib.tour import STOPS, stops_of
from scripts.lib.tour_guide import Guide
from tests.ui.reading import contents, read
from tests.ui.room import wrong_with
from tests.ui.translated import untold

ROOM_EACH = 5
"""How many pages it goes on until it looks again whether all has room: that takes long."""


@dataclass
class LongerWalk:
    """What was seen on the way.

    Attributes:
        untold: words that went past the catalogue.
        cramped: what has too little room.
    """

    untold: set[str] = field(default_factory=set)
    cramped: list[str] = field(default_factory=list)


def longer_walk(qapp: QApplication) -> LongerWalk:
    """Over no log and over a filled one, in the wide window; the words are longer already."""
    walk = LongerWalk()
    for filled in (False, True):
        guide = Guide(qapp, filled=filled, voice="test:plain", reduced_motion=True)
        guide.open()
        stops = tuple(stop for stop in STOPS if stop.filled is filled and "wide" in stop.widths)
        for number, stop in enumerate(stops_of(guide, stops)):
            roots = (guide.app.window, *contents(guide.app.window))
            written = {text.words for root in roots for text in read(root).texts}
            walk.untold |= {f"{stop.name}: {words}" for words in untold(written)}
            if number % ROOM_EACH == 0:
                guide.lay_out()
                walk.cramped += [f"{stop.name}: {words}" for words in wrong_with(guide)]
        guide.close()
    return walk
