"""Lines put into a script in mid-sit: bridges, a line once more, what fills a gentler phase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from mindful.exercises import rules
from mindful.exercises.bridges import Bridges
from mindful.exercises.estimate import line_frames
from mindful.exercises.model import Pace
from mindful.exercises.script import CORE, Script, ScriptLine
from mindful.exercises.timeline import RATE
from mindful.exercises.whereabouts import Whereabouts

AGAIN = "again"
"""Key of a line said once more: it is never given up for another that is put in."""

FILLER = "anchor"
"""Key of the lines that keep a gentler sit at the anchor; they are said only where needed."""

FILLER_EVERY = 30 * RATE
"""Frames of a gentler phase for each line that may fill it."""

MOST_FILLERS = 60
LEAST_WANTED = 10_000
"""Rank of the first filler: any line of the exercise enters before it."""


def put_in(
    at: Whereabouts,
    words: Sequence[str],
    kind: str,
    *,
    phase: int | None = None,
    stance: str = "",
    announces: bool = False,
    share: float = 1.0,
) -> Script:
    """The script with one of `words`, as soon as may be.

    What was put in before and is not said gives way to it.

    Args:
        at: where the sit stands.
        words: equal alternatives, said in turn.
        kind: first part of the line's key.
        phase: index of its phase; the one that is playing where it is left out.
        stance: as of any line.
        announces: likewise.
        share: its share of the spare silence of its phase.
    """
    count = _count(at, kind)
    line = _line(
        words[count % len(words)],
        at.script.pace,
        key=f"{kind}/{count + 1}",
        phase=at.number if phase is None else phase,
        stance=stance,
    )
    return _with(at, msgspec.structs.replace(line, announces=announces, share=share))


def say_again(at: Whereabouts) -> Script:
    """The script with the line said last once more, without the person's name."""
    line = at.said[-1]
    again = msgspec.structs.replace(
        line,
        key=f"{AGAIN}/{_count(at, AGAIN) + 1}",
        text=line.again,
        named=False,
        announces=line.announces and line.again == line.text,
        phase=at.number,
        rank=CORE,
        put_in=True,
        frames=line_frames(line.again, at.script.pace),
    )
    return _with(at, again)


def fillers(at: Whereabouts, number: int, bridges: Bridges) -> Iterator[ScriptLine]:
    """Lines that may fill the phase `number`, which stays at the anchor, the first to enter first.

    They belong into the reserve, from which `plan` takes what silences need. Every other one
    announces a longer silence, where the sit is long enough to have any.
    """
    span = at.timeline.phases[number]
    phase = [line.order for line in at.lines.values() if line.phase <= number]
    order = max([*phase, 0]) if number > at.number else _reached(at) + 1
    count = 1 + max(0, span.end - max(at.now, span.start)) // FILLER_EVERY
    first = _count(at, FILLER) + number * MOST_FILLERS
    longest = rules.along(rules.SILENCE_CAP, at.script.minutes)
    for each in range(min(MOST_FILLERS, count)):
        announces = longest > rules.ANNOUNCED_ABOVE and each % 2 == 1
        words = bridges.resting if announces else bridges.anchors
        line = _line(
            words[(number + each) % len(words)],
            at.script.pace,
            key=f"{FILLER}/{first + each + 1}",
            phase=number,
            stance="anchor",
        )
        yield msgspec.structs.replace(
            line, order=order + 1 + each, rank=LEAST_WANTED + each, announces=announces
        )


def _line(text: str, pace: Pace, *, key: str, phase: int, stance: str) -> ScriptLine:
    return ScriptLine(
        key=key,
        text=text,
        again=text,
        phase=phase,
        order=0,
        rank=CORE,
        pause=4.0,
        share=1.0,
        stance=stance,
        put_in=True,
        frames=line_frames(text, pace),
    )


def _with(at: Whereabouts, line: ScriptLine) -> Script:
    """With `line` after what was said, and after a line that is still to be said again."""
    said = {each.key for each in at.said}
    lines = [
        each
        for each in at.script.lines
        if not each.put_in or each.key in said or each.key.startswith(AGAIN)
    ]
    placed = msgspec.structs.replace(line, order=_reached(at) + 1)
    lines = sorted([*lines, placed], key=lambda each: each.order)
    return msgspec.structs.replace(at.script, lines=tuple(lines))


def _reached(at: Whereabouts) -> int:
    """Order of the last line that was said, or is about to be said again."""
    again = [line for line in at.script.lines if line.key.startswith(AGAIN)]
    return max((line.order for line in (*at.said, *again)), default=0)


def _count(at: Whereabouts, kind: str) -> int:
    """How many lines of this kind were put in so far."""
    numbers = [key.split("/")[1] for key in at.lines if key.startswith(f"{kind}/")]
    return max(map(int, numbers), default=0)
