"""``mindful sit``, in the window or in the terminal, and ``mindful`` alone."""

from __future__ import annotations

import signal
import threading
from collections.abc import Mapping
from pathlib import Path
from types import FrameType
from typing import Any

import click

from mindful.commands.common import choice_from, parts_of, sit_options, sound_options
from mindful.commands.countdown import count_down
from mindful.commands.passphrase import passphrases_of
from mindful.crash import watching
from mindful.display import has_display
from mindful.log.errors import LogTrouble
from mindful.log.records import Ended
from mindful.parts import Parts
from mindful.sit import events
from mindful.sit.choice import Choice
from mindful.sit.errors import SitTrouble
from mindful.sit.safety import EARLY_SITS, is_long, suggested_minutes
from mindful.sit.setup import LONGEST_PREPARATION
from mindful.terminal import TerminalListener
from mindful.terminal_page import find_keyboard
from mindful.wording import _, bug, early_words, gentler_words, length_words, tell


@click.command()
@sit_options
@sound_options
@click.option("--intensity", type=click.IntRange(0, 10), help=_("How strong the feeling is."))
@click.option(
    "--prepare",
    type=click.IntRange(0, LONGEST_PREPARATION),
    help=_("Seconds to settle in before the opening strike."),
)
@click.option("--open-ended", is_flag=True, help=_("Sit until you end it; for the timer."))
@click.option("--terminal", is_flag=True, help=_("Sit in the terminal, without a window."))
@click.pass_context
def sit(
    context: click.Context,
    /,
    *,
    no_voice: bool,
    terminal: bool,
    **options: Any,  # Any: click's parsed options, named in `choice_from`
) -> None:
    """Begin a sit."""
    parts = parts_of(context)
    if not terminal:
        ask_in_window(context)
    options["minutes"] = options["minutes"] or gentler_minutes(parts, options)
    choice = choice_from(parts, speak=not no_voice, **options)
    refuse_a_second(parts)
    tell_what_is_suggested(parts, choice)
    if terminal:
        with watching(parts.paths.reports, tell_of_bug, parts.now):
            context.exit(sit_in_terminal(parts, choice))
    context.exit(window(context, choice))


def gentler_minutes(parts: Parts, options: Mapping[str, Any]) -> int | None:  # Any: see `sit`
    """The length of a sit that the person asked to be gentler, where none was typed."""
    exercise = parts.library.find(options["exercise"])
    if not (parts.settings.gentler_next and "feeling" in exercise.asks) or options["preset"]:
        return None
    click.echo(gentler_words(), err=True)
    offered = exercise.minutes
    return suggested_minutes(offered.suggested, offered.least, early=True, gentler=True)


def tell_what_is_suggested(parts: Parts, choice: Choice) -> None:
    """One line where a feeling sit is longer than is suggested yet; it begins all the same."""
    if "feeling" not in choice.exercise.asks:
        return
    if parts.settings.gentler_next:
        parts.remember(gentler_next=False)
    feeling = [one.id for one in parts.library.exercises if "feeling" in one.asks]
    try:
        done = parts.desk.submit(lambda log: log.history.completed(feeling, EARLY_SITS)).result()
    except LogTrouble:
        return  # said already, and stops nobody
    if is_long(choice.minutes, done):
        click.echo(early_words(), err=True)


def refuse_a_second(parts: Parts) -> None:
    """Refuse to begin while another copy of Mindful plays a sit.

    Raises:
        SitTrouble: ``sit-already-playing``. A log that cannot be read stops nobody here.
    """
    desk = parts.desk
    try:
        playing = desk.submit(lambda log: log.sits.is_playing_elsewhere()).result()
    except LogTrouble as trouble:
        if not desk.locked:
            click.echo(tell(trouble), err=True)
        return
    if playing:
        raise SitTrouble("sit-already-playing")


def tell_of_bug(report: Path | None) -> None:
    """Say that a mistake of ours was met."""
    click.echo(bug("" if report is None else str(report)), err=True)


def sit_in_terminal(parts: Parts, choice: Choice) -> int:
    """Play a sit with captions on standard output; Ctrl+C ends it and keeps what was sat.

    While it counts down to the opening strike, Ctrl+C leaves instead.
    """
    keyboard = find_keyboard()
    listener = TerminalListener(keyboard=keyboard, open_ended=choice.open_ended)
    from mindful.sitting import new_session  # late: the libraries of sound

    session = new_session(parts, choice, listener)
    listener.write_into(session)
    stop = threading.Event()
    begun = False

    def end(_signal: int, _frame: FrameType | None) -> None:
        stop.set()
        if begun:
            session.tell(events.EndConfirmed())
            session.leave()

    before = {name: signal.signal(name, end) for name in (signal.SIGINT, signal.SIGTERM)}
    try:
        # The first lines are being made meanwhile.
        begun = choice.prepare == 0 or count_down(choice.prepare, keyboard, stop)
        if not begun:
            return 1
        session.begin()
        # Short waits, so that signals are seen while the sit's thread does the work.
        while not session.wait(0.2):
            continue
    finally:
        session.close()
        listener.close()
        for name, handler in before.items():
            signal.signal(name, handler)
    return _say_how_it_went(parts, listener)


def _say_how_it_went(parts: Parts, listener: TerminalListener) -> int:
    length = length_words(listener.seconds)
    if listener.ended is Ended.FINISHED:
        click.echo(_("That was {length}.").format(length=length))
    else:
        click.echo(
            _("{length}. Stopping was a choice too.").format(length=length[:1].upper() + length[1:])
        )
    if parts.desk.locked:  # said before it began
        return 0
    try:
        parts.desk.submit(lambda log: log.history.last()).result()
    except LogTrouble as trouble:
        click.echo(tell(trouble), err=True)
        return 1
    return 0


def ask_in_window(context: click.Context) -> None:
    """Leave it to the window to ask for the passphrase, unless it comes from a descriptor."""
    if not passphrases_of(context).given:
        parts_of(context).ask_passphrase = None


def window(context: click.Context, choice: Choice | None = None) -> int:
    """Open the window, straight into a sit when there is one.

    Raises:
        SitTrouble: ``no-display`` with ``exercise``.
    """
    if not has_display():
        raise SitTrouble("no-display", exercise=choice.exercise.id if choice else "breath")
    ask_in_window(context)
    parts = parts_of(context)
    if choice is not None:
        parts.soon(lambda: parts.prepare(choice))  # while the window is built
    from mindful.app import run  # late: Qt is the window's alone

    return run(parts.paths, parts, choice)
