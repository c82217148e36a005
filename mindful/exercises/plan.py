"""From a script and the lengths of its clips to a timeline, exact to the frame."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping

from mindful.exercises.layout import Layout, lay
from mindful.exercises.model import PhaseKind
from mindful.exercises.script import Script, ScriptLine
from mindful.exercises.sheet import Past
from mindful.exercises.timeline import RATE, Cue, CueKind, PhaseSpan, Timeline

Lengths = Callable[[str], int | None]
"""The length in frames of the clip of a text, or None while it is not made."""


def plan(
    script: Script,
    lengths: Lengths,
    held: Timeline | None = None,
    now: int = 0,
    earliest: int = 0,
) -> Timeline:
    """Lay out a script.

    Pure: the same arguments give the same timeline. It is called with estimates for the picture
    on Home, again as real lengths arrive, and again for every change in mid-sit.

    Args:
        script: what to say.
        lengths: frames of each text's clip; where it gives None the estimate stands.
        held: the timeline that has been playing; what began before `now` stays as it was.
        now: frame that the sit has reached.
        earliest: nothing that has not begun starts before this frame, or before `now`.

    Returns:
        The opening strike at frame 0, the closing strike (or the ``end`` cue) at exactly
        the script's frames, no line over another, every silence between its least and its
        most as far as there are lines enough.
    """

    def frames(line: ScriptLine) -> int:
        known = lengths(line.text)
        return line.frames if known is None else known

    layout = lay(script, frames, _past(script, held, now, earliest))
    said = {} if held is None else {cue.line: cue for cue in held.spoken if cue.start < now}
    cues = [*_bells(script, layout), *_lines(script, layout, said), *_pages(script, layout)]
    cues.sort(key=lambda cue: (cue.start, cue.kind is not CueKind.BELL))
    return Timeline(
        exercise=script.exercise,
        minutes=script.minutes,
        frames=script.frames,
        cues=tuple(cues),
        phases=tuple(
            PhaseSpan(phase.name, start, end)
            for phase, (start, end) in zip(script.phases, layout.phases, strict=True)
        ),
    )


def estimated(_: str) -> None:
    """Lengths that are not known yet: every line stands at its estimate."""


def _past(script: Script, held: Timeline | None, now: int, earliest: int) -> Past:
    if held is None:
        return Past(now=max(now, earliest))
    starts = [span.start for index, span in enumerate(held.phases) if not index or span.start < now]
    while len(starts) < len(script.phases):
        ends = script.phases[len(starts) - 1].ends
        if ends is None or ends > now:
            break
        starts.append(max(ends, starts[-1]))
    return Past(
        now=max(now, earliest),
        said={cue.line: (cue.start, cue.end) for cue in held.spoken if cue.start < now},
        starts=tuple(starts),
        page_open=script.phases[len(starts) - 1].kind is PhaseKind.WRITE
        and any(cue.kind is CueKind.WRITE and starts[-1] <= cue.start < now for cue in held.cues),
    )


def _lines(script: Script, layout: Layout, said: Mapping[str, Cue]) -> Iterator[Cue]:
    for line, start, end in layout.lines:
        yield said.get(line.key) or Cue(
            kind=CueKind.SAY,
            phase=script.phases[line.phase].name,
            start=start,
            end=end,
            text=line.text,
            line=line.key,
            private=line.private,
        )


def _pages(script: Script, layout: Layout) -> Iterator[Cue]:
    """Pages of writing, and paced breaths."""
    for number, (start, end) in layout.pages.items():
        phase = script.phases[number]
        if phase.kind is PhaseKind.BREATH:
            yield Cue(
                kind=CueKind.BREATH, phase=phase.name, start=start, end=end, steps=phase.steps
            )
        else:
            yield Cue(
                kind=CueKind.WRITE,
                phase=phase.name,
                start=start,
                end=end,
                prompt=phase.prompt,
                keeps=phase.keeps,
            )


def _bells(script: Script, layout: Layout) -> Iterator[Cue]:
    bells, total = script.bells, script.frames
    first, last = script.phases[0].name, script.phases[-1].name
    starts = [start for start, _ in layout.phases]
    if bells.opening:
        yield _group(0, bells.opening, bells.spacing, first)
    minutes = {*_every(bells.every, total), *bells.at}
    moments = {minute * 60 * RATE for minute in minutes} | set(scattered_bells(script))
    for at in sorted(moments):
        if 0 < at < total:
            phase = script.phases[bisect_right(starts, at) - 1].name
            yield _group(at, 1, 0.0, phase, soft=True)
    if bells.closing:
        yield _group(total, bells.closing, bells.spacing, last)
    else:
        yield Cue(kind=CueKind.END, phase=last, start=total, end=total)


def _every(step: int, total: int) -> range:
    """Minutes of the interval bells of a sit of `total` frames."""
    return range(step, total // (60 * RATE) + 1, step) if step else range(0)


def scattered_bells(script: Script) -> Iterator[int]:
    """Frames of the bells that come at moments of chance, the same for the same seed.

    The length as it was chosen first has as many equal parts as there are bells, and each bell lies
    in the middle half of its own: none surprises soon after another, or at the ends.
    """
    count = script.bells.scattered
    # Not cryptography: a sit of the same seed rings alike.
    draw = random.Random(f"{script.exercise}/{script.seed}/bells")  # noqa: S311
    part = (script.bells.over or script.minutes) * 60 * RATE / max(1, count)
    for number in range(count):
        yield round((number + draw.uniform(0.25, 0.75)) * part)


def _group(start: int, strikes: int, spacing: float, phase: str, *, soft: bool = False) -> Cue:
    return Cue(
        kind=CueKind.BELL,
        phase=phase,
        start=start,
        end=start + round((strikes - 1) * spacing * RATE),
        strikes=strikes,
        spacing=spacing,
        soft=soft,
    )
