"""Options that say when a sit's bells are struck and how its breath is paced."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click
import msgspec

from mindful.exercises.model import Exercise, Pattern
from mindful.exercises.pacing import own_pattern
from mindful.exercises.script import Bells
from mindful.parts import Parts
from mindful.sit.setup import (
    LEAST_SPACING,
    MOST_EVERY,
    MOST_SCATTERED,
    MOST_SPACING,
    MOST_STRIKES,
    Kept,
    Setup,
    kept_from_json,
    own_setup,
)
from mindful.trouble import Trouble
from mindful.wording import _

Command = TypeVar("Command", bound=Callable[..., Any])  # Any: click passes what it parsed

Timing = dict[str, Any]
"""Fields of `Setup` that were asked for."""

_FIELDS = {
    "opening": "opening",
    "closing": "closing",
    "spacing": "spacing",
    "every": "every",
    "bells_at": "at",
    "random_bells": "scattered",
}
"""Which field each option sets."""


_SHAPES: dict[int, Callable[[Sequence[float]], Sequence[float]]] = {
    2: lambda seconds: (seconds[0], 0.0, seconds[1], 0.0),
    3: lambda seconds: (*seconds, 0.0),
    4: lambda seconds: seconds,
}
"""In, hold, out and hold, from as many numbers as were typed."""


def timing_options(command: Command) -> Command:
    """Add the options of the bells; the command gets those that were given as ``timing``."""

    @functools.wraps(command)
    def gathered(*arguments: Any, **options: Any) -> Any:  # Any: passed through
        asked = {field: options.pop(name) for name, field in _FIELDS.items()}
        timing = {field: value for field, value in asked.items() if value is not None}
        return command(*arguments, timing=timing, **options)

    strikes = click.IntRange(0, MOST_STRIKES)
    options = [
        click.option("--preset", help=_("A timer set up in the window, by its name.")),
        click.option("--opening", type=strikes, help=_("How many strikes begin the sit.")),
        click.option("--closing", type=strikes, help=_("How many strikes end it.")),
        click.option(
            "--spacing",
            type=click.IntRange(LEAST_SPACING, MOST_SPACING),
            help=_("Seconds between them."),
        ),
        click.option(
            "--every", type=click.IntRange(0, MOST_EVERY), help=_("Interval bells, in minutes.")
        ),
        click.option("--bells-at", callback=_minutes, help=_("More bells: minutes, with commas.")),
        click.option(
            "--random-bells",
            type=click.IntRange(0, MOST_SCATTERED),
            help=_("So many more, at moments of chance."),
        ),
        click.option("--pattern", help=_("Your own paced breath, in seconds: 4-7-8, or 4-4-4-4.")),
    ]
    decorated: Any = gathered  # Any: click's decorators keep what they are given
    for option in reversed(options):
        decorated = option(decorated)
    return decorated  # type: ignore[no-any-return]  # the command, with options


def _minutes(
    _context: click.Context, _param: click.Parameter, typed: str | None
) -> tuple[int, ...] | None:
    """Whole minutes with commas between them."""
    if typed is None:
        return None
    try:
        minutes = [int(part) for part in typed.split(",") if part.strip()]
        return msgspec.convert({"at": minutes}, Setup).at
    except (ValueError, msgspec.ValidationError):
        raise Trouble("minutes-unreadable", asked=typed[:60]) from None


def kept_under(parts: Parts, name: str) -> Kept:
    """The preset of a name.

    Raises:
        click.UsageError: there is none.
        LogTrouble: the log cannot be read.
    """
    presets = parts.desk.submit(lambda log: log.presets.all()).result()
    wanted = " ".join(name.casefold().split())
    found = (each for each in presets if each.name.casefold() == wanted)
    for kept in (kept_from_json(each.settings) for each in found):
        if kept is not None:
            return kept
    names = ", ".join(each.name for each in presets)
    if not names:
        raise click.UsageError(_("There’s no preset yet. Presets are saved in the window."))
    raise click.UsageError(
        _("There’s no preset of that name. There are: {names}.").format(names=names)
    )


def bells_of(exercise: Exercise, timing: Timing, kept: Kept | None) -> Bells | None:
    """The strikes asked for; None for the exercise's own."""
    if not timing and kept is None:
        return None
    setup = own_setup(exercise) if kept is None else kept.setup
    return msgspec.structs.replace(setup, **timing).bells


def pattern_from(exercise: Exercise, typed: str) -> Pattern:
    """A paced breath as typed: in-out, in-hold-out or in-hold-out-hold, in seconds.

    Raises:
        Trouble: ``pattern-unreadable`` with ``asked``; ``pattern-unsuited`` with ``title`` where
            the exercise paces no breath; ``pattern-impossible``.
    """
    try:
        seconds = [float(part) for part in typed.replace("–", "-").split("-")]
        into, full, out, empty = _SHAPES[len(seconds)](seconds)
    except (ValueError, KeyError):
        raise Trouble("pattern-unreadable", asked=typed[:60]) from None
    if not any(phase.breath for phase in exercise.phase):
        raise Trouble("pattern-unsuited", title=exercise.title)
    return own_pattern(into, full, out, empty)
