"""The time to settle in before a sit in the terminal."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable

import click

from mindful.terminal import clock
from mindful.terminal_page import Keyboard
from mindful.wording import _

LOOK_SECONDS = 0.1


def count_down(
    seconds: int,
    keyboard: Keyboard | None,
    stopped: threading.Event,
    now: Callable[[], float] = time.monotonic,
) -> bool:
    """Count down to the opening strike; Enter begins at once.

    Args:
        seconds: how long.
        keyboard: where Enter is pressed; None where nobody can.
        stopped: set when the person wishes to leave instead.
        now: monotonic seconds.

    Returns:
        Whether the sit is to begin.
    """
    begin = threading.Event()
    if keyboard is not None:
        keyboard.listen(lambda _line: begin.set())
    words = (
        _("The bell rings in {time}.")
        if keyboard is None
        else _("The bell rings in {time}. Enter begins now.")
    )
    live = sys.stdout.isatty()
    if not live:
        click.echo(words.format(time=clock(seconds)))
    end = now() + seconds
    while (left := end - now()) > 0 and not begin.is_set() and not stopped.is_set():
        if live:
            line = words.format(time=clock(-int(-left // 1)))
            click.echo(f"\r\033[2K{line} ", nl=False)
        stopped.wait(min(LOOK_SECONDS, left))
    if live:
        click.echo("\r\033[2K", nl=False)
    return not stopped.is_set()
