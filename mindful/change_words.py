"""Words for what a person can change in mid-sit, and for what was changed."""

from __future__ import annotations

from mindful.exercises.live import Change
from mindful.translation import _


def change_names() -> dict[Change, str]:
    """What each change is called where it is offered."""
    return {
        Change.AGAIN: _("Say it again"),
        Change.QUIETER: _("More quiet"),
        Change.STAY: _("Stay here longer"),
        Change.AHEAD: _("Go on"),
        Change.GENTLER: _("Gentler"),
        Change.FINISH: _("Finish in 2 minutes"),
        Change.LONGER: _("More time"),
    }


def change_meanings() -> dict[Change, str]:
    """What each change does, in a few words."""
    return {
        Change.AGAIN: _("The last words once more"),
        Change.QUIETER: _("Fewer words from here on"),
        Change.STAY: _("A little more time for this part"),
        Change.AHEAD: _("To the next part now"),
        Change.GENTLER: _("Away from the feeling, to something steady"),
        Change.FINISH: _("With the closing, and the bell"),
        Change.LONGER: _("The sit grows by that much"),
    }


def changed_words(change: Change) -> str:
    """What has changed, said at once."""
    return {
        Change.AGAIN: _("Once more."),
        Change.QUIETER: _("Fewer words from here."),
        Change.STAY: _("A little longer here."),
        Change.AHEAD: _("Going on."),
        Change.GENTLER: _("Gentler from here."),
        Change.FINISH: _("Two minutes, closing included."),
        Change.LONGER: _("More time."),
    }[change]
