"""Days and times as they are typed on the command line."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from mindful.trouble import Trouble
from mindful.wording import _

_DAYS = {"today": 0, "yesterday": 1}


def moment_from(asked: str, now: datetime) -> datetime:
    """The moment that was typed, with this computer's zone where none was typed.

    Args:
        asked: such as ``2026-03-12 19:20``, ``2026-03-12T19:20+01:00``, ``yesterday 19:20`` or
            ``07:30``, which is today's.
        now: the present moment with its zone.

    Raises:
        Trouble: ``moment-unreadable``.
    """
    words = asked.split()
    named = {_("today"): 0, _("yesterday"): 1, **_DAYS}
    try:
        if len(words) == 2 and words[0].lower() in named:
            day = now.date() - timedelta(days=named[words[0].lower()])
            moment = datetime.combine(day, time.fromisoformat(words[1]))
        elif len(words) == 1 and words[0][2:3] == ":":
            moment = datetime.combine(now.date(), time.fromisoformat(asked.strip()))
        else:
            moment = datetime.fromisoformat(asked.strip())
    except ValueError as error:
        raise Trouble("moment-unreadable", asked=asked) from error
    # A moment without a zone is taken as the clock on the wall here showed it then.
    return moment.astimezone() if moment.tzinfo is None else moment
