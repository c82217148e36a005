"""What can be set beside length and sounds, in words: density, a timer's bells, a breath."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mindful.exercises.model import Density, Step, steps_of
from mindful.sit.setup import Setup
from mindful.ui.models import Option
from mindful.ui.timer_models import Extra
from mindful.wording import _, ngettext

if TYPE_CHECKING:
    from mindful.ui.steering.choosing import Chosen


def density_options() -> tuple[Option, ...]:
    """How much of the guidance may be spoken, the most first."""
    return (
        (Density.FULL.value, _("Full")),
        (Density.SOME.value, _("Some")),
        (Density.LITTLE.value, _("Little")),
        (Density.BELLS.value, _("Bells only")),
    )


def extra_of(chosen: Chosen) -> Extra | None:
    """What else can be set for the exercise chosen on Home."""
    from mindful.ui.steering.choosing import breath_steps

    if chosen.setup is not None:
        return Extra(_("Bells and preparation…"), setup_words(chosen.setup))
    if steps := breath_steps(chosen.exercise):
        if chosen.pattern is None:
            return Extra(_("Pattern…"), breath_words(steps))
        own = breath_words(steps_of(chosen.pattern))
        return Extra(_("Pattern…"), _("Yours: {breath}").format(breath=own))
    return None


def setup_words(setup: Setup) -> str:
    """A timer's preparation and interval bells, such as "10 s to settle in, bells every 5 min"."""
    parts = []
    if setup.prepare:
        parts.append(_("{time} to settle in").format(time=short_words(setup.prepare)))
    if setup.every:
        parts.append(
            ngettext("a bell every minute", "a bell every {count} minutes", setup.every).format(
                count=setup.every
            )
        )
    if setup.at:
        minutes = ", ".join(str(minute) for minute in setup.at)
        parts.append(_("bells at {minutes} min").format(minutes=minutes))
    if setup.scattered:
        parts.append(
            ngettext("{count} random bell", "{count} random bells", setup.scattered).format(
                count=setup.scattered
            )
        )
    if not (setup.every or setup.at or setup.scattered):
        parts.append(_("no bells in between"))
    said = ", ".join(parts)
    return said[:1].upper() + said[1:]


def breath_words(steps: Iterable[Step]) -> str:
    """A breath such as "4 in, 7 hold, 8 out", in seconds."""
    names = {"in": _("in"), "hold": _("hold"), "out": _("out")}
    return ", ".join(f"{seconds:g} {names[kind]}" for kind, seconds in steps)


def short_words(seconds: int) -> str:
    """Such as "30 s" or "2 min"."""
    if seconds % 60:
        return _("{count} s").format(count=seconds)
    return _("{count} min").format(count=seconds // 60)
