"""What the sit-side pages show and give back: small frozen records, no behaviour, no Qt.

Pages are pure views. Whoever runs the sit fills these from the player and the log, and reads the
answers; a page never asks for more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Word:
    """A feeling or a place that can be chosen.

    Attributes:
        key: stable name, as stored; the person's own word is its own key.
        text: as shown.
        own: typed by the person, so private.
        shows_help: choosing it quietly shows the way to Help.

    """

    key: str
    text: str
    own: bool = False
    shows_help: bool = False


@dataclass(frozen=True)
class WordGroup:
    """Words under a quiet heading, such as "unpleasant, more energy"."""

    title: str
    words: tuple[Word, ...]


@dataclass(frozen=True)
class CheckInView:
    """What the check-in offers.

    Attributes:
        title: of the exercise.
        minutes: length chosen.
        groups: the frequent words; four groups in the order of a page read left to right
            (unpleasant and pleasant with more energy, then with less), and the mixed ones last.
        places: the frequent places.
        more_places: the rest, shown on asking.
        on: words of the button, where it leads elsewhere than into the sit.
        more_groups: the rest of the words by family, shown on asking.
        least: shortest length that the exercise offers.
        longest: longest length that it offers.
        kindness: Kind Moment may be offered in place of the exercise.

    """

    title: str
    minutes: int
    groups: tuple[WordGroup, ...]
    places: tuple[Word, ...]
    more_places: tuple[Word, ...] = ()
    on: str = ""
    more_groups: tuple[WordGroup, ...] = ()
    least: int = 1
    longest: int = 90
    kindness: bool = True


@dataclass(frozen=True)
class CheckInAnswer:
    """What the person chose, in the order they chose it; everything may be empty.

    Attributes:
        feelings: words chosen.
        places: words chosen.
        strength: 0 to 10.
        minutes: length of the sit; None for the one chosen before.
    """

    feelings: tuple[Word, ...] = ()
    places: tuple[Word, ...] = ()
    strength: int | None = None
    minutes: int | None = None


@dataclass(frozen=True)
class Levels:
    """Loudness of voice, bell and ambience, 0 to 10 each."""

    voice: int = 7
    bell: int = 5
    ambience: int = 3


@dataclass(frozen=True)
class SitView:
    """What the sit page shows from its first moment.

    Attributes:
        title: of the exercise.
        ambience: name of the ambience, empty for none.
        captions: whether captions are shown.
        time_shown: whether time left and ring are shown.
        time_addable: whether minutes can be added while sitting.
        controls_fade: whether the controls fade when nothing is touched.
        single_keys: whether the single keys S, T and C work.
        announce_captions: whether a screen reader is to read captions, as when no voice speaks.
        counts_up: whether the time sat is shown, as where a sit has no length.

    """

    title: str
    levels: Levels = Levels()
    ambience: str = ""
    captions: bool = True
    time_shown: bool = True
    time_addable: bool = False
    controls_fade: bool = True
    single_keys: bool = True
    announce_captions: bool = False
    counts_up: bool = False


@dataclass(frozen=True)
class RatedPhrase:
    """One of the person's own phrases as typed, and how true it sounds, 0 to 10, if said."""

    text: str
    rating: int | None = None


@dataclass(frozen=True)
class WritingView:
    """A page of writing in a sit, as it opens.

    Attributes:
        prompt: the sentence above it.
        hint: stands on the paper while it is empty.
        earlier: what was written on the pages before, to be read and copied.
        rated: whether phrases are written and rated, one by one, instead of a text.
        phrases: those that stand there from the beginning.

    """

    prompt: str
    hint: str = ""
    earlier: str = ""
    rated: bool = False
    phrases: tuple[RatedPhrase, ...] = ()


@dataclass(frozen=True)
class Instruction:
    """One step of Ground me: one thing to do, and a quieter sentence under it."""

    text: str
    aside: str = ""


@dataclass(frozen=True)
class GroundingView:
    """What Ground me shows.

    Attributes:
        instructions: in order; at least one.
        from_sit: whether a sit waits to be gone back to.

    """

    instructions: tuple[Instruction, ...]
    from_sit: bool = False


@dataclass(frozen=True)
class AfterView:
    """What is known of a sit that has just ended.

    Attributes:
        title: of the exercise.
        began, ended: local times.
        seconds: time sat, pauses apart.
        ended_early: whether the person ended it before its end.
        feelings: words the person chose.
        within: places the person chose, with their preposition: "in the chest".
        before: strength before, if given.
        asks_strength: whether the exercise is one that works with a feeling.
        offers_gentler: whether the next sit can be made gentler.
        gentler: whether that has been chosen.
        note: the draft so far.
        numbers: whether the length is told.

    """

    title: str
    began: datetime
    ended: datetime
    seconds: float
    ended_early: bool = False
    feelings: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    before: int | None = None
    asks_strength: bool = False
    offers_gentler: bool = False
    gentler: bool = False
    note: str = ""
    numbers: bool = True


@dataclass(frozen=True)
class AfterAnswer:
    """What the person leaves behind; everything may be empty."""

    strength: int | None = None
    able: int | None = None
    note: str = ""
