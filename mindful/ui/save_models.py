"""What the page shows that saves a sit as audio: small frozen records, no behaviour, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from mindful.ui.models import Option


class SaveStage(Enum):
    """How far a saving is."""

    READY = auto()
    SAVING = auto()
    SAVED = auto()
    FAILED = auto()


@dataclass(frozen=True)
class SaveView:
    """Everything the page shows.

    Attributes:
        what: the sit: "Sit With the Feeling, 12 minutes".
        sounds: what will be heard in it: "Heart, Low bowl, Soft rain".
        kinds: kinds of file, by their ending.
        kind: ending of the one chosen, such as ``.mp3``.
        captions: whether a file of captions is written beside it.
        private: a sentence on what of the person's own is heard in it; empty where nothing is.
        stage: how far it is.
        file: name of the file, once it is known.
        share: how much is done, 0 to 1.
        left: "about 2 minutes left"; empty while nobody knows.
        ended: sentences on what went wrong, or on what is to be known; empty for nothing.
    """

    what: str
    sounds: str
    kinds: tuple[Option, ...]
    kind: str
    captions: bool = True
    private: str = ""
    stage: SaveStage = SaveStage.READY
    file: str = ""
    share: float = 0.0
    left: str = ""
    ended: str = ""
