"""What Home and the pages of a timer and of a pacer show: small frozen records."""

from __future__ import annotations

from dataclasses import dataclass

from mindful.exercises.model import Pattern
from mindful.sit.setup import Setup
from mindful.ui.models import Option


@dataclass(frozen=True)
class Extra:
    """What else can be set for a practice: words of the button that opens it, and how it is set."""

    words: str
    detail: str


@dataclass(frozen=True)
class TimerView:
    """What the page of a timer shows.

    Attributes:
        title: of the exercise.
        setup: as it is set up.
        presets: ids and names.
        preset: id of the one that is as all is set now; empty for none.
        told: what went wrong with a preset; empty for nothing.
    """

    title: str
    setup: Setup
    presets: tuple[Option, ...] = ()
    preset: str = ""
    told: str = ""


@dataclass(frozen=True)
class PatternView:
    """What the page of a paced breath shows.

    Attributes:
        title: of the exercise.
        usual: seconds of in, hold, out, hold as the exercise has them, in words.
        pattern: the person's own, or the exercise's.
        own: whether it is the person's own.
        caution: of the exercise.
        told: why what was typed cannot be breathed; empty for nothing.
    """

    title: str
    usual: str
    pattern: Pattern
    own: bool
    caution: str = ""
    told: str = ""
