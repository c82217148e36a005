"""Sits that are changed again and again while they play, and what must hold of each after it.

Used by the tests and by `scripts/torture`.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from mindful.exercises import rules
from mindful.exercises.answers import Answers, answers_from
from mindful.exercises.bridges import Bridges
from mindful.exercises.changing import CUT, cut
from mindful.exercises.estimate import line_frames
from mindful.exercises.feelings import Vocabulary
from mindful.exercises.live import FINISH, LONGEST, MINUTE, Change, longest_minutes, patience
from mindful.exercises.model import Density, Exercise
from mindful.exercises.plan import Lengths, estimated, plan
from mindful.exercises.script import Bells
from mindful.exercises.timeline import RATE, CueKind, Timeline
from mindful.sit.choice import Choice
from mindful.sit.composing import composed
from mindful.sit.course import Course
from mindful.sit.open_ended import can_be_open

FEELINGS = ("anxious", "sad", "ashamed", "calm", "torn")
NAME = "Ada"
CLOSING = 3


class Sit:
    """One sit as it plays, without sound: a course, a timeline and the frame reached.

    Args:
        exercise: what is sat.
        minutes: its length.
        density: how much is said.
        answers: what its lines take up.
        bridges: words between.
        seed: of the sit, and of its clips.
        stretch: how long clips are against their estimates, about.
        bells: its strikes; the exercise's own where it is left out.
        open_ended: whether it lasts until it is ended, with three strikes.
    """

    def __init__(
        self,
        exercise: Exercise,
        minutes: int,
        density: Density,
        answers: Answers,
        bridges: Bridges,
        seed: int = 0,
        stretch: float | None = None,
        bells: Bells | None = None,
        open_ended: bool = False,
    ) -> None:
        choice = Choice(
            exercise=exercise,
            minutes=minutes,
            density=density,
            answers=answers,
            seed=seed,
            bells=bells,
        )
        self.course = Course(
            lambda version, spoken: composed(choice, version, spoken),
            answers,
            CLOSING if open_ended else None,
            longest=longest_minutes(exercise),
            bridges=bridges,
        )
        self.exercise = exercise
        self.bridges = bridges
        self.slack = 0.5 if stretch is None else 6.0
        self._lengths = estimated if stretch is None else _clips(stretch, seed)
        self.timeline = plan(self.course.script, self._lengths)
        self.now = 0

    @property
    def offers(self) -> frozenset[Change]:
        """What can be asked for now."""
        return self.course.offers(self.timeline, self.now)

    def reach(self, frame: int) -> None:
        """Play on to `frame`."""
        self.now = frame

    def end(self) -> None:
        """End one that is open-ended, as soon as may be."""
        self.course.conclude(self.timeline, self.now)
        self.timeline = plan(self.course.script, self._lengths, held=self.timeline, now=self.now)

    def change(self, change: Change, minutes: int = 1, rendered: int = RATE) -> Timeline:
        """Ask for a change, as a session does; `rendered` frames are on their way already."""
        held, wait = self.timeline, patience(change)
        if wait is not None:
            held = cut(held, self.now, wait)
        self.now += rendered + CUT
        if self.course.alter(change, held, self.now, minutes):
            self.timeline = plan(self.course.script, self._lengths, held=held, now=self.now)
        return self.timeline


def _clips(stretch: float, seed: int) -> Lengths:
    """Clips far from their estimates: each between half and double, times `stretch`."""

    def length(text: str) -> int:
        draw = random.Random(f"{seed}{text}")
        return int(line_frames(text) * stretch * 2 ** draw.uniform(-1, 1))

    return length


def a_sit(
    draw: random.Random, exercises: tuple[Exercise, ...], words: Vocabulary, bridges: Bridges
) -> Sit:
    """Any exercise at any length and density, with any answers and clips."""
    exercise = draw.choice(exercises)
    answers = answers_from(
        words,
        feelings=tuple(draw.sample(FEELINGS, draw.randint(0, 2))),
        places=("chest",) if draw.random() < 0.5 else (),
        name=NAME if draw.random() < 0.7 else "",
        phrase="I may rest" if draw.random() < 0.3 else "",
    )
    offered = exercise.minutes
    return Sit(
        exercise,
        draw.choice((offered.least, draw.randint(offered.least, offered.longest))),
        draw.choice(list(Density)),
        answers,
        bridges,
        seed=draw.randrange(2**31),
        stretch=draw.choice((None, draw.uniform(0.5, 2))),
        open_ended=can_be_open(exercise) and draw.random() < 0.5,
    )


def changed_at_random(sit: Sit, draw: random.Random) -> Iterator[str]:
    """Change a sit up to eight times, and end it if it is open; yields whatever is wrong."""
    for _ in range(draw.randint(1, 8)):
        if sit.timeline.frames - sit.now < 8 * RATE:
            return
        near = draw.random() < 0.3
        ahead = 10 * RATE if near else min(sit.timeline.frames - sit.now, LONGEST * MINUTE)
        sit.reach(sit.now + draw.randrange(min(ahead, sit.timeline.frames - sit.now - 4 * RATE)))
        change = draw.choice(list(Change))
        before, pressed = sit.timeline, sit.now
        minutes = draw.choice((1, 5))
        script = sit.course.script
        after = sit.change(change, minutes, rendered=draw.randint(RATE // 10, 2 * RATE))
        if sit.course.script is script:
            if after != before:
                yield f"{change} did nothing, and moved something"
            continue
        wrongs = (
            *lost(before, after, pressed, sit.now),
            *not_exact(before, sit, change),
            *said_too_often(after),
            *(f"{seconds:.0f} s of contact" for seconds in long_contact(sit)),
            *(f"{seconds:.0f} s of silence, unannounced" for seconds in unannounced(sit)),
        )
        for wrong in wrongs:
            yield f"{change} at {pressed / RATE:.2f} s: {wrong}"
    if sit.course.open_ended:
        yield from _ended_wrongly(sit)


def _ended_wrongly(sit: Sit) -> Iterator[str]:
    """What is wrong when an open-ended sit is ended where it stands."""
    before = sit.timeline
    sit.end()
    after, last = sit.timeline, sit.timeline.cues[-1]
    said = max((cue.end for cue in before.spoken if cue.start < sit.now), default=0)
    if not after.frames == last.start == min(max(sit.now, said), before.frames):
        yield "it does not end when it is ended"
    if (last.kind, last.strikes) != (CueKind.BELL, CLOSING):
        yield "no closing strikes"
    yield from lost(before, after, sit.now, sit.now)


def lost(before: Timeline, after: Timeline, pressed: int, now: int) -> Iterator[str]:
    """What was played and is not as it was; what overlaps; what is said twice."""
    begun = [cue for cue in before.spoken if cue.start < pressed]
    for was, cue in itertools.zip_longest(begun, after.spoken[: len(begun)]):
        same = cue is not None and (cue.start, cue.text, cue.line) == (
            was.start,
            was.text,
            was.line,
        )
        if not same or not min(was.end, pressed) <= cue.end <= was.end:
            yield f"{was.line} moved"
    between = [cue for cue in after.spoken[len(begun) :] if cue.start < now]
    if any(cue not in before.spoken for cue in between):
        yield "something new begins in what is rendered"
    bells = [cue for cue in before.bells if cue.start < now]
    if list(after.bells[: len(bells)]) != bells:
        yield "a bell moved"
    pages = [c.start for c in before.cues if c.kind in _PAGES and c.start < now]
    if [c.start for c in after.cues if c.kind in _PAGES][: len(pages)] != pages:
        yield "a page moved"
    for one, other in itertools.pairwise(after.spoken):
        if one.end > other.start:
            yield f"{other.line} lies over {one.line}"
    for span, following in itertools.pairwise(after.phases):
        if not span.start <= span.end == following.start:
            yield f"phase {span.name} and the next do not meet"
    if len({cue.line for cue in after.spoken}) < len(after.spoken):
        yield "a line is said twice"


_PAGES = {CueKind.WRITE, CueKind.BREATH}


def not_exact(before: Timeline, sit: Sit, change: Change) -> Iterator[str]:
    """Where the end is not where it has to be."""
    after, script = sit.timeline, sit.course.script
    last = after.cues[-1]
    if not after.frames == script.frames == last.start == after.phases[-1].end:
        yield "the end is not exact"
    if script.bells.closing and (last.kind, last.soft) != (CueKind.BELL, False):
        yield "no closing strike"
    if after.spoken and after.spoken[-1].end > after.frames:
        yield "words beyond the end"
    longer = after.frames - before.frames
    fine = {
        Change.LONGER: longer in (MINUTE, 5 * MINUTE)
        or (0 < longer < 5 * MINUTE and longer % MINUTE == 0),
        Change.FINISH: after.frames == sit.now + FINISH,
        Change.AHEAD: longer <= 0,
        Change.STAY: 0 < longer <= MINUTE * 3 // 2,
    }
    if not fine.get(change, longer == 0):
        yield f"longer by {longer / RATE:.3f} s"


def long_contact(sit: Sit) -> Iterator[float]:
    """Seconds of each stay close to a feeling that is longer than it may be.

    It lasts from its first word to the anchor's, to a page, to a paced breath, or to the end.
    """
    lines = {line.key: line for line in (*sit.course.script.reserve, *sit.course.script.lines)}
    since: int | None = None
    for cue in sit.timeline.cues:
        stance = lines[cue.line].stance if cue.kind is CueKind.SAY else ""
        if stance == "contact":
            since = cue.start if since is None else since
        elif stance == "anchor" or cue.kind in _PAGES or cue is sit.timeline.cues[-1]:
            lasted = 0 if since is None else cue.start - since
            if lasted > (rules.CONTACT_SECONDS + 0.5) * RATE:
                yield lasted / RATE
            since = None


def unannounced(sit: Sit) -> Iterator[float]:
    """Seconds of each silence to come above a minute that no words announce.

    A little more is let pass where clips are far from their estimates, by which lines are chosen.
    """
    if not sit.course.script.capped:
        return
    own, ours = sit.exercise.quiet, sit.bridges
    told = (*own.first, *own.cues, *ours.quiet, *ours.longer, *ours.staying, *ours.staying_near)
    cues = [cue for cue in sit.timeline.cues if cue.kind is not CueKind.BELL]
    ends = [*(cue.start for cue in cues[1:]), sit.timeline.frames]
    for cue, end in zip(cues, ends, strict=True):
        silence = (end - cue.end) / RATE
        coming = cue.kind is CueKind.SAY and end > sit.now
        announced = cue.text.endswith((*told, *ours.resting))
        if coming and not announced and silence > rules.ANNOUNCED_ABOVE + sit.slack:
            yield silence


def said_too_often(timeline: Timeline) -> Iterator[str]:
    """Name and feeling beyond what they may be said, and names too near to each other."""
    named = [cue.start for cue in timeline.spoken if NAME in cue.text]
    if len(named) > rules.NAME_TIMES:
        yield f"the name {len(named)} times"
    for one, other in itertools.pairwise(named):
        if other - one < rules.NAME_APART * RATE:
            yield f"the name again after {(other - one) / RATE:.0f} s"
    for noun in ("anxiety", "anxious", "sadness", "shame"):
        if sum(noun in cue.text for cue in timeline.spoken) > rules.FEELING_WORDS:
            yield f"{noun} too often"
